import {
  hasColumns,
  impressionOf,
  listReports,
  reportKindOf,
  reportKinds,
  type Report,
  type ReportKind,
} from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import type { ViewerData } from '../../data/viewer-data.js';
import { day, nameOf, paged, rawButton, type Paging, type Shown } from '../../parts/shown.js';
import { explainButton, termName, type Term } from '../../parts/term.js';
import { page } from '../page.js';
import { reportsStyles } from './reports.styles.js';
import { reportsWords, type ReportsWords } from './reports.strings.js';

/** The filter and paging state of the report list. */
interface ReportsPage {
  /** The kind of reports to show; empty for all kinds. */
  readonly kind: ReportKind | '';
  readonly narrow: (kind: ReportKind | '') => void;
  readonly paging: Paging;
}

/**
 * Renders the page for imaging and pathology reports, which can be filtered by kind. Each report shows the
 * examination, its conclusion, and the original text.
 */
function reports(
  list: readonly Report[],
  { kind, narrow, paging }: ReportsPage,
  shown: Shown<ReportsWords>,
): TemplateResult {
  const wanted =
    paging.whole === true || kind === '' ? list : list.filter((each) => reportKindOf(each) === kind);
  return html`${kindButtons(list, kind, narrow, shown)}
  ${paged(
    wanted,
    paging,
    shown,
    (visible) =>
      html`<div class="rows">
        ${visible.map((report, index) => reportRow(report, index === 0 && paging.page === 0, shown))}
      </div>`,
  )}`;
}

function kindButtons(
  list: readonly Report[],
  chosen: ReportKind | '',
  narrow: ReportsPage['narrow'],
  shown: Shown<ReportsWords>,
): TemplateResult | typeof nothing {
  const counts = new Map<ReportKind, number>();
  for (const each of list) {
    const kind = reportKindOf(each);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  if (counts.size < 2) return nothing;
  const button = (kind: ReportKind | '', words: string, count: number): TemplateResult =>
    html`<button
      type="button"
      aria-pressed=${kind === chosen ? 'true' : 'false'}
      @click=${() => {
        narrow(kind);
      }}
    >
      ${words} ${count}
    </button>`;
  return html`<div class="actions kinds" role="group" aria-label=${shown.strings.reportKinds}>
    ${button('', shown.strings.allReports, list.length)}
    ${reportKinds.flatMap(({ id, label }) => {
      const count = counts.get(id);
      return count === undefined ? [] : [button(id, shown.label(label), count)];
    })}
  </div>`;
}

function reportRow(report: Report, open: boolean, shown: Shown<ReportsWords>): TemplateResult {
  const impression = impressionOf(report);
  return html`<div class="with-what">
    <details class="row" ?open=${open}>
      <summary>
        <span class="when">${day(report.date, shown)}</span>
        <span class="grow"
          ><strong>${termName(orderTerm(report), shown)}</strong>
          <small>${report.performer.name}</small>
          ${impression === null ? nothing : html`<span class="impression">${impression}</span>`}</span
        >
      </summary>
      <div class="body">
        ${
          hasColumns(report)
            ? html`<p class="pre report columns" tabindex="0">${report.text}</p>`
            : html`<p class="pre report">${report.text?.trim() ?? '—'}</p>`
        }
        <p>${rawButton(report, shown)}</p>
      </div>
    </details>
    ${explainButton(orderTerm(report), shown)}
  </div>`;
}

const orderTerm = ({ order }: Report): Term => ({
  kind: 'order',
  code: order.code,
  name: nameOf(order),
});

/** Returns the reports, which are computed once for all pages that show them. */
export const reportsOf = (data: ViewerData): readonly Report[] =>
  data.once('reports', () => listReports(data.passbook));

export const reportsPage = page({
  id: 'reports',
  words: reportsWords,
  styles: reportsStyles,
  load: reportsOf,
  render: (list, { view, change, paging }, shown) =>
    reports(
      list,
      {
        kind: view.reports,
        narrow: (kind) => {
          change({ reports: kind, page: 0 });
        },
        paging,
      },
      shown,
    ),
});
