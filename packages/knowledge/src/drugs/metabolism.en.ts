import type { DrugGroupText } from './drug-group.js';

/** Drugs for diabetes, hormones, bones, vitamins, blood and weight. */
export const metabolism = {
  biguanides: {
    name: 'diabetes drug (biguanide)',
    text: 'It makes the liver release less sugar and helps insulin work better; it is usually the first drug for type 2 diabetes.',
    tell: 'Ask your doctor first if you have kidney or liver disease, are going to have an operation or a scan with contrast dye, or cannot eat because of vomiting or diarrhea. Tell your doctor if your upset stomach does not go away.',
    of: {
      metformin: 'An upset stomach is common; long-term use may lower vitamin B12 levels.',
    },
  },
  sulfonylureas: {
    name: 'diabetes drug (sulfonylurea)',
    text: 'These drugs make the pancreas release insulin; they are taken for type 2 diabetes.',
    tell: 'These drugs can cause low blood sugar (shaking, cold sweat, hunger or confusion): ask your doctor or diabetes educator beforehand what to do if this happens. Ask your doctor or pharmacist first if you have kidney disease, are eating little, or want to take other drugs as well.',
    of: {
      glibenclamide: 'It is long-acting; low blood sugar is more likely in older people.',
      glipizide: 'Its effect does not last long, and it is taken before meals.',
      gliclazide: 'It often comes as a long-acting tablet, which is taken with breakfast.',
      glimepiride: 'It is usually taken once a day with the first meal.',
    },
  },
  glinides: {
    name: 'diabetes drug (glinide)',
    text: 'These drugs make the pancreas release insulin for a short time around a meal; they are taken for type 2 diabetes.',
    tell: 'These drugs can cause low blood sugar: ask your doctor what to do if you miss a meal, and ask your pharmacist before you take other drugs as well.',
    of: {
      repaglinide: 'It is taken with a meal; if you miss a meal, follow your doctor’s instructions.',
      nateglinide: 'It is taken with a meal, and its effect lasts only a short time.',
      mitiglinide: 'It is taken just before a meal, and its effect lasts only a short time.',
    },
  },
  'glucosidase-inhibitors': {
    name: 'diabetes drug (delays uptake of sugar)',
    text: 'These drugs slow the absorption of starch and sugar so that blood sugar rises more slowly after meals; they are taken for type 2 diabetes.',
    tell: 'Tell your doctor if you have a lot of gas or severe diarrhea. If another diabetes drug that you also take causes low blood sugar, take glucose: ordinary table sugar does not work well. Ask your pharmacist for details.',
    of: {
      acarbose: 'It is taken with the first bite of a meal; gas is a common side effect.',
      miglitol: 'It is taken with the first bite of a meal; gas and soft stools are common side effects.',
    },
  },
  glitazones: {
    name: 'diabetes drug (glitazone)',
    text: 'It helps the body respond better to insulin; it is taken for type 2 diabetes.',
    tell: 'Tell your doctor if you have heart failure, swelling or osteoporosis, or if you have ever had a bladder tumor. See a doctor promptly if you gain weight rapidly, your legs swell or you are short of breath.',
    of: {
      pioglitazone: 'It takes several weeks to work; it may cause weight gain and swelling.',
    },
  },
  'dpp4-inhibitors': {
    name: 'diabetes drug (DPP-4 inhibitor)',
    text: 'These drugs make the body release more insulin and less sugar after meals; they are taken for type 2 diabetes.',
    tell: 'See a doctor promptly if you have severe joint pain, blisters, or severe belly pain that does not go away. Tell your doctor if you have had pancreatitis or have kidney disease.',
    of: {
      sitagliptin: 'The dose depends on kidney function.',
      vildagliptin: 'Liver function is monitored regularly.',
      saxagliptin: 'People with heart failure should tell their doctor beforehand.',
      alogliptin: 'People with heart failure or liver disease should tell their doctor beforehand.',
      linagliptin:
        'It is mainly removed in the bile, so it is often used in people with reduced kidney function.',
    },
  },
  'sglt2-inhibitors': {
    name: 'diabetes, heart and kidney drug (SGLT2 inhibitor)',
    text: 'These drugs help the body pass excess sugar into the urine; they are taken for type 2 diabetes, and also for heart failure and chronic kidney disease.',
    tell: 'Tell your doctor if you have genital itching or if it hurts to urinate. Ask your doctor what to do before surgery or fasting, and contact your doctor promptly if you vomit, have belly pain, breathe fast or are extremely tired. These drugs are expected to make sugar appear in the urine.',
    of: {
      dapagliflozin: 'It may be used for diabetes, heart failure or chronic kidney disease.',
      canagliflozin: 'Tell your doctor if you have any wounds on your feet.',
      empagliflozin: 'It may be used for diabetes, heart failure or chronic kidney disease.',
      ertugliflozin: 'It is used for type 2 diabetes.',
    },
  },
  'glp1-agonists': {
    name: 'diabetes and weight drug (GLP-1)',
    text: 'These drugs act like a gut hormone: they lower blood sugar, slow the emptying of the stomach and reduce appetite. They are used for type 2 diabetes, and some are also used for weight control.',
    tell: 'See a doctor promptly if you have severe belly pain or vomiting that does not go away. Tell your doctor if you have had pancreatitis or a relative has had medullary thyroid cancer; before you undergo surgery or an endoscopy under anesthesia, also tell the doctor that you use this drug.',
    of: {
      exenatide: 'It is injected under the skin.',
      liraglutide:
        'It is injected under the skin once a day; some brands are used to control blood sugar and others to control weight.',
      dulaglutide: 'It is injected under the skin once a week.',
      semaglutide:
        'It comes as a weekly injection or a daily tablet; people with diabetic eye disease should tell their doctor beforehand.',
      tirzepatide:
        'It acts like two gut hormones (GIP and GLP-1) and is injected once a week; ask your doctor first if you take birth control pills.',
    },
  },
  insulins: {
    name: 'insulin',
    text: 'These drugs replace the insulin that the body lacks; they are used for type 1 diabetes, and also for type 2 diabetes or diabetes in pregnancy when other measures are not enough.',
    tell: 'Ask your doctor or diabetes educator how to recognize and treat low blood sugar, what to do on sick days, where to inject insulin and how to store it. Many pens look alike: check the name when you pick up your insulin.',
    of: {
      'human insulin':
        'It comes in short-acting, intermediate-acting and mixed forms; check the name and color before you use it.',
      'insulin lispro': 'It is a rapid-acting insulin that is used at meals; it also comes in mixtures.',
      'insulin aspart': 'It is a rapid-acting insulin that is used at meals; it also comes in mixtures.',
      'insulin glulisine': 'It is a rapid-acting insulin that is used at meals.',
      'insulin glargine':
        'It is a long-acting insulin that meets the body’s basic needs for the day; products of different strengths are not interchangeable.',
      'insulin detemir': 'It is a long-acting insulin that meets the body’s basic needs.',
      'insulin degludec': 'It is a very long-acting insulin that meets the body’s basic needs.',
    },
  },
  'thyroid-hormones': {
    name: 'thyroid hormone',
    text: 'These drugs replace thyroid hormone; they are usually taken for an underactive thyroid or after thyroid surgery.',
    tell: 'Tell your doctor if you have palpitations, a tremor or trouble sleeping, and tell your doctor as soon as you become pregnant. Calcium, iron and antacids reduce the absorption of this drug: ask your pharmacist how long to wait between this drug and any of those.',
    of: {
      levothyroxine:
        'It is the hormone T4, taken on an empty stomach; a blood test is done about six to eight weeks after the dose is changed.',
      liothyronine:
        'It is the hormone T3; it acts faster than levothyroxine but for a shorter time, and it is used less often.',
    },
  },
  'antithyroid-drugs': {
    name: 'drug for an overactive thyroid',
    text: 'These drugs make the thyroid produce less hormone; they are taken for an overactive thyroid.',
    tell: 'If you have a fever, sore throat or mouth sores, see a doctor at once for a blood test, because your white blood cell count may be too low. Tell your doctor if your skin or eyes turn yellow, if you get a rash, or if you are planning a pregnancy.',
    of: {
      propylthiouracil: 'It is often chosen for women in early pregnancy; liver function is monitored.',
      carbimazole: 'It turns into thiamazole in the body.',
      thiamazole: 'It is the most commonly used drug in its group.',
    },
  },
  corticosteroids: {
    name: 'corticosteroid',
    text: 'These drugs strongly reduce inflammation and allergic reactions and affect the immune system; they have many uses, and what to watch for depends on whether they are used for a short or a long time.',
    tell: 'After this drug has been used for some time, stopping it suddenly can be dangerous: ask your doctor before you stop or change it. Tell your doctor if your blood sugar rises, your mood changes, or you have an infection or black stools; also tell your doctor that you use this drug before you get a live vaccine.',
    of: {
      prednisolone: 'It is the most commonly used corticosteroid tablet; drops are used for inflamed eyes.',
      prednisone: 'It turns into prednisolone in the liver.',
      methylprednisolone: 'It comes as tablets and as an injection, and is also used for sudden flare-ups.',
      dexamethasone:
        'It is strong and long-acting; it is also used for swelling of the brain and for nausea caused by chemotherapy. Eye and ear drops act only where they are applied.',
      betamethasone:
        'The creams are used for inflamed skin, and the tablets or injections are used for more severe inflammation.',
      hydrocortisone:
        'It is the corticosteroid that the body makes itself: the tablets replace it in people with underactive adrenal glands, and the creams have a mild effect.',
      cortisone: 'It replaces the corticosteroid missing in people with underactive adrenal glands.',
      triamcinolone:
        'It is injected into joints or the skin; it also comes as a nasal spray, a cream and a paste for the mouth.',
    },
  },
  mineralocorticoids: {
    name: 'mineralocorticoid',
    text: 'It helps the body retain salt; it is usually taken for underactive adrenal glands.',
    tell: 'Tell your doctor if you have swelling, headaches or weakness. Stopping suddenly is dangerous: ask your doctor before you stop or change this drug.',
    of: {
      fludrocortisone: 'It is also used for low blood pressure that occurs on standing up.',
    },
  },
  antidiuretics: {
    name: 'drug that reduces urine',
    text: 'It reduces the amount of urine; it is usually taken for diabetes insipidus, nighttime urination, or bed-wetting in children.',
    tell: 'Headache, nausea, confusion or seizures may mean low blood sodium: get help at once. Ask your doctor how much you may drink.',
    of: {
      desmopressin: 'It comes as tablets, a nasal spray and an injection.',
    },
  },
  'prolactin-inhibitors': {
    name: 'drug for high prolactin',
    text: 'These drugs lower prolactin; they are usually taken for high prolactin levels or some pituitary tumors.',
    tell: 'Tell your doctor if you have dizziness, sleepiness, shortness of breath or urges that are hard to resist (such as an urge to gamble), or if you are planning a pregnancy.',
    of: {
      cabergoline:
        'It is usually taken once or twice a week; heart valves may be checked during long-term use.',
      bromocriptine: 'It is also used for Parkinson’s disease.',
    },
  },
  oestrogens: {
    name: 'female hormone',
    text: 'These drugs replace female hormones; they are usually taken for symptoms of menopause.',
    tell: 'Tell your doctor beforehand if you have had breast or uterine cancer, a blood clot, a stroke or liver disease. See a doctor promptly if you have unexplained vaginal bleeding, chest pain or a swollen, painful leg.',
    of: {
      estradiol:
        'It comes as tablets, gels, patches and vaginal products; women who have a uterus usually also need a progestin.',
      tibolone: 'It acts like several hormones and is used after menopause.',
    },
  },
  progestogens: {
    name: 'progestogen',
    text: 'These drugs act like progesterone; they are used to regulate periods, as part of hormone therapy during menopause, or in some pregnancies.',
    tell: 'Tell your doctor beforehand if you have had a blood clot, breast cancer or liver disease, or have unexplained vaginal bleeding.',
    of: {
      medroxyprogesterone: 'Tablets regulate periods; the long-acting injection also prevents pregnancy.',
      progesterone: 'It is taken by mouth or used in the vagina; it may cause sleepiness.',
      dydrogesterone: 'It is taken by mouth to regulate periods or, at times, during pregnancy.',
      norethisterone: 'It is used to regulate or delay periods, or for endometriosis.',
    },
  },
  'fertility-drugs': {
    name: 'fertility drug',
    text: 'It stimulates ovulation and is used in fertility treatment.',
    tell: 'Tell your doctor if your vision changes or your belly is swollen and painful. Follow your gynecologist’s plan for check-ups.',
    of: {
      clomifene: 'Twins or other multiple births are possible, and your vision may be affected.',
    },
  },
  androgens: {
    name: 'male hormone',
    text: 'It supplies testosterone, the main male hormone, when the body makes too little.',
    tell: 'Tell your doctor if you have a prostate or breast tumor, heart disease or sleep apnea. Ask your pharmacist how to keep women and children from coming into contact with the gel.',
    of: {
      testosterone: 'It comes as a gel and an injection; blood counts and the prostate are monitored.',
    },
  },
  'urate-lowering': {
    name: 'uric acid-lowering drug',
    text: 'These drugs reduce the amount of uric acid that the body makes; they are taken over the long term for gout.',
    tell: 'Call a doctor at once if you have a rash, a fever, mouth sores or red, swollen eyes, because these may be signs of a severe allergic reaction. Gout can flare up when treatment begins: ask beforehand what to do if this happens.',
    of: {
      allopurinol:
        'A genetic test (HLA-B*58:01) may be done before treatment to lower the risk of a severe allergic reaction.',
      febuxostat: 'People who have had heart disease should tell their doctor beforehand.',
    },
  },
  uricosurics: {
    name: 'uric acid-lowering drug (helps the kidneys)',
    text: 'These drugs help the kidneys remove uric acid; they are taken over the long term for gout.',
    tell: 'Tell your doctor beforehand if you have kidney stones, or kidney or liver disease. See a doctor promptly if your skin or eyes turn yellow, your urine becomes dark, or you have pain in your side.',
    of: {
      benzbromarone: 'It can harm the liver, so blood tests are done in the first months.',
      probenecid: 'It makes many drugs, including penicillins and methotrexate, leave the body more slowly.',
      sulfinpyrazone:
        'It also helps slightly to prevent blood clots; tell your doctor beforehand if you have ever had an ulcer.',
    },
  },
  'gout-attack-drugs': {
    name: 'drug for gout attacks',
    text: 'It reduces inflammation during a gout attack and is also used to prevent attacks.',
    tell: 'Call your doctor promptly if you vomit, or have severe diarrhea or muscle weakness. Ask your doctor or pharmacist first if you have kidney or liver disease, or use antibiotics, antifungals or statins.',
    of: {
      colchicine:
        'It works better when it is taken early in an attack; it is also used for inflammation of the lining around the heart.',
    },
  },
  'osteoporosis-drugs': {
    name: 'osteoporosis drug',
    text: 'These drugs increase bone density or prevent fractures; how they work depends on the ingredient.',
    tell: 'Tell your dentist and the prescribing doctor about this drug before a tooth is extracted or you get a dental implant. The timing and order of doses matter: ask your doctor before you delay or change treatment.',
    of: {
      raloxifene:
        'It is used after menopause; tell your doctor if you have had a blood clot, and ask your doctor what to do before you stay in bed or travel for a long time.',
      denosumab:
        'It is injected, usually every six months for osteoporosis; delaying an injection can raise the risk of fractures.',
      romosozumab:
        'It is injected once a month for a year; tell your doctor beforehand if you have had a heart attack or stroke.',
      teriparatide: 'It is injected daily and helps to build new bone.',
      calcitonin: 'It comes as an injection or nasal spray, and is also used for high blood calcium.',
    },
  },
  bisphosphonates: {
    name: 'osteoporosis drug (bisphosphonate)',
    text: 'These drugs slow the loss of bone; they are usually taken for osteoporosis to prevent fractures.',
    tell: 'Tell your doctor if it hurts to swallow, or if you have heartburn or new pain in the thigh or groin. Tell your dentist that you use this drug before a tooth is extracted or you get a dental implant. Ask your pharmacist how to take it (on an empty stomach, while sitting or standing upright).',
    of: {
      'alendronic acid':
        'The weekly tablet is the most common form; sit or stand for at least half an hour after you take it.',
      'ibandronic acid':
        'It comes as a tablet that is taken once a month or as an injection that is given every three months.',
      'risedronic acid': 'It comes as a tablet that is taken once a week or once a month.',
      'zoledronic acid':
        'It is given as an infusion, usually once a year for osteoporosis; it is also used when cancer has spread to the bones.',
    },
  },
  'parathyroid-drugs': {
    name: 'parathyroid drug',
    text: 'These drugs lower parathyroid hormone; they are usually used in people on dialysis who have overactive parathyroid glands.',
    tell: 'Tell your doctor if you have numbness, cramps or an irregular heartbeat, which may be related to your calcium level. Follow your kidney clinic’s plan for blood tests.',
    of: {
      cinacalcet: 'It is also used for parathyroid cancer; nausea is a common side effect.',
      paricalcitol: 'It is a form of vitamin D that lowers parathyroid hormone.',
    },
  },
  'vitamin-d': {
    name: 'vitamin D',
    text: 'It helps the body absorb calcium; it is used for osteoporosis and for bone disease caused by the parathyroid glands or the kidneys.',
    tell: 'Nausea, thirst, constipation or passing a lot of urine may mean that your blood calcium is too high: tell your doctor. Also tell your doctor if you take calcium or vitamin D that you bought without a prescription.',
    of: {
      calcitriol:
        'It is the active form, which does not need to be activated by the kidneys; it is often used in kidney disease.',
      alfacalcidol: 'It becomes active in the liver.',
      colecalciferol: 'It is ordinary vitamin D3.',
    },
  },
  calcium: {
    name: 'calcium',
    text: 'It supplies calcium; it is also used to bind phosphate in the bowel.',
    tell: 'This drug reduces the absorption of thyroid hormone, some antibiotics and osteoporosis drugs: ask your pharmacist how long to wait between this drug and any of those. Tell your doctor beforehand if you have kidney stones or kidney disease.',
    of: {
      'calcium carbonate': 'It is absorbed better with food; it also neutralizes stomach acid.',
    },
  },
  'phosphate-binders': {
    name: 'phosphate binder',
    text: 'These drugs bind phosphate from food in the bowel; they are usually taken by people who have kidney disease or are on dialysis.',
    tell: 'Tell your doctor if you have constipation, belly pain or trouble swallowing. Ask your pharmacist when to take it in relation to meals and other drugs.',
    of: {
      'calcium acetate': 'It is taken with meals to lower phosphate in people with kidney disease.',
      sevelamer: 'It contains neither calcium nor aluminum.',
      'lanthanum carbonate':
        'It is a chewable tablet; before an X-ray or CT scan, tell the staff that you take it.',
    },
  },
  'potassium-binders': {
    name: 'potassium binder',
    text: 'It binds potassium in the bowel to lower high blood potassium.',
    tell: 'Tell your doctor if you have constipation or belly pain. Ask your pharmacist how long to wait between this drug and other drugs.',
    of: {
      'calcium polystyrene sulfonate': 'It is a powder to be mixed with water.',
    },
  },
  potassium: {
    name: 'potassium',
    text: 'It supplies potassium to people whose blood potassium is low; some potassium salts are used to prevent kidney stones.',
    tell: 'Tell your doctor or pharmacist if you have kidney disease, or use ACE inhibitors, ARBs, potassium-sparing water pills or salt substitutes. Call your doctor promptly if it hurts to swallow, or if you have weakness or palpitations.',
    of: {
      'potassium chloride': 'Swallow the long-acting tablets whole with plenty of water.',
      'potassium citrate': 'It makes urine less acidic to prevent some types of stones.',
    },
  },
  antacids: {
    name: 'antacid',
    text: 'These drugs neutralize stomach acid; they are usually taken for heartburn. Some of these drugs cause loose stools, and others cause constipation.',
    tell: 'These drugs reduce the absorption of many other drugs: ask your pharmacist how long to wait between the two. Tell your doctor beforehand if you have kidney disease.',
    of: {
      'magnesium oxide':
        'It neutralizes acid and softens stools; in Taiwan it is often used as a stool softener.',
      'aluminium hydroxide':
        'It contains aluminum and may cause constipation; ask your doctor first if you have kidney disease.',
    },
  },
  iron: {
    name: 'iron',
    text: 'It supplies iron; it is usually taken for iron-deficiency anemia.',
    tell: 'Dark stools usually come from the iron, but see a doctor if stools look like tar and you have belly pain or dizziness. Ask your doctor why your iron level is low. Ask your pharmacist how long to wait between iron and tea, calcium or other drugs.',
    of: {
      'ferrous fumarate': 'It is a form of iron that is taken by mouth.',
      'ferrous sulfate': 'It is a form of iron that is taken by mouth.',
    },
  },
  'folic-acid': {
    name: 'folic acid',
    text: 'It supplies folic acid; it is taken for anemia due to folic acid deficiency, around the time of pregnancy, or together with certain drugs such as methotrexate.',
    tell: 'If you use epilepsy drugs or methotrexate, ask your doctor or pharmacist how to take them together with this drug.',
    of: {
      'folic acid': 'This is vitamin B9.',
    },
  },
  'vitamin-b12': {
    name: 'vitamin B12',
    text: 'It supplies vitamin B12; it is taken for a deficiency or for nerve problems such as numbness.',
    tell: 'Tell your doctor if you have numbness or walk unsteadily. Vitamin B12 may be low because of a vegetarian diet, stomach surgery, acid blockers or metformin: ask your doctor about the cause.',
    of: {
      mecobalamin: 'It is often used for numbness and other nerve problems.',
      cyanocobalamin: 'It comes as tablets and an injection.',
      hydroxocobalamin: 'It is an injection that stays in the body longer than cyanocobalamin.',
    },
  },
  'vitamin-b': {
    name: 'vitamin B',
    text: 'It supplies B vitamins; it is taken for a deficiency, or together with certain drugs to protect the nerves.',
    tell: 'Tell your pharmacist if you also take drugs for Parkinson’s disease or other vitamin products.',
    of: {
      thiamine: 'This is vitamin B1; deficiency is usually due to heavy drinking or poor nutrition.',
      pyridoxine:
        'This is vitamin B6, which is often given together with isoniazid; taking large amounts over a long time can damage nerves.',
    },
  },
  'vitamin-c': {
    name: 'vitamin C',
    text: 'It supplies vitamin C.',
    tell: 'Tell your doctor beforehand if you have kidney stones or kidney disease. Vitamin C can interfere with some urine tests: tell the staff before a urine test.',
    of: {
      'ascorbic acid': 'Large amounts of vitamin C can cause diarrhea.',
    },
  },
  'vitamin-e': {
    name: 'vitamin E',
    text: 'It supplies vitamin E.',
    tell: 'Tell your doctor or pharmacist if you use a blood thinner or plan to have surgery.',
    of: {
      tocopherol: 'Large amounts of vitamin E make bleeding more likely.',
    },
  },
  epoetins: {
    name: 'anemia injection (erythropoietin)',
    text: 'These drugs stimulate the bone marrow to make red blood cells; they are usually used for anemia due to kidney disease or chemotherapy.',
    tell: 'See a doctor promptly if your blood pressure rises or you have headaches, chest pain or weakness on one side. Ask your doctor how often to have your hemoglobin checked.',
    of: {
      epoetin: 'It is injected one or more times a week.',
      darbepoetin:
        'Its effect lasts longer than that of epoetin; it is injected once every one to four weeks.',
    },
  },
  'anaemia-tablets': {
    name: 'drug for anemia of kidney disease',
    text: 'These tablets help the body produce more of its own erythropoietin; they are used for anemia caused by chronic kidney disease.',
    tell: 'Get help at once if you have chest pain, weakness on one side or a swollen, painful leg. Ask your pharmacist how long to wait between this drug and phosphate binders or iron.',
    of: {
      roxadustat: 'It is taken by mouth a few times a week.',
    },
  },
  'weight-drugs': {
    name: 'weight-loss drug',
    text: 'It is used for weight control together with diet and exercise.',
    tell: 'Tell your doctor or pharmacist if you have oily stools or diarrhea, or if you take other drugs regularly (especially blood thinners, thyroid hormone or epilepsy drugs).',
    of: {
      orlistat: 'It keeps the bowel from absorbing some of the fat in food.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
