import { fromBase64url, toBase64url } from '../encoding.js';
import { MhbError } from '../error.js';

/** A bridge's public key, as `mhb-card-bridge enrol` prints it. */
export interface BridgeKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
}

/**
 * The bridge's response to a challenge. It consists of a compact JWS (ES256) over `{challenge, origin}`, and
 * the key that verifies it.
 */
export interface BridgeProof {
  readonly proof: string;
  readonly publicJwk: BridgeKey;
}

/** 256 bits, base64url. */
export const newChallenge = (): string => toBase64url(crypto.getRandomValues(new Uint8Array(32)));

/**
 * Checks that the program on the bridge's port is the bridge and not another program. It is the bridge if it
 * signs our challenge with a known key.
 * @param known RFC 7638 thumbprints of the known keys
 * @throws {MhbError} `bridge-not-trusted`
 */
export async function checkBridgeProof(
  { proof, publicJwk }: BridgeProof,
  challenge: string,
  origin: string,
  known: readonly string[],
): Promise<void> {
  const valid = await proves(proof, publicJwk, challenge, origin, known).catch(() => false);
  if (!valid) throw new MhbError('bridge-not-trusted', 'This program is not the bridge that was enrolled');
}

async function proves(
  proof: string,
  publicJwk: BridgeKey,
  challenge: string,
  origin: string,
  known: readonly string[],
): Promise<boolean> {
  if (!known.includes(await thumbprint(publicJwk))) return false;
  const claims = await signedClaims(proof, 'bridge-proof+jwt', publicJwk);
  return claims?.['challenge'] === challenge && claims['origin'] === origin;
}

/** Computes a key's thumbprint from its required members, in the order that RFC 7638 §3.2 specifies. */
async function thumbprint({ kty, crv, x, y }: BridgeKey): Promise<string> {
  return digest(new TextEncoder().encode(JSON.stringify({ crv, kty, x, y })));
}

/** SHA-256, base64url. */
export const digest = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

/**
 * Returns the content that a bridge signed (compact JWS, ES256), or `null` if the JWS has another type or
 * another key signed it.
 */
export async function signedClaims(
  jws: string,
  type: string,
  { kty, crv, x, y }: BridgeKey,
): Promise<Readonly<Record<string, unknown>> | null> {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const key = await crypto.subtle.importKey(
    'jwk',
    { kty, crv, x, y },
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['verify'],
  );
  const signed = new TextEncoder().encode(`${header}.${payload}`);
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  if (!(await crypto.subtle.verify(algorithm, key, fromBase64url(signature), signed))) return null;
  return parse(header)['typ'] === type ? parse(payload) : null;
}

const parse = (part: string) =>
  JSON.parse(new TextDecoder().decode(fromBase64url(part))) as Readonly<Record<string, unknown>>;
