import { kindOfOrder, type Encounter, type Order } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { coded, day, pair, paged, rawButton, type Paging, type Shown } from './shown.js';

export function visits(encounters: readonly Encounter[], paging: Paging, shown: Shown): TemplateResult {
  if (encounters.length === 0) return html`<p class="empty">${shown.strings.none}</p>`;
  return paged(
    encounters,
    paging,
    shown,
    (visible) => html`<div class="rows">${visible.map((encounter) => visitRow(encounter, shown))}</div>`,
  );
}

/** A visit in a line; opened, all that was claimed for it. */
export function visitRow(encounter: Encounter, shown: Shown): TemplateResult {
  const { strings, dates } = shown;
  const { date, period, serviceProvider, diagnoses, procedures, orders, copayment, points, claims } =
    encounter;
  const stay = encounter.class === 'inpatient' && period.end !== null && period.end !== date;
  return html`<details class="row">
    <summary>
      <span class="when">${day(date, shown)}${stay ? html` – ${day(period.end, shown)}` : nothing}</span>
      <span class="grow"
        ><strong>${serviceProvider.name ?? '—'}</strong> <small>${diagnoses[0]?.display}</small></span
      >
      <span class="badge">${strings.timelineKinds[encounter.class]}</span>
    </summary>
    <div class="body">
      <dl class="pairs">
        ${list(strings.diagnoses, diagnoses.map(coded))} ${list(strings.procedures, procedures.map(coded))}
        ${copayment === null ? nothing : pair(strings.copayment, strings.dollars(copayment.toLocaleString(dates.tag)))}
        ${points === null ? nothing : pair(strings.points, strings.pointsAmount(points.toLocaleString(dates.tag)))}
      </dl>
      ${orders.length === 0 ? nothing : ordersTable(orders, shown)}
      <p class="actions">${claims.map((claim) => rawButton(claim, shown))}</p>
    </div>
  </details>`;
}

function ordersTable(orders: readonly Order[], { strings }: Shown): TemplateResult {
  // Drugs are what people look for; fees are what they do not.
  const rank = { drug: 0, 'chinese-drug': 0, laboratory: 1, imaging: 1, other: 2, fee: 3 };
  const sorted = [...orders].sort((a, b) => rank[kindOfOrder(a)] - rank[kindOfOrder(b)]);
  return html`<table>
    <caption class="visually-hidden">
      ${strings.orders}
    </caption>
    <thead>
      <tr>
        <th scope="col">${strings.order}</th>
        <th scope="col">${strings.quantity}</th>
        <th scope="col">${strings.supplied}</th>
      </tr>
    </thead>
    <tbody>
      ${sorted.map(
        (order) =>
          html`<tr>
            <td>
              ${order.display?.normalize('NFKC') ?? order.code}
              ${order.bodySite === null ? nothing : html`<span class="badge">${coded(order.bodySite)}</span>`}
            </td>
            <td>${order.quantity ?? '—'}</td>
            <td>
              ${order.daysSupplied === null || order.daysSupplied === 0 ? '—' : strings.days(order.daysSupplied)}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const list = (term: string, values: readonly TemplateResult[]): TemplateResult | typeof nothing =>
  values.length === 0
    ? nothing
    : html`<div>
        <dt>${term}</dt>
        ${values.map((value) => html`<dd>${value}</dd>`)}
      </div>`;
