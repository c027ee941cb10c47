import { words } from '../../parts/words.js';

export const chineseMedicineWords = words(
  {
    'chinese-medicine': '中醫',
  },
  {
    'chinese-medicine': 'Chinese medicine',
  },
);

export type ChineseMedicineWords = (typeof chineseMedicineWords)['zh-Hant'];
