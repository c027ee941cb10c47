import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * A file system for PGlite whose fsync is real.
 *
 * As it comes, PGlite starts PostgreSQL with `-F` (fsync off) and its NODEFS ignores fsync, so that a power cut
 * destroys the database (electric-sql/pglite#1107). This adds the missing stream operation; `durableStartParams` turns
 * fsync on with the one sync method that reaches it. Both rest on internals of the pinned version, hence the check at
 * start (`assertDurable` in `pglite.ts`).
 */
export class DurableNodeFS extends NodeFS {
  /** How often PostgreSQL had the host write to disk. */
  fsyncCount = 0;

  override async init(...parameters: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const prepared = await super.init(...parameters);
    prepared.emscriptenOpts.preRun = [
      ...(prepared.emscriptenOpts.preRun ?? []),
      (module: object) => {
        const { NODEFS } = module as { NODEFS: { stream_ops: Record<string, unknown> } };
        NODEFS.stream_ops.fsync = ({ nfd }: { nfd: number }) => {
          this.fsyncCount += 1;
          fsyncSync(nfd);
          return 0;
        };
      },
    ];
    return prepared;
  }
}

export const durableStartParams: readonly string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'fsync=on',
  // The default, fdatasync, never reaches the host.
  '-c',
  'wal_sync_method=fsync',
];
