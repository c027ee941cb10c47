import { words } from '../../parts/words.js';

export const glanceWords = words(
  {
    glance: '我看懂了',
    glanceAppliedOn: (date: string) => `這是依 ${date} 申請的資料整理的，不包括之後的就醫紀錄。`,
    glanceFollowUp: '需要追蹤',
    glanceMedications: '正在用的藥',
    glanceAllergies: '過敏',
    glanceMeasured: '檢驗的變化',
    glanceProblems: '長期健康問題與手術',
    glanceNext: '接下來',
    glanceVisits: '最近就醫',
    glanceMoney: '今年的花費',
    seeMore: '看依據',
    checkupFinding: (what: string, text: string) => `成人健檢的${what}：${text}`,
    drugLasts: (days: number, date: string) => `可以用到 ${date}（還有 ${days} 天）`,
    collectNow: '快用完了，可以領下次的藥或回診。',
    moreDrugs: (count: number) => `另有 ${count} 種正在使用。`,
    undecidedMore: (count: number) => `另有 ${count} 種可能仍在使用，或可能已換藥。`,
    allergicTo: (substance: string) => `對${substance}過敏`,
    movedFrom: {
      higher: (value: string, date: string) => `比 ${date} 的 ${value} 高`,
      lower: (value: string, date: string) => `比 ${date} 的 ${value} 低`,
      same: (value: string, date: string) => `和 ${date} 的 ${value} 一樣`,
    },
    ownRange: (range: string) => `參考值 ${range}`,
    measuredOn: (date: string) => `${date} 檢驗`,
    followedByProgramme: '照護計畫追蹤中',
    alsoOutside: (count: number) => `另有 ${count} 項超出參考值：`,
    notJudged: (count: number) => `${count} 項無法判斷（沒有參考值，或系統無法解讀參考值或檢驗結果）。`,
    treatedFor: (visits: number, date: string) => `就醫 ${visits} 次，最近一次 ${date}`,
    problemsRest:
      '這是依院所申報的診斷整理的：最近兩年內，因同一診斷至少有三天就醫，而且第一次與最後一次相隔超過半年。列在這裡，不表示您一定有這些疾病。',
    inProgramme: '參加中的照護計畫',
    noProblems: '最近兩年沒有反覆就醫的診斷。',
    refillFrom: (from: string, until: string) => `${from} 至 ${until}：領慢性病連續處方的藥，或回診`,
    serviceNow: (name: string) => `${name}：現在可以做`,
    serviceMaybe: (name: string) => `${name}：以年齡來看，可能可以做`,
    serviceFrom: (name: string, date: string) => `${name}：${date} 起可以再做`,
    lastTime: (date: string) => `上次 ${date}`,
    influenzaNow: '流感疫苗：這一季還沒有接種紀錄',
    influenzaFrom: (date: string) => `流感疫苗：${date} 起開打`,
    addToCalendar: '存成行事曆檔',
    calendarNote: '行事曆檔（.ics）裡沒有姓名、身分證號和藥名。',
    calendarFile: '健康提醒.ics',
    refillEvent: '領慢性病連續處方的藥，或回診',
    influenzaEvent: '流感疫苗',
    spent: (year: string, amount: string, visits: number) =>
      `${year}部分負擔共 ${amount}，就醫 ${visits} 次。`,
    moneyRest: '這裡只計算部分負擔；健康存摺沒有掛號費和自費的資料。',
  },
  {
    glance: 'At a glance',
    glanceAppliedOn: (date) => `Based on data requested on ${date}; later visits are not included.`,
    glanceFollowUp: 'To follow up',
    glanceMedications: 'Drugs in use',
    glanceAllergies: 'Allergies',
    glanceMeasured: 'How results change',
    glanceProblems: 'Long-term problems and operations',
    glanceNext: 'What comes next',
    glanceVisits: 'Last visits',
    glanceMoney: 'Paid this year',
    seeMore: 'See the records',
    checkupFinding: (what, text) => `Adult check-up, ${what}: ${text}`,
    drugLasts: (days, date) => `until ${date} (${days === 1 ? '1 day' : `${days} days`} left)`,
    collectNow: 'Nearly used up. Collect the next refill, or see the doctor.',
    moreDrugs: (count) => (count === 1 ? '1 more drug is in use.' : `${count} more drugs are in use.`),
    undecidedMore: (count) =>
      count === 1
        ? '1 more drug may still be in use, or may have been replaced.'
        : `${count} more drugs may still be in use, or may have been replaced.`,
    allergicTo: (substance) => `Allergic to ${substance}`,
    movedFrom: {
      higher: (value, date) => `higher than ${value} on ${date}`,
      lower: (value, date) => `lower than ${value} on ${date}`,
      same: (value, date) => `the same as ${value} on ${date}`,
    },
    ownRange: (range) => `reference range ${range}`,
    measuredOn: (date) => `measured on ${date}`,
    followedByProgramme: 'monitored by your care program',
    alsoOutside: (count) =>
      count === 1 ? '1 more is outside its range:' : `${count} more are outside their range:`,
    notJudged: (count) =>
      count === 1
        ? '1 result could not be judged (its range is missing, or its range or value could not be interpreted).'
        : `${count} results could not be judged (their range is missing, or their range or value could not be interpreted).`,
    treatedFor: (visits, date) => `${visits} visits, the last on ${date}`,
    problemsRest:
      'This list contains each diagnosis for which facilities claimed visits on at least three days in the last two years, if more than half a year lies between the first and the last of these visits. The list does not prove that you have these diseases.',
    inProgramme: 'Current care program',
    noProblems: 'In the last two years, you had no repeated visits for the same diagnosis.',
    refillFrom: (from, until) => `${from} to ${until}: collect the refillable drugs, or see the doctor`,
    serviceNow: (name) => `${name}: due now`,
    serviceMaybe: (name) => `${name}: may be due, depending on your age`,
    serviceFrom: (name, date) => `${name}: due again from ${date}`,
    lastTime: (date) => `last on ${date}`,
    influenzaNow: 'Influenza vaccine: no vaccination on file for this season',
    influenzaFrom: (date) => `Influenza vaccine: from ${date}`,
    addToCalendar: 'Save for your calendar',
    calendarNote:
      'The calendar file (.ics) does not contain your name, your ID number or the names of drugs.',
    calendarFile: 'health-reminders.ics',
    refillEvent: 'Collect refillable drugs, or see the doctor',
    influenzaEvent: 'Influenza vaccine',
    spent: (year, amount, visits) =>
      `${year}: ${amount} in co-payments, ${visits === 1 ? '1 visit' : `${visits} visits`}.`,
    moneyRest:
      'Only co-payments are counted; a passbook does not include registration fees or payments for services that the NHI does not cover.',
  },
);

export type GlanceWords = (typeof glanceWords)['zh-Hant'];
