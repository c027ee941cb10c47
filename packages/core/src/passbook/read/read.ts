import { loadModule } from '../../load-module.js';
import { MhbError } from '../../error.js';
import { isManifestFile } from '../../manifest/index.js';
import { decodeText, detectFormat, isArchive } from './decode.js';
import type { DrugTable, DrugTableExtension } from '../ingredients/index.js';
import { joinSteps } from '../model/merge.js';
import type { AnyRecord, Download, Passbook, RawRow, RecordTypes, UnknownRecord } from '../model/model.js';
import {
  leftOutCodes,
  NoteCollector,
  type FileReport,
  type LeftOutCode,
  type ReadingNote,
  type ReadingReport,
} from '../record/notes.js';
import { withoutPlaceholders, type RawFile } from './raw-file.js';
import { PROVENANCE, restoreProvenance } from '../model/provenance.js';
import { readJson } from './read-json.js';
import { readXml } from './read-xml.js';
import { recordBuilders } from './record-builder.js';
import {
  definitionOf,
  diagnosticReports,
  dischargeSummaries,
  headerFields,
  sectionDefinitions,
  type SectionKey,
} from '../sections/index.js';
import { inTurns } from '../steps/steps.js';
import { takeTurns, type Turn } from '../steps/turns.js';
import { readDate, textOf } from '../values/values.js';

/** A file from an archive, or a file that the person has chosen directly. */
export interface PassbookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadingProgress {
  /** The number of bytes read so far. `total` is the number of bytes in all files. */
  readonly done: number;
  readonly total: number;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadingProgress) => void;
  /** The maximum total size of the files, in bytes. Defaults to 128 MiB. */
  readonly maxBytes?: number;
  /** Ingredients, groups and combinations that are added to the SDK's own table or that replace its rows. */
  readonly drugs?: DrugTableExtension;
}

export interface ReadResult {
  readonly passbook: Passbook;
  readonly report: ReadingReport;
}

/**
 * The default size limit. Real files that cover three years never reach it. It is four times the largest import
 * limit known from public programs.
 */
const MAX_BYTES = 128 * 1024 * 1024;
const ROWS_BETWEEN_CLOCKS = 64;

/**
 * Limits for `openArchive` that match those of `readPassbook`, so that files that are too large are not
 * unpacked.
 */
export const passbookArchiveLimits = { entryBytes: MAX_BYTES, totalBytes: MAX_BYTES } as const;

/**
 * Folders and files that the desktops of macOS, Windows and Linux automatically add to folders, USB sticks and
 * archives.
 */
const SYSTEM_FOLDER =
  /^(?:__MACOSX|\.Spotlight-V100|\.fseventsd|\.Trashes|\.TemporaryItems|\.DocumentRevisions-V100|\$RECYCLE\.BIN|System Volume Information|\.Trash-\d+)$/i;
const SYSTEM_FILE =
  /^(?:\.DS_Store|\.localized|\.apdisk|Icon\r|(?:eh)?thumbs(?:_vista)?\.db|desktop\.ini|\.directory)$/i;

function isSystemFile(path: string): boolean {
  const parts = path.split('/');
  const file = parts.pop() ?? '';
  return (
    SYSTEM_FILE.test(file) ||
    file.startsWith('._') ||
    parts.some((folder) => SYSTEM_FOLDER.test(folder) || folder.startsWith('._'))
  );
}

/**
 * Reads what people download from My Health Bank: JSON (J2), XML (X2) and HTML, which are recognized by their
 * content. Several files become one passbook in which every record occurs once.
 *
 * Files that are not a passbook (such as a picture in the archive) are skipped, and the report states the
 * reason. An archive's manifest and files of the operating system are skipped silently. The function rejects if
 * none of the files is a passbook, or if one of them is damaged. It lets the page do other work every few
 * milliseconds, except during the single call of `JSON.parse`. For files of more than a few megabytes, use
 * `readPassbookInWorker`.
 *
 * @throws MhbError `passbook-empty`, `passbook-too-large`, `passbook-is-archive`, `passbook-not-recognized`,
 *   `passbook-damaged`, `passbook-different-people`, `cancelled`; `gateway-unreachable` if the reader of HTML
 *   could not be loaded
 */
