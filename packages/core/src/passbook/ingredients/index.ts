export {
  DrugTable,
  type DrugGroupId,
  type DrugNames,
  type DrugTableExtension,
  type IngredientId,
} from './drug-table.js';
export type { GroupRow, IngredientRow } from './ingredient.js';
