import { toMhbError, type MhbError } from '@mhb-kit/core/error';
import { describeError } from '@mhb-kit/core/error-messages';
import { readBirthYear, taipeiDate } from '@mhb-kit/core/identity';
import { describeHealth, summarize } from '@mhb-kit/core/passbook';
import { CommanderError, InvalidArgumentError } from 'commander';
import { readFileSync } from 'node:fs';
import { check, type CheckOptions } from './check/check.js';
import { completionFor, type Shell } from './completion.js';
import { convert, write, type ConvertOptions, type WritingOptions } from './convert.js';
import { healthForPrograms } from './describe-health.js';
import { describePassbook } from './describe-passbook.js';
import { buildDrugFiles } from './drug-files.js';
import { exitCodeOf, exitCodes } from './exit-codes.js';
import { readInputs, type InputOptions } from './input.js';
import { manualPage } from './manual.js';
import { printable, printableJson } from './printable.js';
import { buildProgram, usageMessage, type Actions } from './program.js';
import { languageOf, type Terminal } from './terminal.js';
import { textsOf } from './texts.js';
import { verify, type VerifyOptions } from './verify.js';

export { exitCodes } from './exit-codes.js';

export const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

/** Runs `mhb` with these arguments and returns the exit code. Never throws. */
export async function runCommandLine(args: readonly string[], given: Terminal): Promise<number> {
  const { rest, language } = takeLanguage(args);
  const terminal = language === null ? given : { ...given, locale: language };
  const json = args.includes('--json');
  const interruption = new AbortController();
  const interrupt = (): void => {
    interruption.abort();
  };
  process.once('SIGINT', interrupt);
  try {
    let code: number = exitCodes.done;
    const actions = actionsFor(terminal, interruption.signal, (other) => {
      code = other;
    });
    await buildProgram(version, actions, terminal).parseAsync(rest, { from: 'user' });
    return code;
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) return reportFailure(toMhbError(thrown), json, terminal);
    // The parser also throws when the person requests help or the version.
    if (thrown.exitCode === 0) return exitCodes.done;
    if (thrown.code !== 'commander.help') {
      const message = usageMessage(thrown, terminal);
      terminal.stderr.write(
        json ? `${JSON.stringify({ error: { code: 'usage', message } })}\n` : `mhb: ${printable(message)}\n`,
      );
    }
    return exitCodes.usage;
  } finally {
    process.removeListener('SIGINT', interrupt);
  }
}

/**
 * Removes `--lang` from the arguments. It can be anywhere among them, because help and the parser's errors
 * use that language too.
 */
function takeLanguage(args: readonly string[]): { rest: readonly string[]; language: string | null } {
  const end = args.indexOf('--');
  const at = args.findIndex(
    (arg, index) => (end === -1 || index < end) && (arg === '--lang' || arg.startsWith('--lang=')),
  );
  if (at === -1) return { rest: args, language: null };
  const [arg = '', next = ''] = [args[at], args[at + 1]];
  const joined = arg.startsWith('--lang=');
  const language = joined ? arg.slice('--lang='.length) : next;
  // Leave anything that is not a language to the parser, which refuses it.
  if (!/^(?:zh|en)(?:$|[-_])/i.test(language)) return { rest: args, language: null };
  return { rest: [...args.slice(0, at), ...args.slice(at + (joined ? 1 : 2))], language };
}

function reportFailure(error: MhbError, json: boolean, terminal: Terminal): number {
  const { message, remedy } = describeError(error.code, languageOf(terminal));
  terminal.stderr.write(
    json
      ? `${JSON.stringify({ error: { code: error.code, message, remedy } })}\n`
      : `${message}\n${remedy}\n(${error.code})\n`,
  );
  return exitCodeOf(error.code);
}

interface OpenOptions extends Omit<InputOptions, 'signal'> {
  readonly json?: boolean;
  readonly birthYear?: string;
}

function actionsFor(terminal: Terminal, signal: AbortSignal, exit: (code: number) => void): Actions {
  const language = languageOf(terminal);
  const read = (files: readonly string[], options: { readonly passwordStdin?: boolean }) =>
    readInputs(files, { ...options, signal }, terminal);
  return {
    open: async (files, options: OpenOptions) => {
      const known = options.birthYear === undefined ? {} : { birthYear: birthYearOf(options.birthYear) };
      const { passbook, report } = await read(files, options);
      const overview = summarize(passbook);
      terminal.stdout.write(
        options.json
          ? `${printableJson(JSON.stringify({ overview, health: healthForPrograms(describeHealth(passbook, known)), report }, null, 2))}\n`
          : describePassbook({ passbook, report }, known, terminal),
      );
    },
    convert: async (files, options) => {
      await convert(await read(files, options), options as unknown as ConvertOptions, terminal);
    },
    merge: async (files, options) => {
      await convert(
        await read(files, options),
        { ...(options as unknown as WritingOptions), to: 'json' },
        terminal,
      );
    },
    verify: async (files, options: Omit<VerifyOptions, 'signal'>) => {
      exit(await verify(files, { ...options, signal }, terminal));
    },
    check: async ([url = ''], options: Omit<CheckOptions, 'signal'>) => {
      exit(await check(url, { ...options, signal }, terminal));
    },
    'knowledge build': async (files, given) => {
      const options = given as unknown as WritingOptions;
      const drugs = await buildDrugFiles(files, taipeiDate(new Date()), signal);
      await write(`${JSON.stringify(drugs)}\n`, options, terminal);
      if (options.output === '-') return;
      const { built, datasets, licence } = drugs;
      const count = Object.keys(drugs.drugs).length;
      terminal.stdout.write(
        options.json
          ? `${printableJson(JSON.stringify({ output: options.output, drugs: count, built, datasets, licence }))}\n`
          : textsOf(terminal).builtDrugs(printable(options.output), count, drugs),
      );
    },
    completion: async ([shell]) => {
      terminal.stdout.write(completionFor(shell as Shell, language));
      return Promise.resolve();
    },
    man: async () => {
      terminal.stdout.write(manualPage(version, language));
      return Promise.resolve();
    },
  };
}

function birthYearOf(typed: string): number {
  const year = readBirthYear(typed, taipeiDate(new Date()));
  if (year === null) throw new InvalidArgumentError(`'${typed}' is not a year such as 1958 or 47.`);
  return year;
}
