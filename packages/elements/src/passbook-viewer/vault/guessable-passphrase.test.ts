import { expect } from '@open-wc/testing';
import { isGuessable } from './guessable-passphrase.js';

describe('a passphrase', () => {
  const guessable = [
    'password123',
    'Password2026!',
    'aaaaaaaaaa',
    'abcabcabcabc',
    '1234567890',
    '0987654321',
    '0912345678',
    'A123456789',
    'qwertyuiop',
    'Ｐａｓｓｗｏｒｄ１２３',
    'abcdefghijk',
    'i love you 1234',
    '健康存摺12345',
    'myhealthbank1',
    '19700101 19700101',
  ];
  for (const passphrase of guessable)
    it(`is guessed: ${passphrase}`, () => {
      expect(isGuessable(passphrase)).to.equal(true);
    });

  const good = [
    'correct horse 電池 staple',
    '綠色的貓在圖書館讀書',
    'xK9#mq2Lw!vT',
    'my password is a purple elephant',
    'tram-garden-piano',
  ];
  for (const passphrase of good)
    it(`is good: ${passphrase}`, () => {
      expect(isGuessable(passphrase)).to.equal(false);
    });
});
