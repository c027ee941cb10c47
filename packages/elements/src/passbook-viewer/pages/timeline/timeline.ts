import type { LaboratoryResult, PartialDate, TimelineEntry, TimelineListing } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { dataTable } from '../../parts/data-table.js';
import { inPieces, onceOpened } from '../../parts/folded.js';
import { day, nameOf, paged, rawButton, type Paging, type Shown } from '../../parts/shown.js';
import { visitRow } from '../visits/visits.js';
import type { TimelineFilter } from '../../view/view.js';
import type { AllergiesWords } from '../allergies/allergies.strings.js';
import { page, uncounted } from '../page.js';
import { timelineStyles } from './timeline.styles.js';
import { timelineWords, type TimelineWords } from './timeline.strings.js';
import type { VisitsWords } from '../visits/visits.strings.js';

type Used = AllergiesWords & TimelineWords & VisitsWords;

/** The maximum number of facilities in the list. People can find other facilities with the search. */
const MOST_ORGANIZATIONS = 200;

/**
 * Checks whether a date lies within a period. Dates and bounds can be years, months or days. A date and a bound
 * are compared at the precision of the less precise one.
 */
const isWithin = (date: PartialDate | null, { from, to }: TimelineFilter): boolean => {
  if (from === '' && to === '') return true;
  if (date === null) return false;
  return date >= from.slice(0, date.length) && date.slice(0, to.length) <= (to === '' ? date : to);
};

const narrowed = (entries: readonly TimelineEntry[], filter: TimelineFilter): readonly TimelineEntry[] =>
  entries.filter(
    ({ kind, organization, date }) =>
      (filter.kind === '' || kind === filter.kind) &&
      (filter.organization === '' || organization === filter.organization) &&
      isWithin(date, filter),
  );

function timeline(
  { entries, kinds, organizations, years }: TimelineListing,
  filter: TimelineFilter,
  change: (filter: TimelineFilter) => void,
  paging: Paging,
  shown: Shown<Used>,
): TemplateResult {
  const { strings, year } = shown;
  const visible = narrowed(entries, filter);
  const period = filter.from === filter.to ? filter.from : `${filter.from}/${filter.to}`;
  return html`<div class="filters">
      ${choice(strings.period, period, withChosen(years, period), year, strings.allPeriods, (chosen) => {
        const [from = '', to = from] = chosen.split('/');
        change({ ...filter, from, to });
      })}
      ${choice(
        strings.kind,
        filter.kind,
        kinds,
        (kind) => strings.timelineKinds[kind],
        strings.allKinds,
        (kind) => {
          change({ ...filter, kind });
        },
      )}
      ${choice(
        strings.facility,
        filter.organization,
        organizations.slice(0, MOST_ORGANIZATIONS),
        (name) => name,
        strings.allFacilities,
        (organization) => {
          change({ ...filter, organization });
        },
      )}
    </div>
    <p class="quiet" role="status">${strings.records(visible.length)}</p>
    ${paged(visible, paging, shown, (some) => byYear(some, shown))}`;
}

/** Groups entries by year and day. The order of the entries stays the same, so the newest entry comes first. */
const byYear = (entries: readonly TimelineEntry[], shown: Shown<Used>): TemplateResult =>
  html`${neighbours(entries, ({ date }) => date?.slice(0, YEAR_LENGTH) ?? '').map(
    ([year, ofYear]) =>
      html`<section>
        <h4>${year === '' ? '—' : shown.year(year)}</h4>
        ${neighbours(ofYear, ({ date }) => date ?? '').map(
          ([, ofDay]) =>
            html`<div class="day">
              <h5>${day(ofDay[0]?.date ?? null, shown)}</h5>
              <div class="rows">${ofDay.map((each) => row(each, shown))}</div>
            </div>`,
        )}
      </section>`,
  )}`;

const YEAR_LENGTH = 4;

