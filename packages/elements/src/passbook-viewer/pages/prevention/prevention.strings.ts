import { words } from '../../parts/words.js';

export const preventionWords = words(
  {
    prevention: '預防保健與篩檢',
    dueTitle: '下次什麼時候做',
    dueNow: '現在可以做',
    dueFrom: '下次可做：',
    lastDone: '上次',
    screenings: '癌症篩檢結果',
    checkups: '成人健檢結果',
    examination: '項目',
    birthYearForDue: '多久做一次要看年齡，但存摺沒有寫年齡。填了出生年，就能算出您現在可以做哪些檢查。',
    followUpTitle: '需要追蹤',
    followUpBadge: '需要追蹤',
    followUpAdvice: '檢查結果異常，請儘快就醫，做進一步檢查。',
    neverDone: '存摺中沒有做過的紀錄',
    notCounted: '未完成：',
    dueByAge: '以年齡來看，可能可以做',
  },
  {
    prevention: 'Prevention and screening',
    dueTitle: 'When it is due again',
    dueNow: 'Due now',
    dueFrom: 'From',
    lastDone: 'Last on',
    screenings: 'Cancer screening results',
    checkups: 'Adult check-up results',
    examination: 'Examination',
    birthYearForDue:
      'How often a service is due depends on your age, which the passbook does not contain. Enter your year of birth to see which services you can have now.',
    followUpTitle: 'To follow up',
    followUpBadge: 'Follow up',
    followUpAdvice: 'The result was abnormal. Please have it examined soon.',
    neverDone: 'Not on file',
    notCounted: 'Not completed:',
    dueByAge: 'May be due, by age',
  },
);

export type PreventionWords = (typeof preventionWords)['zh-Hant'];
