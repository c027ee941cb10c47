import type { AnyClaim } from '../model/model.js';
import { facilityKey, isPharmacy } from '../record/organizations.js';
import { outpatientClaims } from '../sections/index.js';
import { isDispensed, type Handout } from './handout.js';

/**
 * Finds the visit at which a dispensed drug was prescribed. The drug may have been dispensed at the visit's own
 * facility or at a pharmacy, all at once or in parts.
 */

/**
 * The maximum number of days between a visit and the last part of its prescription. A refillable prescription
 * covers at most 90 days, and its last part may be collected about ten days late.
 */
const PRESCRIPTION_DAYS = 100;
/** The number of days within which a prescription is normally filled. */
const FILLED_WITHIN = 3;
/**
 * A dispense that takes place at least this many days before the first part of a prescription runs out must be
 * the first fill: refills are dispensed no earlier than ten days before that day.
 */
const NO_REFILL_BEFORE_END = 12;
/** The number of days that one part of a prescription covers, and the maximum number of parts. */
const PART_DAYS = 28;
const MOST_PARTS = 3;
export const countedSerial = /^\d+$/;

const isOfSerial = (a: AnyClaim, b: AnyClaim): boolean =>
  a.serial !== null && a.serial === b.serial && countedSerial.test(a.serial);

/** A visit with the supplies that were dispensed on its prescription. */
interface Prescription {
  readonly visit: Handout;
  /** The codes of the visit's diagnoses. */
  readonly codes: readonly string[];
  /** The first supply, if it was dispensed elsewhere. In this case, the visit's row is not itself a supply. */
  filling: Handout | null;
  /** The supplies that were dispensed later. */
  readonly refills: Handout[];
}

/**
 * Assigns dispenses to the visits that prescribed the drugs: first the dispenses whose row names the visit, then
 * the remaining dispenses by elimination. Visits whose prescription was filled elsewhere are removed from the
 * list, because nothing was dispensed at the visit itself.
 */
export function withoutPrescriptions(handed: readonly Handout[]): Handout[] {
  const dispensings = handed.filter(isDispensed);
  if (dispensings.length === 0) return [...handed];
  const customers = new Customers();
  const visits = visitsOf(handed, customers);
  const filled = new Set<Handout>();
  const join = (dispensed: Handout, { prescription, since }: Fit): void => {
    const { visit } = prescription;
    dispensed.prescriber = visit.prescriber;
    if (!mayFill(prescription, dispensed, since)) {
      prescription.refills.push(dispensed);
      return;
    }
    prescription.filling = dispensed;
    filled.add(visit);
    dispensed.claims.push(...visit.claims);
    dispensed.orders.push(...visit.orders);
    dispensed.chronic ||= visit.chronic;
  };
  const unsure: Handout[] = [];
  for (const dispensed of dispensings) {
    const own = isPharmacy(dispensed.claim.serviceProvider) ? null : dispensed.claim.serviceProvider;
    dispensed.prescriber = own;
    const fit = prescriptionOf(dispensed, visits, customers);
    if (fit?.certain !== true) unsure.push(dispensed);
    else {
      join(dispensed, fit);
      customers.add(dispensed);
    }
  }
  const alike = new AlikeHandouts(handed);
  for (const dispensed of unsure) {
    const fit = prescriptionOf(dispensed, visits, customers);
    if (fit === null || (fit.alike < SAME_LIST && alike.atPharmacy(dispensed) !== undefined)) continue;
    join(dispensed, fit);
    alike.add(dispensed);
  }
  // The visits that prescribed the remaining drugs are not in any download.
  for (const each of unsure) {
    if (each.prescriber !== null) continue;
    each.prescriber = (alike.atPharmacy(each) ?? alike.anywhere(each))?.prescriber ?? null;
    alike.add(each);
  }
  return handed.filter((each) => !filled.has(each));
}

/**
 * Lists the visits with a prescription, oldest first. Each visit includes the later parts that the same facility
 * dispensed.
 */
function visitsOf(handed: readonly Handout[], customers: Customers): Prescription[] {
  const visits: Prescription[] = [];
  for (const each of handed) {
    if (isDispensed(each) || each.day === null) continue;
    const fit = each.part === null ? null : prescriptionOf(each, visits, customers);
    if (fit?.certain === true) fit.prescription.refills.push(each);
    else visits.push({ visit: each, codes: diagnosisCodes(each.claim), filling: null, refills: [] });
  }
  return visits;
}

