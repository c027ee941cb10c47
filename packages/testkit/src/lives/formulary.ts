import type { Drug, Product, Use } from './facts.js';

const named = (code: string, name: string): Product => ({ code, name, namesIngredient: true });
const brand = (code: string, name: string): Product => ({ code, name, namesIngredient: false });

const drug = (
  ingredient: string,
  atc: string,
  strength: string,
  usualDose: number,
  products: readonly Product[],
  { route = 'mouth', use = 'daily' }: { readonly route?: Drug['route']; readonly use?: Use } = {},
): Drug => ({
  key: `${ingredient} ${strength}`,
  ingredient,
  atc,
  strength,
  route,
  use,
  usualDose,
  products,
});

/**
 * Drugs that people in Taiwan commonly take. The names are those of the NHI's list, and the ATC codes are those
 * of the WHO's index. The codes for the brands and some of the generics are real. Codes whose number begins with
 * 99 are invented in the same format, for a further brand of the same ingredient.
 */
export const drugs = {
  amlodipine5: drug('amlodipine', 'C08CA01', '5 mg', 1, [
    named('AC99571100', '“青原”安脈平錠５毫克 AMLODIPINE TABLETS 5MG'),
    named('AC99572100', 'AMLODIPINE TABLETS 5MG "NORTHSTAR" (AMLODIPINE BESYLATE)'),
    brand('BC21571100', '脈優錠５毫克'),
  ]),
  amlodipine10: drug('amlodipine', 'C08CA01', '10 mg', 1, [
    named('AC99573100', 'AMLODIPINE TABLETS 10MG "NORTHSTAR" (AMLODIPINE BESYLATE)'),
  ]),
  nifedipine30: drug('nifedipine', 'C08CA05', '30 mg', 1, [
    named('AB58075100', 'Adapine S.R.F.C. Tab. 30mg "Standard" (NIFEDIPINE)'),
  ]),
  bisoprolol5: drug('bisoprolol', 'C07AB07', '5 mg', 1, [
    named('AB45348100', '百適歐膜衣錠５公絲 BISO F.C. TABLETS 5MG (BISOPROLOL FUMARATE)'),
    named('AC99451100', 'BISOPROLOL F.C. TABLETS 5MG "HOAN"'),
    brand('BC171251G0', '康肯５毫克'),
  ]),
  atenolol50: drug('atenolol', 'C07AB03', '50 mg', 1, [
    named('AB388671G0', 'ATEOL F.C. TABLETS 50MG "STANDARD" (ATENOLOL)'),
  ]),
  valsartan80: drug('valsartan', 'C09CA03', '80 mg', 1, [
    named('AC99821100', 'VALSARTAN F.C. TABLETS 80MG "HOAN"'),
    named('AC99822100', '“北辰”纈沙坦膜衣錠８０毫克（VALSARTAN）'),
  ]),
  valsartan160: drug('valsartan', 'C09CA03', '160 mg', 1, [
    named('AC99823100', 'VALSARTAN F.C. TABLETS 160MG "HOAN"'),
  ]),
  olmesartan40: drug('olmesartan medoxomil', 'C09CA08', '40 mg', 1, [
    named('AC99250100', 'OLMESARTAN F.C. TABLETS 40MG "NORTHSTAR" (OLMESARTAN MEDOXOMIL)'),
    brand('BC25005100', 'Olmetec film coated tablets 40mg'),
  ]),
  irbesartan150: drug('irbesartan', 'C09CA04', '150 mg', 1, [
    named('AB57178100', 'Aprotan F.C. Tab. 150mg "Standard" (IRBESARTAN)'),
  ]),
  enalapril10: drug('enalapril', 'C09AA02', '10 mg', 1, [
    named('AC99301100', 'ENALAPRIL MALEATE TABLETS 10MG "HOAN"'),
  ]),
  furosemide40: drug('furosemide', 'C03CA01', '40 mg', 1, [
    named('AB307491G0', 'RASITOL TABLETS 40MG (FUROSEMIDE)'),
  ]),
  metformin500: drug('metformin', 'A10BA02', '500 mg', 2, [
    named('AC585341G0', '寬樂醣膜衣錠500毫克 Metformin F.C. Tablets 500mg "CYH"'),
    named('AC99853100', '“禾安”糖穩膜衣錠５００毫克（二甲雙胍）METFORMIN HCL'),
  ]),
  glimepiride2: drug('glimepiride', 'A10BB12', '2 mg', 1, [
    named('AB46766100', '"信東" 革理蔓錠２毫克 GLIMARYL TABLETS 2MG (GLIMEPIRIDE)'),
    named('AC99467100', 'GLIMEPIRIDE TABLETS 2MG "HOAN"'),
  ]),
  gliclazide30: drug('gliclazide', 'A10BB09', '30 mg', 2, [
    named('AC99468100', 'GLICLAZIDE MR TABLETS 30MG "NORTHSTAR"'),
  ]),
  linagliptin5: drug('linagliptin', 'A10BH05', '5 mg', 1, [
    named('BC25537100', 'Trajenta 5mg Film-Coated Tablets (LINAGLIPTIN)'),
  ]),
  empagliflozin10: drug('empagliflozin', 'A10BK03', '10 mg', 1, [
    named('BC99265100', 'JARDIANCE FILM-COATED TABLETS 10MG (EMPAGLIFLOZIN)'),
  ]),
  empagliflozin25: drug('empagliflozin', 'A10BK03', '25 mg', 1, [
    named('BC99266100', 'JARDIANCE FILM-COATED TABLETS 25MG (EMPAGLIFLOZIN)'),
  ]),
  atorvastatin20: drug('atorvastatin', 'C10AA05', '20 mg', 1, [
    named('AC57805100', 'Atorva F.C. Tab. 20mg "Standard" (Atorvastatin)'),
    named('AC99578100', '“北辰”脂清膜衣錠２０毫克（阿托伐他汀）ATORVASTATIN'),
  ]),
  atorvastatin40: drug('atorvastatin', 'C10AA05', '40 mg', 1, [
    named('AC99579100', 'ATORVASTATIN F.C. TABLETS 40MG "HOAN"'),
    brand('BC22889100', '立普妥　膜衣錠４０毫克'),
  ]),
  rosuvastatin10: drug('rosuvastatin', 'C10AA07', '10 mg', 1, [
    named('AC99583100', 'ROSUVASTATIN F.C. TABLETS 10MG "HOAN" (ROSUVASTATIN CALCIUM)'),
    named('AC99584100', 'Rosustin Film Coated Tablets 10mg (Rosuvastatin)'),
    brand('BC24131100', '冠脂妥膜衣錠10毫克'),
  ]),
  aspirin100: drug('acetylsalicylic acid', 'B01AC06', '100 mg', 1, [
    named('AC99433100', 'ASPIRIN ENTERIC-MICROENCAPSULATED CAPSULES 100MG "HOAN"'),
    named('AC99434100', '阿斯匹靈腸溶膜衣錠１００毫克 ASPIRIN E.C. TABLETS 100MG'),
  ]),
  clopidogrel75: drug('clopidogrel', 'B01AC04', '75 mg', 1, [
    named('AC99476100', 'CLOPIDOGREL F.C. TABLETS 75MG "NORTHSTAR"'),
  ]),
  allopurinol100: drug('allopurinol', 'M04AA01', '100 mg', 1, [
    named('AC40106100', 'SYNORID TABLETS 100MG (ALLOPURINOL)'),
  ]),
  febuxostat80: drug('febuxostat', 'M04AA03', '80 mg', 1, [
    named('AC61850100', 'Fekuton Film Coated Tablets 80mg (Febuxostat)'),
  ]),
  levothyroxine50: drug('levothyroxine', 'H03AA01', '50 mcg', 1, [
    named('BC99126100', 'LEVOTHYROXINE SODIUM TABLETS 50MCG'),
  ]),
  levothyroxine100: drug('levothyroxine', 'H03AA01', '100 mcg', 1, [
    named('BC99127100', 'LEVOTHYROXINE SODIUM TABLETS 100MCG'),
  ]),
  tamsulosin02: drug('tamsulosin', 'G04CA02', '0.2 mg', 1, [
    named('BC24403100', 'Harnalidge D tablets 0.2mg (TAMSULOSIN HCL)'),
  ]),
  zolpidem10: drug('zolpidem', 'N05CF02', '10 mg', 1, [
    named('AC99531100', 'ZOLPIDEM F.C. TABLETS 10MG "HOAN" (ZOLPIDEM TARTRATE)'),
    brand('BC215311G0', '使蒂諾斯膜衣錠１０毫克'),
  ]),
  lorazepam1: drug('lorazepam', 'N05BA06', '1 mg', 1, [
    named('AC99532100', 'LORAZEPAM TABLETS 1MG "NORTHSTAR"'),
  ]),
  esomeprazole40: drug('esomeprazole', 'A02BC05', '40 mg', 1, [
    named('BC99230100', 'NEXIUM TABLETS 40MG (ESOMEPRAZOLE)'),
    named('AC99231100', 'ESOMEPRAZOLE E.C. TABLETS 40MG "HOAN"'),
  ]),
  lansoprazole30: drug('lansoprazole', 'A02BC03', '30 mg', 1, [
    named('AC99232100', 'LANSOPRAZOLE O.D. TABLETS 30MG "NORTHSTAR"'),
  ]),
  entecavir05: drug('entecavir', 'J05AF10', '0.5 mg', 1, [
    named('BC99245100', 'BARACLUDE F.C. TABLETS 0.5MG (ENTECAVIR)'),
    named('AC99246100', 'ENTECAVIR F.C. TABLETS 0.5MG "HOAN"'),
  ]),
  insulinGlargine: drug(
    'insulin glargine',
    'A10AE04',
    '300 IU',
    3 / 28,
    [named('KC99840216', 'LANTUS SOLOSTAR 300IU/3ML (INSULIN GLARGINE)')],
    { route: 'injected' },
  ),
  insulinAspart: drug(
    'insulin aspart',
    'A10AB05',
    '300 IU',
    3 / 28,
    [named('KC99777216', 'NOVORAPID FLEXPEN 300IU/3ML (INSULIN ASPART)')],
    { route: 'injected' },
  ),
  budesonideFormoterol: drug(
    'formoterol and budesonide',
    'R03AK07',
    '160/4.5 mcg',
    1 / 28,
    [named('BC99235157', 'SYMBICORT TURBUHALER 160/4.5MCG/DOSE (BUDESONIDE/FORMOTEROL)')],
    { route: 'inhaled' },
  ),
  tiotropium: drug(
    'tiotropium bromide',
    'R03BB04',
    '2.5 mcg',
    1 / 28,
    [named('BC99252157', 'SPIRIVA RESPIMAT 2.5MCG/PUFF (TIOTROPIUM)')],
    { route: 'inhaled' },
  ),
  salbutamol: drug(
    'salbutamol',
    'R03AC02',
    '100 mcg',
    1 / 30,
    [named('BC99194157', 'VENTOLIN EVOHALER 100MCG/DOSE (SALBUTAMOL)')],
    { route: 'inhaled', use: 'as-needed' },
  ),
  nitroglycerin: drug(
    'glyceryl trinitrate',
    'C01DA02',
    '0.6 mg',
    25 / 28,
    [named('BC99209109', 'NITROGLYCERIN SUBLINGUAL TABLETS 0.6MG (NITROGLYCERIN)')],
    { route: 'under-the-tongue', use: 'as-needed' },
  ),
  paracetamol500: drug(
    'paracetamol',
    'N02BE01',
    '500 mg',
    4,
    [named('AC99311100', 'ACETAMINOPHEN TABLETS 500MG "HOAN" (PARACETAMOL)')],
    { use: 'course' },
  ),
  amoxicillin500: drug(
    'amoxicillin',
    'J01CA04',
    '500 mg',
    3,
    [named('AC99312100', 'AMOXICILLIN CAPSULES 500MG "NORTHSTAR"')],
    { use: 'course' },
  ),
  cetirizine10: drug(
    'cetirizine',
    'R06AE07',
    '10 mg',
    1,
    [named('AC99313100', '“北辰”敏舒膜衣錠１０毫克（CETIRIZINE）')],
    { use: 'course' },
  ),
  dextromethorphan15: drug(
    'dextromethorphan',
    'R05DA09',
    '15 mg',
    3,
    [named('AC99314100', 'DEXTROMETHORPHAN HBR TABLETS 15MG')],
    { use: 'course' },
  ),
  ibuprofen400: drug(
    'ibuprofen',
    'M01AE01',
    '400 mg',
    3,
    [named('AC99315100', 'IBUPROFEN F.C. TABLETS 400MG "HOAN"')],
    { use: 'course' },
  ),
  mefenamicAcid500: drug(
    'mefenamic acid',
    'M01AG01',
    '500 mg',
    3,
    [named('AC19420100', 'PONSTAL F.C. TABLETS 500MG "SINPHAR" (MEFENAMIC ACID)')],
    { use: 'course' },
  ),
  celecoxib200: drug('celecoxib', 'M01AH01', '200 mg', 1, [
    named('BC99229100', 'CELEBREX CAPSULES 200MG (CELECOXIB)'),
  ]),
  diclofenacGel: drug(
    'diclofenac',
    'M02AA15',
    '1%',
    1 / 14,
    [named('AC99316321', 'DICLOFENAC EMULGEL 1% 30GM')],
    { route: 'skin', use: 'skin-or-eye' },
  ),
  betamethasoneCream: drug(
    'betamethasone',
    'D07AC01',
    '0.06%',
    1 / 7,
    [named('AC99317321', 'BETAMETHASONE VALERATE CREAM 0.06% 5GM')],
    { route: 'skin', use: 'skin-or-eye' },
  ),
  hypromelloseDrops: drug(
    'hypromellose',
    'S01XA20',
    '0.3%',
    1 / 14,
    [named('AC99318421', 'HYPROMELLOSE EYE DROPS 0.3% 10ML')],
    { route: 'eye', use: 'skin-or-eye' },
  ),
  diclofenacInjection: drug(
    'diclofenac',
    'M01AB05',
    '75 mg',
    1,
    [named('AC99319229', 'DICLOFENAC INJECTION 25MG/ML 3ML "HOAN"')],
    { route: 'injected', use: 'single' },
  ),
  sourJujube: drug('sour jujube decoction', '', '', 6, [named('A010001', '“松齡”酸棗仁湯濃縮顆粒')], {
    use: 'course',
  }),
} as const satisfies Record<string, Drug>;

/**
 * Groups of drugs that are hardly ever meant to be taken at the same time, even if one physician prescribed both.
 * They are the groups in the product's rules. Insulins, inhalers and antiplatelets are not among these groups.
 */
export const groups: readonly { readonly key: string; readonly matches: (drug: Drug) => boolean }[] = [
  { key: 'statins', matches: ({ atc }) => atc.startsWith('C10AA') },
  { key: 'oral-nsaids', matches: ({ atc, route }) => atc.startsWith('M01A') && route === 'mouth' },
  { key: 'proton-pump-inhibitors', matches: ({ atc }) => atc.startsWith('A02BC') },
  {
    key: 'benzodiazepines-and-z-drugs',
    matches: ({ atc }) => /^N05(BA|CD|CF)/u.test(atc),
  },
  { key: 'ace-inhibitor-with-arb', matches: ({ atc }) => /^C09(A|C)/u.test(atc) },
  { key: 'sulfonylureas', matches: ({ atc }) => atc.startsWith('A10BB') },
];
