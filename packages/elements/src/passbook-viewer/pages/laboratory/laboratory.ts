import {
  laboratoryResults,
  listProgrammes,
  type AnyProgramme,
  type LaboratorySeries,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../../../base/icons.js';
import { resultsByAge, type BirthYearQuestion } from '../../parts/birth-year.js';
import type * as Charts from './charts.js';
import {
  age,
  positionBadge,
  rangeText,
  seriesName,
  testOf,
  unitMarkExplained,
  valueText,
} from '../../parts/result-words.js';
import { fieldsExplained } from '../../parts/fields.js';
import { explainButton, termName } from '../../parts/term.js';
import { day, paged, PAGE_SIZE, type Paging, type Shown } from '../../parts/shown.js';
import type { PageContext } from '../page.js';
import { page, uncounted } from '../page.js';
import { newestInWords } from './newest-in-words.js';
import { laboratoryStyles } from './laboratory.styles.js';
import { laboratoryWords, type LaboratoryWords } from './laboratory.strings.js';

/** The data and functions that the laboratory page needs in addition to the results. */
interface LaboratoryPage {
  /** The IDs of the series whose trend is open. */
  readonly opened: ReadonlySet<string>;
  readonly toggle: (id: string, open: boolean) => void;
  /** The IDs of the series that are shown together in one chart. */
  readonly compared: readonly string[];
  readonly compare: (ids: readonly string[]) => void;
  readonly chartWidth: number;
  /** The module with the charts; `undefined` until it is loaded. */
  readonly charts: typeof Charts | undefined;
  readonly paging: Paging;
  /** The number of control samples, which are not shown as results. */
  readonly controls: number;
  readonly today: string;
  /** The section keys of the care programmes in which the person currently takes part. */
  readonly programmes: readonly AnyProgramme['section'][];
  readonly birthYear: BirthYearQuestion;
}

/** Groups of analytes that physicians read together, as IDs from the analyte table of the core package. */
const groups = {
  diabetes: ['hba1c', 'glucose', 'urine-microalbumin'],
  kidneys: ['creatinine', 'egfr', 'urea-nitrogen', 'urine-microalbumin'],
  lipids: ['ldl-cholesterol', 'hdl-cholesterol', 'triglycerides', 'total-cholesterol'],
  liver: ['ast', 'alt'],
  blood: ['hemoglobin', 'leukocytes', 'platelets'],
} as const;
const groupNames = Object.keys(groups) as (keyof typeof groups)[];
/** The maximum number of panels that fit on the screen at once. */
const MOST_COMPARED = 5;

/**
 * Renders the laboratory page. It lists every analyte with its latest result and, when expanded, its trend and all
 * its values. Several analytes can be shown in one chart.
 */
function laboratory(
  all: readonly LaboratorySeries[],
  page: LaboratoryPage,
  shown: Shown<LaboratoryWords>,
): TemplateResult {
  const series = all.filter(({ remark, points }) => !remark && points.length > 0);
  if (series.length === 0) return html`<p class="empty">${shown.strings.none}</p>`;
  return html`${resultsByAge(series, page.birthYear, shown)} ${comparison(series, page, shown)}
  ${paged(
    series,
    page.paging,
    shown,
    (visible) =>
      html`<div class="rows">${visible.map((each) => seriesRow(each, page, shown))}</div>
        ${unitMarkExplained(
          visible.map(({ points }) => points.at(-1)),
          shown,
        )}`,
  )}
  ${fieldsExplained(
    laboratoryResults.fields.filter(({ key }) => key === laboratoryResults.keys.referenceRange),
    shown,
  )}
  ${page.controls === 0 ? nothing : html`<p class="quiet">${shown.strings.controlsLeftOut(page.controls)}</p>`}`;
}

/** Returns the page of the list that contains the given series. */
export function pageOfSeries(all: readonly LaboratorySeries[], wanted: string): number {
  const index = all
    .filter(({ remark, points }) => !remark && points.length > 0)
    .findIndex(({ id }) => id === wanted);
  return Math.floor(Math.max(0, index) / PAGE_SIZE);
}

function seriesRow(
  each: LaboratorySeries,
  page: LaboratoryPage,
  shown: Shown<LaboratoryWords>,
): TemplateResult {
  const latest = each.points.at(-1);
  const open = page.opened.has(each.id);
  const test = testOf(each, shown);
  return html`<div class="with-what">
    <details
      class="row"
      .open=${open}
      @toggle=${(event: Event) => {
        page.toggle(each.id, (event.currentTarget as HTMLDetailsElement).open);
      }}
    >
      <summary>
        <span class="grow"
          ><strong>${termName(test, shown)}</strong>${
            each.apart ? html` <small class="quiet">${shown.strings.keptApart}</small>` : nothing
          }</span
        >
        ${
          latest === undefined
            ? nothing
            : html`<span class="result"
                  >${valueText(latest, shown)} ${positionBadge(latest, shown)}
                  <small>${shown.strings.reference} ${rangeText(latest)}</small></span
                >
                <span class="when"
                  >${day(latest.date, shown)}
                  <small class="quiet">${age(latest.date, page.today, shown)}</small></span
                >`
        }
      </summary>
      ${open ? newestLine(each, page, shown) : nothing}
      ${open ? (page.charts?.trendChart(each, page.chartWidth, shown) ?? nothing) : nothing}
    </details>
    ${explainButton(test, shown)}
  </div>`;
}

function newestLine(
  each: LaboratorySeries,
  { programmes }: LaboratoryPage,
  shown: Shown<LaboratoryWords>,
): TemplateResult | typeof nothing {
  const words = newestInWords(each, programmes, shown);
  return words === null ? nothing : html`<p class="newest">${words}</p>`;
}

/**
 * Lets people choose the analytes for one chart. They can choose a group that physicians read together, or add
 * individual analytes.
 */
function comparison(
  series: readonly LaboratorySeries[],
  page: LaboratoryPage,
  shown: Shown<LaboratoryWords>,
): TemplateResult {
  const { strings } = shown;
  const { compared, compare } = page;
  const numeric = series.filter((each) => each.numeric && each.points.length > 1);
  const byId = new Map(numeric.map((each) => [each.id, each]));
  const chosen = compared.flatMap((id) => byId.get(id) ?? []);
  const offered = groupNames
    .map((name) => ({ name, ids: groups[name].filter((id) => byId.has(id)) }))
    .filter(({ ids }) => ids.length > 1);
  if (numeric.length < 2) return html`${nothing}`;
  const same = (ids: readonly string[]): boolean => ids.join() === compared.join();
  return html`<section class="comparison">
    <h4>${strings.compare}</h4>
    <div class="actions">
      ${offered.map(
        ({ name, ids }) =>
          html`<button
            type="button"
            aria-pressed=${same(ids)}
            @click=${() => {
              compare(same(ids) ? [] : ids);
            }}
          >
            ${strings.analyteGroups[name]}
          </button>`,
      )}
      ${
        chosen.length >= MOST_COMPARED
          ? nothing
          : html`<select
              aria-label=${strings.addAnalyte}
              @change=${(event: Event) => {
                const select = event.currentTarget as HTMLSelectElement;
                if (select.value !== '') compare([...compared, select.value]);
                select.value = '';
              }}
            >
              <option value="">${strings.addAnalyte}</option>
              ${numeric
                .filter(({ id }) => !compared.includes(id))
                .map((each) => html`<option value=${each.id}>${seriesName(each, shown)}</option>`)}
            </select>`
      }
    </div>
    ${
      chosen.length === 0
        ? nothing
        : html`<div class="actions">
              ${chosen.map(
                (each) =>
                  html`<button
                    type="button"
                    class="chip"
                    aria-label=${strings.removeAnalyte(seriesName(each, shown))}
                    @click=${() => {
                      compare(compared.filter((id) => id !== each.id));
                    }}
                  >
                    ${seriesName(each, shown)} ${icons.close()}
                  </button>`,
              )}
            </div>
            ${page.charts?.comparisonChart(chosen, page.chartWidth, page.paging, shown) ?? nothing}`
    }
  </section>`;
}

const pageOf = (
  { chartWidth, paging, birthYear, view, change, data }: PageContext,
  controls: number,
  charts: typeof Charts | undefined,
): LaboratoryPage => ({
  opened: new Set(view.openedSeries),
  toggle: (series, open) => {
    if (open === view.openedSeries.includes(series)) return;
    const others = view.openedSeries.filter((each) => each !== series);
    change({ openedSeries: open ? [...others, series] : others });
  },
  compared: view.comparedSeries,
  compare: (comparedSeries) => {
    change({ comparedSeries });
  },
  chartWidth,
  charts,
  paging,
  controls,
  today: data.today,
  programmes: data.once('open programmes', () =>
    listProgrammes(data.passbook).flatMap(({ section, period }) => (period.end === null ? [section] : [])),
  ),
  birthYear,
});

export const laboratoryPage = page({
  id: 'laboratory',
  words: laboratoryWords,
  styles: laboratoryStyles,
  count: uncounted,
  load: (data, { openedSeries, comparedSeries }) =>
    data.lists && {
      ...data.lists,
      // The module with the charts is loaded when the first chart is opened.
      charts:
        openedSeries.length + comparedSeries.length === 0
          ? undefined
          : data.later('charts', () => import('./charts.js')),
    },
  render: ({ series, controls, charts }, context, shown) =>
    laboratory(series, pageOf(context, controls.length, charts), shown),
});
