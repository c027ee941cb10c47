import { listDischargeSummaries, type DischargeSummary } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { day, pair, paged, rawButton, type Paging, type Shown } from '../../parts/shown.js';
import type { MedicationsWords } from '../medications/medications.strings.js';
import { page } from '../page.js';
import { dischargesWords, type DischargesWords } from './discharges.strings.js';

/** Renders the discharge summaries of hospital stays. */
function discharges(
  list: readonly DischargeSummary[],
  paging: Paging,
  shown: Shown<DischargesWords & MedicationsWords>,
): TemplateResult {
  const { strings } = shown;
  return paged(
    list,
    paging,
    shown,
    (visible) =>
      html`<div class="rows">
        ${visible.map(
          (summary) =>
            html`<details class="row">
              <summary>
                <span class="when"
                  >${day(summary.period.start, shown)}${
                    summary.period.end === null ? nothing : html` – ${day(summary.period.end, shown)}`
                  }</span
                >
                <span class="grow"
                  ><strong>${summary.serviceProvider.name ?? '—'}</strong>
                  <small>${summary.dischargeDiagnosis}</small></span
                >
              </summary>
              <div class="body">
                <dl class="pairs">
                  ${(
                    [
                      [strings.department, summary.department],
                      [strings.admissionDiagnosis, summary.admissionDiagnosis],
                      [strings.dischargeDiagnosis, summary.dischargeDiagnosis],
                      [strings.course, summary.course],
                      [strings.procedures, summary.procedures],
                      [strings.medications, summary.medications],
                      [strings.instructions, summary.instructions],
                    ] as const
                  ).map(([term, text]) =>
                    text === null ? nothing : pair(term, html`<span class="pre">${text}</span>`),
                  )}
                </dl>
                <p>${rawButton(summary, shown)}</p>
              </div>
            </details>`,
        )}
      </div>`,
  );
}

export const dischargesPage = page({
  id: 'discharges',
  words: dischargesWords,
  load: ({ passbook }) => listDischargeSummaries(passbook),
  render: (list, { paging }, shown: Shown<DischargesWords & MedicationsWords>) =>
    discharges(list, paging, shown),
});
