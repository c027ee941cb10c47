import { MhbError, toMhbError } from '@mhb-kit/core/error';
import type { RelayedHealthLink } from '@mhb-kit/core/gateway';
import { fetchEncryptedFiles, type EncryptedFile } from '@mhb-kit/core/share';
import { requireEncrypted } from './encrypted-file.js';
import { createPinnedFetch, type PinnedFetchOptions } from './pinned-fetch.js';

/**
 * Fetches the files of links for pages whose content security policy does not let them connect to other hosts. The
 * relay passes on only encrypted files, so nobody can use it to read other content. It stores nothing.
 */
export type Relay = (link: RelayedHealthLink, signal: AbortSignal) => Promise<readonly EncryptedFile[]>;

export interface RelayOptions extends PinnedFetchOptions {
  /** The maximum number of relayed links that this process fetches at the same time. */
  readonly atOnce: number;
  readonly kilobytes: number;
}

/** The time limit for each call to the other server. */
const MILLISECONDS = 10_000;
/** The time limit for all calls for one link together. */
const MILLISECONDS_TOGETHER = 30_000;
const FILES = 10;

/**
 * @throws {MhbError} `health-link-host-refused`, `service-unavailable`, and the errors of `fetchEncryptedFiles`
 */
export function createRelay({ atOnce, kilobytes, ...options }: RelayOptions): Relay {
  const fetch = createPinnedFetch(options);
  let underWay = 0;
  return async ({ url, isDirect, recipient, passcode, embeddedLengthMax }, signal) => {
    if (underWay >= atOnce)
      throw new MhbError('service-unavailable', 'Too many calls are in progress', { retriable: true });
    underWay += 1;
    try {
      const files = await fetchEncryptedFiles(
        { url, isDirect, needsPasscode: false, expiresAt: null },
        {
          recipient,
          ...(passcode === undefined ? {} : { passcode }),
          ...(embeddedLengthMax === undefined ? {} : { embeddedLengthMax }),
          fetch: boundedTogether(fetch, kilobytes * 1_024),
          limits: { files: FILES, bytesPerFile: kilobytes * 1_024, milliseconds: MILLISECONDS },
          signal: AbortSignal.any([signal, AbortSignal.timeout(MILLISECONDS_TOGETHER)]),
        },
      );
      for (const { jwe } of files) requireRelayable(jwe);
      return files;
    } catch (error) {
      if (toMhbError(error).code !== 'cancelled') throw error;
      throw new MhbError('health-link-unreachable', 'The server did not respond in time', {
        retriable: true,
      });
    } finally {
      underWay -= 1;
    }
  };
}

function requireRelayable(jwe: string): void {
  try {
    requireEncrypted(jwe.trim());
  } catch (error) {
    throw new MhbError('health-link-damaged', 'The answer is not encrypted', { cause: error });
  }
}

/** Limits the total length of all responses for one link to the maximum length of one file. */
function boundedTogether(fetch: typeof globalThis.fetch, mostBytes: number): typeof globalThis.fetch {
  let received = 0;
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.body === null) return response;
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        received += chunk.length;
        if (received > mostBytes)
          throw new MhbError('health-link-too-large', 'The server sent too much data');
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(counted), response);
  };
}
