import type { Condition } from './facts.js';

const condition = (key: string, icd10: string, icd9: string, name: string): Condition => ({
  key,
  icd10,
  icd9,
  name,
});

/**
 * The conditions with their codes as in passbooks: ICD-10-CM since 2016, ICD-9-CM before that. No code contains
 * the dot.
 */
export const conditions = {
  diabetes: condition('diabetes', 'E1165', '25002', '第二型糖尿病，伴有高血糖'),
  hypertension: condition('hypertension', 'I10', '4019', '本態性（原發性）高血壓'),
  hyperlipidaemia: condition('hyperlipidaemia', 'E785', '2724', '高血脂症'),
  coronary: condition('coronary', 'I2510', '41401', '自體的冠狀動脈粥樣硬化心臟病未伴有心絞痛'),
  gout: condition('gout', 'M109', '2749', '痛風'),
  hypothyroidism: condition('hypothyroidism', 'E039', '2449', '甲狀腺低下症'),
  prostate: condition('prostate', 'N401', '60001', '攝護腺增大伴有下泌尿道症狀'),
  insomnia: condition('insomnia', 'G4700', '78052', '失眠症'),
  asthma: condition('asthma', 'J45909', '49390', '氣喘'),
  hepatitisB: condition('hepatitisB', 'B181', '07032', '慢性Ｂ型病毒性肝炎未伴有Ｄ型肝炎病原'),
  reflux: condition('reflux', 'K219', '53081', '胃食道逆流性疾病，未伴有食道炎'),
  arthritis: condition('arthritis', 'M1711', '71516', '右側膝部單側原發性骨關節炎'),
  kidney: condition('kidney', 'N183', '5853', '慢性腎臟病，第３期（中度）'),
  cold: condition('cold', 'J00', '460', '急性鼻咽炎（感冒）'),
  backPain: condition('backPain', 'M545', '7242', '下背痛'),
  eczema: condition('eczema', 'L309', '6929', '皮膚炎'),
  dryEye: condition('dryEye', 'H04123', '37515', '雙側淚腺乾眼症'),
  infection: condition('infection', 'J0190', '4619', '急性鼻竇炎'),
  cataract: condition('cataract', 'H2511', '36616', '右側老年性核性白內障'),
  toothache: condition('toothache', 'K0500', '52300', '急性齦炎，牙菌斑所致'),
} as const;
