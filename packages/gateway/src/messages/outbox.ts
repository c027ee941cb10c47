import { randomUUID } from 'node:crypto';
import { eq, lte } from 'drizzle-orm';
import { MhbError } from '@mhb-kit/core/error';
import type { Audit } from '../audit/audit.js';
import { later, type Clock } from '../scheduling/clock.js';
import type { JobHandler, JobQueue, Patience } from '../jobs/jobs.js';
import { openText, sealText } from '../secrets/cipher.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database, Queries } from '../storage/database.js';
import { messages, type MessagePurpose } from '../storage/schema.js';
import type { Metrics } from '../monitoring/metrics.js';
import type { Letter, Message, MessageSender } from './message.js';
import type { Concern, CountedMessage, MessageCounts } from './message-limits.js';

export interface MessageJob {
  readonly messageId: string;
}

/** Sends messages if and only if their transaction commits, and retries until they are delivered or expire. */
export interface Outbox {
  /**
   * Adds a message. Returns whether the message will be sent; it is not sent if today's limit for the person or
   * the address has been reached.
   * @param lifetime number of milliseconds after which the message is useless and is dropped
   */
  put(queries: Queries, message: Message, lifetime: number, concern: Concern): Promise<boolean>;
  /** Adds a letter, which waits until the operator prints it (`mhb-gateway letters print`). */
  putLetter(queries: Queries, letter: Letter, lifetime: number): Promise<void>;
  readonly handler: JobHandler<MessageJob>;
  forgetExpired(): Promise<void>;
}

export interface OutboxParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly queue: JobQueue<MessageJob>;
  readonly sender: MessageSender;
  readonly counts: MessageCounts;
  readonly audit: Audit;
  readonly metrics: Pick<Metrics, 'withheld'>;
  readonly clock: Clock;
}

/**
 * A message is retried for the five days for which a ticket is valid, because the mail server can be unavailable
 * for that long. A message that expires sooner is dropped when it expires.
 */
export const messagePatience: Patience = { retries: 250, longestPauseSeconds: 1_800 };

/** The context to which a sealed message is bound. */
export const messageContext = (id: string): string => `message:${id}`;

/** Creates the error for a person who requested a message that is not sent because of a limit. */
export const messageWithheld = (): MhbError =>
  new MhbError('quota-reached', 'No more messages of this kind can be sent today');

export function createOutbox(parts: OutboxParts): Outbox {
  const { database, keys, queue, sender, counts, audit, metrics, clock } = parts;

  async function insert(
    queries: Queries,
    content: Message | Letter,
    lifetime: number,
    purpose: MessagePurpose = 'notice',
  ): Promise<string> {
    const id = randomUUID();
    const now = clock();
    await queries.insert(messages).values({
      id,
      contentSealed: sealText(keys.columns, JSON.stringify(content), messageContext(id)),
      createdAt: now,
      expiresAt: later(now, lifetime),
      isLetter: content.channel === 'letter',
      purpose,
    });
    return id;
  }
  /** Counts a withheld message in the metrics, and records the first one of each day in the audit trail. */
  async function withhold(
    channel: Message['channel'],
    accountId: string | null,
    { withheldFor, isFirst }: CountedMessage,
    within?: Queries,
  ): Promise<void> {
    if (withheldFor === null) return;
    metrics.withheld(channel, withheldFor);
    if (!isFirst) return;
    const subject = `${channel} ${withheldFor}`;
    await audit({ action: 'message.withhold', accountId, sessionId: null, subject }, within);
  }

  return {
    async put(queries, message, lifetime, concern) {
      const counted = await counts.count(queries, message, concern);
      if (counted.withheldFor !== null) {
        await withhold(message.channel, concern.accountId, counted, queries);
        return false;
      }
      const messageId = await insert(queries, message, lifetime, concern.purpose);
      await queue.send(queries, { messageId });
      return true;
    },
    async putLetter(queries, letter, lifetime) {
      await insert(queries, letter, lifetime);
    },
    async handler({ messageId }) {
      const [row] = await database.queries.select().from(messages).where(eq(messages.id, messageId));
      if (row === undefined || row.expiresAt.getTime() <= clock().getTime()) return;
      const content = openText(keys.columns, row.contentSealed, messageContext(messageId));
      const message = JSON.parse(content) as Message;
      const { channel } = message;
      const counted = await counts.countSent(channel, row.purpose);
      if (counted.withheldFor !== null) {
        await withhold(channel, null, counted);
      } else {
        try {
          await sender.send(message);
        } catch (error) {
          await counts.uncountSent(channel, row.purpose);
          throw error;
        }
      }
      await database.queries.delete(messages).where(eq(messages.id, messageId));
    },
    async forgetExpired() {
      await database.queries.delete(messages).where(lte(messages.expiresAt, clock()));
      await counts.forgetOld();
    },
  };
}
