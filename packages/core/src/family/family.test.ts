import { describe, expect, it } from 'vitest';
import { mergePassbooks, readPassbook, type Passbook } from '../passbook/index.js';
import {
  belonging,
  compare,
  contentsOf,
  downloadsOf,
  emptyFamily,
  evidenceOf,
  listGaps,
  movedTo,
  recordsOnlyIn,
  renamed,
  withDownload,
  withoutDownload,
  type Evidence,
  type Family,
} from './index.js';

const mother = { id: 'm', name: '媽媽' };
const child = { id: 'c', name: '小安' };
const MASK = 'A12345****';

const evidence = (more: Partial<Evidence> = {}): Evidence => ({
  mask: MASK,
  number: null,
  signed: null,
  numberDiffers: false,
  ...more,
});
const files = (name: string) => [{ name: `${name}.json`, hash: name }];
const download = (id: string, more: Partial<Evidence> = {}) => ({
  id,
  evidence: evidence(more),
  files: files(id),
});
const withTwo = (one: Partial<Evidence> = {}, other: Partial<Evidence> = {}): Family =>
  [withDownload(download('1', one), mother), withDownload(download('2', other), child)].reduce(
    (family, change) => change(family),
    emptyFamily,
  );

async function passbook(
  rows: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>,
  appliedOn = '20240601',
  name = 'a.json',
): Promise<Passbook> {
  const text = JSON.stringify({ myhealthbank: { bdata: { 'b1.1': MASK, 'b1.2': appliedOn, ...rows } } });
  return (await readPassbook([{ name, bytes: new TextEncoder().encode(text) }])).passbook;
}
const visit = (day: string, place = '甲診所') => ({ 'r1.4': place, 'r1.5': day });

describe('whose a download is', () => {
  const signed = { issuer: 'https://gateway.example.tw', subject: 's' };

  it('is a new person’s if there are no members', () => {
    expect(belonging(emptyFamily, evidence(), files('1'))).toEqual({ whose: 'new' });
  });

  it('is asked if only the mask is the same, and if there is no mask', () => {
    for (const mask of [MASK, 'A12345XXXX', null])
      expect(belonging(withTwo(), evidence({ mask }), files('3'))).toEqual({
        whose: 'ask',
        candidates: [
          { member: 'm', contradictions: [] },
          { member: 'c', contradictions: [] },
        ],
      });
  });

  it('follows from the complete number and from the signed manifest', () => {
    const byNumber = withTwo({ number: 'n' }, { number: 'o' });
    expect(belonging(byNumber, evidence({ number: 'o' }), files('3'))).toEqual({
      whose: 'proved',
      member: 'c',
      by: 'number',
    });
    expect(belonging(withTwo({ signed }), evidence({ mask: null, signed }), files('3'))).toEqual({
      whose: 'proved',
      member: 'm',
      by: 'signed',
    });
  });

  it('follows from identical files, regardless of their names', () => {
    expect(belonging(withTwo(), evidence(), [{ name: 'copy.json', hash: '2' }])).toMatchObject({
      whose: 'proved',
      member: 'c',
      by: 'same-files',
    });
  });

  it('is a new person’s if the mask or the number differs from all members', () => {
    expect(belonging(withTwo(), evidence({ mask: 'B22345****' }), files('3'))).toEqual({ whose: 'new' });
    const family = withTwo({ number: 'n' }, { number: 'o' });
    expect(belonging(family, evidence({ number: 'p' }), files('3'))).toEqual({ whose: 'new' });
  });

  it('is asked, with the reason, if the evidence contradicts itself', () => {
    const other = { ...signed, subject: 't' };
    // One gateway has signed the same number for two different people.
    expect(
      belonging(withTwo({ number: 'n', signed }), evidence({ number: 'n', signed: other }), files('3')),
    ).toMatchObject({
      whose: 'ask',
      candidates: [{ member: 'm', contradictions: ['signed'] }, { member: 'c' }],
    });
    // The gateway has signed for the same person, but the numbers differ.
    expect(
      belonging(withTwo({ number: 'n', signed }), evidence({ number: 'o', signed }), files('3')),
    ).toMatchObject({
      whose: 'ask',
      candidates: [{ member: 'm', contradictions: ['number'] }, { member: 'c' }],
    });
    expect(belonging(withTwo(), evidence({ numberDiffers: true }), files('3'))).toMatchObject({
      whose: 'ask',
      candidates: [{ contradictions: ['number-differs'] }, { contradictions: ['number-differs'] }],
    });
  });

  it('does not follow from a number that does not match the mask in the files', async () => {
    const sources = { verdict: { status: 'unsigned' }, digest: (id: string) => Promise.resolve(id) } as const;
    expect(await evidenceOf({ ...sources, mask: MASK, password: 'a123456789' })).toMatchObject({
      number: 'A123456789',
      numberDiffers: false,
    });
    expect(await evidenceOf({ ...sources, mask: 'F12345****', password: 'A123456789' })).toMatchObject({
      number: null,
      numberDiffers: true,
    });
    for (const password of ['A123456788', 'secret', null])
      expect(await evidenceOf({ ...sources, mask: MASK, password })).toMatchObject({
        number: null,
        numberDiffers: false,
      });
  });
});

