/** The name of a formula or herb, and a text about its traditional use and what to tell the practitioner. */
export type FormulaText = readonly [name: string, text: string];

/** The texts, keyed by the Chinese name of the formula or herb. */
export type FormulaTexts = Readonly<Record<string, FormulaText>>;
