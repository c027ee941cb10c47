import type { PartialDate, TimelineEntry, TimelineListing } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { day, paged, rawButton, type Paging, type Shown } from '../../parts/shown.js';
import { visitRow } from '../visits/visits.js';
import type { TimelineFilter } from '../../view.js';
import { page, uncounted } from '../page.js';
import { timelineStyles } from './timeline.styles.js';
import { timelineWords, type TimelineWords } from './timeline.strings.js';
import type { VisitsWords } from '../visits/visits.strings.js';

type Used = TimelineWords & VisitsWords;

/** Most facilities that a list can be read in; search finds the rest. */
const MOST_ORGANIZATIONS = 200;

/** A year holds its months and a month its days, so bounds of different precision compare by their common part. */
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
    ${paged(visible, paging, shown, (page) => html`<div class="rows">${page.map((each) => row(each, shown))}</div>`)}`;
}

/** A period set from outside need not be a year of the list. */
const withChosen = (years: readonly string[], period: string): readonly string[] =>
  period === '' || years.includes(period) ? years : [period, ...years];

function row(entry: TimelineEntry, shown: Shown<Used>): TemplateResult {
  const { encounter, date, kind, title, organization, records } = entry;
  if (encounter !== null) return visitRow(encounter, shown);
  return html`<details class="row">
    <summary>
      <span class="when">${day(date, shown)}</span>
      <span class="grow"
        ><strong>${title?.normalize('NFKC') ?? organization ?? '—'}</strong>
        <small>${title === null ? nothing : organization}</small></span
      >
      <span class="badge">${shown.strings.timelineKinds[kind]}</span>
    </summary>
    <p class="body actions">${records.map((record) => rawButton(record, shown))}</p>
  </details>`;
}

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
      <option value="" ?selected=${value === ''}>${all}</option>
      ${options.map((option) => html`<option value=${option} ?selected=${option === value}>${name(option)}</option>`)}
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
