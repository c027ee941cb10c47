import { randomBytes } from 'node:crypto';

/**
 * Creates tickets that a person can type from an e-mail or a letter: 16 characters of Crockford's base 32, which
 * omits I, L, O, and U to avoid confusion. The 80 bits of a ticket cannot be guessed through a service that limits
 * calls. They could be guessed from a plain hash in a copy of the database, so the hash must be keyed.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

export function newTypedTicket(): string {
  return Array.from(randomBytes(LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/** Formats a ticket for people to read: `7QK2-M9XD-4R8T-WZ3N`. */
export const groupTicket = (ticket: string): string => ticket.replaceAll(/.{4}(?=.)/g, '$&-');

/**
 * Normalizes a ticket that a person has typed or scanned. It may be in upper or lower case, grouped or not, and
 * may contain letters that look like digits.
 */
export const readTicket = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[-\s]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
