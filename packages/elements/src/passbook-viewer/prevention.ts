import {
  sectionOf,
  type PreventiveCare,
  type PreventiveCheckup,
  type PreventiveService,
  type Screening,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { dataTable } from './data-table.js';
import { fieldCell, fieldText } from './section-table.js';
import { day, rawButton, type Shown } from './shown.js';

/** Check-ups and screenings: when they are due again, what they found. */
export function prevention(
  { checkups, screenings }: PreventiveCare,
  services: readonly PreventiveService[],
  shown: Shown,
): TemplateResult {
  const { strings } = shown;
  return html`${
    services.length === 0
      ? nothing
      : html`<section>
          <h4>${strings.dueTitle}</h4>
          ${dueList(services, shown)}
        </section>`
  }
  ${
    screenings.length === 0
      ? nothing
      : html`<section>
          <h4>${strings.screenings}</h4>
          ${dataTable<Screening>(
            strings.screenings,
            [
              { title: strings.date, cell: ({ occurredOn }) => day(occurredOn, shown) },
              {
                title: strings.examination,
                head: true,
                cell: ({ category, examination }) => html`${category} <small>${examination}</small>`,
              },
              {
                title: strings.value,
                cell: ({ result, advice }) =>
                  html`<strong>${result ?? '—'}</strong>${advice === null ? nothing : html`<br />${advice}`}`,
              },
              { title: strings.facility, cell: ({ performer }) => performer ?? '—' },
              { title: strings.rawFields, spoken: true, cell: ({ record }) => rawButton(record, shown) },
            ],
            screenings,
          )}
        </section>`
  }
  ${
    checkups.length === 0
      ? nothing
      : html`<section>
          <h4>${strings.checkups}</h4>
          ${checkupTable(checkups, shown)}
        </section>`
  }`;
}

/** What comes again, the soonest due first, with the rule that says so. */
export const dueList = (services: readonly PreventiveService[], shown: Shown): TemplateResult =>
  html`<ul class="lines">
    ${services.map(
      ({ label, rule, lastOn, dueOn, isDue, result, record }) =>
        html`<li>
          <span class="grow"
            ><strong>${shown.label(label)}</strong>
            <small
              >${shown.strings.lastDone}
              ${day(lastOn, shown)}${result === null ? nothing : html` · ${result}`}</small
            >
            <small class="rule">${shown.label(rule)}</small></span
          >
          <span class="badge ${isDue ? 'warning' : ''}"
            >${isDue ? shown.strings.dueNow : html`${shown.strings.dueFrom} ${day(dueOn, shown)}`}</span
          >
          ${rawButton(record, shown)}
        </li>`,
    )}
  </ul>`;

/** As many check-ups as fit beside each other; the others are in the timeline. */
const CHECKUPS_SHOWN = 4;
/** Who did it and when stands in the heading. */
const HEADING_FIELDS = 5;

/** Measures downwards, check-ups side by side, the newest first: so a change can be seen. */
function checkupTable(checkups: readonly PreventiveCheckup[], shown: Shown): TemplateResult {
  const visible = checkups.slice(0, CHECKUPS_SHOWN);
  const measures = (sectionOf('r10')?.fields ?? [])
    .slice(HEADING_FIELDS)
    .filter(({ key, type }) => type !== 'code' && visible.some(({ raw }) => fieldText(raw[key]) !== ''));
  return html`${dataTable(
      shown.strings.checkups,
      [
        { title: shown.strings.examination, head: true, cell: (field) => shown.label(field.label) },
        ...visible.map((checkup) => ({
          title: shown.date(checkup.date),
          cell: (field: (typeof measures)[number]) => fieldCell(checkup.raw[field.key], field, shown) || '—',
        })),
      ],
      measures,
    )}
    <p class="actions">${visible.map((checkup) => rawButton(checkup, shown, shown.date(checkup.date)))}</p>`;
}
