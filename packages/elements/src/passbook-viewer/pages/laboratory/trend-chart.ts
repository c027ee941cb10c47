import type { LaboratoryPoint, LaboratorySeries, PartialDate } from '@mhb-kit/core/passbook';
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { formatDate } from '../../../base/dates.js';
import { dataTable } from '../../parts/data-table.js';
import { inPieces } from '../../parts/folded.js';
import { positionBadge, rangeText, seriesName, unitText, valueText } from '../../parts/result-words.js';
import { day, rawButton, type Shown } from '../../parts/shown.js';
import type { LaboratoryWords } from './laboratory.strings.js';

interface Plotted {
  readonly x: number;
  readonly y: number;
  readonly point: LaboratoryPoint;
  /**
   * 1 if the value is above the chart, -1 if it is below the chart, otherwise 0. A value outside the chart is
   * drawn at the edge of the chart and labeled with its number.
   */
  readonly beyond: number;
}

const HEIGHT = 220;
const MARGIN = { top: 18, right: 28, bottom: 34, left: 52 };
/**
 * The space above the highest and below the lowest value, as a fraction of the difference between these values.
 */
const HEADROOM = 0.12;
const WANTED_TICKS = 6;
/** Minimum distance between two dates on the axis, in pixels. */
const DATE_ROOM = 130;

/**
 * Draws a trend as a line in front of the reference band of the newest result, followed by a table of the same
 * values. The chart is exactly as wide in pixels as the available space, so that its text is as large as the
 * surrounding text. Both shape and color show whether a value is within the range.
 */
export function trendChart(
  series: LaboratorySeries,
  width: number,
  shown: Shown<LaboratoryWords>,
): TemplateResult {
  const { strings, dates } = shown;
  const points = plottable(series);
  const first = points[0]?.date;
  const last = points.at(-1)?.date;
  const chart =
    points.length < 2 || first === undefined || first === null || last === undefined || last === null
      ? nothing
      : html`<svg
          class="chart"
          viewBox="0 0 ${width} ${HEIGHT}"
          width=${width}
          height=${HEIGHT}
          role="img"
          aria-label="${strings.trend(seriesName(series, shown))}. ${strings.trendSummary(
            points.length,
            formatDate(first, dates),
            formatDate(last, dates),
          )}"
        >
          ${plot(points, { width, height: HEIGHT, ...spanOf([points]) }, shown)}
        </svg>`;
  return html`<figure>${chart}${valuesTable(series, shown)}</figure>`;
}

/** Returns the points of a series that can be drawn in a chart. */
export const plottable = ({ points }: LaboratorySeries): readonly LaboratoryPoint[] =>
  points.filter(({ quantity, date }) => quantity !== null && date !== null);

