import { MhbError } from '../error.js';
import type { EncryptedFile } from './fetch-files.js';
import { receivingLimits, type ReceivingLimits } from './limits.js';
import type { HealthLink } from './link.js';
import type { ContentType } from './manifest.js';
import { openFile } from './sealed-file.js';

/** A decrypted file. It contains untrusted JSON. */
export interface ReceivedFile {
  readonly contentType: ContentType;
  readonly content: Readonly<Record<string, unknown>>;
  readonly lastUpdated: string | null;
}

/**
 * Decrypts the files that `fetchEncryptedFiles` or a relay has fetched.
 *
 * @throws {MhbError} `health-link-damaged`, `health-link-too-large`
 */
export async function openHealthLink(
  { key }: Pick<HealthLink, 'key'>,
  files: readonly EncryptedFile[],
  limits: Partial<Pick<ReceivingLimits, 'bytesPerContent'>> = {},
): Promise<ReceivedFile[]> {
  // All files share a single limit, so that many decompression bombs cannot do more harm than one.
  let left = limits.bytesPerContent ?? receivingLimits.bytesPerContent;
  const opened: ReceivedFile[] = [];
  for (const file of files) {
    const { contentType, content } = await openFile(file.jwe, key, left);
    left -= content.length;
    const type = file.contentType ?? contentType;
    if (type === null) throw new MhbError('health-link-damaged', 'A file does not state its type');
    opened.push({ contentType: type, content: jsonObject(content), lastUpdated: file.lastUpdated ?? null });
  }
  return opened;
}

function jsonObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // The error is thrown below.
  }
  throw new MhbError('health-link-damaged', 'A file is not JSON');
}
