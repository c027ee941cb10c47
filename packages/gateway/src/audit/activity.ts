import { and, desc, eq, lt, max, min, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ActivityAction, ActivityEntry, ActivityPage, SessionAssurance } from '@mhb-kit/core/gateway';
import { maskName } from '@mhb-kit/core/identity';
import type { Embedders } from '../embedders/embedders.js';
import type { Database } from '../storage/database.js';
import { auditRows } from '../storage/schema.js';

/**
 * The part of the audit trail that a person can see, which shows who accessed the person's account and data, and
 * when.
 */
export interface Activity {
  /** @param before `lastAt` of the last entry on the previous page; `null` for the first page */
  page(accountId: string, before: Date | null): Promise<ActivityPage>;
}

const PAGE = 50;
const opening = alias(auditRows, 'opening');
const acting = alias(auditRows, 'acting');

export function createActivity(
  database: Database,
  embedders: Embedders,
  nameOf: (accountId: string) => Promise<string | null>,
): Activity {
  async function namesOf(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const people = await Promise.all(
      [...new Set(ids.filter((id) => id !== null))].map(async (id) => [id, await nameOf(id)] as const),
    );
    return new Map(people.flatMap(([id, name]) => (name === null ? [] : [[id, maskName(name)]])));
  }

  return {
    async page(accountId, before) {
      const lastAt = max(auditRows.at);
      const rows = await database.queries
        .select({
          action: auditRows.action,
          subject: auditRows.subject,
          sessionId: auditRows.sessionId,
          embedder: opening.embedder,
          assurance: opening.subject,
          representativeId: acting.subject,
          firstAt: min(auditRows.at),
          lastAt,
          times: sql<number>`count(*)::int`,
        })
        .from(auditRows)
        .leftJoin(
          opening,
          and(eq(opening.sessionId, auditRows.sessionId), eq(opening.action, 'session.open')),
        )
        .leftJoin(
          acting,
          and(eq(acting.sessionId, auditRows.sessionId), eq(acting.action, 'representation.use')),
        )
        .where(eq(auditRows.accountId, accountId))
        .groupBy(
          auditRows.action,
          auditRows.subject,
          auditRows.sessionId,
          opening.embedder,
          opening.subject,
          acting.subject,
        )
        .having(before === null ? undefined : lt(lastAt, before))
        .orderBy(desc(lastAt), desc(max(auditRows.sequence)))
        .limit(PAGE + 1);
      const shown = rows.slice(0, PAGE);
      const names = await namesOf(shown.map(({ representativeId }) => representativeId));
      const entries = shown.map((row) => ({
        action: row.action as ActivityAction,
        subject: /^(?:account|representation|session\.open)/.test(row.action) ? null : row.subject,
        actor: actorOf(row),
        representative: names.get(row.representativeId ?? '') ?? null,
        embedder: row.embedder === null ? null : (embedders.find(row.embedder)?.name ?? row.embedder),
        assurance: row.assurance as SessionAssurance | null,
        firstAt: instant(row.firstAt),
        lastAt: instant(row.lastAt),
        times: row.times,
      }));
      return { entries, before: rows.length > PAGE ? (entries.at(-1)?.lastAt ?? null) : null };
    },
  };
}

/**
 * Returns when each of a person's representatives last read the person's passbook. The keys are the account IDs of
 * the representatives.
 */
export async function lastReads(database: Database, accountId: string): Promise<ReadonlyMap<string, Date>> {
  const rows = await database.queries
    .select({ representativeId: acting.subject, lastAt: max(auditRows.at) })
    .from(acting)
    .innerJoin(auditRows, eq(auditRows.sessionId, acting.sessionId))
    .where(
      and(
        eq(acting.accountId, accountId),
        eq(acting.action, 'representation.use'),
        eq(auditRows.accountId, accountId),
      ),
    )
    .groupBy(acting.subject);
  return new Map(
    rows.flatMap(({ representativeId, lastAt }) =>
      representativeId === null || lastAt === null ? [] : [[representativeId, new Date(lastAt)]],
    ),
  );
}

const actorOf = ({
  sessionId,
  representativeId,
}: {
  readonly sessionId: string | null;
  readonly representativeId: string | null;
}): ActivityEntry['actor'] =>
  sessionId === null ? 'service' : representativeId === null ? 'person' : 'representative';

const instant = (value: Date | string | null): string => new Date(value ?? 0).toISOString();
