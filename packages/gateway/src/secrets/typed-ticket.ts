import { randomBytes } from 'node:crypto';

/**
 * A ticket that a person can type from an e-mail: 16 characters of Crockford's base 32, which avoids confusion
 * by omitting I, L, O, and U. Its 80 bits cannot be guessed at a service that limits calls. They could be
 * guessed from a plain hash in a copy of the database, so the hash is keyed.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

export function newTypedTicket(): string {
  return Array.from(randomBytes(LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/** As printed for people: `7QK2-M9XD-4R8T-WZ3N`. */
export const groupTicket = (ticket: string): string => ticket.replaceAll(/.{4}(?=.)/g, '$&-');

/**
 * The ticket that a person has typed or scanned: in upper or lower case, grouped or not, and possibly with
 * letters that look like digits.
 */
export const readTicket = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[-\s]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
