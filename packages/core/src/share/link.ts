import { fromBase64url, toBase64url } from '../encoding.js';
import { MhbError } from '../error.js';

/**
 * The payload of a SMART Health Link (SMART Health Cards and Links 1.0.0, "Construct a SMART Health Link
 * Payload"). It includes the key, which the server at `url` never receives.
 */
export interface HealthLink {
  /** The address of the manifest or, if `isDirect` is true, of the single encrypted file. */
  readonly url: string;
  /** The key: 32 bytes in base64url. */
  readonly key: string;
  /** The time at which the link expires, or `null` if the link does not state it. */
  readonly expiresAt: Date | null;
  /** Whether the content can change over time (flag `L`). */
  readonly isLongTerm: boolean;
  /** Whether a passcode is required (flag `P`). */
  readonly needsPasscode: boolean;
  /** Whether `url` is the address of a single encrypted file (flag `U`). */
  readonly isDirect: boolean;
  /** A short description of the content, with at most 80 characters. */
  readonly label: string | null;
}

/**
 * The maximum length of URLs that we write ("SHALL NOT exceed 128 characters"). URLs written by others are
 * accepted up to `MOST_URL`.
 */
export const MAX_URL = 128;
const MOST_URL = 2_048;
/** The maximum length of a label ("String no longer than 80 characters"). */
export const MAX_LABEL = 80;
/** The protocol version that we support. */
const VERSION = 1;
/**
 * The length of the longest string that is accepted from a camera or the clipboard. No link in a QR code exceeds
 * 4,296 characters.
 */
const MAX_TEXT = 8_192;
const KEY_PATTERN = /^[\w-]{43}$/;
const PREFIX = 'shlink:/';

/** Creates a random key of 32 bytes, in base64url. */
export const createHealthLinkKey = (): string => toBase64url(crypto.getRandomValues(new Uint8Array(32)));

/**
 * Writes a link as a string, for a QR code or a message.
 *
 * @param viewer address of a page that opens links; the link is appended after `#`, which browsers do not
 *   send to servers
 * @throws {MhbError} `health-link-invalid` if the specification does not allow the link
 */
export function writeHealthLink(link: HealthLink, viewer?: string): string {
  const { url, key, expiresAt, isLongTerm, needsPasscode, isDirect, label } = link;
  const flag = `${isLongTerm ? 'L' : ''}${needsPasscode ? 'P' : ''}${isDirect ? 'U' : ''}`;
  if (!isFetchable(url) || url.length > MAX_URL || !KEY_PATTERN.test(key) || (needsPasscode && isDirect))
    throw new MhbError('health-link-invalid', 'The specification does not allow this link');
  if (label !== null && label.length > MAX_LABEL)
    throw new MhbError('health-link-invalid', 'The label is too long');
  const payload = {
    url,
    ...(flag === '' ? {} : { flag }),
    key,
    ...(expiresAt === null ? {} : { exp: Math.floor(expiresAt.getTime() / 1_000) }),
    ...(label === null ? {} : { label }),
  };
  const uri = PREFIX + toBase64url(new TextEncoder().encode(JSON.stringify(payload)));
  return viewer === undefined ? uri : `${viewer.replace(/#.*$/s, '')}#${uri}`;
}

/** Checks whether a string contains a link, which need not be valid. */
export const holdsHealthLink = (text: string): boolean => text.includes(PREFIX);

/**
 * Reads a link, which may be preceded by the address of a viewer. Unknown properties and flags are ignored.
 *
 * @throws {MhbError} `health-link-invalid`, `health-link-newer`
 */
export function readHealthLink(text: string): HealthLink {
  const start = text.slice(0, MAX_TEXT + 1).indexOf(PREFIX);
  if (start < 0 || text.length > MAX_TEXT) throw invalid('The text contains no link');
  const payload = payloadOf(text.slice(start + PREFIX.length).trim());
  const { url, key, exp, flag = '', label, v = VERSION } = payload;
  if (typeof v !== 'number' || !Number.isInteger(v) || v < 1) throw invalid('No version');
  if (v > VERSION) throw new MhbError('health-link-newer', 'The link uses a newer version of the format');
  if (typeof url !== 'string' || url.length > MOST_URL || !isFetchable(url)) throw invalid('No address');
  if (typeof key !== 'string' || !KEY_PATTERN.test(key)) throw invalid('No key');
  if (typeof flag !== 'string') throw invalid('The flags are not text');
  const needsPasscode = flag.includes('P');
  const isDirect = flag.includes('U');
  if (needsPasscode && isDirect) throw invalid('The flags U and P cannot be combined');
  const ends = typeof exp === 'number' ? new Date(exp * 1_000) : null;
  return {
    url,
    key,
    expiresAt: ends === null || Number.isNaN(ends.getTime()) ? null : ends,
    isLongTerm: flag.includes('L'),
    needsPasscode,
    isDirect,
    label: typeof label === 'string' && label.trim() !== '' ? label.slice(0, MAX_LABEL) : null,
  };
}

function payloadOf(encoded: string): Readonly<Record<string, unknown>> {
  try {
    const payload: unknown = JSON.parse(new TextDecoder().decode(fromBase64url(encoded)));
    if (typeof payload === 'object' && payload !== null) return payload as Record<string, unknown>;
  } catch {
    // The error is thrown below, as for every other invalid payload.
  }
  throw invalid('No payload');
}

/**
 * Checks whether a URL can be fetched. URLs must use TLS, except on localhost, where people try out the gateway.
 */
export function isFetchable(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '') return false;
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
  );
}

const invalid = (message: string): MhbError => new MhbError('health-link-invalid', message);
