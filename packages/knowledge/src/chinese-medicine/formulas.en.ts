import type { FormulaTexts } from './formula.js';

/** Formulas and herbs of Chinese medicine by their Chinese names: what they are traditionally used for. */
export const formulas = {
  葛根湯: [
    'Ge Gen Tang',
    'Traditionally for the start of a cold with chills and a stiff neck. It holds ephedra and liquorice: mention high blood pressure, heart disease or poor sleep.',
  ],
  桂枝湯: ['Gui Zhi Tang', 'Traditionally for a cold with dislike of wind and sweating. It holds liquorice.'],
  麻黃湯: [
    'Ma Huang Tang',
    'Traditionally for a cold with chills, no sweat and wheezing. It holds ephedra: mention high blood pressure or heart disease.',
  ],
  小青龍湯: [
    'Xiao Qing Long Tang',
    'Traditionally for a watery nose, sneezing and thin phlegm. It holds ephedra and liquorice: mention high blood pressure or heart disease.',
  ],
  麻杏甘石湯: [
    'Ma Xing Gan Shi Tang',
    'Traditionally for fever, cough and wheezing. It holds ephedra and liquorice: mention high blood pressure or heart disease.',
  ],
  銀翹散: ['Yin Qiao San', 'Traditionally for a cold with fever and sore throat.'],
  桑菊飲: ['Sang Ju Yin', 'Traditionally for cough at the start of a cold.'],
  川芎茶調散: ['Chuan Xiong Cha Tiao San', 'Traditionally for headache with a cold.'],
  藿香正氣散: ['Huo Xiang Zheng Qi San', 'Traditionally for a stomach cold with nausea and diarrhoea.'],
  小柴胡湯: [
    'Xiao Chai Hu Tang',
    'Traditionally for alternating chills and fever, bitter mouth and poor appetite. It holds liquorice; mention liver disease or interferon, and report dry cough or breathlessness soon.',
  ],
  加味逍遙散: [
    'Jia Wei Xiao Yao San',
    'Traditionally for tension, period complaints or hot flushes. It holds liquorice.',
  ],
  逍遙散: [
    'Xiao Yao San',
    'Traditionally for low spirits, tight ribs and period complaints. It holds liquorice.',
  ],
  柴胡疏肝湯: ['Chai Hu Shu Gan Tang', 'Traditionally for low spirits and tight ribs. It holds liquorice.'],
  酸棗仁湯: ['Suan Zao Ren Tang', 'Traditionally for poor sleep and unrest. Mention sleeping tablets.'],
  天王補心丹: ['Tian Wang Bu Xin Dan', 'Traditionally for poor sleep, palpitations and forgetfulness.'],
  甘麥大棗湯: [
    'Gan Mai Da Zao Tang',
    'Traditionally for an unsettled, sad mind. It holds liquorice and wheat: mention gluten trouble.',
  ],
  溫膽湯: ['Wen Dan Tang', 'Traditionally for phlegm with unrest and poor sleep. It holds liquorice.'],
  歸脾湯: [
    'Gui Pi Tang',
    'Traditionally for tiredness, palpitations, poor sleep and appetite. It holds liquorice.',
  ],
  補中益氣湯: [
    'Bu Zhong Yi Qi Tang',
    'Traditionally for tiredness and poor appetite. It holds liquorice: mention high blood pressure.',
  ],
  四君子湯: ['Si Jun Zi Tang', 'Traditionally for a weak stomach and tiredness. It holds liquorice.'],
  香砂六君子湯: [
    'Xiang Sha Liu Jun Zi Tang',
    'Traditionally for a full stomach and poor appetite. It holds liquorice.',
  ],
  六君子湯: ['Liu Jun Zi Tang', 'Traditionally for poor appetite, nausea and tiredness. It holds liquorice.'],
  參苓白朮散: [
    'Shen Ling Bai Zhu San',
    'Traditionally for poor appetite and loose stools. It holds liquorice.',
  ],
  平胃散: ['Ping Wei San', 'Traditionally for bloating and indigestion. It holds liquorice.'],
  半夏瀉心湯: [
    'Ban Xia Xie Xin Tang',
    'Traditionally for a full stomach, nausea and rumbling. It holds liquorice.',
  ],
  四物湯: [
    'Si Wu Tang',
    'Traditionally for periods and thin blood. It holds angelica: mention blood thinners or a current period.',
  ],
  八珍湯: [
    'Ba Zhen Tang',
    'Traditionally for weak energy and blood. It holds angelica and liquorice: mention blood thinners.',
  ],
  十全大補湯: [
    'Shi Quan Da Bu Tang',
    'Traditionally for weak energy and blood, feeling cold and tiredness. It holds angelica and liquorice: mention blood thinners.',
  ],
  當歸芍藥散: [
    'Dang Gui Shao Yao San',
    'Traditionally for period pain and swelling. It holds angelica: mention blood thinners.',
  ],
  桂枝茯苓丸: [
    'Gui Zhi Fu Ling Wan',
    'Traditionally for irregular periods and a congested lower belly. Mention pregnancy or blood thinners.',
  ],
  六味地黃丸: [
    'Liu Wei Di Huang Wan',
    'Traditionally for weak loins and knees, ringing ears and dry mouth. A weak stomach may get loose stools.',
  ],
  八味地黃丸: [
    'Ba Wei Di Huang Wan',
    'Traditionally for feeling cold, weak loins and passing urine at night. It holds aconite: report palpitations or numb lips at once.',
  ],
  知柏地黃丸: ['Zhi Bai Di Huang Wan', 'Traditionally for hot flushes, night sweats and dry mouth.'],
  杞菊地黃丸: ['Qi Ju Di Huang Wan', 'Traditionally for dry eyes, blurred sight and weak loins.'],
  濟生腎氣丸: [
    'Ji Sheng Shen Qi Wan',
    'Traditionally for swelling, weak loins and little urine. It holds aconite: report palpitations or numb lips at once.',
  ],
  獨活寄生湯: [
    'Du Huo Ji Sheng Tang',
    'Traditionally for aching loins and knees. It holds angelica and liquorice: mention blood thinners.',
  ],
  疏經活血湯: [
    'Shu Jing Huo Xue Tang',
    'Traditionally for aching joints and muscles. It holds angelica and liquorice: mention blood thinners.',
  ],
  芍藥甘草湯: [
    'Shao Yao Gan Cao Tang',
    'Traditionally for muscle cramps and belly cramps. It holds much liquorice: mention swelling, weakness or high blood pressure.',
  ],
  血府逐瘀湯: [
    'Xue Fu Zhu Yu Tang',
    'Traditionally for stabbing tightness of the chest. Mention pregnancy, a current period or blood thinners; new chest pain needs a physician.',
  ],
  麻子仁丸: [
    'Ma Zi Ren Wan',
    'Traditionally for constipation. It holds rhubarb: mention pregnancy or diarrhoea.',
  ],
  大柴胡湯: [
    'Da Chai Hu Tang',
    'Traditionally for tight ribs with constipation. It holds rhubarb: mention pregnancy or diarrhoea.',
  ],
  龍膽瀉肝湯: [
    'Long Dan Xie Gan Tang',
    'Traditionally for bitter mouth, red eyes and lower-body heat. It holds liquorice.',
  ],
  五苓散: ['Wu Ling San', 'Traditionally for swelling and little urine. Mention water tablets.'],
  豬苓湯: ['Zhu Ling Tang', 'Traditionally for trouble passing urine with thirst.'],
  辛夷清肺湯: ['Xin Yi Qing Fei Tang', 'Traditionally for a blocked nose with yellow discharge.'],
  辛夷散: ['Xin Yi San', 'Traditionally for a blocked or running nose. It holds liquorice.'],
  蒼耳散: ['Cang Er San', 'Traditionally for a blocked nose and sinuses.'],
  消風散: ['Xiao Feng San', 'Traditionally for itching rashes. It holds liquorice.'],
  黃連解毒湯: [
    'Huang Lian Jie Du Tang',
    'Traditionally for heat, sore mouth and redness. Mention a weak stomach or G6PD deficiency.',
  ],
  清肺湯: ['Qing Fei Tang', 'Traditionally for cough with thick yellow phlegm. It holds liquorice.'],
  麥門冬湯: ['Mai Men Dong Tang', 'Traditionally for dry cough and dry throat. It holds liquorice.'],
  止嗽散: ['Zhi Sou San', 'Traditionally for cough after a cold. It holds liquorice.'],
  玉屏風散: ['Yu Ping Feng San', 'Traditionally for frequent colds and sweating.'],
  天麻鉤藤飲: [
    'Tian Ma Gou Teng Yin',
    'Traditionally for dizziness, headache and irritability. Mention blood-pressure drugs.',
  ],
  半夏白朮天麻湯: ['Ban Xia Bai Zhu Tian Ma Tang', 'Traditionally for dizziness, nausea and phlegm.'],
  遠志: [
    'Yuan Zhi',
    'A single herb, traditionally for unrest, poor sleep and phlegm. Mention stomach ulcers.',
  ],
} as const satisfies FormulaTexts;
