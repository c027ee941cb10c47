/** The platform's Web Crypto; `undefined` if there is none, for example on a page served without TLS. */
export const webCrypto: Crypto | undefined =
  globalThis.crypto?.subtle === undefined ? undefined : globalThis.crypto;
