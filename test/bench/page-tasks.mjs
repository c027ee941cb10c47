/** The trace categories in Chromium for `tasksOf`. */
export const PAGE_TASKS = { categories: ['disabled-by-default-devtools.timeline', 'blink.user_timing'] };

/**
 * The longest task of a part, in milliseconds of processor time of the page's thread, because other load on
 * the machine would lengthen the elapsed time. @param {Buffer} trace @returns {(part: string) => number}
 */
export function tasksOf(trace) {
  /** @type {{ name: string, ts: number, tid: number, dur?: number, tdur?: number }[]} */
  const events = JSON.parse(trace.toString()).traceEvents;
  const marks = new Map(
    events.filter(({ name }) => /^(begin|end) /.test(name)).map((event) => [event.name, event]),
  );
  const tasks = events.filter(({ name }) => name === 'RunTask');
  return (part) => {
    const [begin, end] = [marks.get(`begin ${part}`), marks.get(`end ${part}`)];
    if (begin === undefined || end === undefined) throw new Error(`No part ${part}`);
    return Math.max(
      0,
      ...tasks
        .filter(({ tid, ts, dur = 0 }) => tid === begin.tid && ts + dur >= begin.ts && ts <= end.ts)
        .map(({ tdur = 0 }) => tdur / 1000),
    );
  };
}
