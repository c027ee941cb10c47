import { closeSync, fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

interface HostStream {
  /** The host's file descriptor, if the stream is a file. */
  readonly nfd?: number;
}

interface HostModule {
  readonly NODEFS: { readonly stream_ops: Record<string, unknown> };
  readonly FS: { readonly streams: readonly (HostStream | null)[] };
}

/**
 * A file system for PGlite with a working fsync.
 *
 * By default, PGlite starts PostgreSQL with `-F` (fsync off) and its NODEFS ignores fsync, so that a power failure
 * destroys the database (electric-sql/pglite#1107). This class adds the missing stream operation, and
 * `durableStartParams` turns fsync on with the only `wal_sync_method` that calls the operation. Because both
 * depend on internals of the pinned version, `assertDurable` in `pglite.ts` checks them at startup.
 */
export class DurableNodeFS extends NodeFS {
  /** The number of times that PostgreSQL has synced to disk. */
  fsyncCount = 0;
  /**
   * Whether PostgreSQL has stopped (PANIC), for example because the disk has no space for its log. A stopped
   * instance never responds again.
   */
  stopped = false;
  #streams: () => readonly (HostStream | null)[] = () => [];

  override async init(...parameters: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const prepared = await super.init(...parameters);
    prepared.emscriptenOpts.onAbort = () => {
      this.stopped = true;
    };
    prepared.emscriptenOpts.preRun = [
      ...(prepared.emscriptenOpts.preRun ?? []),
      (module: object) => {
        const { NODEFS, FS } = module as HostModule;
        this.#streams = () => FS.streams;
        NODEFS.stream_ops.fsync = ({ nfd }: { nfd: number }) => {
          this.fsyncCount += 1;
          fsyncSync(nfd);
          return 0;
        };
      },
    ];
    return prepared;
  }

  /** Closes the files of a stopped instance, because the instance itself can no longer do so. */
  abandon(): void {
    for (const stream of this.#streams()) if (typeof stream?.nfd === 'number') closeSync(stream.nfd);
    this.#streams = () => [];
  }
}

export const durableStartParams: readonly string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'fsync=on',
  // The default method, fdatasync, never reaches the host.
  '-c',
  'wal_sync_method=fsync',
];
