import { allHabits, goals, meets, type Cell, type Habit, type Tally } from '@mhb-kit/testkit/lives';
import { describe, expect, it } from 'vitest';
import { scoreLives } from './score.mjs';

/**
 * A fixed sample of the lives that `npm run truth` scores, with its own seeds. It is so small that a single wrong or
 * missing answer fails a goal.
 */
const cells = Object.keys(goals) as Cell[];

function missed(tally: Tally): Record<string, unknown> {
  const below = [...tally.counts].filter(([cell, count]) => !meets(cell, count)).map(([cell]) => cell);
  return Object.fromEntries(
    below.map((cell) => [cell, tally.failures.filter((why) => why.startsWith(`${cell}:`)).slice(0, 5)]),
  );
}

async function scored(seed: string, lives: number, habits: Iterable<Habit>): Promise<Tally> {
  return (await scoreLives({ seed, lives, habits: new Set(habits) })).tally;
}

describe('what views state about invented lives', () => {
  it('reaches every goal with all habits, and covers every cell', async () => {
    const tally = await scored('sample', 60, allHabits);
    expect(missed(tally)).toEqual({});
    for (const cell of cells) expect(tally.counts.get(cell)?.right ?? 0, cell).toBeGreaterThan(0);
  });

  it('reaches every goal without habits', async () => {
    expect(missed(await scored('tidy', 3, []))).toEqual({});
  });

  it.each(allHabits)('reaches every goal with only the habit %s', async (habit) => {
    expect(missed(await scored(`sample ${habit}`, 1, [habit]))).toEqual({});
  });
});
