import { words } from '../parts/words.js';

export const headerWords = words(
  {
    menu: '功能',
    addFiles: '加入檔案',
    print: '列印',
    close: '關閉存摺',
    appliedOn: (date: string) => `資料申請日期 ${date}`,
    export: '匯出',
    keep: '保存',
    saving: '保存中…',
    kept: '已保存',
    authenticity: {
      genuine: '內容和核發時相同',
      altered: '內容在核發後被改過',
      invalid: '簽章無法驗證',
      'unknown-issuer': '由未知的單位簽章',
      unsigned: '沒有簽章',
    },
    authenticityMeaning: {
      genuine: '壓縮檔附有核發單位的數位簽章，每個檔案都和簽章時相同。',
      altered: '壓縮檔附有核發單位的數位簽章，但有些檔案和簽章時不同。如果這份資料很重要，請重新下載。',
      invalid: '壓縮檔裡的簽章不完整或已損壞，無法判斷內容有沒有被改過。如果這份資料很重要，請重新下載。',
      'unknown-issuer': '壓縮檔有數位簽章，但簽章單位不在信任名單裡，所以無法判斷內容有沒有被改過。',
      unsigned: '健保署的檔案和較早的檔案都沒有數位簽章，這是正常的，但也因此無法判斷內容有沒有被改過。',
    },
    leftOut: (count: number) => `有 ${count} 個檔案沒有讀取`,
    readingNotes: '檔案讀取情形',
    manifestChanges: { changed: '已變動：', missing: '缺少：', added: '多出：' },
  },
  {
    menu: 'Menu',
    addFiles: 'Add files',
    print: 'Print',
    close: 'Close passbook',
    appliedOn: (date) => `Requested on ${date}`,
    export: 'Export',
    keep: 'Save',
    saving: 'Saving…',
    kept: 'Saved',
    authenticity: {
      genuine: 'Unchanged since it was issued',
      altered: 'Changed since it was issued',
      invalid: 'Signature cannot be verified',
      'unknown-issuer': 'Signed by an unknown issuer',
      unsigned: 'Not signed',
    },
    authenticityMeaning: {
      genuine:
        'The archive carries its issuer’s digital signature, and no file has changed since it was signed.',
      altered:
        'The archive carries its issuer’s digital signature, but some files have changed since it was signed. If you rely on this data, download it again.',
      invalid:
        'The signature in the archive is incomplete or damaged, so nobody can tell whether files were changed. If you rely on this data, download it again.',
      'unknown-issuer':
        'The archive is signed, but not by an issuer that this site trusts, so the signature proves nothing.',
      unsigned:
        'The NHI’s files and older files carry no digital signature. That is normal, but it means that changes cannot be detected.',
    },
    leftOut: (count) => (count === 1 ? '1 file was not read' : `${count} files were not read`),
    readingNotes: 'Problems found while reading',
    manifestChanges: { changed: 'Changed:', missing: 'Missing:', added: 'Added:' },
  },
);

export type HeaderWords = (typeof headerWords)['zh-Hant'];
