import {
  analyteOf,
  listLaboratorySeries,
  readPassbook,
  type AnyClaim,
  type Passbook,
} from '@mhb-kit/core/passbook';
import { describe as explain, explain as explainRecord, subjectsOf, type Subject } from '@mhb-kit/knowledge';
import { allHabits, makeLife, renderPassbook } from '@mhb-kit/testkit/lives';
import { describe, expect, it } from 'vitest';

/** The share of invented lives that is explained. `MHB_LIVES=1000` measures more of them. */
const LIVES = Number(process.env['MHB_LIVES'] ?? 5);

const known = new Map<string, boolean>();
/** Explained in both languages. */
async function isKnown(subject: Subject): Promise<boolean> {
  const key = JSON.stringify(subject);
  const found = known.get(key);
  if (found !== undefined) return found;
  const both = await Promise.all(
    (['zh-Hant', 'en'] as const).map((language) => explain(subject, { language })),
  );
  const answer = both.every((explanation) => explanation !== null);
  known.set(key, answer);
  return answer;
}

async function passbookOf(index: number): Promise<Passbook> {
  const { files } = renderPassbook(makeLife(`7/${String(index)}`, new Set(allHabits)));
  const encoder = new TextEncoder();
  return (await readPassbook(files.map(({ name, text }) => ({ name, bytes: encoder.encode(text) }))))
    .passbook;
}

const ordersOf = ({ sections: { r1, r2, r3, r9 } }: Passbook) =>
  [...r1, ...r2, ...r3, ...r9].flatMap((claim: AnyClaim) => claim.orders);

describe(`${String(LIVES)} lives`, () => {
  it('have results and drugs with explanations', async () => {
    const results = { all: 0, explained: 0 };
    const drugs = { all: 0, explained: 0 };
    const missing = new Set<string>();
    for (let index = 0; index < LIVES; index += 1) {
      const passbook = await passbookOf(index);
      for (const series of listLaboratorySeries(passbook)) {
        if (series.remark) continue;
        results.all += series.points.length;
        const subjects = subjectsOf(series);
        const some = await Promise.all(subjects.map(isKnown));
        if (some.includes(true)) results.explained += series.points.length;
        else missing.add(`${series.order.code ?? ''} ${series.label}`);
      }
      for (const order of ordersOf(passbook)) {
        if (order.product === null) continue;
        drugs.all += 1;
        const ingredients = subjectsOf(order).filter(({ kind }) => kind === 'drug');
        const each = await Promise.all(ingredients.map(isKnown));
        if (each.length > 0 && !each.includes(false)) drugs.explained += 1;
        else missing.add(order.display ?? '');
      }
    }
    if (process.env['MHB_LIVES'] !== undefined)
      console.info(JSON.stringify({ lives: LIVES, results, drugs, missing: [...missing].slice(0, 30) }));
    expect(results.all).toBeGreaterThan(100);
    expect(results.explained / results.all).toBeGreaterThanOrEqual(0.98);
    expect(drugs.explained / drugs.all).toBeGreaterThanOrEqual(0.95);
  });

  it('have results that a record alone explains, with core’s own table', async () => {
    const passbook = await passbookOf(0);
    const [result] = passbook.sections.r7;
    if (result === undefined) throw new Error('The life has no results.');
    const [first] = await explainRecord(result, { language: 'en', analyteOf });
    expect(first).toMatchObject({ language: 'en', name: expect.any(String), ask: expect.any(String) });
    expect(first?.sources.length).toBeGreaterThan(0);
  });
});
