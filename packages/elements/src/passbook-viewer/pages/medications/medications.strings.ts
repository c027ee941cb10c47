import { words } from '../../parts/words.js';

export const medicationsWords = words(
  {
    medications: '用藥',
    currentTitle: '目前用藥',
    currentNone: '依給藥日數推算，目前沒有使用中的藥品。',
    currentRests: '依領藥日期與給藥日數推算；存摺沒有劑量，也無法得知是否實際服用。',
    daysLeft: (days: number) => `還有 ${days} 天`,
    runsOutOn: '用藥至',
    lastSupply: '最近領藥',
    chronic: '慢性病連續處方',
    duplicatesTitle: '可能重複的用藥',
    duplicateIngredient: (facilities: string) =>
      `同一成分由不同院所開立（${facilities}），請與醫師或藥師確認。`,
    duplicateClass: '同類藥品同時使用兩種，請與醫師或藥師確認。',
    sourceOf: '依據：',
    drugKind: '藥品類別',
    ingredients: '成分',
    diagnosesThatDay: '當次就醫的診斷（不一定是這個藥的用途）',
    replaced: '可能已換藥',
    replacedBy: '後來改開',
    replacedTitle: '可能已換成別的藥',
    replacedRests: '之後的就醫開了同類的藥或不同的劑量。存摺沒有寫是否停用這些藥，請向醫師或藥師確認。',
    mayBeInUse: '可能仍在使用',
    mayBeInUseTitle: '可能仍在使用的藥品',
    mayBeInUseRests: '存摺看不出是否還在使用：可能已經用完不久、視需要使用，或沒有記載給藥日數。請自行確認。',
    daysNotStated: '未記載日數',
    pastTitle: '過去用藥',
    drug: '藥品',
  },
  {
    medications: 'Medications',
    currentTitle: 'Current medications',
    currentNone: 'By days supplied, no drug is in use today.',
    currentRests:
      'Worked out from the day of supply and the days supplied. The passbook does not tell the dose, or whether it was taken.',
    daysLeft: (days) => (days === 1 ? '1 day left' : `${days} days left`),
    runsOutOn: 'Until',
    lastSupply: 'Last supplied',
    chronic: 'Refillable prescription',
    duplicatesTitle: 'Medications that may be doubled',
    duplicateIngredient: (facilities) =>
      `The same ingredient is prescribed by different facilities (${facilities}). Please ask a physician or pharmacist.`,
    duplicateClass: 'Two drugs of one kind are in use at once. Please ask a physician or pharmacist.',
    sourceOf: 'Source:',
    drugKind: 'Kind of drug',
    ingredients: 'Ingredient',
    diagnosesThatDay: 'Diagnoses of that visit (not always what the drug is for)',
    replaced: 'May have been replaced',
    replacedBy: 'Later prescribed',
    replacedTitle: 'Medications that may have been replaced',
    replacedRests:
      'A later visit prescribed another drug of the kind, or another strength. The passbook does not say whether these were stopped. Please ask a physician or pharmacist.',
    mayBeInUse: 'May still be in use',
    mayBeInUseTitle: 'Medications that may still be in use',
    mayBeInUseRests:
      'The passbook cannot tell whether these are still taken: they ran out not long ago, are taken as needed, or their days are not stated. Please check.',
    daysNotStated: 'days not stated',
    pastTitle: 'Earlier medications',
    drug: 'Drug',
  },
);

export type MedicationsWords = (typeof medicationsWords)['zh-Hant'];
