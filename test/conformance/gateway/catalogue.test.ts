import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '@mhb-kit/core/archive';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import { readPassbook } from '@mhb-kit/core/passbook';
import type { DataRequest } from '@mhb-kit/core/request';
import { changedCatalogue, createFolderSource } from '@mhb-kit/gateway';
import {
  completeRequest,
  ming,
  outpatientRow,
  refusal,
  startTestGateway,
  type TestGateway,
} from './support.js';

const careVisits = {
  id: 'care-visits',
  class: 'medical',
  label: { 'zh-Hant': '居家照護紀錄', en: 'Home care visits' },
  monthly: false,
  window: { kind: 'all' },
  sections: ['care-visits'],
} as const;
const rows = [{ day: '1150105', nurse: '李護理師' }];

describe('a catalogue that an operator has changed', () => {
  let folder: string;
  let test: TestGateway;
  let client: GatewayClient;
  let request: DataRequest;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mhb-catalogue-'));
    await mkdir(join(folder, ming.nationalId));
    const bdata = {
      'b1.1': ming.nationalId,
      'b1.2': '20260301',
      r1: [outpatientRow('20230105', '三年前診所'), outpatientRow('20260105', '今年診所')],
      'care-visits': rows,
    };
    await writeFile(
      join(folder, ming.nationalId, 'passbook.json'),
      JSON.stringify({ myhealthbank: { bdata } }),
    );
    test = await startTestGateway({
      recordSource: createFolderSource(folder),
      catalogue: changedCatalogue({
        added: [careVisits],
        windows: { outpatient: { kind: 'months-before', years: 4, lagDays: 0 } },
        omitted: ['allergy'],
      }),
    });
    client = await test.logIn();
    request = await completeRequest(client);
  });
  afterAll(async () => {
    await test?.dispose();
    await rm(folder, { recursive: true });
  });

  const section = (id: string) => request.sections.find(({ category }) => category === id);

  it('is what the client shows people, in both languages', async () => {
    const catalogue = await client.catalogue();
    expect(catalogue.at(-1)).toEqual(careVisits);
    expect(catalogue.map(({ id }) => id)).not.toContain('allergy');
    expect(request.sections.map(({ category }) => category)).toEqual(catalogue.map(({ id }) => id));
  });

  it('decides what is fetched, and for which days', () => {
    expect(section('care-visits')).toMatchObject({ status: 'available', window: null, recordCount: 1 });
    expect(section('outpatient')).toMatchObject({
      window: { start: '2022-03-01', end: '2026-03-05' },
      recordCount: 2,
      months: ['2023-01', '2026-01'],
    });
    expect(section('allergy')).toBeUndefined();
  });

  it('is used in the archive: a page with its label, and the records for every reader', async () => {
    const archive = await client.createArchive(request.id, [{ category: 'care-visits' }]);
    const bytes = new Uint8Array(await (await client.downloadArchive(archive)).arrayBuffer());
    const { entries } = await openArchive(bytes, { password: ming.nationalId });
    const files = await Promise.all(
      entries.map(async (entry) => ({ name: entry.name, bytes: await entry.bytes() })),
    );
    const page = files.find(({ name }) => name === '居家照護紀錄_1150305.html');
    expect(new TextDecoder().decode(page?.bytes)).toMatch(/居家照護紀錄[\s\S]*李護理師/);
    const { passbook } = await readPassbook(files);
    expect(passbook.unknownSections['care-visits']?.map(({ raw }) => raw)).toEqual(rows);
    expect((await refusal(client.createArchive(request.id, [{ category: 'allergy' }]))).code).toBe(
      'selection-unavailable',
    );
  });
});
