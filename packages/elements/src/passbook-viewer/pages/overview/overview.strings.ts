import { words } from '../../parts/words.js';

export const overviewWords = words(
  {
    overview: '總覽',
    printedOn: '列印日期',
    keyResultsTitle: '重要檢驗（最近 5 次，新的在左）',
    problemsTitle: '近兩年就醫的診斷（依次數排列）',
    staysTitle: '住院與手術',
    newestReports: '最近的檢查報告',
    mayBeInUseOrReplaced: '可能仍在使用或已換藥',
    openProgrammes: '參加中的照護計畫',
    dueNowTitle: '可以再做的預防保健',
    showTrend: '看趨勢',
    moreLines: (count: number) => `另有 ${count} 項，請按「查看全部」。`,
    all: '查看全部',
    allergyTitle: '過敏',
    undecidedDrugs: (count: number) => `另有 ${count} 項藥品可能仍在使用或已換藥，請看「用藥」。`,
    abnormalTitle: '超出參考值的檢驗',
    abnormalNone: '最近 15 個月可以判斷的檢驗，都沒有超出參考值。',
    resultCounts: (outside: number, undecided: number) =>
      `${outside} 項超出參考值，${undecided} 項無法判斷（沒有參考值，或系統無法解讀參考值或檢驗結果）。`,
    withinTitle: '在參考值內的重要檢驗',
    olderResults: (count: number) => `較久以前（超過 15 個月）超出過參考值：${count} 項`,
    undecidedResults: (count: number) => `無法判斷：${count} 項`,
    since: '自',
    recentTitle: '最近就醫',
    directivesTitle: '器捐與安寧緩和醫療意願',
  },
  {
    overview: 'Overview',
    printedOn: 'Printed on',
    keyResultsTitle: 'Key results (the last 5, newest on the left)',
    problemsTitle: 'Diagnoses from visits in the last two years (most frequent first)',
    staysTitle: 'Hospital stays and operations',
    newestReports: 'Newest reports',
    mayBeInUseOrReplaced: 'May still be in use, or may have been replaced',
    openProgrammes: 'Current care programs',
    dueNowTitle: 'Preventive care due',
    showTrend: 'See trend',
    moreLines: (count) => `${count} more; press “Show all”.`,
    all: 'Show all',
    allergyTitle: 'Allergies',
    undecidedDrugs: (count) =>
      count === 1
        ? '1 more drug may still be in use or may have been replaced; see the medications page.'
        : `${count} more drugs may still be in use or may have been replaced; see the medications page.`,
    abnormalTitle: 'Results outside their range',
    abnormalNone: 'All results from the last 15 months that could be judged are within their range.',
    resultCounts: (outside, undecided) =>
      `${outside} outside the range, ${undecided} could not be judged (the range is missing, or the range or value could not be interpreted).`,
    withinTitle: 'Key results within their range',
    olderResults: (count) => `Outside the range more than 15 months ago: ${count}`,
    undecidedResults: (count) => `Could not be judged: ${count}`,
    since: 'since',
    recentTitle: 'Recent visits',
    directivesTitle: 'Organ donation and palliative care wishes',
  },
);

export type OverviewWords = (typeof overviewWords)['zh-Hant'];
