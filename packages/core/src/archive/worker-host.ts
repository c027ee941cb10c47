import { PendingCalls, serveCalls, type WorkerPort } from '../calls/index.js';
import type { Bytes } from './primitives/binary.js';
import { failure } from './failure.js';
import { openArchive, type Archive, type EntryReadOptions } from './open.js';
import { sealArchive } from './seal.js';
import type { SealEntry } from './seal-options.js';
import type { RangeReader } from './source.js';
import type {
  BlobEntry,
  Call,
  OpenedFacts,
  RangeMessage,
  RemoteSource,
  WorkerMessage,
} from './worker-protocol.js';

/**
 * Maximum number of bytes that the page copies in one message. It is small enough that the page does not
 * freeze.
 */
const RANGE = 1024 * 1024;

/** Opens and reads archives on behalf of the page at the other end of the connection. */
export function serveArchives(port: WorkerPort): void {
  const archives = new Map<number, Archive>();
  const streams = new Map<number, ReadableStreamDefaultReader<Bytes>>();
  const ranges = new PendingCalls<Bytes>();

  const post = (message: WorkerMessage): void => {
    port.postMessage(message, []);
  };

  const readRange = (offset: number, length: number): Promise<Bytes> =>
    ranges.call((read) => {
      post({ read, offset, length });
    });

  const fromPage = ({ size, repeatable }: Exclude<RemoteSource, Blob>): RangeReader => ({
    size,
    repeatable,
    read: async (offset, length) => {
      if (length <= RANGE) return readRange(offset, length);
      const whole = new Uint8Array(length);
      for (let at = 0; at < length; at += RANGE) {
        whole.set(await readRange(offset + at, Math.min(RANGE, length - at)), at);
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

  const answer = async (
    call: Call,
    { id, signal }: { readonly id: number; readonly signal: AbortSignal },
  ): Promise<OpenedFacts | Bytes | number | null> => {
    const reading: EntryReadOptions =
      'password' in call && call.password !== undefined ? { password: call.password, signal } : { signal };
    switch (call.call) {
      case 'open': {
        const source = call.source instanceof Blob ? call.source : fromPage(call.source);
        const archive = await openArchive(source, {
          ...call.options,
          onProgress: (progress) => {
            post({ progress });
          },
        });
        archives.set(id, archive);
        const { isEncrypted, depth, totalBytes } = archive;
        const entries = archive.entries.map(({ bytes: _bytes, stream: _stream, ...facts }) => facts);
        return { archive: id, entries, isEncrypted, depth, totalBytes };
      }
      case 'unlock':
        await archiveOf(call.archive).unlock(call.password, { signal });
        return null;
      case 'bytes':
        return entryOf(call.archive, call.entry).bytes(reading);
      case 'stream':
        // Do not pass this call's signal, which is valid only during the call. The page stops a stream with
        // `cancel`.
        streams.set(
          id,
          entryOf(call.archive, call.entry)
            .stream(call.password === undefined ? {} : { password: call.password })
            .getReader(),
        );
        return id;
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
      case 'seal':
        return sealArchive(sealEntries(call.entries), { ...call.options, signal });
    }
  };

  serveCalls<Call, RangeMessage>(port, {
    answer,
    onMessage: ({ range, bytes }) => {
      if (bytes === null)
        ranges.reject(range, failure('archive-unreadable', 'The page could not read the source'));
      else ranges.resolve(range, bytes);
    },
  });
}

/** Reads the blobs one by one, so that only one entry is in memory at a time. */
async function* sealEntries(entries: readonly BlobEntry[]): AsyncGenerator<SealEntry> {
  for (const { content, ...entry } of entries) {
    yield { ...entry, bytes: new Uint8Array(await content.arrayBuffer()) };
  }
}
