import { createHash } from 'node:crypto';
import type { SealEntry } from '@mhb-kit/core/archive';
import {
  MANIFEST_FILE_NAME,
  MANIFEST_SIGNATURE_FILE_NAME,
  type Manifest,
  type ManifestEntry,
} from '@mhb-kit/core/manifest';
import type { Issuer } from '../secrets/issuer.js';

/** A file of an archive that is there as a whole. */
export interface ArchiveFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of an archive as they come, and after the last of them what shows that they are ours. */
export async function* withSignedManifest(
  files: Iterable<ArchiveFile>,
  issuer: Issuer,
  about: Pick<Manifest, 'issuer' | 'issuedAt'>,
): AsyncGenerator<SealEntry> {
  const entries: ManifestEntry[] = [];
  for (const { name, bytes } of files) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    entries.push({ name, byteLength: bytes.length, sha256 });
    yield { name, bytes };
  }
  const { manifest, signature } = await issuer.sign({ version: 1, ...about, entries });
  yield { name: MANIFEST_FILE_NAME, bytes: manifest };
  yield { name: MANIFEST_SIGNATURE_FILE_NAME, bytes: signature, store: true };
}
