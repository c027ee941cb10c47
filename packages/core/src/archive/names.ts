import { crc32 } from './primitives/crc32.js';
import { readU32 } from './primitives/binary.js';
import { decodeCp437 } from './cp437.js';
import { decodeCp950 } from './cp950.js';
import { findExtra, type DirectoryRecord } from './directory.js';
import { EXTRA_UNICODE_PATH, FLAG_UTF8 } from './format.js';

/** The encoding with which an entry's name was decoded. */
export type NameEncoding = 'utf-8' | 'unicode-path' | 'cp950' | 'cp437';

export interface DecodedName {
  readonly name: string;
  readonly encoding: NameEncoding;
}

/**
 * The reason why a name cannot be used as a path. The entry can still be read, but its `path` is null.
 *
 * - `absolute`, `drive`, `parent`: the name points outside the folder into which it is unpacked (`/etc`,
 *   `C:`, `..`)
 * - `backslash`: the name contains a backslash, which separates folders on Windows but is part of a name
 *   elsewhere
 * - `control`: the name contains NUL or another control character
 * - `bidi`: the name contains characters that change the direction of text, so that `exe.gpj` appears as
 *   `jpg.exe`
 * - `empty`: the name is empty, or one of its parts is empty or `.`
 * - `reserved`: the name contains a Windows device (`NUL`, `COM1`), a part that ends with a dot or a space,
 *   or a character that Windows does not allow
 * - `duplicate`, `case-twin`: another entry has the same name, exactly or on a file system that ignores case
 * - `link`: the entry is a symbolic link or a reparse point
 */
export type NameProblem =
  | 'absolute'
  | 'drive'
  | 'parent'
  | 'backslash'
  | 'control'
  | 'bidi'
  | 'empty'
  | 'reserved'
  | 'duplicate'
  | 'case-twin'
  | 'link';

/**
 * Decodes a name. Tries the UTF-8 flag, Info-ZIP's Unicode path (4.6.9, if its checksum matches the raw
 * name), strict UTF-8, CP950, and CP437, in this order. ASCII is the same in all of these encodings.
 */
export function decodeName(rawName: Uint8Array, flags: number, extra: Uint8Array): DecodedName {
  const utf8 = decodeUtf8(rawName);
  if (utf8 !== undefined && (flags & FLAG_UTF8) !== 0) return { name: utf8, encoding: 'utf-8' };
  const unicode = unicodePath(rawName, extra);
  if (unicode !== undefined) return { name: unicode, encoding: 'unicode-path' };
  if (utf8 !== undefined) return { name: utf8, encoding: 'utf-8' };
  const cp950 = decodeCp950(rawName);
  if (cp950 !== undefined) return { name: cp950, encoding: 'cp950' };
  return { name: decodeCp437(rawName), encoding: 'cp437' };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function unicodePath(rawName: Uint8Array, extra: Uint8Array): string | undefined {
  const field = findExtra(extra, EXTRA_UNICODE_PATH);
  if (field === undefined || field.length < 6 || field[0] !== 1) return undefined;
  return readU32(field, 1) === crc32(rawName) ? decodeUtf8(field.subarray(5)) : undefined;
}

const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const CONTROL = /\p{Cc}/u;
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/iu;

/** Returns the problems of a name on its own, without comparing it with other names. */
export function nameProblems(name: string): NameProblem[] {
  const parts = name.replace(/\/$/u, '').split(/[/\\]/u);
  const found: [NameProblem, boolean][] = [
    ['absolute', /^[/\\]/u.test(name)],
    ['drive', /^[a-z]:/iu.test(name)],
    ['parent', parts.includes('..')],
    ['backslash', name.includes('\\')],
    ['control', CONTROL.test(name)],
    ['bidi', BIDI.test(name)],
    ['empty', name === '' || parts.some((part, index) => part === '.' || (part === '' && index > 0))],
    ['reserved', parts.some((part) => isReserved(part))],
  ];
  return found.filter(([, wrong]) => wrong).map(([problem]) => problem);
}

function isReserved(part: string): boolean {
  if (part === '.' || part === '..') return false;
  return DEVICE.test(part) || /[. ]$/u.test(part) || /[<>:"|?*]/u.test(part.replace(/^[a-z]:/iu, ''));
}

/**
 * Normalizes a name in the same way as file systems that ignore differences in case and Unicode
 * normalization.
 */
export function foldName(name: string): string {
  return name.replace(/\/$/u, '').normalize('NFC').toLowerCase();
}

/**
 * Checks whether an entry is a link: its Unix mode (in the upper half of the attributes, 4.4.15) indicates a
 * symbolic link, or its DOS attributes indicate a reparse point.
 */
export function isLink({ madeBy, externalAttributes }: DirectoryRecord): boolean {
  const type = unixType(madeBy, externalAttributes);
  return type === undefined ? (externalAttributes & 0x400) !== 0 : type === 0o12;
}

/**
 * Checks whether an entry is a directory: its name ends with a slash, or it is empty and has the directory
 * attribute.
 */
export function isDirectory({ madeBy, externalAttributes, size }: DirectoryRecord, name: string): boolean {
  if (name.endsWith('/')) return true;
  if (size !== 0) return false;
  const type = unixType(madeBy, externalAttributes);
  return type === undefined ? (externalAttributes & 0x10) !== 0 : type === 0o4;
}

/**
 * Returns the file type bits of a Unix mode, or undefined if the entry was not made on Unix (3) or macOS
 * (19).
 */
function unixType(madeBy: number, externalAttributes: number): number | undefined {
  const host = madeBy >> 8;
  const type = externalAttributes >>> 28;
  return (host === 3 || host === 19) && type !== 0 ? type : undefined;
}
