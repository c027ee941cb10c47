import { and, eq } from 'drizzle-orm';
import type { RepresentationKind } from '@mhb-kit/core/gateway';
import { taipeiDate, type LocalDate } from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import type { Accounts } from '../accounts/accounts.js';
import type { Audit } from '../audit/audit.js';
import type { Notice } from '../messages/texts.js';
import type { Notices } from '../self-service/notices.js';
import { staffOf, type Witness } from '../self-service/staff-desk.js';
import type { Clock } from '../scheduling/clock.js';
import type { Database, Queries } from '../storage/database.js';
import { healthLinks, representations } from '../storage/schema.js';
import type { RepresentationPolicy } from './policy.js';
import type { RecordedRepresentations } from './recorded.js';

/** What a staff member has read in the household register or in the court's decision. */
export interface SeenRepresentation {
  readonly representative: string;
  readonly represented: string;
  /** The birth date of the represented person. */
  readonly birthDate: LocalDate;
  readonly kind: RepresentationKind;
  /**
   * The last day of the representation. If it is `null`, the representation ends on the last day on which the
   * represented person is a minor.
   */
  readonly endsOn: LocalDate | null;
}

/**
 * The operations for staff, which are the only way to create representations. Each method rejects with `not-found`
 * if one of the people has no account.
 */
export interface RepresentationDesk {
  /**
   * Records a representation, replacing any earlier representation between the same two people. Returns its last
   * day.
   * @throws {MhbError} `invalid-request`, with a description of the problem
   */
  record(seen: SeenRepresentation, witness: Witness): Promise<LocalDate>;
  /** Ends a representation, and every session that was opened under it, immediately. */
  end(representative: string, represented: string, witness: Witness): Promise<void>;
}

export interface RepresentationDeskParts {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly recorded: RecordedRepresentations;
  /** `null` if representations are disabled. */
  readonly representationPolicy: RepresentationPolicy | null;
  /** `null` if the gateway sends no messages. */
  readonly notices: Pick<Notices, 'tell'> | null;
  readonly audit: Audit;
  readonly clock: Clock;
}

const invalid = (reason: string): MhbError => new MhbError('invalid-request', reason);

export function createRepresentationDesk(parts: RepresentationDeskParts): RepresentationDesk {
  const { database, accounts, recorded, representationPolicy: policy, notices, audit, clock } = parts;

  async function accountOf(nationalId: string): Promise<string> {
    const account = await accounts.findForLogin(nationalId);
    if (account === null) throw new MhbError('not-found', 'There is no account with this ID; open one first');
    return account.id;
  }

  /** @throws {MhbError} `invalid-request` */
  function lastDay({ kind, birthDate, endsOn }: SeenRepresentation): LocalDate {
    if (policy === null) throw invalid('The operator has not enabled representations');
    if (!policy.kinds.includes(kind))
      throw invalid(`Representations of the kind ${kind} are not recorded here`);
    const today = taipeiDate(clock());
    if (birthDate > today) throw invalid('The birth date is in the future');
    const lastMinorDay = policy.lastMinorDay(birthDate);
    const isMinor = lastMinorDay >= today;
    if (kind === 'parent' && !isMinor)
      throw invalid('The person is of age, so a parent can no longer represent them');
    const last = endsOn ?? (isMinor ? lastMinorDay : null);
    if (last === null) throw invalid('The guardianship of an adult must have a last day');
    if (last < today) throw invalid('The last day has passed');
    if (isMinor && last > lastMinorDay)
      throw invalid(`The person comes of age after ${lastMinorDay}, so the last day cannot be later`);
    return last;
  }

  async function tellBoth(queries: Queries, ids: readonly string[], notice: Notice): Promise<void> {
    for (const id of ids) await notices?.tell(queries, id, await accounts.contact(id, queries), notice);
  }

  /**
   * Removes a representation, its sessions, and everything shared under it. Returns whether the representation
   * existed.
   */
  async function remove(queries: Queries, representativeId: string, representedId: string): Promise<boolean> {
    const [removed] = await queries
      .delete(representations)
      .where(
        and(
          eq(representations.representativeId, representativeId),
          eq(representations.representedId, representedId),
        ),
      )
      .returning({ id: representations.id });
    if (removed === undefined) return false;
    await queries
      .update(healthLinks)
      .set({ wrappedKey: null })
      .where(eq(healthLinks.representationId, removed.id));
    return true;
  }

  return {
    async record(seen, witness) {
      const staff = staffOf(witness);
      const endsOn = lastDay(seen);
      const representativeId = await accountOf(seen.representative);
      const representedId = await accountOf(seen.represented);
      if (representativeId === representedId) throw invalid('Nobody can represent themselves');
      const row = recorded.create(
        { representativeId, representedId, kind: seen.kind, endsOn, recordedAt: clock() },
        seen.birthDate,
      );
      await database.transaction(async (queries) => {
        // Sessions of the previous representation end, because the data that they may show has changed.
        await remove(queries, representativeId, representedId);
        await queries.insert(representations).values(row);
        await tellBoth(queries, [representativeId, representedId], 'representation-added');
        const entry = { action: 'representation.add', sessionId: null, subject: staff } as const;
        await audit(
          [
            { ...entry, accountId: representativeId },
            { ...entry, accountId: representedId },
          ],
          queries,
        );
      });
      return endsOn;
    },

    async end(representative, represented, witness) {
      const staff = staffOf(witness);
      const [representativeId, representedId] = [
        await accountOf(representative),
        await accountOf(represented),
      ];
      await database.transaction(async (queries) => {
        if (!(await remove(queries, representativeId, representedId)))
          throw new MhbError('not-found', 'There is no representation between these two people');
        await tellBoth(queries, [representativeId, representedId], 'representation-ended');
        const entry = { action: 'representation.end', sessionId: null, subject: staff } as const;
        await audit(
          [
            { ...entry, accountId: representativeId },
            { ...entry, accountId: representedId },
          ],
          queries,
        );
      });
    },
  };
}
