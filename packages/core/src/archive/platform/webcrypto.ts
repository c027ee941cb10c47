/** Where the platform has no WebCrypto and no stand-in is to be had: a page served without TLS. */
export const webCrypto: Crypto | undefined =
  globalThis.crypto?.subtle === undefined ? undefined : globalThis.crypto;
