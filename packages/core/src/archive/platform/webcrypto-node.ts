import { Crypto as Polyfill } from '@peculiar/webcrypto';

/** WebCrypto under Node: its own, or `@peculiar/webcrypto` where a runtime hides it (jsdom does). */
export const webCrypto: Crypto | undefined =
  globalThis.crypto?.subtle === undefined ? new Polyfill() : globalThis.crypto;
