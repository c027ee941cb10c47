import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pieces, type PieceId } from './pieces.js';
import type { Language } from './entry/entry.js';

/** The maximum size in bytes, after gzip, of what one look-up may load. */
const LARGEST_PIECE = 30 * 1024;

describe.each(Object.keys(pieces) as PieceId[])('the piece %s', (piece) => {
  it.each(['zh-Hant', 'en'] satisfies Language[])(
    'is plain data and small enough in %s',
    async (language) => {
      const data = await pieces[piece][language]();
      const json = JSON.stringify(data);
      expect(JSON.parse(json)).toEqual(data);
      expect(gzipSync(json, { level: 9 }).length).toBeLessThanOrEqual(LARGEST_PIECE);
    },
  );
});
