import type { DrugGroupText } from './drug-group.js';

/** Heart, vessels, blood fats and clotting. */
export const heart = {
  statins: {
    name: 'cholesterol-lowering drug (statin)',
    text: 'These drugs make the liver produce less cholesterol; they are usually taken to lower LDL (“bad”) cholesterol and the risk of heart attack and stroke.',
    tell: 'Tell your physician soon about unexplained muscle pain or weakness, or tea-colored urine. Ask your physician or pharmacist before adding other drugs (antibiotics and antifungals among them), if you often drink grapefruit juice, or if you may become pregnant.',
    of: {
      atorvastatin:
        'It is one of the stronger and longer-acting statins, often used in people with heart disease or diabetes.',
      rosuvastatin: 'It is among the strongest of the family and interacts with fewer other drugs than some.',
      simvastatin: 'It is an older statin that interacts with many drugs and with grapefruit juice.',
      pravastatin: 'It is a milder statin that interacts with fewer drugs.',
      fluvastatin: 'It is a milder one of the family.',
      lovastatin: 'It is an older, milder one that interacts with many drugs and with grapefruit juice.',
      pitavastatin: 'It is a newer statin that interacts with few drugs; ciclosporin is an exception.',
    },
  },
  'cholesterol-absorption': {
    name: 'cholesterol-lowering drug (blocks uptake)',
    text: 'It reduces the cholesterol that the bowel absorbs; it is usually taken together with a statin, or when a statin is not suitable.',
    tell: 'Tell your physician about liver disease, and about any muscle pain.',
    of: {
      ezetimibe: 'It blocks cholesterol from food and from bile alike.',
    },
  },
  fibrates: {
    name: 'triglyceride-lowering drug (fibrate)',
    text: 'These drugs mainly lower triglycerides in the blood when these are very high.',
    tell: 'Tell your physician or pharmacist about kidney, liver or gallbladder disease, and if you also use a statin or a blood thinner. Call your physician soon about muscle pain or weakness.',
    of: {
      fenofibrate: 'It is the most commonly used drug of its family, sometimes together with a statin.',
      gemfibrozil: 'It is an older drug; muscle problems are more likely when it is combined with a statin.',
      bezafibrate: 'It may also lower cholesterol a little.',
    },
  },
  'bile-acid-binders': {
    name: 'cholesterol-lowering drug (binds bile acids)',
    text: 'These drugs bind bile acids in the bowel so that the body uses up more cholesterol; they are also taken for some kinds of itching or diarrhea caused by bile.',
    tell: 'It can reduce the absorption of other drugs: ask your pharmacist how far apart to take them. Tell your physician about severe constipation.',
    of: {
      colestyramine: 'It is a powder that is mixed with liquid.',
    },
  },
  'other-lipid-drugs': {
    name: 'lipid-lowering drug',
    text: 'This drug changes the fats in the blood.',
    tell: 'Tell your physician beforehand about liver disease, diabetes or gout.',
    of: {
      'nicotinic acid':
        'It is also called niacin (vitamin B3); large amounts change blood fats and often make the face flush.',
    },
  },
  'pcsk9-inhibitors': {
    name: 'cholesterol-lowering injection',
    text: 'These injections help the liver remove LDL cholesterol; they are usually used when tablets are not enough or not suitable.',
    tell: 'Get medical help at once for rash, swelling or trouble breathing after an injection; ask your pharmacist or nurse how to store and inject it.',
    of: {
      evolocumab: 'It is injected under the skin every few weeks.',
      alirocumab: 'It is injected under the skin every few weeks.',
    },
  },
  'ace-inhibitors': {
    name: 'blood-pressure and heart drug (ACE inhibitor)',
    text: 'These drugs relax the blood vessels and ease the work of the heart; they are usually taken for high blood pressure or heart failure, or to protect the kidneys in diabetes or kidney disease.',
    tell: 'Tell your physician about a dry cough that does not go away; get help at once if face, lips or tongue swell or breathing is hard. Ask before pregnancy, when vomiting or diarrhea causes dehydration, and before adding pain drugs, potassium or salt substitutes.',
    of: {
      captopril: 'It acts for a shorter time than the others.',
      enalapril: 'It is often used for high blood pressure and heart failure.',
      lisinopril:
        'It is long-acting; the liver does not need to change it, and it leaves the body through the kidneys.',
      perindopril: 'It is long-acting and often used for high blood pressure and coronary disease.',
      ramipril:
        'It is often used for high blood pressure, after a heart attack, or when the risk to the heart is high.',
      quinapril: 'It is used for high blood pressure and heart failure.',
      benazepril: 'It is used for high blood pressure.',
      cilazapril: 'It is used for high blood pressure and heart failure.',
      fosinopril: 'It leaves the body through both the liver and the kidneys.',
      imidapril: 'It is used for high blood pressure, and in some places for kidney disease of diabetes too.',
    },
  },
  'angiotensin-receptor-blockers': {
    name: 'blood-pressure, heart and kidney drug (ARB)',
    text: 'These drugs relax the blood vessels; they are usually taken for high blood pressure or heart failure, or to protect the kidneys in diabetes or kidney disease.',
    tell: 'Ask your physician or pharmacist before pregnancy, when vomiting or diarrhea causes dehydration, and before adding pain drugs, potassium or salt substitutes; ask when potassium and kidney function should be checked.',
    of: {
      losartan: 'It is the first of the family; it also lowers uric acid a little.',
      eprosartan: 'It is used for high blood pressure.',
      valsartan: 'It is often used for heart failure or after a heart attack too.',
      irbesartan: 'It is often used for kidney disease of diabetes too.',
      candesartan: 'It is often used for heart failure too.',
      telmisartan: 'It is very long-acting and usually leaves the body through the bile.',
      olmesartan:
        'A few people get severe lasting diarrhea and weight loss after long use; tell the physician if this happens.',
      azilsartan: 'It is newer and stronger than the others.',
    },
  },
  'renin-inhibitors': {
    name: 'blood-pressure drug (renin inhibitor)',
    text: 'It reduces at its source a substance that narrows the vessels; it is usually taken for high blood pressure.',
    tell: 'Tell your physician about diabetes or kidney disease, if you may become pregnant, and which other blood-pressure drugs you use.',
    of: {
      aliskiren: 'Physicians do not combine it with an ACE inhibitor or ARB in people with diabetes.',
    },
  },
  'neprilysin-inhibitors': {
    name: 'heart failure drug',
    text: 'It comes in one tablet together with an ARB and is usually taken for heart failure to ease the work of the heart.',
    tell: 'Tell your physician if a drug ever made your face or throat swell, if you use an ACE inhibitor, may become pregnant, or feel dizzy on standing.',
    of: {
      sacubitril:
        'It shares a tablet with valsartan and makes the body’s own heart-protecting substances last longer.',
    },
  },
  dihydropyridines: {
    name: 'blood-pressure and angina drug (calcium channel blocker)',
    text: 'These drugs relax the walls of the vessels; they are usually taken for high blood pressure, and some of them for angina too.',
    tell: 'Tell your physician about swollen ankles, flushing, headache, palpitations or swollen gums. Ask your pharmacist about grapefruit and before adding other drugs.',
    of: {
      amlodipine: 'It is very long-acting and one of the most commonly used blood-pressure drugs in Taiwan.',
      felodipine: 'It is a long-acting tablet that is swallowed whole; it interacts with grapefruit juice.',
      isradipine: 'It is used for high blood pressure.',
      nicardipine:
        'Capsules are used for high blood pressure; the infusion is used in the hospital when blood pressure must fall quickly.',
      nifedipine:
        'Long-acting tablets are used for high blood pressure and angina; with some, the empty shell can be seen in the stool.',
      lacidipine: 'It is long-acting and used for high blood pressure.',
      lercanidipine:
        'It is used for high blood pressure and taken on an empty stomach; it interacts with grapefruit juice.',
      benidipine: 'It is used for high blood pressure and angina.',
    },
  },
  'other-calcium-blockers': {
    name: 'heart and vessel drug (calcium channel blocker)',
    text: 'These calcium channel blockers act on the vessels or on the rhythm of the heart; the use depends on the ingredient.',
    tell: 'Tell your physician about a slow pulse, dizziness or constipation, and about other heart drugs you use.',
    of: {
      nimodipine:
        'It acts mainly on the vessels of the brain and is usually used after bleeding around the brain.',
      diltiazem:
        'It relaxes the vessels and slows the heart; it is used for angina, high blood pressure and fast heartbeat.',
      verapamil:
        'It slows the heart more strongly and often causes constipation; it is used for fast heartbeat, angina and high blood pressure.',
    },
  },
  'beta-blockers': {
    name: 'blood-pressure and heart-rate drug (beta blocker)',
    text: 'These drugs slow the heart and lower blood pressure; they are usually taken for high blood pressure, angina, irregular heartbeat or heart failure, and some also to prevent migraine or for tremor.',
    tell: 'Tell your physician about asthma, diabetes, a slow pulse or cold hands and feet. Stopping suddenly can harm the heart: ask your physician before any change.',
    of: {
      propranolol:
        'It acts broadly and is also used for tremor, to prevent migraine, for palpitations of an overactive thyroid, and for stage fright.',
      metoprolol:
        'It acts mainly on the heart; it is used for high blood pressure, angina and heart failure.',
      atenolol: 'It acts mainly on the heart and leaves the body through the kidneys.',
      betaxolol: 'Tablets are used for high blood pressure, eye drops for glaucoma.',
      bisoprolol: 'It acts mainly on the heart and is often used for high blood pressure and heart failure.',
      nebivolol: 'It acts mainly on the heart and also helps the vessels relax.',
      carvedilol:
        'It blocks alpha and beta receptors; it is often used for heart failure and taken with food to reduce dizziness on standing.',
      labetalol: 'It blocks alpha and beta receptors and is also used for high blood pressure in pregnancy.',
      carteolol: 'Tablets are used for high blood pressure, eye drops for glaucoma.',
    },
  },
  antiarrhythmics: {
    name: 'drug for irregular heartbeat',
    text: 'These drugs bring the heart back into rhythm or keep it there; a heart specialist usually monitors the treatment.',
    tell: 'Get help at once for fainting, worse palpitations or trouble breathing. Ask your physician or pharmacist before adding any drug, including antibiotics and those bought without a prescription.',
    of: {
      sotalol: 'It is a beta blocker used for irregular heartbeat; the ECG and the kidneys are monitored.',
      amiodarone:
        'It stays in the body for a long time: thyroid, lungs, liver and eyes are checked regularly, and the skin burns easily in the sun.',
      dronedarone:
        'It is used for atrial fibrillation; yellow skin, swollen feet or shortness of breath should be reported soon.',
      propafenone:
        'It is used for atrial fibrillation and other rhythm problems, usually in people without coronary disease or heart failure.',
      flecainide:
        'It is used for atrial fibrillation and other rhythm problems, usually in people without coronary disease or heart failure.',
      mexiletine: 'It is used for irregular beats of the ventricles, and also for some muscle diseases.',
    },
  },
  thiazides: {
    name: 'water tablet for blood pressure',
    text: 'These drugs help the kidneys pass salt and water; they are usually taken for high blood pressure, and also for swelling.',
    tell: 'Tell your physician about gout, diabetes or kidney disease, and about cramps, weakness or dizziness; ask when sodium and potassium should be checked.',
    of: {
      hydrochlorothiazide:
        'It is often combined with other blood-pressure drugs; with long use, protect the skin from the sun and watch for skin changes.',
      trichlormethiazide: 'It is used for high blood pressure and swelling.',
      indapamide: 'It is mainly used for high blood pressure.',
      chlortalidone: 'It is especially long-acting.',
      metolazone: 'It is a strong diuretic that is sometimes added to a loop diuretic for swelling.',
    },
  },
  'loop-diuretics': {
    name: 'water tablet for swelling',
    text: 'These strong water pills remove excess fluid; they are usually taken for swelling from heart, kidney or liver disease.',
    tell: 'Tell your physician about sudden weight gain, cramps, thirst, dizziness or ringing in the ears; ask what to do when vomiting or diarrhea keeps you from eating or drinking.',
    of: {
      furosemide:
        'It is the most commonly used one; more urine is passed from about an hour after the tablet.',
      bumetanide: 'It works much like furosemide, in far smaller amounts.',
    },
  },
  'aldosterone-antagonists': {
    name: 'potassium-sparing heart and kidney drug',
    text: 'These drugs block the hormone that makes the body keep salt and lose potassium; they are usually taken for heart failure, stubborn high blood pressure, or to protect heart and kidneys.',
    tell: 'They raise potassium: tell your physician about kidney disease, potassium supplements and salt substitutes, and ask when blood should be checked.',
    of: {
      spironolactone:
        'It is also used for fluid in the belly from cirrhosis, too much aldosterone, acne or extra hair; men may get tender breasts.',
      eplerenone: 'It makes breasts tender less often.',
      finerenone: 'It is used for chronic kidney disease with type 2 diabetes.',
    },
  },
  'potassium-sparing': {
    name: 'potassium-sparing water tablet',
    text: 'This mild water tablet keeps potassium in the body and is often combined with another one.',
    tell: 'Tell your physician or pharmacist about kidney disease, potassium supplements, salt substitutes, ACE inhibitors or ARBs.',
    of: {
      amiloride: 'It is often combined with a thiazide.',
    },
  },
  'vasopressin-antagonists': {
    name: 'drug for low sodium',
    text: 'It makes the kidneys excrete water without salt; it is used for some kinds of low sodium and is usually started in the hospital.',
    tell: 'Tell your physician about liver disease or trouble drinking; call at once for slurred speech, trouble swallowing or drowsiness.',
    of: {
      tolvaptan: 'It is also used to slow some polycystic kidney disease.',
    },
  },
  'alpha-blockers': {
    name: 'prostate and blood-pressure drug (alpha blocker)',
    text: 'These drugs relax the vessels and the muscle around the prostate; they are taken for trouble passing urine with an enlarged prostate, and also for high blood pressure.',
    tell: 'Standing up may make you dizzy at first: rise slowly. Tell your physician before cataract surgery and before using an erection drug.',
    of: {
      doxazosin: 'It is used for both prostate and blood pressure.',
      prazosin: 'Fainting is most likely after the first use; it is also used for nightmares.',
      terazosin: 'It is used for both prostate and blood pressure.',
    },
  },
  'central-antihypertensives': {
    name: 'blood-pressure drug',
    text: 'These drugs act in the brain to relax the vessels; they are used for high blood pressure.',
    tell: 'Tell your physician about sleepiness, dry mouth or low mood. Stopping suddenly can make blood pressure rise sharply: ask your physician before any change.',
    of: {
      clonidine: 'It is also used for ADHD or for withdrawal symptoms.',
      methyldopa: 'It is an old drug that is often used for high blood pressure in pregnancy.',
    },
  },
  vasodilators: {
    name: 'blood-pressure drug (widens vessels)',
    text: 'These drugs widen the vessels directly; they are usually added when other blood-pressure drugs are not enough.',
    tell: 'Tell your physician soon about palpitations, chest pain or swelling.',
    of: {
      hydralazine: 'It is also used for heart failure; joint pain, fever or rash should be reported.',
      minoxidil: 'Tablets are used for stubborn high blood pressure, the lotion for hair loss.',
    },
  },
  nitrates: {
    name: 'drug that prevents angina (nitrate)',
    text: 'These drugs relax the vessels and ease the heart; they are usually taken to prevent attacks of angina.',
    tell: 'Always ask your physician before an erection drug (such as sildenafil): together they can lower blood pressure dangerously. Mention headache or dizziness; call 119 for chest pain that does not go away.',
    of: {
      'isosorbide mononitrate': 'It is long-acting; it is used to prevent attacks and not to treat one.',
      'isosorbide dinitrate':
        'It comes as long-acting tablets, as tablets to place under the tongue, or as an infusion; its use differs by form.',
    },
  },
  'short-acting-nitrates': {
    name: 'drug for an attack of angina',
    text: 'This drug is placed under the tongue, usually when angina begins or is expected.',
    tell: 'Ask your physician beforehand how to use it and when to call 119 if the pain does not go away. Never use it together with an erection drug; ask your pharmacist how to store it and how long it keeps.',
    of: {
      'glyceryl trinitrate':
        'It is also called nitroglycerin (NTG) and comes as tablets under the tongue, spray, patch or infusion.',
    },
  },
  antianginals: {
    name: 'angina drug',
    text: 'These drugs make attacks of angina less frequent; how they act depends on the ingredient.',
    tell: 'Get help at once if chest pain becomes more frequent or gets worse; tell your physician about dizziness, changes in heartbeat or other new symptoms.',
    of: {
      nicorandil:
        'It relaxes the coronary arteries; ulcers of mouth, skin or anus should be reported, and it must not be combined with erection drugs.',
      trimetazidine:
        'It changes how the heart muscle uses energy; tremor, slow movement or unsteady walking should be reported.',
      ivabradine: 'It slows the heart and is used for angina or heart failure; some people see bright spots.',
      ranolazine:
        'It is used for chronic angina when other drugs are not enough; it affects the ECG and interacts with many drugs.',
    },
  },
  'cardiac-glycosides': {
    name: 'heart-strengthening drug',
    text: 'It strengthens the heartbeat and slows it; it is usually taken for heart failure or atrial fibrillation.',
    tell: 'Call your physician soon about nausea, loss of appetite, yellow or blurred vision, or a very slow pulse. Ask before adding other drugs and if there is kidney disease.',
    of: {
      digoxin:
        'It comes from the foxglove; the useful level and a level that is too high lie close together, so blood levels may be checked.',
    },
  },
  'hypotension-drugs': {
    name: 'drug for low blood pressure',
    text: 'It narrows the vessels and raises blood pressure; it is used by people who get dizzy because their pressure falls on standing.',
    tell: 'Tell your physician about headache or pounding in the ears when lying down, or trouble passing urine.',
    of: {
      midodrine: 'It is used by day, so that blood pressure does not rise too high when lying down.',
    },
  },
  'peripheral-vasodilators': {
    name: 'circulation drug',
    text: 'It helps blood reach the hands and feet; it is usually taken for poor circulation such as pain in the calves on walking.',
    tell: 'Tell your physician about recent bleeding, planned surgery, or blood thinners.',
    of: {
      pentoxifylline: 'It makes red cells more flexible so that blood flows better.',
    },
  },
  antiplatelets: {
    name: 'drug against clots (antiplatelet)',
    text: 'These drugs keep platelets from sticking together; they are usually taken to prevent heart attack, stroke or a blocked stent.',
    tell: 'See a physician soon for black stools, unexplained bruises or bleeding that continues. Before tooth extraction, endoscopy or surgery ask the prescriber what to do; ask your pharmacist before adding pain drugs.',
    of: {
      'acetylsalicylic acid':
        'This is aspirin: at a low dose it prevents clots, and only at a higher dose it relieves pain and fever.',
      clopidogrel:
        'It is often used after a stent or stroke; acid blockers such as omeprazole may weaken it.',
      ticlopidine: 'It is an older drug; blood cells are checked in the first months.',
      dipyridamole: 'It may cause headache; it is also used in heart tests to widen vessels.',
      prasugrel: 'It is a strong drug, used with a stent after an acute heart attack.',
      cilostazol:
        'It also widens vessels and is used for leg pain on walking; it is not suitable for people with heart failure.',
      ticagrelor: 'It is a strong drug, used after an acute heart attack; it may cause shortness of breath.',
    },
  },
  'oral-anticoagulants': {
    name: 'blood thinner by mouth (anticoagulant)',
    text: 'These drugs make the blood clot less easily; they are usually taken to prevent stroke in atrial fibrillation, or to treat or prevent clots in the veins.',
    tell: 'Get help at once for black stools, blood in the urine, a blow to the head or bleeding that continues. Ask the prescriber or pharmacist before dental work, surgery, injections into muscle, and any other drug or herb; ask before any change.',
    of: {
      warfarin: 'Regular INR blood tests are needed; green vegetables and many drugs and herbs affect it.',
      dabigatran:
        'The capsules are swallowed whole and kept in their pack; the drug leaves the body through the kidneys, which are monitored.',
      rivaroxaban: 'Take some strengths with food, as the drug bag says; kidney function is monitored.',
      apixaban: 'It depends less on the kidneys, which are monitored all the same.',
      edoxaban: 'It partly leaves the body through the kidneys, which are monitored.',
    },
  },
  heparins: {
    name: 'blood thinner by injection',
    text: 'These blood thinners are injected; they are used to prevent or treat clots, usually in the hospital or around surgery.',
    tell: 'Tell staff at once about unusual bleeding or bruising; mention kidney disease beforehand.',
    of: {
      heparin:
        'It is usually given in the hospital by infusion or under the skin, and also in dialysis lines.',
      enoxaparin: 'It is injected under the skin, sometimes at home.',
    },
  },
  antifibrinolytics: {
    name: 'drug against bleeding',
    text: 'It helps clots stay in place; it is usually taken for heavy periods, nosebleeds, or bleeding after surgery or a tooth extraction.',
    tell: 'Tell your physician beforehand about past clots or stroke, or hormonal contraception; get help at once for a swollen painful leg or trouble breathing.',
    of: {
      'tranexamic acid':
        'It is also used for some brown patches of the skin; ask first because of the risk of clots.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
