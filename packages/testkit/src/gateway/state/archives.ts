import { sealArchive } from '@mhb-kit/core/archive';
import { MhbError } from '@mhb-kit/core/error';
import { archiveFiles, resolveSelection } from '@mhb-kit/core/fulfilment';
import type { SealedArchive } from '@mhb-kit/core/gateway';
import {
  archiveFileName,
  expiryInstant,
  isExpired,
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
}

export class Archives {
  readonly #options: ArchivesOptions;
  readonly #entries = new Map<string, Entry>();

  constructor(options: ArchivesOptions) {
    this.#options = options;
  }

  /**
   * Seals a selection; the same selection is sealed once.
   * @throws {MhbError} `nothing-selected`, `request-not-ready`, `selection-unavailable`
   */
  async create(request: StoredRequest, selection: readonly SectionSelection[]): Promise<SealedArchive> {
    const { catalogue, issuer } = this.#options;
    const resolved = resolveSelection(selection, request.sections);
    const key = JSON.stringify(resolved);
    const existing = [...this.#entries.values()].find(
      (entry) => entry.request === request && entry.selection === key,
    );
    if (existing !== undefined) return existing.archive;
    const { nationalId } = request.account;
    const files = archiveFiles({
      nationalId,
      requestedOn: request.requestedOn,
      selection: resolved,
      readRecords: (category) => Promise.resolve(request.records.get(category)),
      byteLength: 0,
      catalogue,
    });
    const bytes = await sealArchive(issuer.withManifest(files, this.#options.clock()), {
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

  /** @throws {MhbError} `not-found` (also for other people's), `request-expired` */
  open({ account, representation }: RequestOwner, id: string): StoredArchive {
    const entry = this.#entries.get(id);
    if (entry?.request.account !== account || entry.request.representation !== representation)
      throw new MhbError('not-found', 'No such archive');
    if (isExpired(entry.request, this.#options.clock()))
      throw new MhbError('request-expired', 'The request has expired');
    return entry;
  }
}
