import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultCatalogue } from '@mhb-kit/core/request';
import type { Applicant, Register } from '../register/register.js';
import { createFolderSource } from './folder-source.js';
import { toRawRecords, withinWindow } from '@mhb-kit/core/fulfilment';

it('returns rows with ROC dates, and filters them by the window like any other rows', async () => {
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
    const signal = AbortSignal.timeout(300_000);
    const records = await createFolderSource(folder).records({ nationalId, category, window, signal });
    expect(records.r1).toHaveLength(days.length);
    const kept = withinWindow(toRawRecords(records), window);
    expect(kept.r1?.map((row) => row['r1.5'])).toEqual(days.slice(0, 3));
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('does not report that a person has no records while the folder itself is missing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mhb-records-'));
  const [category] = defaultCatalogue;
  const signal = AbortSignal.timeout(300_000);
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

describe('as a register', () => {
  const applicant: Applicant = {
    nationalId: 'A123456789',
    cardNumber: '000012345678',
    householdNumber: 'F1234567',
    birthDate: '1958-02-03',
    name: '王曉明',
    registeredAddress: null,
  };
  const person = { cardNumber: '000012345678', householdNumber: 'F1234567', birthDate: '1958-02-03' };
  const signal = new AbortController().signal;

  /** @param content the content of `person.json`; `null` if the file does not exist */
  async function withPerson<T>(content: string | null, ask: (register: Register) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), 'mhb-records-'));
    try {
      await mkdir(join(folder, applicant.nationalId));
      if (content !== null) await writeFile(join(folder, applicant.nationalId, 'person.json'), content);
      return await ask(createFolderSource(folder).register!);
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  const answer = (content: string | null, stated: Partial<Applicant> = {}) =>
    withPerson(content, (register) => register.verifyApplicant({ ...applicant, ...stated }, signal));

  it('confirms a person whose data match, and nobody else', async () => {
    const content = JSON.stringify(person);
    expect(await answer(content)).toBe('match');
    expect(await answer(content, { cardNumber: '000012345679' })).toBe('no-match');
    expect(await answer(content, { nationalId: 'B234567894' })).toBe('no-match');
    expect(await answer(JSON.stringify({ ...person, name: '李大同' }))).toBe('see-a-person');
    expect(await answer(null)).toBe('no-match');
  });

  it('returns the person’s contact data, if they are on record', async () => {
    const reached = (content: object) =>
      withPerson(JSON.stringify(content), async (register) =>
        register.contactOnRecord?.(applicant.nationalId, signal),
      );
    expect(await reached(person)).toBeNull();
    expect(await reached({ ...person, email: 'ming@example.tw' })).toEqual({
      email: 'ming@example.tw',
      mobile: null,
      postalAddress: null,
    });
  });

  it.each([
    ['is not JSON', '{'],
    ['lacks a deciding value', '{"cardNumber": "000012345678"}'],
  ])('gives no answer if the file %s', async (_, content) => {
    await expect(answer(content)).rejects.toMatchObject({ code: 'service-unavailable', retriable: true });
  });

  it('does not leave its folder for an invalid number', async () => {
    expect(await answer(JSON.stringify(person), { nationalId: '../A123456789' })).toBe('no-match');
  });
});
