/** 256 bits, base64url: nonces, tokens, handles and tickets of links. */
export const newSecret = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const draw = (alphabet: string, length: number): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(length)), (word) =>
    alphabet.charAt(word % alphabet.length),
  ).join('');

/** Six digits, for a text message. */
export const newCode = (): string => draw('0123456789', 6);

/** The ticket of a registration, which people can type: Crockford's base 32. */
export const newTypedTicket = (): string => draw('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 16);

/** The normal form of a typed ticket: case, grouping and letters that look like digits do not matter. */
export const readTypedTicket = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[-\s]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** A one-time password without characters that look alike. */
export const newOneTimePassword = (): string => draw('abcdefghjkmnpqrstuvwxyz23456789', 10);
