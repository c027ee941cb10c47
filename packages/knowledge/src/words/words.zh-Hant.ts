/** Passbooks write Chinese already. */
export const words: Readonly<Record<string, string>> = {};
