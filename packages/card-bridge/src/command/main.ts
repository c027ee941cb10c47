import { MhbError } from '@mhb-kit/core/error';
import { describeError } from '@mhb-kit/core/error-messages';
import { buildProgram } from './program.js';
import { commandWords } from './words.js';

/**
 * Runs the command line of this process. If an error has a code, prints the error and sets the exit code
 * accordingly.
 * @param executable the command that starts this program, for use in a service definition
 */
export async function runCommand(executable: readonly string[]): Promise<void> {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = LC_ALL ?? LC_MESSAGES ?? LANG ?? Intl.DateTimeFormat().resolvedOptions().locale;
  try {
    await buildProgram(commandWords(locale), executable).parseAsync();
  } catch (error) {
    if (!(error instanceof MhbError)) throw error;
    const { message, remedy } = describeError(error.code, locale);
    process.stderr.write(`${message}\n${remedy}\n(${error.code}: ${error.message})\n`);
    process.exitCode = 1;
  }
}
