import { toMhbError } from '../error.js';
import type { Bytes } from './binary.js';
import { failure } from './failure.js';
import { openArchive, type Archive, type EntryReadOptions } from './open.js';
import type { RangeReader } from './source.js';
import type { Call, FromWorker, OpenedFacts, Port, RemoteSource, ToWorker } from './worker-protocol.js';

/** What the page copies for one message: small enough that no copy holds it up. */
const RANGE = 1024 * 1024;

/** Opens and reads archives for whoever is at the other end. */
export function serveArchives(port: Port): void {
  const archives = new Map<number, Archive>();
  const streams = new Map<number, ReadableStreamDefaultReader<Bytes>>();
  const underWay = new Map<number, AbortController>();
  const ranges = new Map<number, (bytes: Bytes | null) => void>();
  let lastRead = 0;

  const post = (message: FromWorker, transfer: Transferable[] = []): void => {
    port.postMessage(message, transfer);
  };

  const readRange = (archive: number, offset: number, length: number): Promise<Bytes> =>
    new Promise((resolve, reject) => {
      const read = ++lastRead;
      ranges.set(read, (bytes) => {
        ranges.delete(read);
        if (bytes === null) reject(failure('archive-unreadable', 'The page could not read the source'));
        else resolve(bytes);
      });
      post({ read, archive, offset, length });
    });

  const fromPage = (archive: number, { size, repeatable }: Exclude<RemoteSource, Blob>): RangeReader => ({
    size,
    repeatable,
    read: async (offset, length) => {
      if (length <= RANGE) return readRange(archive, offset, length);
      const whole = new Uint8Array(length);
      for (let at = 0; at < length; at += RANGE) {
        whole.set(await readRange(archive, offset + at, Math.min(RANGE, length - at)), at);
      }
      return whole;
    },
  });

  const archiveOf = (id: number): Archive => {
    const archive = archives.get(id);
    if (archive === undefined) throw failure('cancelled', 'The archive is closed');
    return archive;
  };

  const entryOf = (archive: number, index: number) => {
    const entry = archiveOf(archive).entries[index];
    if (entry === undefined) throw failure('internal', 'No such entry');
    return entry;
  };

  const answer = async (id: number, call: Call, signal: AbortSignal): Promise<OpenedFacts | Bytes | null> => {
    const reading: EntryReadOptions =
      'password' in call && call.password !== undefined ? { password: call.password, signal } : { signal };
    switch (call.call) {
      case 'open': {
        const source = call.source instanceof Blob ? call.source : fromPage(id, call.source);
        const archive = await openArchive(source, {
          ...call.options,
          onProgress: (progress) => {
            post({ progress, archive: id });
          },
        });
        archives.set(id, archive);
        const { isEncrypted, depth, totalBytes } = archive;
        const entries = archive.entries.map(({ bytes: _bytes, stream: _stream, ...facts }) => facts);
        return { entries, isEncrypted, depth, totalBytes };
      }
      case 'unlock':
        await archiveOf(call.archive).unlock(call.password, { signal });
        return null;
      case 'bytes':
        return entryOf(call.archive, call.entry).bytes(reading);
      case 'stream':
        // The signal of this call ends with it; a stream ends by `cancel`.
        streams.set(
          id,
          entryOf(call.archive, call.entry)
            .stream(call.password === undefined ? {} : { password: call.password })
            .getReader(),
        );
        return null;
      case 'pull': {
        const next = await streams.get(call.stream)?.read();
        if (next?.done === false) return next.value;
        streams.delete(call.stream);
        return null;
      }
      case 'cancel':
        await streams.get(call.stream)?.cancel();
        streams.delete(call.stream);
        return null;
      case 'close':
        archives.get(call.archive)?.close();
        archives.delete(call.archive);
        return null;
    }
  };

  const run = async ({ id, ...call }: Call & { readonly id: number }): Promise<void> => {
    const controller = new AbortController();
    underWay.set(id, controller);
    try {
      const result = await answer(id, call, controller.signal);
      // What is handed over is nobody else's: entries and pieces are always made anew.
      post({ id, result }, result instanceof Uint8Array ? [result.buffer] : []);
    } catch (thrown) {
      const { code, message, retriable, details } = toMhbError(thrown);
      post({ id, error: { code, message, retriable, details } });
    } finally {
      underWay.delete(id);
    }
  };

  port.addEventListener('message', ({ data }) => {
    const message = data as ToWorker;
    if ('abort' in message) underWay.get(message.abort)?.abort();
    else if ('range' in message) ranges.get(message.range)?.(message.bytes);
    else void run(message);
  });
  post({ ready: true });
}
