import { words } from '../parts/words.js';

export const explainWords = words(
  {
    explainedAs: (name: string) => `存摺上寫的是「${name}」`,
    ofKind: (name: string) => `屬於：${name}`,
    explaining: '讀取說明中',
    explainNone: '這一項還沒有說明。看診或領藥時，可以請醫師或藥師說明。',
    explainFailed: '目前無法讀取說明。請確認網路連線，關閉這個視窗後再試一次。',
    explainGeneral: '這是一般說明，不是對您這筆資料的判斷。',
    explainSources: '資料來源',
    explainWritten: (day: string) => `撰寫或檢查日期：${day}`,
  },
  {
    explainedAs: (name) => `In the passbook: ${name}`,
    ofKind: (name) => `Kind: ${name}`,
    explaining: 'Fetching the explanation',
    explainNone: 'There is no explanation of this yet. Ask a doctor or pharmacist at your next visit.',
    explainFailed:
      'The explanation cannot be loaded right now. Check your network connection, close this window and try again.',
    explainGeneral: 'This is a general explanation, not an assessment of your record.',
    explainSources: 'Sources',
    explainWritten: (day) => `Written or checked on ${day}`,
  },
);

export type ExplainWords = (typeof explainWords)['zh-Hant'];
