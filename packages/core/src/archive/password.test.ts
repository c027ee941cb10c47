import { pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { passwordCandidates, passwordFromNationalId, passwordFromSdkKeys } from './password.js';

describe('passwordFromNationalId', () => {
  it.each([
    ['A123456789', 'A123456789'],
    ['a123456789', 'A123456789'],
    ['Ａ１２３４５６７８９', 'A123456789'],
    [' ａ123 456 789\n', 'A123456789'],
    ['ab12345678', 'AB12345678'],
  ])('writes %j like the portal', (typed, password) => {
    expect(passwordFromNationalId(typed)).toBe(password);
  });
});

describe('passwordFromSdkKeys', () => {
  it.each(['5f3c', 'a server key that is longer than what fits one hash block of the kernel'])(
    'derives the password from the API key with %j',
    async (serverKey) => {
      const apiKey = '0123456789abcdef0123456789abcdef';
      const expected = pbkdf2Sync(apiKey, serverKey, 1000, 32, 'sha1').toString('base64');
      expect(await passwordFromSdkKeys(apiKey, serverKey)).toBe(expected);
    },
  );
});

describe('passwordCandidates', () => {
  it('takes ASCII as it is', () => {
    expect(passwordCandidates('A1')).toEqual([Uint8Array.of(0x41, 0x31)]);
  });

  it('tries UTF-8, then CP950', () => {
    expect(passwordCandidates('密碼')).toEqual([
      new TextEncoder().encode('密碼'),
      Uint8Array.of(0xb1, 0x4b, 0xbd, 0x58),
    ]);
  });

  it('omits CP950 if a character has no code in it', () => {
    expect(passwordCandidates('😀')).toHaveLength(1);
  });

  it('accepts bytes unchanged, and keeps a copy', () => {
    const bytes = Uint8Array.of(1, 2);
    const [candidate] = passwordCandidates(bytes);
    bytes[0] = 9;
    expect(candidate).toEqual(Uint8Array.of(1, 2));
  });
});
