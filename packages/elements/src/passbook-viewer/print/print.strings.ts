import { words } from '../parts/words.js';

export const printWords = words(
  {
    printTitle: '列印',
    printSummary: '一頁摘要',
    printSummaryUse: '印出過敏、目前用藥、異常檢驗和最近就醫，給醫師看最方便。',
    printSections: '選擇章節',
    printSectionsUse: '把您需要的部分完整印出來。',
    printWhich: '要列印的章節',
    printLanguage: '列印語言',
    sharePaper: '分享成檔案',
    paperName: (date: string) => `就醫摘要_${date}.html`,
    printMasked: '每一頁都會印上身分證號（遮住一部分）、頁碼和說明。',
  },
  {
    printTitle: 'Print',
    printSummary: 'Summary on one page',
    printSummaryUse:
      'This contains allergies, current drugs, abnormal results and recent visits, and is best for showing to a doctor.',
    printSections: 'Chosen sections',
    printSectionsUse: 'All records in the sections that you choose.',
    printWhich: 'Sections to print',
    printLanguage: 'Language of the printout',
    sharePaper: 'Share as a file',
    paperName: (date) => `visit-summary-${date}.html`,
    printMasked: 'Each page shows the masked ID number, the page number and a note about this document.',
  },
);

export type PrintWords = (typeof printWords)['zh-Hant'];
