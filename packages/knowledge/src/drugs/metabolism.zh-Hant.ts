import type { DrugGroupText } from './drug-group.js';

/** Diabetes, hormones, bones, vitamins, blood and weight. */
export const metabolism = {
  biguanides: {
    name: '降血糖藥（雙胍類）',
    text: '減少肝臟製造糖、讓身體更會用胰島素，通常是第二型糖尿病最先用的藥。',
    tell: '有腎臟或肝臟疾病、要做打顯影劑的檢查、要開刀，或嘔吐腹瀉吃不下時，先問醫師。腸胃不適持續請告訴醫師。',
    of: {
      metformin: '常見腸胃不適；長期使用可能缺維生素 B12。',
    },
  },
  sulfonylureas: {
    name: '降血糖藥（磺醯尿素類）',
    text: '促使胰臟放出胰島素，用於第二型糖尿病。',
    tell: '可能引起低血糖（發抖、冒冷汗、飢餓、意識不清），發生時如何處理，請事先問醫師或衛教師。吃得少、有腎臟病或要加用別的藥時，先問醫師或藥師。',
    of: {
      glibenclamide: '作用時間長，長者較易低血糖。',
      glipizide: '作用時間較短，餐前服用。',
      gliclazide: '常用長效劑型，隨早餐服用。',
      glimepiride: '一天一次、隨第一餐服用的較多。',
    },
  },
  glinides: {
    name: '降血糖藥（餐前促胰島素分泌）',
    text: '在餐前促使胰臟短時間放出胰島素，用於第二型糖尿病。',
    tell: '可能引起低血糖：沒吃那一餐時該怎麼辦，請問醫師；要加用別的藥前先問藥師。',
    of: {
      repaglinide: '隨餐使用，沒吃那餐就需要照醫師指示處理。',
      nateglinide: '隨餐使用，作用很短。',
      mitiglinide: '緊接餐前使用，作用很短。',
    },
  },
  'glucosidase-inhibitors': {
    name: '降血糖藥（延緩醣類吸收）',
    text: '延緩腸道吸收澱粉與糖，讓飯後血糖上升較慢，用於第二型糖尿病。',
    tell: '脹氣、腹瀉嚴重請告訴醫師。與其他降血糖藥合用而低血糖時，要用葡萄糖而非一般砂糖，細節請問藥師。',
    of: {
      acarbose: '與每餐第一口一起服用，常見脹氣。',
      miglitol: '與每餐第一口一起服用，常見脹氣、軟便。',
    },
  },
  glitazones: {
    name: '降血糖藥（胰島素增敏劑）',
    text: '讓身體對胰島素更有反應，用於第二型糖尿病。',
    tell: '有心臟衰竭、水腫、膀胱腫瘤病史或骨質疏鬆，請告訴醫師；體重快速增加、腳腫、喘，請儘快就醫。',
    of: {
      pioglitazone: '效果要數週；可能使體重增加、水腫。',
    },
  },
  'dpp4-inhibitors': {
    name: '降血糖藥（DPP-4 抑制劑）',
    text: '讓身體在飯後多放出胰島素、少放出糖，用於第二型糖尿病。',
    tell: '持續劇烈腹痛、嚴重關節痛或皮膚起水泡，請儘快就醫；有胰臟炎或腎臟病史請告訴醫師。',
    of: {
      sitagliptin: '腎功能不同時劑量不同。',
      vildagliptin: '使用期間需要追蹤肝功能。',
      saxagliptin: '有心臟衰竭的人要先告訴醫師。',
      alogliptin: '有心臟衰竭或肝病的人要先告訴醫師。',
      linagliptin: '主要由膽汁排出，腎功能不好的人也常使用。',
    },
  },
  'sglt2-inhibitors': {
    name: '降血糖與心腎保護藥（SGLT2 抑制劑）',
    text: '讓糖從尿液排出，用於第二型糖尿病，也用於心臟衰竭與慢性腎臟病。',
    tell: '私處搔癢、排尿疼痛請告訴醫師。手術前、禁食，或嘔吐、腹痛、呼吸變快、非常疲倦時，請儘快聯絡醫師。服用期間尿糖呈陽性是藥的作用。',
    of: {
      dapagliflozin: '糖尿病、心臟衰竭、慢性腎臟病都可能使用。',
      canagliflozin: '足部傷口要告訴醫師。',
      empagliflozin: '糖尿病、心臟衰竭、慢性腎臟病都可能使用。',
      ertugliflozin: '用於第二型糖尿病。',
    },
  },
  'glp1-agonists': {
    name: '降血糖與減重藥（GLP-1 類）',
    text: '模仿腸道荷爾蒙，降低血糖並延緩胃排空、減少食慾，用於第二型糖尿病，有些也用於體重控制。',
    tell: '持續劇烈腹痛、一直嘔吐請儘快就醫。曾有胰臟炎或家族有甲狀腺髓質癌，以及手術或內視鏡麻醉前，請告訴醫師。',
    of: {
      exenatide: '皮下注射。',
      liraglutide: '每天皮下注射一次；不同商品分別用於血糖或體重。',
      dulaglutide: '每週皮下注射一次。',
      semaglutide: '有每週注射與每天口服兩種；糖尿病眼病變的人要先告訴醫師。',
      tirzepatide: '同時作用在 GIP 與 GLP-1，每週皮下注射一次；使用口服避孕藥的人請先問醫師。',
    },
  },
  insulins: {
    name: '胰島素',
    text: '補充身體不足的胰島素，用於第一型糖尿病，也用於口服藥不夠的第二型糖尿病或孕期血糖。',
    tell: '低血糖的徵象與處理、生病吃不下時怎麼辦、注射部位與保存，請問醫師或糖尿病衛教師。外觀相似的筆很多，領藥時請核對名稱。',
    of: {
      'human insulin': '有短效、中效與預混型，名稱與顏色請核對。',
      'insulin lispro': '速效型，配合用餐；也有預混型。',
      'insulin aspart': '速效型，配合用餐；也有預混型。',
      'insulin glulisine': '速效型，配合用餐。',
      'insulin glargine': '長效型，提供一整天的基礎量；不同濃度的產品不可互換。',
      'insulin detemir': '長效型，提供基礎量。',
      'insulin degludec': '超長效型，提供基礎量。',
    },
  },
  'thyroid-hormones': {
    name: '甲狀腺素',
    text: '補充甲狀腺素，通常用於甲狀腺功能不足或甲狀腺手術後。',
    tell: '心悸、手抖、失眠請告訴醫師。鈣片、鐵劑、制酸劑會影響吸收，如何錯開請問藥師；懷孕時儘早告訴醫師。',
    of: {
      levothyroxine: 'T4，空腹服用，調整後約六到八週再抽血看效果。',
      liothyronine: 'T3，作用較快較短，使用較少。',
    },
  },
  'antithyroid-drugs': {
    name: '甲狀腺亢進用藥',
    text: '減少甲狀腺製造荷爾蒙，用於甲狀腺亢進。',
    tell: '發燒、喉嚨痛、口腔潰瘍請立即就醫抽血，可能是白血球太低。皮膚眼睛變黃、起疹，或準備懷孕，也要告訴醫師。',
    of: {
      propylthiouracil: '懷孕初期較常選用，要留意肝功能。',
      carbimazole: '在體內變成 thiamazole 發揮作用。',
      thiamazole: '這類中最常用的。',
    },
  },
  corticosteroids: {
    name: '類固醇',
    text: '強力抑制發炎與過敏、調節免疫，用途很廣；短期與長期使用的注意事項不同。',
    tell: '用了一段時間後突然中斷可能有危險，要調整用藥前先問醫師。血糖上升、感染、黑便、情緒改變，或要打活性疫苗前，請告訴醫師。',
    of: {
      prednisolone: '口服最常用；眼藥水用於眼睛發炎。',
      prednisone: '在肝臟轉為 prednisolone 才有作用。',
      methylprednisolone: '有口服與注射，也用於急性發作時。',
      dexamethasone: '作用強而長，也用於化療止吐、腦水腫；眼用與耳用劑型為局部使用。',
      betamethasone: '藥膏用於皮膚發炎，口服或注射用於較強的發炎。',
      hydrocortisone: '身體本來就有的類固醇；口服在腎上腺功能不足時用來補充，藥膏作用溫和。',
      cortisone: '腎上腺功能不足時用來補充。',
      triamcinolone: '注射用於關節或病灶，另有鼻噴、藥膏與口內膏。',
    },
  },
  mineralocorticoids: {
    name: '礦物性皮質類固醇',
    text: '讓身體保留鹽分，通常用於腎上腺功能不足。',
    tell: '水腫、頭痛、無力請告訴醫師；突然中斷有危險，要調整用藥前先問醫師。',
    of: {
      fludrocortisone: '也用於姿勢性低血壓。',
    },
  },
  antidiuretics: {
    name: '減少尿量藥',
    text: '減少製造尿液，通常用於尿崩症、夜尿或小孩尿床。',
    tell: '頭痛、噁心、意識不清、抽筋可能是血鈉太低，請立即就醫；喝水量怎麼安排請問醫師。',
    of: {
      desmopressin: '有口服、鼻噴與注射。',
    },
  },
  'prolactin-inhibitors': {
    name: '泌乳激素過高用藥',
    text: '降低泌乳激素，通常用於泌乳激素過高或某些腦下垂體腫瘤。',
    tell: '頭暈、嗜睡、衝動行為（如賭博）或呼吸困難，請告訴醫師；準備懷孕也請說明。',
    of: {
      cabergoline: '通常每週一到兩次；長期使用可能需要檢查心臟瓣膜。',
      bromocriptine: '也用於帕金森氏症。',
    },
  },
  oestrogens: {
    name: '女性荷爾蒙',
    text: '補充女性荷爾蒙，通常用於更年期症狀。',
    tell: '曾有乳癌、子宮內膜癌、血栓、中風或肝病，請先告訴醫師；不明陰道出血、腿腫痛、胸痛請儘快就醫。',
    of: {
      estradiol: '有口服、凝膠、貼片、陰道劑型；有子宮的人通常另需黃體素。',
      tibolone: '同時有幾種荷爾蒙的作用，用於停經後婦女。',
    },
  },
  progestogens: {
    name: '黃體素',
    text: '類似黃體素，用於調整月經、更年期荷爾蒙治療，或某些懷孕照護。',
    tell: '曾有血栓、乳癌或肝病，或有不明陰道出血，請先告訴醫師。',
    of: {
      medroxyprogesterone: '口服調經，長效針劑也用於避孕。',
      progesterone: '口服或陰道使用，可能嗜睡。',
      dydrogesterone: '口服，用於調經或懷孕照護。',
      norethisterone: '用於調經、延後月經或子宮內膜異位。',
    },
  },
  'fertility-drugs': {
    name: '排卵藥',
    text: '促進排卵，用於不孕症治療。',
    tell: '視力改變、腹脹腹痛請告訴醫師；追蹤時間請依婦產科醫師安排。',
    of: {
      clomifene: '可能多胞胎，也可能影響視力。',
    },
  },
  androgens: {
    name: '男性荷爾蒙',
    text: '補充男性荷爾蒙，用於睪固酮不足。',
    tell: '有攝護腺或乳房腫瘤、心臟病、睡眠呼吸中止，請告訴醫師；凝膠別讓婦女與小孩接觸到，方法請問藥師。',
    of: {
      testosterone: '有凝膠與針劑，會追蹤血球與攝護腺。',
    },
  },
  'urate-lowering': {
    name: '降尿酸藥',
    text: '減少身體製造尿酸，用來長期控制痛風與高尿酸。',
    tell: '起疹、發燒、口腔潰瘍或眼睛紅腫，請立即聯絡醫師，可能是嚴重過敏。剛開始用時痛風可能發作，怎麼處理請事先問醫師。',
    of: {
      allopurinol: '開始前可能檢查 HLA-B*58:01 基因，減少嚴重過敏的機會。',
      febuxostat: '有心臟病史的人要先告訴醫師。',
    },
  },
  uricosurics: {
    name: '降尿酸藥（促進排泄）',
    text: '幫助腎臟排出尿酸，用來長期控制痛風。',
    tell: '有腎結石、腎臟或肝臟疾病請先告訴醫師；皮膚眼睛變黃、深色尿、腰痛請儘快就醫。',
    of: {
      benzbromarone: '可能傷肝，開始的幾個月會抽血追蹤。',
      probenecid: '會影響許多藥的排出，包括盤尼西林與 methotrexate。',
      sulfinpyrazone: '也略抗血小板，有潰瘍的人請先告訴醫師。',
    },
  },
  'gout-attack-drugs': {
    name: '痛風發作用藥',
    text: '減輕痛風發作的發炎，也用於預防發作。',
    tell: '嚴重腹瀉、嘔吐、肌肉無力請儘快聯絡醫師。有腎臟或肝臟疾病，或同時用抗生素、抗黴菌藥、史他汀類時，先問醫師或藥師。',
    of: {
      colchicine: '發作早期使用效果較好；也用於心包膜炎。',
    },
  },
  'osteoporosis-drugs': {
    name: '骨質疏鬆用藥',
    text: '用來增加骨密度或減少骨折，作用方式依成分不同。',
    tell: '拔牙或植牙前請告訴牙醫與醫師。間隔或順序很重要，要延後或更改前先問醫師。',
    of: {
      raloxifene: '停經後婦女使用；有血栓病史請先告訴醫師，久躺或長途旅行前先問醫師。',
      denosumab: '皮下注射，骨鬆通常每半年一次；延誤可能使骨折風險升高。',
      romosozumab: '每月皮下注射，為期一年；曾有心肌梗塞或中風請先告訴醫師。',
      teriparatide: '每天皮下注射，促進新骨生成。',
      calcitonin: '有注射與鼻噴，也用於高血鈣。',
    },
  },
  bisphosphonates: {
    name: '骨質疏鬆用藥（雙磷酸鹽）',
    text: '減少骨質流失，通常用於骨質疏鬆症，降低骨折機會。',
    tell: '吞嚥疼痛、胸口灼熱請告訴醫師。拔牙或植牙前告訴牙醫；大腿或鼠蹊部莫名疼痛也請告訴醫師。服用方式（姿勢、空腹）請問藥師。',
    of: {
      'alendronic acid': '每週一次的劑型最常見；服後要坐或站半小時以上。',
      'ibandronic acid': '每月口服一次或每三個月注射一次。',
      'risedronic acid': '有每週或每月劑型。',
      'zoledronic acid': '靜脈滴注，骨鬆通常一年一次；也用於癌症骨轉移。',
    },
  },
  'parathyroid-drugs': {
    name: '副甲狀腺用藥',
    text: '降低副甲狀腺素，通常用於洗腎病人的副甲狀腺亢進。',
    tell: '麻木、抽筋、心律不整可能與鈣有關，請告訴醫師；抽血追蹤請依腎臟科安排。',
    of: {
      cinacalcet: '也用於副甲狀腺癌；噁心常見。',
      paricalcitol: '維生素 D 的衍生物，抑制副甲狀腺素。',
    },
  },
  'vitamin-d': {
    name: '維生素 D',
    text: '幫助吸收鈣，用於骨質疏鬆、副甲狀腺或腎臟病引起的骨頭問題。',
    tell: '噁心、口渴、多尿、便祕可能是鈣太高，請告訴醫師；另外買的鈣片或維生素 D 也請告訴醫師。',
    of: {
      calcitriol: '活性型，不需經腎臟轉換，常用於腎臟病。',
      alfacalcidol: '經肝臟轉為活性型。',
      colecalciferol: '就是一般的維生素 D3。',
    },
  },
  calcium: {
    name: '鈣片',
    text: '補充鈣質，也用來在腸道結合磷。',
    tell: '會影響甲狀腺素、某些抗生素與骨鬆藥的吸收，如何錯開請問藥師；有腎結石或腎臟病請告訴醫師。',
    of: {
      'calcium carbonate': '隨餐吸收較好，也可中和胃酸。',
    },
  },
  'phosphate-binders': {
    name: '降磷藥',
    text: '在腸道抓住食物中的磷，通常用於腎臟病或洗腎的人。',
    tell: '便祕、腹痛、吞嚥困難請告訴醫師；與其他藥怎麼錯開、和餐怎麼配，請問藥師。',
    of: {
      'calcium acetate': '隨餐使用，幫腎臟病人降低血磷。',
      sevelamer: '不含鈣與鋁。',
      'lanthanum carbonate': '咀嚼錠，照 X 光或電腦斷層前可告知。',
    },
  },
  'potassium-binders': {
    name: '降血鉀藥',
    text: '在腸道抓住鉀，用來降低過高的血鉀。',
    tell: '便祕、腹痛請告訴醫師；與其他藥怎麼錯開請問藥師。',
    of: {
      'calcium polystyrene sulfonate': '粉狀，調水服用。',
    },
  },
  potassium: {
    name: '鉀補充劑',
    text: '補充鉀，用於血鉀過低；有些鉀鹽用於預防腎結石。',
    tell: '有腎臟病，或使用 ACE 抑制劑、ARB、保鉀利尿劑、代鹽時，請告訴醫師或藥師；吞嚥疼痛、無力、心悸請儘快聯絡醫師。',
    of: {
      'potassium chloride': '長效錠整粒吞服，多喝水。',
      'potassium citrate': '讓尿液偏鹼，預防某些結石。',
    },
  },
  antacids: {
    name: '制酸劑',
    text: '中和胃酸，通常用於胃酸過多、胃部灼熱；有些也使大便變軟或變硬。',
    tell: '會影響許多藥的吸收，如何錯開請問藥師；有腎臟病請先告訴醫師。',
    of: {
      'magnesium oxide': '中和胃酸，也使大便變軟，臺灣常用作軟便藥。',
      'aluminium hydroxide': '含鋁，較易便祕；腎臟病人請先問醫師。',
    },
  },
  iron: {
    name: '鐵劑',
    text: '補充鐵質，通常用於缺鐵性貧血。',
    tell: '大便變黑多為鐵劑所致，但如柏油狀、伴腹痛頭暈請就醫。缺鐵的原因請問醫師；與茶、鈣片、其他藥怎麼錯開請問藥師。',
    of: {
      'ferrous fumarate': '口服鐵劑。',
      'ferrous sulfate': '口服鐵劑。',
    },
  },
  'folic-acid': {
    name: '葉酸',
    text: '補充葉酸，用於葉酸不足的貧血、懷孕前後，或搭配某些藥（如 methotrexate）。',
    tell: '正在用抗癲癇藥或 methotrexate 時，怎麼搭配請問醫師或藥師。',
    of: {
      'folic acid': '也就是維生素 B9。',
    },
  },
  'vitamin-b12': {
    name: '維生素 B12',
    text: '補充維生素 B12，用於缺乏或神經方面的不適。',
    tell: '手腳麻木、走路不穩請告訴醫師；為什麼缺乏（吃素、胃部手術、胃藥或 metformin）可與醫師討論。',
    of: {
      mecobalamin: '常用於手腳麻木等神經不適。',
      cyanocobalamin: '有口服與注射。',
      hydroxocobalamin: '注射劑，停留較久。',
    },
  },
  'vitamin-b': {
    name: '維生素 B',
    text: '補充維生素 B 群，用於缺乏，或搭配某些藥預防神經不適。',
    tell: '同時服用其他綜合維他命或帕金森藥，請告訴藥師。',
    of: {
      thiamine: '就是維生素 B1，缺乏與長期飲酒、營養不良有關。',
      pyridoxine: '就是維生素 B6，常與抗結核藥 isoniazid 合用；大量長期反而傷神經。',
    },
  },
  'vitamin-c': {
    name: '維生素 C',
    text: '補充維生素 C。',
    tell: '有腎結石或腎臟病請告訴醫師；可能影響某些尿液檢驗，驗尿時可說明。',
    of: {
      'ascorbic acid': '大量使用較易腹瀉。',
    },
  },
  'vitamin-e': {
    name: '維生素 E',
    text: '補充維生素 E。',
    tell: '使用抗凝血藥或要開刀時，請先告訴醫師或藥師。',
    of: {
      tocopherol: '大量使用較易出血。',
    },
  },
  epoetins: {
    name: '貧血針劑（紅血球生成素）',
    text: '刺激骨髓製造紅血球，通常用於腎臟病或化療引起的貧血。',
    tell: '血壓升高、頭痛、胸痛、單側無力請儘快就醫；血紅素多久追蹤請問醫師。',
    of: {
      epoetin: '每週一到數次注射。',
      darbepoetin: '作用較長，每一到四週注射一次。',
    },
  },
  'anaemia-tablets': {
    name: '腎性貧血用藥',
    text: '口服藥，讓身體自己多製造紅血球生成素，用於慢性腎臟病的貧血。',
    tell: '胸痛、腿腫痛、單側無力請立即就醫；與降磷藥、鐵劑怎麼錯開請問藥師。',
    of: {
      roxadustat: '每週數次口服。',
    },
  },
  'weight-drugs': {
    name: '減重藥',
    text: '用於體重管理，搭配飲食與運動。',
    tell: '油便、腹瀉、吃其他慢性病藥（尤其抗凝血藥、甲狀腺素、抗癲癇藥）請告訴醫師或藥師。',
    of: {
      orlistat: '阻止腸道吸收部分油脂。',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
