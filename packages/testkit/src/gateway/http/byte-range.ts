import { MhbError } from '@mhb-kit/core/error';

/**
 * Returns the requested range (RFC 9110 §14.2), which excludes the byte at `end`, or `null` if everything is
 * requested. If a request has several ranges or uses other units, everything is returned, as the RFC permits.
 * @throws {MhbError} `range-not-satisfiable`
 */
export function parseRange(
  header: string | null,
  length: number,
): { readonly start: number; readonly end: number } | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  const start = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const end = first === '' || last === '' ? length : Math.min(length, Number(last) + 1);
  if (start >= length || end <= start)
    throw new MhbError('range-not-satisfiable', 'The range is outside the archive', { details: { length } });
  return { start, end };
}
