import { fromBER, type BitString } from 'asn1js';
import { AlgorithmIdentifier, Extension, IssuingDistributionPoint, type Certificate } from 'pkijs';
import { MhbError } from '../error.js';
import { signedBy } from './certificate-authorities.js';

/**
 * A verified revocation list, reduced to the data that a login needs. MOICA's complete lists contain hundreds
 * of thousands of entries and are 20 MB in size, so read each list once a day, never during a login.
 */
export interface RevocationList {
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly size: number;
  /** @param serialNumber the certificate's serial number, as the hexadecimal form of its DER integer */
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
/** `[0]` of TBSCertList. */
const EXTENSIONS = 0xa0;
const DELTA_CRL_INDICATOR = '2.5.29.27';
const ISSUING_DISTRIBUTION_POINT = '2.5.29.28';
/** Number of entries to read without a pause, which takes a few milliseconds. */
const ENTRIES_AT_ONCE = 5000;

/**
 * Reads a CRL (RFC 5280 §5.1, DER). Iterates over the raw entries, because creating an object for each entry
 * would need a hundred times as much memory.
 * @param issuer the pinned authority that must have signed the list
 * @throws {MhbError} `revocation-unavailable` if that authority did not sign the list, or the list has
 *   expired
 */
export async function readRevocationList(
  der: Uint8Array,
  issuer: Certificate,
  at: Date,
): Promise<RevocationList> {
  try {
    const [tbs, algorithm, signature] = children(der, tlv(der, 0));
    if (tbs === undefined || algorithm === undefined || signature === undefined) throw new Error('shape');
    const stated = {
      signatureAlgorithm: AlgorithmIdentifier.fromBER(whole(der, algorithm)),
      signatureValue: fromBER(whole(der, signature)).result as BitString,
    };
    if (!(await signedBy(issuer, whole(der, tbs), stated))) throw new Error('signature');
    const parts = children(der, tbs);
    const times = parts
      .filter(({ tag }) => tag === UTC_TIME || tag === GENERALIZED_TIME)
      .map((time) => date(der, time));
    const [thisUpdate, nextUpdate] = times;
    if (thisUpdate === undefined || nextUpdate === undefined || at < thisUpdate || at > nextUpdate)
      throw new Error('time');
    requireComplete(
      der,
      parts.find(({ tag }) => tag === EXTENSIONS),
    );
    // The list of entries follows the times. It is missing if no certificate is revoked.
    const lastTime = parts.findLastIndex(({ tag }) => tag === UTC_TIME || tag === GENERALIZED_TIME);
    const list = parts[lastTime + 1];
    const serials = list?.tag === SEQUENCE ? await revokedSerials(der, list) : new Set<string>();
    return {
      thisUpdate,
      nextUpdate,
      size: serials.size,
      has: (serialNumber) => serials.has(compact(fromHex(serialNumber))),
    };
  } catch (cause) {
    throw new MhbError('revocation-unavailable', 'The revocation list cannot be used', { cause });
  }
}

async function revokedSerials(der: Uint8Array, list: Tlv): Promise<ReadonlySet<string>> {
  const serials = new Set<string>();
  let count = 0;
  for (let position = list.contents; position < list.end;) {
    const entry = tlv(der, position);
    const serial = tlv(der, entry.contents);
    if (serial.tag !== INTEGER) throw new Error('serial');
    serials.add(compact(der.subarray(serial.contents, serial.end)));
    position = entry.end;
    count += 1;
    // Pause briefly, so that other people's logins can proceed.
    if (count % ENTRIES_AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return serials;
}

/**
 * Throws unless the list is complete. A list that contains only changes, only some reasons, or only
 * certificates of another issuer does not name every revoked certificate. A list with any other unknown
 * critical extension must not be used either (RFC 5280 §5.2).
 */
function requireComplete(der: Uint8Array, extensions: Tlv | undefined) {
  if (extensions === undefined) return;
  const [list] = children(der, extensions);
  for (const one of list === undefined ? [] : children(der, list)) {
    const { extnID, critical, extnValue } = Extension.fromBER(whole(der, one));
    if (extnID === ISSUING_DISTRIBUTION_POINT) {
      const stated = IssuingDistributionPoint.fromBER(new Uint8Array(extnValue.valueBlock.valueHexView));
      const { onlySomeReasons, onlyContainsCACerts, onlyContainsAttributeCerts, indirectCRL } = stated;
      if (onlySomeReasons !== undefined || onlyContainsCACerts || onlyContainsAttributeCerts || indirectCRL)
        throw new Error('partial');
    } else if (critical || extnID === DELTA_CRL_INDICATOR) {
      throw new Error('extension');
    }
  }
}

/**
 * Converts a serial number to a string with one character per byte, because hundreds of thousands of them are
 * kept in memory.
 */
const compact = (serial: Uint8Array): string => String.fromCharCode(...serial);

const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const whole = (bytes: Uint8Array, { start, end }: Tlv): Uint8Array<ArrayBuffer> =>
  new Uint8Array(bytes.subarray(start, end));

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

function date(bytes: Uint8Array, time: Tlv): Date {
  const { result } = fromBER(whole(bytes, time));
  return (result as unknown as { toDate(): Date }).toDate();
}
