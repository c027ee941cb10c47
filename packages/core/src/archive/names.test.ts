import { describe, expect, it } from 'vitest';
import { decodeCp437 } from './cp437.js';
import { decodeCp950, encodeCp950 } from './cp950.js';
import { foldName, nameProblems } from './names.js';

describe('code pages', () => {
  it('reads CP437', () => {
    expect(decodeCp437(Uint8Array.of(0x41, 0x80, 0xe1, 0xff))).toBe('AÇß\u00a0');
  });

  it.each([
    ['a pair that is cut off', [0xb0]],
    ['a lead byte that CP950 leaves free', [0x81, 0x40]],
    ['a second byte that cannot be one', [0xb0, 0x20]],
  ])('does not decode %s as CP950', (_, bytes) => {
    expect(decodeCp950(Uint8Array.from(bytes))).toBeUndefined();
  });

  it('encodes like Windows the characters that have two codes', () => {
    // These are the codes of Python's `cp950` codec, which follows the table of Windows.
    expect(Buffer.from(encodeCp950('十卅═╞╡╪') ?? []).toString('hex')).toBe('a451a4caa2a4a2a5a2a7a2a6');
  });

  it('decodes what it encodes', () => {
    const text = '健康存摺 門診資料，A123';
    expect(decodeCp950(encodeCp950(text) ?? new Uint8Array(0))).toBe(text);
  });
});

describe('names', () => {
  it.each(['a.txt', '健康存摺/門診資料_1040527.html', 'a b/c.d.e', '.hidden', 'console.log', 'd/'])(
    'finds no problem in %j',
    (name) => {
      expect(nameProblems(name)).toEqual([]);
    },
  );

  it('compares names like a file system that ignores case and normalization', () => {
    expect(foldName('É/A.TXT')).toBe(foldName('e\u0301/a.txt'));
  });
});
