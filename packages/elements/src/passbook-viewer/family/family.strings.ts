import type { Contradiction } from '@mhb-kit/core/family';

/**
 * Strings about the owner of a passbook. They are used in the question that is asked before a passbook is opened,
 * and while the passbook is open.
 */
export const familyZh = {
  whoseTitle: '這是誰的健康存摺？',
  whoseMeaning:
    '檔案上的身分證號遮住了一部分；不同的人（例如兄弟姊妹），遮住後的號碼可能相同，所以系統無法自動判斷。如果放錯了，可以復原。',
  whoseFiles: (names: string) => `檔案：${names}`,
  whoseMask: (mask: string) => `檔案標示的身分證號：${mask}`,
  whoseNoMask: '檔案沒有寫身分證號',
  whoseRecords: (records: number, start: string, end: string) => `${records} 筆資料，${start} 至 ${end}`,
  whoseShared: (count: number) => `有 ${count} 筆相同的資料`,
  whoseApart: (start: string, end: string) =>
    `${start} 至 ${end} 兩邊都有資料，但沒有一筆相同，很可能是不同的人`,
  contradictions: {
    number: '開啟檔案時輸入的是另一個身分證號',
    signed: '核發單位的簽章顯示是另一個人',
    'number-differs': '開啟檔案時輸入的身分證號，和檔案上寫的不同',
  } satisfies Record<Contradiction, string>,
  whoseThis: (name: string) => `是「${name}」的`,
  whoseNew: '是另一個人的',
  whoseNewName: '怎麼稱呼這個人（可不填）',
  whosePut: '放入存摺',
  someone: '沒有標示身分的人',
  memberNamed: (name: string, mask: string) => `${name}（${mask}）`,
};

export type FamilyWords = typeof familyZh;
