import {
  keyAnalytes,
  type AnyProgramme,
  type CurrentResult,
  type LaboratorySeries,
  type Medication,
  type MedicationList,
  listAdvanceDirectives,
  listProgrammes,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { allergies, allergiesNow } from '../allergies/allergies.js';
import { resultsByAge } from '../../parts/birth-year.js';
import { duplicateWarnings, kindOfDrug } from '../medications/medications.js';
import { dueList, followUpList, preventiveServices } from '../prevention/prevention.js';
import { programmeTerm } from '../programmes/programmes.js';
import {
  age,
  positionBadge,
  rangeText,
  seriesName,
  seriesTerm,
  unitMarkExplained,
  valueText,
} from '../../parts/result-words.js';
import { day, named, rawButton, type Shown } from '../../parts/shown.js';
import { word } from '../../parts/term.js';
import { visitRow } from '../visits/visits.js';
import { reportsOf } from '../reports/reports.js';
import { wills } from '../wills/wills.js';
import type { AllergiesWords } from '../allergies/allergies.strings.js';
import { pageOfSeries } from '../laboratory/laboratory.js';
import type { MedicationsWords } from '../medications/medications.strings.js';
import { page, uncounted } from '../page.js';
import type { PreventionWords } from '../prevention/prevention.strings.js';
import type { VisitsWords } from '../visits/visits.strings.js';
import { visitCard } from './visit-card.js';
import type { OverviewData } from './overview-data.js';
import { overviewStyles } from './overview.styles.js';
import { overviewWords, type OverviewWords } from './overview.strings.js';

type Used = OverviewWords & AllergiesWords & MedicationsWords & PreventionWords & VisitsWords;

/** Links from the overview to the pages with the full records. */
interface OverviewLinks {
  readonly go: (section: string) => void;
  /** Opens the trend of an analyte. */
  readonly openSeries: (id: string) => void;
}

const RECENT_VISITS = 5;
/** The maximum number of lines in a list on this page. The remaining lines are one click away. */
const MOST_LINES = 12;

function overview(data: OverviewData, { go, openSeries }: OverviewLinks, shown: Shown<Used>): TemplateResult {
  const { strings } = shown;
  const block = (title: string, section: string, content: unknown): TemplateResult =>
    html`<section>
      <div class="title">
        <h4>${title}</h4>
        <button
          type="button"
          class="link"
          aria-label="${strings.all}: ${title}"
          @click=${() => {
            go(section);
          }}
        >
          ${strings.all}
        </button>
      </div>
      ${content}
    </section>`;
  const due = data.services.filter(({ isDue }) => isDue);
  const open = data.programmes.filter(({ period }) => period.end === null);
  const waiting = data.services.filter(({ followUp }) => followUp !== null);
  return html`<div class="overview">
    ${
      waiting.length === 0
        ? nothing
        : block(strings.followUpTitle, 'prevention', followUpList(waiting, shown))
    }
    ${block(strings.allergyTitle, 'allergies', allergies(data.allergies, shown))}
    ${block(strings.currentTitle, 'medications', currentList(data.medications, mostLines(data), shown))}
    ${duplicateWarnings(data.medications.duplicates, shown)}
    ${block(strings.abnormalTitle, 'laboratory', resultsNow(data, openSeries, shown))}
    ${block(
      strings.recentTitle,
      'visits',
      data.encounters.length === 0
        ? html`<p class="empty">${strings.none}</p>`
        : html`<div class="rows">
            ${data.encounters.slice(0, RECENT_VISITS).map((encounter) => visitRow(encounter, shown))}
          </div>`,
    )}
    ${due.length === 0 ? nothing : block(strings.dueNowTitle, 'prevention', dueList(due, shown))}
    ${open.length === 0 ? nothing : block(strings.openProgrammes, 'programmes', programmeList(open, shown))}
    ${
      data.directives.length === 0
        ? nothing
        : block(strings.directivesTitle, 'wills', wills(data.directives, shown))
    }
  </div>`;
}

const mostLines = ({ onPaper }: OverviewData): number => (onPaper ? Infinity : MOST_LINES);

function currentList(
  { current, mayBeInUse, replaced }: MedicationList,
  most: number,
  shown: Shown<Used>,
): TemplateResult {
  const { strings } = shown;
  const undecided = mayBeInUse.length + replaced.length;
  const others = undecided === 0 ? nothing : html`<p class="quiet">${strings.undecidedDrugs(undecided)}</p>`;
  if (current.length === 0)
    return html`<p class="empty">${strings.currentNone}</p>
      ${others}`;
  return html`<ul class="lines">
      ${current.slice(0, most).map((medication) => currentLine(medication, shown))}
    </ul>
    ${more(current.length, most, shown)} ${others}
    <p class="quiet">${strings.currentRests}</p>`;
}

function currentLine(medication: Medication, shown: Shown<Used>): TemplateResult {
  const { strings } = shown;
  const supply = medication.supplies[0];
  return html`<li>
    <span class="grow"
      ><strong>${named(medication, 'drug', shown)}</strong>
      <small>${kindOfDrug(medication, shown)}</small></span
    >
    <span class="badge success">${strings.daysLeft(medication.daysLeft)}</span>
    <span>${strings.runsOutOn} ${day(medication.runsOutOn, shown)}</span>
    ${supply === undefined ? nothing : rawButton(supply.claim, shown)}
  </li>`;
}

/**
 * Lists the latest results that are outside their range, with the age of each result. Also mentions results within
 * their range, older results, and results that could not be judged.
 */
function resultsNow(
  data: OverviewData,
  openSeries: OverviewLinks['openSeries'],
  shown: Shown<Used>,
): TemplateResult {
  const { strings } = shown;
  const { results, today, birthYear } = data;
  const { outside, within, undecided, older } = results;
  const most = mostLines(data);
  const line = (result: CurrentResult): TemplateResult => resultLine(result, today, openSeries, shown);
  const key = within.filter(
    ({ series: { analyte } }) => analyte !== null && keyAnalytes.includes(analyte.id),
  );
  return html`${outside.length === 0 ? html`<p class="empty">${strings.abnormalNone}</p>` : nothing}${
      outside.length + undecided.length === 0
        ? nothing
        : html`<p class="quiet">${strings.resultCounts(outside.length, undecided.length)}</p>`
    }
    ${resultsByAge(undecided, birthYear, shown)}
    <ul class="lines results">
      ${outside.slice(0, most).map(line)}
    </ul>
    ${more(outside.length, most, shown)}
    ${
      key.length === 0
        ? nothing
        : html`<h5>${strings.withinTitle}</h5>
            <ul class="lines results">
              ${key.slice(0, most).map(line)}
            </ul>`
    }
    ${unitMarkExplained(
      [...outside, ...key].map(({ point }) => point),
      shown,
    )}
    ${
      older.length === 0
        ? nothing
        : html`<details class="quiet">
            <summary>${strings.olderResults(older.length)}</summary>
            <ul class="lines results">
              ${older.map(line)}
            </ul>
          </details>`
    }
    ${
      undecided.length === 0
        ? nothing
        : html`<details class="quiet">
            <summary>${strings.undecidedResults(undecided.length)}</summary>
            <ul class="lines results">
              ${undecided.map((series) => undecidedLine(series, openSeries, shown))}
            </ul>
          </details>`
    }`;
}

function resultLine(
  { series, point, since }: CurrentResult,
  today: string,
  openSeries: OverviewLinks['openSeries'],
  shown: Shown<Used>,
): TemplateResult {
  const { strings } = shown;
  return html`<li>
    <span class="grow"><strong>${seriesTerm(series, shown)}</strong></span>
    <span class="nowrap">${valueText(point, shown)} ${positionBadge(point, shown)}</span>
    <span class="quiet">${strings.reference} ${rangeText(point)}</span>
    <span
      >${day(point.date, shown)} <small class="quiet">${age(point.date, today, shown)}</small>${
        since === null || since === point.date || point.position === 'within'
          ? nothing
          : html` <small class="quiet">${strings.since} ${day(since, shown)}</small>`
      }</span
    >
    ${trendButton(series, openSeries, shown)}
  </li>`;
}

function undecidedLine(
  series: LaboratorySeries,
  openSeries: OverviewLinks['openSeries'],
  shown: Shown<Used>,
): TemplateResult {
  const latest = series.points.at(-1);
  return html`<li>
    <span class="grow"><strong>${seriesTerm(series, shown)}</strong></span>
    ${
      latest === undefined
        ? nothing
        : html`<span class="nowrap">${valueText(latest, shown)}</span>
            <span class="quiet">${shown.strings.reference} ${rangeText(latest)}</span>
            ${day(latest.date, shown)}`
    }
    ${trendButton(series, openSeries, shown)}
  </li>`;
}

const trendButton = (
  series: LaboratorySeries,
  openSeries: OverviewLinks['openSeries'],
  shown: Shown<Used>,
): TemplateResult =>
  html`<button
    type="button"
    class="link raw"
    aria-label="${shown.strings.showTrend}: ${seriesName(series, shown)}"
    @click=${() => {
      openSeries(series.id);
    }}
  >
    ${shown.strings.showTrend}
  </button>`;

const programmeList = (list: readonly AnyProgramme[], shown: Shown<Used>): TemplateResult =>
  html`<ul class="lines">
    ${list.map((programme) => {
      const last = programme.visits.at(-1);
      return html`<li>
        <span class="grow"
          ><strong>${programmeTerm(programme, shown)}</strong> <small>${programme.organization}</small></span
        >
        ${last === undefined ? nothing : html`<span>${last.stage === null ? nothing : word(last.stage, shown)} ${day(last.occurredOn, shown)}</span>`}
        ${rawButton(programme, shown)}
      </li>`;
    })}
  </ul>`;

const more = (count: number, most: number, { strings }: Shown<Used>): TemplateResult | typeof nothing =>
  count <= most ? nothing : html`<p class="quiet">${strings.moreLines(count - most)}</p>`;

export const overviewPage = page({
  id: 'overview',
  words: overviewWords,
  styles: overviewStyles,
  count: uncounted,
  load: (data) =>
    data.lists && {
      ...data.lists,
      allergies: allergiesNow(data, data.lists),
      today: data.today,
      programmes: listProgrammes(data.passbook),
      services: preventiveServices(data),
      directives: listAdvanceDirectives(data.passbook),
    },
  render: (content, { data, birthYear, paging, added, go }, shown: Shown<Used>) =>
    paging.whole === true
      ? visitCard({ ...content, birthYear, onPaper: true }, reportsOf(data), added, shown)
      : overview(
          { ...content, birthYear, onPaper: paging.whole === true },
          {
            go,
            openSeries: (series) => {
              go('laboratory', { openedSeries: [series], page: pageOfSeries(content.series, series) });
            },
          },
          shown,
        ),
});
