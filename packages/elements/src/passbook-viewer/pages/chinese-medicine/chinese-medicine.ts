import type { Encounter, Medication, MedicationList } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import {
  mayBeInUseSection,
  medicationCards,
  pastMedications,
  replacedSection,
} from '../medications/medications.js';
import type { Paging, Shown } from '../../parts/shown.js';
import { visits, visitsOf } from '../visits/visits.js';
import type { MedicationsWords } from '../medications/medications.strings.js';
import { page } from '../page.js';
import type { VisitsWords } from '../visits/visits.strings.js';
import { chineseMedicineWords } from './chinese-medicine.strings.js';

type Used = MedicationsWords & VisitsWords;

/**
 * Renders the page for Chinese medicine, which lists the visits and the drugs of Chinese medicine, separate from
 * other drugs.
 */
function chineseMedicine(
  { current, mayBeInUse, replaced, past }: MedicationList,
  encounters: readonly Encounter[],
  paging: Paging,
  shown: Shown<Used>,
): TemplateResult {
  const { strings } = shown;
  return html`${
      current.length === 0
        ? nothing
        : html`<section>
            <h4>${strings.currentTitle}</h4>
            ${medicationCards(current, shown)}
          </section>`
    }
    ${replacedSection(replaced, shown)} ${mayBeInUseSection(mayBeInUse, shown)}
    ${
      past.length === 0
        ? nothing
        : html`<section>
            <h4>${strings.pastTitle}</h4>
            ${pastMedications(past, paging, shown)}
          </section>`
    }
    <section>
      <h4>${strings.visits}</h4>
      ${visits(encounters, paging, shown)}
    </section>`;
}

function chineseDrugs(list: MedicationList): MedicationList {
  const chinese = (medications: readonly Medication[]): readonly Medication[] =>
    medications.filter(({ kind }) => kind === 'chinese-drug');
  return {
    ...list,
    current: chinese(list.current),
    mayBeInUse: chinese(list.mayBeInUse),
    replaced: chinese(list.replaced),
    past: chinese(list.past),
  };
}

export const chineseMedicinePage = page({
  id: 'chinese-medicine',
  words: chineseMedicineWords,
  load: (data) => {
    const { lists } = data;
    return (
      lists && {
        drugs: data.once('chinese drugs', () => chineseDrugs(lists.medications)),
        encounters: visitsOf(data, lists, 'chinese-medicine'),
      }
    );
  },
  render: ({ drugs, encounters }, { paging }, shown: Shown<Used>) =>
    chineseMedicine(drugs, encounters, paging, shown),
});
