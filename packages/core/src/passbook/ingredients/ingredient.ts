/**
 * A row of the table of ingredients: INN (English), Chinese names (`|` between them, the first is shown), ATC code or codes by
 * route (`M01AB05 skin:M02AA15`; a code without a route holds for what acts in the whole body) or `null` where none is
 * certain, group (`groups.ts`), and brands and other spellings (`|` between them).
 */
export type IngredientRow<Id extends string = string> = readonly [
  inn: Id,
  chinese: string,
  atc: string | null,
  group: string,
  otherNames: string,
];

/**
 * A group of ingredients: id, Chinese and English label, and what is known of it: `n` taken as needed, `r` one of its members
 * takes the place of another.
 */
export type GroupRow<Id extends string = string> = readonly [
  id: Id,
  chinese: string,
  english: string,
  known?: string,
];

/** Tables whose ids the compiler knows, so that what is keyed by them is checked. */
export const ingredientTable = <const Id extends string>(
  rows: readonly IngredientRow<Id>[],
): readonly IngredientRow<Id>[] => rows;
export const groupTable = <const Id extends string>(rows: readonly GroupRow<Id>[]): readonly GroupRow<Id>[] =>
  rows;
