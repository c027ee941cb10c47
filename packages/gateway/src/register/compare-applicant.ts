import { normalizeNationalId } from '@mhb-kit/core/identity';
import type { Applicant, RegisterAnswer } from './register.js';

/** A person in the operator's records; `null` means that the value is not on record. */
export interface PersonOnRecord {
  readonly nationalId: string;
  readonly cardNumber: string | null;
  readonly householdNumber: string | null;
  readonly birthDate: string | null;
  readonly name: string | null;
  readonly registeredAddress: string | null;
}

/**
 * Compares an applicant with the record that has the same ID number. The card number, household number and birth
 * date must be identical. If one of them differs, the result is `no-match`; if one is not on record, the result
 * cannot be `match`. Name and address are compared leniently, and a difference can only lower a match to
 * `see-a-person`.
 */
export function compareApplicant(record: PersonOnRecord | null, applicant: Applicant): RegisterAnswer {
  if (record === null || normalizeNationalId(record.nationalId) !== normalizeNationalId(applicant.nationalId))
    return 'no-match';
  const decisive = [
    [record.cardNumber, applicant.cardNumber, comparableNumber],
    [record.householdNumber, applicant.householdNumber, comparableNumber],
    [record.birthDate, applicant.birthDate, (date: string) => date],
  ] as const;
  if (decisive.some(([held, stated, form]) => held !== null && form(held) !== form(stated)))
    return 'no-match';
  if (decisive.some(([held]) => held === null)) return 'see-a-person';
  const differs = (held: string | null, stated: string | null, form: (text: string) => string): boolean =>
    held !== null && stated !== null && form(held) !== form(stated);
  return differs(record.name, applicant.name, comparableName) ||
    differs(record.registeredAddress, applicant.registeredAddress, comparableAddress)
    ? 'see-a-person'
    : 'match';
}

/** Normalizes a card or household number by removing the characters that people put between its digits. */
export const comparableNumber = (number: string): string =>
  number.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();

/**
 * The number of bytes of a name that are compared: the 20 bytes of Big5 on an NHI card, less up to four spaces.
 */
const COMPARED_NAME_BYTES = 16;
/** Stands for a character that Big5 lacks. Cards, forms, and registers each write such a character differently. */
const RARE = '□';

/**
 * Converts a name to a form in which its different spellings are equal. Ignores differences in width, case, white
 * space and punctuation, replaces rare characters, and truncates the name to the length on a card.
 */
export function comparableName(name: string): string {
  const plain = variantsUnified(name.normalize('NFKC'))
    .toUpperCase()
    .replaceAll(/[\s\p{Zs}.,'’‘`·•・‧∙\-‐–—_]/gu, '');
  let bytes = 0;
  let compared = '';
  for (const character of plain) {
    bytes += character < '\u0080' ? 1 : 2;
    if (bytes > COMPARED_NAME_BYTES) break;
    compared += character < '\u0080' ? (character === '?' ? RARE : character) : orRare(character);
  }
  return compared;
}

/**
 * Converts a 戶籍鄉鎮里鄰 to a form in which its different spellings are equal. If district, village and neighborhood
 * can be recognized, the result contains only them, without county, street and number; otherwise, it contains the
 * whole text.
 */
export function comparableAddress(address: string): string {
  const plain = variantsUnified(address.normalize('NFKC'))
    .replaceAll(/[\s\p{Zs},.、，。;:()-]/gu, '')
    .replaceAll(/(?:第)?([〇零一二三四五六七八九十]+)(?=鄰)/g, (_all, numeral: string) =>
      String(valueOf(numeral)),
    )
    .replaceAll(/第?0*(\d+)(?=鄰)/g, '$1');
  const parts = /^(?:.{2}[縣市])?(.{1,4}?[鄉鎮市區])(.{1,5}?[村里])(\d+)鄰/u.exec(plain);
  return parts === null ? plain : parts.slice(1).join('');
}

/**
 * Pairs of variants of the same character that are both used on documents. The first variant is the one in the
 * household register.
 */
const variants: Readonly<Record<string, string>> = {
  臺: '台',
  峯: '峰',
  羣: '群',
  啓: '啟',
  黄: '黃',
  溫: '温',
  眞: '真',
  裡: '里',
  邨: '村',
};
const variantsUnified = (text: string): string =>
  text.replaceAll(/[臺峯羣啓黄溫眞裡邨]/g, (character) => variants[character] ?? character);

const digits = '〇一二三四五六七八九';
/** Returns the value of a Chinese numeral below one hundred, such as 三, 十二, 二十 or 三十四. */
function valueOf(numeral: string): number {
  const value = (text: string): number =>
    [...text].reduce((sum, digit) => sum * 10 + Math.max(0, digits.indexOf(digit)), 0);
  const [tens, ones] = numeral.split('十') as [string, string | undefined];
  return ones === undefined ? value(tens) : (tens === '' ? 1 : value(tens)) * 10 + value(ones);
}

let known: ReadonlySet<string> | undefined;
/** Returns the characters in the two standard levels of Big5 (A440–C67E, C940–F9D5). */
function big5Characters(): ReadonlySet<string> {
  if (known !== undefined) return known;
  const decoder = new TextDecoder('big5');
  const characters = new Set<string>();
  for (let lead = 0xa4; lead <= 0xf9; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const code = (lead << 8) | trail;
      const isStandard = code <= 0xc67e || (code >= 0xc940 && code <= 0xf9d5);
      if (isStandard && (trail <= 0x7e || trail >= 0xa1))
        characters.add(decoder.decode(Uint8Array.of(lead, trail)));
    }
  return (known = characters);
}

const orRare = (character: string): string =>
  /^[\p{Script=Latin}\p{Script=Bopomofo}]$/u.test(character) || big5Characters().has(character)
    ? character
    : RARE;
