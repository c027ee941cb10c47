import { toHex } from '../encoding.js';
import { MhbError } from '../error.js';
import { bodyChunks } from './body-chunks.js';
import type { TransferOptions } from './call-options.js';
import { connectionError } from './connection-error.js';
import type { SealedArchive } from './contract.js';
import { pause } from './pause.js';
import type { Transport } from './transport.js';

/** How many times a broken download is resumed before it fails. */
const RESUMPTIONS = 5;
/**
 * The pause before a download is resumed for the first time. Each further pause is twice as long; all pauses
 * together last about sixteen seconds.
 */
const FIRST_PAUSE_MS = 500;

/**
 * Downloads an archive. If the download breaks, it is resumed where it stopped (RFC 9110 §14). The result is
 * compared with the hash from the gateway.
 * @throws {MhbError} `download-damaged`, `request-expired`, `gateway-unreachable`, …
 */
export async function download(
  transport: Transport,
  archive: SealedArchive,
  { signal, onProgress }: TransferOptions,
): Promise<Blob> {
  const { byteLength: total } = archive;
  // The whole archive goes into one buffer, because nothing is returned before its hash has been checked.
  const bytes = new Uint8Array(total);
  let loaded = 0;
  for (let resumptions = 0; loaded < total;) {
    try {
      const response = await transport({
        operation: 'GET /v1/archives/{id}',
        id: archive.id,
        streamed: true,
        signal,
        headers: loaded === 0 ? {} : { Range: `bytes=${loaded}-`, 'If-Range': `"${archive.sha256}"` },
      });
      if (loaded > 0 && response.status !== 206) {
        // Some proxies ignore the Range header. In that case, the response contains the whole archive again.
        loaded = 0;
      }
      if (response.body !== null) {
        for await (const chunk of bodyChunks(response.body)) {
          if (loaded + chunk.length > total) throw damaged();
          bytes.set(chunk, loaded);
          loaded += chunk.length;
          onProgress?.({ loaded, total });
        }
      }
      if (loaded < total) throw new Error('The body ended early');
    } catch (thrown) {
      const error = connectionError(thrown, signal);
      const mayReturn = error.code === 'gateway-unreachable' || error.code === 'service-unavailable';
      if (!mayReturn || resumptions >= RESUMPTIONS) throw error;
      await pause(FIRST_PAUSE_MS * 2 ** resumptions, signal);
      resumptions += 1;
    }
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  if (toHex(digest) !== archive.sha256) throw damaged();
  return new Blob([bytes], { type: 'application/zip' });
}

function damaged(): MhbError {
  return new MhbError('download-damaged', 'The bytes differ from those that the gateway sealed', {
    retriable: true,
  });
}
