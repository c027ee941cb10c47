import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { openText, sealText } from './cipher.js';

const key = randomBytes(32);

it('opens what it sealed, in its own context only', () => {
  const sealed = sealText(key, '王曉明', 'account:1:name');
  expect(openText(key, sealed, 'account:1:name')).toBe('王曉明');
  expect(() => openText(key, sealed, 'account:2:name')).toThrow();
  expect(() => openText(randomBytes(32), sealed, 'account:1:name')).toThrow();
  for (const index of sealed.keys()) {
    const damaged = Buffer.from(sealed);
    damaged[index]! ^= 1;
    expect(() => openText(key, damaged, 'account:1:name'), `byte ${index}`).toThrow();
  }
});

it('never seals the same value to the same bytes', () => {
  expect(Buffer.from(sealText(key, 'a', 'c'))).not.toEqual(Buffer.from(sealText(key, 'a', 'c')));
});
