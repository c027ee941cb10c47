import type { LocalDate } from '@mhb-kit/core/identity';
import {
  createSearchIndex,
  listAdvanceDirectives,
  listAllergies,
  listEncounters,
  listLaboratorySeries,
  listMedications,
  listTimeline,
  type Passbook,
  type SearchIndex,
  type TimelineEntry,
} from '@mhb-kit/core/passbook';
import type { OverviewData } from './overview.js';

/** The views of one passbook: those of the overview are there from the start, the others when they are asked for. */
export class PassbookViews {
  readonly overview: OverviewData;
  readonly #passbook: Passbook;
  #timeline: readonly TimelineEntry[] | undefined;
  #index: SearchIndex | undefined;

  private constructor(passbook: Passbook, overview: OverviewData) {
    this.#passbook = passbook;
    this.overview = overview;
  }

  /** Lets the page breathe between one view and the next: with 100,000 records each takes half a second. */
  static async of(passbook: Passbook, today: LocalDate): Promise<PassbookViews> {
    const allergies = listAllergies(passbook);
    const directives = listAdvanceDirectives(passbook);
    await breath();
    const medications = listMedications(passbook, { today });
    await breath();
    const series = listLaboratorySeries(passbook);
    await breath();
    const encounters = listEncounters(passbook);
    return new PassbookViews(passbook, { allergies, directives, medications, series, encounters });
  }

  get timeline(): readonly TimelineEntry[] {
    this.#timeline ??= listTimeline(this.#passbook);
    return this.#timeline;
  }

  get searchIndex(): SearchIndex {
    this.#index ??= createSearchIndex(this.#passbook);
    return this.#index;
  }
}

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
