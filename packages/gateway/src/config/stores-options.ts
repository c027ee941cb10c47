import type { StoresOptions } from '../composition/stores.js';
import type { Configuration } from './configuration.js';

/** What of a configuration decides where everything lies that lasts. */
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
