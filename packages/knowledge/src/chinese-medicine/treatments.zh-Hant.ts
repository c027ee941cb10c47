import { entries } from '../entry/entry.js';

/** Fees and treatments of Chinese medicine. */
export const treatments = entries(
  {
    ask: 'chinese-medicine',
    from: ['nhi-fee-schedule', 'chinese-medicine-department'],
    written: '2026-11-30',
  },
  {
    'visit-fee': {
      name: '中醫門診診察費',
      text: '中醫師看診的費用，依院所條件與有沒有開藥、護理人員等分代碼。部分負擔與掛號費是另外的項目。',
    },
    'daily-drug-cost': {
      name: '中藥每日藥費',
      text: '健保付給院所的中藥藥費，依開藥的天數計算。和調劑費、部分負擔是不同的項目。',
    },
    'dispensing-fee': {
      name: '中藥調劑費',
      text: '藥師或中醫師調配中藥的費用。領藥時請核對姓名與用法。',
    },
    'instrument-fee': {
      name: '脈診儀、舌診儀檢查',
      text: '用儀器記錄脈象或舌頭的樣子，給中醫師參考。不痛，不必特別準備。',
    },
    'enhanced-care': {
      name: '特定疾病加強照護',
      text: '健保對小兒氣喘、腦性麻痺、腦血管疾病或頭部脊髓損傷等的中醫加強照護。原本的西醫治療照常，兩邊都告知彼此的用藥。',
    },
    acupuncture: {
      name: '針灸',
      text: '用細針刺激穴位，電針是再加上微弱電流，常用於疼痛。使用抗凝血藥、裝有心律調節器、懷孕，或暈針，請先告訴中醫師；出血不止或胸痛喘要立即就醫。',
    },
    traumatology: {
      name: '傷科治療',
      text: '用手法、外敷或固定處理扭傷、脫臼、骨折等。骨質疏鬆、腫瘤、麻木無力請先說明；手法後疼痛加劇或無力要立即就醫。',
    },
    'acupuncture-and-traumatology': {
      name: '針灸合併傷科',
      text: '同一次同時做針灸與傷科手法。使用抗凝血藥、裝有心律調節器、骨質疏鬆、懷孕請先告訴中醫師；之後疼痛加劇、無力或喘要立即就醫。',
    },
  },
);
