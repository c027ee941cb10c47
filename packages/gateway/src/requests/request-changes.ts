import { EventEmitter } from 'node:events';

/** Wakes those who watch a request when it changes, within this process. */
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

export function createRequestChanges(): RequestChanges {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    announce: (requestId) => void emitter.emit(requestId),
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
