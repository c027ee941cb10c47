import { entries } from '../entry/entry.js';

/** Explanations of the NHI's care programmes, keyed by the section of the passbook. */
export const programmes = entries(
  { ask: 'care-programme', from: ['nhi'], written: '2026-11-30' },
  {
    r12: {
      name: '糖尿病照護計畫',
      text: '這是健保的糖尿病照護計畫，由醫師、衛教師和營養師定期追蹤血糖、血壓、血脂、腎臟、眼睛和足部。計畫分為收案（加入）、追蹤和年度評估三個階段；如果結案日期是空白，表示還在計畫中。',
    },
    r13: {
      name: '初期慢性腎臟病照護計畫',
      text: '這是健保為早期慢性腎臟病病人安排的照護計畫，定期追蹤腎絲球過濾率、蛋白尿、血壓和血糖，也教病人怎麼飲食和用藥。結案的原因可能是已經達到目標、轉到下一階段的計畫，或換了院所。',
    },
    r14: {
      name: 'B、C 型肝炎追蹤計畫',
      text: '這是健保為 B、C 型肝炎帶原者或病人安排的追蹤計畫，定期抽血檢查肝功能，並做腹部超音波。多數每半年一次，按時追蹤可以早點發現肝臟的變化。',
    },
  },
);
