import type { DrugGroupId, IngredientId } from '@mhb-kit/core/passbook';

/** What is said of a group of ingredients and of each of its members. */
export interface DrugGroupText {
  /** The group's label in core's table. */
  readonly name: string;
  /** What the group does and is usually taken for; it holds for every member. */
  readonly text: string;
  /** What to tell a physician or pharmacist, and when. */
  readonly tell: string;
  /** One sentence of each member: what sets it apart. */
  readonly of: Readonly<Partial<Record<IngredientId, string>>>;
}

/** Groups of core's table with their texts. */
export type DrugTexts = Readonly<Partial<Record<DrugGroupId, DrugGroupText>>>;
