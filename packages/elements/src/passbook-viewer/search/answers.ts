import {
  impressionOf,
  isInPeriod,
  sectionOf,
  type AnswerGroup,
  type AnswerItems,
  type AnswerKind,
  type Answers,
  type LaboratorySeries,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { kindOfDrug, stateBadge } from '../pages/medications/medications.js';
import type { MedicationsWords } from '../pages/medications/medications.strings.js';
import { visitRow } from '../pages/visits/visits.js';
import type { VisitsWords } from '../pages/visits/visits.strings.js';
import { positionBadge, seriesName, seriesTerm, valueText } from '../parts/result-words.js';
import { day, named, paged, rawButton, type Paging, type Shown } from '../parts/shown.js';
import { marked, passages } from './passages.js';
import type { SearchWords } from './search.strings.js';

type Used = SearchWords & MedicationsWords & VisitsWords;

/**
 * The maximum number of hits on a page, which is small enough to render them within one frame at every key press.
 */
const HITS_A_PAGE = 15;
/**
 * The maximum number of hits of each kind if there are answers of several kinds. The other hits of a kind are one
 * click away.
 */
const HITS_A_KIND = 3;
/** The number of a test's newest values that are shown. */
const VALUES = 4;

/** The state of the answer list, and the actions of its links. */
export interface AnswersPage {
  /** The selected kind of answers; empty for all kinds. */
  readonly kind: AnswerKind | '';
  readonly narrow: (kind: AnswerKind | '') => void;
  /** Opens the trend of a test. */
  readonly openSeries: (series: LaboratorySeries) => void;
  readonly paging: Paging;
}

interface AnswerContext extends AnswersPage {
  readonly query: Answers['query'];
  /** Every spelling of the search terms. */
  readonly words: readonly string[];
  readonly shown: Shown<Used>;
}

/**
 * Renders the answers, grouped by kind. For example, a test is shown with its latest values, a drug with its
 * dates, and a visit on a line that can be expanded.
 */
export function answers(
  { query, groups }: Answers,
  answersPage: AnswersPage,
  shown: Shown<Used>,
): TemplateResult {
  const { strings } = shown;
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const context = { ...answersPage, query, words: query.terms.flat(), shown };
  const narrowed = groups.find(({ kind }) => kind === answersPage.kind);
  const listed = narrowed === undefined ? groups : [narrowed];
  return html`<p role="status">${strings.found(total)} ${periodText(query, shown)}</p>
    ${groups.length < 2 ? nothing : kindButtons(groups, total, context)}
    ${listed.map((group) => (listed.length === 1 ? whole(group, context) : beginning(group, context)))}`;
}

/** Returns a sentence that names the period that was recognized in the query. */
function periodText({ period }: Answers['query'], { strings, year }: Shown<Used>): string {
  if (period === null) return '';
  const { from, to } = period;
  return strings.foundInPeriod(from === to ? year(from) : year(`${from}/${to}`));
}

/** Renders buttons for selecting a kind of answer. Each button shows how many answers of that kind there are. */
const kindButtons = (
  groups: readonly AnswerGroup[],
  total: number,
  { kind: chosen, narrow, shown: { strings } }: AnswerContext,
): TemplateResult =>
  html`<div class="actions kinds" role="group" aria-label=${strings.kindsFound}>
    ${[{ kind: '' as const, total }, ...groups].map(
      ({ kind, total: count }) =>
        html`<button
          type="button"
          aria-pressed=${kind === chosen ? 'true' : 'false'}
          @click=${() => {
            narrow(kind);
          }}
        >
          ${kind === '' ? strings.allAnswers : strings.answerKinds[kind]} ${count}
        </button>`,
    )}
  </div>`;

/** Renders the first answers of one kind. Used if there are answers of several kinds. */
function beginning(group: AnswerGroup, context: AnswerContext): TemplateResult {
  const { narrow, shown } = context;
  const { strings } = shown;
  return html`<section>
    ${title(group, shown)} ${list(group, group.items.slice(0, HITS_A_KIND), context)}
    ${
      group.total <= HITS_A_KIND
        ? nothing
        : html`<div class="actions">
            <button
              type="button"
              class="link"
              @click=${() => {
                narrow(group.kind);
              }}
            >
              ${strings.allOfKind(strings.answerKinds[group.kind], group.total)}
            </button>
          </div>`
    }
  </section>`;
}

const whole = (group: AnswerGroup, context: AnswerContext): TemplateResult =>
  html`<section>
    ${title(group, context.shown)}
    ${
      group.total > group.items.length
        ? html`<p class="quiet">${context.shown.strings.foundNewest(group.items.length)}</p>`
        : nothing
    }
    ${paged<unknown>(group.items, context.paging, context.shown, (visible) => list(group, visible, context), HITS_A_PAGE)}
  </section>`;

const title = ({ kind, total }: AnswerGroup, { strings }: Shown<Used>): TemplateResult =>
  html`<h4>${strings.answerKinds[kind]} <small class="quiet">${total}</small></h4>`;

function list({ kind }: AnswerGroup, items: readonly unknown[], context: AnswerContext): TemplateResult {
  // The items of a group have the type that belongs to its kind, but the compiler cannot infer that from the
  // table.
  const draw = drawn[kind] as (item: unknown, context: AnswerContext) => TemplateResult;
  return kind === 'visits'
    ? html`<div class="rows hits">${items.map((item) => draw(item, context))}</div>`
    : html`<ul class="lines hits">
        ${items.map((item) => html`<li>${draw(item, context)}</li>`)}
      </ul>`;
}

const drawn: {
  readonly [Kind in AnswerKind]: (item: AnswerItems[Kind], context: AnswerContext) => TemplateResult;
} = {
  tests: (series, { openSeries, query: { period }, shown }) => {
    const asked =
      period === null ? series.points : series.points.filter(({ date }) => isInPeriod(date, period));
    return html`<span class="grow"
        ><strong>${seriesTerm(series, shown)}</strong>
        <small
          >${asked
            .slice(-VALUES)
            .reverse()
            .map(
              (point, index) =>
                html`${index === 0 ? nothing : ' ← '}${valueText(point, shown)} ${positionBadge(point, shown)}
                ${day(point.date, shown)}`,
            )}</small
        ></span
      >
      <button
        type="button"
        class="link raw"
        aria-label="${shown.strings.seeTrend}: ${seriesName(series, shown)}"
        @click=${() => {
          openSeries(series);
        }}
      >
        ${shown.strings.seeTrend}
      </button>`;
  },
  allergies: (
    { substance, severity, manifestations, organization, recordedOn, records: [newest] },
    { shown, words },
  ) =>
    html`<span class="grow"
        ><strong>${marked(substance ?? '—', words)}</strong>
        <small>${manifestations.join('、')} ${organization.name} ${day(recordedOn, shown)}</small></span
      >
      ${severity === null ? nothing : html`<span class="badge danger">${severity}</span>`}
      ${newest === undefined ? nothing : rawButton(newest, shown)}`,
  drugs: (drug, { shown }) => {
    const [newest] = drug.supplies;
    const oldest = drug.supplies.at(-1);
    return html`<span class="grow"
        ><strong>${named(drug, 'drug', shown)}</strong>
        <small>${kindOfDrug(drug, shown)}</small>
        <small
          >${shown.strings.suppliedTimes(drug.supplies.length)}
          ${day(oldest?.date ?? null, shown)}${
            drug.supplies.length < 2 ? nothing : html` – ${day(newest?.date ?? null, shown)}`
          }</small
        ></span
      >
      ${drug.state === 'past' ? nothing : stateBadge(drug, shown)}
      ${newest === undefined ? nothing : rawButton(newest.claim, shown)}`;
  },
  vaccinations: ({ vaccine, date, performer, records: [newest] }, { shown, words }) =>
    html`<span class="when">${day(date, shown)}</span>
      <span class="grow"><strong>${marked(vaccine ?? '—', words)}</strong> <small>${performer}</small></span>
      ${newest === undefined ? nothing : rawButton(newest, shown)}`,
  reports: (report, { shown, words }) =>
    html`<span class="when">${day(report.date, shown)}</span>
      <span class="grow"
        ><strong>${named(report.order, 'order', shown)}</strong> <small>${report.performer.name}</small>
        <small>${marked(impressionOf(report) ?? report.text ?? '', words)}</small></span
      >
      ${rawButton(report, shown)}`,
  visits: (encounter, { shown, words }) =>
    html`${visitRow(encounter, shown)}${found(
      encounter.claims.flatMap(({ raw }) => passages(raw, words)),
      words,
    )}`,
  others: (record, { shown, words }) => {
    const section = sectionOf(record.section);
    return html`<span class="when">${day(record.date, shown)}</span>
      <span class="badge">
        ${section === undefined ? shown.strings.unknownSection(record.section) : shown.label(section.label)}
      </span>
      <span class="grow">${found(passages(record.raw, words), words)}</span>
      ${rawButton(record, shown)}`;
  },
};

/** Renders the strings that matched the query, with the hits marked. */
const found = (texts: readonly string[], words: readonly string[]): readonly TemplateResult[] =>
  [...new Set(texts)].map((text) => html`<span>${marked(text, words)}</span> `);
