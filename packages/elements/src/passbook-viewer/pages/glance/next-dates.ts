import { writeCalendar, type CalendarEntry, type NextDate } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../../../base/icons.js';
import type { Shown } from '../../parts/shown.js';
import { nameOf } from '../../parts/shown.js';
import type { GlanceWords } from './glance.strings.js';

/** Renders the next dates as a list, with a button that saves them as a calendar file. */
export const datesList = (
  dates: readonly NextDate[],
  save: (content: Blob, name: string) => void,
  shown: Shown<GlanceWords>,
): TemplateResult =>
  html`<ul>
      ${dates.map((each) => html`<li>${line(each, shown)}</li>`)}
    </ul>
    <div class="actions">
      <button
        type="button"
        id="calendar"
        @click=${() => {
          const text = writeCalendar(
            dates.map((each) => entry(each, shown)),
            { now: new Date() },
          );
          save(new Blob([text], { type: 'text/calendar;charset=utf-8' }), shown.strings.calendarFile);
        }}
      >
        ${icons.download()}${shown.strings.addToCalendar}
      </button>
    </div>
    <p class="quiet">${shown.strings.calendarNote}</p>`;

function line(next: NextDate, shown: Shown<GlanceWords>): TemplateResult {
  const { strings } = shown;
  if (next.kind === 'refill')
    return html`<strong>${strings.refillFrom(shown.date(next.from), shown.date(next.until))}</strong>
      <small class="quiet">${next.medications.map(nameOf).join('、')}</small>`;
  if (next.kind === 'influenza')
    return html`<strong
      >${next.due === 'now' ? strings.influenzaNow : strings.influenzaFrom(shown.date(next.from))}</strong
    >`;
  const name = shown.label(next.service.label);
  const said = {
    now: strings.serviceNow(name),
    maybe: strings.serviceMaybe(name),
    later: strings.serviceFrom(name, shown.date(next.from)),
  };
  return html`<strong>${said[next.due]}</strong>
    ${next.service.lastOn === null ? nothing : html`<small class="quiet">${strings.lastTime(shown.date(next.service.lastOn))}</small>`}`;
}

/** Creates a calendar entry. The entry names no drugs or results, because other people might see the calendar. */
function entry(next: NextDate, shown: Shown<GlanceWords>): CalendarEntry {
  const { strings } = shown;
  switch (next.kind) {
    case 'refill':
      return {
        id: `refill-${next.until}`,
        from: next.from,
        until: next.until,
        title: strings.refillEvent,
      };
    case 'influenza':
      return { id: `influenza-${next.from}`, from: next.from, title: strings.influenzaEvent };
    case 'service':
      return {
        id: `${next.service.id}-${next.from}`,
        from: next.from,
        title: shown.label(next.service.label),
      };
  }
}
