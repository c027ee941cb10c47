import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { MhbError } from '@mhb-kit/core/error';
import { DRIVER_NAMES, type DriverName } from './pcsc/child-protocol.js';
import { checkAllowedOrigins, type AllowedOrigin } from './server/admission.js';

/** The bridge's configuration file, `config.json`. `config.schema.json` beside this package describes it for editors. */
export interface Configuration {
  readonly origins: readonly AllowedOrigin[];
  readonly ports?: readonly number[];
  readonly drivers?: readonly DriverName[];
  /** Path of the PKCS#11 module for certificate cards, as HiCOS installs it. */
  readonly pkcs11Module?: string;
  readonly logLevel?: (typeof LOG_LEVELS)[number];
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** Where the bridge keeps things by default (XDG base directories). */
export function defaultPaths(environment: NodeJS.ProcessEnv = process.env): {
  readonly config: string;
  readonly dataDir: string;
} {
  const home = (variable: string, fallback: string) => environment[variable] ?? join(homedir(), fallback);
  return {
    config: join(home('XDG_CONFIG_HOME', '.config'), 'mhb-card-bridge', 'config.json'),
    dataDir: join(home('XDG_DATA_HOME', '.local/share'), 'mhb-card-bridge'),
  };
}

type Check = (value: unknown) => boolean;

const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string);
const record =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).every((key) => Object.hasOwn(checks, key)) &&
    Object.entries(checks).every(([key, check]) => check((value as Record<string, unknown>)[key]));

const SETTINGS: Readonly<Record<string, Check>> = {
  $schema: (value) => value === undefined || typeof value === 'string',
  origins: listOf(
    record({ origin: (value) => typeof value === 'string', consent: oneOf(['enrolled', 'ask']) }),
  ),
  ports: (value) =>
    value === undefined ||
    listOf((port) => Number.isInteger(port) && (port as number) > 0 && (port as number) < 65_536)(value),
  drivers: (value) => value === undefined || listOf(oneOf(DRIVER_NAMES))(value),
  pkcs11Module: (value) => value === undefined || (typeof value === 'string' && isAbsolute(value)),
  logLevel: (value) => value === undefined || oneOf(LOG_LEVELS)(value),
};

/** @throws {MhbError} `configuration-invalid`, naming the setting */
export function parseConfiguration(text: string): Configuration {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid('it is not JSON');
  }
  if (typeof value !== 'object' || value === null) throw invalid('it is not an object');
  const settings = value as Readonly<Record<string, unknown>>;
  for (const key of new Set([...Object.keys(settings), ...Object.keys(SETTINGS)])) {
    if (SETTINGS[key]?.(settings[key]) !== true) throw invalid(`setting "${key}"`);
  }
  const configuration = value as Configuration;
  checkAllowedOrigins(configuration.origins);
  return configuration;
}

/**
 * @throws {MhbError} `configuration-invalid`, also when there is no file: a bridge that allows no site is of no use
 */
export async function readConfiguration(path: string): Promise<Configuration> {
  try {
    return parseConfiguration(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof MhbError) throw error;
    throw invalid('the file cannot be read');
  }
}

const invalid = (what: string) =>
  new MhbError('configuration-invalid', `The configuration is not valid: ${what}`);
