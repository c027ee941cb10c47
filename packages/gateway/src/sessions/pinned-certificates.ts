import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DownloadList } from '@mhb-kit/core/card/verify-cdc';
import { MhbError } from '@mhb-kit/core/error';
import { systemClock, type Clock } from '../scheduling/clock.js';
import { writeFileDurably } from '../storage/durable-files.js';
import type { CertificateOptions } from './certificates.js';

/** Certificates of authorities as files, and where they tell what was revoked. */
export interface PinnedCertificates {
  /** Files of the roots (GRCA), DER or PEM. */
  readonly roots: readonly string[];
  /** Those that issue cards (MOICA), one a generation. */
  readonly authorities: readonly {
    readonly certificate: string;
    /** Address of its complete revocation list. */
    readonly revocationList?: string;
    /** Address of its OCSP responder; default: where each certificate says. */
    readonly responder?: string;
  }[];
  /** Whether responders are asked before the list of the day; default true. */
  readonly ocsp?: boolean;
  /** Whether only signatures count that an enrolled bridge vouches for; default false. */
  readonly enrolledBridgesOnly?: boolean;
}

/** MOICA's longest list has 20 MB. */
const LONGEST_LIST = 64 * 1024 * 1024;

/**
 * Reads the pinned certificates. Lists of the day are kept in `folder`, so that a restart need not wait for the authority.
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
      // The list of yesterday counts as long as it says itself; whether it is genuine is checked either way.
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
