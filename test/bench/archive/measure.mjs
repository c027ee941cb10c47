/** Runs contenders in turn, so that other load on the machine affects all of them. */

/**
 * @template {string} Name
 * @param {Record<Name, () => unknown>} contenders
 * @param {number} rounds
 * @returns {Promise<Record<Name, number[]>>} milliseconds of each round
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
  return /** @type {Record<Name, number[]>} */ (Object.fromEntries(times));
}
