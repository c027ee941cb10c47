import type { DrugGroupText } from './drug-group.js';

/** Prostate and bladder, immune system, cancer, skin, eyes and nose. */
export const otherSystems = {
  'prostate-alpha-blockers': {
    name: '攝護腺肥大用藥（甲型阻斷劑）',
    text: '放鬆攝護腺與膀胱出口，通常用於攝護腺肥大的排尿不順。',
    tell: '起身頭暈要小心；準備做白內障手術，或要用勃起功能藥、降血壓藥時，請先告訴醫師。',
    of: {
      tamsulosin: '飯後服用可減少頭暈。',
      alfuzosin: '長效錠，飯後服用、不可咬碎。',
      silodosin: '可能射精變少。',
    },
  },
  'prostate-shrinkers': {
    name: '攝護腺肥大用藥（縮小腺體）',
    text: '減少使攝護腺長大的荷爾蒙，讓攝護腺慢慢縮小，要幾個月才看得出效果；也用於雄性禿。',
    tell: '抽血驗 PSA 前告訴醫師在用此藥，數值會偏低；懷孕婦女不可接觸破損的藥；性功能、情緒、乳房改變請告訴醫師。',
    of: {
      finasteride: '不同劑量分別用於攝護腺與雄性禿。',
      dutasteride: '在體內停留數月，捐血前請先說明。',
    },
  },
  'bladder-calmers': {
    name: '膀胱過動用藥',
    text: '減少膀胱不自主收縮，通常用於頻尿、急尿、漏尿。',
    tell: '口乾、便祕、排尿困難請告訴醫師；有青光眼、攝護腺肥大，長者意識混亂請先說明。',
    of: {
      oxybutynin: '口服或貼片，口乾較明顯。',
      tolterodine: '有長效劑型。',
      solifenacin: '一天一次。',
      trospium: '空腹服用，較少進入腦部。',
      fesoterodine: '長效錠，一天一次。',
      flavoxate: '減輕膀胱不適與絞痛。',
    },
  },
  'bladder-activators': {
    name: '膀胱用藥',
    text: '調整膀胱肌肉的藥，用途依成分不同。',
    tell: '血壓升高、心跳改變、排尿困難請告訴醫師；有氣喘或高血壓請先說明。',
    of: {
      mirabegron: '作用與其他藥不同，較不口乾，但要量血壓。',
      bethanechol: '幫助膀胱收縮，用於排尿不出。',
    },
  },
  'erection-drugs': {
    name: '勃起功能用藥',
    text: '增加血流，通常用於勃起功能障礙；有些也用於肺動脈高壓或攝護腺肥大。',
    tell: '在用硝酸鹽類心臟藥（如舌下硝酸甘油）務必先問醫師。胸痛、視力或聽力突然改變、勃起超過四小時請立即就醫。',
    of: {
      sildenafil: '也用於肺動脈高壓。',
      tadalafil: '作用很長，也用於攝護腺肥大與肺動脈高壓。',
      vardenafil: '可能影響心電圖。',
    },
  },
  'immune-suppressants': {
    name: '免疫抑制劑',
    text: '降低免疫反應，用於自體免疫疾病或器官移植。',
    tell: '發燒、咳嗽、喉嚨痛請立即聯絡醫師。打疫苗、準備懷孕、加用任何藥前先問醫師；定期抽血請依門診安排。',
    of: {
      methotrexate: '用於關節炎、乾癬時每週只用一次，不是每天；常搭配葉酸。',
      leflunomide: '停留很久，準備懷孕要先討論，要追蹤肝功能與血壓。',
      azathioprine: '與 allopurinol 一起使用要特別小心，要追蹤血球。',
      ciclosporin: '要追蹤血中濃度、血壓、腎功能，與葡萄柚互相影響；眼藥水用於乾眼。',
      tacrolimus: '要追蹤血中濃度，與葡萄柚互相影響；藥膏用於異位性皮膚炎。',
      'mycophenolic acid': '對胎兒有害，可能懷孕的人要先討論。',
      sirolimus: '要追蹤血中濃度、血脂與傷口癒合。',
    },
  },
  'jak-inhibitors': {
    name: '免疫調節藥（JAK 抑制劑）',
    text: '口服免疫調節藥，用於類風濕關節炎、異位性皮膚炎等。',
    tell: '發燒、帶狀皰疹、胸痛、腿腫痛請立即就醫。曾有結核病、B 肝、血栓、心臟病、癌症請先告訴醫師；打疫苗前先問醫師。',
    of: {
      tofacitinib: '也用於潰瘍性結腸炎。',
      baricitinib: '也用於異位性皮膚炎、圓禿。',
      upadacitinib: '也用於異位性皮膚炎、腸道發炎。',
    },
  },
  'tnf-inhibitors': {
    name: '免疫生物製劑（TNF 抑制劑）',
    text: '注射用生物製劑，阻斷發炎訊號，用於類風濕關節炎、僵直性脊椎炎、乾癬、腸道發炎等。',
    tell: '發燒、久咳、傷口感染請立即聯絡醫師。曾有結核病、B 肝、心臟衰竭請先告訴醫師；打疫苗、手術前先問醫師。',
    of: {
      adalimumab: '皮下注射，常為每兩週一次。',
      etanercept: '皮下注射，常為每週一次。',
      golimumab: '皮下注射，常為每月一次。',
    },
  },
  'interleukin-inhibitors': {
    name: '免疫生物製劑',
    text: '注射用生物製劑，阻斷特定的發炎訊號，用於乾癬、關節炎、異位性皮膚炎等。',
    tell: '發燒感染、呼吸困難請立即就醫。曾有結核病、腸道發炎請先告訴醫師；打疫苗前先問醫師。',
    of: {
      tocilizumab: '阻斷 IL-6，用於類風濕關節炎等。',
      secukinumab: '阻斷 IL-17A，用於乾癬、僵直性脊椎炎等。',
      ustekinumab: '阻斷 IL-12/23，用於乾癬、克隆氏症等。',
      dupilumab: '阻斷 IL-4/13，用於異位性皮膚炎、氣喘等，可能結膜炎。',
    },
  },
  'breast-cancer-hormones': {
    name: '乳癌荷爾蒙用藥',
    text: '阻斷或減少女性荷爾蒙的作用，通常用於荷爾蒙受體陽性的乳癌治療或預防復發。',
    tell: '腿腫痛、胸痛、不明陰道出血請儘快就醫。關節痛、熱潮紅可告訴醫師；加用抗憂鬱藥、荷爾蒙，或要調整用藥前，先問醫師。',
    of: {
      tamoxifen: '有停經前後都可使用；有血栓病史請先告訴醫師。',
      anastrozole: '停經後使用，要追蹤骨質。',
      letrozole: '停經後乳癌使用，也用於促排卵；要追蹤骨質。',
      exemestane: '停經後使用，飯後服用。',
    },
  },
  'prostate-cancer-hormones': {
    name: '攝護腺癌荷爾蒙用藥',
    text: '減少男性荷爾蒙或其作用，通常用於攝護腺癌；針劑也用於子宮內膜異位、肌瘤或性早熟。',
    tell: '骨痛加劇、腳無力、排尿困難請立即就醫；疲倦、情緒、血糖、骨質變化請告訴醫師。',
    of: {
      bicalutamide: '要追蹤肝功能，乳房可能脹痛。',
      enzalutamide: '可能疲倦、血壓升高，有癲癇請先告訴醫師。',
      abiraterone: '與 prednisolone 併用，空腹服用；要追蹤血壓、血鉀與肝功能。',
      leuprorelin: '注射，數週到半年一次；開始時症狀可能短暫加重。',
      goserelin: '皮下植入，一到三個月一次。',
    },
  },
  'cancer-tablets': {
    name: '抗癌藥',
    text: '抗癌藥，由專科醫師依癌別使用；少數也用於其他疾病。',
    tell: '發燒、喘、嚴重腹瀉、手腳紅痛、出血請立即聯絡治療團隊。加用任何藥、草藥、保健食品前先問醫師；如何安全拿取請問藥師。',
    of: {
      everolimus: '用於某些癌症，也用於器官移植（商品不同）；口腔潰瘍常見。',
      capecitabine: '手腳紅痛與腹瀉較常見，與 warfarin 互相影響。',
      hydroxycarbamide: '也用於血球過多的血液疾病，要追蹤血球。',
      imatinib: '用於慢性骨髓性白血病、胃腸道基質瘤，隨餐服用；腳腫常見。',
      gefitinib: '用於 EGFR 突變的肺癌，起疹、腹瀉常見。',
      erlotinib: '用於 EGFR 突變的肺癌，空腹服用；抽菸會降低效果。',
      afatinib: '用於 EGFR 突變的肺癌，腹瀉常見，空腹服用。',
      osimertinib: '用於 EGFR 突變的肺癌，要留意心臟功能。',
      sorafenib: '用於肝癌、腎癌、甲狀腺癌，要追蹤血壓。',
      lenvatinib: '用於肝癌、甲狀腺癌等，要追蹤血壓、蛋白尿。',
    },
  },
  'skin-corticosteroids': {
    name: '外用類固醇',
    text: '塗在皮膚的類固醇，減輕紅腫癢，用於濕疹、皮膚炎、乾癬。',
    tell: '臉部、皺摺處、小孩能不能用、用多久，請問醫師或藥師；皮膚變薄、感染或沒改善請回診。',
    of: {
      clobetasol: '最強的一級，通常短期使用。',
      fluocinonide: '強效。',
    },
  },
  'skin-antibiotics': {
    name: '外用抗生素',
    text: '塗在皮膚的抗生素，用於局部感染、燒燙傷或傷口。',
    tell: '紅腫擴大、發燒、化膿請就醫；對該藥過敏請先告訴醫師或藥師。',
    of: {
      'fusidic acid': '有藥膏與眼藥。',
      mupirocin: '用於膿痂疹等，也用於鼻腔去除帶菌。',
      'silver sulfadiazine': '常用於燒燙傷，對磺胺藥過敏請先告訴醫師。',
    },
  },
  'acne-drugs': {
    name: '青春痘用藥',
    text: '用於青春痘的外用或口服藥。',
    tell: '準備懷孕或可能懷孕請先告訴醫師；皮膚刺激、脫皮、怕曬可問藥師。',
    of: {
      adapalene: '維生素 A 類外用藥，開始會脫皮、刺激，懷孕不使用。',
      isotretinoin: '口服維生素 A 類，會傷害胎兒，必須避孕；要追蹤情緒、血脂與肝功能。',
      'benzoyl peroxide': '會漂白衣物。',
    },
  },
  'psoriasis-drugs': {
    name: '乾癬用藥',
    text: '讓過度生長的皮膚恢復較慢的更新速度，用於乾癬。',
    tell: '可能懷孕、肝病、鈣過高請先告訴醫師；皮膚嚴重刺激請回診。',
    of: {
      calcipotriol: '維生素 D 類外用藥。',
      acitretin: '口服維生素 A 類，用後多年內都要避免懷孕，不要捐血。',
    },
  },
  'itch-drugs': {
    name: '止癢藥',
    text: '塗在皮膚止癢，有些也用於疥瘡。',
    tell: '搔癢持續、家人也癢、皮膚破損請看醫師。',
    of: {
      crotamiton: '也用於疥瘡。',
    },
  },
  'wart-drugs': {
    name: '疣用藥',
    text: '促進局部免疫，用於疣或某些皮膚病灶。',
    tell: '嚴重紅腫、潰瘍、發燒請告訴醫師；懷孕請先說明。',
    of: {
      imiquimod: '用於生殖器疣、日光性角化症等。',
    },
  },
  'glaucoma-drops': {
    name: '青光眼用藥水',
    text: '降低眼壓的藥水，通常用於青光眼或眼壓過高。',
    tell: '眼痛、視力突然改變請立即就醫。有氣喘、心跳慢、心臟病請先告訴醫師；多種藥水怎麼錯開請問藥師。',
    of: {
      timolol: '乙型阻斷劑眼藥水，全身也會吸收一些。',
      latanoprost: '前列腺素類，睫毛與虹膜顏色可能變深。',
      travoprost: '前列腺素類，睫毛與虹膜顏色可能變深。',
      bimatoprost: '前列腺素類，睫毛與虹膜顏色可能變深。',
      tafluprost: '前列腺素類，睫毛與虹膜顏色可能變深。',
      brimonidine: '可能眼睛紅、口乾、嗜睡，幼兒不使用。',
      dorzolamide: '碳酸酐酶抑制劑，磺胺過敏請先告訴醫師。',
      brinzolamide: '碳酸酐酶抑制劑，用前搖勻，磺胺過敏請先告訴醫師。',
      pilocarpine: '縮瞳降眼壓，夜間看不清；口服用於口乾。',
    },
  },
  'glaucoma-tablets': {
    name: '青光眼用藥',
    text: '口服降眼壓藥，也用於水腫或高山症。',
    tell: '對磺胺藥過敏、腎結石、腎臟或肝臟病請先告訴醫師；手腳麻、疲倦、起疹請說明。',
    of: {
      acetazolamide: '可能手腳麻、尿多、血鉀低。',
    },
  },
  'eye-corticosteroids': {
    name: '眼用類固醇',
    text: '眼用類固醇，減輕眼睛發炎。',
    tell: '使用期間可能要量眼壓，多久一次請問眼科醫師；眼痛、視力下降請儘快回診。',
    of: {
      fluorometholone: '較溫和的眼用類固醇。',
    },
  },
  'eye-allergy-drops': {
    name: '眼睛過敏用藥',
    text: '減輕眼睛過敏的癢與紅。',
    tell: '戴隱形眼鏡怎麼用請問藥師；眼痛、怕光、視力下降請看眼科。',
    of: {
      olopatadine: '有眼藥水，也有口服與鼻噴。',
      'cromoglicic acid': '用於預防，要規律使用；也有鼻噴。',
    },
  },
  'eye-moisteners': {
    name: '人工淚液',
    text: '人工淚液，滋潤乾澀的眼睛。',
    tell: '一天需要點很多次、眼痛、分泌物多或視力下降，請看眼科；有無防腐劑請問藥師。',
    of: {
      'hyaluronic acid': '眼藥水保濕，另有關節注射與皮膚用途。',
      carbomer: '凝膠狀，停留較久，點後暫時看不清。',
      hypromellose: '與淚液相近的濃稠液，點後可能短暫看不清。',
    },
  },
  'pupil-wideners': {
    name: '散瞳藥',
    text: '放大瞳孔或放鬆睫狀肌，用於眼睛檢查或控制小孩近視；注射或口服的有其他用途。',
    tell: '點後會怕光、看近不清，開車要小心；眼痛、頭痛、看到光暈請立即就醫，有青光眼請先告知。',
    of: {
      atropine: '低濃度常用於控制小孩近視；注射用於心跳過慢或中毒。',
      tropicamide: '作用短，多用於眼科檢查。',
    },
  },
  'nasal-decongestants': {
    name: '鼻塞噴劑',
    text: '鼻噴劑，快速減輕鼻塞，通常只短期使用。',
    tell: '連用多天鼻塞反而更重，請看醫師；有高血壓、心臟病或給小孩使用前，先問藥師。',
    of: {
      oxymetazoline: '作用時間較長。',
      xylometazoline: '用於鼻塞。',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
