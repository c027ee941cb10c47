import { type LocalDate } from '@mhb-kit/core/identity';
import {
  chineseMedicineRow,
  dentalRow,
  inpatientRow,
  outpatientRow,
  type Coded,
  type Order,
  type Row,
} from '../../passbook-rows/rows.js';
import type { Attendance, Condition, Course, Life, Supply } from '../facts.js';
import { fullWidth, placeAsWritten, type Downloaded } from './writing.js';
import type { Random } from '../random.js';

/** A row of a section, with the facts that it shows. */
export interface Written {
  readonly section: string;
  readonly row: Row;
  /** The date that decides whether a download includes the row. */
  readonly on: LocalDate;
  /** The ids of the facts that the row shows, such as attendances or measurements. */
  readonly tells: readonly string[];
}

/** Writes visits, refills, dispensed drugs, and dental and Chinese-medicine visits as rows of NHI claims. */
export function writeClaims(life: Downloaded, random: Random): Written[] {
  const supplied = new Map<string, { course: Course; supply: Supply }[]>();
  for (const course of life.courses) {
    for (const supply of course.supplies) {
      for (const attendance of supply.attendances) {
        supplied.set(attendance, [...(supplied.get(attendance) ?? []), { course, supply }]);
      }
    }
  }
  return life.attendances
    .filter(({ on }) => on <= life.to)
    .flatMap((attendance) =>
      claim(life, attendance, supplied.get(attendance.id) ?? [], random.of(attendance.id)),
    );
}

function claim(
  life: Downloaded,
  attendance: Attendance,
  supplied: readonly { readonly course: Course; readonly supply: Supply }[],
  random: Random,
): Written[] {
  const { habits } = life;
  const facility = placeAsWritten(attendance.at, attendance.on, life, random.of('place'));
  const drugs: Order[] = supplied.map(({ supply }) => ({
    code: supply.product.code,
    name:
      habits.has('names-full-width') && random.of('width').chance(0.3)
        ? fullWidth(supply.product.name)
        : supply.product.name,
    quantity: supply.quantity,
    days: statedDays(supply),
    blankDays: supply.statedDays === 'none',
  }));
  const services: Order[] = attendance.services.map(({ code, name, quantity }) => ({ code, name, quantity }));
  const revision = revisionOf(life, attendance, random.of('revision'));
  const visit = {
    facility,
    serial: serialOf(attendance, habits, random.of('serial')),
    diagnoses: attendance.diagnoses.map((condition) => coded(condition, attendance.on)),
    procedures: attendance.operation === undefined ? [] : [attendance.operation],
    copayment: attendance.copayment + revision.copayment,
    points: attendance.points + revision.points,
    orders: [...drugs, ...services],
  };
  const written = (section: string, row: Row): Written[] => [
    { section, row, on: attendance.on, tells: [attendance.id] },
  ];
  switch (attendance.kind) {
    case 'dental':
      return written('r3', dentalRow({ ...visit, date: attendance.on }));
    case 'chinese-medicine':
      return written('r9', chineseMedicineRow({ ...visit, date: attendance.on }));
    case 'dispense':
    case 'treatment':
      return written('r1', outpatientRow({ ...visit, deliveredOn: attendance.on }));
    case 'admission':
      return written('r2', admissionRow(attendance, visit, random.of('open')));
    case 'visit':
    case 'refill':
      return visitRows(life, attendance, visit, random.of('rows')).map((row) => ({
        section: 'r1',
        row,
        on: attendance.on,
        tells: [attendance.id],
      }));
  }
}

/** Returns the additional amounts that an earlier download shows because the NHI reduced the claim afterward. */
function revisionOf(
  { habits, toldAgainFrom }: Downloaded,
  { on }: Attendance,
  random: Random,
): Pick<Attendance, 'copayment' | 'points'> {
  const revised =
    habits.has('revised-claim') && toldAgainFrom !== null && on >= toldAgainFrom && random.chance(0.15);
  return revised
    ? { copayment: random.pick([0, 0, 20]), points: random.integer(50, 400) }
    : { copayment: 0, points: 0 };
}

/**
 * Returns a serial number. Most serial numbers count the visits of a year. The rest consist of letters that mark
 * a kind of visit.
 */
function serialOf({ serial, kind }: Attendance, habits: Life['habits'], random: Random): string {
  if (!habits.has('letter-serials') || kind === 'admission' || !random.chance(0.1)) return serial;
  return random.pick(['IC01', 'ZZZZ', 'F000']);
}

type Visit = Parameters<typeof outpatientRow>[0];

/**
 * Writes one visit as one row, or as two rows with its drugs and its services. Only the first row contains the
 * amounts.
 */
function visitRows(life: Downloaded, { on }: Attendance, visit: Visit, random: Random): Row[] {
  const [drugs, services] = [
    visit.orders.filter(({ days }) => days !== undefined),
    visit.orders.filter(({ days }) => days === undefined),
  ];
  const apart =
    life.habits.has('visit-in-two-rows') &&
    /^\d+$/u.test(visit.serial) &&
    drugs.length > 0 &&
    services.length > 0 &&
    random.chance(0.2);
  if (!apart) return [outpatientRow({ ...visit, date: on })];
  return [
    outpatientRow({ ...visit, date: on, orders: services }),
    outpatientRow({ ...visit, date: on, orders: drugs, copayment: 0, points: 0 }),
  ];
}

function admissionRow({ on, until }: Attendance, visit: Visit, random: Random): Row {
  const [procedure] = visit.procedures ?? [];
  const stay = procedure === undefined ? visit : { ...visit, procedure };
  const row = inpatientRow({ ...stay, admittedOn: on, dischargedOn: until ?? on });
  return until === null ? { ...row, 'r2.6': random.pick(['', '99991231']) } : row;
}

function statedDays({ days, statedDays: how }: Supply): number {
  switch (how) {
    case 'true':
      return days;
    case 'whole-course':
      return days * 3;
    case 'none':
    case 'zero':
      return 0;
  }
}

/** Returns the ICD-9 code until the end of 2015, and the ICD-10 code from 2016. */
export const coded = ({ icd9, icd10, name }: Condition, on: LocalDate): Coded => ({
  code: on < '2016-01-01' ? icd9 : icd10,
  name,
});
