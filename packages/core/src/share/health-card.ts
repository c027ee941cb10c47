import { Inflate } from 'fflate';
import { calculateJwkThumbprint } from 'jose/jwk/thumbprint';
import { importJWK } from 'jose/key/import';
import { compactVerify } from 'jose/jws/compact/verify';
import { fromBase64url } from '../encoding.js';
import { MhbError } from '../error.js';

/**
 * Reads SMART Health Cards (SMART Health Cards and Links 1.0.0, `cards-specification`). Cards are never created.
 */

/** A public key of an issuer, as listed in the issuer's `/.well-known/jwks.json`. */
export interface CardKey {
  readonly kty: string;
  readonly kid?: string;
  readonly use?: string;
  readonly alg?: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  /** Present if the issuer publishes a list of the revoked cards that were signed with this key. */
  readonly crlVersion?: number;
}

/** The list of cards that an issuer has revoked, from `/.well-known/crl/<kid>.json`. */
export interface CardRevocations {
  readonly kid: string;
  readonly rids: readonly string[];
}

/** An issuer that the caller trusts. No issuer is trusted by default. */
export interface CardIssuer {
  /** The `iss` value of the issuer's cards, which is an https address without a trailing slash. */
  readonly url: string;
  readonly keys: readonly CardKey[];
  readonly revocations?: readonly CardRevocations[];
}

/**
 * Whether a card is verified and, if not, the reason. `verified` means that the card was signed with a key of a
 * trusted issuer, is valid now, and has not been revoked. The other values are `issuer-unknown` (not a trusted
 * issuer), `key-unknown` (not a key of that issuer), `signature-wrong` (changed or forged), `not-yet-valid`,
 * `expired`, `revoked`, and `revocation-unknown` (the issuer publishes a list that the caller did not provide).
 */
export type CardVerification =
  | 'verified'
  | 'issuer-unknown'
  | 'key-unknown'
  | 'signature-wrong'
  | 'not-yet-valid'
  | 'expired'
  | 'revoked'
  | 'revocation-unknown';

export interface HealthCard {
  readonly verification: CardVerification;
  /** The issuer that the card states. */
  readonly issuer: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date | null;
  readonly types: readonly string[];
  /** The FHIR bundle. Unless the card is `verified`, it is untrusted JSON. */
  readonly bundle: Readonly<Record<string, unknown>>;
}

const HEALTH_CARD_TYPE = 'https://smarthealth.cards#health-card';
/**
 * The maximum size of a decompressed card in bytes. A card in a QR code is a few kilobytes long, but a card in a
 * file can contain a whole summary.
 */
const MAX_PAYLOAD = 5 * 1_048_576;
/**
 * The difference between the code of a character and its pair of digits in a QR code. It is 45, which is the code
 * of `-`.
 */
const FIRST_CHARACTER = 45;
const JWS_PATTERN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * Decodes the card in a QR code, which consists of `shc:/` and digits. Cards that are split into several codes are
 * deprecated and not supported.
 *
 * @throws {MhbError} `health-card-invalid` if the text is not such a card
 */
export function cardOfQrCode(text: string): string {
  const digits = /^shc:\/((?:\d\d)+)$/.exec(text.trim())?.[1];
  if (digits === undefined) throw new MhbError('health-card-invalid', 'The QR code does not contain a card');
  return (digits.match(/\d\d/g) ?? [])
    .map((pair) => String.fromCharCode(Number(pair) + FIRST_CHARACTER))
    .join('');
}

/** Returns the cards in a `.smart-health-card` file. */
export function cardsOfFile(content: Readonly<Record<string, unknown>>): string[] {
  const cards = content['verifiableCredential'];
  if (!Array.isArray(cards)) throw new MhbError('health-card-invalid', 'The file contains no cards');
  return cards.filter((card) => typeof card === 'string');
}

/**
 * Reads a card and checks whether it can be verified. Unknown types and properties are ignored.
 *
 * @throws {MhbError} `health-card-invalid` if the string is not a card
 */
