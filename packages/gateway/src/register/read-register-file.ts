import { TextDecoderStream } from 'node:stream/web';
import { Readable } from 'node:stream';
import { MhbError } from '@mhb-kit/core/error';
import { isNationalId, MOBILE_PATTERN, normalizeNationalId, readBirthDate } from '@mhb-kit/core/identity';
import type { RegisterRow } from './imported-register.js';

/** The required columns of a CSV file, or the required members of each object in JSON lines. */
const required = ['nationalId', 'cardNumber', 'householdNumber', 'birthDate'] as const;
type Column = (typeof required)[number] | 'name' | 'registeredAddress' | 'email' | 'mobile' | 'postalAddress';

/**
 * Reads an operator's register as a stream. The file is either CSV with a header line (RFC 4180) or JSON lines,
 * both in UTF-8.
 * @param today the current day; birth dates must be earlier
 * @throws {MhbError} `invalid-request` with the number of the invalid line, but without its content, which may be
 * personal data
 */
export async function* readRegisterFile(bytes: Readable, today: string): AsyncGenerator<RegisterRow> {
  let number = 0;
  let columns: readonly string[] | null = null;
  const wrong = (what: string): MhbError =>
    new MhbError('invalid-request', `Line ${number}: ${what}`, { details: { line: number } });
  for await (const line of linesOf(bytes)) {
    number += 1;
    if (line.trim() === '') continue;
    if (line.startsWith('{')) {
      yield rowOf(objectOf(line), wrong, today);
      continue;
    }
    const cells = cellsOf(line);
    if (cells === null) throw wrong('a quotation mark is not closed');
    if (columns === null) {
      const missing = required.filter((name) => !cells.includes(name));
      if (missing.length > 0)
        throw wrong(`the first line must name the columns; missing: ${missing.join(', ')}`);
      columns = cells;
      continue;
    }
    if (cells.length !== columns.length) throw wrong(`${cells.length} columns instead of ${columns.length}`);
    yield rowOf(Object.fromEntries(columns.map((name, index) => [name, cells[index]])), wrong, today);
  }
}

function objectOf(line: string): Readonly<Record<string, unknown>> | null {
  try {
    return JSON.parse(line) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}

function rowOf(
  object: Readonly<Record<string, unknown>> | null,
  wrong: (what: string) => MhbError,
  today: string,
): RegisterRow {
  if (object === null) throw wrong('not JSON');
  const value = (column: Column): string => {
    const found = object[column] ?? '';
    if (typeof found !== 'string') throw wrong(`${column} is not text`);
    return found.normalize('NFC').trim();
  };
  const given = (column: Column): string | null => (value(column) === '' ? null : value(column));
  const nationalId = normalizeNationalId(value('nationalId'));
  const cardNumber = value('cardNumber').replaceAll(/[\s-]/g, '');
  const birthDate = readBirthDate(value('birthDate'), today);
  const mobile = given('mobile');
  if (!isNationalId(nationalId)) throw wrong('nationalId is not an ID number');
  if (!/^\d{12}$/.test(cardNumber)) throw wrong('cardNumber does not have 12 digits');
  if (value('householdNumber') === '') throw wrong('householdNumber is empty');
  if (birthDate === null) throw wrong('birthDate is not a date of birth');
  if (mobile !== null && !new RegExp(MOBILE_PATTERN).test(mobile))
    throw wrong('mobile is not 09 followed by 8 digits');
  const contact = { email: given('email'), mobile, postalAddress: given('postalAddress') };
  return {
    nationalId,
    cardNumber,
    householdNumber: value('householdNumber'),
    birthDate,
    name: value('name'),
    registeredAddress: given('registeredAddress'),
    contact: Object.values(contact).every((each) => each === null) ? null : contact,
  };
}

/** @throws {MhbError} `invalid-request` if the bytes are not UTF-8 */
async function* linesOf(bytes: Readable): AsyncGenerator<string> {
  const text = Readable.toWeb(bytes).pipeThrough(new TextDecoderStream('utf-8', { fatal: true }));
  let rest = '';
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const lines = `${rest}${chunk}`.split(/\r?\n/);
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    if (error instanceof MhbError) throw error;
    throw (error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
      ? new MhbError('invalid-request', 'The file is not in UTF-8; save it as “CSV UTF-8”', { cause: error })
      : error;
  }
  if (rest !== '') yield rest;
}

/** Returns the cells of a CSV line; `null` if a quotation mark is not closed at the end of the line. */
function cellsOf(line: string): readonly string[] | null {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let cell = '';
    if (line[at] === '"') {
      for (;;) {
        const end = line.indexOf('"', at + 1);
        if (end < 0) return null;
        cell += line.slice(at + 1, end);
        at = end + 1;
        if (line[at] !== '"') break;
        cell += '"';
      }
    }
    const comma = line.indexOf(',', at);
    cell += line.slice(at, comma < 0 ? undefined : comma);
    cells.push(cell.trim());
    if (comma < 0) return cells;
    at = comma + 1;
  }
}
