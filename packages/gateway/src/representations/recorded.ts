import { randomUUID } from 'node:crypto';
import { and, eq, gte } from 'drizzle-orm';
import { taipeiDate, type LocalDate } from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import type { PrivateTopic } from '@mhb-kit/core/request';
import type { Clock } from '../scheduling/clock.js';
import { openText, sealText } from '../secrets/cipher.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { ColumnValue } from '../secrets/row-macs.js';
import type { Database, Queries } from '../storage/database.js';
import { representations } from '../storage/schema.js';
import type { RepresentationPolicy } from './policy.js';

/** A recorded representation. */
export type Recorded = typeof representations.$inferSelect;

/** Finds the representations that the operator has recorded and that are valid today. */
export interface RecordedRepresentations {
  find(id: string, within?: Queries): Promise<Recorded | null>;
  /** Checks whether a representation with this id is valid. */
  counts(id: string): Promise<boolean>;
  /**
   * Returns the valid representations in which an account is either the representative or the represented person.
   */
  of(side: 'representativeId' | 'representedId', accountId: string): Promise<readonly Recorded[]>;
  withheldOn(recorded: Recorded, day: LocalDate): readonly PrivateTopic[];
  /**
   * Returns the topics to withhold from the records of a request that the representative made on the given day.
   * @throws {MhbError} `not-found` if the representation has ended
   */
  withheldFrom(id: string, day: LocalDate): Promise<readonly PrivateTopic[]>;
  /** Creates a row for `representations`, with its MAC. */
  create(recorded: Omit<Recorded, 'id' | 'mac' | 'detailsSealed'>, birthDate: LocalDate): Recorded;
}

export interface RecordedParts {
  readonly database: Database;
  readonly keys: Pick<GatewayKeys, 'rowMacs' | 'columns'>;
  /** `null` if representations are disabled, so that none is valid. */
  readonly policy: RepresentationPolicy | null;
  readonly clock: Clock;
}

const boundColumns = (row: Omit<Recorded, 'mac'>): readonly ColumnValue[] => [
  row.id,
  row.representativeId,
  row.representedId,
  row.kind,
  row.detailsSealed,
  row.endsOn,
  row.recordedAt,
];

export const hasEnded = (): MhbError =>
  new MhbError('not-found', 'The representation does not exist or has ended');

export function createRecordedRepresentations(parts: RecordedParts): RecordedRepresentations {
  const { database, keys, policy, clock } = parts;
  const { rowMacs, columns } = keys;
  const context = (id: string): string => `representation:${id}`;
  const today = (): LocalDate => taipeiDate(clock());
  const birthDateOf = ({ id, detailsSealed }: Recorded): LocalDate =>
    openText(columns, detailsSealed, context(id)) as LocalDate;

  const counts = (row: Recorded): boolean =>
    policy !== null &&
    policy.kinds.includes(row.kind) &&
    row.endsOn >= today() &&
    rowMacs.fits('representation', boundColumns(row), row.mac) &&
    // A parent's representation ends when the child comes of age, even if the operator has changed the age of
    // majority since it was recorded.
    (row.kind !== 'parent' || policy.lastMinorDay(birthDateOf(row)) >= today());

  const withheldOn = (row: Recorded, day: LocalDate): readonly PrivateTopic[] =>
    policy?.withheldOn(birthDateOf(row), day) ?? [];

  async function find(id: string, within: Queries = database.queries): Promise<Recorded | null> {
    const [row] = await within.select().from(representations).where(eq(representations.id, id));
    return row !== undefined && counts(row) ? row : null;
  }

  return {
    find,
    counts: async (id) => (await find(id)) !== null,
    withheldOn,
    async of(side, accountId) {
      const rows = await database.queries
        .select()
        .from(representations)
        .where(and(eq(representations[side], accountId), gte(representations.endsOn, today())));
      return rows.filter(counts);
    },
    async withheldFrom(id, day) {
      const row = await find(id);
      if (row === null) throw hasEnded();
      return withheldOn(row, day);
    },
    create(recorded, birthDate) {
      const id = randomUUID();
      const row = { ...recorded, id, detailsSealed: sealText(columns, birthDate, context(id)) };
      return { ...row, mac: rowMacs.of('representation', boundColumns(row)) };
    },
  };
}
