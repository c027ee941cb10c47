import { calculateJwkThumbprint, exportJWK, FlattenedSign, generateKeyPair, type JWK } from 'jose';
import type { SealEntry } from '@mhb-kit/core/archive';
import type { ArchiveFile } from '@mhb-kit/core/fulfilment';
import {
  MANIFEST_FILE_NAME,
  MANIFEST_SIGNATURE_FILE_NAME,
  MANIFEST_SIGNATURE_TYPE,
  writeManifest,
  type ManifestEntry,
} from '@mhb-kit/core/manifest';
import { sha256Hex } from './hashes.js';

interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly kid: string;
}

/** Signs the manifests of archives with a key that is created for this gateway. */
export class Issuer {
  readonly #origin: string;
  #pair: Promise<SigningKey> | null = null;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Returns the public keys as a JWK set (RFC 7517). */
  async keySet(): Promise<{ readonly keys: readonly JsonWebKey[] }> {
    const { publicJwk, kid } = await this.#key();
    return { keys: [{ ...publicJwk, kid, use: 'sig', alg: 'ES256' } as JsonWebKey] };
  }

  /** Yields the files, followed by their manifest and its detached signature (RFC 7515, appendix F). */
  async *withManifest(
    files: AsyncIterable<ArchiveFile>,
    { issuedAt, subject }: { readonly issuedAt: Date; readonly subject: string },
  ): AsyncGenerator<SealEntry> {
    const entries: ManifestEntry[] = [];
    for await (const file of files) {
      const bytes = await wholeOf(file);
      entries.push({ name: file.name, byteLength: bytes.length, sha256: await sha256Hex(bytes) });
      yield { name: file.name, bytes };
    }
    const manifest = writeManifest({
      version: 1,
      issuer: this.#origin,
      issuedAt: issuedAt.toISOString(),
      subject,
      entries,
    });
    const { privateKey, kid } = await this.#key();
    const { protected: header = '', signature } = await new FlattenedSign(manifest)
      .setProtectedHeader({ alg: 'ES256', typ: MANIFEST_SIGNATURE_TYPE, kid })
      .sign(privateKey);
    yield { name: MANIFEST_FILE_NAME, bytes: manifest };
    yield {
      name: MANIFEST_SIGNATURE_FILE_NAME,
      bytes: new TextEncoder().encode(`${header}..${signature}`),
      store: true,
    };
  }

  /** Returns the key, which is created when it is first needed, because most tests create no archive. */
  #key(): Promise<SigningKey> {
    this.#pair ??= generateKeyPair('ES256').then(async ({ privateKey, publicKey }) => {
      const publicJwk = await exportJWK(publicKey);
      return { privateKey, publicJwk, kid: await calculateJwkThumbprint(publicJwk) };
    });
    return this.#pair;
  }
}

async function wholeOf(file: ArchiveFile): Promise<Uint8Array<ArrayBuffer>> {
  if ('bytes' in file) return new Uint8Array(file.bytes);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of file.stream) pieces.push(new Uint8Array(piece));
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