describe('a family', () => {
  it('has no member without a download', () => {
    const family = withTwo();
    expect(family.members).toEqual([mother, child]);
    expect(movedTo('2', mother)(family).members).toEqual([mother]);
    expect(withoutDownload('1')(family).members).toEqual([child]);
    expect(movedTo('2', child)(movedTo('2', mother)(family))).toEqual(family);
    expect(renamed('c', '安安')(family).members).toEqual([mother, { id: 'c', name: '安安' }]);
  });

  it('keeps only the contents that belong to a download', () => {
    const family = withTwo();
    expect(contentsOf(withoutDownload('2')(family))).toEqual(new Set(['1']));
    expect(downloadsOf(family, 'c').map(({ id }) => id)).toEqual(['2']);
  });
});

describe('before two downloads are joined', () => {
  it('reports how many records they share, or that they agree on none of the same days', async () => {
    const known = await passbook({ r1: [visit('20240105'), visit('20240301')] });
    const same = await passbook({ r1: [visit('20240301'), visit('20240401')] });
    expect(compare(known, same)).toEqual({ shared: 1, apart: null });
    const other = await passbook({ r1: [visit('20240210', '乙診所'), visit('20240501', '乙診所')] });
    expect(compare(known, other)).toEqual({
      shared: 0,
      apart: { start: '2024-02-10', end: '2024-03-01', known: 1, incoming: 1 },
    });
    expect(compare(known, await passbook({ r1: [visit('20250101')] }))).toEqual({ shared: 0, apart: null });
  });

  it('new records are those that were not there before, counted as often as they occur', async () => {
    const known = await passbook({ r1: [visit('20240105'), visit('20240105')] });
    const later = await passbook(
      { r1: [visit('20240105'), visit('20240105'), visit('20240105')], r77: [{ a: 'b' }] },
      '20240701',
    );
    const joined = mergePassbooks(known, later);
    expect(recordsOnlyIn(joined, later, [known]).map(({ section }) => section)).toEqual(['r1', 'r77']);
    expect(recordsOnlyIn(joined, known, [later])).toEqual([]);
    // Two files with the same name and day cannot be told apart. Reporting no new records is better than
    // reporting old records as new.
    const again = await passbook({ r1: [visit('20240601')] });
    expect(recordsOnlyIn(mergePassbooks(known, again), again, [known])).toEqual([]);
  });
});

describe('gaps', () => {
  it('are the days between downloads that no download covers', async () => {
    const early = await passbook({ r1: [visit('20190105')] }, '20190601', 'early.json');
    const late = await passbook({ r1: [visit('20230301')] }, '20230601', 'late.json');
    expect(listGaps(mergePassbooks(early, late))).toEqual([{ start: '2019-05-31', end: '2022-05-31' }]);
    // An older visit in the later download proves that this download reaches back to the date of the visit.
    const longer = await passbook({ r1: [visit('20190520'), visit('20230301')] }, '20230601', 'late.json');
    expect(listGaps(mergePassbooks(early, longer))).toEqual([]);
    expect(listGaps(early)).toEqual([]);
  });
});
