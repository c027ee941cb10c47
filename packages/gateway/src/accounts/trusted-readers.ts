import { randomUUID } from 'node:crypto';
import { and, desc, eq, gt, lte, notExists } from 'drizzle-orm';
import { later, type Clock } from '../scheduling/clock.js';
import type { ColumnValue, RowMacs } from '../secrets/row-macs.js';
import type { Database, Queries } from '../storage/database.js';
import { enrolledReaders, trustedReaders } from '../storage/schema.js';

export interface TrustedReader {
  readonly id: string;
  readonly addedAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
}

/**
 * Card readers on people's own computers that these people have chosen to trust, so that a login with such a
 * reader needs no code by SMS. Readers that the operator has ever enrolled, and readers on shared computers,
 * cannot be trusted in this way.
 */
export interface TrustedReaders {
  /** Records which readers the operator has enrolled, so that they are never trusted. */
  noteEnrolled(readers: readonly { readonly name: string; readonly keyThumbprint: string }[]): Promise<void>;
  /** Checks whether a login with this reader needs no code. */
  trusts(accountId: string, keyThumbprint: string): Promise<boolean>;
  remember(accountId: string, keyThumbprint: string): Promise<void>;
  /** Lists the account's trusted readers, beginning with the one that was used most recently. */
  list(accountId: string): Promise<readonly TrustedReader[]>;
  /** Removes a trusted reader. Returns whether the account trusted that reader. */
  forget(accountId: string, id: string): Promise<boolean>;
  forgetAll(queries: Queries, accountId: string): Promise<void>;
  forgetExpired(): Promise<void>;
}

const boundColumns = (
  row: Pick<typeof trustedReaders.$inferSelect, 'accountId' | 'keyThumbprint' | 'expiresAt'>,
): readonly ColumnValue[] => [row.accountId, row.keyThumbprint, row.expiresAt];

/**
 * @param lifetime number of milliseconds after which a reader is no longer trusted, no matter how often it is used
 */
export function createTrustedReaders(
  database: Database,
  rowMacs: RowMacs,
  clock: Clock,
  lifetime: number,
): TrustedReaders {
  const valid = (accountId: string, keyThumbprint: string) =>
    and(
      eq(trustedReaders.accountId, accountId),
      eq(trustedReaders.keyThumbprint, keyThumbprint),
      gt(trustedReaders.expiresAt, clock()),
      notExists(
        database.queries
          .select({ name: enrolledReaders.name })
          .from(enrolledReaders)
          .where(eq(enrolledReaders.keyThumbprint, trustedReaders.keyThumbprint)),
      ),
    );
  return {
    async noteEnrolled(readers) {
      if (readers.length === 0) return;
      await database.queries
        .insert(enrolledReaders)
        .values(readers.map((reader) => ({ ...reader, enrolledAt: clock() })))
        .onConflictDoNothing();
    },
    async trusts(accountId, keyThumbprint) {
      const used = await database.queries
        .update(trustedReaders)
        .set({ lastUsedAt: clock() })
        .where(valid(accountId, keyThumbprint))
        .returning();
      return used.some((row) => rowMacs.fits('trusted-reader', boundColumns(row), row.mac));
    },
    async remember(accountId, keyThumbprint) {
      const enrolled = await database.queries
        .select({ name: enrolledReaders.name })
        .from(enrolledReaders)
        .where(eq(enrolledReaders.keyThumbprint, keyThumbprint));
      if (enrolled.length > 0) return;
      const now = clock();
      const expiresAt = later(now, lifetime);
      const mac = rowMacs.of('trusted-reader', boundColumns({ accountId, keyThumbprint, expiresAt }));
      const written = { addedAt: now, lastUsedAt: now, expiresAt, mac };
      await database.queries
        .insert(trustedReaders)
        .values({ id: randomUUID(), accountId, keyThumbprint, ...written })
        .onConflictDoUpdate({
          target: [trustedReaders.accountId, trustedReaders.keyThumbprint],
          set: written,
        });
    },
    list: (accountId) =>
      database.queries
        .select({
          id: trustedReaders.id,
          addedAt: trustedReaders.addedAt,
          lastUsedAt: trustedReaders.lastUsedAt,
          expiresAt: trustedReaders.expiresAt,
        })
        .from(trustedReaders)
        .where(and(eq(trustedReaders.accountId, accountId), gt(trustedReaders.expiresAt, clock())))
        .orderBy(desc(trustedReaders.lastUsedAt)),
    async forget(accountId, id) {
      const forgotten = await database.queries
        .delete(trustedReaders)
        .where(and(eq(trustedReaders.accountId, accountId), eq(trustedReaders.id, id)))
        .returning({ id: trustedReaders.id });
      return forgotten.length === 1;
    },
    async forgetAll(queries, accountId) {
      await queries.delete(trustedReaders).where(eq(trustedReaders.accountId, accountId));
    },
    async forgetExpired() {
      await database.queries.delete(trustedReaders).where(lte(trustedReaders.expiresAt, clock()));
    },
  };
}
