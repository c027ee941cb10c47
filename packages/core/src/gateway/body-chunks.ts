import { withTimeout } from '../calls/index.js';
import { MhbError } from '../error.js';

/**
 * The gateway's event stream sends a heartbeat every 15 s. After three missed heartbeats the connection is
 * considered dead.
 */
const SILENCE_MS = 45_000;

/**
 * Yields the bytes of a response body as they arrive. There is no overall time limit, but the connection may be
 * silent for at most 45 seconds.
 * @throws {MhbError} `gateway-unreachable` if the connection is silent for longer
 */
export async function* bodyChunks(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await unlessSilent(reader.read());
      if (done) return;
      yield value;
    }
  } finally {
    // Do not wait for the cancellation, because a dead connection might never confirm it.
    reader.cancel().catch(() => undefined);
  }
}

const unlessSilent = <T>(read: Promise<T>): Promise<T> =>
  withTimeout(
    read,
    SILENCE_MS,
    () => new MhbError('gateway-unreachable', 'The gateway stopped sending data', { retriable: true }),
  );
