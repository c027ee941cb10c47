import type { LocalDate } from '../identity/index.js';
import {
  advanceDirectives,
  allergyIntolerances,
  immunizations,
  selectRecords,
  writeFhir,
  writeJ2,
  type AnyRecord,
  type Bundle,
  type FhirIdentity,
  type FhirLanguage,
  type FhirTerms,
  type Passbook,
  type SectionKey,
} from '../passbook/index.js';
import type { ContentType } from './manifest.js';

/**
 * The content that a person chooses to share. A summary is always complete, because a partial International
 * Patient Summary would wrongly state that the omitted records do not exist.
 */
export type ChosenContent =
  | { readonly kind: 'summary' }
  | {
      readonly kind: 'sections';
      readonly sections: readonly SectionKey[];
      /** The first day whose records are shared. `null` means that all records are shared. */
      readonly since: LocalDate | null;
    };

export interface SharingChoice {
  readonly content: ChosenContent;
  readonly language: FhirLanguage;
  /**
   * The name, ID number and birth date, if the person wants to disclose them. Otherwise, the content contains only
   * the masked ID number.
   */
  readonly identity?: FhirIdentity;
  /** Names for codes, which are passed to `writeFhir`. */
  readonly terms?: FhirTerms;
  readonly now?: Date;
}

/** A file to be encrypted. */
export interface SharedFile {
  readonly contentType: ContentType;
  readonly content: string;
}

/**
 * The sections whose records are shared no matter how old they are. Allergies, vaccinations and advance directives
 * still apply after years.
 */
const standing: ReadonlySet<string> = new Set(
  [allergyIntolerances, immunizations, advanceDirectives].map(({ key }) => key),
);

/**
 * Creates the files to be shared. The first is a FHIR bundle. If the person chose sections, a second file contains
 * the passbook as a `Binary`, which our viewer opens and other viewers ignore.
 */
export function chooseFiles(passbook: Passbook, choice: SharingChoice): SharedFile[] {
  const { content } = choice;
  const bundle = chooseBundle(passbook, choice);
  const files: object[] = [bundle];
  if (content.kind === 'sections') {
    const part = onlyChosen(passbook, (record) => isChosen(record, content.sections, content.since));
    files.push({ resourceType: 'Binary', contentType: PASSBOOK_TYPE, data: base64(writeJ2(part)) });
  }
  return files.map((file) => ({ contentType: 'application/fhir+json', content: JSON.stringify(file) }));
}

/** The media type of the passbook in the `Binary`. */
export const PASSBOOK_TYPE = 'application/json';

function chooseBundle(
  passbook: Passbook,
  { content, language, identity, terms = {}, now }: SharingChoice,
): Bundle {
  const options = {
    language,
    terms,
    ...(identity === undefined ? {} : { identity }),
    ...(now === undefined ? {} : { now }),
  };
  if (content.kind === 'summary') return writeFhir(passbook, { ...options, profile: 'ips' });
  return selectRecords(writeFhir(passbook, { ...options, profile: 'twcore' }), passbook, (record) =>
    isChosen(record, content.sections, content.since),
  );
}

/**
 * Checks whether a record is shared. A record that has no date, or that states only the month of `since`, is
 * shared, because it might be recent enough.
 */
function isChosen(record: AnyRecord, sections: readonly SectionKey[], since: LocalDate | null): boolean {
  if (!sections.some((section) => section === record.section)) return false;
  if (since === null || standing.has(record.section)) return true;
  return record.date === null || record.date >= since.slice(0, record.date.length);
}

function onlyChosen(passbook: Passbook, chosen: (record: AnyRecord) => boolean): Passbook {
  const sections = Object.fromEntries(
    Object.entries<readonly AnyRecord[]>(passbook.sections).map(([key, records]) => [
      key,
      records.filter(chosen),
    ]),
  ) as unknown as Passbook['sections'];
  return { ...passbook, sections, unknownSections: {} };
}

function base64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
