import { Crypto as Polyfill } from '@peculiar/webcrypto';

/** Web Crypto in Node: its own, or `@peculiar/webcrypto` if the environment hides it, as jsdom does. */
export const webCrypto: Crypto | undefined =
  globalThis.crypto?.subtle === undefined ? new Polyfill() : globalThis.crypto;
