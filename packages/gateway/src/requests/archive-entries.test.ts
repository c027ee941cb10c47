import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { SealEntry } from '@mhb-kit/core/archive';
import { MANIFEST_FILE_NAME, type Manifest } from '@mhb-kit/core/manifest';
import { disclaimer } from '@mhb-kit/core/passbook';
import { defaultCatalogue } from '@mhb-kit/core/request';
import type { RawRecords } from '../records/raw-rows.js';
import { createIssuer } from '../secrets/issuer.js';
import { archiveEntries, type ArchiveContents } from './archive-entries.js';
import { withSignedManifest } from './signed-entries.js';

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

async function bytesOf(entry: SealEntry): Promise<Buffer> {
  if ('bytes' in entry) return Buffer.from(entry.bytes);
  const pieces: Uint8Array[] = [];
  for await (const piece of entry.stream as AsyncIterable<Uint8Array>) pieces.push(piece);
  return Buffer.concat(pieces);
}

for (const [size, byteLength] of [
  ['small', 500],
  ['large', 50_000_000],
] as const) {
  it(`holds a ${size} selection once more as one passbook`, async () => {
    let passbook = '';
    for await (const file of archiveEntries(contents(byteLength))) {
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

  it(`lists what a ${size} archive holds in its manifest`, async () => {
    const issuer = await createIssuer(new Uint8Array(32));
    const hashes: object[] = [];
    let manifest: Manifest | undefined;
    const about = { issuer: 'https://gateway.example', issuedAt: '2026-03-20T00:00:00Z' };
    for await (const entry of withSignedManifest(archiveEntries(contents(byteLength)), issuer, about)) {
      const bytes = await bytesOf(entry);
      if (entry.name === MANIFEST_FILE_NAME) manifest = JSON.parse(bytes.toString()) as Manifest;
      else if (manifest === undefined) {
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        hashes.push({ name: entry.name, byteLength: bytes.length, sha256 });
      }
    }
    expect(hashes).toHaveLength(4);
    expect(manifest?.entries).toEqual(hashes);
  });
}

it('reads one category after the other, and again for the passbook', async () => {
  const asked: string[] = [];
  for await (const file of archiveEntries(contents(500, asked))) void file;
  expect(asked.filter((category, index) => category !== asked[index - 1])).toEqual([
    'outpatient',
    'dental',
    'outpatient',
    'dental',
  ]);
});
