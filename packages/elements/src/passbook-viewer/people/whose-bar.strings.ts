import { words } from '../parts/words.js';

/** Strings of the line that states whose passbook is shown, and of the dialog that this line opens. */
export const whoseBarWords = words(
  {
    whoseBook: '這是誰的存摺',
    shownMember: '目前顯示',
    members: '成員與檔案',
    membersMeaning: '如果檔案放錯了人，可以在這裡更正；每個人的存摺是分開的，不會混在一起。',
    memberName: '稱呼',
    moveTo: '移到…',
    moveLabel: (file: string) => `把「${file}」移給`,
    newMember: '另一個人',
    undo: '復原',
    done: {
      added: (name: string) => `已放進「${name}」的存摺。`,
      moved: (name: string) => `已移到「${name}」的存摺。`,
      renamed: (name: string) => `已改稱「${name}」。`,
      undone: () => '已復原。',
      'there-already': (name: string) => `「${name}」的存摺裡已經有這個檔案。`,
    },
    news: (count: number) => `最近一次加入的檔案，新增了 ${count} 筆資料`,
    newsIn: (section: string, count: number, from: string, to: string) =>
      `${section} ${count} 筆（${from} 至 ${to}）`,
    gaps: (periods: string) => `沒有 ${periods} 的下載檔，所以這裡不會顯示這段期間的就醫紀錄。`,
    gapPeriod: (start: string, end: string) => `${start} 至 ${end}`,
    listAnd: '、',
    byNumber: '用身分證號開啟',
    bySignature: '有核發單位簽章',
  },
  {
    whoseBook: 'Owner of this passbook',
    shownMember: 'Shown',
    members: 'People and files',
    membersMeaning:
      'Here you can move a file to a different person. Each person’s passbook is kept separate.',
    memberName: 'Name',
    moveTo: 'Move to…',
    moveLabel: (file) => `Move “${file}” to`,
    newMember: 'Somebody else',
    undo: 'Undo',
    done: {
      added: (name) => `Added to ${name}’s passbook.`,
      moved: (name) => `Moved to ${name}’s passbook.`,
      renamed: (name) => `Now called ${name}.`,
      undone: () => 'Undone.',
      'there-already': (name) => `${name}’s passbook already contains this file.`,
    },
    news: (count) =>
      count === 1 ? 'The last file added 1 new record' : `The last file added ${count} new records`,
    newsIn: (section, count, from, to) => `${section}: ${count} (${from} to ${to})`,
    gaps: (periods) => `No download covers ${periods}. Visits from that period are not shown here.`,
    gapPeriod: (start, end) => `${start} to ${end}`,
    listAnd: ', ',
    byNumber: 'opened by ID number',
    bySignature: 'signed by its issuer',
  },
);

export type WhoseBarWords = (typeof whoseBarWords)['zh-Hant'];
