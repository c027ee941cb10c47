import { loadModule } from '../../../load-module.js';
import { taipeiDate, type LocalDate } from '../../../identity/index.js';
import type { Passbook } from '../../model/model.js';
import { inTurns, type Steps } from '../../steps/steps.js';
import { takeTurns } from '../../steps/turns.js';
import { encounterSteps, type Encounter } from '../encounters.js';
import { glanceSteps, type Glance } from '../glance/glance.js';
import type { LaboratoryListing, LaboratoryOptions, LaboratorySeries } from '../laboratory.js';
import { medicationSteps, type MedicationList } from '../medications.js';
import { listResultsNow, type ResultsNow } from '../results-now.js';
import { revisionSteps, type Revisions } from '../revisions.js';
import { recordsOf, sectionSteps, type SectionListing } from '../section.js';
import type { AnswerFinder, Answers } from '../search/answers.js';
import { timelineListingSteps, timelineSteps, type TimelineListing } from '../timeline.js';

/** The lists that most pages of the viewer show. */
export interface PassbookLists {
  readonly medications: MedicationList;
  readonly series: readonly LaboratorySeries[];
  /** The rows that `series` omits because they are results of control samples. */
  readonly controls: LaboratoryListing['controls'];
  /**
   * The results in `series`, grouped by whether they are outside their range now, within it, or could not be
   * judged.
   */
  readonly results: ResultsNow;
  readonly encounters: readonly Encounter[];
}

/** The visits, and the revisions that were taken into account. */
export interface Visits {
  readonly revisions: Revisions;
  readonly encounters: readonly Encounter[];
}

export function* visitSteps(passbook: Passbook): Steps<Visits> {
  const revisions = yield* revisionSteps(passbook);
  return { revisions, encounters: yield* encounterSteps(passbook, revisions) };
}

/** Computes the result of `PassbookViews.timeline`. */
export function* timelineFrom(passbook: Passbook, { revisions, encounters }: Visits): Steps<TimelineListing> {
  return yield* timelineListingSteps(yield* timelineSteps(passbook, revisions, encounters));
}

/** The views of one passbook: the first screen, and further views for the pages that show them. */
export interface PassbookViews {
  /**
   * The content of the first screen, which shows the most important facts. Its size does not depend on the size of
   * the passbook.
   */
  readonly glance: Glance;
  /**
   * Returns the lists that were computed for `glance`. If they were computed in a worker, the first call transfers
   * them to the page, which computes only the visits itself, and later calls reuse them.
   */
  lists(): Promise<PassbookLists>;
  /** Returns the result of `listTimeline`. The first call computes it, and later calls reuse it. */
  timeline(): Promise<TimelineListing>;
  /**
   * Finds answers to a query by name, text and date. The first call computes the search data, and later calls
   * reuse it. Call this function with `''` to compute the search data in advance.
   */
  answer(query: string): Promise<Answers>;
  /** Returns what `listSection` returns for the section with the given key. */
  section(key: string): Promise<SectionListing>;
}

export interface ViewOptions extends LaboratoryOptions {
  /** The day for which the views determine which drugs are in use. The default is today in Taipei. */
  readonly today?: LocalDate;
  readonly signal?: AbortSignal;
}

/**
 * Computes `listMedications`, `listLaboratorySeries`, `listEncounters`, `listTimeline` and the search data in
 * slices of a few milliseconds. With 100,000 records, each of these computations would otherwise block the page
 * for half a second.
 *
 * @throws MhbError `cancelled` if the signal is aborted
 */
export async function viewInTurns(passbook: Passbook, options: ViewOptions = {}): Promise<PassbookViews> {
  const today = options.today ?? taipeiDate(new Date());
  const turn = takeTurns(options.signal);
  const run = <T>(steps: Steps<T>): Promise<T> => inTurns(steps, turn);
  const revisions = await run(revisionSteps(passbook));
  const medications = await run(medicationSteps(passbook, revisions, today));
  // The analyte table is large, so a page loads it only when it opens the first passbook.
  const { laboratorySteps } = await loadModule(import('../laboratory.js'));
  const { series, controls } = await run(laboratorySteps(passbook, revisions, options));
  const encounters = await run(encounterSteps(passbook, revisions));
  const results = listResultsNow(series, { today });
  const { birthYear = null } = options;
  const glance = await run(
    glanceSteps({ passbook, medications, series, results, encounters, today, birthYear }),
  );
  let timeline: Promise<TimelineListing> | undefined;
  let answers: Promise<AnswerFinder> | undefined;
  return {
    glance,
    lists: () => Promise.resolve({ medications, series, controls, results, encounters }),
    timeline: () => (timeline ??= run(timelineFrom(passbook, { revisions, encounters }))),
    answer: async (query) => {
      answers ??= loadModule(import('../search/answers.js')).then(({ answerSteps }) =>
        run(answerSteps({ passbook, revisions, medications, series, encounters, today })),
      );
      return (await answers).answer(query);
    },
    section: (key) => run(sectionSteps(recordsOf(passbook, key))),
  };
}
