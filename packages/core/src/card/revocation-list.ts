import { fromBER } from 'asn1js';
import type { Certificate } from 'pkijs';
import { MhbError } from '../error.js';
import { hex } from './certificate-authorities.js';

/**
 * A revocation list, verified and boiled down to what a login asks. MOICA's complete lists hold hundreds of thousands of
 * entries in 20 MB: read one once a day, never in a login.
 */
export interface RevocationList {
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly size: number;
  /** @param serialNumber the certificate's, hex of its DER integer */
  has(serialNumber: string): boolean;
}

interface Tlv {
  readonly tag: number;
  readonly start: number;
  readonly contents: number;
  readonly end: number;
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;

/**
 * Reads a CRL (RFC 5280 §5.1, DER). Walks the entries itself: an object for each would take a hundred times the memory.
 * @param issuer the pinned authority that must have signed it
 * @throws {MhbError} `revocation-unavailable` when it is not that authority's, or its time is over
 */
export async function readRevocationList(
  der: Uint8Array,
  issuer: Certificate,
  at: Date,
): Promise<RevocationList> {
  try {
    const [tbs, algorithm, signature] = children(der, tlv(der, 0));
    if (tbs === undefined || algorithm === undefined || signature === undefined) throw new Error('shape');
    if (!(await signedBy(issuer, der, tbs, algorithm, signature))) throw new Error('signature');
    const parts = children(der, tbs);
    const times = parts
      .filter(({ tag }) => tag === UTC_TIME || tag === GENERALIZED_TIME)
      .map((time) => date(der, time));
    const [thisUpdate, nextUpdate] = times;
    if (thisUpdate === undefined || nextUpdate === undefined || at < thisUpdate || at > nextUpdate)
      throw new Error('time');
    // After the times comes the list, unless nothing is revoked.
    const lastTime = parts.findLastIndex(({ tag }) => tag === UTC_TIME || tag === GENERALIZED_TIME);
    const list = parts[lastTime + 1];
    const serials = new Set<string>();
    if (list?.tag === SEQUENCE) {
      for (let at_ = list.contents; at_ < list.end;) {
        const entry = tlv(der, at_);
        const serial = tlv(der, entry.contents);
        if (serial.tag !== INTEGER) throw new Error('serial');
        serials.add(hex(der.subarray(serial.contents, serial.end)));
        at_ = entry.end;
      }
    }
    return { thisUpdate, nextUpdate, size: serials.size, has: (serialNumber) => serials.has(serialNumber) };
  } catch (cause) {
    throw new MhbError('revocation-unavailable', 'The revocation list cannot be used', { cause });
  }
}

function tlv(bytes: Uint8Array, start: number): Tlv {
  const [tag, first] = bytes.subarray(start, start + 2);
  if (tag === undefined || first === undefined) throw new Error('truncated');
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  const length =
    lengthBytes === 0
      ? first
      : bytes.subarray(start + 2, start + 2 + lengthBytes).reduce((sum, byte) => sum * 256 + byte, 0);
  const contents = start + 2 + lengthBytes;
  if (lengthBytes > 4 || contents + length > bytes.length) throw new Error('truncated');
  return { tag, start, contents, end: contents + length };
}

function children(bytes: Uint8Array, parent: Tlv): Tlv[] {
  const found: Tlv[] = [];
  for (let at = parent.contents; at < parent.end; at = found.at(-1)?.end ?? parent.end)
    found.push(tlv(bytes, at));
  return found;
}

function date(bytes: Uint8Array, { start, end }: Tlv): Date {
  const { result } = fromBER(Uint8Array.from(bytes.subarray(start, end)).buffer);
  return (result as unknown as { toDate(): Date }).toDate();
}

/** Signature algorithms of authorities: RSA with SHA-256/384/512, ECDSA with SHA-256. */
const ALGORITHMS: Readonly<Record<string, { readonly name: string; readonly hash: string }>> = {
  '2a864886f70d01010b': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  '2a864886f70d01010c': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
  '2a864886f70d01010d': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
};

async function signedBy(issuer: Certificate, der: Uint8Array, tbs: Tlv, algorithm: Tlv, signature: Tlv) {
  const oid = tlv(der, algorithm.contents);
  const known = ALGORITHMS[hex(der.subarray(oid.contents, oid.end))];
  if (known === undefined) return false;
  const spki = issuer.subjectPublicKeyInfo.toSchema().toBER();
  const key = await crypto.subtle.importKey('spki', spki, known, false, ['verify']);
  // The first byte of a bit string counts its unused bits.
  const bits = Uint8Array.from(der.subarray(signature.contents + 1, signature.end));
  return crypto.subtle.verify(known.name, key, bits, Uint8Array.from(der.subarray(tbs.start, tbs.end)));
}
