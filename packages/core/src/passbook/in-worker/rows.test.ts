import { readFile } from 'node:fs/promises';
import { allHabits, makeLife, renderPassbook } from '@mhb-kit/testkit/lives';
import { tenYearsInTwo } from '@mhb-kit/testkit/people';
import { describe, expect, it } from 'vitest';
import type { DrugTableExtension } from '../ingredients/index.js';
import type { Passbook } from '../model/model.js';
import { readPassbook, type PassbookFile } from '../read/read.js';
import { writeJ2 } from '../write/write-j2.js';
import { RowCollector, rowPortionsOf } from './rows.js';

const file = (name: string, text: string): PassbookFile => ({ name, bytes: new TextEncoder().encode(text) });

async function read(files: readonly PassbookFile[], drugs?: DrugTableExtension): Promise<Passbook> {
  return (await readPassbook(files, drugs === undefined ? {} : { drugs })).passbook;
}

/** Returns the passbook as the page receives it. */
function received(passbook: Passbook): Passbook {
  const collector = new RowCollector();
  for (const portion of rowPortionsOf(passbook)) collector.add(structuredClone(portion));
  return collector.passbook(passbook);
}

/** Returns the files of several downloads with many irregularities; some of the files are XML. */
const filesOf = (seed: string): readonly PassbookFile[] =>
  renderPassbook(makeLife(seed, new Set(allHabits))).files.map(({ name, text }) => file(name, text));

const visit = (name: string) => ({
  'r1.5': '20260105',
  'r1.7': '0001',
  r1_1: [{ 'r1_1.1': 'AC23456100', 'r1_1.2': name, 'r1_1.3': '28' }],
});
const bookOf = (bdata: object): PassbookFile =>
  file('a.json', JSON.stringify({ myhealthbank: { bdata: { 'b1.1': 'A12345****', ...bdata } } }));

describe('a passbook sent as its rows', () => {
  it.each(['rows/1', 'rows/2', 'rows/3', 'rows/4'])('is the same for the messy life %s', async (seed) => {
    const passbook = await read(filesOf(seed));
    expect(received(passbook)).toStrictEqual(passbook);
  });

  it('is the same after several downloads were joined, written and read again', async () => {
    const joined = await read(tenYearsInTwo('2026-04-15').map(({ name, text }) => file(name, text)));
    expect(joined.downloads.length).toBeGreaterThan(1);
    expect(received(joined)).toStrictEqual(joined);
    const passbook = await read([file('joined.json', writeJ2(joined))]);
    expect(passbook.downloads).toHaveLength(joined.downloads.length);
    expect(received(passbook)).toStrictEqual(passbook);
  });

  it('is the same for a record of every section', async () => {
    const sample = await readFile(new URL('../../../../testkit/data/sample.json', import.meta.url), 'utf8');
    const passbook = await read([file('sample.json', sample)]);
    expect(received(passbook)).toStrictEqual(passbook);
  });

  it('keeps unknown sections, gaps between rows, and ingredients from the page’s own table', async () => {
    const drugs: DrugTableExtension = {
      groups: [['house-drugs', '院內製劑', 'made in this hospital']],
      ingredients: [['housemixture', '院內合劑', null, 'house-drugs', '本院一號']],
    };
    const passbook = await read(
      [
        bookOf({
          r1: [visit('本院一號膠囊'), '無資料', visit('METFORMIN 500MG'), visit('本院一號膠囊')],
          r4: [{ 'r4.1': '20260101', 'r4.2': 'Penicillin' }, { 'r4.1': '20260101' }],
          x9: [{ a: '1' }],
        }),
      ],
      drugs,
    );
    const sent = received(passbook);
    expect(sent).toStrictEqual(passbook);
    const products = sent.sections.r1.flatMap(({ orders }) => orders.map(({ product }) => product));
    expect(products[0]).toBe(products.at(-1));
    expect(new Set(products).size).toBeGreaterThan(1);
  });
});
