import { createHash, randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { sealArchiveStream } from '@mhb-kit/core/archive';
import { MhbError } from '@mhb-kit/core/error';
import { archiveFiles, resolveSelection } from '@mhb-kit/core/fulfilment';
import type { SealedArchive } from '@mhb-kit/core/gateway';
import { archiveFileName, expiryInstant, type Category, type SectionSelection } from '@mhb-kit/core/request';
import type { Accounts } from '../accounts/accounts.js';
import type { Clock } from '../scheduling/clock.js';
import { createFairTurns } from '../scheduling/fair-turns.js';
import { deriveKey, type GatewayKeys } from '../secrets/gateway-keys.js';
import type { Issuer } from '../secrets/issuer.js';
import { openStream, sealStream } from '../secrets/sealed-stream.js';
import type { BlobStore } from '../storage/blob-store.js';
import { isDuplicate, type Database } from '../storage/database.js';
import { archives as archiveTable, dataRequests } from '../storage/schema.js';
import type { OwnRequest, RequestOwner, Requests } from './requests.js';
import { createRecordsReader } from './section-store.js';
import { subjectOf, withSignedManifest } from './signed-entries.js';

export interface OpenedArchive {
  readonly archive: SealedArchive;
  /** Returns the bytes from `start` up to, but not including, `end`. */
  read(start: number, end: number): AsyncIterable<Uint8Array>;
}

export interface Archives {
  /**
   * Creates an archive of the selection, or returns the existing archive of the same selection.
   * @throws {MhbError} `not-found`, `request-expired`, `request-not-ready`, `nothing-selected`,
   * `selection-unavailable`, `quota-reached`
   */
  create(
    owner: RequestOwner,
    requestId: string,
    selection: readonly SectionSelection[],
  ): Promise<SealedArchive>;
  /** @throws {MhbError} `not-found` (also if the archive belongs to another person), `request-expired` */
  open(owner: RequestOwner, archiveId: string): Promise<OpenedArchive>;
}

export interface ArchivesParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly accounts: Accounts;
  readonly requests: Requests;
  readonly blobs: BlobStore;
  readonly issuer: Issuer;
  /** Returns the origin that signs the archive. */
  readonly publicUrl: () => string;
  readonly catalogue: readonly Category[];
  /** The maximum number of different archives for one request. */
  readonly archivesPerRequest: number;
  readonly clock: Clock;
}

/** The number of archives for one person that a process creates at the same time. */
const SEALED_AT_ONCE = 2;

type ArchiveRow = typeof archiveTable.$inferSelect;

export function createArchives(parts: ArchivesParts): Archives {
  const { database, keys, accounts, requests, blobs, issuer, publicUrl, catalogue, clock } = parts;
  const { archivesPerRequest } = parts;
  const turns = createFairTurns(SEALED_AT_ONCE);
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
    const about = {
      issuer: publicUrl(),
      issuedAt: clock().toISOString(),
      subject: subjectOf(keys, accountId),
    };
    return sealArchiveStream(withSignedManifest(archiveFiles(contents), issuer, about), {
      // As in the NHI's service, the password is the person's ID number with an upper-case letter.
      password: nationalId,
      method: 'aes-256',
    });
  }

  async function seal(
    owner: RequestOwner,
    request: OwnRequest,
    selection: readonly SectionSelection[],
    selectionLookup: Uint8Array,
  ): Promise<SealedArchive> {
    const sealed = await sealSelection(owner.accountId, request, selection);
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
      requestId: request.id,
      selectionLookup,
      blobKey,
      byteLength,
      sha256: hash.digest('hex'),
      createdAt: clock(),
    };
    const kept = await keep(row, owner, request).catch(async (error: unknown) => {
      await blobs.delete(blobKey);
      throw error;
    });
    if (kept.id !== id) await blobs.delete(blobKey);
    return view(kept, request);
  }

  /**
   * Inserts the row of an archive, and returns it. If another call has created the same archive in the meantime,
   * returns the row of that archive.
   * @throws {MhbError} `quota-reached`, `not-found`, `request-expired`
   */
  async function keep(row: ArchiveRow, owner: RequestOwner, request: OwnRequest): Promise<ArchiveRow> {
    if (await insert(row)) return row;
    const existing = await find(request, row.selectionLookup);
    if (existing !== undefined) return existing;
    // The request may have been erased in the meantime.
    await requests.openOwn(owner, request.id);
    throw quotaReached();
  }

  /**
   * Inserts the row of an archive. Returns `false` if the same archive exists, or if the quota of the request has been
   * reached. Simultaneous calls wait for the row of the request, so that each sees the count that the previous one
   * committed.
   */
  async function insert(row: ArchiveRow): Promise<boolean> {
    const { requestedOn, id, requestId, selectionLookup, blobKey, byteLength, sha256, createdAt } = row;
    try {
      const { rows } = (await queries.execute(sql`
        WITH request AS (
          UPDATE data_request SET archives_sealed = archives_sealed + 1
          WHERE id = ${requestId} AND archives_sealed < ${archivesPerRequest}
          RETURNING id
        )
        INSERT INTO archive (requested_on, id, request_id, selection_lookup, blob_key, byte_length, sha256, created_at)
        SELECT ${requestedOn}::date, ${id}::uuid, request.id, ${selectionLookup}::bytea, ${blobKey}, ${byteLength}::bigint,
          ${sha256}, ${createdAt.toISOString()}::timestamptz
        FROM request
        RETURNING id
      `)) as { readonly rows: readonly unknown[] };
      return rows.length === 1;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  return {
    async create(owner, requestId, selection) {
      const request = await requests.openOwn(owner, requestId);
      const resolved = resolveSelection(
        selection,
        request.sections.map(({ category, outcome }) => ({
          category,
          status: outcome?.status ?? 'pending',
          months: outcome?.months ?? [],
        })),
      );
      const selectionLookup = keys.lookup('selection', JSON.stringify(resolved));
      const existing = await find(request, selectionLookup);
      if (existing !== undefined) return view(existing, request);

      if (request.archivesSealed >= archivesPerRequest) throw quotaReached();
      return turns(owner.accountId, () => seal(owner, request, resolved, selectionLookup));
    },
    async open(owner, archiveId) {
      const [found] = await queries
        .select({ archive: archiveTable })
        .from(archiveTable)
        .innerJoin(dataRequests, eq(dataRequests.id, archiveTable.requestId))
        .where(and(eq(archiveTable.id, archiveId), eq(dataRequests.accountId, owner.accountId)));
      if (found === undefined) throw new MhbError('not-found', 'No such archive');
      const row = found.archive;
      const request = await requests.openOwn(owner, row.requestId);
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

const quotaReached = (): MhbError =>
  new MhbError('quota-reached', 'The maximum number of different archives for this request has been reached');
