import type { CardProgressStep, CardSession } from './contract.js';
import { SessionEvents } from './session-events.js';

/**
 * Creates a session for a source that has no list of readers. The session treats the source as one reader,
 * whose card is unknown until it has been read.
 * @param work returns the operations of the source; it receives `progress`, which tells the screen what the
 *   operation is waiting for
 */
export function oneReaderSession(
  { id, label }: { readonly id: string; readonly label: string },
  work: (progress: (step: CardProgressStep) => void) => Pick<CardSession, 'readNhi' | 'authenticate'>,
): CardSession {
  const events = new SessionEvents();
  return {
    readers: () =>
      Promise.resolve([{ id, label, state: 'present', card: { kind: 'unknown' }, simulated: false }]),
    on: (event, listener) => events.on(event, listener),
    ...work((step) => events.emit('progress', { step })),
    close() {
      events.emit('closed', { code: 'cancelled' });
      return Promise.resolve();
    },
  };
}
