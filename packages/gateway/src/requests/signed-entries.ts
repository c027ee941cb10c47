import { createHash } from 'node:crypto';
import type { SealEntry } from '@mhb-kit/core/archive';
import type { ArchiveFile } from '@mhb-kit/core/fulfilment';
import {
  MANIFEST_FILE_NAME,
  MANIFEST_SIGNATURE_FILE_NAME,
  type Manifest,
  type ManifestEntry,
} from '@mhb-kit/core/manifest';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Issuer } from '../secrets/issuer.js';

/**
 * Returns the pseudonym of an account in manifests. It shows that archives belong to the same person, but not to
 * which person.
 */
export const subjectOf = (keys: Pick<GatewayKeys, 'lookup'>, accountId: string): string =>
  Buffer.from(keys.lookup('manifest-subject', accountId)).toString('base64url');

/**
 * Yields the files of an archive as they are produced, followed by the signed manifest that proves their origin.
 */
export async function* withSignedManifest(
  files: AsyncIterable<ArchiveFile>,
  issuer: Issuer,
  about: Omit<Manifest, 'version' | 'entries'>,
): AsyncGenerator<SealEntry> {
  const entries: ManifestEntry[] = [];
  for await (const file of files) {
    const hash = createHash('sha256');
    let byteLength = 0;
    const count = (bytes: Uint8Array): Uint8Array => {
      hash.update(bytes);
      byteLength += bytes.length;
      return bytes;
    };
    if ('bytes' in file) yield { name: file.name, bytes: count(file.bytes) };
    else yield { name: file.name, stream: through(file.stream, count) };
    // The next file is requested only after this file has been read to its end.
    entries.push({ name: file.name, byteLength, sha256: hash.digest('hex') });
  }
  const { manifest, signature } = await issuer.sign({ version: 1, ...about, entries });
  yield { name: MANIFEST_FILE_NAME, bytes: manifest };
  yield { name: MANIFEST_SIGNATURE_FILE_NAME, bytes: signature, store: true };
}

async function* through(
  pieces: AsyncIterable<Uint8Array>,
  each: (piece: Uint8Array) => Uint8Array,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield each(piece);
}
