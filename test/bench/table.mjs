import { median, quantile, spread } from './statistics.mjs';

/**
 * A measurement as a bench gives it: values or all their samples, less being better. `peer` is the same work done by
 * `peerName`, `limit` what was promised.
 *
 * @typedef {{ name: string, ours: number | readonly number[], peer: number | readonly number[] | null, limit: number | null,
 *   unit: string, peerName?: string }} Measurement
 *
 * A row adds `ratioToPeer` (how many times better than the peer) and `ratioToLimit` (1 or more: the limit is kept); `p95`
 * and `spread` (half of the samples lie within this part of the median) are null where a bench gives one figure only.
 *
 * @typedef {{ bench: string, name: string, ours: number, p95: number | null, spread: number | null, peer: number | null,
 *   peerName: string | null, limit: number | null, unit: string, ratioToPeer: number | null, ratioToLimit: number | null }} Row
 */

/** @param {string} bench @param {Measurement} measurement @returns {Row} */
export function row(bench, { name, ours, peer, limit, unit, peerName }) {
  const samples = typeof ours === 'number' ? [] : ours;
  const middle = typeof ours === 'number' ? ours : median(ours);
  const other = peer === null || typeof peer === 'number' ? peer : median(peer);
  return {
    bench,
    name,
    ours: round(middle),
    p95: samples.length < 2 ? null : round(quantile(samples, 0.95)),
    spread: samples.length < 2 ? null : Number(spread(samples).toFixed(2)),
    peer: other === null ? null : round(other),
    peerName: peerName ?? null,
    limit: limit === null ? null : round(limit),
    unit,
    ratioToPeer: ratio(other, middle),
    ratioToLimit: ratio(limit, middle),
  };
}

/** @param {Row} row whether it keeps what was promised; nothing was: it does */
export const kept = ({ ratioToLimit }) => ratioToLimit === null || ratioToLimit >= 1;

/** One line of the table in a terminal. @param {Row} row */
export function line(row) {
  const mark = row.limit === null ? ' ' : kept(row) ? '✓' : '✗';
  const cells = [row.ours, row.p95, row.peer, row.limit].map((cell) => String(cell ?? '–').padStart(8));
  const more = [
    row.ratioToPeer === null ? '' : `${row.ratioToPeer}× ${row.peerName ?? 'the peer'}`,
    row.spread === null ? '' : `±${Math.round(row.spread * 50)} %`,
  ];
  return `${mark} ${row.name.padEnd(66)}${cells.join(' ')} ${row.unit.padEnd(4)} ${more.join('  ')}`.trimEnd();
}

export const HEADING = `  ${''.padEnd(66)}${['ours', 'p95', 'peer', 'limit'].map((cell) => cell.padStart(8)).join(' ')}`;

/** @param {number | null} other @param {number} ours */
const ratio = (other, ours) => (other === null ? null : Number((other / ours).toFixed(2)));
/** @param {number} value */
const round = (value) => Number(value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0));
