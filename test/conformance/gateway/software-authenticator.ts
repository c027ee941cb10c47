import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type {
  PasskeyAssertion,
  PasskeyAttestation,
  PasskeyCreationOptions,
  PasskeyLoginOptions,
} from '@mhb-kit/core/gateway';

/**
 * A software device with passkeys (WebAuthn level 3, ES256, attestation `none`) that also creates the
 * signatures of a thief, a phishing page or a broken device. Signatures of real devices are tested in the
 * browser.
 */

export interface Signing {
  /** The page's origin. */
  readonly origin: string;
  /** Default: that of the options. */
  readonly rpId?: string;
  readonly challenge?: string;
  readonly userVerified?: boolean;
  readonly userPresent?: boolean;
  readonly crossOrigin?: boolean;
  /** The signature count; by default one more. */
  readonly counter?: number;
  readonly synced?: boolean;
  readonly userHandle?: string | null;
  readonly type?: string;
  /** The credential whose key signs. */
  readonly by?: Credential;
}

export interface Credential {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly userHandle: string;
  counter: number;
}

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();
const base64url = (data: Uint8Array | string): string => Buffer.from(data).toString('base64url');

const flag = { userPresent: 0x01, userVerified: 0x04, backupEligible: 0x08, backedUp: 0x10, attested: 0x40 };

function clientData(type: string, challenge: string, { origin, crossOrigin = false }: Signing): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin }));
}

function authenticatorData(rpId: string, counter: number, signing: Signing, attested?: Buffer): Buffer {
  const { userVerified = true, userPresent = true, synced = false } = signing;
  const head = Buffer.alloc(37);
  sha256(rpId).copy(head);
  head[32] =
    (userPresent ? flag.userPresent : 0) |
    (userVerified ? flag.userVerified : 0) |
    (synced ? flag.backupEligible | flag.backedUp : 0) |
    (attested === undefined ? 0 : flag.attested);
  head.writeUInt32BE(counter, 33);
  return Buffer.concat([head, attested ?? Buffer.alloc(0)]);
}

/** COSE key of a P-256 point (RFC 9053), in CBOR. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
}

/** `{fmt: 'none', attStmt: {}, authData}` in CBOR. */
function attestationObject(authData: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(authData.length);
  return Buffer.concat([
    Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746159', 'hex'),
    length,
    authData,
  ]);
}

export function makeKey(
  options: PasskeyCreationOptions,
  signing: Signing,
): { readonly attestation: PasskeyAttestation; readonly credential: Credential } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(id.length);
  const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)]);
  const counter = signing.counter ?? 1;
  const authData = authenticatorData(signing.rpId ?? options.rp.id, counter, signing, attested);
  const client = clientData(
    signing.type ?? 'webauthn.create',
    signing.challenge ?? options.challenge,
    signing,
  );
  return {
    attestation: {
      id: base64url(id),
      response: {
        clientDataJSON: base64url(client),
        attestationObject: base64url(attestationObject(authData)),
      },
    },
    credential: { id: base64url(id), privateKey, userHandle: options.user.id, counter },
  };
}

export function useKey(
  credential: Credential,
  options: PasskeyLoginOptions,
  signing: Signing,
): PasskeyAssertion {
  credential.counter = signing.counter ?? credential.counter + 1;
  const authData = authenticatorData(signing.rpId ?? options.rpId, credential.counter, signing);
  const client = clientData(signing.type ?? 'webauthn.get', signing.challenge ?? options.challenge, signing);
  const { privateKey } = signing.by ?? credential;
  return {
    id: credential.id,
    response: {
      clientDataJSON: base64url(client),
      authenticatorData: base64url(authData),
      signature: base64url(sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey)),
      userHandle: signing.userHandle === undefined ? credential.userHandle : signing.userHandle,
    },
  };
}
