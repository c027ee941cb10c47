import { MhbError, toMhbError, type MhbErrorCode } from '@mhb-kit/core/error';
import { describeError } from '@mhb-kit/core/error-messages';
import { findUnmapped, summarize, writeCsv, writeFhir, writeJ2, type Passbook } from '@mhb-kit/core/passbook';
import { Command, CommanderError, Option } from 'commander';
import { join } from 'node:path';
import { describePassbook } from './describe-passbook.js';
import { readInputs } from './input.js';
import { makeFolder, writeWhole } from './output.js';
import { languageOf, type Terminal } from './terminal.js';
import { textsOf } from './texts.js';

/**
 * Exit codes, stable for scripts: 0 done, 1 the input cannot be read, 2 wrong use, 3 password missing or wrong, 4 output
 * not written, 5 files of different people, 70 unexpected, 130 interrupted.
 */
export const exitCodes = {
  done: 0,
  input: 1,
  usage: 2,
  password: 3,
  output: 4,
  people: 5,
  internal: 70,
  interrupted: 130,
} as const;

/** What is not here is about the input. */
const exitCodesOfErrors: Partial<Readonly<Record<MhbErrorCode, number>>> = {
  cancelled: exitCodes.interrupted,
  'password-required': exitCodes.password,
  'wrong-password': exitCodes.password,
  'output-exists': exitCodes.output,
  'file-unwritable': exitCodes.output,
  'passbook-different-people': exitCodes.people,
  internal: exitCodes.internal,
};

interface CommonOptions {
  readonly json?: boolean;
  readonly passwordStdin?: boolean;
}

interface WritingOptions extends CommonOptions {
  readonly output: string;
  readonly force?: boolean;
}

type ConvertOptions = WritingOptions & { readonly to: 'fhir' | 'ips' | 'csv' | 'json' };

/** Runs `mhb` with its arguments and returns the exit code. Throws nothing. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const interruption = new AbortController();
  const interrupt = (): void => {
    interruption.abort();
  };
  process.once('SIGINT', interrupt);
  try {
    await buildProgram(terminal, interruption.signal).parseAsync(args, { from: 'user' });
    return exitCodes.done;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    return reportFailure(toMhbError(thrown), args.includes('--json'), terminal);
  } finally {
    process.removeListener('SIGINT', interrupt);
  }
}

function reportFailure(error: MhbError, json: boolean, terminal: Terminal): number {
  const { message, remedy } = describeError(error.code, languageOf(terminal));
  terminal.stderr.write(
    json
      ? `${JSON.stringify({ error: { code: error.code, message, remedy } })}\n`
      : `${message}\n${remedy}\n(${error.code})\n`,
  );
  return exitCodesOfErrors[error.code] ?? exitCodes.input;
}

function buildProgram(terminal: Terminal, signal: AbortSignal): Command {
  const program = new Command('mhb')
    .description('Open, convert and merge My Health Bank passbooks (健康存摺), ZIP archives included')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    });
  const reading = (command: Command): Command =>
    command
      .argument('<file...>', 'JSON, XML or HTML passbooks, or ZIP archives of them')
      .option('--password-stdin', 'take the password of archives from the first line of standard input')
      .option('--json', 'answer in JSON, errors too');
  const writing = (command: Command): Command =>
    reading(command)
      .requiredOption('-o, --output <path>', 'file to write, or folder for CSV; - for standard output')
      .option('--force', 'write over what exists');

  reading(program.command('open').description('tell what is inside')).action(
    async (files: readonly string[], options: CommonOptions) => {
      const result = await readInputs(files, { ...options, signal }, terminal);
      terminal.stdout.write(
        options.json
          ? `${JSON.stringify({ overview: summarize(result.passbook), report: result.report }, null, 2)}\n`
          : describePassbook(result, terminal),
      );
    },
  );

  writing(program.command('convert').description('write in another format'))
    .addOption(
      new Option('--to <format>', 'format').choices(['fhir', 'ips', 'csv', 'json']).makeOptionMandatory(),
    )
    .action(async (files: readonly string[], options: ConvertOptions) => {
      const { passbook } = await readInputs(files, { ...options, signal }, terminal);
      await convert(passbook, options, terminal);
    });

  writing(
    program.command('merge').description('join several downloads of one person into one JSON (J2)'),
  ).action(async (files: readonly string[], options: WritingOptions) => {
    const { passbook } = await readInputs(files, { ...options, signal }, terminal);
    await convert(passbook, { ...options, to: 'json' }, terminal);
  });
  return program;
}

async function convert(passbook: Passbook, options: ConvertOptions, terminal: Terminal): Promise<void> {
  const { records } = summarize(passbook);
  let unmapped = 0;
  switch (options.to) {
    case 'csv':
      await writeTables(passbook, options, terminal);
      break;
    case 'json':
      await write(writeJ2(passbook), options, terminal);
      break;
    case 'fhir':
    case 'ips': {
      const bundle = writeFhir(passbook, { profile: options.to === 'ips' ? 'ips' : 'twcore' });
      unmapped = findUnmapped(passbook, bundle).length;
      await write(`${JSON.stringify(bundle, null, 2)}\n`, options, terminal);
    }
  }
  if (options.output === '-') return;
  const texts = textsOf(terminal);
  const written = records - unmapped;
  terminal.stdout.write(
    options.json
      ? `${JSON.stringify({ output: options.output, records: written, unmapped })}\n`
      : [
          texts.written(options.output, written),
          ...(unmapped === 0 ? [] : [texts.unmapped(unmapped)]),
          '',
        ].join('\n'),
  );
}

async function write(
  text: string,
  { output, force = false }: WritingOptions,
  terminal: Terminal,
): Promise<void> {
  if (output === '-') terminal.stdout.write(text);
  else await writeWhole(output, text, force);
}

async function writeTables(
  passbook: Passbook,
  { output, force = false }: WritingOptions,
  terminal: Terminal,
): Promise<void> {
  if (output === '-') throw new MhbError('file-unwritable', 'Several tables do not fit standard output');
  await makeFolder(output);
  for (const { name, text } of writeCsv(passbook, { locale: languageOf(terminal) })) {
    await writeWhole(join(output, name), text, force);
  }
}