export async function readPassbook(
  given: readonly PassbookFile[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const files = given.filter(({ name }) => !isManifestFile(name) && !isSystemFile(name));
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const maxBytes = options.maxBytes ?? MAX_BYTES;
  if (total > maxBytes) {
    throw new MhbError('passbook-too-large', 'More bytes than allowed', {
      details: { bytes: total, maxBytes },
    });
  }
  if (total === 0) throw new MhbError('passbook-empty', 'No bytes to read');
  const turn = takeTurns(options.signal);
  const results: (FileResult | LeftOut)[] = [];
  const drugs = await loadDrugTable(options.drugs);
  let before = 0;
  for (const file of files) {
    const onProgress = (fraction: number): void =>
      options.onProgress?.({ done: before + Math.round(fraction * file.bytes.length), total });
    onProgress(0);
    await turn();
    try {
      results.push(await readFile(file, drugs, turn, onProgress));
    } catch (error) {
      const reason = error instanceof MhbError ? leftOutCodes.find((code) => code === error.code) : undefined;
      if (reason === undefined) throw error;
      results.push({ leftOut: reason, error: error as MhbError });
    }
    before += file.bytes.length;
  }
  options.onProgress?.({ done: total, total });
  const passbooks = results.flatMap((each) => ('passbook' in each ? [each.passbook] : []));
  if (passbooks.length === 0) throw whyNone(results.filter((each) => 'error' in each));
  const passbook = await inTurns(joinSteps(passbooks), turn);
  return { passbook, report: reportOf(files, results, passbook) };
}

interface LeftOut {
  readonly leftOut: LeftOutCode;
  readonly error: MhbError;
}

/**
 * Returns the error that is most useful to the person. An archive comes first, because it can be opened. An
 * empty file comes last, because it is the least informative.
 */
function whyNone(leftOut: readonly LeftOut[]): MhbError {
  const order: readonly LeftOutCode[] = ['passbook-is-archive', 'passbook-not-recognized', 'passbook-empty'];
  const [code] = order.filter((each) => leftOut.some((one) => one.leftOut === each));
  return (leftOut.find((one) => one.leftOut === code) as LeftOut).error;
}

interface FileResult {
  readonly format: RawFile['format'];
  readonly passbook: Passbook;
  readonly notes: readonly ReadingNote[];
}

/**
 * The share of a file's progress that is reached when its text has been parsed. The rest is measured by rows.
 */
const PARSED = 0.5;

/**
 * Loads the drug table when it is first needed, so that pages do not have to include it. Returns `null` if it
 * cannot be loaded.
 */
async function loadDrugTable(extension: DrugTableExtension | undefined): Promise<DrugTable | null> {
  try {
    const { DrugTable: Table } = await import('../ingredients/index.js');
    return new Table(extension);
  } catch {
    return null;
  }
}

async function readFile(
  file: PassbookFile,
  drugs: DrugTable | null,
  turn: Turn,
  onProgress: (fraction: number) => void,
): Promise<FileResult> {
  const notes = new NoteCollector(file.name);
  if (drugs === null) notes.add('drugs-not-recognised');
  const raw = await parseFile(file, notes, turn);
  for (const [key, rows] of raw.sections) raw.sections.set(key, withoutPlaceholders(key, rows));
  onProgress(PARSED);
  await turn();
  const provenance = raw.sections.get(PROVENANCE) ?? [];
  raw.sections.delete(PROVENANCE);
  const passbook = await assemble(raw, file.name, notes, drugs, turn, (fraction) => {
    onProgress(PARSED + (1 - PARSED) * fraction);
  });
  return { format: raw.format, passbook: restoreProvenance(passbook, provenance), notes: notes.list() };
}

async function parseFile({ bytes }: PassbookFile, notes: NoteCollector, turn: Turn): Promise<RawFile> {
  if (isArchive(bytes)) throw new MhbError('passbook-is-archive', 'The file is a ZIP archive');
  const text = decodeText(bytes, notes);
  const format = detectFormat(text);
  try {
    switch (format) {
      case 'json':
        return await inTurns(readJson(text, notes), turn);
      case 'xml':
        return await inTurns(readXml(text, notes), turn);
      case 'html': {
        // This code is loaded only for HTML pages, because hardly anyone keeps a passbook in that form.
        const { readHtml } = await loadModule(import('./read-html.js'));
        return await inTurns(readHtml(text, notes), turn);
      }
      case null:
        throw new MhbError('passbook-not-recognized', 'The file is not JSON, XML or HTML');
    }
  } catch (error) {
    // A passbook is never nested so deeply that it exhausts the stack.
    if (error instanceof RangeError)
      throw new MhbError('passbook-damaged', 'Nested too deeply', { details: { format } });
    throw error;
  }
}

const knownHeader = new Set([...headerFields.map(({ key }) => key), 'b2.1']);

function readHeader(raw: RawFile, file: string, notes: NoteCollector): Download {
  for (const key of Object.keys(raw.header))
    if (!knownHeader.has(key)) notes.add('header-unknown-field', null, key);
  const written = textOf(raw.header, 'b1.2');
  // The NHI's own table contains a misprint: the key `b1.2` is written as `b2.1`.
  const text = written ?? textOf(raw.header, 'b2.1');
  if (written === null && text !== null) notes.add('header-misprint', null, 'b2.1');
  const applied = text === null ? null : readDate(text);
  if (applied?.note) notes.add(applied.note, null, 'b1.2');
  return {
    file,
    appliedOn: applied?.date ?? null,
    header: raw.header,
    sections: [...raw.sections.keys()].sort(),
  };
}

/** Creates the typed records of a file. */
async function assemble(
  raw: RawFile,
  file: string,
  notes: NoteCollector,
  drugs: DrugTable | null,
  turn: Turn,
  onProgress: (fraction: number) => void,
): Promise<Passbook> {
  const download = readHeader(raw, file, notes);
  const allRows = [...raw.sections.values()].reduce((sum, rows) => sum + rows.length, 0);
  let done = 0;
  const builderOf = recordBuilders(notes, drugs);

  const recordsOf = async (key: string): Promise<AnyRecord[]> => {
    const build = builderOf(key);
    const rows = raw.sections.get(key) ?? [];
    const records: AnyRecord[] = [];
    for (let index = 0; index < rows.length; index += 1) {
      if (++done % ROWS_BETWEEN_CLOCKS === 0) {
        await turn();
        onProgress(done / allRows);
      }
      const sources = [{ file, appliedOn: download.appliedOn, section: key, index }];
      records.push(build(rows[index] as RawRow, sources));
    }
    return records;
  };

  const known: [SectionKey, readonly AnyRecord[]][] = [];
  for (const { key } of sectionDefinitions) known.push([key, await recordsOf(key)]);
  const unknown: [string, readonly UnknownRecord[]][] = [];
  for (const [key, rows] of raw.sections) {
    if (definitionOf(key) !== undefined) continue;
    notes.add('unknown-section', key);
    if (rows.length > 0) unknown.push([key, await recordsOf(key)]);
  }
  return {
    subjectId: textOf(raw.header, 'b1.1'),
    downloads: [download],
    sections: Object.fromEntries(known) as unknown as { [K in SectionKey]: RecordTypes[K][] },
    unknownSections: Object.fromEntries(unknown),
  };
}

/** Returns the names of the documents that belong to records. They are stored next to the passbook. */
const documentsOf = ({ sections }: Passbook): ReadonlySet<string> =>
  new Set(
    [diagnosticReports, dischargeSummaries]
      .flatMap(({ key }): readonly { readonly document: string | null }[] => sections[key])
      .flatMap(({ document }) => document ?? []),
  );

function reportOf(
  files: readonly PassbookFile[],
  results: readonly (FileResult | LeftOut)[],
  passbook: Passbook,
): ReadingReport {
  const fileReports: FileReport[] = [];
  const notes: ReadingNote[] = [];
  const documents = documentsOf(passbook);
  for (const [index, result] of results.entries()) {
    const file = files[index]?.name ?? '';
    if ('leftOut' in result) {
      // A document to which a record refers belongs to the passbook, so it is not listed as skipped.
      if (documents.has(file.slice(file.lastIndexOf('/') + 1))) continue;
      fileReports.push({ file, format: null, records: 0, leftOut: result.leftOut });
      notes.push({ code: 'file-skipped', file, section: null, field: null, count: 1 });
    } else {
      fileReports.push({
        file,
        format: result.format,
        records: countRecords(result.passbook),
        leftOut: null,
      });
      notes.push(...result.notes);
    }
  }
  return { files: fileReports, records: countRecords(passbook), notes };
}

export function countRecords({ sections: known, unknownSections }: Passbook): number {
  return [...Object.values(known), ...Object.values(unknownSections)].reduce(
    (sum, records) => sum + records.length,
    0,
  );
}
