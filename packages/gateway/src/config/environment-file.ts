import { readFile, stat } from 'node:fs/promises';
import { MhbError } from '@mhb-kit/core/error';

/** Environment variables by name, from the process or from a file. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The permission bit that lets all other users read a file. */
const OTHERS_READ = 0o004;

/**
 * Refuses a file that contains secrets if every user of the machine can read it.
 * @throws {MhbError} `configuration-invalid`
 */
export async function assertClosed(path: string): Promise<void> {
  if (((await stat(path)).mode & OTHERS_READ) === 0) return;
  throw new MhbError(
    'configuration-invalid',
    `${path} contains secrets, but other users can read it: chmod o= ${path}`,
  );
}

/**
 * Reads environment variables from a file in the format of systemd (`EnvironmentFile=`, systemd.exec(5)): lines of
 * `NAME=value`, with or without quotes around the value; `#` and `;` start a comment. This way, secrets need not
 * be part of a command line, which every user of the machine can see.
 * @throws {MhbError} `configuration-invalid`
 */
export async function readEnvironmentFile(path: string): Promise<Environment> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new MhbError('configuration-invalid', `The file ${path} cannot be read`, { cause: error });
  });
  await assertClosed(path);
  const variables: [string, string][] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith(';')) continue;
    const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/.exec(trimmed) ?? [];
    if (name === undefined || value === undefined) {
      throw new MhbError('configuration-invalid', `Line ${index + 1} of ${path} is not NAME=value`);
    }
    variables.push([name, /^(?:"[^"]*"|'[^']*')$/.test(value) ? value.slice(1, -1) : value]);
  }
  return Object.fromEntries(variables);
}
