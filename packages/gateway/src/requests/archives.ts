import { createHash, randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { sealArchiveStream } from '@mhb-kit/core/archive';
import { MhbError } from '@mhb-kit/core/error';
import type { SealedArchive } from '@mhb-kit/core/gateway';
import { archiveFileName, expiryInstant, type Category, type SectionSelection } from '@mhb-kit/core/request';
import type { Accounts } from '../accounts/accounts.js';
import type { Clock } from '../clock.js';
import { deriveKey, type GatewayKeys } from '../secrets/gateway-keys.js';
import type { Issuer } from '../secrets/issuer.js';
import { openStream, sealStream } from '../secrets/sealed-stream.js';
import type { BlobStore } from '../storage/blob-store.js';
import type { Database } from '../storage/database.js';
import { archives as archiveTable, dataRequests } from '../storage/schema.js';
import { archiveEntries } from './archive-entries.js';
import type { OwnRequest, Requests } from './requests.js';
import { createRecordsReader } from './section-store.js';
import { resolveSelection } from './selection.js';
import { withSignedManifest } from './signed-entries.js';

export interface OpenedArchive {
  readonly archive: SealedArchive;
  /** The bytes from `start` up to, not including, `end`. */
  read(start: number, end: number): AsyncIterable<Uint8Array>;
}

export interface Archives {
  /**
   * Seals what was selected; the same selection is sealed once.
   * @throws {MhbError} `not-found`, `request-expired`, `request-not-ready`, `nothing-selected`, `selection-unavailable`
   */
  create(
    accountId: string,
    requestId: string,
    selection: readonly SectionSelection[],
  ): Promise<SealedArchive>;
  /** @throws {MhbError} `not-found` (also for other people's), `request-expired` */
  open(accountId: string, archiveId: string): Promise<OpenedArchive>;
}

export interface ArchivesParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly accounts: Accounts;
  readonly requests: Requests;
  readonly blobs: BlobStore;
  readonly issuer: Issuer;
  /** The origin that signs. */
  readonly publicUrl: () => string;
  readonly catalogue: readonly Category[];
  readonly clock: Clock;
}

type ArchiveRow = typeof archiveTable.$inferSelect;

export function createArchives(parts: ArchivesParts): Archives {
  const { database, keys, accounts, requests, blobs, issuer, publicUrl, catalogue, clock } = parts;
  const { queries } = database;

  const view = (row: ArchiveRow, request: Pick<OwnRequest, 'requestedOn'>): SealedArchive => ({
    id: row.id,
    requestId: row.requestId,
    fileName: archiveFileName(request.requestedOn),
    byteLength: row.byteLength,
    sha256: row.sha256,
    expiresAt: expiryInstant(request.requestedOn).toISOString(),
  });

  const bySelection = queries
    .select()
    .from(archiveTable)
    .where(
      and(
        eq(archiveTable.requestedOn, sql.placeholder('requestedOn')),
        eq(archiveTable.requestId, sql.placeholder('id')),
        eq(archiveTable.selectionLookup, sql.placeholder('selectionLookup')),
      ),
    )
    .prepare('archive-by-selection');

  async function find(
    { requestedOn, id }: OwnRequest,
    selectionLookup: Uint8Array,
  ): Promise<ArchiveRow | undefined> {
    const [row] = await bySelection.execute({ requestedOn, id, selectionLookup });
    return row;
  }

  async function sealSelection(
    accountId: string,
    request: OwnRequest,
    selection: readonly SectionSelection[],
  ): Promise<AsyncIterable<Uint8Array>> {
    const { nationalId } = await accounts.person(accountId);
    const sections = request.sections.filter((section) =>
      selection.some(({ category }) => category === section.category),
    );
    const contents = {
      nationalId,
      requestedOn: request.requestedOn,
      selection,
      readRecords: createRecordsReader(queries, request, sections),
      byteLength: sections.reduce((sum, { outcome }) => sum + (outcome?.byteLength ?? Infinity), 0),
      catalogue,
    };
    // The password is the person's ID number with its letter in upper case, as the NHI's service has it.
    const about = { issuer: publicUrl(), issuedAt: clock().toISOString() };
    return sealArchiveStream(withSignedManifest(archiveEntries(contents), issuer, about), {
      password: nationalId,
      method: 'aes-256',
    });
  }

  return {
    async create(accountId, requestId, selection) {
      const request = await requests.openOwn(accountId, requestId);
      const resolved = resolveSelection(selection, request.sections);
      const selectionLookup = keys.lookup('selection', JSON.stringify(resolved));
      const existing = await find(request, selectionLookup);
      if (existing !== undefined) return view(existing, request);

      const sealed = await sealSelection(accountId, request, resolved);
      const id = randomUUID();
      const blobKey = `${request.requestedOn}/${id}`;
      const hash = createHash('sha256');
      let byteLength = 0;
      async function* measured(): AsyncGenerator<Uint8Array> {
        for await (const chunk of sealed) {
          hash.update(chunk);
          byteLength += chunk.length;
          yield chunk;
        }
      }
      await blobs.write(blobKey, sealStream(deriveKey(request.key, `archive:${id}`), measured()));
      const row: ArchiveRow = {
        requestedOn: request.requestedOn,
        id,
        requestId,
        selectionLookup,
        blobKey,
        byteLength,
        sha256: hash.digest('hex'),
        createdAt: clock(),
      };
      const inserted = await queries.insert(archiveTable).values(row).onConflictDoNothing().returning();
      if (inserted.length === 1) return view(row, request);
      // Somebody sealed the same at the same time; theirs stays.
      await blobs.delete(row.blobKey);
      return view((await find(request, selectionLookup)) ?? row, request);
    },
    async open(accountId, archiveId) {
      const [found] = await queries
        .select({ archive: archiveTable })
        .from(archiveTable)
        .innerJoin(dataRequests, eq(dataRequests.id, archiveTable.requestId))
        .where(and(eq(archiveTable.id, archiveId), eq(dataRequests.accountId, accountId)));
      if (found === undefined) throw new MhbError('not-found', 'No such archive');
      const row = found.archive;
      const request = await requests.openOwn(accountId, row.requestId);
      const key = deriveKey(request.key, `archive:${row.id}`);
      const readStored = (from: number, to: number): AsyncIterable<Uint8Array> =>
        blobs.read(row.blobKey, from, to);
      return {
        archive: view(row, request),
        read: (start, end) => openStream(key, row.byteLength, readStored, start, end),
      };
    },
  };
}
