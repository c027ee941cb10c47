import type { AnyProgramme, LaboratoryPoint, LaboratorySeries } from '@mhb-kit/core/passbook';
import { categoryOf } from '@mhb-kit/knowledge/categories';
import { goalOf } from '@mhb-kit/knowledge/goals';
import { unitText } from '../../parts/result-words.js';
import type { Shown } from '../../parts/shown.js';
import type { LaboratoryWords } from './laboratory.strings.js';

/**
 * Describes the newest number of a series in one sentence. The sentence compares the number with the previous one
 * and with the stated range, and names the published category of the number. For a person in a care programme, it
 * also names the programme's usual goal. Returns `null` if the newest result is not a number, or is only a bound
 * such as `<5`.
 */
export function newestInWords(
  { points, analyte }: LaboratorySeries,
  programmes: readonly AnyProgramme['section'][],
  shown: Shown<LaboratoryWords>,
): string | null {
  const { strings } = shown;
  const [before, newest] = points.length > 1 ? points.slice(-2) : [undefined, points[0]];
  const value = numberOf(newest);
  if (newest === undefined || value === null) return null;
  const moved = before === undefined ? null : movement(before, newest, shown);
  const category = analyte === null ? null : categoryOf(analyte.id, value, newest.unit);
  const goals =
    analyte === null
      ? []
      : programmes.flatMap((programme) => goalOf(programme, analyte.id, newest.unit) ?? []);
  const parts = [
    moved,
    moved === null ? null : rangeInWords(newest, strings),
    category === null ? null : strings.inCategory(shown.label(category.name), shown.label(category.scheme)),
    ...goals.map(({ below, publisher }) =>
      strings.goal(`${String(below)} ${unitText(newest.unit)}`, shown.label(publisher)),
    ),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : strings.sentence(parts);
}

const numberOf = (point: LaboratoryPoint | undefined): number | null =>
  point?.quantity?.comparator === null ? point.quantity.value : null;

function movement(
  before: LaboratoryPoint,
  newest: LaboratoryPoint,
  shown: Shown<LaboratoryWords>,
): string | null {
  const [was, is] = [numberOf(before), numberOf(newest)];
  if (was === null || is === null || before.date === null || before.unit !== newest.unit) return null;
  const way = is > was ? 'up' : is < was ? 'down' : 'same';
  const unit = unitText(newest.unit);
  const now = unit === '' ? String(is) : `${String(is)} ${unit}`;
  return shown.strings.moved[way](now, String(was), shown.date(before.date));
}

function rangeInWords({ range }: LaboratoryPoint, strings: LaboratoryWords): string | null {
  const { low = null, high = null } = range ?? {};
  if (low !== null && high !== null) return strings.movedRange(String(low.value), String(high.value));
  if (high !== null) return strings.movedBelow(String(high.value));
  return low === null ? null : strings.movedAbove(String(low.value));
}
