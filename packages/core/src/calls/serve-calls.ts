import { toMhbError } from '../error.js';
import { serializeError, type CallAnswer, type CallRequest, type WorkerPort } from './worker-protocol.js';

/** A call that is being handled. */
export interface ServedCall {
  readonly id: number;
  /** The signal, which is aborted when nobody is waiting for the response any longer. */
  readonly signal: AbortSignal;
  /**
   * Sends part of a long response before the rest. Copying the whole response in one message would block the
   * page.
   */
  readonly sendPart: (part: unknown) => void;
}

export interface CallHandlers<Request, Message> {
  /** Handles a request and returns the result. A `Uint8Array` is transferred instead of copied. */
  readonly answer: (request: Request, call: ServedCall) => unknown;
  /** Receives messages from the page that are not calls. */
  readonly onMessage?: (message: Message) => void;
}

/** Handles the worker's side of `startWorker`: answers calls and reports that the worker is ready. */
export function serveCalls<Request, Message = never>(
  port: WorkerPort,
  { answer, onMessage }: CallHandlers<Request, Message>,
): void {
  const underWay = new Map<number, AbortController>();
  const post = (message: CallAnswer, transfer: Transferable[] = []): void => {
    port.postMessage(message, transfer);
  };
  const run = async (id: number, request: Request): Promise<void> => {
    const controller = new AbortController();
    underWay.set(id, controller);
    try {
      const sendPart = (part: unknown): void => post({ id, part });
      const result = await answer(request, { id, signal: controller.signal, sendPart });
      if (result instanceof Uint8Array) {
        const own = wholeBuffer(result);
        post({ id, result: own }, [own.buffer]);
      } else post({ id, result });
    } catch (thrown) {
      post({ id, error: serializeError(toMhbError(thrown)) });
    } finally {
      underWay.delete(id);
    }
  };
  port.addEventListener('message', ({ data }) => {
    const message = data as CallRequest<Request>;
    if ('request' in message) void run(message.id, message.request);
    else if ('abandon' in message) underWay.get(message.abandon)?.abort();
    else onMessage?.(message);
  });
  reportReady(post);
}

/**
 * Returns bytes that fill their buffer, which can then be transferred. If bytes fill only part of a buffer,
 * transferring it would take the whole buffer away from the worker. Besides, Node does not transfer the
 * shared buffers in which it allocates small arrays.
 */
const wholeBuffer = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? (bytes as Uint8Array<ArrayBuffer>)
    : new Uint8Array(bytes);

/**
 * Reports that the worker is ready, and holds a lock while the worker is running. The page uses the lock to
 * detect a crash, because no event reports a crash.
 */
function reportReady(post: (message: CallAnswer) => void): void {
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
  if (locks === undefined) {
    post({ ready: true });
    return;
  }
  const lock = `mhb-worker-${crypto.randomUUID()}`;
  locks
    .request(lock, () => {
      post({ ready: true, lock });
      return new Promise(() => undefined);
    })
    // Locks are not available on a page with an opaque origin, such as a local file.
    .catch(() => post({ ready: true }));
}
