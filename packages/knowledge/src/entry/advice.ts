/** Whom to ask and when, by id: the last sentence of every explanation. */
const adviceTable = {
  'next-visit': {
    'zh-Hant': '下次回診時請醫師連同其他結果一起說明；和上次差很多或身體不舒服時，提早就醫。',
    en: 'Ask the physician at the next visit to read it together with the other results; go sooner if it changed much or something feels wrong.',
  },
  soon: {
    'zh-Hant': '結果超出實驗室範圍時，請在幾天內問開單的醫師；有明顯不舒服時，當天就醫。',
    en: 'If it is outside the laboratory’s range, ask the physician who ordered it within a few days; with clear complaints, see one the same day.',
  },
  pharmacist: {
    'zh-Hant': '領藥時可問藥師怎麼用；用藥後不舒服，先打電話問藥師或醫師再決定怎麼做。',
    en: 'Ask the pharmacist how to use it when collecting it; if something feels wrong afterwards, call the pharmacist or physician before changing anything.',
  },
  dentist: {
    'zh-Hant': '看牙時可問牙醫師為什麼做、做完怎麼照顧；疼痛、腫或流血不止時，當天聯絡診所。',
    en: 'Ask the dentist at the visit why it is done and how to care for it; with pain, swelling or bleeding that goes on, call the clinic the same day.',
  },
  'nhi-office': {
    'zh-Hant': '帳目或資格有疑問時，隨時可打健保署諮詢專線 0800-030-598 或問投保單位。',
    en: 'With questions on bills or coverage, call the NHI’s line 0800-030-598 at any time it is open, or ask the insuring employer or office.',
  },
  'ordering-physician': {
    'zh-Hant': '做之前可問開單的醫師為什麼要做、怎麼準備；報告出來後，回診時請醫師說明。',
    en: 'Beforehand, ask the physician who ordered it why it is done and how to prepare; once the report is there, ask for its meaning at the next visit.',
  },
  'care-team': {
    'zh-Hant': '當場可請醫師或護理師說明做了什麼、之後要注意什麼；傷口或身體有變化時，請聯絡原院所。',
    en: 'Ask the physician or nurse on the day what was done and what to watch for; if the wound or the body changes, call the hospital or clinic.',
  },
  'billing-desk': {
    'zh-Hant': '看到不懂或沒印象的費用，可在結帳時或之後問院所的批價櫃台，也可問健保署 0800-030-598。',
    en: 'For a fee that is unclear or not remembered, ask the cashier’s desk at payment or later, or the NHI’s line 0800-030-598.',
  },
  'written-by-physician': {
    'zh-Hant': '對這個名稱有疑問時，下次回診請看診的醫師說明；有新的或加重的不舒服，提早就醫。',
    en: 'With questions about this name, ask the physician who saw you at the next visit; with new or worse complaints, go sooner.',
  },
  'vaccination-site': {
    'zh-Hant':
      '接種前請告訴醫師過敏、懷孕與用藥；之後發燒不退、呼吸困難或臉腫時儘快就醫。下一劑何時打，可問衛生所或接種院所。',
    en: 'Beforehand, tell the physician about allergies, pregnancy and drugs; afterwards get help soon for fever that stays, trouble breathing or a swollen face. Ask the clinic when the next dose is due.',
  },
  'screening-site': {
    'zh-Hant': '結果出來後請做檢查的醫師說明；建議進一步檢查時，請儘快安排。資格與時間可問衛生所。',
    en: 'Ask the physician who did it when the result is there; if more tests are advised, arrange them soon. The local health office tells who may use it.',
  },
  'care-programme': {
    'zh-Hant': '有疑問時可問計畫的醫師或個管師；錯過約診或要換院所時，先打電話告知。',
    en: 'Ask the programme’s physician or nurse at the next visit; call the clinic before missing a visit or changing facility.',
  },
  'chinese-medicine': {
    'zh-Hant':
      '看診時請告訴中醫師與藥師您正在用的西藥、懷孕或慢性病；服用後起疹、腹瀉或心悸時，先聯絡開藥的中醫師。',
    en: 'At the visit, tell the practitioner and pharmacist about other drugs, pregnancy or long illness; if rash, diarrhoea or palpitations come after it, call the clinic that prescribed it.',
  },
} as const satisfies Readonly<Record<string, { readonly 'zh-Hant': string; readonly en: string }>>;

export type AdviceId = keyof typeof adviceTable;

/** Every piece of advice by its id. */
export const advice: Readonly<Record<AdviceId, { readonly 'zh-Hant': string; readonly en: string }>> =
  adviceTable;
