import {
  findRevisions,
  listEncounters,
  listLaboratorySeries,
  mergePassbooks,
  summarizeCosts,
  writeJ2,
  type Passbook,
  type RawRow,
} from '@mhb-kit/core/passbook';
import { j2File } from '@mhb-kit/testkit/passbook-fixtures';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { j2, passbookOf, read, rowsOf, sample } from './fixtures.js';

const header = (appliedOn: string, id = 'K22301****') => ({ 'b1.1': id, 'b1.2': appliedOn });
const contents = (passbook: Passbook, key: 'r1' | 'r7' | 'r8'): RawRow[] =>
  passbook.sections[key].map(({ raw }): RawRow => raw);

const visit = (day: string, serial: string, extra: object = {}): object => ({
  'r1.3': '1101990017',
  'r1.4': '明德綜合醫院',
  'r1.5': day,
  'r1.7': serial,
  'r1.8': 'I10',
  'r1.12': '50',
  'r1.13': '300',
  ...extra,
});

describe('overlapping downloads', () => {
  it('become their union: a record in both has both sources', async () => {
    const [a, b, c] = [visit('20240101', '0001'), visit('20250101', '0002'), visit('20260101', '0003')];
    const older = await passbookOf(j2({ r1: [b, a] }, header('20250301')), '1140301.json');
    const newer = await passbookOf(j2({ r1: [c, b] }, header('20260301')), '1150301.json');
    const joined = mergePassbooks(older, newer);
    expect(new Set(contents(joined, 'r1'))).toEqual(new Set([a, b, c]));
    expect(joined.sections.r1.find(({ raw }) => raw['r1.7'] === '0002')?.sources).toEqual([
      { file: '1140301.json', appliedOn: '2025-03-01', section: 'r1', index: 0 },
      { file: '1150301.json', appliedOn: '2026-03-01', section: 'r1', index: 1 },
    ]);
    expect(joined.downloads.map(({ file }) => file)).toEqual(['1140301.json', '1150301.json']);
    expect(findRevisions(joined).size).toBe(0);
  });

  it('keep two identical rows of one file as two', async () => {
    const row = visit('20250101', '0002');
    const passbook = await passbookOf(j2({ r1: [row, row] }));
    expect(passbook.sections.r1).toHaveLength(2);
    expect(mergePassbooks(passbook, await passbookOf(j2({ r1: [row] }), 'other')).sections.r1).toHaveLength(
      2,
    );
  });

  it('ignore white space, key order and null', async () => {
    const a = await passbookOf(j2({ r1: [{ 'r1.5': '20250101', 'r1.6': '', 'r1.8': 'I10' }] }), 'a');
    const b = await passbookOf(j2({ r1: [{ 'r1.8': ' I10', 'r1.5': '20250101', 'r1.10': null }] }), 'b');
    expect(mergePassbooks(a, b).sections.r1).toHaveLength(1);
  });

  it('keep a claim that was revised, mark it, and count only its replacement', async () => {
    const stable = visit('20250101', '0002', { 'r1.12': '0', 'r1.13': '90', 'r1.9': '第二列' });
    const before = visit('20250101', '0002', { 'r1.13': '300' });
    const after = visit('20250101', '0002', { 'r1.13': '280' });
    const joined = mergePassbooks(
      await passbookOf(j2({ r1: [before, stable] }, header('20250301')), 'old'),
      await passbookOf(j2({ r1: [after, stable] }, header('20260301')), 'new'),
    );
    expect(joined.sections.r1).toHaveLength(3);
    const revisions = [...findRevisions(joined)].map(([old, now]) => [old.raw['r1.13'], now.raw['r1.13']]);
    expect(revisions).toEqual([['300', '280']]);
    const [encounter] = listEncounters(joined);
    expect(encounter).toMatchObject({ points: 280 + 90, copayment: 50 });
    expect(encounter?.revised.map(({ raw }) => raw['r1.13'])).toEqual(['300']);
    expect(summarizeCosts(joined)).toMatchObject([{ year: '2025', points: 370, copayment: 50 }]);
  });

  it.each([
    ['a serial that many visits share', 'IC02', 'IC02'],
    ['no serial', '', ''],
    ['a serial that was corrected', 'IC02', '0012'],
  ])('count a revised claim once, with %s', async (_what, before, after) => {
    const row = (serial: string, points: string): object => ({
      'r1.3': '5901990248',
      'r1.4': '青禾藥局',
      'r1.6': '20250109',
      'r1.7': serial,
      'r1.8': 'I10',
      'r1.12': '20',
      'r1.13': points,
      r1_1: [{ 'r1_1.1': 'AC58990100', 'r1_1.2': '藥', 'r1_1.3': '28.00', 'r1_1.4': '28' }],
    });
    const joined = mergePassbooks(
      await passbookOf(j2({ r1: [row(before, '195')] }, header('20250301')), 'old'),
      await passbookOf(j2({ r1: [row(after, '75')] }, header('20260301')), 'new'),
    );
    expect(listEncounters(joined)).toMatchObject([{ points: 75, revised: [{ points: 195 }] }]);
    expect(summarizeCosts(joined)).toMatchObject([{ points: 75, copayment: 20 }]);
  });

  it('treat two claims of one day with different contents as two', async () => {
    const joined = mergePassbooks(
      await passbookOf(j2({ r1: [visit('20250101', 'IC02')] }, header('20250301')), 'old'),
      await passbookOf(
        j2(
          { r1: [visit('20250101', 'IC07', { 'r1.8': 'J00', 'r1.13': '900', 'r1.12': '240' })] },
          header('20260301'),
        ),
        'new',
      ),
    );
    expect(findRevisions(joined).size).toBe(0);
  });

  it('treat a row that a later download adds to a visit as an addition, not as a revision', async () => {
    const first = visit('20250101', '0002');
    const added = visit('20250101', '0002', { 'r1.13': '1450' });
    const joined = mergePassbooks(
      await passbookOf(j2({ r1: [first] }, header('20250301')), 'old'),
      await passbookOf(j2({ r1: [first, added] }, header('20260301')), 'new'),
    );
    expect(findRevisions(joined).size).toBe(0);
    expect(listEncounters(joined)).toHaveLength(1);
  });

  it('take the report with its line breaks from the XML', async () => {
    const json = await passbookOf(j2({ r8: [{ 'r8.6': '20260311', 'r8.10': 'Line 1Line 2' }] }), 'a.json');
    const xml = await passbookOf(
      '<myhealthbank><bdata><r8><r8.6>20260311</r8.6><r8.10>Line 1\nLine 2</r8.10></r8></bdata></myhealthbank>',
      'a.xml',
    );
    for (const joined of [mergePassbooks(json, xml), mergePassbooks(xml, json)]) {
      expect(joined.sections.r8.map(({ text }) => text)).toEqual(['Line 1\nLine 2']);
      expect(joined.sections.r8[0]?.sources).toHaveLength(2);
    }
  });

  it('of two people cannot be joined', async () => {
    const lin = await passbookOf(j2({}, header('20260301', 'K22301****')));
    const wang = await passbookOf(j2({}, header('20260301', 'A12345****')));
    expect(() => mergePassbooks(lin, wang)).toThrow(
      expect.objectContaining({ code: 'passbook-different-people' }),
    );
    const masked = await passbookOf(j2({}, header('20260301', 'K22301XXXX')));
    expect(mergePassbooks(lin, masked).subjectId).toMatch(/^K22301/);
  });

  it('of a person whom one file does not name are joined', async () => {
    const unnamed = await passbookOf(j2({ r1: [] }, {}));
    const lin = await passbookOf(j2({}, header('20260301')));
    expect(mergePassbooks(unnamed, lin).subjectId).toBe('K22301****');
  });
});

