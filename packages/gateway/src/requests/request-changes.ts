import { EventEmitter } from 'node:events';
import { inBatches } from '../batches.js';
import type { Signals } from '../storage/signals.js';

/** Wakes those who watch a request when it changes, in this process and in those on the same database. */
export interface RequestChanges {
  announce(requestId: string): void;
  /** Changes from now on are not missed, even between two waits. */
  watch(requestId: string): RequestWatch;
}

export interface RequestWatch {
  /** Resolves at the next change (or one since the last wait), after `timeout` milliseconds, or when aborted. */
  next(timeout: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** @param signals `null`: no other process is on the database. */
export async function createRequestChanges(signals: Signals | null): Promise<RequestChanges> {
  const emitter = new EventEmitter().setMaxListeners(0);
  const tellOthers = inBatches<string>(async (requestIds) => {
    await signals?.send([...new Set(requestIds)]);
    return () => undefined;
  });
  await signals?.listen((requestId) => void emitter.emit(requestId));
  return {
    announce(requestId) {
      emitter.emit(requestId);
      // What does not get through is found by those who watch when they look next.
      if (signals !== null) tellOthers(requestId).catch(() => undefined);
    },
    watch(requestId) {
      let changed = false;
      let wake: () => void = () => undefined;
      const onChange = (): void => {
        changed = true;
        wake();
      };
      emitter.on(requestId, onChange);
      return {
        async next(timeout, signal) {
          if (!changed && !signal.aborted) {
            await new Promise<void>((resolve) => {
              const timer = setTimeout(finish, timeout);
              function finish(): void {
                clearTimeout(timer);
                signal.removeEventListener('abort', finish);
                resolve();
              }
              signal.addEventListener('abort', finish, { once: true });
              wake = finish;
            });
          }
          changed = false;
        },
        close: () => void emitter.off(requestId, onChange),
      };
    },
  };
}
