import type { LaboratoryPoint, LaboratorySeries, PartialDate } from '@mhb-kit/core/passbook';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { dataTable } from '../../parts/data-table.js';
import { positionBadge, seriesName, valueText } from '../../parts/result-words.js';
import { day, paged, type Paging, type Shown } from '../../parts/shown.js';
import { plot, plottable, spanOf } from './trend-chart.js';
import type { LaboratoryWords } from './laboratory.strings.js';

const PANEL = 170;
const TITLE = 26;

/**
 * Draws several analytes in one chart. Each analyte has a panel with its own scale and reference band, because
 * percentages and milligrams cannot share a scale, but all panels share one time axis. A table below the chart
 * contains the same values, with one row per day.
 */
export function comparisonChart(
  series: readonly LaboratorySeries[],
  width: number,
  paging: Paging,
  shown: Shown<LaboratoryWords>,
): TemplateResult {
  const lists = series
    .map((each) => ({ name: seriesName(each, shown), points: plottable(each) }))
    .filter(({ points }) => points.length > 0);
  const span = spanOf(lists.map(({ points }) => points));
  const height = lists.length * (PANEL + TITLE);
  return html`<figure>
    ${
      lists.length === 0
        ? nothing
        : html`<svg
            class="chart"
            viewBox="0 0 ${width} ${height}"
            width=${width}
            height=${height}
            role="img"
            aria-label=${shown.strings.comparisonOf(lists.map(({ name }) => name))}
          >
            ${lists.map(
              ({ name, points }, index) =>
                svg`<g transform="translate(0 ${index * (PANEL + TITLE)})">
                  <text class="newest" x="0" y="18">${name}</text>
                  <g transform="translate(0 ${TITLE})">${plot(points, { width, height: PANEL, ...span }, shown)}</g>
                </g>`,
            )}
          </svg>`
    }
    ${valuesTable(series, paging, shown)}
  </figure>`;
}

interface Day {
  readonly date: PartialDate | null;
  readonly values: ReadonlyMap<string, LaboratoryPoint>;
}

function valuesTable(
  series: readonly LaboratorySeries[],
  paging: Paging,
  shown: Shown<LaboratoryWords>,
): TemplateResult {
  const days = new Map<string, { date: PartialDate | null; values: Map<string, LaboratoryPoint> }>();
  for (const { id, points } of series)
    for (const point of points) {
      const key = point.date ?? '';
      const known = days.get(key);
      if (known === undefined) days.set(key, { date: point.date, values: new Map([[id, point]]) });
      else known.values.set(id, point);
    }
  const rows = [...days].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, value]) => value);
  return paged<Day>(rows, paging, shown, (visible) =>
    dataTable<Day>(
      shown.strings.comparisonOf(series.map((each) => seriesName(each, shown))),
      [
        { title: shown.strings.date, head: true, cell: ({ date }) => day(date, shown) },
        ...series.map((each) => ({
          title: seriesName(each, shown),
          cell: ({ values }: Day) => {
            const point = values.get(each.id);
            return point === undefined
              ? '—'
              : html`${valueText(point, shown)} ${positionBadge(point, shown)}`;
          },
        })),
      ],
      visible,
    ),
  );
}
