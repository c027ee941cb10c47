import Type from 'typebox';
import { sql } from 'drizzle-orm';
import { MhbError } from '@mhb-kit/core/error';
import type { BlobStore } from '../../storage/blob-store.js';
import type { Database } from '../../storage/database.js';
import type { App } from '../app.js';

/** Whether the service is there, for the machines that ask. */
export interface HealthParts {
  readonly database: Database;
  readonly blobs: BlobStore;
  /** Whether the database has been brought to this version. */
  readonly migrated: () => Promise<boolean>;
  /** The gateway is about to stop. */
  readonly draining: AbortSignal;
  /** In milliseconds; default: the machine's. */
  readonly now?: () => number;
}

export function addHealth(app: App, parts: HealthParts): void {
  const { database, blobs, migrated, draining, now = () => performance.now() } = parts;
  const ping = remembered(now, () => database.queries.execute(sql`SELECT 1`));
  const stores = remembered(now, async () => {
    const reachable = await succeeds(() => database.queries.execute(sql`SELECT 1`));
    return [
      ...(reachable ? [] : ['database']),
      ...(reachable && !(await migrated()) ? ['migrations'] : []),
      ...((await succeeds(() => blobs.check())) ? [] : ['archives']),
    ];
  });
  app.get(
    '/v1/health',
    {
      config: { callsPerMinute: null },
      schema: {
        summary: 'Whether the service is alive and reaches its database',
        tags: ['service'],
        response: { 200: Type.Object({ status: Type.Literal('ok') }) },
      },
    },
    async () => {
      await ping();
      return { status: 'ok' as const };
    },
  );

  app.get(
    '/v1/ready',
    {
      config: { callsPerMinute: null },
      schema: {
        summary: 'Whether calls should be sent here',
        description: '503 names in `details.lacking` what is not there; also while the gateway is stopping.',
        tags: ['service'],
        response: { 200: Type.Object({ status: Type.Literal('ready') }) },
      },
    },
    async () => {
      const lacking = [...(draining.aborted ? ['stopping'] : []), ...(await stores())];
      if (lacking.length > 0) {
        throw new MhbError('service-unavailable', 'Not ready', {
          retriable: true,
          details: { lacking: lacking.join(' ') },
        });
      }
      return { status: 'ready' as const };
    },
  );
}

/** Anybody may look, as often as they like: the stores are asked once in this time, and looks share the answer. */
const REMEMBERED_MS = 2_000;

function remembered<T>(now: () => number, look: () => PromiseLike<T>): () => Promise<T> {
  let last: { readonly at: number; readonly answer: Promise<T> } | null = null;
  return () => {
    if (last === null || now() - last.at >= REMEMBERED_MS)
      last = { at: now(), answer: Promise.resolve(look()) };
    return last.answer;
  };
}

async function succeeds(work: () => PromiseLike<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    return false;
  }
}
