import { addDays, type LocalDate } from '@mhb-kit/core/identity';
import type { Habit } from '../lives/habits.js';
import { makeLife } from '../lives/make-life.js';
import { renderPassbook, type RenderedFile } from '../lives/render/passbook.js';
import type { History } from './histories.js';

/** The seed of a life whose drugs, illnesses and results are suitable for a demonstration. */
const seed = 'ten/46';

/**
 * The habits of this person and their providers that a demonstration should show. Habits that would only look like
 * errors are left out.
 */
const lived: readonly Habit[] = [
  'early-refill',
  'pharmacy-refill',
  'clinic-and-pharmacy-row',
  'other-brand',
  'replaced-drug',
  'strength-change',
  'as-needed',
  'skin-and-eye',
  'true-duplicate',
  'harmless-pair',
  'chinese-medicine',
  'names-chinese',
  'names-paired',
  'names-reversed',
  'unit-scale',
  'range-dash',
  'range-comparator',
  'range-sex',
  'range-stage',
  'two-channels',
  'value-comparator',
  'same-day-repeat',
  'no-allergy',
  'allergy-again',
  'screening-not-done',
  'treatments',
];

const filesOf = (until: LocalDate, habits: readonly Habit[]): readonly RenderedFile[] =>
  renderPassbook(makeLife(seed, new Set(habits), { to: addDays(until, -1), years: 10, sex: 'male' })).files;

/** Returns ten years of chronic illness in one download. */
export const tenYears = (until: LocalDate): History => filesOf(until, lived)[0]?.sections ?? {};

/**
 * Returns the same ten years in two downloads with overlapping days. The later download revises claims of the
 * earlier one.
 */
export const tenYearsInTwo = (until: LocalDate): readonly RenderedFile[] =>
  filesOf(until, [...lived, 'several-downloads', 'revised-claim', 'facility-renamed']);
