import type { LaboratorySeries } from '@mhb-kit/core/passbook';
import { html, type TemplateResult } from 'lit';
import { day, paged, type Paging, type Shown } from './shown.js';
import { positionBadge, rangeText, trendChart } from './trend-chart.js';

export const seriesName = ({ analyte, label }: LaboratorySeries, shown: Shown): string =>
  analyte === null ? label.normalize('NFKC') : shown.label(analyte.label);

/** Every analyte with its latest result; opened, its trend and all its values. */
export function laboratory(
  series: readonly LaboratorySeries[],
  opened: ReadonlySet<string>,
  toggle: (id: string, open: boolean) => void,
  chartWidth: number,
  paging: Paging,
  shown: Shown,
): TemplateResult {
  if (series.length === 0) return html`<p class="empty">${shown.strings.none}</p>`;
  return paged(
    series.filter(({ remark }) => !remark),
    paging,
    shown,
    (visible) =>
      html`<div class="rows">
        ${visible.map((each) => {
          const latest = each.points.at(-1);
          const open = opened.has(each.id);
          return html`<details
            class="row"
            .open=${open}
            @toggle=${(event: Event) => {
              toggle(each.id, (event.currentTarget as HTMLDetailsElement).open);
            }}
          >
            <summary>
              <span class="grow"><strong>${seriesName(each, shown)}</strong></span>
              ${
                latest === undefined
                  ? ''
                  : html`<span class="result"
                        ><strong>${latest.value}</strong> ${positionBadge(latest, shown)}
                        <small>${shown.strings.reference} ${rangeText(latest)}</small></span
                      >
                      <span class="when">${day(latest.date, shown)}</span>`
              }
            </summary>
            ${open ? trendChart(each, chartWidth, shown) : ''}
          </details>`;
        })}
      </div>`,
  );
}
