import {
  kindOfOrder,
  outpatientClaims,
  type Encounter,
  type EncounterClass,
  type Order,
  type PassbookLists,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import type { ViewerData } from '../../data/viewer-data.js';
import { dataTable } from '../../parts/data-table.js';
import { onceOpened } from '../../parts/folded.js';
import { coded, day, named, pair, paged, rawButton, type Paging, type Shown } from '../../parts/shown.js';
import { page, uncounted } from '../page.js';
import { visitsWords, type VisitsWords } from './visits.strings.js';
import { fieldName, termName } from '../../parts/term.js';

export function visits(
  encounters: readonly Encounter[],
  paging: Paging,
  shown: Shown<VisitsWords>,
): TemplateResult {
  if (encounters.length === 0) return html`<p class="empty">${shown.strings.none}</p>`;
  return paged(
    encounters,
    paging,
    shown,
    (visible) => html`<div class="rows">${visible.map((encounter) => visitRow(encounter, shown))}</div>`,
  );
}

/** Shows a visit on one line. When the line is expanded, everything that was claimed for the visit is shown. */
export function visitRow(encounter: Encounter, shown: Shown<VisitsWords>): TemplateResult {
  const { strings, dates } = shown;
  const { date, period, serviceProvider, diagnoses, procedures, orders, copayment, points, claims } =
    encounter;
  const stay = encounter.class === 'inpatient' && period.end !== null && period.end !== date;
  return html`<details class="row">
    <summary>
      <span class="when">${day(date, shown)}${stay ? html` – ${day(period.end, shown)}` : nothing}</span>
      <span class="grow"
        ><strong>${serviceProvider.name ?? '—'}</strong>
        <small
          >${diagnoses[0] === undefined ? nothing : termName({ kind: 'diagnosis', code: diagnoses[0].code, name: diagnoses[0].display ?? '', on: date }, shown)}</small
        ></span
      >
      <span class="badge">${strings.timelineKinds[encounter.class]}</span>
    </summary>
    ${onceOpened(
      () =>
        html`<div class="body">
          <dl class="pairs">
            ${list(
              strings.diagnoses,
              diagnoses.map((each) => coded(each, 'diagnosis', shown, date)),
            )}
            ${list(
              strings.procedures,
              procedures.map((each) => coded(each, 'order', shown)),
            )}
            ${copayment === null ? nothing : pair(fieldName(outpatientClaims.keys.copayment, strings.copayment, shown), strings.dollars(copayment.toLocaleString(dates.tag)))}
            ${points === null ? nothing : pair(fieldName(outpatientClaims.keys.points, strings.points, shown), strings.pointsAmount(points.toLocaleString(dates.tag)))}
          </dl>
          ${orders.length === 0 ? nothing : ordersTable(orders, shown)}
          <p class="actions">${claims.map((claim) => rawButton(claim, shown))}</p>
        </div>`,
    )}
  </details>`;
}

function ordersTable(orders: readonly Order[], shown: Shown<VisitsWords>): TemplateResult {
  const { strings } = shown;
  // Drugs come first and fees last, because most people look for drugs.
  const rank = { drug: 0, 'chinese-drug': 0, laboratory: 1, imaging: 1, other: 2, fee: 3 };
  const sorted = [...orders].sort((a, b) => rank[kindOfOrder(a)] - rank[kindOfOrder(b)]);
  return dataTable<Order>(
    strings.orders,
    [
      {
        title: strings.order,
        head: true,
        cell: (order) =>
          html`${named(order, 'order', shown)}
          ${order.bodySite === null ? nothing : html`<span class="badge">${coded(order.bodySite, undefined, shown)}</span>`}`,
      },
      { title: strings.quantity, cell: ({ quantity }) => quantity ?? '—' },
      {
        title: strings.supplied,
        cell: ({ daysSupplied }) =>
          daysSupplied === null || daysSupplied === 0 ? '—' : strings.days(daysSupplied),
      },
    ],
    sorted,
  );
}

const list = (term: string, values: readonly TemplateResult[]): TemplateResult | typeof nothing =>
  values.length === 0
    ? nothing
    : html`<div>
        <dt>${term}</dt>
        ${values.map((value) => html`<dd>${value}</dd>`)}
      </div>`;

/** Returns the visits of one class, such as dental visits, for the page that shows this class. */
export const visitsOf = (
  data: ViewerData,
  { encounters }: PassbookLists,
  wanted: EncounterClass,
): readonly Encounter[] =>
  data.once(`${wanted} visits`, () => encounters.filter((each) => each.class === wanted));

export const visitsPage = page({
  id: 'visits',
  words: visitsWords,
  count: uncounted,
  load: ({ lists }) => lists?.encounters,
  render: (encounters, { paging }, shown) => visits(encounters, paging, shown),
});
