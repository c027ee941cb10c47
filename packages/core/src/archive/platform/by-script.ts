/** What stands in where WebAssembly or WebCrypto is missing; loaded only there. Slower, the same results. */
export { aesCounterByTables as aesCounter } from '../aes-tables.js';
export { pbkdf2Sha1 } from '../pbkdf2.js';
export { zipCrypto } from '../zipcrypto-cipher.js';
