import { MhbError } from '@mhb-kit/core/error';
import { describeError } from '@mhb-kit/core/error-messages';
import { readPassbook, writeSectionHtml } from '@mhb-kit/core/passbook';
import { sealArchive } from '@mhb-kit/core/archive';
import { enlarge, j2File, x2File } from '@mhb-kit/testkit/passbook-fixtures';
import { describe, expect, it } from 'vitest';
import { encode, j2, read, rowsOf, sample } from './fixtures.js';

/** The error of a reading that must fail; the test fails if it succeeds. */
async function failureOf(content: string | Uint8Array): Promise<MhbError> {
  try {
    await read(content);
  } catch (error) {
    if (error instanceof MhbError) return error;
    throw error;
  }
  throw new Error('It was read');
}

const pages = (rows: number): string =>
  writeSectionHtml(
    [{ section: 'r6', rows: Array.from({ length: rows }, () => rowsOf(sample, 'r6')).flat() }],
    { title: '預防接種存摺' },
  );

const page = writeSectionHtml([{ section: 'r6', rows: rowsOf(sample, 'r6') }], { title: '預防接種存摺' });

describe('bad input ends in an error with a code, a sentence and a next step', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['no bytes', new Uint8Array(), 'passbook-empty'],
    ['only blanks', ' \n\t', 'passbook-empty'],
    ['only a byte-order mark', '\ufeff', 'passbook-empty'],
    ['a text', '健康存摺', 'passbook-not-recognized'],
    ['JSON of another kind', '{"resourceType":"Bundle"}', 'passbook-not-recognized'],
    ['a JSON list', '[1,2,3]', 'passbook-not-recognized'],
    ['J2 with a list for bdata', '{"myhealthbank":{"bdata":[]}}', 'passbook-not-recognized'],
    ['broken JSON', '{"myhealthbank":{"bdata":{"r1":[{]}}', 'passbook-damaged'],
    ['JSON nested a hundred thousand deep', `{"myhealthbank":${'['.repeat(100_000)}`, 'passbook-damaged'],
    [
      'XML of another kind',
      '<?xml version="1.0"?><ClinicalDocument></ClinicalDocument>',
      'passbook-not-recognized',
    ],
    ['a web page', '<!doctype html><html><body><p>登入</p></body></html>', 'passbook-not-recognized'],
    ['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]), 'passbook-not-recognized'],
    ['a PDF', '%PDF-1.7\n', 'passbook-not-recognized'],
    [
      'the printed sample of the NHI, whose elements are not closed',
      '<myhealthbank><bdata><r1><r1.8>59010<r1.8></r1></bdata></myhealthbank>',
      'passbook-damaged',
    ],
  ])('%s', async (_name, content, code) => {
    const error = await failureOf(content);
    expect(error.code).toBe(code);
    for (const locale of ['zh-TW', 'en']) {
      const { message, remedy } = describeError(error.code, locale);
      expect(message.length * remedy.length).toBeGreaterThan(0);
    }
  });

  it('a ZIP archive that has not been opened', async () => {
    const zip = await sealArchive([{ name: 'a.json', bytes: encode('{}') }], {
      password: 'K223010426',
      method: 'aes-256',
    });
    expect((await failureOf(zip)).code).toBe('passbook-is-archive');
  });

  it('200 MB, at once', async () => {
    const start = process.cpuUsage();
    expect((await failureOf(new Uint8Array(200_000_000))).code).toBe('passbook-too-large');
    // Processor time instead of elapsed time, which includes other tests.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  });

  it.each([
    ['JSON', `{"myhealthbank":{"bdata":{"r1":[${'{},'.repeat(2_500_000)}{}]}}}`],
    ['lists in JSON', `{"myhealthbank":{"bdata":{"r1":[${'[],'.repeat(2_500_000)}[]]}}}`],
    ['XML', `<myhealthbank><bdata>${'<r1></r1>'.repeat(2_500_000)}</bdata></myhealthbank>`],
  ])('%s of millions of empty rows, which would fill memory', async (_name, content) => {
    expect((await failureOf(content)).code).toBe('passbook-too-large');
  });

  it('a small limit of the caller’s', async () => {
    const bytes = j2File(sample);
    await expect(readPassbook([{ name: 'a', bytes }], { maxBytes: 1000 })).rejects.toMatchObject({
      code: 'passbook-too-large',
      details: { bytes: bytes.length, maxBytes: 1000 },
    });
  });

  it('no file at all', async () => {
    await expect(readPassbook([])).rejects.toMatchObject({ code: 'passbook-empty' });
  });

  it.each([
    ['JSON', j2File(sample)],
    ['XML', x2File(sample).subarray(0, -1)],
    ['our page', encode(page).subarray(0, -1)],
  ])('%s that was cut off, wherever', async (_name, whole) => {
    for (let part = 0; part < 60; part += 1) {
      const cut = whole.subarray(0, Math.floor((whole.length * part) / 60) || 3);
      expect(['passbook-damaged', 'passbook-not-recognized', 'passbook-empty']).toContain(
        (await failureOf(cut)).code,
      );
    }
    expect((await failureOf(whole.subarray(0, -1))).code).toBe('passbook-damaged');
  });

  it('one damaged file among good ones: nothing is shown', async () => {
    const good = { name: 'good.json', bytes: j2File(sample) };
    const bad = { name: 'bad.json', bytes: good.bytes.subarray(0, 9000) };
    await expect(readPassbook([good, bad])).rejects.toMatchObject({ code: 'passbook-damaged' });
  });

  it('reveals nothing of the file’s content', async () => {
    const error = await failureOf('{"myhealthbank":{"bdata":{"b1.1":"K223010426" x}}}');
    const told = `${error.message} ${String(error.cause)} ${JSON.stringify(error.details)} ${error.stack ?? ''}`;
    expect(told).not.toContain('K223010426');
  });
});

