/**
 * Runs a limited number of tasks of each subject at the same time, in order of arrival. Tasks of different
 * subjects do not wait for one another.
 */
export function createFairTurns(atOnce: number): <T>(subject: string, work: () => Promise<T>) => Promise<T> {
  interface Line {
    running: number;
    readonly waiting: (() => void)[];
  }
  const lines = new Map<string, Line>();
  return async (subject, work) => {
    const line = lines.get(subject) ?? { running: 0, waiting: [] };
    lines.set(subject, line);
    if (line.running < atOnce) line.running += 1;
    else await new Promise<void>((begin) => line.waiting.push(begin));
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      // The next waiting task takes the place of the one that has ended.
      if (next !== undefined) next();
      else {
        line.running -= 1;
        if (line.running === 0) lines.delete(subject);
      }
    }
  };
}
