/** Our own questions and answers, which are shown unless the operator has written questions and answers. */
export interface Answered {
  readonly question: string;
  readonly answer: string;
}

export const answersZh: readonly Answered[] = [
  {
    question: '什麼是健康存摺？',
    answer:
      '健康存摺是您的健保紀錄，包括就醫、用藥、檢驗、過敏和保險費，您可以自己申請、下載。這些資料是醫療院所向健保署申報的，不是病歷。',
  },
  {
    question: '需要準備什麼？',
    answer:
      '請準備健保卡和註冊時設定的密碼（或自然人憑證和 PIN 碼），還有一台讀卡機。如果沒有讀卡機，可以用公所、醫院或健保署各分區業務組的公用電腦。',
  },
  {
    question: '申請後多久可以下載？資料保留多久？',
    answer: '通常幾分鐘後就可以下載。資料會保留 7 天，之後自動刪除；如果還需要，請再申請一次。',
  },
  {
    question: '下載的檔案怎麼開？密碼是什麼？',
    answer:
      '在這個網站的檢視器開啟最方便，電腦、手機都可以。密碼是您的身分證號，第一個英文字母大寫。電腦和手機內建的程式（Windows 檔案總管、Mac 的「封存工具程式」、iPhone 的「檔案」）多半打不開這種加密檔，而且就算密碼正確，也可能誤報成密碼錯誤。如果要自己解壓縮，Windows 請用 7-Zip，Mac 請用 Keka 或 The Unarchiver，iPhone 請用檢視器。',
  },
  {
    question: '為什麼看不到最近的就醫紀錄？',
    answer:
      '醫療院所申報資料、健保署彙整資料都需要時間，所以還看不到最近兩天的紀錄。如果有疑問，請詢問您就醫的院所。',
  },
  {
    question: '忘記密碼怎麼辦？',
    answer:
      '請在登入頁按「忘記密碼」，再插入健保卡。系統會把一次性密碼寄到您註冊的信箱，收到以後就可以設定新密碼。',
  },
  {
    question: '要收費嗎？',
    answer: '不用，這項服務免費。提醒您，請不要在裝有檔案分享（P2P）軟體的電腦下載，以免資料外洩。',
  },
];
