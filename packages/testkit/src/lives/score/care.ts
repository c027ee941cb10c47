import type { CheckupValue, Life } from '../facts.js';
import { screeningsOn, sumsByYear } from '../oracle/care.js';
import type { Rendering } from '../render/passbook.js';
import type { Answers } from './answers.js';
import type { Cell, Tally } from './cells.js';

/** Compares allergies, vaccines, check-ups, visits, sums and due services with the facts. */
export function scoreCare(life: Life, rendering: Rendering, answers: Answers, tally: Tally): void {
  const factsOf = (rows: readonly string[]): string[] => [
    ...new Set(rows.flatMap((row) => rendering.rows.get(row)?.tells ?? [])),
  ];
  const allergies = life.allergies.map(({ id }) => id);
  once('allergies', allergies, answers.allergies.map(factsOf), tally);
  scoreDenials(life, answers, factsOf, tally);
  once(
    'vaccinations',
    life.vaccinations.map(({ id }) => id),
    answers.vaccinations.map(factsOf),
    tally,
  );
  once(
    'visits',
    life.attendances.map(({ id }) => id),
    answers.visits.map(({ rows }) => factsOf(rows)),
    tally,
  );
  scoreDischarges(life, answers, factsOf, tally);
  scoreCheckups(life, answers, factsOf, tally);
  scoreSums(life, answers, tally);
}

/** Returns the facts that rows state. */
export type FactsOf = (rows: readonly string[]) => readonly string[];

/** Checks that every fact is shown separately and exactly once, and that nothing else is shown. */
export function once(
  cell: Cell,
  facts: readonly string[],
  shown: readonly (readonly string[])[],
  tally: Tally,
): void {
  const left = new Set(facts);
  for (const ids of shown) {
    const [id, ...others] = ids;
    if (id !== undefined && others.length === 0 && left.delete(id)) tally.right(cell);
    else
      tally.wrong(
        cell,
        ids.length > 1 ? `${ids.join(' and ')} as one` : `${id ?? 'nothing known'} is none, or shown before`,
      );
  }
  for (const id of left) tally.missed(cell, `${id} is not shown, or not by itself`);
}

function scoreDenials(
  life: Life,
  { denials }: Answers,
  factsOf: (rows: readonly string[]) => string[],
  tally: Tally,
): void {
  if (denials === null) return;
  const said = new Set(factsOf(denials));
  for (const { id } of life.denials) {
    if (said.delete(id)) tally.right('statements of absence');
    else tally.missed('statements of absence', `${id} is not shown as one`);
  }
  for (const id of said) tally.wrong('statements of absence', `${id} is shown as one`);
}

function scoreDischarges(
  life: Life,
  answers: Answers,
  factsOf: (rows: readonly string[]) => string[],
  tally: Tally,
): void {
  const stays = new Map(
    life.attendances.filter(({ kind }) => kind === 'admission').map((stay) => [stay.id, stay]),
  );
  for (const { rows, until } of answers.visits) {
    const stay = stays.get(factsOf(rows)[0] ?? '');
    if (stay === undefined) continue;
    if (until === (stay.until ?? null)) tally.right('visits');
    else tally.wrong('visits', `${stay.id} ended on ${String(stay.until)}, said ${String(until)}`);
  }
}

function scoreCheckups(
  life: Life,
  answers: Answers,
  factsOf: (rows: readonly string[]) => string[],
  tally: Tally,
): void {
  const facts = new Map(life.checkups.map((checkup) => [checkup.id, checkup]));
  for (const { rows, values } of answers.checkups) {
    const checkup = facts.get(factsOf(rows)[0] ?? '');
    if (checkup === undefined) {
      tally.wrong('check-up values', `no check-up in ${rows.join()}`);
      continue;
    }
    facts.delete(checkup.id);
    for (const [key, value] of Object.entries(checkup.values)) {
      const said = values[key as CheckupValue];
      if (said === value) tally.right('check-up values');
      else tally.wrong('check-up values', `${key} is ${String(value)}, said ${String(said)}`);
    }
  }
  for (const id of facts.keys()) tally.missed('check-up values', `${id} is not shown`);
}

function scoreSums(life: Life, answers: Answers, tally: Tally): void {
  const truths = sumsByYear(life);
  for (const year of new Set([...truths.keys(), ...answers.sums.keys()])) {
    const [truth, said] = [truths.get(year), answers.sums.get(year)];
    if (truth?.copayment === said?.copayment && truth?.points === said?.points) tally.right('sums');
    else tally.wrong('sums', `${year}: ${JSON.stringify(truth)}, said ${JSON.stringify(said)}`);
  }
}

/** Compares the screenings that are due. They are compared separately, because they depend on the day. */
export function scoreDue(life: Life, answers: Answers, tally: Tally): void {
  const truths = screeningsOn(life, answers.day);
  for (const { kind, isDue, toFollowUp } of truths) {
    const said = answers.screenings.find((screening) => screening.kind === kind);
    const name = `${kind} on ${answers.day}`;
    if (isDue === true) {
      if (said?.isDue === true) tally.right('due');
      else tally.missed('due', `${name} is due`);
    } else if (isDue === false && said?.isDue === true) {
      tally.wrong('due', `${name} is ${toFollowUp ? 'to be followed up, not repeated' : 'not due'}`);
    }
    const followed = said?.toFollowUp ?? null;
    if (followed === null) continue;
    if (followed && toFollowUp) tally.right('screening to follow up');
    else if (followed) tally.wrong('screening to follow up', `${name} was normal`);
    else if (toFollowUp) tally.missed('screening to follow up', `${name} was abnormal`);
  }
  for (const { kind, isDue, toFollowUp } of answers.screenings) {
    if (truths.some((truth) => truth.kind === kind)) continue;
    if (isDue || toFollowUp === true) tally.wrong('due', `${kind} on ${answers.day} was never had`);
  }
}
