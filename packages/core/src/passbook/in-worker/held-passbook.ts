import type { Passbook } from '../model/model.js';
import { atOnce } from '../steps/steps.js';
import { viewInTurns, type PassbookViews } from '../views/all/in-turns.js';
import { allRecords, KnownObjects, objectsOf } from './links.js';
import type { Judged, ViewQuestion } from './worker-protocol.js';

/** A passbook that the worker holds, and the results computed from it. */
export class HeldPassbook {
  /** The number by which the page refers to it. */
  readonly number: number;
  readonly passbook: Passbook;
  #computed: Computed | undefined;
  #objects: KnownObjects | undefined;

  constructor(number: number, passbook: Passbook) {
    this.number = number;
    this.passbook = passbook;
  }

  /** The objects that the page also has and to which the response may refer. */
  knownFor(view: ViewQuestion['view']): KnownObjects {
    // The first screen is small: copying its objects takes less time than numbering all objects.
    if (view === 'glance') return new KnownObjects(allRecords(this.passbook));
    this.#objects ??= new KnownObjects(atOnce(objectsOf(this.passbook)));
    return this.#objects;
  }

  /**
   * The views for a day and an age. They are kept until views for another day or age are needed.
   * @throws MhbError `cancelled` if others were needed before these were finished
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
    // The next call computes them again.
    computed.views.catch(() => {
      if (this.#computed === computed) this.#computed = undefined;
    });
    return computed.views;
  }

  /** Stops computations in progress, because nobody needs the results any longer. */
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
