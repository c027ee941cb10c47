/** The name, the traditional use, and what to tell the practitioner. */
export type FormulaText = readonly [name: string, text: string];

/** By the Chinese name of the formula or herb. */
export type FormulaTexts = Readonly<Record<string, FormulaText>>;
