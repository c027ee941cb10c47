import { MhbError } from '../error.js';
import type { SealedArchive, TransferOptions } from './contract.js';
import { connectionError, type Transport } from './transport.js';

/** How often a broken download is taken up again before giving up. */
const RESUMPTIONS = 3;

/**
 * The archive's bytes. A connection that breaks is taken up where it broke (RFC 9110 §14), and what arrived is compared
 * with the hash that the gateway gave.
 * @throws {MhbError} `download-damaged`, `request-expired`, `gateway-unreachable`, …
 */
export async function download(
  transport: Transport,
  archive: SealedArchive,
  { signal, onProgress }: TransferOptions,
): Promise<Blob> {
  const { byteLength: total } = archive;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  for (let resumptions = 0; loaded < total;) {
    const response = await transport({
      method: 'GET',
      path: `/v1/archives/${archive.id}`,
      signal,
      headers: loaded === 0 ? {} : { Range: `bytes=${loaded}-`, 'If-Range': `"${archive.sha256}"` },
    });
    if (loaded > 0 && response.status !== 206) throw damaged();
    try {
      for await (const chunk of bytesOf(response)) {
        chunks.push(chunk);
        loaded += chunk.length;
        onProgress?.({ loaded, total });
      }
      if (loaded < total) throw new Error('The body ended early');
    } catch (error) {
      resumptions += 1;
      if (signal?.aborted === true || resumptions > RESUMPTIONS) throw connectionError(error, signal);
    }
  }
  const blob = new Blob(chunks, { type: 'application/zip' });
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (loaded !== total || hex !== archive.sha256) throw damaged();
  return blob;
}

async function* bytesOf({ body }: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (body === null) return;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function damaged(): MhbError {
  return new MhbError('download-damaged', 'The bytes are not those that the gateway sealed', {
    retriable: true,
  });
}
