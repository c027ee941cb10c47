/**
 * Everyday words for things that a passbook contains as a code or under a longer name. The lists are our own, in
 * both languages, and `|` separates the words.
 */

/** Words for diagnoses, by the beginning of an ICD-10-CM code. */
// prettier-ignore
const diagnoses: readonly (readonly [codes: RegExp, words: string])[] = [
  [/^A0[0-9]/, '腸胃炎|拉肚子|腹瀉|diarrhea|diarrhoea|stomach flu'],
  [/^B0[02]/, '皰疹|皮蛇|herpes|shingles'],
  [/^B1[5-9]/, '肝炎|hepatitis'],
  [/^(?:C|D0)/, '癌|癌症|惡性腫瘤|cancer|tumor|tumour'],
  [/^D5|^D6[0-4]/, '貧血|anemia|anaemia'],
  [/^E0[0-7]/, '甲狀腺|thyroid'],
  [/^E(?:0[89]|1[0-3])/, '糖尿病|血糖高|diabetes'],
  [/^E66/, '肥胖|overweight|obesity'],
  [/^E78/, '高血脂|膽固醇高|血脂|high cholesterol|hyperlipidemia'],
  [/^F0[0-3]|^G30/, '失智|失智症|dementia|alzheimer'],
  [/^F3[2-4]/, '憂鬱|憂鬱症|depression'],
  [/^F4[01]/, '焦慮|恐慌|anxiety|panic'],
  [/^G20/, '巴金森|帕金森|parkinson'],
  [/^G4[03]|^R51/, '頭痛|偏頭痛|headache|migraine'],
  [/^G47/, '失眠|睡不著|睡眠|insomnia|sleep'],
  [/^H0[0-5]|^H1[0-1]/, '眼睛發炎|結膜炎|conjunctivitis|red eye'],
  [/^H04/, '乾眼|乾眼症|dry eye'],
  [/^H2[5-8]/, '白內障|cataract'],
  [/^H4[0-2]/, '青光眼|glaucoma'],
  [/^H6[5-7]/, '中耳炎|ear infection'],
  [/^H9[0-1]/, '重聽|聽力|hearing loss|deafness'],
  [/^I1[0-6]/, '高血壓|血壓高|high blood pressure|hypertension'],
  [/^I2[0-5]/, '心臟病|冠心病|心絞痛|狹心症|心肌梗塞|heart disease|heart attack|angina'],
  [/^I4[4-9]/, '心律不整|arrhythmia|irregular heartbeat'],
  [/^I50/, '心臟衰竭|心衰竭|heart failure'],
  [/^I6/, '中風|stroke'],
  [/^I83/, '靜脈曲張|varicose veins'],
  [/^J0[0-6]/, '感冒|上呼吸道感染|喉嚨痛|cold|common cold|sore throat'],
  [/^J(?:09|1[01])/, '流感|流行性感冒|flu|influenza'],
  [/^J1[2-8]/, '肺炎|pneumonia'],
  [/^J2[0-2]/, '支氣管炎|bronchitis'],
  [/^J3[0-1]/, '過敏性鼻炎|鼻子過敏|鼻過敏|鼻炎|hay fever|allergic rhinitis'],
  [/^J4[0-4]/, '慢性阻塞性肺病|肺阻塞|copd'],
  [/^J4[56]/, '氣喘|asthma'],
  [/^K02/, '蛀牙|齲齒|tooth decay|caries'],
  [/^K0[56]/, '牙周病|牙齦|gum disease'],
  [/^K21/, '胃食道逆流|火燒心|胃酸逆流|reflux|heartburn'],
  [/^K2[5-9]/, '胃潰瘍|胃炎|胃痛|stomach ulcer|gastritis'],
  [/^K59/, '便祕|便秘|constipation'],
  [/^K64/, '痔瘡|hemorrhoids|haemorrhoids|piles'],
  [/^K7[0-7]/, '肝病|脂肪肝|肝硬化|liver disease'],
  [/^K8[0-3]/, '膽結石|膽囊|gallstones'],
  [/^L2|^L30/, '濕疹|皮膚炎|皮膚癢|eczema|dermatitis'],
  [/^L50/, '蕁麻疹|hives'],
  [/^L70/, '青春痘|痘痘|acne'],
  [/^M10/, '痛風|gout'],
  [/^M1[5-9]/, '退化性關節炎|關節炎|膝蓋痛|arthritis|osteoarthritis'],
  [/^M(?:4[0-9]|5[0-4])/, '腰痛|背痛|下背痛|骨刺|椎間盤|坐骨神經痛|back pain|sciatica'],
  [/^M75/, '五十肩|肩膀痛|shoulder pain'],
  [/^M8[01]/, '骨質疏鬆|骨鬆|osteoporosis'],
  [/^N1[7-9]/, '腎臟病|腎衰竭|洗腎|kidney disease'],
  [/^N2[0-3]/, '腎結石|尿路結石|kidney stones'],
  [/^N30|^N390/, '尿道炎|膀胱炎|泌尿道感染|urinary tract infection|uti|cystitis'],
  [/^N40/, '攝護腺|攝護腺肥大|前列腺|prostate'],
  [/^O|^Z3[34]/, '懷孕|產檢|生產|pregnancy|birth'],
  [/^[ST]/, '受傷|外傷|骨折|injury|fracture'],
  [/^U07/, '新冠|新冠肺炎|確診|covid|covid-19'],
];

