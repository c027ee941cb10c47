import { Session } from 'node:inspector/promises';

/**
 * The inputs from which mutations start. A plain corpus does not change. A guided one grows with every input
 * that reached new code, so that the next mutations start from there. V8 reports which blocks ran, without
 * instrumentation. It reports little about code that was optimized before, so in a process the guided
 * campaign comes before the plain one. (libFuzzer's binding for Node, Jazzer.js 4, needs a newer C library
 * than Debian 12 has.)
 *
 * @typedef {object} Corpus
 * @property {(random: (below: number) => number) => Uint8Array} pick
 * @property {(input: Uint8Array) => Promise<void>} ran call this after each input, when nothing else has run
 * @property {() => string} summary call this at the end
 */

/** @param {readonly Uint8Array[]} seeds @returns {Corpus} */
export const plainCorpus = (seeds) => ({
  pick: (random) => seeds[random(seeds.length)] ?? new Uint8Array(),
  ran: () => Promise.resolve(),
  summary: () => `${seeds.length} inputs to start from`,
});

/** If there are more, the newest one replaces a random one. */
const MOST_FINDS = 4_000;

/**
 * @param {readonly Uint8Array[]} seeds
 * @param {readonly string[]} places parts of the URLs of the measured modules
 * @returns {Promise<Corpus>}
 */
export async function guidedCorpus(seeds, places) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  /** For each function, each set of blocks that ran together for one input. @type {Set<string>} */
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
