import type { AllergyConflict, DuplicateTherapy, Medication, MedicationList } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { allergiesNow, conflictWarnings } from '../allergies/allergies.js';
import { dataTable } from '../../parts/data-table.js';
import { coded, day, named, paged, pair, rawButton, type Paging, type Shown } from '../../parts/shown.js';
import type { AllergiesWords } from '../allergies/allergies.strings.js';
import { page, uncounted } from '../page.js';
import { medicationsWords, type MedicationsWords } from './medications.strings.js';

function medications(
  { current, mayBeInUse, replaced, past, duplicates }: MedicationList,
  conflicts: readonly AllergyConflict[],
  paging: Paging,
  shown: Shown<AllergiesWords & MedicationsWords>,
): TemplateResult {
  const { strings } = shown;
  return html`${conflictWarnings(conflicts, shown)}
    ${conflicts.length === 0 ? nothing : html`<p>${strings.conflictToDo}</p>`}
    ${duplicateWarnings(duplicates, shown)}
    ${duplicates.length === 0 ? nothing : html`<p>${strings.duplicateToDo}</p>`}
    <section aria-labelledby="current">
      <h4 id="current">${strings.currentTitle}</h4>
      ${
        current.length === 0
          ? html`<p class="empty">${strings.currentNone}</p>`
          : medicationCards(current, shown)
      }
      <p class="quiet">${strings.currentRests}</p>
    </section>
    ${replacedSection(replaced, shown)} ${mayBeInUseSection(mayBeInUse, shown)}
    ${
      past.length === 0
        ? nothing
        : html`<section aria-labelledby="past">
            <h4 id="past">${strings.pastTitle}</h4>
            ${pastMedications(past, paging, shown)}
          </section>`
    }`;
}

/** Lists warnings about possible duplicates. Each warning names the drugs and their prescribers. */
export const duplicateWarnings = (
  duplicates: readonly DuplicateTherapy[],
  shown: Shown<MedicationsWords>,
): TemplateResult | typeof nothing =>
  duplicates.length === 0
    ? nothing
    : html`<section aria-labelledby="duplicates">
        <h4 id="duplicates">${shown.strings.duplicatesTitle}</h4>
        <ul class="lines">
          ${duplicates.map((each) => duplicateLine(each, shown))}
        </ul>
      </section>`;

function duplicateLine(
  { kind, subjects, medications: doubled, prescribers, source }: DuplicateTherapy,
  shown: Shown<MedicationsWords>,
): TemplateResult {
  const { strings } = shown;
  const subject = subjects.map((each) => shown.label(each)).join('、');
  const facilities = prescribers.map(({ name, code }) => name ?? code ?? '—').join('、');
  return html`<li>
    <span class="grow"
      ><strong>${subject}</strong>
      <small
        >${doubled.map((each, index) => html`${index === 0 ? nothing : '、'}${named(each, 'drug', shown)}`)}</small
      >
      <span class="warn"
        >${kind === 'ingredient' ? strings.duplicateIngredient(facilities) : strings.duplicateClass}</span
      >
      ${source === null ? nothing : html`<small>${strings.sourceOf} ${source}</small>`}</span
    >
  </li>`;
}

/** Lists drugs that the prescriber might have replaced with a different drug. */
export const replacedSection = (
  list: readonly Medication[],
  shown: Shown<MedicationsWords>,
): TemplateResult | typeof nothing =>
  list.length === 0
    ? nothing
    : html`<section aria-labelledby="replaced">
        <h4 id="replaced">${shown.strings.replacedTitle}</h4>
        ${medicationCards(list, shown)}
        <p class="quiet">${shown.strings.replacedRests}</p>
      </section>`;

/** Lists drugs for which the records do not show whether they are still in use. */
export const mayBeInUseSection = (
  list: readonly Medication[],
  shown: Shown<MedicationsWords>,
): TemplateResult | typeof nothing =>
  list.length === 0
    ? nothing
    : html`<section aria-labelledby="may-be-in-use">
        <h4 id="may-be-in-use">${shown.strings.mayBeInUseTitle}</h4>
        ${medicationCards(list, shown)}
        <p class="quiet">${shown.strings.mayBeInUseRests}</p>
      </section>`;

export const medicationCards = (
  current: readonly Medication[],
  shown: Shown<MedicationsWords>,
): TemplateResult => html`<div class="cards">${current.map((each) => medicationCard(each, shown))}</div>`;

