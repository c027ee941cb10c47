import type {
  AdvanceDirective,
  AllergyIntolerance,
  Encounter,
  LaboratorySeries,
  MedicationList,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { allergies } from './allergies.js';
import { seriesName } from './laboratory.js';
import { day, nameOf, rawButton, type Shown } from './shown.js';
import { positionBadge, rangeText } from './trend-chart.js';
import { visitRow } from './visits.js';

/** What a physician asks first, in that order. */
export interface OverviewData {
  readonly allergies: readonly AllergyIntolerance[];
  readonly medications: MedicationList;
  readonly series: readonly LaboratorySeries[];
  readonly encounters: readonly Encounter[];
  readonly directives: readonly AdvanceDirective[];
}

const RECENT_VISITS = 5;

/** Analytes whose latest result lies outside the range that stands with it. */
export const abnormal = (series: readonly LaboratorySeries[]): readonly LaboratorySeries[] =>
  series.filter(({ points }) => ['above', 'below'].includes(points.at(-1)?.position ?? ''));

export function overview(data: OverviewData, go: (section: string) => void, shown: Shown): TemplateResult {
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
  return html`<div class="overview">
    ${block(strings.allergyTitle, 'allergies', allergies(data.allergies, shown))}
    ${block(strings.currentTitle, 'medications', currentList(data.medications, shown))}
    ${block(strings.abnormalTitle, 'laboratory', abnormalList(abnormal(data.series), shown))}
    ${block(
      strings.recentTitle,
      'visits',
      data.encounters.length === 0
        ? html`<p class="empty">${strings.none}</p>`
        : html`<div class="rows">
            ${data.encounters.slice(0, RECENT_VISITS).map((encounter) => visitRow(encounter, shown))}
          </div>`,
    )}
    ${
      data.directives.length === 0
        ? nothing
        : block(
            strings.directivesTitle,
            'r5',
            html`<ul class="lines">
              ${data.directives.map(
                (directive) =>
                  html`<li>
                    <span class="grow">${directive.text ?? '—'}</span>
                    ${day(directive.recordedOn, shown)} ${rawButton(directive, shown)}
                  </li>`,
              )}
            </ul>`,
          )
    }
  </div>`;
}

function currentList({ current }: MedicationList, shown: Shown): TemplateResult {
  const { strings } = shown;
  if (current.length === 0) return html`<p class="empty">${strings.currentNone}</p>`;
  return html`<ul class="lines">
      ${current.map(
        (medication) =>
          html`<li>
            <span class="grow"><strong>${nameOf(medication)}</strong></span>
            <span class="badge success">${strings.daysLeft(medication.daysLeft)}</span>
            <span>${strings.runsOutOn} ${day(medication.runsOutOn, shown)}</span>
          </li>`,
      )}
    </ul>
    <p class="quiet">${strings.currentRests}</p>`;
}

function abnormalList(series: readonly LaboratorySeries[], shown: Shown): TemplateResult {
  const { strings } = shown;
  if (series.length === 0) return html`<p class="empty">${strings.abnormalNone}</p>`;
  return html`<ul class="lines">
    ${series.map((each) => {
      const latest = each.points.at(-1);
      return latest === undefined
        ? nothing
        : html`<li>
            <span class="grow"><strong>${seriesName(each, shown)}</strong></span>
            <span><strong>${latest.value}</strong> ${positionBadge(latest, shown)}</span>
            <span class="quiet">${strings.reference} ${rangeText(latest)}</span>
            ${day(latest.date, shown)}
          </li>`;
    })}
  </ul>`;
}
