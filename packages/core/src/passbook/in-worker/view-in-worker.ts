import { taipeiDate } from '../../identity/index.js';
import { MhbError } from '../../error.js';
import type { Passbook } from '../model/model.js';
import { inTurns } from '../steps/steps.js';
import { takeTurns } from '../steps/turns.js';
import {
  timelineFrom,
  viewInTurns,
  visitSteps,
  type PassbookLists,
  type PassbookViews,
  type ViewOptions,
  type Visits,
} from '../views/all/in-turns.js';
import type { Answers } from '../views/search/answers.js';
import type { SectionListing } from '../views/section.js';
import type { TimelineListing } from '../views/timeline.js';
import { allRecords, LinkReader, objectsOf } from './links.js';
import type { PassbookWorker } from './passbook-worker.js';
import type { Judged, ListsFromWorker, ViewQuestion } from './worker-protocol.js';

/** A view question without the members that all view questions have. */
type Question = ViewQuestion extends infer Each
  ? Each extends Judged
    ? Omit<Each, keyof Judged>
    : never
  : never;

/**
 * Computes views like `viewInTurns`, but in a reusable worker, so that the page only receives the results. The page
 * itself computes the visits and the timeline, in short slices, and all views if no worker starts or the worker
 * crashes repeatedly.
 *
 * @throws MhbError `cancelled`
 */
export async function viewInWorker(
  passbook: Passbook,
  worker: PassbookWorker,
  options: ViewOptions = {},
): Promise<PassbookViews> {
  const { signal, birthYear } = options;
  const today = options.today ?? taipeiDate(new Date());
  let objects: Promise<readonly object[]> | undefined;
  const knownFor = (view: Question['view']): Promise<readonly object[]> | readonly object[] =>
    view === 'glance' ? allRecords(passbook) : (objects ??= inTurns(objectsOf(passbook), takeTurns(signal)));

  // Visits and timeline refer to most of the records, so transferring them would take longer than computing them here
  // while the worker is busy with the other lists and the search.
  let visitsMade: Promise<Visits> | undefined;
  const visits = (): Promise<Visits> => (visitsMade ??= inTurns(visitSteps(passbook), takeTurns(signal)));
  const listsWithVisits = async (): Promise<PassbookLists> => {
    const made = visits();
    // Without this, a failure of the visits would be reported as unhandled if the worker fails first.
    made.catch(() => undefined);
    const lists = await ask<ListsFromWorker>({ view: 'lists' }, (views) => views.lists());
    return { ...lists, encounters: (await made).encounters };
  };

  let onPage: Promise<PassbookViews> | undefined;
  const viewsOnPage = (): Promise<PassbookViews> => (onPage ??= viewInTurns(passbook, { ...options, today }));

  const judged = { today, ...(birthYear === undefined ? {} : { birthYear }) };
  const askWorker = async <T>(question: Question): Promise<T | null> => {
    try {
      return await worker.about(
        passbook,
        async (askAbout) => {
          const known = await knownFor(question.view);
          const links = new LinkReader(known);
          const request = { call: 'view', known: known.length, ...judged, ...question } as const;
          const answer = await askAbout(request, signal, (part) => {
            links.add(part as string);
          });
          return links.read(answer as string) as T;
        },
        signal,
      );
    } catch (thrown) {
      if (thrown instanceof MhbError && thrown.code === 'worker-failed') return null;
      throw thrown;
    }
  };
  const ask = async <T>(question: Question, make: (views: PassbookViews) => Promise<T>): Promise<T> =>
    (onPage === undefined ? await askWorker<T>(question) : null) ?? make(await viewsOnPage());

  const glance = await ask<PassbookViews['glance']>({ view: 'glance' }, (views) =>
    Promise.resolve(views.glance),
  );
  let lists: Promise<PassbookLists> | undefined;
  let timeline: Promise<TimelineListing> | undefined;
  return {
    glance,
    lists: () => (lists ??= listsWithVisits()),
    timeline: () =>
      (timeline ??= visits().then((made) => inTurns(timelineFrom(passbook, made), takeTurns(signal)))),
    answer: (query) => ask<Answers>({ view: 'answer', query }, (views) => views.answer(query)),
    section: (section) =>
      ask<SectionListing>({ view: 'section', section }, (views) => views.section(section)),
  };
}
