import { MhbError } from '../../error.js';
import type { FileFormat, NoteCollector } from '../record/notes.js';

/** Decodes bytes to text and detects the format of the text by its content, never by the file name. */

const UTF8_BOM = [0xef, 0xbb, 0xbf] as const;
/** The signatures of a ZIP archive: a local file header, an empty archive, and a split archive. */
const zipSignatures = ['PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0007\u0008'];

const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

/** Checks whether the bytes are a ZIP archive, which must be opened first. */
export function isArchive(bytes: Uint8Array): boolean {
  return zipSignatures.some((signature) =>
    startsWith(
      bytes,
      Array.from(signature, (character) => character.charCodeAt(0)),
    ),
  );
}

const tryDecode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * Decodes text: UTF-8 with or without BOM, UTF-16 with BOM, and otherwise Big5. Text that is neither valid
 * UTF-8 nor valid Big5 is decoded as UTF-8 with replacement characters if it begins with a BOM. Without a BOM,
 * it is decoded with the encoding that loses less.
 *
 * @throws MhbError `passbook-empty`
 */
export function decodeText(bytes: Uint8Array, notes: NoteCollector): string {
  const text = withoutFraming(decode(bytes, notes));
  if (text.trim() === '') throw new MhbError('passbook-empty', 'The file contains no text');
  return text;
}

/**
 * Removes additional byte-order marks from the start (from files joined by `copy a+b`) and end marks from the
 * end: NUL characters that fill a block, and 0x1A, which DOS writes at the end of a file.
 */
function withoutFraming(text: string): string {
  let start = 0;
  while (text.charCodeAt(start) === BOM) start += 1;
  let end = text.length;
  while (end > start && END_MARKS.has(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

const BOM = 0xfeff;
const END_MARKS = new Set([0x00, 0x1a]);

function decode(bytes: Uint8Array, notes: NoteCollector): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  if (!startsWith(bytes, UTF8_BOM)) {
    const big5 = tryDecode(bytes, 'big5');
    if (big5 !== null) {
      notes.add('encoding-big5');
      return big5;
    }
  }
  notes.add('characters-replaced');
  const [asUtf8, asBig5] = ['utf-8', 'big5'].map((encoding) => new TextDecoder(encoding).decode(bytes)) as [
    string,
    string,
  ];
  return startsWith(bytes, UTF8_BOM) || replacements(asUtf8) <= replacements(asBig5) ? asUtf8 : asBig5;
}

const replacements = (text: string): number => text.split('\ufffd').length - 1;

/**
 * Returns the format of a text, or `null` if it is not supported. JSON begins with `{` or `[`. XML has the
 * element `myhealthbank`. Other markup is HTML if it contains a table or the start of an HTML page.
 */
export function detectFormat(text: string): FileFormat | null {
  const head = text.slice(0, 2048).trimStart();
  if (head.startsWith('{') || head.startsWith('[')) return 'json';
  if (!head.startsWith('<')) return null;
  if (/<myhealthbank[\s>]/i.test(text.slice(0, 65_536))) return 'xml';
  return /<(?:table|html|!doctype\s+html)[\s>]/i.test(text) ? 'html' : null;
}
