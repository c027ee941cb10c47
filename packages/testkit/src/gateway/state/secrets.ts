/** Returns 256 random bits as base64url, for nonces, tokens, handles and the tickets in links. */
export const newSecret = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const draw = (alphabet: string, length: number): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(length)), (word) =>
    alphabet.charAt(word % alphabet.length),
  ).join('');

/** Returns six digits for a text message. */
export const newCode = (): string => draw('0123456789', 6);

/** Returns the ticket of a registration in Crockford's base 32, so that people can type it. */
export const newTypedTicket = (): string => draw('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 16);

/**
 * Returns the normal form of a typed ticket. Case, grouping, and letters that look like digits make no difference.
 */
export const readTypedTicket = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[-\s]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** Returns a one-time password without characters that look alike. */
export const newOneTimePassword = (): string => draw('abcdefghjkmnpqrstuvwxyz23456789', 10);
