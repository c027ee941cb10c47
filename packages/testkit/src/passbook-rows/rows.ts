import type { LocalDate } from '@mhb-kit/core/identity';

/**
 * A row in the NHI's JSON format (J2), as built by the functions below. As in real files, every key is present and
 * every value is text. Values that are not given are empty.
 */
export type Row = Readonly<Record<string, unknown>>;

export interface Facility {
  /** The NHI's regional division (業務組別), from 1 (臺北) to 6 (東區). */
  readonly division: string;
  readonly divisionName: string;
  readonly code: string;
  readonly name: string;
}

export interface Coded {
  readonly code: string;
  readonly name: string;
}

export interface Order extends Coded {
  readonly quantity?: number;
  /** The number of days supplied; 0 if the order is not a drug. */
  readonly days?: number;
  /** Whether the row does not state the days supplied at all, not even as 0. */
  readonly blankDays?: boolean;
  /** The FDI number of the tooth, and the Chinese name of the tooth. */
  readonly tooth?: Coded;
}

/** Returns a date as `YYYYMMDD`, the format of days in J2. */
export const compact = (date: LocalDate): string => date.replaceAll('-', '');

const amount = (value: number): string => value.toFixed(2);

/** Returns fields 1 … n of a section, all of which are empty. */
const blank = (section: string, count: number): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${section}.${index + 1}`, '']));

const place = (section: string, facility: Facility): Row => ({
  [`${section}.1`]: facility.division,
  [`${section}.2`]: facility.divisionName,
  [`${section}.3`]: facility.code,
  [`${section}.4`]: facility.name,
});

/**
 * Writes codes and names into pairs of fields, starting with a given field. For diagnoses, the pairs are 14/15,
 * 16/17, …
 */
const pairs = (section: string, first: number, coded: readonly Coded[]): Row =>
  Object.fromEntries(
    coded.flatMap(({ code, name }, index) => [
      [`${section}.${first + 2 * index}`, code],
      [`${section}.${first + 2 * index + 1}`, name],
    ]),
  );

export interface Visit {
  readonly facility: Facility;
  /** Absent in a pharmacy row, which has only the day of dispensing. */
  readonly date?: LocalDate;
  /** The day of dispensing, examination or rehabilitation. */
  readonly deliveredOn?: LocalDate;
  readonly serial: string;
  readonly diagnoses: readonly Coded[];
  readonly procedures?: readonly Coded[];
  readonly copayment: number;
  readonly points: number;
  readonly orders: readonly Order[];
}

/** Builds a row of r1 西醫門診. */
export function outpatientRow(visit: Visit): Row {
  const [principal, ...secondary] = visit.diagnoses;
  return {
    ...blank('r1', 27),
    ...place('r1', visit.facility),
    'r1.5': visit.date === undefined ? '' : compact(visit.date),
    'r1.6': visit.deliveredOn === undefined ? '' : compact(visit.deliveredOn),
    'r1.7': visit.serial,
    ...pairs('r1', 8, principal === undefined ? [] : [principal]),
    ...pairs('r1', 10, visit.procedures?.slice(0, 1) ?? []),
    'r1.12': String(visit.copayment),
    'r1.13': String(visit.points),
    ...pairs('r1', 14, secondary),
    ...pairs('r1', 24, visit.procedures?.slice(1) ?? []),
    r1_1: visit.orders.map((order) => ({
      'r1_1.1': order.code,
      'r1_1.2': order.name,
      'r1_1.3': amount(order.quantity ?? 1),
      'r1_1.4': order.blankDays === true ? '' : String(order.days ?? 0),
    })),
  };
}

/** Builds a row of r3 牙醫門診. A row of r9 中醫門診 has the same layout except for the orders. */
export function dentalRow(visit: Visit & { readonly date: LocalDate }): Row {
  return {
    ...ambulatory('r3', visit),
    r3_1: visit.orders.map((order) => ({
      'r3_1.1': order.code,
      'r3_1.2': order.name,
      'r3_1.3': amount(order.quantity ?? 1),
      'r3_1.4': order.tooth?.code ?? '',
      'r3_1.5': order.tooth?.name ?? '',
      'r3_1.6': String(order.days ?? 0),
    })),
  };
}

export function chineseMedicineRow(visit: Visit & { readonly date: LocalDate }): Row {
  return {
    ...ambulatory('r9', visit),
    r9_1: visit.orders.map((order) => ({
      'r9_1.1': order.code,
      'r9_1.2': order.name,
      'r9_1.3': amount(order.quantity ?? 1),
      'r9_1.4': String(order.days ?? 0),
    })),
  };
}

function ambulatory(section: 'r3' | 'r9', visit: Visit & { readonly date: LocalDate }): Row {
  const [principal, ...secondary] = visit.diagnoses;
  return {
    ...blank(section, 26),
    ...place(section, visit.facility),
    [`${section}.5`]: compact(visit.date),
    [`${section}.6`]: visit.serial,
    ...pairs(section, 7, principal === undefined ? [] : [principal]),
    ...pairs(section, 9, visit.procedures ?? []),
    [`${section}.11`]: String(visit.copayment),
    [`${section}.12`]: String(visit.points),
    ...pairs(section, 13, secondary),
  };
}

export interface Admission {
  readonly facility: Facility;
  readonly admittedOn: LocalDate;
  readonly dischargedOn: LocalDate;
  readonly serial: string;
  readonly diagnoses: readonly Coded[];
  readonly procedure?: Coded;
  readonly copayment: number;
  readonly points: number;
  readonly orders: readonly Order[];
}

/** Builds a row of r2 住院. */
export function inpatientRow(admission: Admission): Row {
  const [principal, ...secondary] = admission.diagnoses;
  const [start, end] = [compact(admission.admittedOn), compact(admission.dischargedOn)];
  return {
    ...blank('r2', 91),
    ...place('r2', admission.facility),
    'r2.5': start,
    'r2.6': end,
    'r2.7': start,
    'r2.8': end,
    'r2.9': admission.serial,
    ...pairs('r2', 10, principal === undefined ? [] : [principal]),
    ...pairs('r2', 12, admission.procedure === undefined ? [] : [admission.procedure]),
    'r2.14': String(admission.copayment),
    'r2.15': String(admission.points),
    ...pairs('r2', 16, secondary),
    r2_1: admission.orders.map((order, index) => ({
      'r2_1.1': String(index + 1),
      'r2_1.2': start,
      'r2_1.3': end,
      'r2_1.4': order.code,
      'r2_1.5': order.name,
      'r2_1.6': amount(order.quantity ?? 1),
    })),
  };
}

export interface LaboratoryResult {
  readonly facility: Facility;
  readonly visitDate: LocalDate;
  readonly testedOn: LocalDate;
  readonly uploadedOn: LocalDate;
  readonly order: Coded;
  /** The name that the hospital gives to the test. */
  readonly analyte: string;
  readonly value: string;
  /** The range as `[low][high]` or in one of its many variants. */
  readonly referenceRange: string;
}

/** Builds a row of r7 檢驗檢查結果. */
export function laboratoryRow(result: LaboratoryResult): Row {
  return {
    ...place('r7', result.facility),
    'r7.5': compact(result.visitDate),
    'r7.6': compact(result.testedOn),
    'r7.7': `${compact(result.uploadedOn)}0930`,
    'r7.8': result.order.code,
    'r7.9': result.order.name,
    'r7.10': result.analyte,
    'r7.11': result.value,
    'r7.12': result.referenceRange,
  };
}

/** Builds a row of r8 影像或病理. */
export function reportRow(report: {
  readonly facility: Facility;
  readonly date: LocalDate;
  readonly order: Coded;
  readonly text: string;
}): Row {
  return {
    ...place('r8', report.facility),
    'r8.5': compact(report.date),
    'r8.6': compact(report.date),
    'r8.7': `${compact(report.date)}1710`,
    'r8.8': report.order.code,
    'r8.9': report.order.name,
    'r8.10': report.text,
  };
}

/** Builds a row of r4 過敏. */
export function allergyRow(allergy: {
  readonly facility: Facility;
  readonly uploadedOn: LocalDate;
  readonly substance: string;
  readonly severity: string;
  readonly reaction: string;
}): Row {
  return {
    ...blank('r4', 12),
    'r4.1': compact(allergy.uploadedOn),
    'r4.2': allergy.substance,
    'r4.4': allergy.facility.code,
    'r4.5': allergy.facility.name,
    'r4.9': allergy.severity,
    'r4.10': allergy.reaction,
    'r4.12': '雲端登錄',
  };
}

/** Builds a row of r6 預防接種, in which keys 2 and 4 do not exist. */
export function immunizationRow(facilityName: string, date: LocalDate, vaccine: string): Row {
  return { 'r6.1': compact(date), 'r6.3': vaccine, 'r6.5': facilityName };
}
