import { asc, eq } from 'drizzle-orm';
import type { SessionScope } from '@mhb-kit/core/gateway';
import { systemClock, type Clock } from '../scheduling/clock.js';
import { createEmbedders, type Embedder, type LoginWay } from './embedders.js';
import type { Database } from '../storage/database.js';
import { embedderRows } from '../storage/schema.js';

/**
 * Websites registered by command, in addition to those in the configuration. Changes take effect when a gateway is
 * restarted.
 */
export interface EmbedderRegistry {
  list(): Promise<readonly Embedder[]>;
  /**
   * Registers a website, or changes a registered one.
   * @param configured The websites in the configuration, which the registered websites must not contradict.
   * @throws {MhbError} `configuration-invalid`
   */
  add(embedder: Embedder, configured: readonly Embedder[]): Promise<void>;
  /** Returns whether the website was registered. */
  remove(id: string): Promise<boolean>;
}

export function createEmbedderRegistry(database: Database, clock: Clock = systemClock): EmbedderRegistry {
  const { queries } = database;
  async function list(): Promise<readonly Embedder[]> {
    const rows = await queries.select().from(embedderRows).orderBy(asc(embedderRows.id));
    return rows.map(({ id, name, origins, login, scopes, sharedComputers, redirectUris }) => ({
      id,
      name,
      origins,
      login: login as LoginWay[],
      scopes: scopes as SessionScope[],
      sharedComputers,
      redirectUris,
    }));
  }
  return {
    list,
    async add(embedder, configured) {
      const others = (await list()).filter(({ id }) => id !== embedder.id);
      const complete = createEmbedders([...configured, ...others, embedder]).find(embedder.id);
      if (complete === undefined) return;
      const { id, name, origins, login, scopes, sharedComputers, redirectUris } = complete;
      const row = {
        name,
        origins: [...origins],
        login: [...login],
        scopes: [...scopes],
        sharedComputers,
        redirectUris: [...redirectUris],
      };
      await queries
        .insert(embedderRows)
        .values({ id, ...row, createdAt: clock() })
        .onConflictDoUpdate({ target: embedderRows.id, set: row });
    },
    async remove(id) {
      const removed = await queries.delete(embedderRows).where(eq(embedderRows.id, id)).returning();
      return removed.length > 0;
    },
  };
}
