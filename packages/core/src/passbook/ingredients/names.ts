import { ingredientRows } from './drug-table.js';

const namesById = new Map(
  ingredientRows.map(([inn, chinese, , , others]) => [
    inn as string,
    [inn, ...chinese.split('|'), ...others.split('|')].filter((name) => name !== ''),
  ]),
);

/**
 * Returns all names of an ingredient: its INN, Chinese names and brands. Returns none if only an operator's
 * table contains the ingredient.
 */
export const namesOfIngredient = (id: string): readonly string[] => namesById.get(id) ?? [];
