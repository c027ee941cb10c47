import type { AnalyteId, RecordOfKind } from '@mhb-kit/core/passbook';

/** How a thing of each kind is named: by core's ids, or by the codes and words that a passbook writes. */
interface Names {
  /** What a laboratory measures. */
  readonly analyte: { readonly id: AnalyteId };
  /** An ingredient of a drug, with the id of its group: core's `DrugIngredient` tells both. */
  readonly drug: { readonly id: string; readonly group: string | null };
  /** A code of ICD-10-CM, with or without its dot, and the day of its claim: until the end of 2015 claims carry ICD-9-CM. */
  readonly diagnosis: { readonly code: string; readonly on: string | null };
  /** An order (醫囑) by its NHI code. */
  readonly order: { readonly code: string };
  /** A drug product by its NHI code, if an operator has laid the official files over it. */
  readonly product: { readonly code: string };
  /** A formula or herb of Chinese medicine, by the name of the order. */
  readonly 'chinese-medicine': { readonly name: string };
  /** A fee or treatment of Chinese medicine, by its NHI code (`D01`). */
  readonly 'chinese-medicine-treatment': { readonly code: string };
  /** A vaccine, by the name that the passbook gives it. */
  readonly vaccine: { readonly name: string };
  /** A dental order, by its NHI code. */
  readonly 'dental-procedure': { readonly code: string };
  /** A tooth by its number (ISO 3950), or an area of the mouth by the NHI's code. */
  readonly tooth: { readonly code: string };
  /** A check-up or screening: an id of core's preventive services, or the kind and examination as the passbook names them. */
  readonly screening: { readonly name: string };
  /** A care programme, by the section that holds it. */
  readonly programme: { readonly id: RecordOfKind<'programme'>['section'] };
  /** A term of cards, premiums and claims, by the key of the field (`r1.12`, `premium-billing.salary`). */
  readonly term: { readonly field: string };
}

export type SubjectKind = keyof Names;

/** A thing of one of the kinds `K`. */
export type SubjectOf<K extends SubjectKind> = { [P in K]: { readonly kind: P } & Names[P] }[K];

/** What can be explained. */
export type Subject = SubjectOf<SubjectKind>;
