/** What has been measured, and where: every row belongs to the run that measured it. */

/**
 * `commit` ends in `+` if the packages had uncommitted changes. The latest run comes first; earlier runs keep the
 * rows of benches that the latest run did not measure, because they failed or were not selected.
 *
 * @typedef {{ machine: string, date: string, commit: string, rows: readonly import('./table.mjs').Row[] }} Run
 * @typedef {{ runs: readonly Run[] }} Results
 */

/**
 * Adds a run, and removes the rows of the benches that it measured from earlier runs.
 * @param {Results} results @param {Run} run @returns {Results}
 */
export function withRun({ runs }, run) {
  const measured = new Set(run.rows.map(({ bench }) => bench));
  const others = runs
    .map((other) => ({ ...other, rows: other.rows.filter(({ bench }) => !measured.has(bench)) }))
    .filter(({ rows }) => rows.length > 0);
  const [latest, ...older] = others;
  const isSame = latest !== undefined && sameRun(latest, run);
  return { runs: isSame ? [{ ...run, rows: [...latest.rows, ...run.rows] }, ...older] : [run, ...others] };
}

/** @param {Run} one @param {Run} other */
const sameRun = (one, other) =>
  one.machine === other.machine && one.date === other.date && one.commit === other.commit;

const MARKS = ['', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
/** The mark of the rows of an earlier run; rows of the latest run have none. @param {number} index of the run */
export const markOf = (index) => MARKS[index] ?? `(${index})`;

/** All rows, each with its run and the mark of that run. @param {Results} results */
export const rowsOf = ({ runs }) =>
  runs.flatMap((run, index) => run.rows.map((row) => ({ ...row, run, mark: markOf(index) })));

/** @typedef {ReturnType<typeof rowsOf>[number]} MeasuredRow */

/**
 * The row of `before` that can be compared with a row: the same measurement on the same machine.
 * @param {Results} before @param {MeasuredRow} row
 */
export const comparable = (before, { name, run }) =>
  before.runs
    .filter(({ machine }) => machine === run.machine)
    .flatMap(({ rows }) => rows)
    .find((row) => row.name === name);
