/** Empty, because passbooks are already in Chinese. */
export const words: Readonly<Record<string, string>> = {};
