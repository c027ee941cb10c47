import { expect, it } from 'vitest';
import { disclaimer, readPassbook } from '@mhb-kit/core/passbook';
import { defaultCatalogue } from '@mhb-kit/core/request';
import { archiveFiles, type ArchiveContents, type ArchiveFile } from './archive-files.js';
import type { RawRecords } from './raw-rows.js';

const records: Readonly<Record<string, RawRecords>> = {
  outpatient: {
    r1: [
      { 'r1.4': '甲\n診所', 'r1.5': '20260112', r1_1: [{ 'r1_1.1': 'AC58990100' }] },
      { 'r1.4': '"乙"診所', 'r1.5': '20260212' },
      { 'r1.4': '丙診所', 'r1.5': '20260312' },
    ],
  },
  dental: { r3: [{ 'r3.4': '丁牙醫', 'r3.5': '20260301' }] },
};

function contents(byteLength: number, asked: string[] = []): ArchiveContents {
  return {
    nationalId: 'A123456789',
    requestedOn: '2026-03-20',
    selection: [{ category: 'outpatient', months: ['2026-01', '2026-02'] }, { category: 'dental' }],
    readRecords: (category) => {
      asked.push(category);
      return Promise.resolve(records[category]);
    },
    byteLength,
    catalogue: defaultCatalogue,
  };
}

async function bytesOf(entry: ArchiveFile): Promise<Buffer> {
  if ('bytes' in entry) return Buffer.from(entry.bytes);
  const pieces: Uint8Array[] = [];
  for await (const piece of entry.stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

for (const [size, byteLength] of [
  ['small', 500],
  ['large', 50_000_000],
] as const) {
  it(`writes a ${size} selection as pages and once more as one passbook`, async () => {
    let passbook = '';
    for await (const file of archiveFiles(contents(byteLength))) {
      if (!file.name.endsWith('.json')) continue;
      expect('stream' in file).toBe(size === 'large');
      passbook = (await bytesOf(file)).toString();
    }
    const bdata = {
      'b1.1': expect.any(String) as string,
      'b1.2': '20260320',
      r0: [{ r0: disclaimer['zh-Hant'] }],
      r1: records['outpatient']?.['r1']?.slice(0, 2),
      r3: records['dental']?.['r3'],
    };
    expect(JSON.parse(passbook)).toEqual({ myhealthbank: { bdata } });
    expect(passbook).toBe(JSON.stringify(JSON.parse(passbook), null, '\t'));
  });
}

it('reads one category after the other, and again for the passbook', async () => {
  const asked: string[] = [];
  for await (const file of archiveFiles(contents(500, asked))) void file;
  expect(asked.filter((category, index) => category !== asked[index - 1])).toEqual([
    'outpatient',
    'dental',
    'outpatient',
    'dental',
  ]);
});

it('writes a report that is a document as a separate file, named in the passbook', async () => {
  const pdf = Buffer.from('%PDF-1.7 invented');
  const report = (day: string, document: string) => ({
    'r8.6': day,
    'r8.9': 'CT',
    'r8.10': '（另有文件）',
    ...(document === '' ? {} : { 'r8.document': `data:application/pdf;base64,${document}` }),
  });
  const files: { name: string; bytes: Uint8Array }[] = [];
  for await (const file of archiveFiles({
    ...contents(500),
    selection: [{ category: 'imaging-pathology' }],
    readRecords: () =>
      Promise.resolve({
        r8: [
          report('20260112', ''),
          report('20260113', pdf.toString('base64')),
          report('20260114', 'JVBERi0='),
        ],
      }),
  }))
    files.push({ name: file.name, bytes: new Uint8Array(await bytesOf(file)) });
  const names = [
    '影像或病理檢驗(查)報告資料_文件1_1150320.pdf',
    '影像或病理檢驗(查)報告資料_文件2_1150320.pdf',
  ];
  expect(files.map(({ name }) => name).filter((name) => name.endsWith('.pdf'))).toEqual(names);
  expect(Buffer.from(files.find(({ name }) => name === names[0])?.bytes ?? [])).toEqual(pdf);
  // Neither the page nor the passbook repeats the document's content.
  for (const { name, bytes } of files)
    if (!name.endsWith('.pdf')) expect(Buffer.from(bytes).toString()).not.toContain('base64');
  const { passbook, report: reading } = await readPassbook(files);
  expect(passbook.sections.r8.map(({ document }) => document)).toEqual([null, ...names]);
  // A document to which a record refers is not reported as unread, but any other document is.
  expect(reading.files.filter(({ leftOut }) => leftOut !== null)).toEqual([]);
  const stray = await readPassbook([...files, { name: 'x/other.pdf', bytes: pdf }]);
  expect(stray.report.files.filter(({ leftOut }) => leftOut !== null).map(({ file }) => file)).toEqual([
    'x/other.pdf',
  ]);
});
