import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deriveGatewayKeys } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { migrate } from '../storage/migrate.js';
import { openDatabase } from '../storage/open-database.js';
import { createImportedRegister, type ImportedRegister } from './imported-register.js';
import { readRegisterFile } from './read-register-file.js';
import type { Applicant } from './register.js';

const applicant: Applicant = {
  nationalId: 'F223456786',
  cardNumber: '000055556666',
  householdNumber: 'F1234567',
  birthDate: '1990-05-17',
  name: '陳怡君',
  registeredAddress: '新北市淡水區水源里3鄰',
};
const header =
  'nationalId,cardNumber,householdNumber,birthDate,name,registeredAddress,email,mobile,postalAddress';
const row =
  'F223456786,000055556666,F1234567,0790517,陳怡君,"新北市淡水區水源里3鄰",mei@example.tw,0912345678,"251 新北市淡水區, ""三樓"""';

let directory: string;
let database: Database;
let register: ImportedRegister;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mhb-register-'));
  database = await openDatabase({ dataDirectory: directory }, () => undefined);
  await migrate(database);
  register = createImportedRegister(database, deriveGatewayKeys(new Uint8Array(32).fill(3)));
});
afterAll(async () => {
  await database.close();
  await rm(directory, { recursive: true });
});

const take = (text: string | Uint8Array, replace = false) =>
  register.import(readRegisterFile(Readable.from([Buffer.from(text)]), '2026-03-05'), replace);
const ask = (change: Partial<Applicant> = {}) =>
  register.verifyApplicant({ ...applicant, ...change }, new AbortController().signal);
const contactOf = (nationalId: string) => register.contactOnRecord!(nationalId, new AbortController().signal);

it('imports CSV, and answers queries from the imported data', async () => {
  expect(await take(`\ufeff${header}\r\n${row}\r\n`)).toEqual({ imported: 1, people: 1 });
  expect(await ask()).toBe('match');
  expect(await ask({ name: '陈 怡君', registeredAddress: null })).toBe('see-a-person');
  expect(await ask({ registeredAddress: '淡水區水源里三鄰' })).toBe('match');
  expect(await ask({ registeredAddress: '淡水區水源里四鄰' })).toBe('see-a-person');
  for (const change of [
    { nationalId: 'A123456789' },
    { cardNumber: '000055556667' },
    { householdNumber: 'F1234568' },
    { birthDate: '1990-05-18' },
  ])
    expect(await ask(change)).toBe('no-match');
  expect(await contactOf(applicant.nationalId)).toEqual({
    email: 'mei@example.tw',
    mobile: '0912345678',
    postalAddress: '251 新北市淡水區, "三樓"',
  });
  expect(await contactOf('A123456789')).toBeNull();
});

it('imports JSON lines, updates existing people, and removes others if requested', async () => {
  const lines = [
    { nationalId: 'A123456789', cardNumber: '000012345678', householdNumber: 'A1', birthDate: '1992-11-02' },
    {
      nationalId: 'F223456786',
      cardNumber: '000055557777',
      householdNumber: 'F1234567',
      birthDate: '1990-05-17',
    },
  ].map((each) => JSON.stringify(each));
  expect(await take(lines.join('\n'))).toEqual({ imported: 2, people: 2 });
  expect(await ask()).toBe('no-match');
  // The file contains no name, so the name is not compared.
  expect(await ask({ cardNumber: '000055557777', name: '誰' })).toBe('match');
  expect(await contactOf(applicant.nationalId)).toBeNull();
  expect(await take(lines[1]!, true)).toEqual({ imported: 1, people: 1 });
});

it.each([
  ['a column too few', `${header}\n${row.slice(0, 40)}`, 2],
  ['an open quotation mark', `${header}\n"${row}`, 2],
  ['no names of columns', row, 1],
  ['a wrong check digit', `${header}\n${row}\n${row.replace('F223456786', 'F223456787')}`, 3],
  ['a wrong date', `${header}\n${row.replace('0790517', '0791317')}`, 2],
  ['a short card number', `${header}\n${row.replace('000055556666', '55556666')}`, 2],
  ['no JSON', '{"nationalId": ', 1],
])(
  'imports nothing from a file with %s, and names the line but not its content',
  async (_what, text, line) => {
    const error = await take(text).then(
      () => null,
      (thrown: { code: string; message: string; details: object }) => thrown,
    );
    expect(error).toMatchObject({ code: 'invalid-request', details: { line } });
    expect(error?.message).not.toMatch(/F22345|陳怡君|5555/);
    expect(await register.count()).toBe(1);
  },
);

it('reports a file that is not UTF-8, such as an old CSV in Big5', async () => {
  await expect(take(Uint8Array.of(0xb3, 0xaf, 0xa9, 0xc9))).rejects.toMatchObject({
    code: 'invalid-request',
  });
});

it('stores no readable data', async () => {
  await take(`${header}\n${row}`, true);
  await database.close();
  const names = await readdir(directory, { recursive: true, withFileTypes: true });
  for (const file of names.filter((each) => each.isFile())) {
    const bytes = await readFile(join(file.parentPath, file.name));
    for (const value of [
      'F223456786',
      '000055556666',
      'F1234567',
      '1990-05-17',
      '陳怡君',
      '水源里',
      'mei@example.tw',
    ])
      expect(bytes.includes(value), `${value} in ${file.name}`).toBe(false);
  }
  database = await openDatabase({ dataDirectory: directory }, () => undefined);
});
