import { Crypto as Polyfill } from '@peculiar/webcrypto';

/**
 * Web Crypto in Node. If the environment hides Node's own implementation, as jsdom does, it is
 * `@peculiar/webcrypto`.
 */
export const webCrypto: Crypto | undefined =
  globalThis.crypto?.subtle === undefined ? new Polyfill() : globalThis.crypto;
