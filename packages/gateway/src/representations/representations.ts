import type { Representations as Listed, SessionRepresentation } from '@mhb-kit/core/gateway';
import { maskName, maskNationalId, taipeiDate, type LocalDate } from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import type { Accounts } from '../accounts/accounts.js';
import type { Audit } from '../audit/audit.js';
import type { Clock } from '../scheduling/clock.js';
import type { ActiveSession, OpenedSession, Sessions } from '../sessions/sessions.js';
import type { Database } from '../storage/database.js';
import { hasEnded, type Recorded, type RecordedRepresentations } from './recorded.js';

/** Lists the passbooks that legal representatives may read, and opens their sessions for reading them. */
export interface Representations {
  /** Returns the representations of an account that are valid today, in either role. */
  list(accountId: string): Promise<Listed>;
  /**
   * Opens a session for reading the represented person's passbook, which ends with the representation and with
   * `session`. The new session can only read; it has access neither to the person's account nor to the access
   * record.
   * @throws {MhbError} `not-found` if there is no valid representation, or if `session` is already a
   * representative's session; `account-suspended`
   */
  open(session: ActiveSession, id: string): Promise<OpenedSession>;
  /** Returns the representation under which a session was opened; `null` if the representation has ended. */
  ofSession(id: string): Promise<SessionRepresentation | null>;
}

export interface RepresentationsParts {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly recorded: RecordedRepresentations;
  readonly audit: Audit;
  /**
   * Returns when each of a person's representatives last read the person's passbook, by the representative's
   * account.
   */
  readonly lastReads: (accountId: string) => Promise<ReadonlyMap<string, Date>>;
  readonly clock: Clock;
}

const READING: readonly string[] = ['requests', 'archives'];

/** Returns the last moment of a day in Taiwan. */
const endOf = (day: LocalDate): Date => new Date(`${day}T23:59:59.999+08:00`);

export function createRepresentations(parts: RepresentationsParts): Representations {
  const { database, accounts, sessions, recorded, audit, lastReads, clock } = parts;

  const shown = (row: Recorded) => ({
    id: row.id,
    kind: row.kind,
    endsOn: row.endsOn,
    withheld: recorded.withheldOn(row, taipeiDate(clock())),
  });

  return {
    async list(accountId) {
      const represents = await Promise.all(
        (await recorded.of('representativeId', accountId)).map(async (row) => {
          const { nationalId, name } = await accounts.person(row.representedId);
          return { ...shown(row), person: { nationalId: maskNationalId(nationalId), name: maskName(name) } };
        }),
      );
      const reads = await lastReads(accountId);
      const representedBy = await Promise.all(
        (await recorded.of('representedId', accountId)).map(async (row) => ({
          ...shown(row),
          name: maskName((await accounts.person(row.representativeId)).name),
          lastReadAt: reads.get(row.representativeId)?.toISOString() ?? null,
        })),
      );
      return { represents, representedBy };
    },

    open: (session, id) =>
      database.transaction(async (queries) => {
        const row = await recorded.find(id, queries);
        const isTheirs = row?.representativeId === session.accountId && session.representationId === null;
        if (row === null || !isTheirs) throw hasEnded();
        const { representativeId, representedId: accountId } = row;
        if (!(await accounts.holdActive(queries, accountId)))
          throw new MhbError('account-suspended', 'The account of the person is suspended');
        const { embedder, assurance, keyThumbprint, passkeyId } = session;
        const opened = await sessions.open(
          {
            accountId,
            keyThumbprint,
            assurance,
            embedder,
            scopes: session.scopes.filter((scope) => READING.includes(scope)),
            ...(passkeyId === null ? {} : { passkeyId }),
            representation: { id, openedFrom: session.id, until: endOf(row.endsOn) },
          },
          queries,
        );
        const sessionId = opened.session.id;
        // The audit trail records, by account, who read on whose behalf. These entries remain after the
        // representation has ended.
        await audit(
          [
            { action: 'session.open', accountId, sessionId, subject: assurance, embedder },
            { action: 'representation.use', accountId, sessionId, subject: representativeId },
            {
              action: 'representation.open',
              accountId: representativeId,
              sessionId: session.id,
              subject: accountId,
            },
          ],
          queries,
        );
        return opened;
      }),

    async ofSession(id) {
      const row = await recorded.find(id);
      if (row === null) return null;
      const { name } = await accounts.person(row.representativeId);
      return { ...shown(row), representative: maskName(name) };
    },
  };
}
