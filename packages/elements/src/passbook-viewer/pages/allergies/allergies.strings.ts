import { words } from '../../parts/words.js';

export const allergiesWords = words(
  {
    allergies: '過敏',
    allergyNone: '存摺中沒有過敏紀錄。沒有紀錄不代表沒有過敏。',
    allergyNoItem: '存摺中沒有記載任何過敏原。',
    statesNoAllergy: '院所記載：沒有過敏',
    statesNothing: '院所記載：未記錄過敏情形',
    uploads: '上傳次數',
    times: (count: number) => `${count} 次`,
    conflictIngredient: (substance: string) =>
      `過敏紀錄裡有「${substance}」，用這個藥之前，請先問醫師或藥師。`,
    conflictGroup: (substance: string, group: string) =>
      `過敏紀錄裡有「${substance}」，這個藥是同一類的藥（${group}），請詢問醫師或藥師。`,
    conflictToDo:
      '怎麼做：請把藥袋和過敏紀錄放在手邊，今天就打電話問開藥的醫師或藥師。如果起疹子、臉或嘴唇腫起來，或喘不過氣，請立刻就醫或打 119。',
    symptoms: '症狀',
    severity: '嚴重程度',
  },
  {
    allergies: 'Allergies',
    allergyNone: 'The passbook contains no allergies. That does not mean that you have none.',
    allergyNoItem: 'The passbook does not name any substance.',
    statesNoAllergy: 'Recorded by a facility: no allergies',
    statesNothing: 'Recorded by a facility: allergies not known',
    uploads: 'Uploads',
    times: (count) => (count === 1 ? 'once' : `${count} times`),
    conflictIngredient: (substance) =>
      `An allergy to “${substance}” is on file. Ask a doctor or pharmacist before you take this drug.`,
    conflictGroup: (substance, group) =>
      `An allergy to “${substance}” is on file, and this drug belongs to the same group (${group}). Please ask a doctor or pharmacist.`,
    conflictToDo:
      'What to do: call the doctor or pharmacist today, with the medicine bag and this record at hand. If you have a rash, a swollen face or lips, or trouble breathing, get medical help at once or call 119.',
    symptoms: 'Symptoms',
    severity: 'Severity',
  },
);

export type AllergiesWords = (typeof allergiesWords)['zh-Hant'];
