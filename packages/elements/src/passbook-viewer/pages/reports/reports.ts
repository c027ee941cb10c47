import { listReports, type DiagnosticReport, type Report } from '@mhb-kit/core/passbook';
import { html, type TemplateResult } from 'lit';
import type { ViewerData } from '../../data/viewer-data.js';
import { day, nameOf, paged, rawButton, type Paging, type Shown } from '../../parts/shown.js';
import { explainButton, termName, type Term } from '../../parts/term.js';
import { page } from '../page.js';
import { reportsStyles } from './reports.styles.js';
import { reportsWords } from './reports.strings.js';

/** Imaging and pathology: what was examined, and the report as it was written. */
function reports(list: readonly DiagnosticReport[], paging: Paging, shown: Shown): TemplateResult {
  return paged(
    list,
    paging,
    shown,
    (visible) =>
      html`<div class="rows">
        ${visible.map(
          (report, index) =>
            html`<div class="with-what">
              <details class="row" ?open=${index === 0 && paging.page === 0}>
                <summary>
                  <span class="when">${day(report.date, shown)}</span>
                  <span class="grow"
                    ><strong>${termName(orderTerm(report), shown)}</strong>
                    <small>${report.performer.name}</small></span
                  >
                </summary>
                <div class="body">
                  <p class="pre report">${report.text?.trim() ?? '—'}</p>
                  <p>${rawButton(report, shown)}</p>
                </div>
              </details>
              ${explainButton(orderTerm(report), shown)}
            </div>`,
        )}
      </div>`,
  );
}

const orderTerm = ({ order }: DiagnosticReport): Term => ({
  kind: 'order',
  code: order.code,
  name: nameOf(order),
});

/** For every page that names them. */
export const reportsOf = (data: ViewerData): readonly Report[] =>
  data.once('reports', () => listReports(data.passbook));

export const reportsPage = page({
  id: 'reports',
  words: reportsWords,
  styles: reportsStyles,
  load: reportsOf,
  render: (list, { paging }, shown) => reports(list, paging, shown),
});
