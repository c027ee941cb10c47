import { createPublicKey, verify } from 'node:crypto';

/** The operator's Ed25519 public key (RFC 8037), which the packaging script included in the program. */
export interface OperatorKey {
  readonly x: string;
}

/** Maximum length of a signed token. No release list is this long. */
const MAX_LENGTH = 65_536;

/**
 * Returns the content that the operator signed: the payload of a compact JWS (RFC 7515, `EdDSA`) of the given
 * type, or `null` for anything else.
 * @param type the required `typ` of the header, so that a signature for one purpose is not accepted for
 *   another
 */
export function signedByOperator(
  token: string,
  type: string,
  key: OperatorKey | null,
): Readonly<Record<string, unknown>> | null {
  if (key === null || token.length > MAX_LENGTH || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return null;
  const [header = '', payload = '', signature = ''] = token.split('.');
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.x }, format: 'jwk' });
    const bytes = Buffer.from(signature, 'base64url');
    // Only one encoding of a signature is valid.
    if (bytes.toString('base64url') !== signature) return null;
    if (!verify(null, Buffer.from(`${header}.${payload}`), publicKey, bytes)) return null;
    const { alg, typ } = decoded(header);
    return alg === 'EdDSA' && typ === type ? decoded(payload) : null;
  } catch {
    return null;
  }
}

const decoded = (part: string): Readonly<Record<string, unknown>> =>
  JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Readonly<Record<string, unknown>>;
