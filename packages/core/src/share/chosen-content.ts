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
 * What a person chooses to share. A summary is always whole: an International Patient Summary of a part would say of what
 * is left out that it is not there.
 */
export type ChosenContent =
  | { readonly kind: 'summary' }
  | {
      readonly kind: 'sections';
      readonly sections: readonly SectionKey[];
      /** Only what is dated from that day on. `null`: everything. */
      readonly since: LocalDate | null;
    };

export interface SharingChoice {
  readonly content: ChosenContent;
  readonly language: FhirLanguage;
  /** Name, ID number and birth date, where the person wants to give them; without it there is none but the masked number. */
  readonly identity?: FhirIdentity;
  /** Names of codes, as `writeFhir` takes them. */
  readonly terms?: FhirTerms;
  readonly now?: Date;
}

/** A file to be sealed. */
export interface SharedFile {
  readonly contentType: ContentType;
  readonly content: string;
}

/** Allergies, vaccinations and wills hold until something else is said, however long ago they were written. */
const standing: ReadonlySet<string> = new Set(
  [allergyIntolerances, immunizations, advanceDirectives].map(({ key }) => key),
);

/** The FHIR bundle, and for sections the passbook as well, as a `Binary` that our viewer opens and others pass over. */
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

/** The media type under which the passbook travels beside the bundle. */
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

/** What has no date, or one of a month that the day lies in, is not known to be older. */
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
