import { words } from '../../parts/words.js';

export const dentalWords = words(
  {
    dental: '牙科',
    teeth: '牙齒治療',
    teethChart: '牙位圖：上排是上面的牙齒，圖的左邊是病人的右邊。有治療紀錄的牙齒可以點選。',
    tooth: '牙位',
    treatment: '治療',
    right: '右',
    left: '左',
    allTeeth: '所有牙位的治療',
    toothChosen: (tooth: string) => `只顯示牙位 ${tooth} 的治療`,
    showAllTeeth: '顯示全部',
    toothTreated: (name: string, times: number) => `${name}，治療 ${times} 次`,
  },
  {
    dental: 'Dental',
    teeth: 'Treatment by tooth',
    teethChart:
      'Tooth chart, with the upper jaw at the top and the patient’s right side on the left. Press a treated tooth to see its treatments.',
    tooth: 'Tooth',
    treatment: 'Treatment',
    right: 'Right',
    left: 'Left',
    allTeeth: 'Treatments of all teeth',
    toothChosen: (tooth) => `Only treatments of tooth ${tooth}`,
    showAllTeeth: 'Show all',
    toothTreated: (name, times) => `${name}, treated ${times === 1 ? 'once' : `${times} times`}`,
  },
);

export type DentalWords = (typeof dentalWords)['zh-Hant'];
