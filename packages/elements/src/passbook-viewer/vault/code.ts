/** The code of the vault, which is loaded only when it is needed. */
export { canUsePasskey } from './passkey.js';
export { indexedDbStorage } from './storage.js';
export { Vault } from './vault.js';
