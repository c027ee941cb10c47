import { words } from '../parts/words.js';

export const navigationWords = words(
  {
    sections: '存摺內容',
    search: '搜尋存摺',
    searchHint: '輸入藥名、診斷、院所、日期…',
  },
  {
    sections: 'Contents of the passbook',
    search: 'Search the passbook',
    searchHint: 'A drug, diagnosis, facility, date…',
  },
);

export type NavigationWords = (typeof navigationWords)['zh-Hant'];
