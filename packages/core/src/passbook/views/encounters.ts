import type { AnyClaim, Coded, Order, Organization, Passbook, Period, PartialDate } from '../model/model.js';
import {
  chineseMedicineClaims,
  dentalClaims,
  inpatientClaims,
  outpatientClaims,
  recordsOfKind,
} from '../sections/index.js';
import { atOnce, mapSteps, type Steps } from '../steps/steps.js';
import { groupBySteps, newestFirstSteps } from './order.js';
import { countedSerial } from './prescriptions.js';
import { findRevisions, standingFor, type Revisable, type Revisions } from './revisions.js';

export type EncounterClass =
  'outpatient' | 'inpatient' | 'dental' | 'chinese-medicine' | 'dispense' | 'service';

/** A single visit, even if the NHI has split it into several rows. */
export interface Encounter {
  readonly class: EncounterClass;
  readonly date: PartialDate | null;
  readonly period: Period;
  readonly serviceProvider: Organization;
  readonly serial: string | null;
  /** The diagnoses, without repetitions. The first one is the principal diagnosis of the first row. */
  readonly diagnoses: readonly Coded[];
  readonly procedures: readonly Coded[];
  readonly orders: readonly Order[];
  /** The sum of all co-payments for this visit, in NT$. `null` if no row states one. */
  readonly copayment: number | null;
  readonly points: number | null;
  /** The rows of the visit that no later download replaced. */
  readonly claims: readonly AnyClaim[];
  /** The rows of the visit that a later download replaced. */
  readonly revised: readonly AnyClaim[];
}

const classes = {
  [inpatientClaims.key]: 'inpatient',
  [dentalClaims.key]: 'dental',
  [chineseMedicineClaims.key]: 'chinese-medicine',
} as const;

/** Determines the encounter class of a claim. */
export function classOf(claim: AnyClaim): EncounterClass {
  if (claim.section !== outpatientClaims.key) return classes[claim.section];
  return claim.kind === 'visit' ? 'outpatient' : claim.kind;
}

/** Lists visits, admissions, dispenses and treatments, newest first. */
export function listEncounters(passbook: Passbook): Encounter[] {
  return atOnce(encounterSteps(passbook, findRevisions(passbook)));
}

export function* encounterSteps(passbook: Passbook, revisions: Revisions): Steps<Encounter[]> {
  const claims = recordsOfKind(passbook, 'claim');
  const standing = revisions.size === 0 ? claims : claims.filter((claim) => !revisions.has(claim));
  let unkeyed = 0;
  const groups = yield* groupBySteps(standing, (claim) => encounterKey(claim) ?? String(unkeyed++));
  const replaced = replacedBy(claims, revisions);
  const encounters = yield* mapSteps([...groups.values()], (rows) =>
    encounterOf(rows, replaced.size === 0 ? [] : rows.flatMap((row) => replaced.get(row) ?? [])),
  );
  return yield* newestFirstSteps(encounters);
}

/** Maps each current claim to all claims that it replaced, directly or indirectly. */
function replacedBy(
  claims: readonly AnyClaim[],
  revisions: Revisions,
): ReadonlyMap<Revisable, readonly AnyClaim[]> {
  const replaced = new Map<Revisable, AnyClaim[]>();
  if (revisions.size === 0) return replaced;
  for (const claim of claims) {
    const standing = standingFor(claim, revisions);
    if (standing === claim) continue;
    replaced.set(standing, [...(replaced.get(standing) ?? []), claim]);
  }
  return replaced;
}

/**
 * Returns a key by which the rows of one visit are grouped. They have the same facility, day and serial number. If
 * the serial is not a number (`IC02`, `XXXX`), the result is `null` and the row is not grouped, because many
 * visits share such serials.
 */
function encounterKey(claim: AnyClaim): string | null {
  const { code, name } = claim.serviceProvider;
  if (claim.serial === null || !countedSerial.test(claim.serial) || claim.date === null) return null;
  const end = claim.section === inpatientClaims.key ? claim.period.end : null;
  const visitedOn = claim.section === outpatientClaims.key ? claim.visitedOn : null;
  return `${classOf(claim)}|${claim.date}|${claim.serial}|${visitedOn ?? ''}|${end ?? ''}|${code ?? name ?? ''}`;
}

function encounterOf(claims: readonly AnyClaim[], revised: readonly AnyClaim[]): Encounter {
  // The list is never empty, because every group contains at least one row.
  const first = claims[0] as AnyClaim;
  // Most visits consist of one row, whose lists can be used without copying them.
  const joined =
    claims.length === 1
      ? first
      : {
          diagnoses: claims.flatMap(({ diagnoses }) => diagnoses),
          procedures: claims.flatMap(({ procedures }) => procedures),
          orders: claims.flatMap(({ orders }) => orders),
          copayment: sum(claims.map(({ copayment }) => copayment)),
          points: sum(claims.map(({ points }) => points)),
        };
  return {
    class: classOf(first),
    date: first.date,
    period: first.section === inpatientClaims.key ? first.period : { start: first.date, end: first.date },
    serviceProvider: first.serviceProvider,
    serial: first.serial,
    diagnoses: distinct(joined.diagnoses),
    procedures: distinct(joined.procedures),
    orders: joined.orders,
    copayment: joined.copayment,
    points: joined.points,
    claims,
    revised,
  };
}

/** Removes repeated codes. Most visits have so few codes that comparing them is faster than creating a set. */
const distinct = (list: readonly Coded[]): readonly Coded[] =>
  list.length < 2
    ? list
    : list.filter((coded, at) => list.findIndex((other) => nameOf(other) === nameOf(coded)) === at);

const nameOf = ({ code, display }: Coded): string => code ?? display ?? '';

const sum = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce((total, amount) => (amount === null ? total : (total ?? 0) + amount), null);
