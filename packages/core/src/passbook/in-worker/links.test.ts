import { describe, expect, it } from 'vitest';
import type { Passbook } from '../model/model.js';
import { readPassbook } from '../read/read.js';
import { atOnce } from '../steps/steps.js';
import { KnownObjects, LinkReader, LinkWriter, objectsOf } from './links.js';

const passbookOf = async (): Promise<Passbook> => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ 'r6.1': `2026010${index + 1}`, 'r6.2': '流感疫苗' }));
  const bytes = new TextEncoder().encode(
    JSON.stringify({
      myhealthbank: { bdata: { 'b1.1': 'A12345****', r6: rows(3), x9: [{ a: '1' }], x1: [{ b: '2' }] } },
    }),
  );
  return (await readPassbook([{ name: 'a.json', bytes }])).passbook;
};

/** Returns what the page receives when the worker writes `value`. */
const sent = (value: unknown, inWorker: Passbook, onPage: Passbook): { read: unknown; parts: number } => {
  const reader = new LinkReader(atOnce(objectsOf(onPage)));
  let parts = 0;
  const writer = new LinkWriter(new KnownObjects(atOnce(objectsOf(inWorker))), (copies) => {
    parts += 1;
    reader.add(copies);
  });
  return { read: reader.read(writer.write(value)), parts };
};

describe('a view that is transferred with links', () => {
  it("arrives with the page's own records and the objects inside them", async () => {
    const inWorker = await passbookOf();
    const onPage = structuredClone(inWorker);
    const view = inWorker.sections.r6.map((record, index) => ({
      index,
      record,
      performer: record.performer,
    }));
    const { read } = sent(view, inWorker, onPage);
    expect(read).toEqual(view);
    for (const [index, { record, performer }] of (read as typeof view).entries()) {
      expect(record).toBe(onPage.sections.r6[index]);
      expect(performer).toBe(onPage.sections.r6[index]?.performer);
    }
  });

  it('does not depend on the order of the sections', async () => {
    const inWorker = await passbookOf();
    const copy = structuredClone(inWorker);
    const reversed = <T extends object>(of: T): T => Object.fromEntries(Object.entries(of).reverse()) as T;
    const onPage: Passbook = {
      ...copy,
      sections: reversed(copy.sections),
      unknownSections: reversed(copy.unknownSections),
    };
    const view = [
      inWorker.unknownSections.x9?.[0],
      inWorker.sections.r6[2],
      inWorker.unknownSections.x1?.[0],
    ];
    const { read } = sent(view, inWorker, onPage);
    const [x9, r6, x1] = read as typeof view;
    expect(x9).toBe(onPage.unknownSections.x9?.[0]);
    expect(r6).toBe(onPage.sections.r6[2]);
    expect(x1).toBe(onPage.unknownSections.x1?.[0]);
  });

  it('keeps one object that several refer to as one object, across many parts', async () => {
    const inWorker = await passbookOf();
    const shared = { name: 'series', points: [1, null, 'x', undefined, true] };
    const view = {
      shared,
      lines: Array.from({ length: 2_000 }, (_, line) => ({ line, shared: [[shared]] })),
    };
    const { read, parts } = sent(view, inWorker, structuredClone(inWorker));
    expect(read).toEqual(view);
    expect(parts).toBeGreaterThan(3);
    const { shared: first, lines } = read as typeof view;
    expect(lines.every((line) => line.shared[0]?.[0] === first)).toBe(true);
  });

  it('may contain any plain value, including those that JSON cannot represent', async () => {
    const passbook = await passbookOf();
    const texts = ['', '\u0001', '\u007f', '\u007f1', '\u007f?', '\u007f=\u007f', '\ud800', '\u2028'];
    const values = [null, undefined, 0, -1.5, NaN, Infinity, -Infinity, true, ...texts, [], [['a']], {}];
    for (const value of [...values, ...values.map((each) => ({ each, list: [each] }))])
      expect(sent(value, passbook, passbook).read).toStrictEqual(value);
  });
});
