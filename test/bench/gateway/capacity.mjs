/**
 * The capacity plan as arithmetic: the cost of a country's load, from the measurements of `npm run bench --
 * --only gateway`. The result is in `docs/capacity.md`; a test compares the two.
 */

/**
 * @typedef {object} Load
 * @property {number} requestsPerDay
 * @property {number} peakFactor the busiest hour, as a multiple of the mean
 * @property {number} callsPerRequest polls, lists and downloads around one request
 * @property {number} loginsPerDay
 * @property {number} meanArchiveBytes
 * @property {number} daysKept
 */

/**
 * @typedef {object} Figures processor time in milliseconds, of one call or one request
 * @property {number} listMs
 * @property {number} serveMs time on the serving side from accepted to sealed
 * @property {number} workMs time on the working side
 * @property {number} loginMs
 * @property {number} databaseMsPerCall
 * @property {number} databaseMsPerRequest
 * @property {number} rowBytes size of a request's row with its indexes
 * @property {number} sealedBytes size of a request's records in the database
 */

/** @param {Load} load @param {Figures} figures */
export function capacity(load, figures) {
  const { requestsPerDay, peakFactor, callsPerRequest, loginsPerDay, meanArchiveBytes, daysKept } = load;
  const day = 86_400;
  const peak = (requestsPerDay / day) * peakFactor;
  const logins = (loginsPerDay / day) * peakFactor;
  const calls = peak * callsPerRequest;
  const cores = (/** @type {number} */ perSecond, /** @type {number} */ ms) => (perSecond * ms) / 1_000;
  const serving = cores(calls, figures.listMs) + cores(peak, figures.serveMs);
  const working = cores(peak, figures.workMs);
  const signingIn = cores(logins, figures.loginMs);
  const database = cores(calls, figures.databaseMsPerCall) + cores(peak, figures.databaseMsPerRequest);
  // Without spare capacity, queues grow without bound.
  const headroom = 1.5;
  return {
    'requests per second in the busiest hour': peak,
    'calls per second': calls,
    'logins per second': logins,
    'cores for answering calls': serving * headroom,
    'cores for background work': working * headroom,
    'cores for password hashing': signingIn * headroom,
    'cores for the database': database * headroom,
    'stored archives, millions': (requestsPerDay * daysKept) / 1e6,
    'stored archives, TB': (requestsPerDay * daysKept * meanArchiveBytes) / 1e12,
    'archives written, MB per second': (peak * meanArchiveBytes) / 1e6,
    'database, GB of requests in seven days':
      (requestsPerDay * daysKept * (figures.rowBytes + figures.sealedBytes)) / 1e9,
  };
}

/** Taiwan: 23 million insured; the mix of sizes of the design, 70 % of 60 KB, 25 % of 300 KB, 5 % of 3 MB. @type {Load} */
export const taiwan = {
  requestsPerDay: 2_000_000,
  peakFactor: 10,
  callsPerRequest: 12,
  loginsPerDay: 3_000_000,
  meanArchiveBytes: 0.7 * 60e3 + 0.25 * 300e3 + 0.05 * 3e6,
  daysKept: 7,
};

/** @param {ReturnType<typeof capacity>} plan */
export const table = (plan) =>
  ['| quantity | value |', '| --- | ---: |']
    .concat(
      Object.entries(plan).map(
        ([name, value]) => `| ${name} | ${value < 100 ? value.toFixed(1) : Math.round(value)} |`,
      ),
    )
    .join('\n');
