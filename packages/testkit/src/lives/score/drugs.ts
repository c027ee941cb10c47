import type { Life } from '../facts.js';
import { drugsOn, duplicatesOn, type DrugTruth } from '../oracle/drugs.js';
import type { Answers, DrugAnswer } from './answers.js';
import type { Tally } from './cells.js';

/** Compares a view's statements about drugs with the facts. */
export function scoreDrugs(life: Life, answers: Answers, tally: Tally): void {
  const truths = drugsOn(life, answers.day);
  const truthOf = (codes: readonly string[]): DrugTruth | undefined =>
    truths.find((truth) => codes.some((code) => truth.codes.has(code)));
  const said = new Map<DrugTruth, DrugAnswer[]>();
  for (const answer of answers.drugs) {
    const truth = truthOf(answer.codes);
    if (truth !== undefined) said.set(truth, [...(said.get(truth) ?? []), answer]);
    else if (answer.state === 'in-use')
      tally.wrong('drugs in use', `nothing known of ${answer.codes.join()}`);
  }
  for (const truth of truths) compare(truth, said.get(truth) ?? [], answers.day, tally);
  scoreDuplicates(life, answers, tally, (codes) => truthOf(codes)?.drug.key);
}

function compare(truth: DrugTruth, answers: readonly DrugAnswer[], day: string, tally: Tally): void {
  const name = `${truth.drug.key} on ${day}`;
  const inUse = answers.filter(({ state }) => state === 'in-use');
  const maybe = answers.filter(({ state }) => state === 'may-be');
  // A drug must not be shown twice, for example once for each brand.
  for (const extra of inUse.slice(1)) tally.wrong('drugs in use', `${name}: again as ${extra.codes.join()}`);
  switch (truth.state) {
    case 'in-use':
      if (inUse.length > 0) tally.right('drugs in use');
      else tally.missed('drugs in use', `${name}: in use until ${String(truth.runsOutOn)}, not said`);
      break;
    case 'either':
      if (inUse.length + maybe.length > 0) tally.right('may still be in use');
      else tally.wrong('may still be in use', `${name}: reported as past, which no row shows`);
      break;
    case 'replaced':
      if (maybe.length > 0 || inUse.some(({ replaced }) => replaced)) tally.right('replaced, ask');
      else
        tally.missed(
          'replaced, ask',
          `${name}: replaced, but said to be ${inUse.length > 0 ? 'in use' : 'past'}`,
        );
      break;
    case 'open':
      break;
    case 'not-now':
      if (inUse.length > 0) {
        tally.wrong('drugs in use', `${name}: ran out on ${String(truth.latest)}, said to be in use`);
      }
  }
  const end = inUse[0]?.runsOutOn ?? null;
  if (inUse.length === 0 || truth.state === 'not-now' || truth.state === 'open') return;
  if (truth.runsOutOn !== null && truth.state === 'in-use') {
    if (end === truth.runsOutOn) tally.right('day drugs run out');
    else tally.missed('day drugs run out', `${name}: ${truth.runsOutOn}, said ${String(end)}`);
  }
  if (truth.latest !== null && end !== null) {
    if (end <= truth.latest) tally.right('never later than possible');
    else tally.wrong('never later than possible', `${name}: ${truth.latest} at the latest, said ${end}`);
  }
}

function scoreDuplicates(
  life: Life,
  answers: Answers,
  tally: Tally,
  keyOf: (codes: readonly string[]) => string | undefined,
): void {
  const pairs = answers.duplicates.map(([one, two]) =>
    [keyOf(one) ?? one.join(), keyOf(two) ?? two.join()].sort().join(' + '),
  );
  const said = new Set(pairs);
  const truths = duplicatesOn(life, answers.day);
  for (const { drugs, why } of truths) {
    const pair = drugs.join(' + ');
    if (said.delete(pair)) tally.right('duplicate therapy');
    else tally.missed('duplicate therapy', `${pair} on ${answers.day}, by ${why}`);
  }
  for (const pair of said) tally.wrong('duplicate therapy', `${pair} on ${answers.day} is none`);
}
