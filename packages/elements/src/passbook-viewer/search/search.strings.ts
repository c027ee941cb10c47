import { words } from '../parts/words.js';

export const searchWords = words(
  {
    found: (count: number) => (count === 0 ? '找不到符合的資料。' : `找到 ${count} 筆資料。`),
    foundNewest: (count: number) => `僅列出最新的 ${count} 筆，請多輸入一些文字以縮小範圍。`,
  },
  {
    found: (count) =>
      count === 0 ? 'Nothing was found.' : count === 1 ? '1 record found.' : `${count} records found.`,
    foundNewest: (count) => `These are the newest ${count}; type more to narrow them down.`,
  },
);

export type SearchWords = (typeof searchWords)['zh-Hant'];
