/** Medians of runs that take turns, so that what else the machine does falls on all alike. */

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * @param {Record<string, () => unknown>} contenders
 * @param {number} rounds
 * @returns {Promise<Record<string, number>>} milliseconds
 */
export async function race(contenders, rounds) {
  const times = Object.fromEntries(
    Object.keys(contenders).map((name) => [name, /** @type {number[]} */ ([])]),
  );
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const start = performance.now();
      await run();
      if (round > 0) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}
