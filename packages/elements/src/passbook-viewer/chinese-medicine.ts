import type { Encounter, MedicationList } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { medicationCards, pastMedications } from './medications.js';
import type { Paging, Shown } from './shown.js';
import { visits } from './visits.js';

/** Chinese medicine: its drugs apart from the others, and its visits. */
export function chineseMedicine(
  { current, past }: MedicationList,
  encounters: readonly Encounter[],
  paging: Paging,
  shown: Shown,
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
