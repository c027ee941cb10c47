import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { ArchiveFile } from '@mhb-kit/core/fulfilment';
import { MANIFEST_FILE_NAME, type Manifest } from '@mhb-kit/core/manifest';
import { createIssuer } from '../secrets/issuer.js';
import { withSignedManifest } from './signed-entries.js';

async function* inPieces(text: string): AsyncGenerator<Uint8Array> {
  for (const letter of text) yield await Promise.resolve(Buffer.from(letter));
}

async function* files(): AsyncGenerator<ArchiveFile> {
  yield await Promise.resolve({ name: 'whole.html', bytes: Buffer.from('whole') });
  yield { name: 'pieces.json', stream: inPieces('in pieces') };
}

it('lists the files of an archive in its manifest, complete ones and those in chunks', async () => {
  const issuer = await createIssuer(new Uint8Array(32));
  const about = { issuer: 'https://gateway.example', issuedAt: '2026-03-20T00:00:00Z' };
  let manifest: Manifest | undefined;
  for await (const entry of withSignedManifest(files(), issuer, about)) {
    const pieces: Uint8Array[] = [];
    if ('bytes' in entry) pieces.push(entry.bytes);
    else for await (const piece of entry.stream as AsyncIterable<Uint8Array>) pieces.push(piece);
    if (entry.name === MANIFEST_FILE_NAME)
      manifest = JSON.parse(Buffer.concat(pieces).toString()) as Manifest;
  }
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  expect(manifest).toEqual({
    version: 1,
    ...about,
    entries: [
      { name: 'whole.html', byteLength: 5, sha256: sha256('whole') },
      { name: 'pieces.json', byteLength: 9, sha256: sha256('in pieces') },
    ],
  });
});
