import type { Life } from '../facts.js';
import { drugsOn, type DrugTruth } from '../oracle/drugs.js';
import {
  against,
  collectFrom,
  findingsOn,
  influenzaOn,
  isRefilled,
  problemsOn,
  servicesOn,
  spentIn,
  staysOf,
  visitsOf,
} from '../oracle/glance.js';
import { screeningsOn } from '../oracle/care.js';
import { shownBy, type Rendering } from '../render/passbook.js';
import { once, type FactsOf } from './care.js';
import { Tally, type Cell } from './cells.js';
import type { GlanceAnswer, SpentAnswer } from './glance-answer.js';
import { scoreMeasured } from './glance-measured.js';

/** Compares every card of a first screen with the facts: what the card must state, and what it must not state. */
export function scoreGlance(whole: Life, rendering: Rendering, answer: GlanceAnswer): Tally {
  const life = shownBy(whole, rendering);
  const tally = new Tally();
  const factsOf: FactsOf = (rows) => [
    ...new Set(rows.flatMap((row) => rendering.rows.get(row)?.tells ?? [])),
  ];
  scoreAllergies(life, answer, factsOf, tally);
  scoreFollowUp(life, answer, tally);
  scoreDrugs(life, answer, factsOf, tally);
  scoreMeasured(life, rendering, answer, tally);
  scoreProblems(life, rendering, answer, factsOf, tally);
  scoreNext(life, answer, tally);
  scoreVisits(life, rendering, answer, factsOf, tally);
  scoreMoney(life, rendering, answer, tally);
  return tally;
}

function scoreAllergies(life: Life, answer: GlanceAnswer, factsOf: FactsOf, tally: Tally): void {
  const cell = 'card of allergies';
  if (answer.allergies === null) {
    tally.missed(cell, 'nothing is said of allergies');
    return;
  }
  once(
    cell,
    life.allergies.map(({ id }) => id),
    answer.allergies.map(factsOf),
    tally,
  );
  same(
    cell,
    'statement',
    life.denials.map(({ id }) => id),
    factsOf(answer.denials),
    tally,
  );
}

/** Checks that both sides contain the same items, in any order. */
function same(
  cell: Cell,
  what: string,
  truths: readonly string[],
  said: readonly string[],
  tally: Tally,
): void {
  const left = new Set(said);
  for (const truth of new Set(truths)) {
    if (left.delete(truth)) tally.right(cell);
    else tally.missed(cell, `${what} ${truth}`);
  }
  for (const extra of left) tally.wrong(cell, `${what} ${extra} is none`);
}

function scoreFollowUp(
  life: Life,
  { day, ageIsKnown, toFollowUp, findings }: GlanceAnswer,
  tally: Tally,
): void {
  const cell = 'card of what to follow up';
  const open = screeningsOn(life, day).filter((truth) => truth.toFollowUp);
  same(
    cell,
    `screening on ${day}:`,
    open.map(({ kind }) => kind),
    toFollowUp,
    tally,
  );
  const truth = findingsOn(life, day, ageIsKnown);
  same(
    cell,
    `finding on ${day}:`,
    (truth?.findings ?? []).map((kind) => `${kind} of ${String(truth?.on)}`),
    findings.map(({ kind, on }) => `${String(kind)} of ${String(on)}`),
    tally,
  );
}

