/** Medians of runs that take turns, so that what else the machine does falls on all alike. */

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/**
 * @template {string} Name
 * @param {Record<Name, () => unknown>} contenders
 * @param {number} rounds
 * @returns {Promise<Record<Name, number>>} milliseconds
 */
export async function race(contenders, rounds) {
  const names = /** @type {Name[]} */ (Object.keys(contenders));
  const times = new Map(names.map((name) => [name, /** @type {number[]} */ ([])]));
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      await contenders[name]();
      if (round > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return /** @type {Record<Name, number>} */ (
    Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])]))
  );
}
