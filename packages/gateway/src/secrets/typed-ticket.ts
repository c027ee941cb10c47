import { randomBytes } from 'node:crypto';

/**
 * A ticket that a person can type off a mail: 16 characters of Crockford's base 32, which has no I, L, O and U, so that none is
 * taken for another. Its 80 bits are far beyond what can be guessed at a service that counts calls; a copy of the database
 * must not hold its plain hash, which is not.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

export function newTypedTicket(): string {
  return Array.from(randomBytes(LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/** As it is printed for people: `7QK2-M9XD-4R8T-WZ3N`. */
export const groupTicket = (ticket: string): string => ticket.replaceAll(/.{4}(?=.)/g, '$&-');

/** The ticket that somebody has typed, or scanned: in any case, grouped or not, with the letters that look like digits. */
export const readTicket = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[-\s]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
