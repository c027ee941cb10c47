/** What stands in where WebAssembly or WebCrypto is missing; loaded only there. Slower, the same results. */
export { aesCounterByTables as aesCounter } from '../primitives/aes-tables.js';
export { pbkdf2Sha1 } from '../primitives/pbkdf2.js';
export { zipCrypto } from '../primitives/zipcrypto-cipher.js';
