import { sealArchive } from '@mhb-kit/core/archive';
import { sealArchiveInWorker } from '@mhb-kit/core/archive/in-worker';
import { MhbError } from '@mhb-kit/core/error';
import { formatRocCompact, taipeiDate } from '@mhb-kit/core/identity';
import { passbookFileName } from '@mhb-kit/core/request';
import {
  listCodedTermsInWorker,
  readFhirIdentity,
  writePassbookInWorker,
  type FhirProfile,
  type FhirTerms,
  type FileRequest,
  type Passbook,
  type PassbookWorker,
  type TypedIdentity,
  type WrittenFile,
} from '@mhb-kit/core/passbook';
import { workerMakers } from '../view/workers.js';

/** Exports a passbook in one of several formats. This module is loaded when a person first exports a passbook. */

export type ExportFormat = 'json' | 'csv' | 'xlsx' | 'fhir' | 'ips' | 'sealed';

export interface ExportChoices {
  /** The password of the archive, which only `sealed` uses. */
  readonly password: string;
  /** The key of the section or nested list to export; used only for `csv`. */
  readonly table: string;
  /** The language of names and headers in the file. */
  readonly locale: 'zh-Hant' | 'en';
  /**
   * The person's identity, or `null` if the person does not want to disclose it. Used only for `fhir` and `ips`.
   */
  readonly identity: TypedIdentity | null;
  readonly now: Date;
  /** The worker that writes the file, because this takes seconds for a long history. */
  readonly worker: PassbookWorker;
  readonly signal: AbortSignal;
}

export interface ExportedFile {
  readonly name: string;
  readonly content: Blob;
}

/** @throws MhbError `passbook-empty` if the table does not exist, `export-identity-invalid` */
export async function exportPassbook(
  passbook: Passbook,
  format: ExportFormat,
  choices: ExportChoices,
): Promise<ExportedFile> {
  const { password, now, worker, signal } = choices;
  const today = taipeiDate(now);
  const stem = `健康存摺_${formatRocCompact(today)}`;
  const terms = format === 'fhir' || format === 'ips' ? await termsOf(passbook, format, choices) : {};
  const [file, ...others] = await writePassbookInWorker(
    passbook,
    requestsOf(passbook, format, choices, terms),
    { worker, signal },
  );
  // Only the format `csv` can produce no file; all other formats always produce one.
  if (file === undefined) throw new MhbError('passbook-empty', 'No such table');
  switch (format) {
    case 'json':
      return { name: passbookFileName(today), content: file.content };
    case 'csv':
      return { name: file.name ?? `${stem}.csv`, content: file.content };
    case 'xlsx':
      return { name: `${stem}.xlsx`, content: file.content };
    case 'fhir':
    case 'ips':
      return { name: `${stem}_${format}.json`, content: file.content };
    case 'sealed': {
      const bytes = await seal([{ ...file, name: passbookFileName(today) }, ...others], password, signal);
      return { name: `${stem}.zip`, content: new Blob([bytes], { type: 'application/zip' }) };
    }
  }
}

const profileOf = (format: 'fhir' | 'ips'): FhirProfile => (format === 'ips' ? 'ips' : 'twcore');

/** Returns the names of coded terms, as the pages show them. */
async function termsOf(
  passbook: Passbook,
  format: 'fhir' | 'ips',
  { worker, signal }: ExportChoices,
): Promise<FhirTerms> {
  const coded = await listCodedTermsInWorker(passbook, profileOf(format), worker, signal);
  const { fhirTerms } = await import('@mhb-kit/knowledge');
  return fhirTerms(coded);
}

function requestsOf(
  passbook: Passbook,
  format: ExportFormat,
  { table, locale, identity, now }: ExportChoices,
  terms: FhirTerms,
): readonly FileRequest[] {
  switch (format) {
    case 'json':
      return [{ format: 'j2' }];
    case 'csv':
      return [{ format: 'csv', locale, table }];
    case 'xlsx':
      return [{ format: 'xlsx', locale }];
    case 'fhir':
    case 'ips':
      return [
        {
          format: 'fhir',
          profile: profileOf(format),
          language: locale,
          terms,
          identity: identity === null ? {} : readFhirIdentity(identity, passbook, taipeiDate(now)),
          now,
        },
      ];
    case 'sealed':
      return [{ format: 'j2' }, { format: 'csv', locale }];
  }
}

function seal(
  files: readonly WrittenFile[],
  password: string,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { archive: createWorker } = workerMakers();
  const entries = files.map(({ name, content }) => ({ name: name ?? '', content }));
  const options = { password, method: 'aes-256', signal } as const;
  if (createWorker === null)
    return sealArchive(
      entries.map(({ name, content }) => ({ name, stream: content.stream() })),
      options,
    );
  return sealArchiveInWorker(entries, {
    ...options,
    ...(createWorker === undefined ? {} : { createWorker }),
  });
}
