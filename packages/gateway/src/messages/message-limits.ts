import { and, eq, lt, sql } from 'drizzle-orm';
import { taipeiDate } from '@mhb-kit/core/identity';
import type { Clock } from '../scheduling/clock.js';
import type { MessageLimits } from '../limits/limits.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database, Queries } from '../storage/database.js';
import { dailyCounts, type MessagePurpose } from '../storage/schema.js';
import type { Message } from './message.js';

/** The purpose of a message, and the account that it concerns. */
export interface Concern {
  readonly purpose: MessagePurpose;
  /** `null` if there is no account yet. */
  readonly accountId: string | null;
}

export type WithheldFor = 'address' | 'person' | 'gateway';

export interface CountedMessage {
  /** The limit that causes the message to be withheld; `null` if the message can be sent. */
  readonly withheldFor: WithheldFor | null;
  /** Whether this is the first message of the day that was withheld because of this limit. */
  readonly isFirst: boolean;
}

/** Limits the messages sent per day (Asia/Taipei), counted across all processes. */
export interface MessageCounts {
  /**
   * Counts a message toward the limits for its address and for the person. Checks the limit for the whole gateway,
   * but does not count toward it.
   */
  count(queries: Queries, message: Message, concern: Concern): Promise<CountedMessage>;
  /**
   * Counts a message toward the limit for the whole gateway, before the message is sent. Must not be called within
   * a transaction, because all senders would have to wait for the row with the count.
   */
  countSent(channel: Message['channel'], purpose: MessagePurpose): Promise<CountedMessage>;
  /** Reverses `countSent` for a message that could not be sent. */
  uncountSent(channel: Message['channel'], purpose: MessagePurpose): Promise<void>;
  forgetOld(): Promise<void>;
}

const MAY_GO: CountedMessage = { withheldFor: null, isFirst: false };
/**
 * The share of the gateway's limit that messages to unverified addresses can use. The rest is reserved for people
 * with accounts.
 */
const UNPROVED_SHARE = 0.5;

export function createMessageCounts(
  database: Database,
  keys: GatewayKeys,
  limits: MessageLimits,
  clock: Clock,
): MessageCounts {
  const { count, subject, day } = dailyCounts;
  const today = (): string => taipeiDate(clock());
  const lookupOf = (kind: string, what: string): Uint8Array => keys.lookup(`messages-${kind}`, what);

  /**
   * Increments a count, but only up to one above the limit. That value marks the first message that exceeds the
   * limit.
   */
  async function countUpTo(queries: Queries, key: Uint8Array, most: number): Promise<number> {
    const [row] = await queries
      .insert(dailyCounts)
      .values({ subject: key, day: today(), count: 1 })
      .onConflictDoUpdate({
        target: [subject, day],
        set: { count: sql`${count} + 1` },
        setWhere: sql`${count} <= ${most}::int`,
      })
      .returning({ count });
    return row?.count ?? most + 2;
  }

  async function countFor(
    queries: Queries,
    key: Uint8Array,
    most: number,
    limit: WithheldFor,
  ): Promise<CountedMessage> {
    const counted = await countUpTo(queries, key, most);
    return counted <= most ? MAY_GO : { withheldFor: limit, isFirst: counted === most + 1 };
  }

  const perAddress: Readonly<Record<MessagePurpose, number>> = {
    unproved: limits.unproved,
    code: limits.codes,
    reset: limits.resets,
    notice: limits.notices,
  };

  /** Returns the gateway-wide counts to which a message is added. */
  function ofGateway(
    channel: Message['channel'],
    purpose: MessagePurpose,
  ): readonly { readonly key: Uint8Array; readonly most: number }[] {
    const most = channel === 'sms' ? limits.textMessages : limits.mails;
    const all = { key: lookupOf('gateway', channel), most };
    if (purpose !== 'unproved') return [all];
    return [{ key: lookupOf('gateway-unproved', channel), most: Math.floor(most * UNPROVED_SHARE) }, all];
  }

  return {
    async count(queries, { channel, to }, { purpose, accountId }) {
      for (const { key, most } of ofGateway(channel, purpose)) {
        const [row] = await queries
          .select({ count })
          .from(dailyCounts)
          .where(and(eq(subject, key), eq(day, today())));
        if ((row?.count ?? 0) >= most) return { withheldFor: 'gateway', isFirst: false };
      }
      const address = lookupOf(`${purpose}-${channel}`, to.toLowerCase());
      const forAddress = await countFor(queries, address, perAddress[purpose], 'address');
      if (forAddress.withheldFor !== null || accountId === null || purpose === 'notice') return forAddress;
      return countFor(queries, lookupOf('person', accountId), limits.person, 'person');
    },
    async countSent(channel, purpose) {
      for (const { key, most } of ofGateway(channel, purpose)) {
        const counted = await countFor(database.queries, key, most, 'gateway');
        if (counted.withheldFor !== null) return counted;
      }
      return MAY_GO;
    },
    async uncountSent(channel, purpose) {
      for (const { key } of ofGateway(channel, purpose))
        await database.queries
          .update(dailyCounts)
          .set({ count: sql`greatest(0, ${count} - 1)` })
          .where(and(eq(subject, key), eq(day, today())));
    },
    async forgetOld() {
      await database.queries.delete(dailyCounts).where(lt(day, today()));
    },
  };
}
