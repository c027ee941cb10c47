import type { AnalyteId, RecordOfKind } from '@mhb-kit/core/passbook';

/** How items of each kind are identified: by core's ids, or by the codes and words in a passbook. */
interface Names {
  /** What a laboratory measures. */
  readonly analyte: { readonly id: AnalyteId };
  /** An ingredient of a drug, with the id of its group, both from core's `DrugIngredient`. */
  readonly drug: { readonly id: string; readonly group: string | null };
  /**
   * A code of ICD-10-CM, with or without its dot, and the date of its claim; claims until the end of 2015
   * contain codes of ICD-9-CM instead.
   */
  readonly diagnosis: { readonly code: string; readonly on: string | null };
  /** An order (醫囑) by its NHI code. */
  readonly order: { readonly code: string };
  /** A drug product by its NHI code, if an operator has added the official files. */
  readonly product: { readonly code: string };
  /** A formula or herb of Chinese medicine, by the name of the order. */
  readonly 'chinese-medicine': { readonly name: string };
  /** A fee or treatment of Chinese medicine, by its NHI code (`D01`). */
  readonly 'chinese-medicine-treatment': { readonly code: string };
  /** A vaccine, by its name in the passbook. */
  readonly vaccine: { readonly name: string };
  /** A dental order, by its NHI code. */
  readonly 'dental-procedure': { readonly code: string };
  /** A tooth by its number (ISO 3950), or an area of the mouth by the NHI's code. */
  readonly tooth: { readonly code: string };
  /**
   * A check-up or screening: an id of core's preventive services, or the kind and examination as in the
   * passbook.
   */
  readonly screening: { readonly name: string };
  /** A care programme, by its section. */
  readonly programme: { readonly id: RecordOfKind<'programme'>['section'] };
  /** A term of cards, premiums and claims, by the key of the field (`r1.12`, `premium-billing.salary`). */
  readonly term: { readonly field: string };
}

export type SubjectKind = keyof Names;

/** An item of one of the kinds `K`. */
export type SubjectOf<K extends SubjectKind> = { [P in K]: { readonly kind: P } & Names[P] }[K];

/** What can be explained. */
export type Subject = SubjectOf<SubjectKind>;
