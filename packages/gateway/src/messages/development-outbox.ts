import type { Message, MessageSender } from './message.js';

/** Keeps what would be sent, for the developer to read. Holds people's codes and tickets: never for production. */
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
