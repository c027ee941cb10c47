import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DownloadList } from '@mhb-kit/core/card/verify-cdc';
import { MhbError } from '@mhb-kit/core/error';
import { systemClock, type Clock } from '../scheduling/clock.js';
import { writeFileDurably } from '../storage/durable-files.js';
import type { CertificateOptions } from './certificates.js';

/** The certificate files of the authorities, and the addresses of their revocation services. */
export interface PinnedCertificates {
  /** The paths of the root certificates (GRCA), in DER or PEM format. */
  readonly roots: readonly string[];
  /** The authorities that issue cards (MOICA), one per generation. */
  readonly authorities: readonly {
    readonly certificate: string;
    /** The address of the authority's complete revocation list. */
    readonly revocationList?: string;
    /** The address of the authority's OCSP responder; by default, the address in each certificate. */
    readonly responder?: string;
  }[];
  /** Whether to query OCSP responders before using the daily list; default true. */
  readonly ocsp?: boolean;
  /** Whether an enrolled bridge must vouch for each signature; default false. */
  readonly enrolledBridgesOnly?: boolean;
}

/** The maximum size of a revocation list in bytes. MOICA's largest list has 20 MB. */
const LONGEST_LIST = 64 * 1024 * 1024;

/**
 * Reads the pinned certificates. The daily lists are stored in `folder`, so that a restart does not have
 * to wait for the authority.
 * @throws {MhbError} `configuration-invalid`
 */
export async function pinnedCertificates(
  pinned: PinnedCertificates,
  folder: string,
  clock: Clock = systemClock,
): Promise<CertificateOptions> {
  const { inTurn, keyIdentifier, ocspCheck, parseCertificate, revocationLists } =
    await import('@mhb-kit/core/card/verify-cdc');

  function readCertificate(path: string): Uint8Array {
    try {
      const bytes = readFileSync(path);
      const pem = bytes
        .toString('latin1')
        .split('-----BEGIN CERTIFICATE-----', 2)[1]
        ?.split('-----END', 1)[0];
      const der = pem === undefined ? bytes : Buffer.from(pem, 'base64');
      parseCertificate(der);
      return der;
    } catch (error) {
      throw new MhbError('configuration-invalid', `Not a certificate: ${path}`, { cause: error });
    }
  }

  const roots = pinned.roots.map(readCertificate);
  const authorities = pinned.authorities.map((authority) => {
    const der = readCertificate(authority.certificate);
    return { ...authority, der, keyId: keyIdentifier(parseCertificate(der)) ?? '' };
  });
  const pins = { roots, intermediates: authorities.map(({ der }) => der) };

  const download: DownloadList = async (issuerKeyId, signal) => {
    const address = authorities.find(({ keyId }) => keyId === issuerKeyId)?.revocationList;
    const kept = join(folder, `${issuerKeyId}.crl`);
    if (address === undefined) return readFile(kept);
    try {
      const response = await fetch(address, { signal });
      if (!response.ok || response.body === null) throw new Error(`Answered ${response.status}`);
      await writeFileDurably(kept, atMost(response.body, LONGEST_LIST));
    } catch (error) {
      // Use yesterday's list until the expiry time that it states. Its signature is verified in any case.
      return readFile(kept).catch(() => {
        throw error;
      });
    }
    return readFile(kept);
  };

  const lists = revocationLists({ authorities: pins, download });
  const responders = Object.fromEntries(
    authorities.flatMap(({ keyId, responder }) => (responder === undefined ? [] : [[keyId, responder]])),
  );
  return {
    authorities: pins,
    isRevoked: pinned.ocsp === false ? lists.check : inTurn(ocspCheck({ responders }), lists.check),
    refresh: () => lists.refresh(clock()),
    enrolledBridgesOnly: pinned.enrolledBridgesOnly ?? false,
  };
}

async function* atMost(body: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > limit) throw new Error('The list is too long');
    yield chunk;
  }
}
