import type { DiagnosticReport, DischargeSummary } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { day, pair, paged, rawButton, type Paging, type Shown } from './shown.js';

/** Imaging and pathology: what was examined, and the report as it was written. */
export function reports(list: readonly DiagnosticReport[], paging: Paging, shown: Shown): TemplateResult {
  return paged(
    list,
    paging,
    shown,
    (visible) =>
      html`<div class="rows">
        ${visible.map(
          (report, index) =>
            html`<details class="row" ?open=${index === 0 && paging.page === 0}>
              <summary>
                <span class="when">${day(report.date, shown)}</span>
                <span class="grow"
                  ><strong>${report.order.display?.normalize('NFKC') ?? report.order.code ?? '—'}</strong>
                  <small>${report.performer.name}</small></span
                >
              </summary>
              <div class="body">
                <p class="pre report">${lines(report.text)}</p>
                <p>${rawButton(report, shown)}</p>
              </div>
            </details>`,
        )}
      </div>`,
  );
}

/** JSON writes the line breaks of a report as tabs. */
const lines = (text: string | null): string => text?.replace(/\t+/g, '\n').trim() ?? '—';

/** What a hospital wrote at the end of a stay. */
export function discharges(list: readonly DischargeSummary[], paging: Paging, shown: Shown): TemplateResult {
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
