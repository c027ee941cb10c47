import { CompactEncrypt, importJWK } from 'jose';
import { sealArchive, type SealEntry } from '@mhb-kit/core/archive';
import { MhbError } from '@mhb-kit/core/error';
import { archiveFiles, resolveSelection } from '@mhb-kit/core/fulfilment';
import type { PageKey, SealedArchive } from '@mhb-kit/core/gateway';
import {
  archiveFileName,
  expiryInstant,
  isExpired,
  isRunning,
  type Category,
  type SectionSelection,
} from '@mhb-kit/core/request';
import { sha256Hex } from './hashes.js';
import type { Issuer } from './issuer.js';
import type { RequestOwner, StoredRequest } from './requests.js';
import type { Clock } from './time.js';

export interface StoredArchive {
  readonly archive: SealedArchive;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Entry extends StoredArchive {
  readonly request: StoredRequest;
  readonly selection: string;
}

export interface ArchivesOptions {
  readonly clock: Clock;
  readonly catalogue: readonly Category[];
  readonly issuer: Issuer;
  /** The maximum size of a request's records that are rendered for a page. */
  readonly renderingKilobytes: number;
}

export class Archives {
  readonly #options: ArchivesOptions;
  readonly #entries = new Map<string, Entry>();

  constructor(options: ArchivesOptions) {
    this.#options = options;
  }

  /**
   * Creates an archive of a selection, at most once for the same selection.
   * @throws {MhbError} `nothing-selected`, `request-not-ready`, `selection-unavailable`
   */
  async create(request: StoredRequest, selection: readonly SectionSelection[]): Promise<SealedArchive> {
    const resolved = resolveSelection(selection, request.sections);
    const key = JSON.stringify(resolved);
    const existing = [...this.#entries.values()].find(
      (entry) => entry.request === request && entry.selection === key,
    );
    if (existing !== undefined) return existing.archive;
    const { nationalId } = request.account;
    const bytes = await sealArchive(this.#entriesOf(request, resolved, nationalId, true), {
      password: nationalId,
      method: 'aes-256',
    });
    const archive: SealedArchive = {
      id: crypto.randomUUID(),
      requestId: request.id,
      fileName: archiveFileName(request.requestedOn),
      byteLength: bytes.length,
      sha256: await sha256Hex(bytes),
      expiresAt: expiryInstant(request.requestedOn).toISOString(),
    };
    this.#entries.set(archive.id, { archive, bytes, request, selection: key });
    return archive;
  }

  /**
   * Returns all records of a request, encrypted for a page.
   * @param namesPerson Whether the page is allowed to receive a part of the ID number.
   * @throws {MhbError} `request-not-ready`, `nothing-selected`, `rendering-too-large`, `invalid-request`
   */
  async render(request: StoredRequest, key: PageKey, namesPerson: boolean): Promise<string> {
    if (isRunning(request)) throw new MhbError('request-not-ready', 'The request is still being worked on');
    const available = request.sections.filter(({ status }) => status === 'available');
    const kilobytes = JSON.stringify([...request.records.values()]).length / 1024;
    if (kilobytes > this.#options.renderingKilobytes)
      throw new MhbError('rendering-too-large', 'The records are too large to be read directly');
    const resolved = resolveSelection(
      available.map(({ category }) => ({ category })),
      request.sections,
    );
    const publicKey = await importJWK({ ...key }, 'ECDH-ES').catch(() => {
      throw new MhbError('invalid-request', 'The key is not a point on the curve');
    });
    const nationalId = namesPerson ? request.account.nationalId : null;
    const archive = await sealArchive(this.#entriesOf(request, resolved, nationalId, false), {
      method: 'none',
    });
    return new CompactEncrypt(archive)
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', cty: 'application/zip' })
      .encrypt(publicKey);
  }

  /** @throws {MhbError} `not-found` (also for archives of other people), `request-expired` */
  open({ account, representation }: RequestOwner, id: string): StoredArchive {
    const entry = this.#entries.get(id);
    if (entry?.request.account !== account || entry.request.representation !== representation)
      throw new MhbError('not-found', 'No such archive');
    if (isExpired(entry.request, this.#options.clock()))
      throw new MhbError('request-expired', 'The request has expired');
    return entry;
  }

  #entriesOf(
    { account, requestedOn, records }: StoredRequest,
    selection: readonly SectionSelection[],
    nationalId: string | null,
    pages: boolean,
  ): AsyncIterable<SealEntry> {
    const { catalogue, issuer, clock } = this.#options;
    const files = archiveFiles({
      nationalId,
      requestedOn,
      selection,
      readRecords: (category) => Promise.resolve(records.get(category)),
      byteLength: 0,
      catalogue,
      pages,
    });
    return issuer.withManifest(files, { issuedAt: clock(), subject: account.id });
  }
}
