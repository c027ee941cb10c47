import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { defaultCatalogue } from '@mhb-kit/core/request';
import { createFolderSource } from './folder-source.js';
import { toRawRecords } from './raw-rows.js';
import { withinWindow } from './record-date.js';

it('gives rows of ROC dates that the window keeps or drops like all others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mhb-records-'));
  try {
    const nationalId = 'A123456789';
    const days = ['1040506', '104/05/06', '20150506', '1030430', '103/04/30', '20140430'];
    const r1 = days.map((day, index) => ({ 'r1.4': `診所${index}`, 'r1.5': day }));
    const file = { myhealthbank: { bdata: { 'b1.1': 'A12345****', r1 } } };
    await mkdir(join(folder, nationalId));
    await writeFile(join(folder, nationalId, 'passbook.json'), JSON.stringify(file));

    const window = { start: '2014-05-01', end: '2015-05-06' };
    const category = defaultCatalogue.find(({ id }) => id === 'outpatient')!;
    const signal = AbortSignal.timeout(10_000);
    const records = await createFolderSource(folder).records({ nationalId, category, window, signal });
    expect(records.r1).toHaveLength(days.length);
    const kept = withinWindow(toRawRecords(records), window);
    expect(kept.r1?.map((row) => row['r1.5'])).toEqual(days.slice(0, 3));
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('says of nobody that there is nothing while the folder itself is away', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mhb-records-'));
  const [category] = defaultCatalogue;
  const signal = AbortSignal.timeout(10_000);
  const ask = () =>
    createFolderSource(folder).records({
      nationalId: 'A123456789',
      category: category!,
      window: null,
      signal,
    });
  expect(await ask()).toEqual({});
  await rm(folder, { recursive: true });
  await expect(ask()).rejects.toMatchObject({ code: 'ENOENT' });
});
