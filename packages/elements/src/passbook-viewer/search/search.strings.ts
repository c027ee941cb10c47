import type { AnswerKind } from '@mhb-kit/core/passbook';
import { words } from '../parts/words.js';

export const searchWords = words(
  {
    found: (count: number) => (count === 0 ? '找不到符合的資料。' : `找到 ${count} 項。`),
    foundInPeriod: (period: string) => `期間：${period}。`,
    foundNewest: (count: number) => `這裡只列出最新的 ${count} 項，請多輸入幾個字來縮小範圍。`,
    kindsFound: '依種類篩選',
    allAnswers: '全部',
    answerKinds: {
      tests: '檢驗',
      allergies: '過敏',
      drugs: '藥品',
      vaccinations: '預防接種',
      reports: '檢查報告',
      visits: '就醫',
      others: '其他',
    } as Readonly<Record<AnswerKind, string>>,
    allOfKind: (kind: string, count: number) => `看全部${kind}（${count}）`,
    seeTrend: '看趨勢',
    suppliedTimes: (count: number) => `領過 ${count} 次，`,
  },
  {
    found: (count) =>
      count === 0 ? 'Nothing was found.' : count === 1 ? '1 match found.' : `${count} matches found.`,
    foundInPeriod: (period) => `Period: ${period}.`,
    foundNewest: (count) => `Only the newest ${count} matches are shown; type more to narrow the search.`,
    kindsFound: 'Show one kind',
    allAnswers: 'All',
    answerKinds: {
      tests: 'Tests',
      allergies: 'Allergies',
      drugs: 'Drugs',
      vaccinations: 'Vaccinations',
      reports: 'Reports',
      visits: 'Visits',
      others: 'Other records',
    },
    allOfKind: (kind, count) => `Show all: ${kind} (${count})`,
    seeTrend: 'See trend',
    suppliedTimes: (count) => (count === 1 ? 'supplied once,' : `supplied ${count} times,`),
  },
);

export type SearchWords = (typeof searchWords)['zh-Hant'];
