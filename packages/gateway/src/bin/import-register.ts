import { createReadStream } from 'node:fs';
import { taipeiDate } from '@mhb-kit/core/identity';
import { createImportedRegister } from '../register/imported-register.js';
import { readRegisterFile } from '../register/read-register-file.js';
import { systemClock } from '../scheduling/clock.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';

/**
 * Imports the register of insured people.
 * @param file the file to read; `-` stands for standard input
 * @param replace whether to remove everyone who is not in the file
 */
export function importRegister(
  file: string,
  replace: boolean,
  database: Database,
  keys: GatewayKeys,
): Promise<{ readonly imported: number; readonly people: number }> {
  const bytes = file === '-' ? process.stdin : createReadStream(file);
  const rows = readRegisterFile(bytes, taipeiDate(systemClock()));
  return createImportedRegister(database, keys).import(rows, replace);
}
