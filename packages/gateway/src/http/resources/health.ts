import Type from 'typebox';
import { sql } from 'drizzle-orm';
import { MhbError } from '@mhb-kit/core/error';
import type { BlobStore } from '../../storage/blob-store.js';
import type { Database } from '../../storage/database.js';
import type { App } from '../app.js';

/**
 * The dependencies of the health routes, which tell monitoring and load balancers whether the service is
 * available.
 */
export interface HealthParts {
  readonly database: Database;
  readonly blobs: BlobStore;
  /** Returns whether the database has been migrated to this version. */
  readonly migrated: () => Promise<boolean>;
  /** Aborted when the gateway is about to stop. */
  readonly draining: AbortSignal;
  /** Returns the time in milliseconds; defaults to the system's clock. */
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
        summary: 'Whether the gateway is running and can use its database',
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
        summary: 'Whether this gateway can accept calls',
        description:
          'If the status is 503, `details.lacking` names what is missing. The gateway also returns 503 while it is stopping.',
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

/**
 * How long a result from the stores is reused. All checks within this time share one result, so anyone may check
 * as often as they like.
 */
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
