import { MhbError } from '../error.js';
import { fromRocYear, isLocalDate, type LocalDate } from '../identity/index.js';
import { decodeBig5Name } from './big5-name.js';
import type { NhiBasic } from './contract.js';

/** Length of the basic data block in bytes. */
export const NHI_BASIC_LENGTH = 57;

/** The position of each field in the block, `[from, to)`. */
export const NHI_BASIC_FIELDS = {
  cardNumber: [0, 12],
  /** Big5, padded. */
  name: [12, 32],
  nationalId: [32, 42],
  /** ROC `yyyMMdd`. The date of issue has the same format. */
  birthDate: [42, 49],
  sex: [49, 50],
  issueDate: [50, 57],
} as const;

/**
 * Matches the ID numbers of citizens, and of residents in the new format (second character 8 or 9) or the old
 * format (two letters). The gateway verifies the check digit.
 */
const NATIONAL_ID = /^[A-Z](?:\d|[A-D])\d{8}$/;

/**
 * Parses the basic data block of an NHI card. The parser is strict about fields in which a mistake would
 * identify another person (length, card number, national ID), and lenient about the other fields (name, dates,
 * sex).
 * @throws {MhbError} `bad-card-data`
 */
export function parseNhiBasic(block: Uint8Array): NhiBasic {
  const bytes = (field: keyof typeof NHI_BASIC_FIELDS) => block.subarray(...NHI_BASIC_FIELDS[field]);
  const ascii = (field: keyof typeof NHI_BASIC_FIELDS) => String.fromCharCode(...bytes(field));

  const cardNumber = ascii('cardNumber');
  const nationalId = ascii('nationalId');
  if (block.length !== NHI_BASIC_LENGTH || !/^\d{12}$/.test(cardNumber) || !NATIONAL_ID.test(nationalId)) {
    throw new MhbError('bad-card-data', 'The block does not contain the basic data of an NHI card');
  }
  const sex = ascii('sex');
  const { name, quality } = decodeBig5Name(bytes('name'));
  return {
    cardNumber,
    name,
    nameQuality: quality,
    nationalId,
    birthDate: rocDate(ascii('birthDate')),
    sex: sex === 'M' || sex === 'F' ? sex : null,
    issueDate: rocDate(ascii('issueDate')),
  };
}

/** Converts a date such as `1040527` to `2015-05-27`. Returns `null` if the string is not a valid date. */
function rocDate(text: string): LocalDate | null {
  const [, year, month, day] = /^(\d{3})(\d{2})(\d{2})$/.exec(text) ?? [];
  const date = `${fromRocYear(Number(year))}-${month}-${day}`;
  return isLocalDate(date) ? date : null;
}
