import { describe, expect, it } from 'vitest';
import { checkNewPassword } from './new-password.js';

const own = [
  'A123456789',
  '000012345678',
  '王小明',
  '0912345678',
  '(02)26212345',
  'ming.wang@example.tw',
  null,
];
const verdict = (policy: 'nhi-legacy' | 'asvs', password: string): Promise<string> =>
  checkNewPassword(policy, password, own).then(
    () => 'accepted',
    (error: unknown) => (error as { code: string }).code,
  );

describe('a new password under the current rule', () => {
  it.each(['password', '12345678', 'qwertyuiop', 'Iloveyou', 'ｐａｓｓｗｏｒｄ', '1qaz2wsx'])(
    'may not be common, like %s',
    async (password) => {
      expect(await verdict('asvs', password)).toBe('password-guessable');
    },
  );

  it.each([
    'a123456789!',
    '0912345678xy',
    'Ming.Wang2026',
    '0226212345ab',
    '健康存摺123456',
    'MyHealthBank1',
    'mhb-NHI-2026',
  ])('may not consist mainly of known data, like %s', async (password) => {
    expect(await verdict('asvs', password)).toBe('password-guessable');
  });

  it.each(['淡水河邊的夕陽真美', 'gull-over-tamsui', 'mhb keeps gulls over tamsui', 'nhi-zebra-kettle'])(
    'may be %s',
    async (password) => {
      expect(await verdict('asvs', password)).toBe('accepted');
    },
  );

  it('is refused if it is too short, no matter what it consists of', async () => {
    expect(await verdict('asvs', 'zebra')).toBe('password-not-acceptable');
  });
});

describe('a new password under the NHI’s rule', () => {
  it('is any six to twelve letters and digits', async () => {
    expect(await verdict('nhi-legacy', 'abc123')).toBe('accepted');
    expect(await verdict('nhi-legacy', 'with-dash')).toBe('password-not-acceptable');
  });
});
