import { words } from '../../parts/words.js';

export const medicationsWords = words(
  {
    medications: '用藥',
    currentTitle: '目前用藥',
    currentNone: '依給藥日數推算，目前沒有正在用的藥。',
    currentRests: '這是依領藥日期和給藥日數推算的；存摺沒有寫劑量，也看不出您有沒有真的用藥。',
    daysLeft: (days: number) => `還有 ${days} 天`,
    runsOutOn: '預計用到',
    lastSupply: '最近領藥',
    chronic: '慢性病連續處方',
    duplicatesTitle: '可能重複的用藥',
    duplicateIngredient: (facilities: string) =>
      `不同院所開了同一種成分的藥（${facilities}），請詢問醫師或藥師。`,
    duplicateToDo: '怎麼做：請帶著這些藥的藥袋，讓藥師或開藥的醫師一起看，並問清楚該用哪一種、怎麼用。',
    askTitle: '可以問醫師或藥師',
    askAlways: [
      '這個藥是治療什麼的？要用多久？',
      '什麼時候用、用多少？忘記時怎麼辦？',
      '和我正在用的藥、保健食品，或我的過敏有沒有衝突？',
      '用了之後有什麼情形要馬上告訴您？',
    ],
    askRefill: '快用完了，連續處方還能領嗎？什麼時候可以領？',
    askNext: '快用完了，還需要繼續用嗎？要不要回診？',
    duplicateClass: '同時在用兩種同類的藥，請詢問醫師或藥師。',
    sourceOf: '依據：',
    drugKind: '藥品類別',
    ingredients: '成分',
    diagnosesThatDay: '那次就醫的診斷（不一定是開這個藥的原因）',
    replaced: '可能已換藥',
    replacedBy: '後來改開',
    replacedTitle: '可能已換成別的藥',
    replacedRests: '之後就醫時，開了同類的藥，或不同的劑量。存摺沒有寫這些藥還要不要用，請詢問醫師或藥師。',
    mayBeInUse: '可能仍在使用',
    mayBeInUseTitle: '可能仍在使用的藥品',
    mayBeInUseRests:
      '從存摺看不出還有沒有在用：可能剛用完不久、需要時才用，或存摺沒有寫給藥日數。請您自己確認。',
    daysNotStated: '沒有寫日數',
    pastTitle: '過去用藥',
    drug: '藥品',
  },
  {
    medications: 'Medications',
    currentTitle: 'Current medications',
    currentNone: 'Judging by the days supplied, no drug is in use today.',
    currentRests:
      'Estimated from the day of supply and the number of days supplied. The passbook does not state the dose, or whether you took the drug.',
    daysLeft: (days) => (days === 1 ? '1 day left' : `${days} days left`),
    runsOutOn: 'Until',
    lastSupply: 'Last supplied',
    chronic: 'Refillable prescription',
    duplicatesTitle: 'Possible duplicate medications',
    duplicateIngredient: (facilities) =>
      `Different facilities (${facilities}) prescribed drugs with the same ingredient. Please ask a doctor or pharmacist.`,
    duplicateToDo:
      'What to do: take the medicine bags of these drugs to a pharmacist or to one of the doctors who prescribed them. Ask which drug to use, and how to use it.',
    askTitle: 'What to ask a doctor or pharmacist',
    askAlways: [
      'What is this drug for, and how long will I need it?',
      'When should I use it, and how much? What if I forget?',
      'Is it safe with my other drugs, supplements and allergies?',
      'If I use it, which problems should I tell you about at once?',
    ],
    askRefill: 'The drug is running out. Can the prescription be refilled, and when?',
    askNext: 'The drug is running out. Do I still need it, and should I come back?',
    duplicateClass:
      'Two drugs from the same group are in use at the same time. Please ask a doctor or pharmacist.',
    sourceOf: 'Source:',
    drugKind: 'Kind of drug',
    ingredients: 'Ingredient',
    diagnosesThatDay: 'Diagnoses at that visit (not always the reason for this drug)',
    replaced: 'May have been replaced',
    replacedBy: 'Later prescribed',
    replacedTitle: 'Medications that may have been replaced',
    replacedRests:
      'At a later visit, a different drug from the same group or a different strength was prescribed. The passbook does not say whether you should still use the drugs in this list. Please ask a doctor or pharmacist.',
    mayBeInUse: 'May still be in use',
    mayBeInUseTitle: 'Medications that may still be in use',
    mayBeInUseRests:
      'The passbook does not show whether you still use these drugs, because they ran out recently, are used only as needed, or have no stated number of days. Please check.',
    daysNotStated: 'days not stated',
    pastTitle: 'Earlier medications',
    drug: 'Drug',
  },
);

export type MedicationsWords = (typeof medicationsWords)['zh-Hant'];
