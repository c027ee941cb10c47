/** Our own questions and answers, shown until the operator has written some. */
export interface Answered {
  readonly question: string;
  readonly answer: string;
}

export const answersZh: readonly Answered[] = [
  {
    question: '什麼是健康存摺？',
    answer:
      '您可以申請、下載自己的就醫、用藥、檢驗、過敏與保險費紀錄。資料來自醫療院所向健保申報的內容，不是病歷。',
  },
  {
    question: '需要準備什麼？',
    answer:
      '健保卡與註冊時設定的密碼，或自然人憑證與 PIN 碼；再加一台讀卡機。沒有讀卡機時，可使用公所、醫院或健保署分區的公用電腦。',
  },
  {
    question: '申請後多久可以下載？資料保留多久？',
    answer: '通常幾分鐘內即可下載。資料保留 7 天，之後自動刪除，需要時再申請一次。',
  },
  {
    question: '下載的檔案怎麼開？密碼是什麼？',
    answer:
      '在這個網站的檢視器開啟最方便，電腦、手機都可以。密碼是您的身分證號，第一個英文字母大寫。電腦和手機內建的程式（Windows 檔案總管、Mac 的「封存工具程式」、iPhone 的「檔案」）多半打不開這種加密，並不是密碼錯了：Windows 請用 7-Zip，Mac 請用 Keka 或 The Unarchiver，iPhone 請用檢視器。',
  },
  {
    question: '為什麼看不到最近的就醫紀錄？',
    answer: '院所申報與彙整需要時間，最近兩天的紀錄還不在其中。有疑問請向就醫的院所查詢。',
  },
  {
    question: '忘記密碼怎麼辦？',
    answer: '按登入頁的「忘記密碼」，插入健保卡，一次性密碼會寄到註冊的信箱，即可設定新密碼。',
  },
  {
    question: '要收費嗎？',
    answer: '不用。請不要在裝有檔案分享（P2P）軟體的電腦下載，以免資料外洩。',
  },
];
