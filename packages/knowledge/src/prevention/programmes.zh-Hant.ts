import { entries } from '../entry/entry.js';

/** Care programmes of the NHI, by the section of the passbook. */
export const programmes = entries(
  { ask: 'care-programme', from: ['nhi'], written: '2026-11-30' },
  {
    r12: {
      name: '糖尿病照護計畫',
      text: '健保的糖尿病論質照護：由醫師、衛教師、營養師定期追蹤血糖、血壓、血脂、腎臟、眼睛與足部。收案、追蹤、年度評估是流程階段；結案日期空白表示還在計畫中。',
    },
    r13: {
      name: '初期慢性腎臟病照護計畫',
      text: '健保對早期慢性腎臟病的照護：定期追蹤腎絲球過濾率、蛋白尿、血壓與血糖，並教飲食與用藥。結案可能是達標、轉到下一階段計畫或換院所。',
    },
    r14: {
      name: 'B、C 型肝炎追蹤計畫',
      text: '健保對 B、C 型肝炎帶原或患者的追蹤：定期抽血看肝功能並做腹部超音波。多數每半年一次，按約追蹤能早點發現肝臟變化。',
    },
  },
);
