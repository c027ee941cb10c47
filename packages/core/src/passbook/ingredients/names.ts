import { ingredientRows } from './drug-table.js';

const namesById = new Map(
  ingredientRows.map(([inn, chinese, , , others]) => [
    inn as string,
    [inn, ...chinese.split('|'), ...others.split('|')].filter((name) => name !== ''),
  ]),
);

/**
 * All names of an ingredient: INN, Chinese names, brands. Empty for an ingredient that is only in an
 * operator's table.
 */
export const namesOfIngredient = (id: string): readonly string[] => namesById.get(id) ?? [];
