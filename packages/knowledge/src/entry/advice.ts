/** The last sentence of every explanation, which says whom to ask and when, keyed by id. */
const adviceTable = {
  'next-visit': {
    'zh-Hant': '下次回診時，可以請醫師連同其他結果一起說明；如果和上次差很多，或身體不舒服，請提早就醫。',
    en: 'At the next visit, ask your doctor to explain this result along with your others; go sooner if the result has changed a lot or you feel unwell.',
  },
  soon: {
    'zh-Hant': '如果結果超出檢驗單位的參考範圍，請在幾天內問開單的醫師；如果明顯不舒服，請當天就醫。',
    en: 'If the result is outside the laboratory’s reference range, ask the doctor who ordered the test about it within a few days; if your symptoms are severe, see a doctor the same day.',
  },
  pharmacist: {
    'zh-Hant': '領藥時可以問藥師怎麼用；用藥後如果不舒服，請先打電話問藥師或醫師，再決定怎麼做。',
    en: 'When you pick up the drug, ask the pharmacist how to use it; if you feel unwell afterward, call your pharmacist or doctor before changing anything.',
  },
  dentist: {
    'zh-Hant': '看牙時可以問牙醫師為什麼要做、做完怎麼照顧；如果疼痛、腫脹或流血一直不停，請當天聯絡診所。',
    en: 'At the visit, ask the dentist why the treatment is needed and how to care for the tooth; if pain, swelling or bleeding does not go away, call the clinic the same day.',
  },
  'nhi-office': {
    'zh-Hant': '對費用或投保資格有疑問時，可以在上班時間打健保署諮詢專線 0800-030-598，或問投保單位。',
    en: 'For questions about bills or coverage, call the NHI Administration’s hotline 0800-030-598 during office hours, or ask the organization through which you are insured.',
  },
  'ordering-physician': {
    'zh-Hant': '做之前可以問開單的醫師為什麼要做、怎麼準備；報告出來後，可以在回診時請醫師說明。',
    en: 'Beforehand, ask the doctor who ordered the test why it is needed and how to prepare; when the report is ready, ask the doctor to explain it at the next visit.',
  },
  'care-team': {
    'zh-Hant':
      '當天可以請醫師或護理師說明做了什麼、之後要注意什麼；如果傷口或身體有變化，請聯絡原來的醫院或診所。',
    en: 'On the day of the procedure, ask the doctor or nurse what was done and what to watch for; if the wound changes or you feel unwell, call the hospital or clinic.',
  },
  'billing-desk': {
    'zh-Hant':
      '看到不懂或沒有印象的費用，可以在結帳時或之後問院所的批價櫃台，也可以打電話問健保署（0800-030-598）。',
    en: 'If a fee is unclear or you do not recognize it, ask the billing desk when you pay or afterward, or call the NHI Administration’s hotline 0800-030-598.',
  },
  'written-by-physician': {
    'zh-Hant':
      '對這個名稱有疑問時，下次回診可以請看診的醫師說明；如果有新的不舒服，或原來的不舒服變嚴重，請提早就醫。',
    en: 'At your next visit, ask the doctor who saw you about this name if it is unclear; if your symptoms are new or get worse, go sooner.',
  },
  'vaccination-site': {
    'zh-Hant':
      '接種前請告訴醫師您有沒有過敏、有沒有懷孕，以及正在用什麼藥；接種後如果發燒不退、呼吸困難或臉腫起來，請儘快就醫。下一劑什麼時候打，可以問衛生所或接種的院所。',
    en: 'Before the vaccination, tell the doctor which drugs you take, and whether you have allergies or are pregnant. Afterward, get care promptly if you have trouble breathing or a fever that does not go away, or if your face swells. Ask the health center or clinic when the next dose is due.',
  },
  'screening-site': {
    'zh-Hant':
      '結果出來後，可以請做檢查的醫師說明；如果建議進一步檢查，請儘快安排。哪些人可以做、什麼時候做，可以問衛生所。',
    en: 'When the result is ready, ask the doctor who did the test to explain it; if more tests are advised, arrange them promptly. The local health center can tell you who is eligible and when.',
  },
  'care-programme': {
    'zh-Hant': '有疑問時，可以問計畫的醫師或個案管理師；如果不能按時來，或要換院所，請先打電話告訴他們。',
    en: 'Ask the program’s doctor or case manager if anything is unclear; call the clinic beforehand if you cannot come to a visit or want to change to another hospital or clinic.',
  },
  'chinese-medicine': {
    'zh-Hant':
      '看診和領藥時，請告訴中醫師和藥師您正在用哪些西藥、有沒有懷孕、有沒有慢性病；服藥後如果起疹子、腹瀉或心悸，請先聯絡開藥的中醫師。',
    en: 'At the visit, tell the practitioner and pharmacist if you take other drugs, are pregnant or have a chronic illness; if you get a rash, diarrhea or palpitations, call the clinic that prescribed the medicine.',
  },
} as const satisfies Readonly<Record<string, { readonly 'zh-Hant': string; readonly en: string }>>;

export type AdviceId = keyof typeof adviceTable;

/** All pieces of advice, keyed by id. */
export const advice: Readonly<Record<AdviceId, { readonly 'zh-Hant': string; readonly en: string }>> =
  adviceTable;
