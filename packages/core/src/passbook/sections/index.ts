import { advanceDirectives } from './r5.js';
import { allergyIntolerances } from './r4.js';
import { cancerScreenings } from './r11.js';
import { cardStatuses } from './card-status.js';
import { chineseMedicineClaims } from './r9.js';
import { declarations } from './r0.js';
import { dentalClaims } from './r3.js';
import { diabetesProgrammes } from './r12.js';
import { diagnosticReports } from './r8.js';
import { dischargeSummaries } from './discharge-summary.js';
import { hepatitisProgrammes } from './r14.js';
import { immunizations } from './r6.js';
import { inpatientClaims } from './r2.js';
import { kidneyProgrammes } from './r13.js';
import { laboratoryResults } from './r7.js';
import { outpatientClaims } from './r1.js';
import { premiumBillings } from './premium-billing.js';
import { premiumPayments } from './premium-payment.js';
import { preventiveCheckups } from './r10.js';
import type { Label } from '../record/record.js';
import type { RecordOf, SectionDefinition, SectionFacts, SectionKind } from './section.js';

/**
 * The sections of a passbook, each defined in a separate file: fields with their labels, the record that a row
 * becomes, the record's date, and where the viewer and FHIR show the record. Readers, writers, pages and search
 * use no other definitions of sections.
 *
 * Source: the NHI's description of JSON "J2" (revised 112-05-15). The four non-medical sections at the end are
 * defined by this project, because no description of them is public: our gateway writes them under these keys of
 * `bdata`, and `readPassbook` reads them.
 */

export * from './card-status.js';
export * from './discharge-summary.js';
export * from './premium-billing.js';
export * from './premium-payment.js';
export * from './r0.js';
export * from './r1.js';
export * from './r10.js';
export * from './r11.js';
export * from './r12.js';
export * from './r13.js';
export * from './r14.js';
export * from './r2.js';
export * from './r3.js';
export * from './r4.js';
export * from './r5.js';
export * from './r6.js';
export * from './r7.js';
export * from './r8.js';
export * from './r9.js';
export type { Claim } from './claims.js';
export type { Examination } from './examinations.js';
export type { Field, FieldType, KeysOf, NestedList, Part, Parts, ValuesOf } from './field.js';
export { headerFields } from './header.js';
export type { Programme, ProgrammeVisit } from './programmes.js';
export type { RecordOf, SectionDefinition, SectionKind } from './section.js';
export type { Label } from '../record/record.js';

/** All sections, in the order in which files contain them and pages show them. */
const all = [
  declarations,
  outpatientClaims,
  inpatientClaims,
  dentalClaims,
  allergyIntolerances,
  advanceDirectives,
  immunizations,
  laboratoryResults,
  diagnosticReports,
  chineseMedicineClaims,
  preventiveCheckups,
  cancerScreenings,
  diabetesProgrammes,
  kidneyProgrammes,
  hepatitisProgrammes,
  cardStatuses,
  premiumBillings,
  premiumPayments,
  dischargeSummaries,
] as const;

type Definition = (typeof all)[number];

/** The key of a section, in lower case. Keys never change. */
export type SectionKey = Definition['key'];

/** The public facts about a section, for readers, writers, pages and the viewer. */
export type Section = SectionFacts<SectionKey>;

/** The type of record that each section contains, by section key. */
export type RecordTypes = { readonly [D in Definition as D['key']]: RecordOf<D> };

type Definitions<T extends SectionKind> = Extract<Definition, { readonly kind: T }>;
/** A record from any section of the given kind. */
export type RecordOfKind<T extends SectionKind> = RecordOf<Definitions<T>>;

export const sectionDefinitions: readonly SectionDefinition<SectionKey>[] = all;

/** All sections, in the order in which files contain them and pages show them. */
export const sections: readonly Section[] = sectionDefinitions;

const byKey = new Map<string, SectionDefinition<SectionKey>>(
  sectionDefinitions.map((each) => [each.key, each]),
);

/**
 * Returns the definition of the section with the given key, in upper or lower case, or `undefined` if the key is
 * unknown.
 */
export function definitionOf(key: string): SectionDefinition<SectionKey> | undefined {
  return byKey.get(key.toLowerCase());
}

/** Returns the section with the given key, in upper or lower case, or `undefined` if the key is unknown. */
export function sectionOf(key: string): Section | undefined {
  return definitionOf(key);
}

/**
 * Checks whether a section describes a lasting state, which is valid from the day on which it begins. An example
 * is the state of a card.
 */
export const isStanding = (section: string): boolean => definitionOf(section)?.standing === true;

/** Returns the name for a single record of a section, or the section's key if the section is unknown. */
export function recordLabelOf({ section }: { readonly section: string }): Label {
  return definitionOf(section)?.recordLabel ?? { 'zh-Hant': section, en: section };
}

/**
 * The fields of each section in file order, by section key. The fields of nested rows are not included; they are
 * in `sectionOf(key).nested`.
 */
export const sectionFields = Object.fromEntries(sections.map((each) => [each.key, each.fields])) as Readonly<
  Record<SectionKey, Section['fields']>
>;

/** Returns all sections of the given kind. */
export const sectionsOfKind = <T extends SectionKind>(kind: T): readonly Definitions<T>[] =>
  all.filter((each): each is Definitions<T> => each.kind === kind);

/** Returns the records of all sections of the given kind, one section after another. */
export function recordsOfKind<T extends SectionKind>(
  passbook: { readonly sections: { readonly [K in SectionKey]: readonly RecordTypes[K][] } },
  kind: T,
): RecordOfKind<T>[] {
  const lists = sectionsOfKind(kind).map(
    ({ key }: { readonly key: SectionKey }): readonly unknown[] => passbook.sections[key],
  );
  return ([] as unknown[]).concat(...lists) as RecordOfKind<T>[];
}