describe('a laboratory result of two channels', () => {
  const result = (extra: object): object => ({
    'r7.3': '1101990017',
    'r7.6': '20260309',
    'r7.8': '09006C',
    'r7.10': 'HbA1c',
    'r7.11': '7.4',
    'r7.12': '[4.0][6.0]',
    ...extra,
  });
  const points = async (...rows: object[]) =>
    listLaboratorySeries(await passbookOf(j2({ r7: rows }))).flatMap((series) => series.points);

  it('is one point with both records, the latest upload first', async () => {
    const [point, ...others] = await points(
      result({ 'r7.7': '202603121130' }),
      result({ 'r7.7': '202604150802', 'r7.10': '醣化血色素', 'r7.12': '[無][無]' }),
    );
    expect(others).toEqual([]);
    expect(point?.results.map(({ uploadedAt }) => uploadedAt)).toEqual([
      '2026-04-15T08:02:00+08:00',
      '2026-03-12T11:30:00+08:00',
    ]);
    expect(point?.position).toBe('above');
  });

  it.each([
    ['values differ', { 'r7.11': '7.5' }],
    ['ranges are of two specimens', { 'r7.12': '[40][56]' }],
    ['facilities differ', { 'r7.3': '0617990029' }],
    ['days differ', { 'r7.6': '20260310' }],
    ['orders differ', { 'r7.8': '09005C' }],
    ['the names are not known to be one test', { 'r7.10': 'HbA1c IFCC' }],
  ])('stays two when %s', async (_name, extra) => {
    expect(await points(result({}), result(extra))).toHaveLength(2);
  });
});

