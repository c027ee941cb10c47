import { entries } from '../entry/entry.js';

/** Explanations of fees and treatments in Chinese medicine. */
export const treatments = entries(
  {
    ask: 'chinese-medicine',
    from: ['nhi-fee-schedule', 'chinese-medicine-department'],
    written: '2026-11-30',
  },
  {
    'visit-fee': {
      name: '中醫門診診察費',
      text: '這是中醫師看診的費用，依院所的條件、有沒有護理人員，以及有沒有開藥，分成不同的代碼。部分負擔和掛號費另外計算。',
    },
    'daily-drug-cost': {
      name: '中藥每日藥費',
      text: '這是健保付給院所的中藥費用，依開藥的天數計算。調劑費和部分負擔另外計算。',
    },
    'dispensing-fee': {
      name: '中藥調劑費',
      text: '這是藥師或中醫師調配中藥的費用。領藥時請核對姓名和用法。',
    },
    'instrument-fee': {
      name: '脈診儀、舌診儀檢查',
      text: '用儀器記錄脈搏或舌頭的樣子，給中醫師參考。檢查不會痛，也不必特別準備。',
    },
    'enhanced-care': {
      name: '特定疾病加強照護',
      text: '有小兒氣喘、腦性麻痺或腦血管疾病，或是頭部、脊髓受傷的病人，可以接受健保的加強中醫照護。原本的西醫治療要照常做；請把正在用的藥都告訴西醫師和中醫師。',
    },
    acupuncture: {
      name: '針灸',
      text: '用細針刺激穴位，常用來減輕疼痛；電針會再加上微弱的電流。正在使用抗凝血藥、裝有心律調節器、懷孕或曾經暈針的人，請先告訴中醫師；如果流血不止、胸痛或喘，請立刻就醫。',
    },
    traumatology: {
      name: '傷科治療',
      text: '用推拿等手法、外敷藥或包紮固定，治療扭傷、脫臼、骨折等傷害。有骨質疏鬆、腫瘤、麻木或無力的人，請先告訴中醫師；治療後如果更痛或無力，請立刻就醫。',
    },
    'acupuncture-and-traumatology': {
      name: '針灸合併傷科',
      text: '在同一次看診中，同時做針灸和傷科手法治療。正在使用抗凝血藥、裝有心律調節器、有骨質疏鬆或懷孕的人，請先告訴中醫師；之後如果更痛、無力或喘，請立刻就醫。',
    },
  },
);
