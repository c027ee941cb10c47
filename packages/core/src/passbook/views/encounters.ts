import type {
  AnyClaim,
  Coded,
  Order,
  Organization,
  OutpatientClaim,
  Passbook,
  Period,
  PartialDate,
} from '../model.js';
import { atOnce, mapSteps, type Steps } from '../steps.js';
import { groupBy, groupBySteps, newestFirstSteps } from './order.js';
import { findRevisions, type Revisions } from './revisions.js';

export type EncounterClass =
  'outpatient' | 'inpatient' | 'dental' | 'chinese-medicine' | 'dispense' | 'service';

/** One visit, however many rows the NHI split it into. */
export interface Encounter {
  readonly class: EncounterClass;
  readonly date: PartialDate | null;
  readonly period: Period;
  readonly serviceProvider: Organization;
  readonly serial: string | null;
  /** Each once; the first row's principal diagnosis first. */
  readonly diagnoses: readonly Coded[];
  readonly procedures: readonly Coded[];
  readonly orders: readonly Order[];
  /** Sums over the rows; `null` if no row states one. NT$. */
  readonly copayment: number | null;
  readonly points: number | null;
  /** The rows that count. */
  readonly claims: readonly AnyClaim[];
  /** Rows that a later download replaced. */
  readonly revised: readonly AnyClaim[];
}

const classes = { r2: 'inpatient', r3: 'dental', r9: 'chinese-medicine' } as const;

/** What kind of encounter a claim is of. */
export function classOf(claim: AnyClaim): EncounterClass {
  if (claim.section !== 'r1') return classes[claim.section];
  return claim.kind === 'visit' ? 'outpatient' : claim.kind;
}

/** Visits, admissions, dispenses and treatments, newest first. */
export function listEncounters(passbook: Passbook): Encounter[] {
  return atOnce(encounterSteps(passbook, findRevisions(passbook)));
}

export function* encounterSteps(passbook: Passbook, revisions: Revisions): Steps<Encounter[]> {
  const { r1, r2, r3, r9 } = passbook.sections;
  const claims: AnyClaim[] = [...r1, ...r2, ...r3, ...r9];
  let unkeyed = 0;
  const groups = yield* groupBySteps(claims, (claim) => encounterKey(claim) ?? String(unkeyed++));
  const encounters = yield* mapSteps([...groups.values()], (rows) => encounterOf(rows, revisions));
  return yield* newestFirstSteps(encounters);
}

/**
 * Rows of one visit agree in facility, day and serial, if the serial is a counted one; rows without such a serial (`IC02`,
 * `XXXX`) are told apart, because many visits share them.
 */
function encounterKey(claim: AnyClaim): string | null {
  const { code, name } = claim.serviceProvider;
  if (claim.serial === null || !/^\d+$/.test(claim.serial) || claim.date === null) return null;
  const end = claim.section === 'r2' ? claim.period.end : null;
  const visitedOn = claim.section === 'r1' ? (claim as OutpatientClaim).visitedOn : null;
  return JSON.stringify([classOf(claim), code ?? name, claim.date, visitedOn, end, claim.serial]);
}

function encounterOf(rows: readonly AnyClaim[], revisions: Revisions): Encounter {
  const standing = rows.filter((row) => !revisions.has(row));
  const claims = standing.length > 0 ? standing : rows;
  // A group has at least one row.
  const first = claims[0] as AnyClaim;
  return {
    class: classOf(first),
    date: first.date,
    period: first.section === 'r2' ? first.period : { start: first.date, end: first.date },
    serviceProvider: first.serviceProvider,
    serial: first.serial,
    diagnoses: distinct(claims.flatMap(({ diagnoses }) => diagnoses)),
    procedures: distinct(claims.flatMap(({ procedures }) => procedures)),
    orders: claims.flatMap(({ orders }) => orders),
    copayment: sum(claims.map(({ copayment }) => copayment)),
    points: sum(claims.map(({ points }) => points)),
    claims,
    revised: standing.length > 0 ? rows.filter((row) => revisions.has(row)) : [],
  };
}

const distinct = (list: readonly Coded[]): Coded[] =>
  [...groupBy(list, ({ code, display }) => code ?? display ?? '').values()].flatMap((same) =>
    same.slice(0, 1),
  );

const sum = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce((total, amount) => (amount === null ? total : (total ?? 0) + amount), null);
