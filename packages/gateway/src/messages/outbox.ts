import { randomUUID } from 'node:crypto';
import { eq, lte } from 'drizzle-orm';
import { later, type Clock } from '../clock.js';
import type { JobHandler, JobQueue } from '../jobs/jobs.js';
import { openText, sealText } from '../secrets/cipher.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database, Queries } from '../storage/database.js';
import { messages } from '../storage/schema.js';
import type { Message, MessageSender } from './message.js';

export interface MessageJob {
  readonly messageId: string;
}

/** Messages that are sent if and only if the transaction they belong to commits, and again until they got through. */
export interface Outbox {
  /** @param lifetime after so many milliseconds the message is worth nothing any more and is dropped. */
  put(queries: Queries, message: Message, lifetime: number): Promise<void>;
  readonly handler: JobHandler<MessageJob>;
  forgetExpired(): Promise<void>;
}

export interface OutboxParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly queue: JobQueue<MessageJob>;
  readonly sender: MessageSender;
  readonly clock: Clock;
}

export function createOutbox({ database, keys, queue, sender, clock }: OutboxParts): Outbox {
  const context = (id: string): string => `message:${id}`;
  return {
    async put(queries, message, lifetime) {
      const id = randomUUID();
      const now = clock();
      await queries.insert(messages).values({
        id,
        contentSealed: sealText(keys.columns, JSON.stringify(message), context(id)),
        createdAt: now,
        expiresAt: later(now, lifetime),
      });
      await queue.send(queries, { messageId: id });
    },
    async handler({ messageId }) {
      const [row] = await database.queries.select().from(messages).where(eq(messages.id, messageId));
      if (row === undefined || row.expiresAt.getTime() <= clock().getTime()) return;
      await sender.send(JSON.parse(openText(keys.columns, row.contentSealed, context(messageId))) as Message);
      await database.queries.delete(messages).where(eq(messages.id, messageId));
    },
    async forgetExpired() {
      await database.queries.delete(messages).where(lte(messages.expiresAt, clock()));
    },
  };
}
