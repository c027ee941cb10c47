import { MhbError } from '@mhb-kit/core/error';
import { random, SALT_BYTES } from './seal.js';

/**
 * Uses a passkey as a key. WebAuthn's `prf` extension returns the same secret for the same input, but only after
 * the person has confirmed with a fingerprint, face or PIN. No server knows the passkey, because it is used only
 * for this vault.
 */

interface PrfResults {
  readonly prf?: { readonly enabled?: boolean; readonly results?: { readonly first?: BufferSource } };
}

const CHALLENGE_BYTES = 32;
/** The COSE identifiers of the algorithms ES256 and RS256, which WebAuthn recommends. */
const ALGORITHMS = [-7, -257];

/** Checks whether this browser supports passkeys with a pseudo-random function on this page. */
export async function canUsePasskey(): Promise<boolean> {
  if (!isSecureContext || typeof PublicKeyCredential === 'undefined') return false;
  const known = PublicKeyCredential as typeof PublicKeyCredential & {
    getClientCapabilities?: () => Promise<Readonly<Record<string, boolean>>>;
  };
  try {
    return (await known.getClientCapabilities?.())?.['extension:prf'] === true;
  } catch {
    return false;
  }
}

const copied = (source: BufferSource): ArrayBuffer =>
  source instanceof ArrayBuffer
    ? source.slice(0)
    : new Uint8Array(source.buffer as ArrayBuffer, source.byteOffset, source.byteLength).slice().buffer;

/**
 * Creates a passkey, and derives its secret from a salt.
 *
 * @throws MhbError `vault-passkey-refused` if the person or the device refuses
 */
export async function makePasskey(name: string): Promise<{
  readonly credentialId: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly secret: ArrayBuffer;
}> {
  const salt = random(SALT_BYTES);
  const publicKey = {
    challenge: random(CHALLENGE_BYTES),
    rp: { name },
    user: { id: random(SALT_BYTES), name, displayName: name },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key' as const, alg })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    extensions: { prf: { eval: { first: salt } } },
  } as const;
  const created = await asked(() =>
    navigator.credentials.create({
      publicKey: { ...publicKey, pubKeyCredParams: [...publicKey.pubKeyCredParams] },
    }),
  );
  const { prf } = created.getClientExtensionResults() as PrfResults;
  if (prf?.enabled !== true) throw refused('The authenticator does not support the prf extension');
  const credentialId = new Uint8Array(created.rawId.slice(0));
  const first = prf.results?.first;
  // Many authenticators evaluate `prf` only when the passkey is used.
  const secret = first === undefined ? await usePasskey({ credentialId, salt }) : copied(first);
  return { credentialId, salt, secret };
}

/** @throws MhbError `vault-passkey-refused` */
export async function usePasskey({
  credentialId,
  salt,
}: {
  readonly credentialId: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
}): Promise<ArrayBuffer> {
  const used = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: random(CHALLENGE_BYTES),
        allowCredentials: [{ type: 'public-key', id: credentialId }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  const first = (used.getClientExtensionResults() as PrfResults).prf?.results?.first;
  if (first === undefined) throw refused('The authenticator returned no secret');
  return copied(first);
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await ask();
    if (credential instanceof PublicKeyCredential) return credential;
  } catch (cause) {
    throw refused('The browser received no passkey', cause);
  }
  throw refused('No passkey');
}

const refused = (message: string, cause?: unknown): MhbError =>
  new MhbError('vault-passkey-refused', message, { cause });
