import { memberOf, spanOf, type Family } from '@mhb-kit/core/family';
import { sectionOf, type AnyRecord } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../../base/icons.js';
import type { Shown } from '../parts/shown.js';
import type { OpenPassbook } from '../family/library.js';
import { memberLabel } from '../family/member-label.js';
import type { Done } from '../family/placing.js';
import type { WhoseBarWords } from './whose-bar.strings.js';

export interface WhoseBar {
  readonly family: Family;
  readonly open: OpenPassbook;
  readonly done: Done | undefined;
  readonly turnTo: (member: string) => void;
  readonly undo: () => void;
  readonly manage: () => void;
}

type BarShown = Shown<WhoseBarWords>;

/** States on every page whose passbook is shown, and lets people switch to another person's passbook. */
export function whoseBar(bar: WhoseBar, shown: BarShown): TemplateResult {
  const { strings } = shown;
  const { family, open, turnTo, manage } = bar;
  const label = (member: string): string => memberLabel(family, member, strings);
  return html`<div class="whose-bar" role="group" aria-label=${strings.whoseBook}>
    ${icons.person()}
    ${
      family.members.length < 2
        ? html`<strong>${label(open.member)}</strong>`
        : html`<select
            id="member"
            aria-label=${strings.shownMember}
            @change=${(event: Event) => {
              turnTo((event.target as HTMLSelectElement).value);
            }}
          >
            ${family.members.map(
              ({ id }) => html`<option value=${id} .selected=${id === open.member}>${label(id)}</option>`,
            )}
          </select>`
    }
    <button type="button" class="link" id="members-open" @click=${manage}>${strings.members}</button>
  </div>`;
}

/** Shows the last action, the new records, and the periods for which there is no download. */
export function whoseNotes({ family, open, done, undo }: WhoseBar, shown: BarShown): TemplateResult {
  const { strings } = shown;
  const name = (member: string): string => {
    const label = memberLabel(family, member, strings);
    return memberOf(family, member)?.name || label;
  };
  const isWorthSaying = done !== undefined && (done.what !== 'added' || family.members.length > 1);
  const { news, gaps } = open;
  const periods = gaps
    .map(({ start, end }) => strings.gapPeriod(shown.date(start), shown.date(end)))
    .join(strings.listAnd);
  return html`${
    isWorthSaying
      ? html`<p class="whose-note" role="status">
          ${icons.check()}<span>${strings.done[done.what](name(done.member))}</span>
          ${
            done.undo === undefined
              ? nothing
              : html`<button type="button" class="link" id="undo" @click=${undo}>${strings.undo}</button>`
          }
        </p>`
      : nothing
  }
  ${
    news.length === 0
      ? nothing
      : html`<details class="whose-note" id="news">
          <summary>${strings.news(news.length)}</summary>
          <ul>
            ${bySection(news).map(([section, records]) => html`<li>${newsLine(section, records, shown)}</li>`)}
          </ul>
        </details>`
  }
  ${periods === '' ? nothing : html`<p class="whose-note quiet" id="gaps">${icons.info()}<span>${strings.gaps(periods)}</span></p>`}`;
}

function newsLine(section: string, records: readonly AnyRecord[], shown: BarShown): string {
  const label = sectionOf(section)?.label;
  const name = label === undefined ? shown.sectionName(section) : shown.label(label);
  const span = spanOf(records);
  return shown.strings.newsIn(
    name,
    records.length,
    shown.date(span?.start ?? null),
    shown.date(span?.end ?? null),
  );
}

function bySection(records: readonly AnyRecord[]): readonly (readonly [string, readonly AnyRecord[]])[] {
  const sections = new Map<string, AnyRecord[]>();
  for (const record of records) {
    const list = sections.get(record.section);
    if (list === undefined) sections.set(record.section, [record]);
    else list.push(record);
  }
  return [...sections];
}
