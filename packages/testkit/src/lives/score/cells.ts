/** The score that a view must reach. If precision or recall has no goal, it is not checked. */
export interface Goal {
  readonly precision?: number;
  readonly recall?: number;
}

/** The goals for the cards of a first screen. */
const glanceGoals = {
  'card of allergies': { precision: 1, recall: 1 },
  'drug against allergy': { precision: 1, recall: 1 },
  'card of what to follow up': { precision: 1, recall: 1 },
  'card of drugs': { precision: 0.99, recall: 0.99 },
  'card of refills': { precision: 0.98, recall: 0.98 },
  // A result that is not in the main series of its test is not scored.
  'card of results': { precision: 0.99, recall: 1 },
  'compared with': { precision: 1, recall: 0.97 },
  'card of problems': { precision: 1, recall: 1 },
  'card of stays': { precision: 1, recall: 1 },
  'card of what is next': { precision: 1, recall: 1 },
  'card of visits': { precision: 1, recall: 1 },
  'card of money': { precision: 1, recall: 1 },
} as const satisfies Record<string, Goal>;

/**
 * The cells of the score. `precision` is the share of a view's statements that are true, and `recall` is the share
 * of the true facts that the view states.
 */
export const goals = {
  'drugs in use': { precision: 0.99, recall: 0.99 },
  'day drugs run out': { recall: 0.98 },
  'never later than possible': { precision: 1 },
  'replaced, ask': { recall: 1 },
  'may still be in use': { precision: 1 },
  'duplicate therapy': { precision: 1, recall: 1 },
  'no point of another kind': { precision: 1 },
  'on its one series': { recall: 0.97 },
  'no result twice': { precision: 1 },
  position: { precision: 1, recall: 0.95 },
  'undecided stays undecided': { precision: 1 },
  'abnormal now': { precision: 1, recall: 1 },
  'abnormal since': { precision: 1 },
  allergies: { precision: 1, recall: 1 },
  'statements of absence': { precision: 1, recall: 1 },
  vaccinations: { precision: 1, recall: 1 },
  'check-up values': { precision: 1, recall: 1 },
  visits: { precision: 1, recall: 1 },
  sums: { precision: 1 },
  due: { precision: 1, recall: 1 },
  'screening to follow up': { precision: 1, recall: 1 },
  ...glanceGoals,
} as const satisfies Record<string, Goal>;

export type Cell = keyof typeof goals;

export const glanceCells: readonly Cell[] = Object.keys(glanceGoals) as (keyof typeof glanceGoals)[];

export interface Count {
  /** The number of statements that are true. */
  right: number;
  /** The number of statements that are not true. */
  wrong: number;
  /** The number of true facts that are not stated. */
  missed: number;
}

/** Counts for each cell, with a description of what was wrong or missed. */
export class Tally {
  readonly counts = new Map<Cell, Count>();
  readonly failures: string[] = [];

  right(cell: Cell, times = 1): void {
    this.#of(cell).right += times;
  }

  wrong(cell: Cell, why: string): void {
    this.#of(cell).wrong += 1;
    this.failures.push(`${cell}: ${why}`);
  }

  missed(cell: Cell, why: string): void {
    this.#of(cell).missed += 1;
    this.failures.push(`${cell}: ${why}`);
  }

  add(other: Tally): void {
    for (const [cell, { right, wrong, missed }] of other.counts) {
      const count = this.#of(cell);
      count.right += right;
      count.wrong += wrong;
      count.missed += missed;
    }
  }

  #of(cell: Cell): Count {
    const count = this.counts.get(cell) ?? { right: 0, wrong: 0, missed: 0 };
    this.counts.set(cell, count);
    return count;
  }
}

export const precisionOf = ({ right, wrong }: Count): number =>
  right + wrong === 0 ? 1 : right / (right + wrong);
export const recallOf = ({ right, missed }: Count): number =>
  right + missed === 0 ? 1 : right / (right + missed);

/** Checks whether the counts of a cell reach its goal. */
export function meets(cell: Cell, count: Count): boolean {
  const { precision = 0, recall = 0 }: Goal = goals[cell];
  return precisionOf(count) >= precision && recallOf(count) >= recall;
}
