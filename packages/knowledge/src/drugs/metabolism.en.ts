import type { DrugGroupText } from './drug-group.js';

/** Diabetes, hormones, bones, vitamins, blood and weight. */
export const metabolism = {
  biguanides: {
    name: 'diabetes drug (biguanide)',
    text: 'It makes the liver release less sugar and insulin work better; it is usually the first drug for type 2 diabetes.',
    tell: 'Ask your physician about kidney or liver disease, before a scan with contrast dye or an operation, and when vomiting or diarrhea keeps you from eating. Tell your physician about stomach upset that lasts.',
    of: {
      metformin: 'Stomach upset is common; long use may lower vitamin B12.',
    },
  },
  sulfonylureas: {
    name: 'diabetes drug (sulfonylurea)',
    text: 'These drugs make the pancreas release insulin; they are taken for type 2 diabetes.',
    tell: 'They can cause low blood sugar: ask your physician or diabetes educator beforehand what to do about shaking, cold sweat, hunger or confusion. Also ask when you eat little, if there is kidney disease, and before adding other drugs.',
    of: {
      glibenclamide: 'It is long-acting; low blood sugar is more likely in older people.',
      glipizide: 'It is shorter-acting and taken before meals.',
      gliclazide: 'It is often a long-acting tablet taken with breakfast.',
      glimepiride: 'It is usually taken once a day with the first meal.',
    },
  },
  glinides: {
    name: 'diabetes drug (glinide)',
    text: 'These drugs make the pancreas release insulin for a short time around a meal; they are taken for type 2 diabetes.',
    tell: 'They can cause low blood sugar: ask your physician what to do when you skip a meal, and your pharmacist before adding other drugs.',
    of: {
      repaglinide: 'It is taken with a meal; if a meal is missed, follow the physician’s instruction.',
      nateglinide: 'It is taken with a meal and acts very briefly.',
      mitiglinide: 'It is taken just before a meal and acts very briefly.',
    },
  },
  'glucosidase-inhibitors': {
    name: 'diabetes drug (delays uptake of sugar)',
    text: 'These drugs slow the absorption of starch and sugar, so that blood sugar rises more slowly after meals; they are taken for type 2 diabetes.',
    tell: 'Tell your physician about severe gas or diarrhea. If blood sugar falls too low because other diabetes drugs are used too, glucose is needed rather than table sugar: ask your pharmacist.',
    of: {
      acarbose: 'It is taken with the first bite of a meal; gas is common.',
      miglitol: 'It is taken with the first bite of a meal; gas and soft stools are common.',
    },
  },
  glitazones: {
    name: 'diabetes drug (glitazone)',
    text: 'It makes the body respond better to insulin; it is taken for type 2 diabetes.',
    tell: 'Tell your physician about heart failure, swelling, a past bladder tumor or osteoporosis; see a physician soon for fast weight gain, swollen legs or shortness of breath.',
    of: {
      pioglitazone: 'It works after some weeks; it may cause weight gain and swelling.',
    },
  },
  'dpp4-inhibitors': {
    name: 'diabetes drug (DPP-4 inhibitor)',
    text: 'These drugs make the body release more insulin and less sugar after meals; they are taken for type 2 diabetes.',
    tell: 'See a physician soon for lasting severe belly pain, severe joint pain or blisters; mention past pancreatitis or kidney disease.',
    of: {
      sitagliptin: 'The dose depends on kidney function.',
      vildagliptin: 'Liver function is monitored during use.',
      saxagliptin: 'People with heart failure should tell the physician beforehand.',
      alogliptin: 'People with heart failure or liver disease should tell the physician beforehand.',
      linagliptin:
        'It usually leaves the body through the bile, so it is often used when the kidneys are weak.',
    },
  },
  'sglt2-inhibitors': {
    name: 'diabetes, heart and kidney drug (SGLT2 inhibitor)',
    text: 'These drugs make sugar leave with the urine; they are taken for type 2 diabetes, and also for heart failure and chronic kidney disease.',
    tell: 'Tell your physician about itching of the genitals or pain on passing urine. Call your physician soon before surgery or fasting, and if you vomit, have belly pain, breathe fast or feel very tired. Sugar in the urine is the drug’s effect.',
    of: {
      dapagliflozin: 'It may be used for diabetes, heart failure or chronic kidney disease.',
      canagliflozin: 'Wounds on the feet should be reported.',
      empagliflozin: 'It may be used for diabetes, heart failure or chronic kidney disease.',
      ertugliflozin: 'It is used for type 2 diabetes.',
    },
  },
  'glp1-agonists': {
    name: 'diabetes and weight drug (GLP-1)',
    text: 'These drugs imitate a gut hormone: they lower blood sugar, slow the stomach and curb appetite. They are used for type 2 diabetes, and some for weight control too.',
    tell: 'See a physician soon for lasting severe belly pain or vomiting. Tell your physician about past pancreatitis, medullary thyroid cancer in the family, and before anesthesia for surgery or endoscopy.',
    of: {
      exenatide: 'It is injected under the skin.',
      liraglutide:
        'It is injected under the skin daily; different brands are used for blood sugar or for weight.',
      dulaglutide: 'It is injected under the skin once a week.',
      semaglutide:
        'It comes as a weekly injection or a daily tablet; people with diabetic eye disease should tell the physician beforehand.',
      tirzepatide: 'It acts on GIP and GLP-1 and is injected weekly; ask first if you use the pill.',
    },
  },
  insulins: {
    name: 'insulin',
    text: 'These drugs replace the insulin that the body lacks; they are used in type 1 diabetes, and in type 2 diabetes or pregnancy when other measures are not enough.',
    tell: 'Ask your physician or diabetes educator about the signs of low blood sugar and how to treat it, what to do on sick days, where to inject and how to store it. Many pens look alike: check the name when you collect it.',
    of: {
      'human insulin': 'It comes in short-acting, intermediate and mixed forms; check the name and color.',
      'insulin lispro': 'It is a rapid-acting insulin for meals; it also comes as a mix.',
      'insulin aspart': 'It is a rapid-acting insulin for meals; it also comes as a mix.',
      'insulin glulisine': 'It is a rapid-acting insulin for meals.',
      'insulin glargine':
        'It is a long-acting insulin that covers the basic need of the day; products of different strength are not interchangeable.',
      'insulin detemir': 'It is a long-acting insulin that covers the basic need.',
      'insulin degludec': 'It is a very long-acting insulin that covers the basic need.',
    },
  },
  'thyroid-hormones': {
    name: 'thyroid hormone',
    text: 'These drugs replace thyroid hormone; they are usually taken when the gland makes too little or after thyroid surgery.',
    tell: 'Tell your physician about palpitations, tremor or poor sleep. Calcium, iron and antacids reduce its absorption: ask your pharmacist how far apart to take them; tell your physician early in a pregnancy.',
    of: {
      levothyroxine:
        'It is T4 and taken on an empty stomach; blood is tested about six to eight weeks after a change.',
      liothyronine: 'It is T3; it acts faster and for a shorter time, and is used less often.',
    },
  },
  'antithyroid-drugs': {
    name: 'drug for an overactive thyroid',
    text: 'These drugs make the thyroid produce less hormone; they are taken for an overactive thyroid.',
    tell: 'Get a blood test at once for fever, sore throat or mouth ulcers, because white blood cells may be too low. Also tell your physician about yellow skin or eyes, rash, or a planned pregnancy.',
    of: {
      propylthiouracil: 'It is often chosen in early pregnancy; the liver is monitored.',
      carbimazole: 'It turns into thiamazole in the body.',
      thiamazole: 'It is the most commonly used drug of its family.',
    },
  },
  corticosteroids: {
    name: 'corticosteroid',
    text: 'These drugs strongly calm inflammation, allergy and the immune system; they are used for many things, and what to watch for differs between use for days and use for months.',
    tell: 'After longer use stopping suddenly can be dangerous: ask your physician before any change. Mention rising blood sugar, infections, black stools, mood changes, and planned live vaccines.',
    of: {
      prednisolone: 'It is the most commonly used tablet; drops are used for inflamed eyes.',
      prednisone: 'It turns into prednisolone in the liver.',
      methylprednisolone: 'It comes as tablets and injections, and is also used for sudden flares.',
      dexamethasone:
        'It is strong and long-acting; it is also used against nausea from chemotherapy or swelling of the brain. Eye and ear forms act locally.',
      betamethasone: 'Creams are used for inflamed skin, tablets or injections for stronger inflammation.',
      hydrocortisone:
        'It is the body’s own corticosteroid: tablets replace it when the adrenal glands fail, and creams are mild.',
      cortisone: 'It is used to replace what the adrenal glands do not make.',
      triamcinolone:
        'It is injected into joints or skin lesions; it also comes as a nasal spray, cream and mouth paste.',
    },
  },
  mineralocorticoids: {
    name: 'mineralocorticoid',
    text: 'It makes the body keep salt; it is usually taken when the adrenal glands make too little.',
    tell: 'Tell your physician about swelling, headache or weakness; stopping suddenly is dangerous: ask before any change.',
    of: {
      fludrocortisone: 'It is also used for low blood pressure on standing.',
    },
  },
  antidiuretics: {
    name: 'drug that reduces urine',
    text: 'It reduces the amount of urine; it is usually taken for diabetes insipidus, passing urine at night, or bed-wetting in children.',
    tell: 'Headache, nausea, confusion or seizures may mean low sodium: get help at once; ask your physician how much to drink.',
    of: {
      desmopressin: 'It comes as tablets, a nasal spray and an injection.',
    },
  },
  'prolactin-inhibitors': {
    name: 'drug for high prolactin',
    text: 'These drugs lower prolactin; they are usually taken when it is too high or for some pituitary tumors.',
    tell: 'Tell your physician about dizziness, sleepiness, urges such as gambling, or shortness of breath, and about a planned pregnancy.',
    of: {
      cabergoline: 'It is usually taken once or twice a week; heart valves may be checked with long use.',
      bromocriptine: 'It is also used for Parkinson’s disease.',
    },
  },
  oestrogens: {
    name: 'female hormone',
    text: 'These drugs replace female hormone; they are usually taken for symptoms of menopause.',
    tell: 'Tell your physician beforehand about past breast or uterus cancer, clots, stroke or liver disease; see a physician soon for unexplained vaginal bleeding, a swollen painful leg or chest pain.',
    of: {
      estradiol:
        'It comes as tablets, a gel, a patch or for the vagina; women with a uterus usually need a progestogen too.',
      tibolone: 'It acts like several hormones and is used after menopause.',
    },
  },
  progestogens: {
    name: 'progestogen',
    text: 'These drugs act like progesterone; they are used to regulate periods, with hormone therapy in menopause, or in some pregnancies.',
    tell: 'Tell your physician beforehand about past clots, breast cancer or liver disease, and about unexplained vaginal bleeding.',
    of: {
      medroxyprogesterone: 'Tablets regulate periods; the long-acting injection also prevents pregnancy.',
      progesterone: 'It is taken by mouth or used in the vagina; it may cause sleepiness.',
      dydrogesterone: 'It is taken by mouth to regulate periods or in pregnancy care.',
      norethisterone: 'It is used to regulate or delay periods, or for endometriosis.',
    },
  },
  'fertility-drugs': {
    name: 'fertility drug',
    text: 'It brings on ovulation; it is used in fertility treatment.',
    tell: 'Tell your physician about changes in vision or a swollen painful belly; your gynecologist plans the check-ups.',
    of: {
      clomifene: 'Twins are possible, and vision may be affected.',
    },
  },
  androgens: {
    name: 'male hormone',
    text: 'It replaces male hormone; it is used when testosterone is too low.',
    tell: 'Tell your physician about prostate or breast tumors, heart disease or sleep apnea; ask your pharmacist how to keep gel away from women and children.',
    of: {
      testosterone: 'It comes as a gel and an injection; blood cells and the prostate are monitored.',
    },
  },
  'urate-lowering': {
    name: 'uric acid-lowering drug',
    text: 'These drugs reduce how much uric acid the body makes; they are taken over the long term for gout.',
    tell: 'Call a physician at once for rash, fever, mouth ulcers or red swollen eyes: it may be a severe allergy. Gout can flare at the start: ask beforehand what to do.',
    of: {
      allopurinol: 'A gene test (HLA-B*58:01) may come first, to make a severe allergy less likely.',
      febuxostat: 'People with heart disease should tell the physician beforehand.',
    },
  },
  uricosurics: {
    name: 'uric acid-lowering drug (excretion)',
    text: 'These drugs help the kidneys pass uric acid; they are taken over the long term for gout.',
    tell: 'Tell your physician beforehand about kidney stones, kidney or liver disease; see a physician soon for yellow skin or eyes, dark urine or flank pain.',
    of: {
      benzbromarone: 'It can harm the liver, so the blood is tested in the first months.',
      probenecid: 'It changes how many drugs leave the body, penicillins and methotrexate among them.',
      sulfinpyrazone: 'It also acts a little on platelets; mention ulcers beforehand.',
    },
  },
  'gout-attack-drugs': {
    name: 'drug for gout attacks',
    text: 'It calms the inflammation of a gout attack and is also used to prevent attacks.',
    tell: 'Call your physician soon about severe diarrhea, vomiting or weak muscles. Ask first if there is kidney or liver disease, or if you use antibiotics, antifungals or statins.',
    of: {
      colchicine: 'It works better early in an attack; it is also used for inflammation around the heart.',
    },
  },
  'osteoporosis-drugs': {
    name: 'osteoporosis drug',
    text: 'These drugs raise bone density or prevent fractures; how they act depends on the ingredient.',
    tell: 'Tell your dentist and physician before an extraction or implant. Timing matters, so ask your physician before delaying or changing it.',
    of: {
      raloxifene: 'It is used after menopause; mention past clots, and ask before long bed rest or travel.',
      denosumab:
        'It is injected, for osteoporosis usually every half year; a delay can raise the risk of fractures.',
      romosozumab: 'It is injected monthly for a year; mention a past heart attack or stroke beforehand.',
      teriparatide: 'It is injected daily and builds new bone.',
      calcitonin: 'It comes as an injection or nasal spray, and is also used for high calcium.',
    },
  },
  bisphosphonates: {
    name: 'osteoporosis drug (bisphosphonate)',
    text: 'These drugs slow the loss of bone; they are usually taken for osteoporosis to prevent fractures.',
    tell: 'Tell your physician about pain on swallowing or heartburn, and about new pain in thigh or groin. Tell your dentist before an extraction or implant. Ask your pharmacist how to take them (upright and on an empty stomach).',
    of: {
      'alendronic acid':
        'The weekly tablet is the most common form; sit or stand for at least half an hour afterwards.',
      'ibandronic acid': 'It is a monthly tablet or an injection every three months.',
      'risedronic acid': 'It comes as a weekly or monthly tablet.',
      'zoledronic acid':
        'It is given as an infusion, for osteoporosis usually once a year; it is also used when cancer has reached the bones.',
    },
  },
  'parathyroid-drugs': {
    name: 'parathyroid drug',
    text: 'These drugs lower parathyroid hormone; they are usually used in people on dialysis whose parathyroid glands are overactive.',
    tell: 'Tell your physician about numbness, cramps or irregular heartbeat, which may be related to calcium; your kidney clinic plans the blood tests.',
    of: {
      cinacalcet: 'It is also used for parathyroid cancer; nausea is common.',
      paricalcitol: 'It is a form of vitamin D that keeps parathyroid hormone low.',
    },
  },
  'vitamin-d': {
    name: 'vitamin D',
    text: 'It helps the body absorb calcium; it is used for osteoporosis and for bone disease caused by the parathyroid glands or the kidneys.',
    tell: 'Nausea, thirst, much urine or constipation may mean that calcium is too high: tell your physician, and mention calcium or vitamin D that you buy.',
    of: {
      calcitriol:
        'It is the active form, which the kidney does not need to change; it is often used in kidney disease.',
      alfacalcidol: 'It becomes active in the liver.',
      colecalciferol: 'It is the common vitamin D3.',
    },
  },
  calcium: {
    name: 'calcium',
    text: 'It supplies calcium; it is also used to bind phosphate in the bowel.',
    tell: 'It reduces the absorption of thyroid hormone, some antibiotics and bone drugs: ask your pharmacist how far apart to take them. Mention kidney stones or kidney disease to your physician.',
    of: {
      'calcium carbonate': 'It is absorbed better with food; it also neutralizes acid.',
    },
  },
  'phosphate-binders': {
    name: 'phosphate binder',
    text: 'These drugs bind phosphate from food in the bowel; they are usually taken by people with kidney disease or on dialysis.',
    tell: 'Tell your physician about constipation, belly pain or trouble swallowing; ask your pharmacist when to take it around meals and other drugs.',
    of: {
      'calcium acetate': 'It is used with meals to lower phosphate in kidney disease.',
      sevelamer: 'It contains neither calcium nor aluminum.',
      'lanthanum carbonate': 'It is a chewable tablet; mention it before an X-ray or CT.',
    },
  },
  'potassium-binders': {
    name: 'potassium binder',
    text: 'It binds potassium in the bowel; it is used to bring high potassium down.',
    tell: 'Tell your physician about constipation or belly pain; ask your pharmacist how long to wait between it and other drugs.',
    of: {
      'calcium polystyrene sulfonate': 'It is a powder that is mixed with water.',
    },
  },
  potassium: {
    name: 'potassium',
    text: 'It supplies potassium when it is low; some potassium salts are used to prevent kidney stones.',
    tell: 'Tell your physician or pharmacist about kidney disease, ACE inhibitors, ARBs, potassium-sparing tablets or salt substitutes; call soon about pain on swallowing, weakness or palpitations.',
    of: {
      'potassium chloride': 'The long-acting tablets are swallowed whole with plenty of water.',
      'potassium citrate': 'It makes urine less acid to prevent some stones.',
    },
  },
  antacids: {
    name: 'antacid',
    text: 'These drugs neutralize stomach acid; they are usually taken for heartburn; some cause loose stools, others constipation.',
    tell: 'They reduce the absorption of many drugs: ask your pharmacist how far apart to take them. Tell your physician beforehand about kidney disease.',
    of: {
      'magnesium oxide': 'It neutralizes acid and softens stools; in Taiwan it is often used for that.',
      'aluminium hydroxide':
        'It contains aluminum and may cause constipation; ask first if there is kidney disease.',
    },
  },
  iron: {
    name: 'iron',
    text: 'It supplies iron; it is usually taken for anemia from lack of iron.',
    tell: 'Dark stools usually come from the iron, but see a physician for tarry stools with belly pain or dizziness. Ask your physician why iron was low, and your pharmacist how long to wait between it and tea, calcium and other drugs.',
    of: {
      'ferrous fumarate': 'It is iron taken by mouth.',
      'ferrous sulfate': 'It is iron taken by mouth.',
    },
  },
  'folic-acid': {
    name: 'folic acid',
    text: 'It supplies folic acid for anemia caused by lack of it, around pregnancy, or together with certain drugs such as methotrexate.',
    tell: 'If you use epilepsy drugs or methotrexate, ask your physician or pharmacist whether they can be combined.',
    of: {
      'folic acid': 'This is vitamin B9.',
    },
  },
  'vitamin-b12': {
    name: 'vitamin B12',
    text: 'It supplies vitamin B12 when there is too little of it, or for nerve problems.',
    tell: 'Tell your physician about numbness or unsteady walking; discuss why it may be low (vegetarian food, stomach surgery, acid blockers or metformin).',
    of: {
      mecobalamin: 'It is often used for numbness and other nerve problems.',
      cyanocobalamin: 'It comes as tablets and an injection.',
      hydroxocobalamin: 'It is an injection that lasts longer.',
    },
  },
  'vitamin-b': {
    name: 'vitamin B',
    text: 'It supplies B vitamins when there are too few of them, or together with certain drugs to protect the nerves.',
    tell: 'Tell your pharmacist about other vitamin products or drugs for Parkinson’s disease.',
    of: {
      thiamine: 'This is vitamin B1; a lack of it is linked to heavy drinking or poor nutrition.',
      pyridoxine:
        'This is vitamin B6, often given together with isoniazid; large amounts over a long time can harm nerves.',
    },
  },
  'vitamin-c': {
    name: 'vitamin C',
    text: 'It supplies vitamin C.',
    tell: 'Tell your physician about kidney stones or kidney disease; mention it before a urine test, since it can interfere with some.',
    of: {
      'ascorbic acid': 'Large amounts loosen the bowel.',
    },
  },
  'vitamin-e': {
    name: 'vitamin E',
    text: 'It supplies vitamin E.',
    tell: 'Tell your physician or pharmacist if you use a blood thinner or before surgery.',
    of: {
      tocopherol: 'Large amounts make bleeding more likely.',
    },
  },
  epoetins: {
    name: 'anemia injection (erythropoietin)',
    text: 'These drugs stimulate the marrow to make red cells; they are usually used for anemia from kidney disease or chemotherapy.',
    tell: 'See a physician soon for rising blood pressure, headache, chest pain or weakness on one side; ask how often hemoglobin is checked.',
    of: {
      epoetin: 'It is injected once to several times a week.',
      darbepoetin: 'It lasts longer and is injected every one to four weeks.',
    },
  },
  'anaemia-tablets': {
    name: 'drug for anemia of kidney disease',
    text: 'These tablets make the body produce more of its own erythropoietin; they are used for anemia of chronic kidney disease.',
    tell: 'Get help at once for chest pain, a swollen painful leg or weakness on one side; ask your pharmacist how long to wait between it and phosphate binders and iron.',
    of: {
      roxadustat: 'It is taken by mouth a few times a week.',
    },
  },
  'weight-drugs': {
    name: 'weight drug',
    text: 'It is used for weight control together with diet and exercise.',
    tell: 'Tell your physician or pharmacist about oily stools or diarrhea, and about other long-term drugs (above all blood thinners, thyroid hormone and epilepsy drugs).',
    of: {
      orlistat: 'It keeps the bowel from absorbing part of the fat.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
