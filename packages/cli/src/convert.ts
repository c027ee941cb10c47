import { MhbError } from '@mhb-kit/core/error';
import { taipeiDate } from '@mhb-kit/core/identity';
import {
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
import { join } from 'node:path';
import { leftOutFiles } from './describe-passbook.js';
import { makeFolder, writeWhole } from './output.js';
import { printable, printableJson } from './printable.js';
import { languageOf, type Terminal } from './terminal.js';
import { textsOf } from './texts.js';

export interface WritingOptions {
  readonly output: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/**
 * The person's identity, for recipients who must find the person in their own records. It contains only what
 * the options specify.
 */
interface IdentityOptions {
  readonly identityName?: string;
  readonly identityBirthDate?: string;
  readonly identityId?: string;
}

export type ConvertOptions = WritingOptions &
  IdentityOptions & {
    readonly to: 'fhir' | 'ips' | 'csv' | 'xlsx' | 'json';
    readonly language?: FhirLanguage;
  };

const identityOf = (
  { identityName, identityBirthDate, identityId }: IdentityOptions,
  passbook: Passbook,
): FhirIdentity =>
  readFhirIdentity(
    { name: identityName, birthDate: identityBirthDate, nationalId: identityId },
    passbook,
    taipeiDate(new Date()),
  );

export async function convert(
  result: ReadResult,
  options: ConvertOptions,
  terminal: Terminal,
): Promise<void> {
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

export async function write(
  text: string,
  { output, force = false }: WritingOptions,
  terminal: Terminal,
): Promise<void> {
  if (output === '-') terminal.stdout.write(printableJson(text));
  else await writeWhole(output, text, force);
}

async function writeBytes(bytes: Uint8Array, { output, force = false }: WritingOptions): Promise<void> {
  if (output === '-')
    throw new MhbError('file-unwritable', 'A workbook cannot be written to standard output');
  await writeWhole(output, bytes, force);
}

async function writeTables(
  passbook: Passbook,
  { output, force = false, language }: ConvertOptions,
  terminal: Terminal,
): Promise<void> {
  if (output === '-')
    throw new MhbError('file-unwritable', 'Several tables cannot be written to standard output');
  await makeFolder(output);
  for (const { name, text } of writeCsv(passbook, { locale: language ?? languageOf(terminal) })) {
    await writeWhole(join(output, name), text, force);
  }
}
