import { EventEmitter } from 'node:events';
import { inBatches } from '../scheduling/batches.js';
import type { Signals } from '../storage/signals.js';

/**
 * Notifies watchers of a request when it changes, both in this process and in other processes with the same
 * database.
 */
export interface RequestChanges {
  /** Reports progress of a request. With `ended`, this is the last report. */
  announce(requestId: string, ended?: 'ended'): void;
  /** Starts to watch a request. From then on, no change is missed, even between two calls of `next`. */
  watch(requestId: string): RequestWatch;
}

export interface RequestWatch {
  /**
   * Resolves when the request has ended, when it has changed since the last call and `least` milliseconds have
   * passed, when `most` milliseconds have passed, or when `signal` is aborted.
   */
  next(wait: { readonly least: number; readonly most: number }, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** Appended to the request's id in the notification that the request has ended. */
const ENDED = ' ended';

/** @param signals connects the processes that use the same database; `null` if there is only one process */
export async function createRequestChanges(signals: Signals | null): Promise<RequestChanges> {
  const emitter = new EventEmitter().setMaxListeners(0);
  const tell = (word: string): void => {
    const hasEnded = word.endsWith(ENDED);
    emitter.emit(hasEnded ? word.slice(0, -ENDED.length) : word, hasEnded);
  };
  const tellOthers = inBatches<string>(async (words) => {
    await signals?.send([...new Set(words)]);
    return () => undefined;
  });
  await signals?.listen(tell);
  return {
    announce(requestId, ended) {
      const word = ended === undefined ? requestId : requestId + ENDED;
      tell(word);
      // If a notification is lost, watchers find the change with their next query.
      if (signals !== null) tellOthers(word).catch(() => undefined);
    },
    watch(requestId) {
      let isDue: 'no' | 'later' | 'now' = 'no';
      let wake: () => void = () => undefined;
      const onChange = (hasEnded: boolean): void => {
        isDue = hasEnded || isDue === 'now' ? 'now' : 'later';
        wake();
      };
      emitter.on(requestId, onChange);
      return {
        async next({ least, most }, signal) {
          if (isDue !== 'now' && !signal.aborted) {
            await new Promise<void>((resolve) => {
              let isEarly = true;
              const early = setTimeout(() => {
                isEarly = false;
                wake();
              }, least);
              const late = setTimeout(finish, most);
              function finish(): void {
                wake = () => undefined;
                clearTimeout(early);
                clearTimeout(late);
                signal.removeEventListener('abort', finish);
                resolve();
              }
              signal.addEventListener('abort', finish, { once: true });
              wake = () => {
                if (isDue === 'now' || (isDue === 'later' && !isEarly)) finish();
              };
            });
          }
          isDue = 'no';
        },
        close: () => void emitter.off(requestId, onChange),
      };
    },
  };
}