/** The area of a chart, given by its size in pixels and the instants at its left and right edges. */
export interface PlotArea {
  readonly width: number;
  readonly height: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the instants of the first and last day in several lists of points. Each list must begin with its oldest
 * point.
 */
export function spanOf(lists: readonly (readonly LaboratoryPoint[])[]): Pick<PlotArea, 'start' | 'end'> {
  const edges = lists.flatMap((points) => [points[0], points.at(-1)]).flatMap((point) => point ?? []);
  const times = edges.map(({ date }) => instant(date));
  return { start: Math.min(...times), end: Math.max(...times) };
}

/** Draws one analyte with its reference band, its line, a mark for each result, and the dates below. */
export function plot(
  points: readonly LaboratoryPoint[],
  { width, height, start, end }: PlotArea,
  { dates }: Shown,
): SVGTemplateResult {
  const range = points.at(-1)?.range ?? null;
  const bounds = [range?.low?.value, range?.high?.value].filter((value) => value !== undefined);
  const values = points.map(valueOf);
  const scaled = withoutOutliers(values, bounds);
  const ticks = niceTicks(Math.min(...scaled, ...bounds), Math.max(...scaled, ...bounds));
  const unit = unitText(points.at(-1)?.unit ?? null);
  const [bottom, top] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const inner = { width: width - MARGIN.left - MARGIN.right, height: height - MARGIN.top - MARGIN.bottom };
  const y = (value: number): number =>
    round(
      MARGIN.top +
        inner.height * (1 - (Math.min(Math.max(value, bottom), top) - bottom) / (top - bottom || 1)),
    );
  const x = (time: number): number =>
    round(MARGIN.left + (inner.width * (time - start)) / (end - start || 1));
  const plotted = points.map((point): Plotted => ({
    point,
    x: x(instant(point.date)),
    y: y(valueOf(point)),
    beyond: valueOf(point) > top ? 1 : valueOf(point) < bottom ? -1 : 0,
  }));
  const bandTop = range?.high === null || range?.high === undefined ? MARGIN.top : y(range.high.value);
  const bandBottom =
    range?.low === null || range?.low === undefined ? height - MARGIN.bottom : y(range.low.value);
  const newest = plotted.at(-1);
  return svg`
    ${bounds.length === 0 ? nothing : svg`<rect class="band" x=${MARGIN.left} y=${bandTop} width=${inner.width} height=${Math.max(0, bandBottom - bandTop)} />`}
    ${ticks.map(
      (
        tick,
      ) => svg`<line class="grid" x1=${MARGIN.left} x2=${width - MARGIN.right} y1=${y(tick)} y2=${y(tick)} />
        <text x=${MARGIN.left - 8} y=${y(tick) + 4} text-anchor="end">${tick}</text>`,
    )}
    ${dateTicks(plotted).map(
      ({ x: at, point }, index, all) =>
        svg`<text x=${at} y=${height - 10} text-anchor=${index === 0 ? 'start' : index === all.length - 1 ? 'end' : 'middle'}>${formatDate(point.date ?? '', dates)}</text>`,
    )}
    <polyline class="line" points=${plotted.map((each) => `${each.x},${each.y}`).join(' ')} />
    ${drawnMarks(plotted, inner.width).map(marker)}
    ${unit === '' ? nothing : svg`<text x=${MARGIN.left + 2} y=${MARGIN.top - 6} text-anchor="start">${unit}</text>`}
    ${newest === undefined ? nothing : svg`<text class="newest" x=${newest.x} y=${Math.max(newest.y - 12, 12)} text-anchor="end">${newest.point.value}</text>`}
  `;
}

/** The minimum distance in pixels at which marks do not cover each other. */
const MARK_ROOM = 3;

/**
 * Returns all marks if there is room for them. Otherwise, returns the highest, the lowest and the newest mark in
 * each group of adjacent pixels.
 */
function drawnMarks(plotted: readonly Plotted[], width: number): readonly Plotted[] {
  if (plotted.length * MARK_ROOM <= width) return plotted;
  const columns = new Map<number, Plotted[]>();
  for (const each of plotted) {
    const column = Math.floor(each.x / MARK_ROOM);
    const others = columns.get(column);
    if (others === undefined) columns.set(column, [each]);
    else others.push(each);
  }
  return [...columns.values()].flatMap((column) => {
    const byHeight = [...column].sort((a, b) => a.y - b.y);
    return [...new Set([byHeight[0], byHeight.at(-1), column.at(-1)])].flatMap((each) => each ?? []);
  });
}

/**
 * Draws the mark of a value. A value within the range is a circle, a value above the range is a triangle that
 * points up, and a value below the range is a triangle that points down. If the value is only a limit ("< 4.0"),
 * the mark is hollow and has a stroke in the direction of the possible values. A value outside the chart is drawn
 * at the chart's edge and labeled with its number.
 */
function marker({ x, y, point, beyond }: Plotted): SVGTemplateResult {
  const { position, quantity } = point;
  const limit = quantity?.comparator ?? null;
  const kind = limit === null ? 'mark' : 'mark limit';
  const shape =
    position === 'above'
      ? svg`<path class="${kind} out" d="M${x} ${y - 7}l7 12h-14z" />`
      : position === 'below'
        ? svg`<path class="${kind} out" d="M${x} ${y + 7}l7 -12h-14z" />`
        : svg`<circle class=${kind} cx=${x} cy=${y} r="5" />`;
  const towards = limit === null ? 0 : limit.startsWith('<') ? 1 : -1;
  return svg`${shape}${
    towards === 0 ? nothing : svg`<path class="towards" d="M${x} ${y + towards * 6}v${towards * 12}" />`
  }${
    beyond === 0
      ? nothing
      : svg`<text x=${x + 10} y=${y + (beyond > 0 ? 10 : -2)} text-anchor="start">${beyond > 0 ? '↑' : '↓'} ${point.value}</text>`
  }`;
}

/**
 * A value is an outlier if its distance from the middle half of all values exceeds the width of that half
 * multiplied by this factor.
 */
const FAR = 8;
/** The minimum number of values for a meaningful middle half. */
const LEAST_VALUES = 4;

/**
 * Returns the values that determine the scale. Outliers are excluded, because a single outlier would flatten all
 * other values.
 */
export function withoutOutliers(values: readonly number[], bounds: readonly number[]): readonly number[] {
  if (values.length < LEAST_VALUES) return values;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
  const [low, high] = [Math.min(at(0.25), ...bounds), Math.max(at(0.75), ...bounds)];
  const width = high - low || Math.abs(high) || 1;
  const near = values.filter((value) => value <= high + FAR * width && value >= low - FAR * width);
  return near.length >= values.length / 2 ? near : values;
}

/**
 * Returns the points whose dates label the axis: the first point, the last point and, if there is space, the point
 * nearest to the middle.
 */
function dateTicks(plotted: readonly Plotted[]): readonly Plotted[] {
  const [first, last] = [plotted[0], plotted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const fromMiddle = ({ x }: Plotted): number => Math.abs(x - (first.x + last.x) / 2);
  const [middle] = plotted
    .filter(({ x }) => x - first.x > DATE_ROOM && last.x - x > DATE_ROOM)
    .sort((a, b) => fromMiddle(a) - fromMiddle(b));
  return middle === undefined ? [first, last] : [first, middle, last];
}

const valuesTable = (series: LaboratorySeries, shown: Shown<LaboratoryWords>): TemplateResult =>
  inPieces(
    [...series.points].reverse(),
    (some) =>
      dataTable<LaboratoryPoint>(
        shown.strings.valuesOf(seriesName(series, shown)),
        [
          { title: shown.strings.date, head: true, cell: ({ date }) => day(date, shown) },
          {
            title: shown.strings.value,
            cell: (point) => html`${valueText(point, shown)} ${positionBadge(point, shown)}`,
          },
          { title: shown.strings.reference, cell: rangeText },
          { title: shown.strings.facility, cell: ({ organization }) => organization ?? '—' },
          {
            title: shown.strings.rawFields,
            spoken: true,
            cell: ({ record }) => rawButton(record, shown),
          },
        ],
        some,
      ),
    shown,
  );

const valueOf = ({ quantity }: LaboratoryPoint): number => quantity?.value ?? 0;
const instant = (date: PartialDate | null): number => Date.parse(date ?? '');
const round = (value: number): number => Math.round(value * 10) / 10;

/** Returns round numbers below, between and above the values, in steps of 1, 2 or 5 times a power of ten. */
export function niceTicks(low: number, high: number): number[] {
  const room = (high - low || Math.abs(high) || 1) * HEADROOM;
  const raw = (high - low + 2 * room) / WANTED_TICKS;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= raw) ?? raw;
  const from = Math.floor((low - room) / step);
  const to = Math.ceil((high + room) / step);
  const lowest = low >= 0 ? Math.max(0, from) : from;
  return Array.from({ length: to - lowest + 1 }, (_, index) =>
    Number(((lowest + index) * step).toPrecision(12)),
  );
}
