import type { Entry } from '../entry/entry.js';
import type { Finder } from '../entry/finder.js';
import type { terms } from './terms.en.js';

type TermId = keyof typeof terms;

export interface TermPieces {
  readonly terms: Readonly<Record<TermId, Entry>>;
}

/** The passbook fields that each term explains, separated by spaces. */
const fieldsOf: Readonly<Record<TermId, string>> = {
  'card-serial': 'r1.7 r2.9 r3.6 r9.6',
  copayment: 'r1.12 r2.14 r3.11 r9.11',
  points: 'r1.13 r2.15 r3.12 r9.12',
  division: 'r1.1 r1.2 r2.1 r2.2 r3.1 r3.2 r7.1 r7.2 r8.1 r8.2 r9.1 r9.2',
  'delivered-on': 'r1.6',
  'diagnosis-code': 'r1.8 r1.9 r2.10 r2.11 r3.7 r3.8 r9.7 r9.8',
  'procedure-code': 'r1.10 r1.11 r2.12 r2.13 r3.9 r3.10',
  quantity: 'r1_1.3 r2_1.6 r3_1.3 r9_1.3',
  days: 'r1_1.4 r3_1.6 r9_1.4',
  'claim-period': 'r2.7 r2.8',
  severity: 'r4.9',
  'recorded-by': 'r4.12',
  will: 'r5.1 r5.2 r5.3',
  'test-date': 'r7.6 r8.6',
  'uploaded-at': 'r7.7 r8.7',
  'reference-range': 'r7.12',
  'finding-grade':
    'r10.12 r10.13 r10.18 r10.19 r10.21 r10.22 r10.26 r10.27 r10.33 r10.34 r10.37 r10.38 r10.41 r10.42',
  'metabolic-syndrome': 'r10.29 r10.30',
  enrolled: 'r12.1 r12.2 r13.1 r13.2 r14.1 r14.2',
  closed: 'r12.3 r13.3 r14.3',
  stage: 'r12_1.1 r13_1.1 r14_1.1',
  'card-status': 'card-status.status card-status.status-date',
  'card-issue': 'card-status.issued-on card-status.reason card-status.office',
  'card-number': 'card-status.card-number',
  'premium-month': 'premium-billing.month premium-payment.month',
  'insured-unit': 'premium-billing.unit premium-payment.unit',
  'insured-category': 'premium-billing.category',
  'insured-salary': 'premium-billing.salary',
  dependants: 'premium-billing.dependants',
  'own-premium': 'premium-billing.premium',
  'premium-kind': 'premium-payment.kind',
  'amount-due': 'premium-payment.due',
  'amount-paid': 'premium-payment.paid premium-payment.paid-on',
  'payment-channel': 'premium-payment.channel',
  'tooth-code': 'r3_1.4 r3_1.5',
};

/**
 * Returns the fields of a section that have a term. If several fields have the same term, only the first is
 * returned.
 */
export const termFieldsOf = (section: string): readonly string[] =>
  Object.values(fieldsOf).flatMap(
    (fields) => fields.split(' ').find((field) => field.startsWith(`${section}.`)) ?? [],
  );

let byField: ReadonlyMap<string, TermId> | null = null;

const termOf = (field: string): TermId | undefined => {
  byField ??= new Map(
    Object.entries(fieldsOf).flatMap(([id, fields]) =>
      fields.split(' ').map((each) => [each, id as TermId] as const),
    ),
  );
  return byField.get(field);
};

/** Checks whether the term of a field has an explanation. */
export const hasTerm = (field: string): boolean => termOf(field) !== undefined;

export const findTerm: Finder<'term', TermPieces> = async ({ field }, load) => {
  const id = termOf(field);
  return id === undefined ? null : (await load('terms'))[id];
};
