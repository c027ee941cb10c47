import type { LocalDate } from '@mhb-kit/core/identity';
import type { Attendance, Condition, Course } from './facts.js';
import type { Habit } from './habits.js';
import type { Random } from './random.js';

/** The input and output of the functions that create drugs. */

export interface Outline {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly habits: ReadonlySet<Habit>;
  readonly random: Random;
}

export interface Therapy {
  readonly conditions: readonly Condition[];
  readonly courses: readonly Course[];
  readonly attendances: readonly Attendance[];
}

export type Made = Omit<Therapy, 'conditions'>;