export const pastMedications = (
  past: readonly Medication[],
  paging: Paging,
  shown: Shown<MedicationsWords>,
): TemplateResult => paged(past, paging, shown, (visible) => pastTable(visible, shown));

export function stateBadge(
  { state, daysLeft }: Medication,
  { strings }: Shown<MedicationsWords>,
): TemplateResult {
  if (state === 'in-use') return html`<span class="badge success">${strings.daysLeft(daysLeft)}</span>`;
  return html`<span class="badge warning"
    >${state === 'replaced' ? strings.replaced : strings.mayBeInUse}</span
  >`;
}

/**
 * Returns the drug groups of a drug's ingredients. A passbook contains no other information about what the drug is
 * for.
 */
export const kindOfDrug = ({ product }: Medication, shown: Shown<MedicationsWords>): string =>
  [...new Set((product?.ingredients ?? []).map(({ group }) => shown.label(group.label)))].join('、');

const ingredientsOf = ({ product }: Medication, shown: Shown<MedicationsWords>): string =>
  [
    (product?.ingredients ?? []).map(({ name }) => shown.label(name)).join('、'),
    product === null || product.ingredients.length === 0 ? null : product.strength,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' ');

function medicationCard(medication: Medication, shown: Shown<MedicationsWords>): TemplateResult {
  const { strings } = shown;
  const supply = medication.supplies[0];
  const [ingredients, kind] = [ingredientsOf(medication, shown), kindOfDrug(medication, shown)];
  const { replacedBy } = medication;
  return html`<article class="card">
    <div class="title">
      <strong>${named(medication, 'drug', shown)}</strong>
      ${stateBadge(medication, shown)}
    </div>
    <dl class="pairs">
      ${kind === '' ? nothing : pair(strings.drugKind, kind)}
      ${ingredients === '' ? nothing : pair(strings.ingredients, ingredients)}
      ${
        replacedBy === null
          ? nothing
          : pair(strings.replacedBy, html`${named(replacedBy, 'drug', shown)} ${day(replacedBy.on, shown)}`)
      }
      <div>
        <dt>${strings.runsOutOn}</dt>
        <dd>${medication.runsOutOn === null ? strings.daysNotStated : day(medication.runsOutOn, shown)}</dd>
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
                supply.diagnoses.length === 0
                  ? nothing
                  : pair(
                      strings.diagnosesThatDay,
                      supply.diagnoses.map(
                        (each, index) =>
                          html`${index === 0 ? nothing : '、'}${coded(each, 'diagnosis', shown, supply.date)}`,
                      ),
                    )
              }`
      }
    </dl>
    ${whatToAsk(medication, shown)}
    <div class="title">
      ${supply?.chronic === true ? html`<span class="badge">${strings.chronic}</span>` : nothing}
      ${supply === undefined ? nothing : rawButton(supply.claim, shown)}
    </div>
  </article>`;
}

/** The number of remaining days at which it is time for a refill or a visit. */
const FEW_DAYS = 10;

/** Lists questions that a person can ask about a drug. No answers are given. */
function whatToAsk(
  { state, daysLeft, supplies: [supply] }: Medication,
  { strings }: Shown<MedicationsWords>,
): TemplateResult {
  const runsOut = state === 'in-use' && daysLeft <= FEW_DAYS;
  return html`<details class="quiet">
    <summary>${strings.askTitle}</summary>
    <ul>
      ${strings.askAlways.map((question) => html`<li>${question}</li>`)}
      ${runsOut ? html`<li>${supply?.chronic === true ? strings.askRefill : strings.askNext}</li>` : nothing}
    </ul>
  </details>`;
}

function pastTable(past: readonly Medication[], shown: Shown<MedicationsWords>): TemplateResult {
  const { strings } = shown;
  return dataTable<Medication>(
    strings.pastTitle,
    [
      { title: strings.drug, head: true, cell: (each) => named(each, 'drug', shown) },
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

export const medicationsPage = page({
  id: 'medications',
  words: medicationsWords,
  count: uncounted,
  load: (data) =>
    data.lists && { list: data.lists.medications, conflicts: allergiesNow(data, data.lists).conflicts },
  render: ({ list, conflicts }, { paging }, shown: Shown<AllergiesWords & MedicationsWords>) =>
    medications(list, conflicts, paging, shown),
});