/**
 * Designed to need time or memory out of proportion to its size. Each must be finished within two seconds of
 * processor time.
 */
describe('hostile input', () => {
  const many = (text: string, bytes: number) => text.repeat(Math.floor(bytes / text.length));
  const MB = 1_000_000;
  it.each([
    ['a string that never ends', `{"myhealthbank":{"bdata":{"r8":[{"r8.10":"\t${many('字', 4 * MB)}`],
    ['a million quotes', `{"a":${many('"', MB)}`],
    ['a million backslashes', `{"a":"${many('\\', MB)}`],
    ['comments before text', `<myhealthbank>${many('<!-- a -->', MB)}x`],
    ['comments that never end', `<myhealthbank><bdata>${many('<!--', MB)}`],
    ['processing instructions', `<myhealthbank>${many('<?a', MB)}`],
    ['elements that never end', `<myhealthbank><bdata>${many('<r1><r1.1>', MB)}`],
    ['closing tags of another field', `<myhealthbank><bdata><r1><r1.1>${many('</r1.10>', MB)}`],
    ['spans', `<html><table>${many('<tr><td colspan=200 rowspan=200>x', 2 * MB)}</table></html>`],
    ['tables in tables', `<html>${many('<table><tr><td>', MB)}`],
    [
      'tables beside tables',
      `<html><h1>門診資料</h1>${many('<table><tr><td>就醫日期<td>醫事機構<tr><td>1<td>2</table>', MB)}</html>`,
    ],
    ['titles that never end', `<html>${many('<title', MB)}`],
    ['scripts that never end', `<html>${many('<script>', MB)}`],
    ['quotes that never end', `<html>${many('<a b="', MB)}`],
    ['bare less-than signs', `<html>${many('<', MB)}`],
    ['a batch without end', j2({ r6: [{ 'r6.3': many('(批號 ', MB) }] })],
    ['escaped quotes in broken JSON', `{"a":${many('\\"', MB)}`],
    ['an ID number of X', j2({ 'b1.1': `${many('X', MB)}Y` })],
    ['a date of a megabyte', j2({ r6: [{ 'r6.1': many('1', MB) }] })],
  ])('%s', async (_name, text) => {
    const bytes = encode(text);
    const start = process.cpuUsage();
    await read(bytes).catch((error: unknown) => {
      if (!(error instanceof MhbError) || error.code === 'internal') throw error;
    });
    // Processor time instead of elapsed time, which includes other tests.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  });
});

describe('a long reading', () => {
  const bytes = j2File(enlarge(sample, 4000));

  it('reports progress up to the end, and only forwards', async () => {
    const seen: number[] = [];
    await readPassbook([{ name: 'a', bytes }], { onProgress: ({ done }) => seen.push(done) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(bytes.length);
    expect(seen.length).toBeGreaterThan(10);
  });

  it('can be canceled before it starts and while it runs', async () => {
    await expect(readPassbook([{ name: 'a', bytes }], { signal: AbortSignal.abort() })).rejects.toMatchObject(
      { code: 'cancelled' },
    );
    const abort = new AbortController();
    const reading = readPassbook([{ name: 'a', bytes }], {
      signal: abort.signal,
      onProgress: ({ done, total }) => {
        if (done > total * 0.6) abort.abort();
      },
    });
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });

  it.each([
    ['XML', x2File(enlarge(sample, 4000))],
    ['one of our pages', encode(pages(3000))],
    ["somebody's page", encode(pages(3000).replaceAll(/ data-[a-z]+="[^"]*"/g, ''))],
  ])('is canceled while %s is parsed', async (_name, content) => {
    const abort = new AbortController();
    const seen: number[] = [];
    const reading = readPassbook([{ name: 'a', bytes: content }], {
      signal: abort.signal,
      onProgress: ({ done }) => seen.push(done),
    });
    setTimeout(() => {
      abort.abort();
    });
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    // Parsing is half of the work; anything canceled later has been parsed completely.
    expect(seen.at(-1)).toBe(0);
  });

  it('yields to other tasks', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await readPassbook([{ name: 'a', bytes: j2File(enlarge(sample, 12_000)) }]);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  it('reads a small file in one go', async () => {
    expect((await read(j2({}))).report.records).toBe(0);
  });
});
