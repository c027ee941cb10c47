/** The name, and a text with the traditional use and what to tell the practitioner. */
export type FormulaText = readonly [name: string, text: string];

/** The texts, keyed by the Chinese name of the formula or herb. */
export type FormulaTexts = Readonly<Record<string, FormulaText>>;
