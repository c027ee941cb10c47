import type { Bytes } from './primitives/binary.js';
import { failure, throwIfAborted, truncated } from './failure.js';

/** A source whose bytes are fetched as needed, for example from a file handle or with HTTP range requests. */
export interface RangeReader {
  readonly size: number;
  /**
   * Whether a range can be read again at low cost. If so, content with an authentication code is checked in a
   * first pass, before any of it is released. Defaults to false.
   */
  readonly repeatable?: boolean;
  /** Returns exactly `length` bytes from `offset`. The archive never reads beyond `size`. */
  read(offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array>;
}

export type ArchiveSource = Uint8Array | Blob | RangeReader;

export interface Source {
  readonly size: number;
  readonly repeatable: boolean;
  /**
   * Whether `read` returns a new buffer each time, which the caller can then overwrite. If not, the buffer must
   * never be written to.
   */
  readonly fresh: boolean;
  read(offset: number, length: number, signal?: AbortSignal): Promise<Uint8Array>;
}

/** Size in bytes up to which a Blob is read as a whole, which is much cheaper than three reads per entry. */
const SMALL_BLOB = 16 * 1024 * 1024;

export async function toSource(source: ArchiveSource): Promise<Source> {
  if (source instanceof Uint8Array) return fromBytes(source);
  if (!isBlob(source)) return checked(source, false);
  if (source.size <= SMALL_BLOB) return fromBytes(await blobBytes(source));
  return checked(
    {
      size: source.size,
      repeatable: true,
      read: (offset, length) => blobBytes(source.slice(offset, offset + length)),
    },
    true,
  );
}

function isBlob(source: Blob | RangeReader): source is Blob {
  return typeof Blob === 'function' && source instanceof Blob;
}

function fromBytes(bytes: Uint8Array): Source {
  return checked(
    {
      size: bytes.length,
      repeatable: true,
      read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
    },
    false,
  );
}

async function blobBytes(blob: Blob): Promise<Bytes> {
  return new Uint8Array(await blob.arrayBuffer());
}

function checked(reader: RangeReader, fresh: boolean): Source {
  const { size, repeatable = false } = reader;
  if (!Number.isSafeInteger(size) || size < 0) throw failure('archive-unreadable', 'The source has no size');
  return {
    size,
    repeatable,
    fresh,
    read: async (offset, length, signal) => {
      throwIfAborted(signal);
      if (offset < 0 || offset + length > size)
        throw truncated('A record extends beyond the end of the archive');
      if (length === 0) return new Uint8Array(0);
      const bytes = await reader.read(offset, length, signal).catch((cause: unknown) => {
        throwIfAborted(signal);
        throw failure('archive-unreadable', 'The source could not be read', {}, cause);
      });
      if (bytes.length !== length)
        throw failure('archive-unreadable', 'The source did not return the requested number of bytes');
      return bytes;
    },
  };
}

/** Reads a range in chunks of at most `pieceLength`, one after another. */
export async function* readPieces(
  source: Source,
  offset: number,
  length: number,
  signal: AbortSignal | undefined,
  pieceLength = 256 * 1024,
): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < length; done += pieceLength) {
    yield await source.read(offset + done, Math.min(pieceLength, length - done), signal);
  }
}
