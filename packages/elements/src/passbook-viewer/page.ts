import {
  listAdvanceDirectives,
  listAllergies,
  listDentalTreatments,
  listDischargeSummaries,
  listImmunizations,
  listPreventiveCare,
  listPreventiveServices,
  listProgrammes,
  type EncounterClass,
  type MedicationList,
} from '@mhb-kit/core/passbook';
import type { LocalDate } from '@mhb-kit/core/identity';
import { html, type TemplateResult } from 'lit';
import { allergies } from './allergies.js';
import type * as Charts from './charts.js';
import { chineseMedicine } from './chinese-medicine.js';
import { dental } from './dental.js';
import { insurance } from './insurance.js';
import { laboratory, pageOfSeries } from './laboratory.js';
import { medications } from './medications.js';
import { overview } from './overview.js';
import { prevention } from './prevention.js';
import { programmes } from './programmes.js';
import { discharges, reports } from './reports.js';
import { sectionTable } from './section-table.js';
import type { ViewerSection } from './sections.js';
import type { Paging, Shown } from './shown.js';
import { timeline } from './timeline.js';
import { vaccinations } from './vaccinations.js';
import type { ViewerData } from './viewer-data.js';
import type { ViewerView } from './viewer-view.js';
import { visits } from './visits.js';
import { wills } from './wills.js';

/** What a page is drawn from, and how it moves on. */
export interface PageContext {
  readonly data: ViewerData;
  readonly today: LocalDate;
  readonly view: ViewerView;
  /** Changes what is shown of the same page. */
  readonly change: (view: Partial<ViewerView>) => void;
  /** Turns to another page. */
  readonly go: (section: string, view?: Partial<ViewerView>) => void;
  readonly charts: typeof Charts | undefined;
  readonly chartWidth: number;
  readonly paging: Paging;
  /** Called when something that was not ready is. */
  readonly ready: () => void;
}

/** One page of the passbook. */
export function page({ id, page: known }: ViewerSection, context: PageContext, shown: Shown): TemplateResult {
  const { data, view, change, go, paging, ready, today } = context;
  const { passbook, views } = data;
  const { sections } = passbook;
  const ofClass = (wanted: EncounterClass) => views.encounters.filter((each) => each.class === wanted);
  switch (known) {
    case 'overview':
      return overview(
        {
          allergies: listAllergies(passbook),
          medications: views.medications,
          series: views.series,
          encounters: views.encounters,
          programmes: listProgrammes(passbook),
          services: data.once('services', () => listPreventiveServices(passbook, today)),
          directives: listAdvanceDirectives(passbook),
        },
        {
          go,
          openSeries: (series) => {
            go('laboratory', { openedSeries: [series], page: pageOfSeries(views.series, series) });
          },
        },
        shown,
      );
    case 'timeline':
      return data.timeline === undefined
        ? preparing(shown)
        : timeline(
            data.timeline,
            view.filter,
            (filter) => {
              change({ filter, page: 0 });
            },
            paging,
            shown,
          );
    case 'visits':
      return visits(views.encounters, paging, shown);
    case 'medications':
      return medications(views.medications, paging, shown);
    case 'laboratory':
      return laboratory(
        views.series,
        {
          opened: new Set(view.openedSeries),
          toggle: (series, open) => {
            const opened = view.openedSeries.filter((each) => each !== series);
            if (open === view.openedSeries.includes(series)) return;
            change({ openedSeries: open ? [...opened, series] : opened });
          },
          compared: view.comparedSeries,
          compare: (comparedSeries) => {
            change({ comparedSeries });
          },
          chartWidth: context.chartWidth,
          charts: context.charts,
          paging,
        },
        shown,
      );
    case 'allergies':
      return allergies(listAllergies(passbook), shown);
    case 'reports':
      return reports(
        data.once('reports', () => newestFirst(sections.r8)),
        paging,
        shown,
      );
    case 'discharges':
      return discharges(listDischargeSummaries(passbook), paging, shown);
    case 'vaccinations':
      return vaccinations(
        data.once('vaccinations', () => listImmunizations(passbook)),
        paging,
        shown,
      );
    case 'dental':
      return dental(
        data.once('dental', () => listDentalTreatments(passbook)),
        data.once('dental visits', () => ofClass('dental')),
        view.tooth,
        (tooth) => {
          change({ tooth, page: 0 });
        },
        paging,
        shown,
      );
    case 'chinese-medicine':
      return chineseMedicine(
        data.once('chinese drugs', () => chineseDrugs(views.medications)),
        data.once('chinese visits', () => ofClass('chinese-medicine')),
        paging,
        shown,
      );
    case 'prevention':
      return prevention(
        data.once('prevention', () => listPreventiveCare(passbook)),
        data.once('services', () => listPreventiveServices(passbook, today)),
        shown,
      );
    case 'programmes':
      return programmes(listProgrammes(passbook), shown);
    case 'wills':
      return wills(listAdvanceDirectives(passbook), shown);
    case 'insurance':
      return insurance(sections, shown);
    case null: {
      const listing = data.section(passbook.unknownSections[id] ?? [], ready);
      return listing === undefined ? preparing(shown) : sectionTable(listing, paging, shown);
    }
  }
}

/** What comes in a moment. */
export const preparing = ({ strings }: Shown): TemplateResult =>
  html`<p class="quiet" role="status"><span class="spinner"></span> ${strings.preparing}</p>`;

function newestFirst<T extends { readonly date: string | null }>(records: readonly T[]): readonly T[] {
  return [...records].sort((a, b) =>
    (a.date ?? '') < (b.date ?? '') ? 1 : (a.date ?? '') > (b.date ?? '') ? -1 : 0,
  );
}

const chineseDrugs = ({ current, past }: MedicationList): MedicationList => ({
  current: current.filter(({ kind }) => kind === 'chinese-drug'),
  past: past.filter(({ kind }) => kind === 'chinese-drug'),
});
