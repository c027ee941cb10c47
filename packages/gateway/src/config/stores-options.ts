import type { StoresOptions } from '../composition/stores.js';
import type { Configuration } from './configuration.js';

/** The settings that determine where persistent data is stored. */
export const storesOptionsOf = ({
  dataDirectory,
  databaseUrl,
  archives,
  rootKey,
}: Configuration): StoresOptions => ({
  dataDirectory,
  ...(databaseUrl === undefined ? {} : { databaseUrl }),
  ...(archives === undefined ? {} : { archives }),
  ...(rootKey === undefined ? {} : { rootKey: Buffer.from(rootKey, 'base64url') }),
});
