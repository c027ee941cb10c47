import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { MhbError } from '@mhb-kit/core/error';
import { DRIVER_NAMES, type DriverName } from '../pcsc/child-protocol.js';
import { checkAllowedOrigins, type AllowedOrigin } from '../server/admission.js';

/**
 * The settings in the bridge's configuration file, `config.json`. Editors can check the file against
 * `config.schema.json` in this package.
 */
export interface Configuration {
  readonly origins: readonly AllowedOrigin[];
  readonly ports?: readonly number[];
  readonly drivers?: readonly DriverName[];
  /** Path of the PKCS#11 module for certificate cards, such as the one that HiCOS installs. */
  readonly pkcs11Module?: string;
  readonly logLevel?: (typeof LOG_LEVELS)[number];
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** Returns the bridge's default folders (XDG base directories). */
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

/**
 * Returns what is wrong with a value (its path and the expected type in TypeScript notation), or `null` if it
 * is valid.
 */
type Check = (value: unknown, path: string) => Fault | null;

interface Fault {
  readonly setting: string;
  readonly expected: string;
}

const value =
  (expected: string, fits: (value: unknown) => boolean): Check =>
  (given, setting) =>
    fits(given) ? null : { setting, expected };
const optional =
  (check: Check): Check =>
  (given, path) =>
    given === undefined ? null : check(given, path);
const listOf =
  (check: Check): Check =>
  (given, path) =>
    Array.isArray(given)
      ? firstFault(given.map((item, index) => check(item, `${path}[${index}]`)))
      : { setting: path, expected: 'a list' };
const oneOf = (values: readonly string[]): Check =>
  value(values.map((one) => `"${one}"`).join(' | '), (given) => values.includes(given as string));
const record =
  (checks: Readonly<Record<string, Check>>): Check =>
  (given, path) => {
    const at = (key: string) => (path === '' ? key : `${path}.${key}`);
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      return { setting: path, expected: '{…}' };
    }
    const settings = given as Readonly<Record<string, unknown>>;
    const unknown = Object.keys(settings).find((key) => !Object.hasOwn(checks, key));
    return unknown === undefined
      ? firstFault(Object.entries(checks).map(([key, check]) => check(settings[key], at(key))))
      : { setting: at(unknown), expected: Object.keys(checks).join(' | ') };
  };

const firstFault = (faults: readonly (Fault | null)[]): Fault | null =>
  faults.find((fault) => fault !== null) ?? null;

const text = value('text', (given) => typeof given === 'string');
const port = value('1 … 65535', (given) => {
  return Number.isInteger(given) && (given as number) > 0 && (given as number) < 65_536;
});
const absolutePath = value('an absolute path', (given) => typeof given === 'string' && isAbsolute(given));

const checkSettings = record({
  $schema: optional(text),
  origins: listOf(record({ origin: text, consent: oneOf(['ask', 'enrolled']) })),
  ports: optional(listOf(port)),
  drivers: optional(listOf(oneOf(DRIVER_NAMES))),
  pkcs11Module: optional(absolutePath),
  logLevel: optional(oneOf(LOG_LEVELS)),
});

/** @throws {MhbError} `configuration-invalid`, with details that name the setting and the expected value */
export function parseConfiguration(json: string): Configuration {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    throw invalid({ setting: '', expected: 'JSON' });
  }
  const fault = checkSettings(given, '');
  if (fault !== null) throw invalid(fault);
  const configuration = given as Configuration;
  checkAllowedOrigins(configuration.origins);
  return configuration;
}

/**
 * @throws {MhbError} `configuration-invalid`, even if there is no file, because a bridge that allows no site
 *   is useless
 */
export async function readConfiguration(path: string): Promise<Configuration> {
  let json: string;
  try {
    json = await readFile(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new MhbError('configuration-invalid', `${path}: ${code}`, { details: { file: code } });
  }
  return parseConfiguration(json);
}

const invalid = ({ setting, expected }: Fault) =>
  new MhbError('configuration-invalid', `${setting || 'config.json'}: expected ${expected}`, {
    details: { setting, expected },
  });
