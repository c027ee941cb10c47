import { expect, it } from 'vitest';
import { printable } from './printable.js';

it.each([
  ['\u001b]0;owned\u0007', '\\u001b]0;owned\\u0007'],
  ['\u001b[2J\u001b[H', '\\u001b[2J\\u001b[H'],
  ['\u009b2J', '\\u009b2J'],
  ['a\r\nb\tc', 'a\\u000d\\u000ab\\u0009c'],
  ['gpj\u202eexe', 'gpj\\u202eexe'],
  ['a\u2028b', 'a\\u2028b'],
  ['健康存摺（1）.json', '健康存摺（1）.json'],
])('%j becomes %j', (text, shown) => {
  expect(printable(text)).toBe(shown);
});
