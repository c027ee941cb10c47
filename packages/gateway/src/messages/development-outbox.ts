import type { Message, MessageSender } from './message.js';

/**
 * Stores messages instead of sending them, for developers to read. It contains people's codes and tickets;
 * never use it in production.
 */
export interface DevelopmentOutbox extends MessageSender {
  /** Oldest first. */
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
