import type { DrugGroupText } from './drug-group.js';

/** Stomach, bowel and liver. */
export const digestion = {
  'proton-pump-inhibitors': {
    name: '胃酸抑制劑（PPI）',
    text: '強力減少胃酸，通常用於胃食道逆流、胃及十二指腸潰瘍、幽門桿菌治療，或保護服用止痛藥、抗血小板藥的胃。',
    tell: '吞嚥困難、體重減輕、黑便請儘快就醫。是否需要繼續使用、要加用別的藥（如 clopidogrel、抗黴菌藥），請問醫師或藥師。',
    of: {
      omeprazole: '較早期的一種，可能減弱 clopidogrel。',
      pantoprazole: '和其他藥的相互影響較少，也有針劑。',
      lansoprazole: '有口溶錠。',
      rabeprazole: '用於逆流、潰瘍與幽門桿菌治療。',
      esomeprazole: 'omeprazole 的其中一型，可能減弱 clopidogrel。',
      dexlansoprazole: '膠囊分兩階段釋放，可不受用餐限制。',
      vonoprazan: '作用機轉較新（鉀離子競爭型），作用快。',
    },
  },
  'h2-blockers': {
    name: '胃酸抑制劑（H2 阻斷劑）',
    text: '減少胃酸，通常用於胃部灼熱、胃潰瘍，有些也用於蕁麻疹。',
    tell: '有腎臟病、年紀大而意識混亂，或要加用別的藥時，請告訴醫師或藥師。',
    of: {
      famotidine: '這類中最常用的，和其他藥的相互影響少。',
      ranitidine: '多國因雜質問題已下架，手上若有舊藥請問藥師。',
      cimetidine: '較早期的一種，和許多藥互相影響。',
      nizatidine: '用於胃酸過多與潰瘍。',
    },
  },
  'stomach-protection': {
    name: '胃黏膜保護劑',
    text: '保護胃黏膜，通常用於胃炎、潰瘍或與止痛藥合用。',
    tell: '可能懷孕請先告訴醫師；與其他藥是否要錯開請問藥師。',
    of: {
      misoprostol: '預防止痛藥引起的潰瘍；會造成流產，懷孕婦女不可使用，婦產科另有用途。',
      sucralfate: '在潰瘍表面形成保護膜，空腹使用，與其他藥要錯開。',
      rebamipide: '促進胃黏液分泌，也有眼藥水。',
    },
  },
  antiflatulents: {
    name: '脹氣用藥',
    text: '讓腸胃裡的氣泡容易排出，通常用於脹氣，或胃鏡、超音波檢查前。',
    tell: '腹痛、嘔吐或脹氣一直不好，請看醫師。',
    of: {
      simeticone: '不被身體吸收。',
    },
  },
  antiemetics: {
    name: '止吐與促進腸胃蠕動藥',
    text: '減輕噁心、嘔吐，有些也促進胃排空。',
    tell: '不自主動作、眼睛上吊、心悸或昏倒請立即就醫。有心臟病、帕金森氏症，或給小孩使用前，先問醫師。',
    of: {
      metoclopramide: '也促進胃排空；年輕人與長者較易出現不自主動作。',
      domperidone: '較少影響腦部，但可能影響心律。',
      ondansetron: '常用於化療、手術後的噁心；可能便祕、影響心電圖。',
      granisetron: '常用於化療後的噁心，有口服、針劑。',
    },
  },
  prokinetics: {
    name: '促進腸胃蠕動藥',
    text: '促進胃腸蠕動，通常用於消化不良、脹氣、噁心。',
    tell: '腹瀉、腹痛、心悸請告訴醫師；要加用抗生素或抗黴菌藥前先問藥師。',
    of: {
      mosapride: '促進胃排空，用於消化不良、逆流。',
      itopride: '促進胃排空，用於消化不良。',
    },
  },
  antispasmodics: {
    name: '腸胃解痙藥',
    text: '放鬆腸胃平滑肌，通常用於腸胃絞痛、大腸激躁症。',
    tell: '腹痛劇烈、發燒、血便請就醫。有青光眼、攝護腺肥大或心跳快，請先告訴醫師或藥師。',
    of: {
      'hyoscine butylbromide': '俗稱補斯可胖的成分，用於腸胃或泌尿道絞痛。',
      mebeverine: '用於大腸激躁症，較少口乾。',
      'otilonium bromide': '主要作用在大腸，用於大腸激躁症。',
      pinaverium: '主要作用在腸道，用於大腸激躁症；整粒吞、配大量水。',
      dicycloverine: '較易口乾、視線模糊。',
    },
  },
  antidiarrhoeals: {
    name: '止瀉藥',
    text: '用來減少腹瀉次數或水分流失。',
    tell: '血便、高燒、劇烈腹痛、脫水，或小孩與長者腹瀉，請先看醫師；腹瀉超過兩天也請就醫。',
    of: {
      loperamide: '減慢腸蠕動；大量使用會傷害心臟。',
      'dioctahedral smectite': '吸附腸道中的水分與毒素，與其他藥要錯開。',
      racecadotril: '減少腸道分泌水分。',
    },
  },
  'stimulant-laxatives': {
    name: '瀉藥',
    text: '刺激腸道蠕動，通常用於便祕或檢查前清腸。',
    tell: '腹痛、嘔吐、血便，或便祕持續、排便習慣改變，請看醫師；常常需要使用時也請和醫師討論。',
    of: {
      sennosides: '植物來源，多在睡前用、隔天早上排便。',
      bisacodyl: '有腸衣錠與塞劑，腸衣錠不要配牛奶或制酸劑。',
    },
  },
  'osmotic-laxatives': {
    name: '軟便藥',
    text: '讓水分留在腸道使大便變軟，通常用於便祕。',
    tell: '腹瀉、脹氣嚴重請告訴醫師；排便習慣改變或血便請看醫師。',
    of: {
      lactulose: '也用於肝腦病變，降低血氨。',
      macrogol: '也用於大腸鏡前清腸。',
    },
  },
  'other-laxatives': {
    name: '便祕用藥',
    text: '用於一般便祕藥效果不足的慢性便祕。',
    tell: '有腎臟病、心臟病或劇烈腹痛、血便，請告訴醫師。',
    of: {
      prucalopride: '促進大腸蠕動；情緒明顯改變要告訴醫師。',
    },
  },
  'bile-acids': {
    name: '膽道與肝臟用藥',
    text: '改善膽汁成分，通常用於某些膽結石或膽汁淤積的肝病。',
    tell: '右上腹痛、發燒、皮膚變黃請儘快就醫；與制酸劑、膽酸結合劑怎麼錯開請問藥師。',
    of: {
      'ursodeoxycholic acid': '用於溶解小膽結石或原發性膽汁性膽管炎。',
    },
  },
  'liver-drugs': {
    name: '保肝藥',
    text: '作為肝臟不適的輔助用藥。',
    tell: '疲倦、皮膚變黃、尿色深請看醫師；肝病的追蹤（抽血、超音波）請問醫師。',
    of: {
      silymarin: '奶薊的萃取物。',
    },
  },
  'bowel-inflammation': {
    name: '腸道發炎用藥',
    text: '減輕腸道發炎，通常用於潰瘍性結腸炎或克隆氏症；有的也用於關節炎。',
    tell: '發燒、喉嚨痛、起疹、血便加重、尿量減少，請儘快告訴醫師；對磺胺藥或阿斯匹靈過敏請先說明。',
    of: {
      mesalazine: '有錠劑、顆粒、塞劑與灌腸液；要追蹤腎功能。',
      sulfasalazine: '也用於類風濕關節炎；尿液會變橘黃，含磺胺成分。',
    },
  },
  'digestive-enzymes': {
    name: '消化酵素',
    text: '補充胰臟的消化酵素，用於胰臟功能不足。',
    tell: '對豬肉製品過敏、腹痛或痛風，請告訴醫師；怎麼配合用餐請問藥師。',
    of: {
      pancreatin: '隨餐服用，膠囊不要嚼碎。',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
