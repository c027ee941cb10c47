import type { DrugGroupText } from './drug-group.js';

/** Diabetes, hormones, bones, vitamins, blood and weight. */
export const metabolism = {
  biguanides: {
    name: 'diabetes drug (biguanide)',
    text: 'It makes the liver release less sugar and insulin work better; it is usually the first drug for type 2 diabetes.',
    tell: 'Ask your physician about kidney or liver disease, before a scan with contrast dye or an operation, and when vomiting or diarrhoea keeps you from eating. Mention stomach upset that lasts.',
    of: {
      metformin: 'Stomach upset is common; long use may lower vitamin B12.',
    },
  },
  sulfonylureas: {
    name: 'diabetes drug (sulfonylurea)',
    text: 'These drugs make the pancreas release insulin; they are taken for type 2 diabetes.',
    tell: 'They can cause low blood sugar: ask your physician or diabetes educator beforehand what to do about shaking, cold sweat, hunger or confusion. Ask when you eat little, with kidney disease, and before adding other drugs.',
    of: {
      glibenclamide: 'Long-acting; low sugar is likelier in older people.',
      glipizide: 'Shorter-acting, taken before meals.',
      gliclazide: 'Often a long-acting tablet taken with breakfast.',
      glimepiride: 'Usually taken once a day with the first meal.',
    },
  },
  glinides: {
    name: 'diabetes drug (glinide)',
    text: 'These drugs make the pancreas release insulin for a short time around a meal; they are taken for type 2 diabetes.',
    tell: 'They can cause low blood sugar: ask your physician what to do when you skip a meal, and your pharmacist before adding other drugs.',
    of: {
      repaglinide: 'Goes with a meal; for a missed meal the physician’s instruction holds.',
      nateglinide: 'Goes with a meal and acts very briefly.',
      mitiglinide: 'Used just before a meal and acts very briefly.',
    },
  },
  'glucosidase-inhibitors': {
    name: 'diabetes drug (delays uptake of sugar)',
    text: 'These drugs slow the uptake of starch and sugar so that blood sugar rises more slowly after meals; they are taken for type 2 diabetes.',
    tell: 'Tell your physician about severe wind or diarrhoea. If sugar falls low together with other diabetes drugs, glucose is needed rather than table sugar: ask your pharmacist.',
    of: {
      acarbose: 'Taken with the first bite of a meal; wind is common.',
      miglitol: 'Taken with the first bite of a meal; wind and soft stools are common.',
    },
  },
  glitazones: {
    name: 'diabetes drug (glitazone)',
    text: 'It makes the body respond better to insulin; it is taken for type 2 diabetes.',
    tell: 'Tell your physician about heart failure, swelling, a past bladder tumour or osteoporosis; see a physician soon for fast weight gain, swollen legs or breathlessness.',
    of: {
      pioglitazone: 'Works after some weeks; weight gain and swelling may come.',
    },
  },
  'dpp4-inhibitors': {
    name: 'diabetes drug (DPP-4 inhibitor)',
    text: 'These drugs make the body release more insulin and less sugar after meals; they are taken for type 2 diabetes.',
    tell: 'See a physician soon for lasting severe belly pain, severe joint pain or blisters; mention past pancreatitis or kidney disease.',
    of: {
      sitagliptin: 'The amount depends on kidney function.',
      vildagliptin: 'Liver function is followed during use.',
      saxagliptin: 'People with heart failure should tell the physician beforehand.',
      alogliptin: 'People with heart failure or liver disease should tell the physician beforehand.',
      linagliptin: 'Leaves mostly with the bile, so it is often used where kidneys are weak.',
    },
  },
  'sglt2-inhibitors': {
    name: 'diabetes, heart and kidney drug (SGLT2 inhibitor)',
    text: 'These drugs let sugar leave with the urine; they are taken for type 2 diabetes, also for heart failure and chronic kidney disease.',
    tell: 'Tell your physician about itching below or pain on passing urine. Call soon before surgery or fasting, and for vomiting, belly pain, fast breathing or great tiredness. Sugar in the urine is the drug’s effect.',
    of: {
      dapagliflozin: 'May be used for diabetes, heart failure or chronic kidney disease.',
      canagliflozin: 'Wounds on the feet should be reported.',
      empagliflozin: 'May be used for diabetes, heart failure or chronic kidney disease.',
      ertugliflozin: 'Used for type 2 diabetes.',
    },
  },
  'glp1-agonists': {
    name: 'diabetes and weight drug (GLP-1)',
    text: 'These drugs imitate a gut hormone: lower blood sugar, slow the stomach and curb appetite; they are used for type 2 diabetes, some for weight control too.',
    tell: 'See a physician soon for lasting severe belly pain or vomiting. Tell your physician about past pancreatitis, medullary thyroid cancer in the family, and before anaesthesia for surgery or endoscopy.',
    of: {
      exenatide: 'Injected under the skin.',
      liraglutide: 'Injected under the skin daily; different brands serve blood sugar or weight.',
      dulaglutide: 'Injected under the skin once a week.',
      semaglutide:
        'Comes as a weekly injection or a daily tablet; people with diabetic eye disease should tell the physician beforehand.',
      tirzepatide: 'Acts on GIP and GLP-1, injected weekly; ask first if you use the pill.',
    },
  },
  insulins: {
    name: 'insulin',
    text: 'These drugs replace the insulin that the body lacks; they are used in type 1 diabetes, and in type 2 or pregnancy where other measures are not enough.',
    tell: 'Ask your physician or diabetes educator about signs and handling of low blood sugar, what to do on sick days, where to inject and how to store it. Many pens look alike: check the name when you collect it.',
    of: {
      'human insulin': 'Comes as short-acting, intermediate and mixed; check name and colour.',
      'insulin lispro': 'A rapid one for meals; also as a mix.',
      'insulin aspart': 'A rapid one for meals; also as a mix.',
      'insulin glulisine': 'A rapid one for meals.',
      'insulin glargine':
        'A long-acting one that gives a base for the day; products of different strength are not interchangeable.',
      'insulin detemir': 'A long-acting one that gives a base.',
      'insulin degludec': 'A very long-acting one that gives a base.',
    },
  },
  'thyroid-hormones': {
    name: 'thyroid hormone',
    text: 'These drugs replace thyroid hormone; they are usually taken when the gland makes too little or after thyroid surgery.',
    tell: 'Tell your physician about palpitations, tremor or poor sleep. Calcium, iron and antacids hinder its uptake: ask your pharmacist how to space them; tell your physician early in a pregnancy.',
    of: {
      levothyroxine: 'T4, taken on an empty stomach; blood is tested some six to eight weeks after a change.',
      liothyronine: 'T3, quicker and shorter, used less often.',
    },
  },
  'antithyroid-drugs': {
    name: 'drug for an overactive thyroid',
    text: 'These drugs make the thyroid produce less hormone; they are taken for an overactive thyroid.',
    tell: 'Get a blood test at once for fever, sore throat or mouth ulcers: white cells may be too low. Also tell your physician about yellow skin or eyes, rash, or a planned pregnancy.',
    of: {
      propylthiouracil: 'Often chosen in early pregnancy; the liver is watched.',
      carbimazole: 'Turns into thiamazole in the body.',
      thiamazole: 'The most used one of its family.',
    },
  },
  corticosteroids: {
    name: 'corticosteroid',
    text: 'These drugs strongly calm inflammation, allergy and the immune system; they are used for many things, and what to watch differs between days and months of use.',
    tell: 'After longer use a sudden break can be dangerous: ask your physician before any change. Mention rising blood sugar, infections, black stools, mood changes, and planned live vaccines.',
    of: {
      prednisolone: 'The most used tablet; drops are used for inflamed eyes.',
      prednisone: 'Turns into prednisolone in the liver.',
      methylprednisolone: 'Comes as tablets and injections, also for sudden flares.',
      dexamethasone:
        'Strong and long-acting; also used against nausea of chemotherapy or swelling of the brain. Eye and ear forms act locally.',
      betamethasone: 'Creams are used for inflamed skin, tablets or injections for stronger inflammation.',
      hydrocortisone:
        'The body’s own corticosteroid: tablets replace it when adrenals fail, creams are mild.',
      cortisone: 'Used to replace what the adrenals lack.',
      triamcinolone: 'Injected into joints or spots; also as nasal spray, cream and mouth paste.',
    },
  },
  mineralocorticoids: {
    name: 'mineralocorticoid',
    text: 'It makes the body keep salt; it is usually taken when the adrenal glands make too little.',
    tell: 'Tell your physician about swelling, headache or weakness; a sudden break is dangerous: ask before any change.',
    of: {
      fludrocortisone: 'Also used for low pressure on standing.',
    },
  },
  antidiuretics: {
    name: 'drug that reduces urine',
    text: 'It reduces the making of urine; it is usually taken for diabetes insipidus, passing urine at night, or bed-wetting in children.',
    tell: 'Headache, nausea, confusion or fits may mean low sodium: get help at once; ask your physician how much to drink.',
    of: {
      desmopressin: 'Comes as tablets, nasal spray and injection.',
    },
  },
  'prolactin-inhibitors': {
    name: 'drug for high prolactin',
    text: 'These drugs lower prolactin; they are usually taken when it is too high or for some pituitary tumours.',
    tell: 'Tell your physician about dizziness, sleepiness, urges such as gambling, or breathlessness, and about a planned pregnancy.',
    of: {
      cabergoline: 'Usually once or twice a week; heart valves may be checked with long use.',
      bromocriptine: 'Also used for Parkinson’s disease.',
    },
  },
  oestrogens: {
    name: 'female hormone',
    text: 'These drugs replace female hormone; they are usually taken for symptoms of menopause.',
    tell: 'Tell your physician beforehand about past breast or womb cancer, clots, stroke or liver disease; see a physician soon for unexplained vaginal bleeding, a swollen painful leg or chest pain.',
    of: {
      estradiol:
        'Comes as tablets, gel, patch or for the vagina; women with a womb usually need a progestogen too.',
      tibolone: 'Acts like several hormones; used after menopause.',
    },
  },
  progestogens: {
    name: 'progestogen',
    text: 'These drugs act like progesterone; they are used to regulate periods, with hormone therapy in menopause, or in some pregnancies.',
    tell: 'Tell your physician beforehand about past clots, breast cancer or liver disease, and about unexplained vaginal bleeding.',
    of: {
      medroxyprogesterone: 'Tablets regulate periods; the long-acting injection also prevents pregnancy.',
      progesterone: 'Taken by mouth or in the vagina; it may cause sleepiness.',
      dydrogesterone: 'Taken by mouth to regulate periods or in pregnancy care.',
      norethisterone: 'Used to regulate or delay periods, or for endometriosis.',
    },
  },
  'fertility-drugs': {
    name: 'fertility drug',
    text: 'It brings on ovulation; it is used in fertility treatment.',
    tell: 'Tell your physician about changes in sight or a swollen painful belly; your gynaecologist plans the check-ups.',
    of: {
      clomifene: 'Twins are possible, and sight may be affected.',
    },
  },
  androgens: {
    name: 'male hormone',
    text: 'It replaces male hormone; it is used when testosterone is too low.',
    tell: 'Tell your physician about prostate or breast tumours, heart disease or sleep apnoea; ask your pharmacist how to keep gel away from women and children.',
    of: {
      testosterone: 'Comes as gel and injection; blood cells and prostate are followed.',
    },
  },
  'urate-lowering': {
    name: 'uric acid-lowering drug',
    text: 'These drugs reduce the making of uric acid; they are taken over the long term against gout.',
    tell: 'Call a physician at once for rash, fever, mouth ulcers or red swollen eyes: it may be a severe allergy. Gout can flare at the start: ask beforehand what to do.',
    of: {
      allopurinol: 'A gene test (HLA-B*58:01) may come first, to make severe allergy less likely.',
      febuxostat: 'People with heart disease should tell the physician beforehand.',
    },
  },
  uricosurics: {
    name: 'uric acid-lowering drug (excretion)',
    text: 'These drugs help the kidneys pass uric acid; they are taken over the long term against gout.',
    tell: 'Tell your physician beforehand about kidney stones, kidney or liver disease; see a physician soon for yellow skin or eyes, dark urine or flank pain.',
    of: {
      benzbromarone: 'It can harm the liver, so blood is tested in the first months.',
      probenecid: 'Changes how many drugs leave the body, penicillins and methotrexate among them.',
      sulfinpyrazone: 'Acts a little against platelets too; mention ulcers beforehand.',
    },
  },
  'gout-attack-drugs': {
    name: 'drug for gout attacks',
    text: 'It calms the inflammation of a gout attack, and is used to prevent attacks.',
    tell: 'Call your physician soon about severe diarrhoea, vomiting or weak muscles. Ask first with kidney or liver disease, or with antibiotics, antifungals or statins.',
    of: {
      colchicine: 'Works better early in an attack; also used for inflammation around the heart.',
    },
  },
  'osteoporosis-drugs': {
    name: 'osteoporosis drug',
    text: 'Used to raise bone density or prevent fractures; how they act depends on the ingredient.',
    tell: 'Tell your dentist and physician before an extraction or implant. Timing matters: ask your physician before delaying or changing it.',
    of: {
      raloxifene: 'Used after menopause; mention past clots, and ask before long bed rest or travel.',
      denosumab:
        'Injected, for osteoporosis usually every half year; a delay can raise the risk of fractures.',
      romosozumab: 'Injected monthly for a year; mention a past heart attack or stroke beforehand.',
      teriparatide: 'Injected daily; builds new bone.',
      calcitonin: 'Comes as injection or nasal spray, also for high calcium.',
    },
  },
  bisphosphonates: {
    name: 'osteoporosis drug (bisphosphonate)',
    text: 'These drugs slow the loss of bone; they are usually taken for osteoporosis to prevent fractures.',
    tell: 'Tell your physician about pain on swallowing or heartburn, and about new pain in thigh or groin. Tell your dentist before an extraction or implant. Ask your pharmacist how to take them (upright, empty stomach).',
    of: {
      'alendronic acid': 'The weekly tablet is commonest; sit or stand for at least half an hour afterwards.',
      'ibandronic acid': 'A monthly tablet or an injection every three months.',
      'risedronic acid': 'Comes as a weekly or monthly tablet.',
      'zoledronic acid':
        'A drip, for osteoporosis usually once a year; also used when cancer has reached bone.',
    },
  },
  'parathyroid-drugs': {
    name: 'parathyroid drug',
    text: 'These drugs lower parathyroid hormone; they are usually used in people on dialysis whose parathyroid is overactive.',
    tell: 'Tell your physician about numbness, cramps or irregular heartbeat, which may come from calcium; your kidney clinic plans the blood tests.',
    of: {
      cinacalcet: 'Also used for parathyroid cancer; nausea is common.',
      paricalcitol: 'A form of vitamin D that holds parathyroid hormone down.',
    },
  },
  'vitamin-d': {
    name: 'vitamin D',
    text: 'It helps the body take up calcium; it is used for osteoporosis and for bone trouble from parathyroid or kidney disease.',
    tell: 'Nausea, thirst, much urine or constipation may mean too much calcium: tell your physician, and mention calcium or vitamin D that you buy.',
    of: {
      calcitriol: 'The active form, which needs no change in the kidney; often used in kidney disease.',
      alfacalcidol: 'Becomes active in the liver.',
      colecalciferol: 'The common vitamin D3.',
    },
  },
  calcium: {
    name: 'calcium',
    text: 'It supplies calcium; also used to bind phosphate in the bowel.',
    tell: 'It hinders the uptake of thyroid hormone, some antibiotics and bone drugs: ask your pharmacist how to space them. Mention kidney stones or kidney disease to your physician.',
    of: {
      'calcium carbonate': 'Taken up better with food; it neutralises acid as well.',
    },
  },
  'phosphate-binders': {
    name: 'phosphate binder',
    text: 'These drugs bind phosphate from food in the bowel; they are usually taken by people with kidney disease or on dialysis.',
    tell: 'Tell your physician about constipation, belly pain or trouble swallowing; ask your pharmacist how to fit it with meals and other drugs.',
    of: {
      'calcium acetate': 'Used with meals to lower phosphate in kidney disease.',
      sevelamer: 'Holds neither calcium nor aluminium.',
      'lanthanum carbonate': 'A chewable tablet; mention it before an X-ray or CT.',
    },
  },
  'potassium-binders': {
    name: 'potassium binder',
    text: 'It binds potassium in the bowel; it is used to bring high potassium down.',
    tell: 'Tell your physician about constipation or belly pain; ask your pharmacist how to space it from other drugs.',
    of: {
      'calcium polystyrene sulfonate': 'A powder that is mixed with water.',
    },
  },
  potassium: {
    name: 'potassium',
    text: 'It supplies potassium when it is low; some potassium salts are used to prevent kidney stones.',
    tell: 'Tell your physician or pharmacist about kidney disease, ACE inhibitors, ARBs, potassium-sparing tablets or salt substitutes; call soon about pain on swallowing, weakness or palpitations.',
    of: {
      'potassium chloride': 'Long-acting tablets are swallowed whole with much water.',
      'potassium citrate': 'Makes urine less acid to prevent some stones.',
    },
  },
  antacids: {
    name: 'antacid',
    text: 'These drugs neutralise stomach acid; they are usually taken for heartburn; some loosen the bowel, others bind it.',
    tell: 'They hinder the uptake of many drugs: ask your pharmacist how to space them. Tell your physician beforehand about kidney disease.',
    of: {
      'magnesium oxide': 'Neutralises acid and softens stools; in Taiwan often used for that.',
      'aluminium hydroxide': 'Holds aluminium and may constipate; ask first with kidney disease.',
    },
  },
  iron: {
    name: 'iron',
    text: 'It supplies iron; it is usually taken for anaemia from lack of iron.',
    tell: 'Dark stools mostly come from the iron, but see a physician for tarry ones with belly pain or dizziness. Ask your physician why iron was low, and your pharmacist how to space it from tea, calcium and other drugs.',
    of: {
      'ferrous fumarate': 'Iron by mouth.',
      'ferrous sulfate': 'Iron by mouth.',
    },
  },
  'folic-acid': {
    name: 'folic acid',
    text: 'It supplies folic acid for anaemia from lack of it, around pregnancy, or beside certain drugs such as methotrexate.',
    tell: 'If you use epilepsy drugs or methotrexate, ask your physician or pharmacist how they go together.',
    of: {
      'folic acid': 'This is vitamin B9.',
    },
  },
  'vitamin-b12': {
    name: 'vitamin B12',
    text: 'It supplies vitamin B12, for lack of it or for nerve complaints.',
    tell: 'Tell your physician about numbness or unsteady walking; discuss why it may be low (vegetarian food, stomach surgery, acid blockers or metformin).',
    of: {
      mecobalamin: 'Often used for numbness and other nerve complaints.',
      cyanocobalamin: 'Comes as tablets and injection.',
      hydroxocobalamin: 'An injection that lasts longer.',
    },
  },
  'vitamin-b': {
    name: 'vitamin B',
    text: 'It supplies B vitamins, for lack of them or beside certain drugs to protect the nerves.',
    tell: 'Tell your pharmacist about other vitamin products or drugs for Parkinson’s disease.',
    of: {
      thiamine: 'This is vitamin B1; lack of it goes with heavy drinking or poor food.',
      pyridoxine: 'This is vitamin B6, often given beside isoniazid; large amounts for long can harm nerves.',
    },
  },
  'vitamin-c': {
    name: 'vitamin C',
    text: 'It supplies vitamin C.',
    tell: 'Tell your physician about kidney stones or kidney disease; mention it before a urine test, since it can disturb some.',
    of: {
      'ascorbic acid': 'Large amounts loosen the bowel.',
    },
  },
  'vitamin-e': {
    name: 'vitamin E',
    text: 'It supplies vitamin E.',
    tell: 'Tell your physician or pharmacist if you use a blood thinner or before surgery.',
    of: {
      tocopherol: 'Large amounts make bleeding likelier.',
    },
  },
  epoetins: {
    name: 'anaemia injection (erythropoietin)',
    text: 'These drugs stimulate the marrow to make red cells; they are usually used for anaemia from kidney disease or chemotherapy.',
    tell: 'See a physician soon for rising blood pressure, headache, chest pain or weakness on one side; ask how often haemoglobin is checked.',
    of: {
      epoetin: 'Injected once to several times a week.',
      darbepoetin: 'Lasts longer; injected every one to four weeks.',
    },
  },
  'anaemia-tablets': {
    name: 'drug for anaemia of kidney disease',
    text: 'Tablets that let the body make more of its own erythropoietin; used for anaemia of chronic kidney disease.',
    tell: 'Get help at once for chest pain, a swollen painful leg or weakness on one side; ask your pharmacist how to space it from phosphate binders and iron.',
    of: {
      roxadustat: 'Taken by mouth some times a week.',
    },
  },
  'weight-drugs': {
    name: 'weight drug',
    text: 'Used for weight control together with food and exercise.',
    tell: 'Tell your physician or pharmacist about oily stools or diarrhoea, and about other long-term drugs (blood thinners, thyroid hormone, epilepsy drugs above all).',
    of: {
      orlistat: 'Keeps the bowel from taking up part of the fat.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
