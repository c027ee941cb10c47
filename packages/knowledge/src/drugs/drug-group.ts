import type { DrugGroupId, IngredientId } from '@mhb-kit/core/passbook';

/** The explanation of a group of ingredients and of its members. */
export interface DrugGroupText {
  /** The group's label in core's table. */
  readonly name: string;
  /** The effect of the group and its usual purpose, which apply to every member. */
  readonly text: string;
  /** What to tell a doctor or pharmacist, and when. */
  readonly tell: string;
  /** One sentence for each member that says how it differs from the others. */
  readonly of: Readonly<Partial<Record<IngredientId, string>>>;
}

/** The texts of the drug groups in core's table. */
export type DrugTexts = Readonly<Partial<Record<DrugGroupId, DrugGroupText>>>;
