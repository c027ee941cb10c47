import { randomBytes } from 'node:crypto';
import { constants, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes files to a person's USB stick: completely or not at all, and only reported as saved when they are on
 * it.
 */

const LIMIT_BYTES = 2 ** 30;

/** Creates a new file or fails, and follows no link. */
const CREATE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/** Letters of any script, digits, and the characters of our own file names; no path, no hidden file. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}_. -]{0,119}\.(?:zip|json|csv)$/u;

/**
 * A mounted stick is on a different device from the folder above it. @param {string} stick @param {boolean}
 * mustBeMounted
 */
export async function stickIsThere(stick, mustBeMounted) {
  try {
    const [own, above] = await Promise.all([stat(stick), stat(dirname(stick))]);
    return own.isDirectory() && (!mustBeMounted || own.dev !== above.dev);
  } catch {
    return false;
  }
}

/**
 * @param {object} options
 * @param {string} options.stick
 * @param {boolean} options.mustBeMounted
 * @param {string} options.name as requested by the page, percent-encoded
 * @param {AsyncIterable<Uint8Array>} options.content
 * @returns {Promise<'saved' | 'no-stick' | 'full' | 'refused' | 'failed'>}
 */
export async function saveToStick({ stick, mustBeMounted, name: encoded, content }) {
  const name = decode(encoded);
  if (!NAME.test(name)) return 'refused';
  if (!(await stickIsThere(stick, mustBeMounted))) return 'no-stick';
  // An unpredictable name, and no link is followed, because the stick belongs to a stranger.
  const temporary = join(stick, `.${randomBytes(8).toString('hex')}.part`);
  try {
    const file = await open(temporary, CREATE, 0o600);
    try {
      let size = 0;
      for await (const piece of content) {
        size += piece.length;
        if (size > LIMIT_BYTES) throw new Error('Too long');
        await file.write(piece);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(stick, name));
    const folder = await open(stick);
    await folder.sync().finally(() => folder.close());
    return 'saved';
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOSPC' ? 'full' : 'failed';
  }
}

/** @param {string} encoded */
function decode(encoded) {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}
