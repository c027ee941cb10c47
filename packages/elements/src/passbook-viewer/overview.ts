import type {
  AdvanceDirective,
  AllergyIntolerance,
  AnyProgramme,
  Encounter,
  LaboratorySeries,
  Medication,
  MedicationList,
  PreventiveService,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { allergies } from './allergies.js';
import { dueList } from './prevention.js';
import { programmeName } from './programmes.js';
import { positionBadge, rangeText, seriesName } from './result-words.js';
import { day, nameOf, rawButton, type Shown } from './shown.js';
import { visitRow } from './visits.js';
import { wills } from './wills.js';

/** What a physician asks first, in that order. */
export interface OverviewData {
  readonly allergies: readonly AllergyIntolerance[];
  readonly medications: MedicationList;
  readonly series: readonly LaboratorySeries[];
  readonly encounters: readonly Encounter[];
  readonly programmes: readonly AnyProgramme[];
  readonly services: readonly PreventiveService[];
  readonly directives: readonly AdvanceDirective[];
}

/** Ways from the overview to what it rests on. */
export interface OverviewLinks {
  readonly go: (section: string) => void;
  /** To the trend of an analyte. */
  readonly openSeries: (id: string) => void;
}

const RECENT_VISITS = 5;
/** More than these make a list that nobody reads on a first page; the rest is a click away. */
const MOST_LINES = 12;

/** Analytes whose latest result lies outside the range that stands with it. */
const abnormal = (series: readonly LaboratorySeries[]): readonly LaboratorySeries[] =>
  series.filter(({ points }) => ['above', 'below'].includes(points.at(-1)?.position ?? ''));

export function overview(
  data: OverviewData,
  { go, openSeries }: OverviewLinks,
  shown: Shown,
): TemplateResult {
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
  return html`<div class="overview">
    ${block(strings.allergyTitle, 'allergies', allergies(data.allergies, shown))}
    ${block(strings.currentTitle, 'medications', currentList(data.medications, shown))}
    ${block(strings.abnormalTitle, 'laboratory', abnormalList(abnormal(data.series), openSeries, shown))}
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

function currentList({ current }: MedicationList, shown: Shown): TemplateResult {
  const { strings } = shown;
  if (current.length === 0) return html`<p class="empty">${strings.currentNone}</p>`;
  return html`<ul class="lines">
      ${current.slice(0, MOST_LINES).map((medication) => currentLine(medication, shown))}
    </ul>
    ${more(current.length, shown)}
    <p class="quiet">${strings.currentRests}</p>`;
}

function currentLine(medication: Medication, shown: Shown): TemplateResult {
  const { strings } = shown;
  const supply = medication.supplies[0];
  return html`<li>
    <span class="grow"><strong>${nameOf(medication)}</strong></span>
    <span class="badge success">${strings.daysLeft(medication.daysLeft)}</span>
    <span>${strings.runsOutOn} ${day(medication.runsOutOn, shown)}</span>
    ${supply === undefined ? nothing : rawButton(supply.claim, shown)}
  </li>`;
}

function abnormalList(
  series: readonly LaboratorySeries[],
  openSeries: OverviewLinks['openSeries'],
  shown: Shown,
): TemplateResult {
  const { strings } = shown;
  if (series.length === 0) return html`<p class="empty">${strings.abnormalNone}</p>`;
  return html`<ul class="lines results">
      ${series.slice(0, MOST_LINES).map((each) => {
        const latest = each.points.at(-1);
        return latest === undefined
          ? nothing
          : html`<li>
              <span class="grow"><strong>${seriesName(each, shown)}</strong></span>
              <span class="nowrap"><strong>${latest.value}</strong> ${positionBadge(latest, shown)}</span>
              <span class="quiet">${strings.reference} ${rangeText(latest)}</span>
              ${day(latest.date, shown)}
              <button
                type="button"
                class="link raw"
                aria-label="${strings.showTrend}: ${seriesName(each, shown)}"
                @click=${() => {
                  openSeries(each.id);
                }}
              >
                ${strings.showTrend}
              </button>
            </li>`;
      })}
    </ul>
    ${more(series.length, shown)}`;
}

const programmeList = (list: readonly AnyProgramme[], shown: Shown): TemplateResult =>
  html`<ul class="lines">
    ${list.map((programme) => {
      const last = programme.visits.at(-1);
      return html`<li>
        <span class="grow"
          ><strong>${programmeName(programme, shown)}</strong> <small>${programme.organization}</small></span
        >
        ${last === undefined ? nothing : html`<span>${last.stage} ${day(last.occurredOn, shown)}</span>`}
        ${rawButton(programme, shown)}
      </li>`;
    })}
  </ul>`;

const more = (count: number, { strings }: Shown): TemplateResult | typeof nothing =>
  count <= MOST_LINES ? nothing : html`<p class="quiet">${strings.moreLines(count - MOST_LINES)}</p>`;
