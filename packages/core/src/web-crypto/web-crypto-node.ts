import { Crypto as Polyfill } from '@peculiar/webcrypto';

/** Web Crypto under Node: its own, or `@peculiar/webcrypto` where an environment hides it, as jsdom does. */
export const webCrypto: Crypto | undefined =
  globalThis.crypto?.subtle === undefined ? new Polyfill() : globalThis.crypto;