/** Words for orders, by the beginning of an NHI order code. */
// prettier-ignore
const orders: readonly (readonly [codes: RegExp, words: string])[] = [
  [/^3307[0-2]/, '電腦斷層|ct|ct scan'],
  [/^3308[45]/, '磁振造影|核磁共振|mri'],
  [/^33005/, '乳房攝影|乳房x光|mammography|mammogram|x光|x-ray'],
  [/^32/, 'x光|x光片|照x光|x-ray|xray'],
  [/^33064/, '骨質密度|骨密度|bone density'],
  [/^1800[1-4]|^18015|^18019/, '心電圖|ecg|ekg'],
  [/^1800[5-7]|^18033/, '心臟超音波|超音波|echocardiography|ultrasound'],
  [/^19|^20013/, '超音波|ultrasound|sonography'],
  [/^28016/, '胃鏡|內視鏡|gastroscopy|endoscopy'],
  [/^28017|^28013/, '大腸鏡|內視鏡|colonoscopy|endoscopy'],
  [/^25/, '病理|切片|pathology|biopsy'],
  [/^4[2-4]\d/, '復健|物理治療|rehabilitation|physiotherapy'],
  [/^580/, '洗腎|透析|dialysis'],
  [/^9100[34]/, '洗牙|scaling|teeth cleaning'],
  [/^9201[3-6]/, '拔牙|tooth extraction'],
  [/^8900|^8901/, '補牙|filling'],
  [/^9000/, '根管治療|抽神經|root canal'],
];

