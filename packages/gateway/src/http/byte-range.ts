import { MhbError } from '@mhb-kit/core/error';

/** The bytes from `start` up to, but not including, `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the requested range (RFC 9110 §14.2), or `null` for the whole archive. As the RFC permits, the whole
 * archive is sent if there is no header, or if the header has another unit, several ranges or an unsupported
 * format.
 * @throws {MhbError} `range-not-satisfiable`
 */
export function parseRange(header: string | undefined, length: number): ByteRange | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (match === null) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const end = first === '' || last === '' ? length : Math.min(length, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  if (start >= length || end <= start) {
    throw new MhbError('range-not-satisfiable', 'The range is outside the archive', { details: { length } });
  }
  return { start, end };
}

/**
 * Returns a `Content-Disposition` header of the type `attachment`, with the file name in UTF-8 and an ASCII
 * fallback (RFC 6266, RFC 8187).
 */
export function attachmentNamed(fileName: string, fallback: string): string {
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${fallback}"; filename*=UTF-8''${encoded}`;
}
