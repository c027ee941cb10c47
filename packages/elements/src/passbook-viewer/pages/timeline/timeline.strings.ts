import { words } from '../../parts/words.js';

export const timelineWords = words(
  {
    timeline: '時間軸',
    period: '期間',
    allPeriods: '所有期間',
    kind: '種類',
    allKinds: '所有種類',
    allFacilities: '所有醫事機構',
    records: (count: number) => `${count} 筆`,
    results: (count: number) => `${count} 項`,
    test: '檢驗項目',
  },
  {
    timeline: 'Timeline',
    period: 'Period',
    allPeriods: 'All years',
    kind: 'Kind',
    allKinds: 'All kinds',
    allFacilities: 'All facilities',
    records: (count) => (count === 1 ? '1 record' : `${count} records`),
    results: (count) => `${count} results`,
    test: 'Test',
  },
);

export type TimelineWords = (typeof timelineWords)['zh-Hant'];
