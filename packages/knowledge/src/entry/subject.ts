import type { AnalyteId, RecordOfKind } from '@mhb-kit/core/passbook';

/** How items of each kind are identified: by core's ids, or by the codes and words in a passbook. */
interface Names {
  /** A property or substance that a laboratory measures. */
  readonly analyte: { readonly id: AnalyteId };
  /** An ingredient of a drug, with the id of its group; both ids come from core's `DrugIngredient`. */
  readonly drug: { readonly id: string; readonly group: string | null };
  /**
   * An ICD-10-CM code, with or without its dot, and the date of the claim. Claims until the end of 2015 contain
   * ICD-9-CM codes instead.
   */
  readonly diagnosis: { readonly code: string; readonly on: string | null };
  /** An order (醫囑) by its NHI code. */
  readonly order: { readonly code: string };
  /** A drug product by its NHI code. It has an explanation only if an operator has added the official files. */
  readonly product: { readonly code: string };
  /** A formula or herb of Chinese medicine, by the name in the order. */
  readonly 'chinese-medicine': { readonly name: string };
  /** A fee or treatment of Chinese medicine, by its NHI code (`D01`). */
  readonly 'chinese-medicine-treatment': { readonly code: string };
  /** A vaccine, by its name in the passbook. */
  readonly vaccine: { readonly name: string };
  /** A dental order, by its NHI code. */
  readonly 'dental-procedure': { readonly code: string };
  /** A tooth by its number (ISO 3950), or an area of the mouth by its NHI code. */
  readonly tooth: { readonly code: string };
  /**
   * A check-up or screening, by the id of one of core's preventive services, or by the kind and examination as
   * written in the passbook.
   */
  readonly screening: { readonly name: string };
  /** A care programme, by the section of its records. */
  readonly programme: { readonly id: RecordOfKind<'programme'>['section'] };
  /** A term used for cards, premiums or claims, by the key of the field (`r1.12`, `premium-billing.salary`). */
  readonly term: { readonly field: string };
}

export type SubjectKind = keyof Names;

/** An item of one of the kinds `K`. */
export type SubjectOf<K extends SubjectKind> = { [P in K]: { readonly kind: P } & Names[P] }[K];

/** An item that can be explained. */
export type Subject = SubjectOf<SubjectKind>;