/** Any passbook of one person: few values, so that downloads overlap, revise and repeat one another. */
const rowArbitrary = fc.record(
  {
    'r1.3': fc.constantFrom('1', '2'),
    'r1.5': fc.constantFrom('20250101', '20250102', '', ' 20250101'),
    'r1.7': fc.constantFrom('0001', 'IC02'),
    'r1.13': fc.constantFrom('300', '280', ''),
    r1_1: fc.array(fc.record({ 'r1_1.1': fc.constantFrom('AC58990100', '00158C') }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const passbookArbitrary = fc
  .record({
    file: fc.constantFrom('a.json', 'b.json'),
    appliedOn: fc.constantFrom('20250301', '20260301', ''),
    id: fc.constantFrom('K22301****', 'K22301XXXX', ''),
    r1: fc.array(rowArbitrary, { maxLength: 6 }),
    r8: fc.array(fc.record({ 'r8.10': fc.constantFrom('ab', 'a\nb', 'a b') }), { maxLength: 3 }),
    r15: fc.array(fc.record({ 'r15.1': fc.constantFrom('x', 'y') }), { maxLength: 2 }),
  })
  .map(({ file, appliedOn, id, ...sections }) => ({
    name: file,
    content: j2(sections, { 'b1.1': id, 'b1.2': appliedOn }),
  }));

describe('the laws of joining, over 1,000 generated cases each', () => {
  const check = (property: (...passbooks: Passbook[]) => void, count: 1 | 2 | 3): Promise<void> =>
    fc.assert(
      fc.asyncProperty(fc.array(passbookArbitrary, { minLength: count, maxLength: count }), async (files) => {
        property(...(await Promise.all(files.map(({ content, name }) => passbookOf(content, name)))));
      }),
      { numRuns: 1000, seed: 20260415 },
    ) as Promise<void>;

  it('idempotent: joining a passbook with itself changes nothing', () =>
    check((a) => {
      const joined = mergePassbooks(a!, a!);
      expect(mergePassbooks(joined, joined)).toEqual(joined);
      expect(joined.sections).toEqual(a!.sections);
    }, 1));

  it('commutative: the order of two does not matter', () =>
    check((a, b) => {
      expect(mergePassbooks(a!, b!)).toEqual(mergePassbooks(b!, a!));
    }, 2));

  it('associative: the order of joining three does not matter', () =>
    check((a, b, c) => {
      expect(mergePassbooks(mergePassbooks(a!, b!), c!)).toEqual(mergePassbooks(a!, mergePassbooks(b!, c!)));
    }, 3));

  it('lossless: every content of either is in the union, as often as in the one with more of it', () =>
    check((a, b) => {
      const joined = mergePassbooks(a!, b!);
      const count = (passbook: Passbook): Map<string, number> => {
        const counts = new Map<string, number>();
        for (const { raw } of passbook.sections.r8) {
          const text = String(raw['r8.10']).replace(/\s/g, '');
          counts.set(text, (counts.get(text) ?? 0) + 1);
        }
        return counts;
      };
      const [left, right, both] = [count(a!), count(b!), count(joined)];
      for (const text of new Set([...left.keys(), ...right.keys()])) {
        expect(both.get(text)).toBe(Math.max(left.get(text) ?? 0, right.get(text) ?? 0));
      }
      expect(both.size).toBe(new Set([...left.keys(), ...right.keys()]).size);
      const sources = joined.sections.r1.flatMap((record) => record.sources);
      for (const record of [...a!.sections.r1, ...b!.sections.r1]) {
        expect(sources).toContainEqual(record.sources[0]);
      }
    }, 2));
});

describe('several files at once', () => {
  it('are joined like by mergePassbooks', async () => {
    const { readPassbook } = await import('@mhb-kit/core/passbook');
    const files = ['20250301', '20260301'].map((day, index) => ({
      name: `${day}.json`,
      bytes: j2File({ ...sample, 'b1.2': day, r7: rowsOf(sample, 'r7').slice(index) }),
    }));
    const { passbook, report } = await readPassbook(files);
    const [older, newer] = await Promise.all(files.map(({ name, bytes }) => passbookOf(bytes, name)));
    expect(passbook).toEqual(mergePassbooks(older!, newer!));
    expect(report.records).toBe((await read(j2File(sample))).report.records);
  });

  it('keep their sources in J2', async () => {
    const older = await passbookOf(j2({ r1: [visit('20250101', '0002')] }, header('20250301')), 'old.json');
    const newer = await passbookOf(
      j2({ r1: [visit('20250101', '0002', { 'r1.13': '280' })], r6: [] }, header('20260301')),
      'new.json',
    );
    const joined = mergePassbooks(older, newer);
    expect(await passbookOf(writeJ2(joined), 'joined.json')).toEqual(joined);
  });
});