/** Groups consecutive items that have the same key. */
function neighbours<T>(items: readonly T[], keyOf: (item: T) => string): [key: string, items: T[]][] {
  const groups: [string, T[]][] = [];
  for (const item of items) {
    const key = keyOf(item);
    const last = groups.at(-1);
    if (last !== undefined && last[0] === key) last[1].push(item);
    else groups.push([key, [item]]);
  }
  return groups;
}

/**
 * Adds the chosen period to the listed years if it is not one of them, because another page can choose a different
 * period.
 */
const withChosen = (years: readonly string[], period: string): readonly string[] =>
  period === '' || years.includes(period) ? years : [period, ...years];

function row(entry: TimelineEntry, shown: Shown<Used>): TemplateResult {
  const { encounters, date, kind, title, organization, records } = entry;
  const [visit, ...others] = encounters;
  if (visit !== undefined && others.length === 0) return visitRow(visit, shown);
  const { strings } = shown;
  return html`<details class="row">
    <summary>
      <span class="when"
        >${others.length === 0 ? nothing : html`${day(encounters.at(-1)?.date ?? null, shown)} – `}${day(date, shown)}</span
      >
      <span class="grow"
        ><strong>${title?.normalize('NFKC') ?? organization ?? '—'}</strong>
        <small>${title === null ? nothing : organization}</small></span
      >
      <span class="badge">${strings.timelineKinds[kind]}${countOf(entry, strings)}</span>
    </summary>
    ${onceOpened(
      () =>
        html`<div class="body">
          ${
            others.length > 0
              ? inPieces(
                  encounters,
                  (some) => html`<div class="rows">${some.map((each) => visitRow(each, shown))}</div>`,
                  shown,
                )
              : kind === 'laboratory'
                ? drawn(records as readonly LaboratoryResult[], shown)
                : html`<p class="actions">${records.map((record) => rawButton(record, shown))}</p>`
          }
        </div>`,
    )}
  </details>`;
}

/** Returns the number of results from a sample, or of treatments in a course, as text. */
function countOf({ kind, encounters, records }: TimelineEntry, strings: Used): string {
  if (encounters.length > 1) return ` ${strings.times(encounters.length)}`;
  return kind === 'laboratory' && records.length > 1 ? ` ${strings.results(records.length)}` : '';
}

/** Lists the tests of a sample, each with its result. */
const drawn = (results: readonly LaboratoryResult[], shown: Shown<Used>): TemplateResult =>
  dataTable<LaboratoryResult>(
    shown.strings.timelineKinds.laboratory,
    [
      {
        title: shown.strings.test,
        head: true,
        cell: ({ analyte, order }) => analyte?.normalize('NFKC') ?? nameOf(order),
      },
      { title: shown.strings.value, cell: ({ value }) => value?.normalize('NFKC') ?? '—' },
      { title: shown.strings.reference, cell: ({ referenceRange }) => referenceRange ?? '—' },
      { title: shown.strings.rawFields, spoken: true, cell: (result) => rawButton(result, shown) },
    ],
    results,
  );

function choice<T extends string>(
  label: string,
  value: T | '',
  options: readonly T[],
  name: (option: T) => string,
  all: string,
  choose: (option: T | '') => void,
): TemplateResult {
  return html`<label class="field"
    ><span>${label}</span>
    <select
      @change=${(event: Event) => {
        const chosen = (event.currentTarget as HTMLSelectElement).value;
        choose(options.find((option) => option === chosen) ?? '');
      }}
    >
      <option value="" .selected=${value === ''}>${all}</option>
      ${options.map((option) => html`<option value=${option} .selected=${option === value}>${name(option)}</option>`)}
    </select></label
  >`;
}

export const timelinePage = page({
  id: 'timeline',
  words: timelineWords,
  styles: timelineStyles,
  count: uncounted,
  load: (data) => data.timeline,
  render: (listing, { view, change, paging }, shown: Shown<Used>) =>
    timeline(
      listing,
      view.filter,
      (filter) => {
        change({ filter, page: 0 });
      },
      paging,
      shown,
    ),
});
