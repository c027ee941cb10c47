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
import { revisionSteps } from '../revisions.js';
import { recordsOf, sectionSteps, type SectionListing } from '../section.js';
import type { AnswerFinder, Answers } from '../search/answers.js';
import { timelineListingSteps, timelineSteps, type TimelineListing } from '../timeline.js';

/** The lists that most pages of a passbook show. */
export interface PassbookLists {
  readonly medications: MedicationList;
  readonly series: readonly LaboratorySeries[];
  /** Rows omitted from `series`: results of control samples. */
  readonly controls: LaboratoryListing['controls'];
  /**
   * Which results in `series` are outside their range now, which are within, and which could not be judged.
   */
  readonly results: ResultsNow;
  readonly encounters: readonly Encounter[];
}

/** The views of one passbook: the first screen, and others for pages that show them. */
export interface PassbookViews {
  /** The first screen: the most important facts. Its size does not depend on the passbook. */
  readonly glance: Glance;
  /** The lists computed for `glance`. If a worker has computed them, the first call fetches them and keeps them. */
  lists(): Promise<PassbookLists>;
  /** The result of `listTimeline`; computed on the first call, then kept. */
  timeline(): Promise<TimelineListing>;
  /**
   * Finds answers to a query by name, text and date. The search data is computed on the first call, then
   * kept; calling this with `''` computes it in advance.
   */
  answer(query: string): Promise<Answers>;
  /** Same as `listSection`, for a section given by its key. */
  section(key: string): Promise<SectionListing>;
}

export interface ViewOptions extends LaboratoryOptions {
  /** The day for which drugs are considered in use; by default today in Taipei. */
  readonly today?: LocalDate;
  readonly signal?: AbortSignal;
}

/**
 * Computes `listMedications`, `listLaboratorySeries`, `listEncounters`, `listTimeline` and the search in
 * slices of a few milliseconds: with 100,000 records, each of them would otherwise block the page for half a
 * second.
 *
 * @throws MhbError `cancelled`
 */
export async function viewInTurns(passbook: Passbook, options: ViewOptions = {}): Promise<PassbookViews> {
  const today = options.today ?? taipeiDate(new Date());
  const turn = takeTurns(options.signal);
  const run = <T>(steps: Steps<T>): Promise<T> => inTurns(steps, turn);
  const revisions = await run(revisionSteps(passbook));
  const medications = await run(medicationSteps(passbook, revisions, today));
  // The analyte table is large, so a page loads it with the first passbook.
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
    timeline: () =>
      (timeline ??= run(timelineSteps(passbook, revisions, encounters)).then((entries) =>
        run(timelineListingSteps(entries)),
      )),
    answer: async (query) => {
      answers ??= loadModule(import('../search/answers.js')).then(({ answerSteps }) =>
        run(answerSteps({ passbook, revisions, medications, series, encounters, today })),
      );
      return (await answers).answer(query);
    },
    section: (key) => run(sectionSteps(recordsOf(passbook, key))),
  };
}