/** The prescribers whose prescriptions each pharmacy is known to fill. */
class Customers {
  readonly #prescribers = new Map<string | null, Set<string | null>>();

  add({ claim, prescriber }: Handout): void {
    if (prescriber === null) return;
    const pharmacy = facilityKey(claim.serviceProvider);
    const known = this.#prescribers.get(pharmacy) ?? new Set();
    this.#prescribers.set(pharmacy, known.add(facilityKey(prescriber)));
  }

  /** Checks whether a pharmacy is known to dispense only for prescribers other than the given one. */
  areOthers({ claim }: Handout, { prescriber }: Handout): boolean {
    const known = this.#prescribers.get(facilityKey(claim.serviceProvider));
    return known !== undefined && prescriber !== null && !known.has(facilityKey(prescriber));
  }
}

/**
 * Finds the prescriber of a row without a matching visit. Other dispenses for the same diagnoses indicate the
 * prescriber.
 */
class AlikeHandouts {
  /** All supplies, oldest first. */
  readonly #handed: readonly Handout[];
  /**
   * The dispenses whose prescriber is known, by diagnoses and facility, and by diagnoses alone. The index is
   * created when it is first needed.
   */
  #index: Map<string, Handout[]> | undefined;

  constructor(handed: readonly Handout[]) {
    this.#handed = handed;
  }

