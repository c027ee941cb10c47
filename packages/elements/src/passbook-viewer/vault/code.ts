/** The code for the vault, loaded when needed. */
export { canUsePasskey } from './passkey.js';
export { indexedDbStorage } from './storage.js';
export { Vault } from './vault.js';
