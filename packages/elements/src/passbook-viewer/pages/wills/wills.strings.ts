import { words } from '../../parts/words.js';

export const willsWords = words(
  {
    wills: '器捐與安寧意願',
  },
  {
    wills: 'Organ donation and palliative care',
  },
);

export type WillsWords = (typeof willsWords)['zh-Hant'];