  /** Adds a dispense after its prescriber has been found. */
  add(handout: Handout): void {
    if (this.#index !== undefined) addTo(this.#index, handout);
  }

  /** Returns the dispense at the same pharmacy that is nearest in time. */
  atPharmacy(dispensed: Handout): Handout | undefined {
    return this.#nearest(keyAt(dispensed), dispensed);
  }

  anywhere(dispensed: Handout): Handout | undefined {
    return this.#nearest(keyAt(dispensed, null), dispensed);
  }

  #nearest(key: string, { day }: Handout): Handout | undefined {
    if (key.startsWith('|') || day === null) return undefined;
    if (this.#index === undefined) {
      this.#index = new Map();
      for (const each of this.#handed) addTo(this.#index, each);
    }
    const alike = this.#index.get(key) ?? [];
    const after = placeOfDay(alike, (each) => each.day, day);
    const [earlier, later] = [alike[after - 1], alike[after]];
    const isEarlier =
      later === undefined || day - (earlier?.day ?? -Infinity) <= (later.day ?? Infinity) - day;
    return isEarlier ? earlier : later;
  }
}

function addTo(index: Map<string, Handout[]>, handout: Handout): void {
  if (handout.prescriber === null || handout.day === null) return;
  for (const key of [keyAt(handout), keyAt(handout, null)]) {
    const known = index.get(key);
    if (known === undefined) {
      index.set(key, [handout]);
      continue;
    }
    const place = placeOfDay(known, ({ day }) => day, handout.day + 1);
    known.splice(place, 0, handout);
  }
}

const keyAt = ({ claim }: Handout, place = facilityKey(claim.serviceProvider)): string =>
  `${diagnosisCodes(claim).join()}|${place ?? ''}`;

const partDays = ({ days }: Handout): number => Math.min(days ?? PART_DAYS, PART_DAYS);

/**
 * Checks whether a dispense some days after the visit is the first fill of its prescription rather than a
 * refill.
 */
const mayFill = ({ visit, filling, refills }: Prescription, dispensed: Handout, since: number): boolean =>
  filling === null &&
  dispensed.part === null &&
  visit.part === null &&
  refills.every(({ day }) => day === null || dispensed.day === null || day > dispensed.day) &&
  (isOfSerial(dispensed.claim, visit.claim) ||
    since <= Math.max(FILLED_WITHIN, partDays(visit) - NO_REFILL_BEFORE_END));

/** A prescription to which a dispense could belong. */
interface Fit {
  readonly prescription: Prescription;
  /**
   * Whether the match is certain: the row names the day or the serial number of the visit, or it comes from the
   * facility that prescribed the drug.
   */
  readonly certain: boolean;
  /** The number of days since the last part was dispensed. */
  readonly since: number;
  /** How similar the diagnoses are, as `likeness` returns it. */
  readonly alike: number;
}

/**
 * Finds the prescription to which a dispense belongs: the one with the day or the serial number in the row, the
 * one from the dispensing facility, or the one whose due day is nearest. A part is due immediately, or when the
 * last part runs out. `visits` must be sorted with the oldest first.
 */
function prescriptionOf(
  dispensed: Handout,
  visits: readonly Prescription[],
  customers: Customers,
): Fit | null {
  const { claim, day } = dispensed;
  if (day === null) return null;
  const visitedOn =
    claim.section === outpatientClaims.key && claim.visitedOn !== claim.date ? claim.visitedOn : null;
  const own = isPharmacy(claim.serviceProvider) ? null : facilityKey(claim.serviceProvider);
  const codes = diagnosisCodes(claim);
  let best: Fit | null = null;
  let least = Infinity;
  for (let at = placeOfDay(visits, ({ visit }) => visit.day, day + 1) - 1; at >= 0; at -= 1) {
    const prescription = visits[at] as Prescription;
    const { visit } = prescription;
    if (day - (visit.day ?? 0) > PRESCRIPTION_DAYS) break;
    const alike = likeness(prescription.codes, codes);
    if (alike === 0) continue;
    const { last, before } = handedOutBefore(prescription, day);
    const since = day - last;
    if ((visitedOn !== null && visit.date === visitedOn) || isOfSerial(visit.claim, claim))
      return { prescription, certain: true, since, alike };
    const fitting = mayFill(prescription, dispensed, since);
    const asFilling = fitting ? (since <= FILLED_WITHIN ? 0 : since) : Infinity;
    const isOwn = own !== null && facilityKey(visit.claim.serviceProvider) === own;
    const off =
      Math.min(asFilling, Math.abs(since - partDays(visit))) +
      (own !== null && !isOwn ? PRESCRIPTION_DAYS : 0) +
      (fitting ? 0 : outOfTurn(prescription, dispensed, before)) +
      (customers.areOthers(dispensed, visit) ? PART_DAYS / 2 : 0) +
      (SAME_LIST - alike) * PART_DAYS;
    if (off < least) [best, least] = [{ prescription, certain: isOwn, since, alike }, off];
  }
  return best;
}

/**
 * Returns how strongly the part number speaks against a match. A part number that is already taken weighs more
 * heavily than one that is out of order.
 */
function outOfTurn({ visit, refills }: Prescription, { part }: Handout, before: number): number {
  if (part === null) return refills.length < MOST_PARTS - 1 ? 0 : PART_DAYS;
  if (refills.some((each) => each.part === part)) return 2 * PART_DAYS;
  return part === (visit.part ?? 1) + before + 1 ? 0 : PART_DAYS;
}

/**
 * Returns the last day, up to a given day, on which something was dispensed, and the number of later parts that
 * were dispensed before the given day.
 */
function handedOutBefore(
  { visit, filling, refills }: Prescription,
  day: number,
): { readonly last: number; readonly before: number } {
  let last = Math.max(visit.day ?? 0, filling?.day ?? 0);
  let before = 0;
  for (const { day: each } of refills) {
    if (each === null || each >= day) continue;
    before += 1;
    if (each > last) last = each;
  }
  return { last: Math.min(last, day), before };
}

/**
 * Returns the index of the first item that is not before the given day. It uses binary search, so the items must
 * be sorted with the oldest first.
 */
function placeOfDay<T>(items: readonly T[], dayOf: (item: T) => number | null, day: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dayOf(items[middle] as T) ?? -1) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Degrees of similarity between the diagnoses of two rows. A pharmacy copies the diagnoses from the prescription.
 */
const SAME_LIST = 3;
const SAME_ORDERLESS = 2;
const SHARED = 1;

function likeness(codes: readonly string[], others: readonly string[]): number {
  if (codes.length === 0 || others.length === 0) return SHARED;
  if (codes.length === others.length && codes.every((code) => others.includes(code)))
    return codes.every((code, index) => code === others[index]) ? SAME_LIST : SAME_ORDERLESS;
  return codes.some((code) => others.includes(code)) ? SHARED : 0;
}

/** A cache, because the codes are needed several times for every drug in a claim. */
const codesOfClaims = new WeakMap<AnyClaim, readonly string[]>();

function diagnosisCodes(claim: AnyClaim): readonly string[] {
  let codes = codesOfClaims.get(claim);
  if (codes === undefined) {
    codes = claim.diagnoses.flatMap(({ code }) => (code === null ? [] : [plainCode(code)]));
    codesOfClaims.set(claim, codes);
  }
  return codes;
}

const plainCode = (code: string): string => code.replace('.', '').trim().toUpperCase();