export async function readHealthCard(
  jws: string,
  issuers: readonly CardIssuer[] = [],
  now: Date = new Date(),
): Promise<HealthCard> {
  const [header = '', payload = ''] = JWS_PATTERN.test(jws) ? jws.split('.') : [];
  const { alg, zip, kid } = objectIn(decoded(header), 'no header');
  if (alg !== 'ES256' || zip !== 'DEF' || typeof kid !== 'string')
    throw new MhbError('health-card-invalid', 'This is not the header of a card');
  const { iss, nbf, exp, vc } = objectIn(inflated(payload), 'no content');
  const { type, credentialSubject, rid } = objectOf(vc, 'no credential');
  const { fhirBundle } = objectOf(credentialSubject, 'no subject');
  const types = Array.isArray(type) ? type.filter((each) => typeof each === 'string') : [];
  if (typeof iss !== 'string' || typeof nbf !== 'number' || !types.includes(HEALTH_CARD_TYPE))
    throw new MhbError('health-card-invalid', 'This is not the content of a card');
  const card = {
    issuer: iss,
    issuedAt: new Date(nbf * 1_000),
    expiresAt: typeof exp === 'number' ? new Date(exp * 1_000) : null,
    types,
    bundle: objectOf(fhirBundle, 'no bundle'),
  };
  const signed = { jws, kid, nbf, rid: typeof rid === 'string' ? rid : null };
  return { ...card, verification: await verify(signed, card, issuers, now) };
}

interface Signed {
  readonly jws: string;
  readonly kid: string;
  readonly nbf: number;
  readonly rid: string | null;
}

async function verify(
  { jws, kid, nbf, rid }: Signed,
  { issuer, issuedAt, expiresAt }: Omit<HealthCard, 'verification'>,
  issuers: readonly CardIssuer[],
  now: Date,
): Promise<CardVerification> {
  const trusted = issuers.find(({ url }) => url === issuer && /^https:.*[^/]$/.test(url));
  if (trusted === undefined) return 'issuer-unknown';
  const key = trusted.keys.find((each) => each.kid === kid && isSigningKey(each));
  if (key === undefined || (await calculateJwkThumbprint({ ...key })) !== kid) return 'key-unknown';
  const { kty, crv = '', x = '', y = '' } = key;
  try {
    await compactVerify(jws, await importJWK({ kty, crv, x, y }, 'ES256'), { algorithms: ['ES256'] });
  } catch {
    return 'signature-wrong';
  }
  if (issuedAt > now) return 'not-yet-valid';
  if (expiresAt !== null && expiresAt <= now) return 'expired';
  if (key.crlVersion === undefined) return 'verified';
  const list = trusted.revocations?.find((each) => each.kid === kid);
  if (list === undefined) return 'revocation-unknown';
  return rid !== null && list.rids.some((entry) => revokes(entry, rid, nbf)) ? 'revoked' : 'verified';
}

/**
 * Checks whether an entry of a revocation list revokes a card. The entry is either `rid`, or `rid.<time>`, which
 * revokes only cards that were issued before that time.
 */
function revokes(entry: string, rid: string, nbf: number): boolean {
  const [revoked, before] = entry.split('.');
  return revoked === rid && (before === undefined || nbf < Number(before));
}

const isSigningKey = ({ kty, use, alg, crv, ...rest }: CardKey): boolean =>
  kty === 'EC' && use === 'sig' && alg === 'ES256' && crv === 'P-256' && !('d' in rest);

/** Decompresses raw DEFLATE data, and stops if the output becomes too large. */
function inflated(payload: string): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    const inflate = new Inflate((part) => {
      length += part.length;
      if (length > MAX_PAYLOAD)
        throw new MhbError('health-card-invalid', 'The decompressed card is too large');
      parts.push(part);
    });
    const bytes = fromBase64url(payload);
    // The data is decompressed in small chunks to limit the memory that is used before the size is checked. The
    // output can be a thousand times as large as a chunk.
    for (let at = 0; at < bytes.length || at === 0; at += PIECE)
      inflate.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  } catch (error) {
    throw new MhbError('health-card-invalid', 'The card cannot be decompressed', { cause: error });
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const PIECE = 4_096;

function decoded(text: string): Uint8Array {
  try {
    return fromBase64url(text);
  } catch (error) {
    throw new MhbError('health-card-invalid', 'Not base64url', { cause: error });
  }
}

function objectIn(bytes: Uint8Array, what: string): Readonly<Record<string, unknown>> {
  try {
    return objectOf(JSON.parse(new TextDecoder().decode(bytes)), what);
  } catch (error) {
    throw new MhbError('health-card-invalid', what, { cause: error });
  }
}

function objectOf(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new MhbError('health-card-invalid', what);
}
