import type { Message, MessageSender } from './message.js';

/**
 * Stores messages instead of sending them, so that developers can read them. The messages contain people's codes
 * and tickets, so never use this outbox in production.
 */
export interface DevelopmentOutbox extends MessageSender {
  /** The stored messages, oldest first. */
  readonly messages: readonly Message[];
}

const KEPT = 100;

export function createDevelopmentOutbox(): DevelopmentOutbox {
  const messages: Message[] = [];
  return {
    messages,
    send(message) {
      messages.push(message);
      if (messages.length > KEPT) messages.shift();
      return Promise.resolve();
    },
  };
}
