import { MhbError } from '../error.js';

/** Public key of a bridge, as `mhb-card-bridge enrol` prints it. */
export interface BridgeKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
}

/** The bridge's answer to a challenge: a compact JWS (ES256) over `{challenge, origin}`, and the key to check it by. */
export interface BridgeProof {
  readonly proof: string;
  readonly publicJwk: BridgeKey;
}

/** 256 bits, base64url. */
export const newChallenge = (): string => toBase64url(crypto.getRandomValues(new Uint8Array(32)));

/**
 * Another program may have taken the bridge's port. This one is the bridge if it signs our challenge by a key we know.
 * @param known RFC 7638 thumbprints
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
  { kty, crv, x, y }: BridgeKey,
  challenge: string,
  origin: string,
  known: readonly string[],
): Promise<boolean> {
  // RFC 7638 §3.2: the required members, in this order.
  const canonical = new TextEncoder().encode(JSON.stringify({ crv, kty, x, y }));
  const thumbprint = toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', canonical)));
  if (!known.includes(thumbprint)) return false;
  const [header = '', payload = '', signature = ''] = proof.split('.');
  const key = await crypto.subtle.importKey(
    'jwk',
    { kty, crv, x, y },
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['verify'],
  );
  const signed = new TextEncoder().encode(`${header}.${payload}`);
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  if (!(await crypto.subtle.verify(algorithm, key, fromBase64url(signature), signed))) return false;
  const { typ } = parse(header);
  const claims = parse(payload);
  return typ === 'bridge-proof+jwt' && claims['challenge'] === challenge && claims['origin'] === origin;
}

const parse = (part: string) =>
  JSON.parse(new TextDecoder().decode(fromBase64url(part))) as Readonly<Record<string, unknown>>;

const toBase64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const fromBase64url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
