import { words } from '../../parts/words.js';

export const laboratoryWords = words(
  {
    laboratory: '檢驗結果',
    compare: '一起比較',
    addAnalyte: '加入項目…',
    removeAnalyte: (analyte: string) => `移除${analyte}`,
    analyteGroups: { diabetes: '糖尿病', kidneys: '腎功能', lipids: '血脂', liver: '肝功能', blood: '血球' },
    comparisonOf: (analytes: readonly string[]) => `${analytes.join('、')}的趨勢與數值`,
    valuesOf: (analyte: string) => `${analyte}的數值`,
    keptApart: '名稱相同，但單位或檢體不同，所以分開列出',
    controlsLeftOut: (count: number) =>
      `另有 ${count} 筆是檢驗室檢查儀器準不準的數值，不是本人的結果，所以沒有列入。`,
    moved: {
      up: (now: string, before: string, on: string) => `${now}，比${on}的 ${before} 高`,
      down: (now: string, before: string, on: string) => `${now}，比${on}的 ${before} 低`,
      same: (now: string, _before: string, on: string) => `${now}，和${on}一樣`,
    },
    movedRange: (low: string, high: string) => `這家實驗室的範圍是 ${low} 到 ${high}`,
    movedBelow: (high: string) => `這家實驗室的範圍是 ${high} 以下`,
    movedAbove: (low: string) => `這家實驗室的範圍是 ${low} 以上`,
    inCategory: (name: string, scheme: string) => `只看這一次的數值，依${scheme}屬於「${name}」`,
    goal: (value: string, publisher: string) =>
      `您參加的照護計畫常見的目標是低於 ${value}（${publisher}）；您自己的目標是多少，請詢問醫師`,
    sentence: (parts: readonly string[]) => `${parts.join('；')}。`,
    trend: (analyte: string) => `${analyte}趨勢圖`,
    trendSummary: (count: number, first: string, last: string) => `${count} 次結果，${first} 至 ${last}。`,
  },
  {
    laboratory: 'Laboratory results',
    compare: 'See together',
    addAnalyte: 'Add a test…',
    removeAnalyte: (analyte) => `Remove ${analyte}`,
    analyteGroups: {
      diabetes: 'Diabetes',
      kidneys: 'Kidneys',
      lipids: 'Lipids',
      liver: 'Liver',
      blood: 'Blood count',
    },
    comparisonOf: (analytes) => `Trends and values of ${analytes.join(', ')}`,
    valuesOf: (analyte) => `Values of ${analyte}`,
    keptApart: 'Listed separately because the unit or specimen is different, although the name is the same',
    controlsLeftOut: (count) =>
      count === 1
        ? '1 value was left out because it belongs to a control sample, not to this person.'
        : `${count} values were left out because they belong to control samples, not to this person.`,
    moved: {
      up: (now, before, on) => `${now}, up from ${before} on ${on}`,
      down: (now, before, on) => `${now}, down from ${before} on ${on}`,
      same: (now, _before, on) => `${now}, the same as on ${on}`,
    },
    movedRange: (low, high) => `the laboratory’s range is ${low} to ${high}`,
    movedBelow: (high) => `the laboratory’s range is up to ${high}`,
    movedAbove: (low) => `the laboratory’s range is from ${low}`,
    inCategory: (name, scheme) => `category ${name} (${scheme}), based only on this value`,
    goal: (value, publisher) =>
      `a common goal of your care program is below ${value} (${publisher}); ask your doctor what your goal is`,
    sentence: (parts) => `${parts.join('; ')}.`,
    trend: (analyte) => `Trend of ${analyte}`,
    trendSummary: (count, first, last) => `${count} results, ${first} to ${last}.`,
  },
);

export type LaboratoryWords = (typeof laboratoryWords)['zh-Hant'];
