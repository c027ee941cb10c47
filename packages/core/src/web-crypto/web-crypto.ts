/** The platform's Web Crypto, or `undefined` if there is none, as on a page that is served without TLS. */
export const webCrypto: Crypto | undefined =
  globalThis.crypto?.subtle === undefined ? undefined : globalThis.crypto;
