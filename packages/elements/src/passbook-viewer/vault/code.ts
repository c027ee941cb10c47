/** The vault's code, fetched when it is needed. */
export { canUsePasskey } from './passkey.js';
export { indexedDbStorage } from './storage.js';
export { Vault } from './vault.js';
