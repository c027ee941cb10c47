export type PanelLanguage = 'zh-Hant' | 'en';

interface PanelWords {
  readonly title: string;
  readonly looking: string;
  readonly summary: (findings: number) => string;
  readonly error: string;
  readonly warning: string;
  readonly colon: string;
  readonly unchecked: string;
  /** The name of the other language, written in that language. */
  readonly otherLanguage: string;
  readonly again: string;
  readonly close: string;
  readonly remove: string;
}

export const panelWords: Readonly<Record<PanelLanguage, PanelWords>> = {
  'zh-Hant': {
    title: '健康存摺元件檢查',
    looking: '檢查中…',
    summary: (findings) => (findings === 0 ? '沒有發現問題。' : `發現 ${findings} 個問題。`),
    error: '錯誤',
    warning: '警告',
    colon: '：',
    unchecked: '沒有檢查的項目',
    otherLanguage: 'English',
    again: '再檢查一次',
    close: '關閉',
    remove: '檢查完請移除 mhb-check.js。',
  },
  en: {
    title: 'Health passbook component check',
    looking: 'Checking…',
    summary: (findings) =>
      findings === 0 ? 'No problems found.' : `${findings} ${findings === 1 ? 'problem' : 'problems'} found.`,
    error: 'Error',
    warning: 'Warning',
    colon: ': ',
    unchecked: 'Not checked',
    otherLanguage: '中文',
    again: 'Check again',
    close: 'Close',
    remove: 'Remove mhb-check.js when you are done.',
  },
};