/** Words for groups of ingredients, by the id of the group. */
// prettier-ignore
const drugGroups: Readonly<Partial<Record<string, string>>> = {
  'pain-and-fever': '止痛藥|退燒藥|painkiller|fever medicine',
  nsaids: '止痛藥|消炎藥|painkiller',
  coxibs: '止痛藥|消炎藥|painkiller',
  opioids: '止痛藥|嗎啡|painkiller',
  'z-drugs': '安眠藥|sleeping pill',
  benzodiazepines: '安眠藥|鎮靜劑|sleeping pill|tranquillizer',
  'proton-pump-inhibitors': '胃藥|stomach medicine',
  'h2-blockers': '胃藥|stomach medicine',
  antacids: '胃藥|stomach medicine',
  'stomach-protection': '胃藥|stomach medicine',
  'oral-anticoagulants': '抗凝血劑|抗凝血藥|blood thinner',
  antiplatelets: '抗凝血|通血路的藥|blood thinner',
  statins: '膽固醇藥|血脂藥|降血脂藥|降膽固醇藥|cholesterol drug',
  insulins: '胰島素|insulin|血糖藥',
  biguanides: '血糖藥|降血糖藥|糖尿病藥|diabetes drug',
  sulfonylureas: '血糖藥|降血糖藥|糖尿病藥|diabetes drug',
  'dpp4-inhibitors': '血糖藥|降血糖藥|糖尿病藥|diabetes drug',
  'sglt2-inhibitors': '血糖藥|降血糖藥|糖尿病藥|diabetes drug',
  'glp1-agonists': '血糖藥|降血糖藥|糖尿病藥|瘦瘦針|diabetes drug',
  'ace-inhibitors': '血壓藥|降血壓藥|高血壓藥|blood pressure drug',
  'angiotensin-receptor-blockers': '血壓藥|降血壓藥|高血壓藥|blood pressure drug',
  dihydropyridines: '血壓藥|降血壓藥|高血壓藥|blood pressure drug',
  'beta-blockers': '血壓藥|降血壓藥|高血壓藥|blood pressure drug',
  thiazides: '血壓藥|利尿劑|water pill',
  'loop-diuretics': '利尿劑|water pill',
  'urate-lowering': '痛風藥|尿酸藥|降尿酸藥|gout drug',
  'gout-attack-drugs': '痛風藥|gout drug',
  antihistamines: '過敏藥|抗組織胺|antihistamine',
  'sedating-antihistamines': '過敏藥|感冒藥|抗組織胺|antihistamine',
  'cough-drugs': '咳嗽藥|感冒藥|cough medicine',
  'phlegm-drugs': '化痰藥|感冒藥|cough medicine',
  penicillins: '抗生素|盤尼西林|青黴素|penicillin|antibiotic',
};

/** Words for tests, by the test's id in the analyte table. */
// prettier-ignore
const analytes: Readonly<Partial<Record<string, string>>> = {
  'systolic-blood-pressure': '血壓|blood pressure',
  'diastolic-blood-pressure': '血壓|blood pressure',
  glucose: '血糖|飯前血糖|blood sugar',
  hba1c: '糖化|三個月血糖|長期血糖|血糖',
  creatinine: '腎功能|腎臟|kidney function',
  egfr: '腎功能|腎臟|kidney function',
  'urea-nitrogen': '腎功能|kidney function',
  alt: '肝功能|肝指數|liver function',
  ast: '肝功能|肝指數|liver function',
  'total-cholesterol': '膽固醇|血脂|cholesterol',
  'ldl-cholesterol': '壞膽固醇|膽固醇|血脂|bad cholesterol|cholesterol',
  'hdl-cholesterol': '好膽固醇|膽固醇|血脂|good cholesterol|cholesterol',
  triglycerides: '三酸甘油脂|血脂|blood fat',
  hemoglobin: '血紅素|貧血|anemia|anaemia',
  leukocytes: '白血球|white cells',
  platelets: '血小板',
  'uric-acid': '尿酸',
  tsh: '甲狀腺|thyroid',
  'body-weight': '體重|weight',
};

const listOf = (words: string | undefined): readonly string[] => words?.split('|') ?? [];

/** Returns everyday words for an ICD-10-CM code, with or without the dot. ICD-9 codes have none. */
export function wordsOfDiagnosis(code: string): readonly string[] {
  const plain = code.replace('.', '').trim().toUpperCase();
  return diagnoses.flatMap(([codes, words]) => (codes.test(plain) ? listOf(words) : []));
}

/** Returns everyday words for an order in the NHI's fee schedule. */
export const wordsOfOrder = (code: string): readonly string[] =>
  orders.flatMap(([codes, words]) => (codes.test(code) ? listOf(words) : []));

export const wordsOfDrugGroup = (id: string): readonly string[] => listOf(drugGroups[id]);

export const wordsOfAnalyte = (id: string): readonly string[] => listOf(analytes[id]);

const tests = new Set(Object.values(analytes).flatMap(listOf));
const illnesses = new Set(diagnoses.flatMap(([, words]) => listOf(words)).filter((word) => !tests.has(word)));

/** Checks whether a phrase is a common name for an illness rather than for a test. */
export const namesIllness = (phrase: string): boolean => illnesses.has(phrase);
