import { MhbError, toMhbError, type MhbErrorCode } from '@mhb-kit/core/error';
import { describeError } from '@mhb-kit/core/error-messages';
import { readBirthYear, taipeiDate } from '@mhb-kit/core/identity';
import {
  describeHealth,
  findUnmapped,
  listCodedTerms,
  readFhirIdentity,
  summarize,
  writeCsv,
  writeFhir,
  writeJ2,
  writeXlsx,
  type FhirIdentity,
  type FhirLanguage,
  type Passbook,
  type ReadResult,
} from '@mhb-kit/core/passbook';
import { fhirTerms } from '@mhb-kit/knowledge';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { join } from 'node:path';
import { healthForPrograms } from './describe-health.js';
import { describePassbook, leftOutFiles } from './describe-passbook.js';
import { buildDrugFiles } from './drug-files.js';
import { readInputs } from './input.js';
import { makeFolder, writeWhole } from './output.js';
import { printable, printableJson } from './printable.js';
import { languageOf, type Terminal } from './terminal.js';
import { textsOf } from './texts.js';

/**
 * Exit codes, stable for scripts: 0 success, 1 the input cannot be read, 2 wrong use, 3 password missing or
 * wrong, 4 output not written, 5 files of different people, 70 unexpected error, 130 interrupted.
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

/** All other errors concern the input. */
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

interface OpenOptions extends CommonOptions {
  readonly birthYear?: number;
}

interface WritingOptions extends CommonOptions {
  readonly output: string;
  readonly force?: boolean;
}

/** The person's identity, for a receiver that has to match it: only from options. */
interface IdentityOptions {
  readonly identityName?: string;
  readonly identityBirthDate?: string;
  readonly identityId?: string;
}

type ConvertOptions = WritingOptions &
  IdentityOptions & {
    readonly to: 'fhir' | 'ips' | 'csv' | 'xlsx' | 'json';
    readonly language?: FhirLanguage;
  };

/** Runs `mhb` with its arguments and returns the exit code. Never throws. */
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

  reading(program.command('open').description('tell what is inside, and what it says now'))
    .option(
      '--birth-year <year>',
      'year of birth (1958, or 47 of the Republic), by which ranges and check-ups are judged',
      birthYearOf,
    )
    .action(async (files: readonly string[], options: OpenOptions) => {
      const { birthYear } = options;
      const { passbook, report } = await readInputs(files, { ...options, signal }, terminal);
      const known = birthYear === undefined ? {} : { birthYear };
      const overview = summarize(passbook);
      terminal.stdout.write(
        options.json
          ? `${printableJson(JSON.stringify({ overview, health: healthForPrograms(describeHealth(passbook, known)), report }, null, 2))}\n`
          : describePassbook({ passbook, report }, known, terminal),
      );
    });

  writing(program.command('convert').description('write in another format'))
    .addOption(
      new Option('--to <format>', 'fhir (TW Core), ips (patient summary), csv, xlsx or json')
        .choices(['fhir', 'ips', 'csv', 'xlsx', 'json'])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--language <language>', 'of names and titles; default: that of the terminal').choices([
        'zh-Hant',
        'en',
      ]),
    )
    .option('--identity-name <name>', 'name to put into FHIR, which otherwise names nobody')
    .option('--identity-birth-date <date>', 'birth date to put into FHIR (1958-03-09)')
    .option('--identity-id <number>', 'ID number to put into FHIR, which otherwise holds a masked one')
    .action(async (files: readonly string[], options: ConvertOptions) => {
      await convert(await readInputs(files, { ...options, signal }, terminal), options, terminal);
    });

  program
    .command('knowledge')
    .description('official drug files that plain words are laid over')
    .command('build')
    .description('put the drug files of data.gov.tw (23715, 9122, 9119) together into one JSON for look-ups')
    .argument('<file...>', 'CSV or ZIP, as published')
    .requiredOption('-o, --output <path>', 'file to write; - for standard output')
    .option('--force', 'write over what exists')
    .option('--json', 'answer in JSON, errors too')
    .action(async (files: readonly string[], options: WritingOptions) => {
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
    });

  writing(
    program.command('merge').description('join several downloads of one person into one JSON (J2)'),
  ).action(async (files: readonly string[], options: WritingOptions) => {
    const result = await readInputs(files, { ...options, signal }, terminal);
    await convert(result, { ...options, to: 'json' }, terminal);
  });
  return program;
}

function birthYearOf(typed: string): number {
  const year = readBirthYear(typed, taipeiDate(new Date()));
  if (year === null) throw new InvalidArgumentError('Give a year such as 1958 or 47.');
  return year;
}

const identityOf = (
  { identityName, identityBirthDate, identityId }: IdentityOptions,
  passbook: Passbook,
): FhirIdentity =>
  readFhirIdentity(
    { name: identityName, birthDate: identityBirthDate, nationalId: identityId },
    passbook,
    taipeiDate(new Date()),
  );

async function convert(result: ReadResult, options: ConvertOptions, terminal: Terminal): Promise<void> {
  const { passbook, report } = result;
  const { records } = summarize(passbook);
  let unmapped = 0;
  switch (options.to) {
    case 'csv':
      await writeTables(passbook, options, terminal);
      break;
    case 'xlsx':
      await writeBytes(
        await writeXlsx(passbook, { locale: options.language ?? languageOf(terminal) }),
        options,
      );
      break;
    case 'json':
      await write(writeJ2(passbook), options, terminal);
      break;
    case 'fhir':
    case 'ips': {
      const profile = options.to === 'ips' ? 'ips' : 'twcore';
      const bundle = writeFhir(passbook, {
        profile,
        language: options.language ?? languageOf(terminal),
        terms: await fhirTerms(listCodedTerms(passbook, profile)),
        identity: identityOf(options, passbook),
      });
      unmapped = findUnmapped(passbook, bundle).length;
      await write(`${JSON.stringify(bundle, null, 2)}\n`, options, terminal);
    }
  }
  const leftOut = report.files.filter((each) => each.leftOut !== null);
  if (!options.json) for (const line of leftOutFiles(result, terminal)) terminal.stderr.write(`${line}\n`);
  if (options.output === '-') return;
  const texts = textsOf(terminal);
  const written = records - unmapped;
  terminal.stdout.write(
    options.json
      ? `${printableJson(JSON.stringify({ output: options.output, records: written, unmapped, leftOut }))}\n`
      : [
          texts.written(printable(options.output), written),
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
  if (output === '-') terminal.stdout.write(printableJson(text));
  else await writeWhole(output, text, force);
}

async function writeBytes(bytes: Uint8Array, { output, force = false }: WritingOptions): Promise<void> {
  if (output === '-') throw new MhbError('file-unwritable', 'A workbook is no text for standard output');
  await writeWhole(output, bytes, force);
}

async function writeTables(
  passbook: Passbook,
  { output, force = false, language }: ConvertOptions,
  terminal: Terminal,
): Promise<void> {
  if (output === '-') throw new MhbError('file-unwritable', 'Several tables do not fit standard output');
  await makeFolder(output);
  for (const { name, text } of writeCsv(passbook, { locale: language ?? languageOf(terminal) })) {
    await writeWhole(join(output, name), text, force);
  }
}
