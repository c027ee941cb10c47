import { CompactEncrypt } from 'jose/jwe/compact/encrypt';
import { compactDecrypt } from 'jose/jwe/compact/decrypt';
import { fromBase64url } from '../encoding.js';
import { MhbError } from '../error.js';
import { contentTypes, type ContentType } from './manifest.js';
import { receivingLimits } from './limits.js';

/**
 * Encrypts and decrypts the files of a SMART Health Link. Files are in JSON Web Encryption compact form, with
 * `alg` `dir`, `enc` `A256GCM`, and the content type in `cty` ("Encrypting and Decrypting Files"). We compress the
 * files that we write (`zip` `DEF`), and also read files that are not compressed.
 */

/**
 * Encrypts a file. Every file has a new nonce, as the specification requires, because all files have the same key.
 */
export async function sealFile(content: string, contentType: ContentType, key: string): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(content))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', cty: contentType, zip: 'DEF' })
    .encrypt(fromBase64url(key));
}

export interface OpenedFile {
  readonly contentType: ContentType | null;
  readonly content: string;
}

/**
 * Decrypts a file. Algorithms other than those that the specification requires are rejected. Decompression stops
 * at `mostBytes`.
 *
 * @throws {MhbError} `health-link-damaged`, `health-link-too-large`
 */
export async function openFile(
  jwe: string,
  key: string,
  mostBytes: number = receivingLimits.bytesPerContent,
): Promise<OpenedFile> {
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(jwe.trim(), fromBase64url(key), {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      maxDecompressedLength: mostBytes,
    });
    if (plaintext.length > mostBytes) throw new MhbError('health-link-too-large', 'The content is too large');
    return {
      contentType: contentTypes.find((type) => type === mediaType(protectedHeader.cty)) ?? null,
      content: new TextDecoder('utf-8', { fatal: true }).decode(plaintext),
    };
  } catch (error) {
    if (error instanceof MhbError) throw error;
    if (error instanceof Error && error.message.includes('exceeded the configured limit'))
      throw new MhbError('health-link-too-large', 'The decompressed content is too large', { cause: error });
    throw new MhbError('health-link-damaged', 'A file cannot be decrypted', { cause: error });
  }
}

/** Returns a media type without its parameters, as in `application/fhir+json;fhirVersion=4.0.1`. */
const mediaType = (cty: unknown): string => (typeof cty === 'string' ? (cty.split(';')[0] ?? '').trim() : '');
