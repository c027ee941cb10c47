import {
  toothChart,
  type DentalTreatment,
  type Encounter,
  listDentalTreatments,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { dataTable } from '../../parts/data-table.js';
import { coded, day, named, paged, rawButton, type Paging, type Shown } from '../../parts/shown.js';
import { visits, visitsOf } from '../visits/visits.js';
import { page } from '../page.js';
import type { VisitsWords } from '../visits/visits.strings.js';
import { dentalStyles } from './dental.styles.js';
import { dentalWords, type DentalWords } from './dental.strings.js';

/**
 * Renders the dental page, which contains a chart with the treatments of each tooth, a table of the treatments,
 * and the visits.
 */
function dental(
  treatments: readonly DentalTreatment[],
  encounters: readonly Encounter[],
  tooth: string,
  choose: (tooth: string) => void,
  paging: Paging,
  shown: Shown<DentalWords & VisitsWords>,
): TemplateResult {
  const { strings } = shown;
  const chosen = tooth === '' ? treatments : treatments.filter(({ bodySite }) => bodySite.code === tooth);
  return html`${
      treatments.length === 0
        ? nothing
        : html`<section>
            <h4>${strings.teeth}</h4>
            ${mouth(treatments, tooth, choose, shown)}
            <div class="title">
              <p role="status">${tooth === '' ? strings.allTeeth : strings.toothChosen(tooth)}</p>
              ${
                tooth === ''
                  ? nothing
                  : html`<button
                      type="button"
                      class="link"
                      @click=${() => {
                        choose('');
                      }}
                    >
                      ${strings.showAllTeeth}
                    </button>`
              }
            </div>
            ${paged(chosen, paging, shown, (visible) => treatmentTable(visible, shown))}
          </section>`
    }
    <section>
      <h4>${strings.visits}</h4>
      ${visits(encounters, paging, shown)}
    </section>`;
}

const treatmentTable = (list: readonly DentalTreatment[], shown: Shown<DentalWords>): TemplateResult =>
  dataTable<DentalTreatment>(
    shown.strings.teeth,
    [
      { title: shown.strings.date, cell: ({ date }) => day(date, shown) },
      { title: shown.strings.tooth, head: true, cell: ({ bodySite }) => coded(bodySite, 'tooth', shown) },
      { title: shown.strings.treatment, cell: ({ order }) => named(order, 'order', shown) },
      { title: shown.strings.facility, cell: ({ organization }) => organization ?? '—' },
      { title: shown.strings.rawFields, spoken: true, cell: ({ claim }) => rawButton(claim, shown) },
    ],
    list,
  );

/**
 * Renders a dental chart in the arrangement that dentists use. Baby teeth are shown only if at least one of them
 * was treated.
 */
function mouth(
  treatments: readonly DentalTreatment[],
  chosen: string,
  choose: (tooth: string) => void,
  shown: Shown<DentalWords>,
): TemplateResult {
  const { strings } = shown;
  const byTooth = new Map<string, DentalTreatment[]>();
  for (const treatment of treatments) {
    const { code } = treatment.bodySite;
    if (!treatment.isTooth || code === null) continue;
    const done = byTooth.get(code);
    if (done === undefined) byTooth.set(code, [treatment]);
    else done.push(treatment);
  }
  const toothOf = (number: string): TemplateResult => {
    const done = byTooth.get(number);
    if (done === undefined) return html`<span class="tooth" aria-hidden="true">${number}</span>`;
    return html`<button
      type="button"
      class="tooth treated"
      aria-pressed=${number === chosen}
      @click=${() => {
        choose(number === chosen ? '' : number);
      }}
    >
      ${number}<small aria-hidden="true">×${done.length}</small>
      <span class="visually-hidden"
        >${strings.toothTreated(done[0]?.bodySite.display ?? '', done.length)}</span
      >
    </button>`;
  };
  const jaws = [toothChart.permanent, toothChart.deciduous].filter(
    ({ upper, lower }, index) => index === 0 || [...upper, ...lower].some((number) => byTooth.has(number)),
  );
  return html`<div class="mouth" role="group" aria-label=${strings.teethChart}>
    <p class="sides" aria-hidden="true"><span>${strings.right}</span><span>${strings.left}</span></p>
    ${jaws.map(
      ({ upper, lower }) =>
        html`<div class="jaws ${upper.length > 10 ? '' : 'milk'}">
          <div class="jaw upper">${upper.map(toothOf)}</div>
          <div class="jaw lower">${lower.map(toothOf)}</div>
        </div>`,
    )}
  </div>`;
}

export const dentalPage = page({
  id: 'dental',
  words: dentalWords,
  styles: dentalStyles,
  load: (data) =>
    data.lists && {
      treatments: data.once('dental', () => listDentalTreatments(data.passbook)),
      encounters: visitsOf(data, data.lists, 'dental'),
    },
  render: ({ treatments, encounters }, { view, change, paging }, shown: Shown<DentalWords & VisitsWords>) =>
    dental(
      treatments,
      encounters,
      view.tooth,
      (tooth) => {
        change({ tooth, page: 0 });
      },
      paging,
      shown,
    ),
});
