/** The functions that are too slow in JavaScript, as one WebAssembly module. Built by `npm run build`. */
export { AES_SCHEDULE, aesApply, aesStart } from './aes';
export { crcOf, crcStart } from './crc32';
export { inflateReady, inflateRun, inflateStart, inflateUsed } from './inflate';
export { INPUT, INPUT_SIZE, OUTPUT, OUTPUT_SIZE, WINDOW } from './memory';
export { pbkdf2, PBKDF2_KEY, PBKDF2_OUTPUT, PBKDF2_SALT } from './pbkdf2';
export { ZIP_KEYS, zipDecrypt, zipStart } from './zipcrypto';