function scoreDrugs(
  life: Life,
  { day, inUse, conflicts, refills }: GlanceAnswer,
  factsOf: FactsOf,
  tally: Tally,
): void {
  const truths = drugsOn(life, day);
  const truthOf = (codes: readonly string[]): DrugTruth | undefined =>
    truths.find((truth) => codes.some((code) => truth.codes.has(code)));
  const said = new Map(inUse.map((answer) => [truthOf(answer.codes), answer]));
  if (said.has(undefined)) tally.wrong('card of drugs', `a drug that nothing is known of on ${day}`);
  for (const truth of truths) {
    const { state, runsOutOn } = truth;
    const answer = said.get(truth);
    const name = `${truth.drug.key} on ${day}`;
    if (state === 'in-use') {
      if (answer !== undefined) tally.right('card of drugs');
      else tally.missed('card of drugs', `${name} is in use`);
    } else if (state === 'not-now' && answer !== undefined)
      tally.wrong('card of drugs', `${name} is not in use`);
    if (state !== 'in-use' || runsOutOn === null || answer === undefined) continue;
    const collects = isRefilled(life, truth);
    const runsOut = collects && collectFrom(runsOutOn) <= day;
    const told = refills.find(({ drugs }) => drugs.some((codes) => truthOf(codes) === truth));
    const from = collects ? `${collectFrom(runsOutOn)} to ${runsOutOn}` : null;
    const toldFrom = told === undefined ? null : `${told.from} to ${told.until}`;
    if (answer.runsOut === runsOut && toldFrom === from) tally.right('card of refills');
    else {
      const why = `${name} may be collected ${String(from)}, said ${String(toldFrom)}${answer.runsOut ? ', now' : ''}`;
      if (toldFrom === null) tally.missed('card of refills', why);
      else tally.wrong('card of refills', why);
    }
  }
  for (const truth of truths.filter(({ state }) => state === 'not-now')) {
    const told = refills.some(({ drugs }) => drugs.some((codes) => truthOf(codes) === truth));
    if (told) tally.wrong('card of refills', `${truth.drug.key} on ${day} has run out`);
  }
  const speaking = new Set<string>();
  for (const [codes, rows] of conflicts) {
    const truth = truthOf(codes);
    const allergy = life.allergies.find(({ id }) => factsOf(rows).includes(id));
    if (truth === undefined || allergy === undefined || against(allergy.substance, truth) === 'never')
      tally.wrong(
        'drug against allergy',
        `${String(allergy?.substance)} and ${String(truth?.drug.key)} on ${day}`,
      );
    else speaking.add(`${allergy.id} ${truth.drug.key}`);
  }
  for (const allergy of life.allergies) {
    for (const truth of truths.filter(({ state }) => state === 'in-use')) {
      if (against(allergy.substance, truth) !== 'must') continue;
      if (speaking.has(`${allergy.id} ${truth.drug.key}`)) tally.right('drug against allergy');
      else tally.missed('drug against allergy', `${allergy.substance} and ${truth.drug.key} on ${day}`);
    }
  }
}

function scoreProblems(
  life: Life,
  rendering: Rendering,
  { day, problems, stays }: GlanceAnswer,
  factsOf: FactsOf,
  tally: Tally,
): void {
  const cell = 'card of problems';
  const truths = new Map(problemsOn(life, day).map((truth) => [truth.category, truth]));
  const most = new Map(
    problemsOn(life, day, untoldRefills(life, rendering)).map((truth) => [truth.category, truth]),
  );
  const said = new Set<string>();
  for (const { code, visits, lastOn } of problems) {
    const category = code.slice(0, 3);
    said.add(category);
    const [truth, loose] = [truths.get(category), most.get(category)];
    if (loose === undefined) tally.wrong(cell, `${category} on ${day} is none`);
    else if (
      visits >= (truth?.visits ?? 0) &&
      visits <= loose.visits &&
      (lastOn === truth?.lastOn || lastOn === loose.lastOn)
    )
      tally.right(cell);
    else
      tally.wrong(
        cell,
        `${category}: ${loose.visits} visits until ${loose.lastOn}, said ${visits} until ${String(lastOn)}`,
      );
  }
  for (const category of truths.keys()) if (!said.has(category)) tally.missed(cell, `${category} on ${day}`);
  const told = (id: string, operations: readonly string[]): string => [id, ...operations].join(' ');
  same(
    'card of stays',
    'stay',
    staysOf(life).map(({ id, operation }) => told(id, operation === undefined ? [] : [operation.code])),
    stays.map(({ rows, operations }) => told(factsOf(rows).join(), operations)),
    tally,
  );
}

