import { words } from '../parts/words.js';

export const exportWords = words(
  {
    exportTitle: '匯出存摺',
    exportFormats: {
      sealed: { name: '加密壓縮檔', use: '裡面有 JSON 和 CSV 表格，用您自訂的密碼加密，適合帶著走。' },
      xlsx: {
        name: 'Excel 活頁簿',
        use: '所有表格都在同一個檔案裡；內容都存成文字，所以代碼開頭的 0 不會消失。',
      },
      csv: { name: 'CSV', use: '一張表格，可以用試算表軟體開啟。' },
      json: { name: 'JSON', use: '格式和健保署的下載檔相同，可以再用這個檢視器或其他程式開啟。' },
      fhir: { name: 'FHIR R4', use: '依臺灣核心實作指引（TW Core）製作的 Bundle，供醫療資訊系統使用。' },
      ips: { name: '國際病人摘要（IPS）', use: '過敏、用藥、檢驗等摘要，在國外看病時可以使用。' },
    },
    exportLanguage: '檔案語言',
    exportNamed: '把我的身分資料寫進檔案',
    exportNamedAdvice: '讓醫院可以核對身分。如果沒有勾選，檔案裡沒有姓名和出生日期，身分證號也會遮住一部分。',
    exportName: '姓名',
    exportBirthDate: '出生日期',
    exportNationalId: '身分證號',
    exportPlain: '這種檔案沒有加密，請妥善保管。',
    newPassword: '自訂密碼',
    newPasswordRule: (length: number) => `至少 ${length} 個字元；如果忘記密碼，就無法開啟檔案。`,
    newPasswordShort: (length: number) => `密碼至少要有 ${length} 個字元。`,
    save: '儲存',
    exported: (fileName: string) => `已儲存「${fileName}」。`,
    csvTable: '要匯出的表格',
  },
  {
    exportTitle: 'Export the passbook',
    exportFormats: {
      sealed: {
        name: 'Encrypted archive',
        use: 'JSON and CSV tables, encrypted with a password that you choose.',
      },
      xlsx: {
        name: 'Excel workbook',
        use: 'All tables in one file. Every cell is text, so codes keep their leading zeros.',
      },
      csv: { name: 'CSV', use: 'One table, for a spreadsheet program.' },
      json: {
        name: 'JSON',
        use: 'The format of the NHI’s own downloads, for use in this viewer and other programs.',
      },
      fhir: {
        name: 'FHIR R4',
        use: 'A FHIR bundle that follows the TW Core guide, for medical information systems.',
      },
      ips: {
        name: 'International Patient Summary',
        use: 'A summary of allergies, drugs, results and more, for medical care abroad.',
      },
    },
    exportLanguage: 'Language of the file',
    exportNamed: 'Add my name and identity to the file',
    exportNamedAdvice:
      'This lets a hospital confirm that the file is yours. Otherwise the file contains no name or birth date, and only a masked ID number.',
    exportName: 'Name',
    exportBirthDate: 'Date of birth',
    exportNationalId: 'ID number',
    exportPlain: 'This format is not encrypted. Keep the file in a safe place.',
    newPassword: 'Choose a password',
    newPasswordRule: (length) =>
      `At least ${length} characters. If you forget the password, you cannot open the file.`,
    newPasswordShort: (length) => `The password must have at least ${length} characters.`,
    save: 'Save',
    exported: (fileName) => `“${fileName}” was saved.`,
    csvTable: 'Table to export',
  },
);

export type ExportWords = (typeof exportWords)['zh-Hant'];
