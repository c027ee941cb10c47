/** JavaScript implementation for platforms without WebAssembly or WebCrypto, loaded only there. It gives the same results more slowly. */
export { aesCounterByTables as aesCounter } from '../primitives/aes-tables.js';
export { pbkdf2Sha1 } from '../primitives/pbkdf2.js';
export { zipCrypto } from '../primitives/zipcrypto-cipher.js';
