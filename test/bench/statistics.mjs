/** Statistics of measured values. */

/** @param {readonly number[]} values @param {number} part between 0 and 1 */
export function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/** Half of all values lie within this part of the median. @param {readonly number[]} values */
export const spread = (values) => (quantile(values, 0.75) - quantile(values, 0.25)) / median(values);

/** @typedef {keyof typeof statistics} Statistic */

/** The figure of a measurement that is compared. */
export const statistics = {
  median,
  p95: (/** @type {readonly number[]} */ values) => quantile(values, 0.95),
  worst: (/** @type {readonly number[]} */ values) => Math.max(...values),
  least: (/** @type {readonly number[]} */ values) => Math.min(...values),
};
