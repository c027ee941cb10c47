import { Session } from 'node:inspector/promises';

/**
 * What mutations start from. A plain corpus stays as it is; a guided one grows by every input that made our code take a way
 * it had not taken before, so that the next mutations begin behind what the last ones got past. V8 itself says which
 * blocks ran: nothing is instrumented. It says little of code that ran hot before it was asked, so in a process the guided
 * campaign comes before the plain one. (libFuzzer's binding for Node, Jazzer.js 4, needs a newer C library than Debian 12 has.)
 *
 * @typedef {object} Corpus
 * @property {(random: (below: number) => number) => Uint8Array} pick
 * @property {(input: Uint8Array) => Promise<void>} ran to be called after each input, with nothing else having run
 * @property {() => string} summary to be called at the end
 */

/** @param {readonly Uint8Array[]} seeds @returns {Corpus} */
export const plainCorpus = (seeds) => ({
  pick: (random) => seeds[random(seeds.length)] ?? new Uint8Array(),
  ran: () => Promise.resolve(),
  summary: () => `${seeds.length} inputs to start from`,
});

/** More than this and the newest find takes a random other's place. */
const MOST_FINDS = 4_000;

/**
 * @param {readonly Uint8Array[]} seeds
 * @param {readonly string[]} places parts of the addresses of the modules that count
 * @returns {Promise<Corpus>}
 */
export async function guidedCorpus(seeds, places) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  /** Of each function, each set of its blocks that ran together for one input. @type {Set<string>} */
  const ways = new Set();
  /** @type {Uint8Array[]} */
  const finds = [];

  async function isNew() {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const before = ways.size;
    for (const { url, functions } of result) {
      if (!places.some((place) => url.includes(place))) continue;
      for (const { ranges } of functions) {
        const way = ranges.map(
          ({ startOffset, endOffset, count }) => `${startOffset}-${endOffset}:${count > 0}`,
        );
        if (ranges[0]?.count !== 0) ways.add(`${url} ${way.join()}`);
      }
    }
    return ways.size > before;
  }
  await isNew();

  return {
    pick: (random) => {
      const from = finds.length > 0 && random(3) > 0 ? finds : seeds;
      return from[random(from.length)] ?? new Uint8Array();
    },
    async ran(input) {
      if (!(await isNew())) return;
      if (finds.length < MOST_FINDS) finds.push(input);
      else finds[ways.size % MOST_FINDS] = input;
    },
    summary() {
      session.disconnect();
      return `${ways.size} ways through the code, ${finds.length} inputs that found one`;
    },
  };
}
