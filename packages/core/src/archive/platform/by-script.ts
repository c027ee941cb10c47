/**
 * JavaScript implementation for platforms without WebAssembly or WebCrypto, loaded only on those platforms.
 * It gives the same results, but more slowly.
 */
export { aesCounterByTables as aesCounter } from '../primitives/aes-tables.js';
export { pbkdf2Sha1 } from '../primitives/pbkdf2.js';
export { zipCrypto } from '../primitives/zipcrypto-cipher.js';
