import type { Passbook } from '../model/model.js';
import { atOnce } from '../steps/steps.js';
import { viewInTurns, type PassbookViews } from '../views/all/in-turns.js';
import { allRecords, KnownObjects, objectsOf } from './links.js';
import type { Judged, ViewQuestion } from './worker-protocol.js';

/** A passbook that the worker holds, and the results computed from it. */
export class HeldPassbook {
  /** The number with which the page refers to the passbook. */
  readonly number: number;
  readonly passbook: Passbook;
  #computed: Computed | undefined;
  #objects: KnownObjects | undefined;

  constructor(number: number, passbook: Passbook) {
    this.number = number;
    this.passbook = passbook;
  }

  /** Returns the objects that the page also has, so that a response can link to them. */
  knownFor(view: ViewQuestion['view']): KnownObjects {
    // The first screen needs few objects, so copying them takes less time than numbering all objects of the
    // passbook.
    if (view === 'glance') return new KnownObjects(allRecords(this.passbook));
    this.#objects ??= new KnownObjects(atOnce(objectsOf(this.passbook)));
    return this.#objects;
  }

  /**
   * Returns the views for a day and a year of birth. Keeps them until views for another day or year of birth
   * are requested.
   * @throws MhbError `cancelled` if other views are requested before these are complete
   */
  views(judged: Judged): Promise<PassbookViews> {
    const { today, birthYear } = judged;
    const last = this.#computed;
    if (last !== undefined && last.judged.today === today && last.judged.birthYear === birthYear)
      return last.views;
    this.release();
    const stop = new AbortController();
    const options = { today, ...(birthYear === undefined ? {} : { birthYear }), signal: stop.signal };
    const computed = { judged, stop, views: viewInTurns(this.passbook, options) };
    this.#computed = computed;
    // Forget failed views, so that the next call computes them again.
    computed.views.catch(() => {
      if (this.#computed === computed) this.#computed = undefined;
    });
    return computed.views;
  }

  /** Stops the computations in progress. Call this when nobody needs the results any longer. */
  release(): void {
    this.#computed?.stop.abort();
    this.#computed = undefined;
  }
}

interface Computed {
  readonly judged: Judged;
  readonly stop: AbortController;
  readonly views: Promise<PassbookViews>;
}
