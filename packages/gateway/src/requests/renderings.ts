import { CompactEncrypt, importJWK } from 'jose';
import { sealArchive } from '@mhb-kit/core/archive';
import { MhbError } from '@mhb-kit/core/error';
import { archiveFiles, resolveSelection } from '@mhb-kit/core/fulfilment';
import type { PageKey } from '@mhb-kit/core/gateway';
import type { Category } from '@mhb-kit/core/request';
import type { Accounts } from '../accounts/accounts.js';
import type { Clock } from '../scheduling/clock.js';
import { createFairTurns } from '../scheduling/fair-turns.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Issuer } from '../secrets/issuer.js';
import type { Database } from '../storage/database.js';
import type { RequestOwner, Requests } from './requests.js';
import { createRecordsReader } from './section-store.js';
import { subjectOf, withSignedManifest } from './signed-entries.js';

/**
 * Supplies records for reading on a page. They are the records that an archive would contain, but are encrypted
 * with the page's public key instead of the person's ID number.
 */
export interface Renderings {
  /**
   * Returns all records of a request, as JSON Web Encryption in compact form. Nothing is stored.
   * @param namesPerson Whether the page may receive a part of the ID number.
   * @throws {MhbError} `not-found` (also if the request belongs to another person), `request-expired`,
   * `request-not-ready`, `nothing-selected`, `rendering-too-large`, `invalid-request` for an invalid key
   */
  create(owner: RequestOwner, requestId: string, key: PageKey, namesPerson: boolean): Promise<string>;
}

export interface RenderingsParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly accounts: Accounts;
  readonly requests: Requests;
  readonly issuer: Issuer;
  /** Returns the origin that signs the records. */
  readonly publicUrl: () => string;
  readonly catalogue: readonly Category[];
  /**
   * The maximum size of the records as JSON. All records are in memory at the same time, because they are
   * encrypted in one piece.
   */
  readonly renderingKilobytes: number;
  readonly clock: Clock;
}

/** The number of renderings for one person that a process creates at the same time. */
const MADE_AT_ONCE = 1;
const KILOBYTE = 1024;

export function createRenderings(parts: RenderingsParts): Renderings {
  const { database, keys, accounts, requests, issuer, publicUrl, catalogue, clock } = parts;
  const mostBytes = parts.renderingKilobytes * KILOBYTE;
  const turns = createFairTurns(MADE_AT_ONCE);

  return {
    async create(owner, requestId, key, namesPerson) {
      const { accountId } = owner;
      const request = await requests.openOwn(owner, requestId);
      if (request.sections.some(({ outcome }) => outcome === null))
        throw new MhbError('request-not-ready', 'The request is still being worked on');
      const sections = request.sections.flatMap(({ category, outcome }) =>
        outcome === null ? [] : [{ category, ...outcome }],
      );
      const available = sections.filter(({ status }) => status === 'available');
      const byteLength = available.reduce((sum, each) => sum + (each.byteLength ?? Infinity), 0);
      if (byteLength > mostBytes)
        throw new MhbError('rendering-too-large', 'The records are too large to be read directly');
      const publicKey = await importJWK({ ...key }, 'ECDH-ES').catch((cause: unknown) => {
        throw new MhbError('invalid-request', 'The key is not a point on the curve', { cause });
      });
      return turns(accountId, async () => {
        const { nationalId } = await accounts.person(accountId);
        const files = archiveFiles({
          nationalId: namesPerson ? nationalId : null,
          requestedOn: request.requestedOn,
          // Each category is selected as a whole, even if its months are available separately.
          selection: resolveSelection(
            available.map(({ category }) => ({ category })),
            sections,
          ),
          readRecords: createRecordsReader(database.queries, request, request.sections),
          byteLength,
          catalogue,
          pages: false,
        });
        const about = {
          issuer: publicUrl(),
          issuedAt: clock().toISOString(),
          subject: subjectOf(keys, accountId),
        };
        const archive = await sealArchive(withSignedManifest(files, issuer, about), { method: 'none' });
        return new CompactEncrypt(archive)
          .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', cty: 'application/zip' })
          .encrypt(publicKey);
      });
    },
  };
}
