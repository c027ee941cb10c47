/**
 * A row of the ingredient table. Several Chinese names are separated by `|`, and the first one is shown. `atc`
 * is one code, several codes by route (`M01AB05 skin:M02AA15`; a code without a route is for systemic use), or
 * `null` if no code is certain. `group` is an id from `groups.ts`. `otherNames` are brands and other spellings,
 * separated by `|`.
 */
export type IngredientRow<Id extends string = string> = readonly [
  inn: Id,
  chinese: string,
  atc: string | null,
  group: string,
  otherNames: string,
];

/**
 * A drug group with its id, its Chinese and English labels, and flags. The flag `n` means that its drugs are
 * taken as needed; `r` means that one drug of the group replaces another.
 */
export type GroupRow<Id extends string = string> = readonly [
  id: Id,
  chinese: string,
  english: string,
  known?: string,
];

/**
 * Declares a table of ingredients. The compiler knows the ids in it, so it can check other tables whose keys
 * are these ids.
 */
export const ingredientTable = <const Id extends string>(
  rows: readonly IngredientRow<Id>[],
): readonly IngredientRow<Id>[] => rows;
export const groupTable = <const Id extends string>(rows: readonly GroupRow<Id>[]): readonly GroupRow<Id>[] =>
  rows;
