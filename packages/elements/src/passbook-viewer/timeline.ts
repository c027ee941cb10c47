import type { TimelineEntry, TimelineKind } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { day, paged, rawButton, type Paging, type Shown } from './shown.js';
import { visitRow } from './visits.js';

/** What the timeline is narrowed to; empty for all. */
export interface TimelineFilter {
  readonly kind: TimelineKind | '';
  readonly organization: string;
}

export const wholeTimeline: TimelineFilter = { kind: '', organization: '' };

export function timeline(
  entries: readonly TimelineEntry[],
  filter: TimelineFilter,
  change: (filter: TimelineFilter) => void,
  paging: Paging,
  shown: Shown,
): TemplateResult {
  const { strings } = shown;
  const kinds = distinct(entries.map(({ kind }) => kind));
  const organizations = distinct(entries.flatMap(({ organization }) => organization ?? []));
  const visible = entries.filter(
    ({ kind, organization }) =>
      (filter.kind === '' || kind === filter.kind) &&
      (filter.organization === '' || organization === filter.organization),
  );
  return html`<div class="filters">
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
        organizations,
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

function row(entry: TimelineEntry, shown: Shown): TemplateResult {
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

const distinct = <T extends string>(items: readonly T[]): T[] => [...new Set(items)].sort();
