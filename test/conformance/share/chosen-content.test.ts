import { describe, expect, it } from 'vitest';
import { readPassbook, sections, type Bundle, type Passbook, type SectionKey } from '@mhb-kit/core/passbook';
import { chooseFiles, type ChosenContent } from '@mhb-kit/core/share';
import { j2, sample } from '../passbook/fixtures.js';

/**
 * Exactly the chosen content is shared: searched for in the shared bytes, not in the code that creates them.
 */

const now = new Date('2026-04-20T04:00:00Z');
const read = async (content: string): Promise<Passbook> =>
  (await readPassbook([{ name: 'x.json', bytes: new TextEncoder().encode(content) }])).passbook;
const passbook = await read(j2(sample));
const share = (content: ChosenContent, identity?: { name: string; nationalId: string }): string[] =>
  chooseFiles(passbook, {
    content,
    language: 'zh-Hant',
    now,
    ...(identity === undefined ? {} : { identity }),
  }).map((file) => file.content);
const bundleOf = (content: ChosenContent): Bundle => JSON.parse(share(content)[0] ?? '') as Bundle;
async function passbookIn(files: readonly string[]): Promise<Passbook> {
  const binary = JSON.parse(files[1] ?? '') as { readonly resourceType: string; readonly data: string };
  expect(binary.resourceType).toBe('Binary');
  return read(Buffer.from(binary.data, 'base64').toString());
}
const counts = (of: Passbook): Record<string, number> =>
  Object.fromEntries(
    Object.entries(of.sections)
      .map(([key, records]) => [key, records.length] as const)
      .filter(([, count]) => count > 0),
  );

describe('a summary', () => {
  it('is one document, without the rest of the passbook', () => {
    const files = share({ kind: 'summary' });
    expect(files).toHaveLength(1);
    expect(JSON.parse(files[0] ?? '')).toMatchObject({ resourceType: 'Bundle', type: 'document' });
    expect(files[0]).not.toContain('ExplanationOfBenefit');
  });

  it('names the person only on request', () => {
    const identity = { name: '王大同', nationalId: 'K223019999' };
    expect(share({ kind: 'summary' })[0]).not.toContain('王大同');
    expect(share({ kind: 'summary' }, identity)[0]).toContain('K223019999');
    expect(share({ kind: 'summary' }, identity)[0]).toContain('王大同');
  });
});

describe('sections', () => {
  it.each(sections.map(({ key }) => key))('%s alone holds its records and no others', async (section) => {
    const files = share({ kind: 'sections', sections: [section as SectionKey], since: null });
    const whole = counts(passbook);
    expect(counts(await passbookIn(files))).toEqual(
      whole[section] === undefined ? {} : { [section]: whole[section] },
    );
  });

  it('that leave out visits contain no visits, not even as references, and every reference resolves', () => {
    const bundle = bundleOf({ kind: 'sections', sections: ['r4', 'r7', 'r8'], since: null });
    const types = new Set(bundle.entry.map(({ resource }) => resource.resourceType));
    expect(types.has('Observation')).toBe(true);
    for (const absent of [
      'Encounter',
      'ExplanationOfBenefit',
      'Condition',
      'MedicationRequest',
      'MedicationDispense',
    ])
      expect(types.has(absent), absent).toBe(false);
    const urls = new Set(bundle.entry.map(({ fullUrl }) => fullUrl));
    const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(
      ([, url = '']) => url,
    );
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((url) => !urls.has(url))).toEqual([]);
  });

  it('since a day contain nothing dated before it, except allergies, directives and vaccinations', async () => {
    const chosen = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8'] as const;
    const dates = chosen.flatMap((key) => passbook.sections[key].map(({ date }) => date ?? '')).sort();
    const since = (dates[Math.floor(dates.length * 0.6)] ?? '').padEnd(10, '-01') as '2026-01-01';
    const all = await passbookIn(share({ kind: 'sections', sections: chosen, since: null }));
    const part = await passbookIn(share({ kind: 'sections', sections: chosen, since }));
    for (const key of ['r1', 'r2', 'r3', 'r7', 'r8'] as const)
      expect(part.sections[key].map(({ date }) => date)).toEqual(
        all.sections[key].map(({ date }) => date).filter((date) => date === null || date >= since),
      );
    expect(counts(part)).not.toEqual(counts(all));
    for (const key of ['r4', 'r5', 'r6'] as const)
      expect(part.sections[key]).toHaveLength(all.sections[key].length);
  });

  it('keep the status of a drug according to the whole passbook', () => {
    const statesOf = (bundle: Bundle): unknown[] =>
      bundle.entry
        .filter(({ resource }) => resource.resourceType === 'MedicationRequest')
        .map(({ resource }) => [resource.id, resource['status']]);
    const whole = new Map(
      statesOf(bundleOf({ kind: 'sections', sections: ['r1', 'r2', 'r3', 'r9'], since: null })) as [
        string,
        string,
      ][],
    );
    const part = statesOf(bundleOf({ kind: 'sections', sections: ['r1'], since: null })) as [
      string,
      string,
    ][];
    expect(part.length).toBeGreaterThan(0);
    for (const [id, status] of part) expect(whole.get(id)).toBe(status);
  });
});
