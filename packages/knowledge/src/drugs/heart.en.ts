import type { DrugGroupText } from './drug-group.js';

/** Drugs for the heart, blood vessels, blood fats and clotting. */
export const heart = {
  statins: {
    name: 'cholesterol-lowering drug (statin)',
    text: 'These drugs make the liver produce less cholesterol; they are usually taken to lower LDL (“bad”) cholesterol and to reduce the risk of heart attack and stroke.',
    tell: 'Tell your doctor promptly if you have unexplained muscle pain or weakness, or if your urine turns tea-colored. Ask your doctor or pharmacist first if you often drink grapefruit juice, may become pregnant, or want to take other drugs as well (including antibiotics and antifungals).',
    of: {
      atorvastatin:
        'It is one of the stronger, longer-acting statins and is often used in people with heart disease or diabetes.',
      rosuvastatin: 'It is among the strongest statins and interacts with fewer drugs than some others.',
      simvastatin: 'It is an older statin that interacts with many drugs and with grapefruit juice.',
      pravastatin: 'It is a milder statin that interacts with fewer drugs.',
      fluvastatin: 'It is one of the milder statins.',
      lovastatin: 'It is an older, milder statin that interacts with many drugs and with grapefruit juice.',
      pitavastatin: 'It is a newer statin that interacts with few drugs; ciclosporin is an exception.',
    },
  },
  'cholesterol-absorption': {
    name: 'cholesterol-lowering drug (blocks uptake)',
    text: 'It reduces the amount of cholesterol that the bowel absorbs; it is usually taken together with a statin, or when a statin is not suitable.',
    tell: 'Tell your doctor beforehand if you have liver disease. Also tell your doctor if you have any muscle pain.',
    of: {
      ezetimibe: 'It blocks the absorption of cholesterol from both food and bile.',
    },
  },
  fibrates: {
    name: 'triglyceride-lowering drug (fibrate)',
    text: 'These drugs mainly lower blood triglycerides, usually when they are very high.',
    tell: 'Tell your doctor or pharmacist if you have kidney, liver or gallbladder disease, or use a statin or a blood thinner. Call your doctor promptly if you have muscle pain or weakness.',
    of: {
      fenofibrate: 'It is the most commonly used drug in its group, sometimes together with a statin.',
      gemfibrozil: 'It is an older drug; muscle problems are more likely when it is combined with a statin.',
      bezafibrate: 'It may also lower cholesterol a little.',
    },
  },
  'bile-acid-binders': {
    name: 'cholesterol-lowering drug (binds bile acids)',
    text: 'These drugs bind bile acids in the bowel so that the body uses up more cholesterol; they are also taken for itching or diarrhea caused by bile.',
    tell: 'It can reduce the absorption of other drugs: ask your pharmacist how long to wait between this drug and the others. Tell your doctor if you have severe constipation.',
    of: {
      colestyramine: 'It is a powder to be mixed with liquid.',
    },
  },
  'other-lipid-drugs': {
    name: 'lipid-lowering drug',
    text: 'This drug is used to adjust blood fats.',
    tell: 'Tell your doctor beforehand if you have liver disease, diabetes or gout.',
    of: {
      'nicotinic acid':
        'It is also called niacin (vitamin B3); high doses, which are used to adjust blood fats, often make the face flush.',
    },
  },
  'pcsk9-inhibitors': {
    name: 'cholesterol-lowering injection',
    text: 'These injections help the liver remove LDL cholesterol; they are usually used when tablets are not enough or not suitable.',
    tell: 'Get medical help at once if you have a rash, swelling or trouble breathing after an injection. Ask your pharmacist or nurse how to store and inject the drug.',
    of: {
      evolocumab: 'It is injected under the skin every few weeks.',
      alirocumab: 'It is injected under the skin every few weeks.',
    },
  },
  'ace-inhibitors': {
    name: 'blood-pressure and heart drug (ACE inhibitor)',
    text: 'These drugs relax the blood vessels and reduce the strain on the heart. They are usually taken for high blood pressure or heart failure, or to protect the kidneys of people with diabetes or kidney disease.',
    tell: 'Tell your doctor if you have a dry cough that does not go away. Get help at once if your face, lips or tongue swells or you have trouble breathing. Ask your doctor or pharmacist first if you may become pregnant, if vomiting or diarrhea has dehydrated you, or if you also want to take pain relievers, potassium or salt substitutes.',
    of: {
      captopril: 'Its effect does not last as long as that of the other ACE inhibitors.',
      enalapril: 'It is often used for high blood pressure and heart failure.',
      lisinopril:
        'It is long-acting, does not need to be converted by the liver, and is removed by the kidneys.',
      perindopril: 'It is long-acting and often used for high blood pressure and coronary artery disease.',
      ramipril:
        'It is often used for high blood pressure, after a heart attack, or in people with a high risk of heart and blood vessel disease.',
      quinapril: 'It is used for high blood pressure and heart failure.',
      benazepril: 'It is used for high blood pressure.',
      cilazapril: 'It is used for high blood pressure and heart failure.',
      fosinopril: 'It is removed by both the liver and the kidneys.',
      imidapril:
        'It is used for high blood pressure, and in some countries also for diabetic kidney disease.',
    },
  },
  'angiotensin-receptor-blockers': {
    name: 'blood-pressure, heart and kidney drug (ARB)',
    text: 'These drugs relax the blood vessels; they are usually taken for high blood pressure or heart failure, or to protect the kidneys of people with diabetes or kidney disease.',
    tell: 'Ask your doctor or pharmacist first if you may become pregnant, if vomiting or diarrhea has dehydrated you, or if you also want to take pain relievers, potassium or salt substitutes. Ask your doctor when your potassium and kidney function should be checked.',
    of: {
      losartan: 'It was the first drug in this group; it also lowers uric acid slightly.',
      eprosartan: 'It is used for high blood pressure.',
      valsartan: 'It is also often used for heart failure or after a heart attack.',
      irbesartan: 'It is also often used for diabetic kidney disease.',
      candesartan: 'It is also often used for heart failure.',
      telmisartan: 'It is very long-acting and is mainly removed in the bile.',
      olmesartan:
        'After long-term use, a few people develop severe, persistent diarrhea and lose weight; tell your doctor if this happens to you.',
      azilsartan: 'It is newer and stronger than other drugs in this group.',
    },
  },
  'renin-inhibitors': {
    name: 'blood-pressure drug (renin inhibitor)',
    text: 'It blocks the first step in the body’s production of substances that narrow the blood vessels; it is usually taken for high blood pressure.',
    tell: 'Tell your doctor beforehand if you have diabetes or kidney disease, may become pregnant, or use other blood-pressure drugs.',
    of: {
      aliskiren: 'Doctors usually do not combine it with an ACE inhibitor or ARB in people with diabetes.',
    },
  },
  'neprilysin-inhibitors': {
    name: 'heart failure drug',
    text: 'It is combined with an ARB in one tablet, which is usually taken for heart failure to reduce the strain on the heart.',
    tell: 'Tell your doctor beforehand if a drug has ever made your face or throat swell, if you use an ACE inhibitor, or if you may become pregnant. Also tell your doctor if you feel dizzy on standing.',
    of: {
      sacubitril:
        'It is combined with valsartan in one tablet and makes the body’s own heart-protecting substances last longer.',
    },
  },
  dihydropyridines: {
    name: 'blood-pressure and angina drug (calcium channel blocker)',
    text: 'These drugs relax the blood vessels; they are usually taken for high blood pressure, and some are also used for angina.',
    tell: 'Tell your doctor if you have swollen ankles, flushing, headaches, palpitations or swollen gums. Ask your pharmacist first if you often eat grapefruit or want to take other drugs as well.',
    of: {
      amlodipine:
        'It is very long-acting, and it is one of the most commonly used blood-pressure drugs in Taiwan.',
      felodipine:
        'It is a long-acting tablet that must be swallowed whole; it interacts with grapefruit juice.',
      isradipine: 'It is used for high blood pressure.',
      nicardipine:
        'Capsules are used for high blood pressure; the injection is used in the hospital when blood pressure must be lowered quickly.',
      nifedipine:
        'Long-acting tablets are used for high blood pressure and angina; with some tablets, the empty shell may be seen in the stool after the drug has been absorbed.',
      lacidipine: 'It is long-acting and used for high blood pressure.',
      lercanidipine:
        'It is used for high blood pressure and taken on an empty stomach; it interacts with grapefruit juice.',
      benidipine: 'It is used for high blood pressure and angina.',
    },
  },
  'other-calcium-blockers': {
    name: 'heart and vessel drug (calcium channel blocker)',
    text: 'These calcium channel blockers act on the blood vessels or the heart rhythm; what they are used for depends on the ingredient.',
    tell: 'Tell your doctor beforehand if you use other heart drugs. Also tell your doctor if you have a slow pulse, dizziness or constipation.',
    of: {
      nimodipine:
        'It acts mainly on the blood vessels of the brain and is usually used after bleeding around the brain.',
      diltiazem:
        'It relaxes the blood vessels and slows the heart; it is used for angina, high blood pressure or a fast heartbeat.',
      verapamil:
        'It slows the heart more strongly than diltiazem and often causes constipation; it is used for a fast heartbeat, angina or high blood pressure.',
    },
  },
  'beta-blockers': {
    name: 'blood-pressure and heart-rate drug (beta blocker)',
    text: 'These drugs slow the heart and lower blood pressure. They are usually taken for high blood pressure, angina, an irregular heartbeat or heart failure, and some are also used to prevent migraine or to treat tremor.',
    tell: 'Tell your doctor beforehand if you have asthma or diabetes. Also tell your doctor if your pulse becomes slow or your hands and feet become cold. Stopping suddenly can harm the heart: ask your doctor before you stop or change the drug.',
    of: {
      propranolol:
        'It has many other uses: it is also used to relieve tremor, stage fright and palpitations due to an overactive thyroid, and to prevent migraine.',
      metoprolol:
        'It acts mainly on the heart; it is used for high blood pressure, angina and heart failure.',
      atenolol: 'It acts mainly on the heart and is removed by the kidneys.',
      betaxolol: 'The tablets are used for high blood pressure, and the eye drops are used for glaucoma.',
      bisoprolol: 'It acts mainly on the heart and is often used for high blood pressure and heart failure.',
      nebivolol: 'It acts mainly on the heart and also helps the blood vessels relax.',
      carvedilol:
        'It blocks both alpha and beta receptors; it is often used for heart failure and is taken with food to reduce dizziness on standing.',
      labetalol: 'It blocks alpha and beta receptors and is also used for high blood pressure in pregnancy.',
      carteolol: 'The tablets are used for high blood pressure, and the eye drops are used for glaucoma.',
    },
  },
  antiarrhythmics: {
    name: 'drug for irregular heartbeat',
    text: 'These drugs restore or maintain a regular heart rhythm; a heart specialist usually monitors the treatment.',
    tell: 'Get help at once if you faint, if palpitations get worse, or if you have trouble breathing. Ask your doctor or pharmacist before you take any other drug, including antibiotics and over-the-counter drugs.',
    of: {
      sotalol:
        'It is a beta blocker used for irregular heartbeat; the ECG and kidney function are monitored.',
      amiodarone:
        'It stays in the body for a long time: the thyroid, lungs, liver and eyes are checked regularly, and the skin burns easily in the sun.',
      dronedarone:
        'It is used for atrial fibrillation; tell your doctor promptly if your skin turns yellow, your feet swell or you are short of breath.',
      propafenone:
        'It is used for atrial fibrillation and other rhythm problems, usually in people without coronary artery disease or heart failure.',
      flecainide:
        'It is used for atrial fibrillation and other rhythm problems, usually in people without coronary artery disease or heart failure.',
      mexiletine:
        'It is used for rhythm problems in the ventricles (the lower chambers of the heart) and also for some muscle diseases.',
    },
  },
  thiazides: {
    name: 'water pill for blood pressure',
    text: 'These drugs help the kidneys remove salt and water; they are usually taken for high blood pressure, and also to reduce swelling.',
    tell: 'Tell your doctor beforehand if you have gout, diabetes or kidney disease. Also tell your doctor if you have cramps, weakness or dizziness. Ask when your sodium and potassium should be checked.',
    of: {
      hydrochlorothiazide:
        'It is often combined with other blood-pressure drugs; with long-term use, protect your skin from the sun and watch for skin changes.',
      trichlormethiazide: 'It is used for high blood pressure and swelling.',
      indapamide: 'It is mainly used for high blood pressure.',
      chlortalidone: 'It is especially long-acting.',
      metolazone: 'It is a strong water pill that is sometimes added to a loop diuretic for swelling.',
    },
  },
  'loop-diuretics': {
    name: 'water pill for swelling',
    text: 'These strong water pills remove excess fluid; they are usually taken for swelling caused by heart, kidney or liver disease.',
    tell: 'Tell your doctor if you gain weight suddenly, or if you have cramps, thirst, dizziness or ringing in the ears. Ask what to do if vomiting or diarrhea keeps you from eating or drinking.',
    of: {
      furosemide:
        'It is the most commonly used drug in this group; you pass more urine from about an hour after you take a tablet.',
      bumetanide: 'It works much like furosemide but at far lower doses.',
    },
  },
  'aldosterone-antagonists': {
    name: 'potassium-sparing heart and kidney drug',
    text: 'These drugs block the hormone that makes the body retain salt and lose potassium. They are usually taken for heart failure or hard-to-control high blood pressure, or to protect the heart and kidneys.',
    tell: 'They raise blood potassium. Tell your doctor if you have kidney disease, or use potassium supplements or salt substitutes, and ask when to have blood tests.',
    of: {
      spironolactone:
        'It is also used for high aldosterone levels, acne, excess hair, or fluid in the belly due to cirrhosis; it may cause tender breasts in men.',
      eplerenone: 'It is less likely than spironolactone to cause tender breasts.',
      finerenone: 'It is used for chronic kidney disease in people with type 2 diabetes.',
    },
  },
  'potassium-sparing': {
    name: 'potassium-sparing water pill',
    text: 'This mild water pill helps the body retain potassium and is often combined with another water pill.',
    tell: 'Tell your doctor or pharmacist if you have kidney disease, or use potassium supplements, salt substitutes, ACE inhibitors or ARBs.',
    of: {
      amiloride: 'It is often combined with a thiazide.',
    },
  },
  'vasopressin-antagonists': {
    name: 'drug for low sodium',
    text: 'It makes the kidneys excrete water without salt; it is used for some types of low blood sodium, and treatment usually begins in the hospital.',
    tell: 'Tell your doctor beforehand if you have liver disease or have difficulty drinking enough water. Call your doctor at once if your speech is slurred, you have trouble swallowing or you become drowsy.',
    of: {
      tolvaptan: 'It is also used to slow some types of polycystic kidney disease.',
    },
  },
  'alpha-blockers': {
    name: 'prostate and blood-pressure drug (alpha blocker)',
    text: 'These drugs relax the blood vessels and the muscles around the prostate; they are taken for trouble urinating due to an enlarged prostate, and also for high blood pressure.',
    tell: 'You may feel dizzy on standing at first, so get up slowly. Tell your doctor about this drug before you undergo cataract surgery or use a drug for erection problems.',
    of: {
      doxazosin: 'It is used for both an enlarged prostate and high blood pressure.',
      prazosin: 'Fainting is most likely after the first dose; it is also used for nightmares.',
      terazosin: 'It is used for both an enlarged prostate and high blood pressure.',
    },
  },
  'central-antihypertensives': {
    name: 'blood-pressure drug',
    text: 'These drugs act in the brain to relax the blood vessels; they are used for high blood pressure.',
    tell: 'Tell your doctor if you are sleepy, have a dry mouth or feel down. Stopping suddenly can make blood pressure rise sharply: ask your doctor before you stop or change the drug.',
    of: {
      clonidine: 'It is also used for ADHD or to relieve withdrawal symptoms.',
      methyldopa: 'It is an older drug that is often used for high blood pressure in pregnancy.',
    },
  },
  vasodilators: {
    name: 'blood-pressure drug (widens vessels)',
    text: 'These drugs widen the blood vessels directly; they are usually added when other blood-pressure drugs do not work well enough.',
    tell: 'Tell your doctor promptly if you have palpitations, chest pain or swelling.',
    of: {
      hydralazine:
        'It is also used for heart failure; tell your doctor if you have joint pain, a fever or a rash.',
      minoxidil:
        'The tablets are used for hard-to-control high blood pressure, and the lotion is used for hair loss.',
    },
  },
  nitrates: {
    name: 'drug that prevents angina (nitrate)',
    text: 'These drugs relax the blood vessels and reduce the strain on the heart; they are usually taken to prevent angina attacks.',
    tell: 'Always ask your doctor before you use a drug for erection problems (such as sildenafil), because the two drugs together can lower blood pressure dangerously. Tell your doctor if you have headaches or dizziness. Call 119 if chest pain does not go away.',
    of: {
      'isosorbide mononitrate': 'It is long-acting; it is used to prevent angina attacks, not to treat them.',
      'isosorbide dinitrate':
        'It comes as long-acting tablets, as tablets to place under the tongue, or as an infusion; each form is used differently.',
    },
  },
  'short-acting-nitrates': {
    name: 'drug for angina attacks',
    text: 'This drug is placed under the tongue, usually when angina begins or is expected.',
    tell: 'Ask your doctor beforehand how to use the drug and when to call 119 if the pain does not go away. Never use it together with a drug for erection problems. Ask your pharmacist how to store it and how long it can be kept.',
    of: {
      'glyceryl trinitrate':
        'It is also called nitroglycerin (NTG) and comes as tablets to place under the tongue, a spray, a patch or an infusion.',
    },
  },
  antianginals: {
    name: 'angina drug',
    text: 'These drugs make angina attacks less frequent; how they work depends on the ingredient.',
    tell: 'Get help at once if chest pain becomes more frequent or gets worse. Tell your doctor if you have dizziness or mouth sores, or if your heartbeat changes.',
    of: {
      nicorandil:
        'It relaxes the coronary arteries; tell your doctor if you get sores in the mouth, on the skin or at the anus, and never combine it with drugs for erection problems.',
      trimetazidine:
        'It changes how the heart muscle uses energy; tell your doctor if you have a tremor, move slowly or walk unsteadily.',
      ivabradine:
        'It slows the heart and is used for angina or heart failure; some people see flashes of light.',
      ranolazine:
        'It is used for chronic angina when other drugs do not work well enough; it can change the ECG and interacts with many drugs.',
    },
  },
  'cardiac-glycosides': {
    name: 'heart-strengthening drug',
    text: 'It makes the heartbeat stronger and slower; it is usually taken for heart failure or atrial fibrillation.',
    tell: 'Call your doctor promptly if you have nausea, loss of appetite, yellow or blurred vision, or a very slow pulse. Ask your doctor or pharmacist first if you have kidney disease or want to take other drugs as well.',
    of: {
      digoxin:
        'It comes from the foxglove; the amount that works is close to the amount that is too much, so its level in the blood may be checked.',
    },
  },
  'hypotension-drugs': {
    name: 'drug for low blood pressure',
    text: 'It narrows the blood vessels and raises blood pressure; it is used by people who get dizzy because their blood pressure falls when they stand up.',
    tell: 'Tell your doctor if you have headaches or hear your pulse in your ears when you lie down, or if you have trouble urinating.',
    of: {
      midodrine:
        'It is taken during the day, so that blood pressure does not rise too high when you lie down.',
    },
  },
  'peripheral-vasodilators': {
    name: 'circulation drug',
    text: 'It helps blood reach the hands and feet; it is usually taken for circulation problems such as calf pain during walking.',
    tell: 'Tell your doctor if you have recently had any bleeding, are going to have surgery, or use blood thinners.',
    of: {
      pentoxifylline: 'It makes red blood cells more flexible so that blood flows better.',
    },
  },
  antiplatelets: {
    name: 'drug against clots (antiplatelet)',
    text: 'These drugs keep platelets from sticking together; they are usually taken to prevent heart attack, stroke or a blocked stent.',
    tell: 'See a doctor promptly if you have black stools, unexplained bruises or bleeding that does not stop. Before a tooth extraction, endoscopy or surgery, ask the doctor who prescribed the drug what to do. Ask your pharmacist before you also take pain relievers.',
    of: {
      'acetylsalicylic acid':
        'This is aspirin: low doses prevent clots, and only higher doses relieve pain and fever.',
      clopidogrel:
        'It is often used after a stroke or after a stent has been placed; acid blockers such as omeprazole may make it work less well.',
      ticlopidine: 'It is an older drug; blood counts are checked in the first months.',
      dipyridamole: 'It may cause headaches; it is also used during heart tests to widen the blood vessels.',
      prasugrel:
        'It is a strong drug for people who get a stent for acute coronary syndrome (such as a heart attack).',
      cilostazol:
        'It also widens the blood vessels and is used for leg pain that occurs during walking; it is not suitable for people with heart failure.',
      ticagrelor:
        'It is a strong drug used after acute coronary syndrome (such as a heart attack); it may cause shortness of breath.',
    },
  },
  'oral-anticoagulants': {
    name: 'blood thinner by mouth (anticoagulant)',
    text: 'These drugs make the blood clot less easily; they are usually taken to prevent stroke in atrial fibrillation, or to treat or prevent clots in the veins.',
    tell: 'Get help at once if you have black stools, blood in the urine or bleeding that does not stop, or if you hit your head. Ask the prescribing doctor or your pharmacist before you undergo dental work or surgery, get an injection into a muscle, or take any other drug or herbal product. Ask the doctor before you stop or change the drug.',
    of: {
      warfarin:
        'Regular INR blood tests are needed; dark green vegetables and many drugs and herbal products affect how this drug works.',
      dabigatran:
        'Swallow the capsules whole and keep them in their original package; the drug is removed by the kidneys, so kidney function is monitored.',
      rivaroxaban:
        'Some strengths are taken with food, as the label on your medicine bag says; kidney function is monitored.',
      apixaban:
        'Kidney function affects it less than most other drugs in this group, but it is still monitored.',
      edoxaban: 'It is partly removed by the kidneys, so kidney function is monitored.',
    },
  },
  heparins: {
    name: 'blood thinner by injection',
    text: 'These blood thinners are injected; they are used to prevent or treat clots, usually in the hospital or around surgery.',
    tell: 'Tell the staff at once if you have unusual bleeding or bruising. Tell your doctor beforehand if you have kidney disease.',
    of: {
      heparin:
        'It is usually given in the hospital, into a vein or under the skin; it is also used in the tubing for dialysis.',
      enoxaparin: 'It is injected under the skin, sometimes at home.',
    },
  },
  antifibrinolytics: {
    name: 'drug against bleeding',
    text: 'It keeps clots from dissolving too quickly; it is usually taken for heavy periods, nosebleeds, or bleeding after surgery or a tooth extraction.',
    tell: 'Tell your doctor beforehand if you have had a blood clot or a stroke, or use hormonal birth control. Get help at once if you have a swollen, painful leg or trouble breathing.',
    of: {
      'tranexamic acid':
        'It is also used for some dark patches on the skin; people who get clots easily should ask a doctor first.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