function scoreNext(life: Life, { day, ageIsKnown, services }: GlanceAnswer, tally: Tally): void {
  const cell = 'card of what is next';
  const truths = [
    ...servicesOn(life, day, ageIsKnown),
    { kind: 'influenza', due: influenzaOn(life, day) } as const,
  ];
  for (const { kind, due } of truths) {
    const said = services.find((service) => service.kind === kind)?.due ?? 'none';
    const why = `${kind} on ${day}: ${due}, said ${said}`;
    if (due === 'open' || (said === 'none' && due === 'none')) continue;
    if (said === due) tally.right(cell);
    else if (said === 'none') tally.missed(cell, why);
    else tally.wrong(cell, why);
  }
  for (const { kind } of services.filter((service) => truths.every((truth) => truth.kind !== service.kind)))
    tally.wrong(cell, `${kind} is no service that comes again`);
}

/**
 * Matches serials that count the parts of a prescription. Such a serial shows that the row is a collected part.
 */
const partSerial = /^IC0[2-9]$/u;

/** Returns the parts that were collected where they were prescribed, but whose rows do not show this. */
function untoldRefills(life: Life, { rows }: Rendering): Set<string> {
  const told = new Set(
    [...rows.values()]
      .filter(({ row }) => partSerial.test(String(row['r1.7'])))
      .flatMap(({ tells }) => tells),
  );
  return new Set(
    life.attendances.flatMap(({ id, kind }) => (kind === 'refill' && !told.has(id) ? [id] : [])),
  );
}

const MOST_VISITS = 3;

function scoreVisits(
  life: Life,
  rendering: Rendering,
  { visits }: GlanceAnswer,
  factsOf: FactsOf,
  tally: Tally,
): void {
  const cell = 'card of visits';
  const truths = visitsOf(life);
  const known = new Map(life.attendances.map((attendance) => [attendance.id, attendance]));
  const untold = untoldRefills(life, rendering);
  const said = visits.map((rows) => known.get(factsOf(rows)[0] ?? ''));
  const oldest = said.at(-1)?.on ?? '';
  for (const visit of said) {
    if (visit === undefined) tally.wrong(cell, 'a visit that nothing is known of');
    else if (truths.includes(visit) || untold.has(visit.id)) tally.right(cell);
    else tally.wrong(cell, `${visit.id} of ${visit.on} is a ${visit.kind}`);
  }
  for (const visit of truths) {
    const isNewer = said.length < MOST_VISITS || visit.on > oldest;
    if (isNewer && !said.includes(visit)) tally.missed(cell, `${visit.id} of ${visit.on}`);
  }
}

function scoreMoney(life: Life, rendering: Rendering, { day, money }: GlanceAnswer, tally: Tally): void {
  const cell = 'card of money';
  const wanted = Number(day.slice(0, 4));
  const [now, before] = [spentIn(life, wanted), spentIn(life, wanted - 1)];
  const some = now.visits + now.refills + before.visits + before.refills > 0;
  if (money === null) {
    if (some) tally.missed(cell, `nothing is said of ${wanted}`);
    return;
  }
  if (money.year !== String(wanted)) tally.wrong(cell, `of ${money.year}, asked on ${day}`);
  const untold = untoldRefills(life, rendering);
  for (const [year, truth, said] of [
    [wanted, now, money.now],
    [wanted - 1, before, money.before],
  ] as const) {
    const unclear = life.attendances.filter(
      ({ id, on }) => untold.has(id) && Number(on.slice(0, 4)) === year,
    ).length;
    const { copayment, visits }: SpentAnswer = said;
    if (copayment === truth.copayment && visits >= truth.visits && visits <= truth.visits + unclear)
      tally.right(cell);
    else
      tally.wrong(
        cell,
        `${year}: NT$${truth.copayment}, ${truth.visits} visits, said NT$${copayment}, ${visits} visits`,
      );
  }
  const most = [...now.byPlace.values()].sort((one, two) => two - one);
  const isRight =
    money.byPlace.length === now.byPlace.size &&
    money.byPlace.every(([code, paid], index) => now.byPlace.get(code) === paid && most[index] === paid);
  if (isRight) tally.right(cell);
  else
    tally.wrong(cell, `by place: ${JSON.stringify([...now.byPlace])}, said ${JSON.stringify(money.byPlace)}`);
}
