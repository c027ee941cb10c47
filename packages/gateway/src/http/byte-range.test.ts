import { describe, expect, it } from 'vitest';
import { attachmentNamed, parseRange } from './byte-range.js';

describe('a range', () => {
  it.each([
    ['bytes=0-0', { start: 0, end: 1 }],
    ['bytes=10-', { start: 10, end: 100 }],
    ['bytes=90-500', { start: 90, end: 100 }],
    ['bytes=-1', { start: 99, end: 100 }],
    ['bytes=-500', { start: 0, end: 100 }],
  ])('parses %s of 100 bytes', (header, range) => {
    expect(parseRange(header, 100)).toEqual(range);
  });

  it.each([undefined, 'bytes=-', 'bytes=5-4', 'bytes=0-1,5-6', 'items=0-1', 'bytes=a-b', 'bytes=0-1 '])(
    'answers %s with the whole archive',
    (header) => {
      expect(parseRange(header, 100)).toBeNull();
    },
  );

  it.each(['bytes=100-', 'bytes=500-600', 'bytes=-0'])('rejects %s as out of range', (header) => {
    expect(() => parseRange(header, 100)).toThrowError(
      expect.objectContaining({ code: 'range-not-satisfiable' }),
    );
  });
});

it('encodes the name of an attachment for old and new browsers', () => {
  expect(attachmentNamed("健康(1)'.zip", 'a.zip')).toBe(
    `attachment; filename="a.zip"; filename*=UTF-8''%E5%81%A5%E5%BA%B7%281%29%27.zip`,
  );
});
