import type { LocalDate } from '../../identity/index.js';
import type { Examination, Order, Passbook } from '../model/model.js';
import type { Steps } from '../steps/steps.js';
import { encounterSteps, type Encounter } from '../views/encounters.js';
import { laboratorySteps, type LaboratorySeries } from '../views/laboratory.js';
import { medicationSteps, type MedicationList } from '../views/medications.js';
import { groupBy } from '../views/order.js';
import { revisionSteps, type Revisions } from '../views/revisions.js';

/** The views that several parts of a bundle need. Each of them is derived once per bundle. */
export interface DerivedViews {
  readonly today: LocalDate;
  readonly revisions: Revisions;
  readonly encounters: readonly Encounter[];
  readonly series: readonly LaboratorySeries[];
  readonly medications: MedicationList;
  /**
   * The drug orders whose supply covers (`active`) or may cover (`unknown`) today. All other drug orders are
   * completed.
   */
  readonly openOrders: ReadonlyMap<Order, 'active' | 'unknown'>;
  /**
   * Returns the visit at which an examination was ordered, or `null` unless exactly one visit matches the
   * facility and the day.
   */
  readonly visitOf: (
    examination: Pick<Examination<string>, 'performer' | 'encounteredOn'>,
  ) => Encounter | null;
}

export function* derivedViewSteps(passbook: Passbook, today: LocalDate): Steps<DerivedViews> {
  const revisions = yield* revisionSteps(passbook);
  const medications = yield* medicationSteps(passbook, revisions, today);
  const encounters = yield* encounterSteps(passbook, revisions);
  return {
    today,
    revisions,
    encounters,
    series: (yield* laboratorySteps(passbook, revisions)).series,
    medications,
    openOrders: openOrdersOf(medications, today),
    visitOf: visitsByDay(encounters),
  };
}

function visitsByDay(encounters: readonly Encounter[]): DerivedViews['visitOf'] {
  const keyOf = (organization: Encounter['serviceProvider'], day: string): string =>
    `${organization.code ?? organization.name ?? ''} ${day}`;
  const visits = encounters.filter((each) => each.class !== 'dispense' && each.period.start !== null);
  const byDay = groupBy(visits, ({ serviceProvider, period }) => keyOf(serviceProvider, period.start ?? ''));
  return ({ performer, encounteredOn }) => {
    if (encounteredOn === null || (performer.code ?? performer.name) === null) return null;
    const found = byDay.get(keyOf(performer, encounteredOn)) ?? [];
    // If several visits match, ignore those without a physician. Exactly one visit must remain.
    const [visit, another] = found.length > 1 ? found.filter((each) => each.class !== 'service') : found;
    return visit !== undefined && another === undefined ? visit : null;
  };
}

function openOrdersOf(
  { current, mayBeInUse, replaced }: MedicationList,
  today: LocalDate,
): ReadonlyMap<Order, 'active' | 'unknown'> {
  const open = new Map<Order, 'active' | 'unknown'>();
  for (const { supplies } of [...mayBeInUse, ...replaced])
    for (const order of supplies[0]?.orders ?? []) open.set(order, 'unknown');
  for (const { supplies } of current) {
    for (const { runsOutOn, orders } of supplies)
      if (runsOutOn !== null && runsOutOn >= today) for (const order of orders) open.set(order, 'active');
  }
  return open;
}
