import { words } from '../../parts/words.js';

export const programmesWords = words(
  {
    programmes: '照護計畫',
    programmeOpen: '追蹤中',
    programmeClosed: '已結案',
    enrolledOn: '收案日期',
    closedOn: '結案日期',
  },
  {
    programmes: 'Care programs',
    programmeOpen: 'Running',
    programmeClosed: 'Closed',
    enrolledOn: 'Enrolled on',
    closedOn: 'Closed on',
  },
);

export type ProgrammesWords = (typeof programmesWords)['zh-Hant'];
