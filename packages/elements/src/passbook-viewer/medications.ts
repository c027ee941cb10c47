import type { Medication, MedicationList } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { dataTable } from './data-table.js';
import { coded, day, nameOf, paged, rawButton, type Paging, type Shown } from './shown.js';

export function medications({ current, past }: MedicationList, paging: Paging, shown: Shown): TemplateResult {
  const { strings } = shown;
  return html`<section aria-labelledby="current">
      <h4 id="current">${strings.currentTitle}</h4>
      ${
        current.length === 0
          ? html`<p class="empty">${strings.currentNone}</p>`
          : medicationCards(current, shown)
      }
      <p class="quiet">${strings.currentRests}</p>
    </section>
    ${
      past.length === 0
        ? nothing
        : html`<section aria-labelledby="past">
            <h4 id="past">${strings.pastTitle}</h4>
            ${pastMedications(past, paging, shown)}
          </section>`
    }`;
}

export const medicationCards = (current: readonly Medication[], shown: Shown): TemplateResult =>
  html`<div class="cards">${current.map((each) => medicationCard(each, shown))}</div>`;

export const pastMedications = (past: readonly Medication[], paging: Paging, shown: Shown): TemplateResult =>
  paged(past, paging, shown, (visible) => pastTable(visible, shown));

function medicationCard(medication: Medication, shown: Shown): TemplateResult {
  const { strings } = shown;
  const supply = medication.supplies[0];
  const duplicate = medication.overlaps.some(({ duplicateTherapy }) => duplicateTherapy);
  return html`<article class="card">
    <div class="title">
      <strong>${nameOf(medication)}</strong>
      <span class="badge success">${strings.daysLeft(medication.daysLeft)}</span>
    </div>
    <dl class="pairs">
      <div>
        <dt>${strings.runsOutOn}</dt>
        <dd>${day(medication.runsOutOn, shown)}</dd>
      </div>
      ${
        supply === undefined
          ? nothing
          : html`<div>
                <dt>${strings.lastSupply}</dt>
                <dd>${day(supply.date, shown)} ${supply.organization.name}</dd>
              </div>
              ${
                supply.daysSupplied === null
                  ? nothing
                  : html`<div>
                      <dt>${strings.supplied}</dt>
                      <dd>${strings.days(supply.daysSupplied)}</dd>
                    </div>`
              }
              ${
                supply.diagnoses[0] === undefined
                  ? nothing
                  : html`<div>
                      <dt>${strings.diagnoses}</dt>
                      <dd>${coded(supply.diagnoses[0])}</dd>
                    </div>`
              }`
      }
    </dl>
    <div class="title">
      ${supply?.chronic === true ? html`<span class="badge">${strings.chronic}</span>` : nothing}
      ${supply === undefined ? nothing : rawButton(supply.claim, shown)}
    </div>
    ${duplicate ? html`<p class="warn">${strings.duplicate}</p>` : nothing}
  </article>`;
}

function pastTable(past: readonly Medication[], shown: Shown): TemplateResult {
  const { strings } = shown;
  return dataTable<Medication>(
    strings.pastTitle,
    [
      { title: strings.drug, head: true, cell: nameOf },
      { title: strings.lastSupply, cell: ({ supplies }) => day(supplies[0]?.date ?? null, shown) },
      {
        title: strings.supplied,
        cell: ({ supplies }) => {
          const days = supplies[0]?.daysSupplied ?? null;
          return days === null ? '—' : strings.days(days);
        },
      },
      { title: strings.facility, cell: ({ supplies }) => supplies[0]?.organization.name ?? '—' },
      {
        title: strings.rawFields,
        spoken: true,
        cell: ({ supplies: [supply] }) => (supply === undefined ? nothing : rawButton(supply.claim, shown)),
      },
    ],
    past,
  );
}
