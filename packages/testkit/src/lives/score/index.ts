import type { Life } from '../facts.js';
import type { Answers } from './answers.js';
import { Tally } from './cells.js';
import { scoreDrugs } from './drugs.js';
import { scoreCare, scoreDue } from './care.js';
import { scoreAbnormal, scoreResults } from './results.js';
import { shownBy, type Rendering } from '../render/passbook.js';

/** Compares all statements that views make about a life on a day with the facts of that life. */
export function score(whole: Life, rendering: Rendering, answers: Answers): Tally {
  const life = shownBy(whole, rendering);
  const tally = new Tally();
  scoreDrugs(life, answers, tally);
  scoreAbnormal(life, rendering, answers, tally);
  scoreDue(life, answers, tally);
  // The other statements do not depend on the day, so they are checked only once.
  if (answers.day === life.to) {
    scoreResults(life, rendering, answers, tally);
    scoreCare(life, rendering, answers, tally);
  }
  return tally;
}
