import type { FormulaTexts } from './formula.js';

/** The traditional uses of formulas and herbs of Chinese medicine, keyed by the Chinese name. */
export const formulas = {
  葛根湯: [
    'Ge Gen Tang',
    'It is traditionally used at the start of a cold with chills and a stiff neck. It contains ephedra and licorice, so tell the practitioner if you have high blood pressure, heart disease or poor sleep.',
  ],
  桂枝湯: [
    'Gui Zhi Tang',
    'It is traditionally used for a cold with sweating and sensitivity to wind. It contains licorice.',
  ],
  麻黃湯: [
    'Ma Huang Tang',
    'It is traditionally used for a cold with chills and wheezing but no sweating. It contains ephedra, so tell the practitioner if you have high blood pressure or heart disease.',
  ],
  小青龍湯: [
    'Xiao Qing Long Tang',
    'It is traditionally used for a runny nose, sneezing and thin phlegm. It contains ephedra and licorice, so tell the practitioner if you have high blood pressure or heart disease.',
  ],
  麻杏甘石湯: [
    'Ma Xing Gan Shi Tang',
    'It is traditionally used for fever, cough and wheezing. It contains ephedra and licorice, so tell the practitioner if you have high blood pressure or heart disease.',
  ],
  銀翹散: ['Yin Qiao San', 'It is traditionally used for a cold with fever and sore throat.'],
  桑菊飲: ['Sang Ju Yin', 'It is traditionally used for a cough at the start of a cold.'],
  川芎茶調散: ['Chuan Xiong Cha Tiao San', 'It is traditionally used for a headache caused by a cold.'],
  藿香正氣散: [
    'Huo Xiang Zheng Qi San',
    'It is traditionally used for an upset stomach during a cold, with nausea and diarrhea.',
  ],
  小柴胡湯: [
    'Xiao Chai Hu Tang',
    'It is traditionally used for alternating chills and fever, a bitter taste in the mouth and poor appetite. It contains licorice. Tell the practitioner if you have liver disease or receive interferon; tell a doctor promptly if you have a dry cough or shortness of breath.',
  ],
  加味逍遙散: [
    'Jia Wei Xiao Yao San',
    'It is traditionally used for tension, period symptoms or hot flashes. It contains licorice.',
  ],
  逍遙散: [
    'Xiao Yao San',
    'It is traditionally used for low mood, a tight feeling along both sides of the ribs and period symptoms. It contains licorice.',
  ],
  柴胡疏肝湯: [
    'Chai Hu Shu Gan Tang',
    'It is traditionally used for low mood and a tight feeling along both sides of the ribs. It contains licorice.',
  ],
  酸棗仁湯: [
    'Suan Zao Ren Tang',
    'It is traditionally used for poor sleep and restlessness. Tell the practitioner if you take sleeping pills.',
  ],
  天王補心丹: [
    'Tian Wang Bu Xin Dan',
    'It is traditionally used for poor sleep, palpitations and forgetfulness.',
  ],
  甘麥大棗湯: [
    'Gan Mai Da Zao Tang',
    'It is traditionally used for restlessness and sadness. It contains licorice and wheat, so tell the practitioner if you have gluten intolerance.',
  ],
  溫膽湯: [
    'Wen Dan Tang',
    'It is traditionally used for a lot of phlegm, restlessness and poor sleep. It contains licorice.',
  ],
  歸脾湯: [
    'Gui Pi Tang',
    'It is traditionally used for tiredness, palpitations, poor sleep and poor appetite. It contains licorice.',
  ],
  補中益氣湯: [
    'Bu Zhong Yi Qi Tang',
    'It is traditionally used for tiredness and poor appetite. It contains licorice, so tell the practitioner if you have high blood pressure.',
  ],
  四君子湯: [
    'Si Jun Zi Tang',
    'It is traditionally used for weak digestion and tiredness. It contains licorice.',
  ],
  香砂六君子湯: [
    'Xiang Sha Liu Jun Zi Tang',
    'It is traditionally used for a feeling of fullness in the stomach and poor appetite. It contains licorice.',
  ],
  六君子湯: [
    'Liu Jun Zi Tang',
    'It is traditionally used for poor appetite, nausea and tiredness. It contains licorice.',
  ],
  參苓白朮散: [
    'Shen Ling Bai Zhu San',
    'It is traditionally used for poor appetite and loose stools. It contains licorice.',
  ],
  平胃散: ['Ping Wei San', 'It is traditionally used for bloating and indigestion. It contains licorice.'],
  半夏瀉心湯: [
    'Ban Xia Xie Xin Tang',
    'It is traditionally used for a feeling of fullness in the stomach, nausea and a rumbling belly. It contains licorice.',
  ],
  四物湯: [
    'Si Wu Tang',
    'It is traditionally used to regulate periods and for what Chinese medicine calls weak blood. It contains angelica, so tell the practitioner if you take blood thinners or have your period.',
  ],
  八珍湯: [
    'Ba Zhen Tang',
    'It is traditionally used for what Chinese medicine calls weak vital energy and blood. It contains angelica and licorice, so tell the practitioner if you take blood thinners.',
  ],
  十全大補湯: [
    'Shi Quan Da Bu Tang',
    'It is traditionally used for feeling cold, tiredness, and what Chinese medicine calls weak vital energy and blood. It contains angelica and licorice, so tell the practitioner if you take blood thinners.',
  ],
  當歸芍藥散: [
    'Dang Gui Shao Yao San',
    'It is traditionally used for period pain and swelling. It contains angelica, so tell the practitioner if you take blood thinners.',
  ],
  桂枝茯苓丸: [
    'Gui Zhi Fu Ling Wan',
    'It is traditionally used for irregular periods and what Chinese medicine calls stagnant blood in the lower belly. Tell the practitioner if you are pregnant or take blood thinners.',
  ],
  六味地黃丸: [
    'Liu Wei Di Huang Wan',
    'It is traditionally used for an aching, weak lower back and knees, ringing in the ears and dry mouth. People with poor digestion may get loose stools.',
  ],
  八味地黃丸: [
    'Ba Wei Di Huang Wan',
    'It is traditionally used for feeling cold, an aching lower back and having to pass urine at night. It contains aconite, so tell a doctor at once if you have palpitations or numb lips.',
  ],
  知柏地黃丸: [
    'Zhi Bai Di Huang Wan',
    'It is traditionally used for hot flashes, night sweats and dry mouth.',
  ],
  杞菊地黃丸: [
    'Qi Ju Di Huang Wan',
    'It is traditionally used for dry eyes, blurred vision and an aching lower back.',
  ],
  濟生腎氣丸: [
    'Ji Sheng Shen Qi Wan',
    'It is traditionally used for swelling, an aching lower back and passing little urine. It contains aconite, so tell a doctor at once if you have palpitations or numb lips.',
  ],
  獨活寄生湯: [
    'Du Huo Ji Sheng Tang',
    'It is traditionally used for an aching lower back and knees. It contains angelica and licorice, so tell the practitioner if you take blood thinners.',
  ],
  疏經活血湯: [
    'Shu Jing Huo Xue Tang',
    'It is traditionally used for aching joints and muscles. It contains angelica and licorice, so tell the practitioner if you take blood thinners.',
  ],
  芍藥甘草湯: [
    'Shao Yao Gan Cao Tang',
    'It is traditionally used for muscle cramps and cramping pain in the belly. It contains a lot of licorice, so tell the practitioner if you have swelling, weakness or high blood pressure.',
  ],
  血府逐瘀湯: [
    'Xue Fu Zhu Yu Tang',
    'It is traditionally used for stabbing pain or tightness in the chest. Tell the practitioner if you are pregnant, are having your period or take blood thinners; see a doctor if you have new chest pain.',
  ],
  麻子仁丸: [
    'Ma Zi Ren Wan',
    'It is traditionally used for constipation. It contains rhubarb, so tell the practitioner if you are pregnant or have diarrhea.',
  ],
  大柴胡湯: [
    'Da Chai Hu Tang',
    'It is traditionally used for constipation and a tight feeling in the chest and around the ribs. It contains rhubarb, so tell the practitioner if you are pregnant or have diarrhea.',
  ],
  龍膽瀉肝湯: [
    'Long Dan Xie Gan Tang',
    'It is traditionally used for a bitter taste in the mouth, red eyes, and what Chinese medicine calls damp heat in the lower body. It contains licorice.',
  ],
  五苓散: [
    'Wu Ling San',
    'It is traditionally used for swelling and trouble passing urine. Tell the practitioner if you take water pills.',
  ],
  豬苓湯: ['Zhu Ling Tang', 'It is traditionally used for thirst and trouble passing urine.'],
  辛夷清肺湯: ['Xin Yi Qing Fei Tang', 'It is traditionally used for a blocked nose with yellow discharge.'],
  辛夷散: ['Xin Yi San', 'It is traditionally used for a blocked or runny nose. It contains licorice.'],
  蒼耳散: ['Cang Er San', 'It is traditionally used for a blocked nose and sinus discomfort.'],
  消風散: ['Xiao Feng San', 'It is traditionally used for itchy rashes. It contains licorice.'],
  黃連解毒湯: [
    'Huang Lian Jie Du Tang',
    'It is traditionally used for mouth sores, redness and swelling, and what Chinese medicine calls excess heat. Tell the practitioner if you have weak digestion or G6PD deficiency.',
  ],
  清肺湯: [
    'Qing Fei Tang',
    'It is traditionally used for a cough with thick yellow phlegm. It contains licorice.',
  ],
  麥門冬湯: [
    'Mai Men Dong Tang',
    'It is traditionally used for a dry cough and dry throat. It contains licorice.',
  ],
  止嗽散: ['Zhi Sou San', 'It is traditionally used for a cough after a cold. It contains licorice.'],
  玉屏風散: [
    'Yu Ping Feng San',
    'It is traditionally used for people who catch colds often and sweat easily.',
  ],
  天麻鉤藤飲: [
    'Tian Ma Gou Teng Yin',
    'It is traditionally used for dizziness, headache and irritability. Tell the practitioner if you take blood-pressure drugs.',
  ],
  半夏白朮天麻湯: [
    'Ban Xia Bai Zhu Tian Ma Tang',
    'It is traditionally used for dizziness, nausea and a lot of phlegm.',
  ],
  遠志: [
    'Yuan Zhi',
    'It is a single herb, traditionally used for restlessness, poor sleep and a lot of phlegm. Tell the practitioner if you have stomach ulcers.',
  ],
} as const satisfies FormulaTexts;
