/** The name, and what it is traditionally used for and what to mention. */
export type FormulaText = readonly [name: string, text: string];

/** By the Chinese name of the formula or herb. */
export type FormulaTexts = Readonly<Record<string, FormulaText>>;
