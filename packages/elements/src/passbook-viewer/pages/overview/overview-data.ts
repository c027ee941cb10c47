import type {
  AdvanceDirective,
  AllergiesNow,
  AnyProgramme,
  Encounter,
  LaboratorySeries,
  MedicationList,
  PreventiveService,
  ResultsNow,
} from '@mhb-kit/core/passbook';
import type { BirthYearQuestion } from '../../parts/birth-year.js';

/** The facts that physicians ask about first, in the order in which they usually ask. */
export interface OverviewData {
  readonly allergies: AllergiesNow;
  readonly medications: MedicationList;
  readonly results: ResultsNow;
  readonly series: readonly LaboratorySeries[];
  readonly today: string;
  readonly encounters: readonly Encounter[];
  readonly programmes: readonly AnyProgramme[];
  readonly services: readonly PreventiveService[];
  readonly directives: readonly AdvanceDirective[];
  readonly birthYear: BirthYearQuestion;
  /**
   * Whether the page is being printed. A printed page shows every line, because nothing can be expanded on paper.
   */
  readonly onPaper: boolean;
}
