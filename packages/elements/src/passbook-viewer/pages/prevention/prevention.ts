import {
  isAbnormalFinding,
  preventiveCheckups,
  waistInCentimetres,
  type Field,
  type PreventiveCare,
  type PreventiveCheckup,
  type PreventiveService,
  type PreventiveServiceId,
  type Screening,
  listPreventiveCare,
  listPreventiveServices,
  personBorn,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { birthYearQuestion, type BirthYearQuestion } from '../../parts/birth-year.js';
import { dataTable } from '../../parts/data-table.js';
import { fieldCell, fieldText } from '../../parts/fields.js';
import { day, rawButton, type Shown } from '../../parts/shown.js';
import { fieldName, term, word } from '../../parts/term.js';
import type { ViewerData } from '../../data/viewer-data.js';
import { page } from '../page.js';
import { preventionWords, type PreventionWords } from './prevention.strings.js';

/** The values that the page needs in addition to check-ups and screenings. */
interface PreventionPage {
  readonly birthYear: BirthYearQuestion;
  readonly onPaper: boolean;
}

/** Renders the page for check-ups and screenings, which shows when they are due again, and their results. */
function prevention(
  { checkups, screenings }: PreventiveCare,
  services: readonly PreventiveService[],
  { birthYear, onPaper }: PreventionPage,
  shown: Shown<PreventionWords>,
): TemplateResult {
  const { strings } = shown;
  const waiting = services.filter(({ followUp }) => followUp !== null);
  return html`${
      waiting.length === 0
        ? nothing
        : html`<section>
            <h4>${strings.followUpTitle}</h4>
            ${followUpList(waiting, shown)}
          </section>`
    }
    <section>
      <h4>${strings.dueTitle}</h4>
      ${services.length === 0 ? nothing : dueList(services, shown)}
      ${birthYearQuestion(birthYear, strings.birthYearForDue, shown)}
    </section>
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
                  cell: ({ category, examination }) =>
                    html`${screeningTerm(null, category ?? '—', shown)}
                      <small>${words(examination, shown)}</small>`,
                },
                {
                  title: strings.value,
                  cell: ({ result, advice }) =>
                    html`<strong>${words(result, shown)}</strong
                      >${advice === null ? nothing : html`<br />${words(advice, shown)}`}`,
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
            ${checkupTables(checkups, onPaper, shown)}
          </section>`
    }`;
}

/** Lists abnormal screenings for which the records contain no follow-up, each with its advice. */
export const followUpList = (
  services: readonly PreventiveService[],
  shown: Shown<PreventionWords>,
): TemplateResult =>
  html`<ul class="lines">
    ${services.map(({ id, label, followUp }) =>
      followUp === null
        ? nothing
        : html`<li>
            <span class="grow"
              ><strong>${screeningTerm(id, shown.label(label), shown)}</strong>
              <small>${day(followUp.on, shown)} ${words(followUp.result, shown)} ${followUp.performer}</small>
              <span class="warn"
                >${followUp.advice === null ? shown.strings.followUpAdvice : word(followUp.advice, shown)}</span
              ></span
            >
            <span class="badge danger">${shown.strings.followUpBadge}</span>
            ${rawButton(followUp.record, shown)}
          </li>`,
    )}
  </ul>`;

const words = (written: string | null, shown: Shown): TemplateResult | string =>
  written === null ? '—' : word(written, shown);

/**
 * Renders a check-up or screening as a term. The term is identified by its ID in the core package or, if there is
 * no ID, by its name in the passbook.
 */
const screeningTerm = (id: PreventiveServiceId | null, name: string, shown: Shown): TemplateResult =>
  term({ kind: 'screening', code: id, name }, shown);

/** Lists recurring services with the rule for each, in the given order. */
export const dueList = (
  services: readonly PreventiveService[],
  shown: Shown<PreventionWords>,
): TemplateResult =>
  html`<ul class="lines">
    ${services.map(
      (service) =>
        html`<li>
          <span class="grow"
            ><strong>${screeningTerm(service.id, shown.label(service.label), shown)}</strong>
            <small
              >${
                service.lastOn === null
                  ? shown.strings.neverDone
                  : html`${shown.strings.lastDone} ${day(service.lastOn, shown)}`
              }${service.result === null ? nothing : html` · ${word(service.result, shown)}`}</small
            >
            ${service.notDone.map(
              ({ occurredOn, result }) =>
                html`<small
                  >${shown.strings.notCounted} ${day(occurredOn, shown)} · ${words(result, shown)}</small
                >`,
            )}
            <small class="rule">${shown.label(service.rule)}</small></span
          >
          ${dueBadge(service, shown)} ${service.record === null ? nothing : rawButton(service.record, shown)}
        </li>`,
    )}
  </ul>`;

function dueBadge(
  { followUp, isDue, mayBeDue, dueOn }: PreventiveService,
  shown: Shown<PreventionWords>,
): TemplateResult | typeof nothing {
  const { strings } = shown;
  if (followUp !== null) return html`<span class="badge danger">${strings.followUpBadge}</span>`;
  if (isDue) return html`<span class="badge warning">${strings.dueNow}</span>`;
  if (mayBeDue) return html`<span class="badge">${strings.dueByAge}</span>`;
  return dueOn === null ? nothing : html`<span class="badge">${strings.dueFrom} ${day(dueOn, shown)}</span>`;
}

/**
 * The number of check-up fields, such as the facility and the day, that are in the heading and not in a row of the
 * table.
 */
const HEADING_FIELDS = 5;
/** The number of check-ups that fit side by side on paper. On a screen, the table can be scrolled. */
const COLUMNS_ON_PAPER = 4;

/**
 * Shows check-ups side by side, beginning with the newest. Each measurement has its own row, so that changes are
 * visible.
 */
function checkupTables(
  checkups: readonly PreventiveCheckup[],
  onPaper: boolean,
  shown: Shown<PreventionWords>,
): readonly TemplateResult[] {
  const size = onPaper ? COLUMNS_ON_PAPER : checkups.length;
  return Array.from({ length: Math.ceil(checkups.length / size) }, (_, index) =>
    checkupTable(checkups.slice(index * size, (index + 1) * size), shown),
  );
}

function checkupTable(checkups: readonly PreventiveCheckup[], shown: Shown<PreventionWords>): TemplateResult {
  const measures = preventiveCheckups.fields
    .slice(HEADING_FIELDS)
    .filter(({ key, type }) => type !== 'code' && checkups.some(({ raw }) => fieldText(raw[key]) !== ''));
  return html`<div class="side-by-side">
      ${dataTable(
        shown.strings.checkups,
        [
          {
            title: shown.strings.examination,
            head: true,
            cell: (field) => fieldName(field.key, shown.label(field.label), shown),
          },
          ...checkups.map((checkup) => ({
            title: shown.date(checkup.date),
            cell: (field: Field) => measureCell(checkup, field, shown),
          })),
        ],
        measures,
      )}
    </div>
    <p class="actions">${checkups.map((checkup) => rawButton(checkup, shown, shown.date(checkup.date)))}</p>`;
}

function measureCell(
  checkup: PreventiveCheckup,
  field: Field,
  shown: Shown<PreventionWords>,
): TemplateResult | string {
  const waist = field.key === preventiveCheckups.keys.waist ? waistInCentimetres(checkup) : null;
  if (waist !== null)
    return html`${waist}
    cm${
      waist === checkup.waist
        ? nothing
        : html` <small class="quiet">${shown.strings.writtenAs(fieldText(checkup.raw[field.key]))}</small>`
    }`;
  const cell = fieldCell(checkup.raw[field.key], field, shown) || '—';
  return isAbnormalFinding(checkup, field) ? html`<strong class="warn">${cell}</strong>` : cell;
}

/** Returns the preventive services, which are computed once for all pages that show them. */
export const preventiveServices = (data: ViewerData): readonly PreventiveService[] =>
  data.once('services', () => listPreventiveServices(data.passbook, data.today, personBorn(data.birthYear)));

export const preventionPage = page({
  id: 'prevention',
  words: preventionWords,
  load: (data) => ({
    care: data.once('prevention', () => listPreventiveCare(data.passbook)),
    services: preventiveServices(data),
  }),
  render: ({ care, services }, { birthYear, paging }, shown) =>
    prevention(care, services, { birthYear, onPaper: paging.whole === true }, shown),
});
