import type { DrugGroupText } from './drug-group.js';

/** Heart, vessels, blood fats and clotting. */
export const heart = {
  statins: {
    name: 'cholesterol-lowering drug (statin)',
    text: 'These drugs help the liver make less cholesterol; they are usually taken to lower LDL (“bad”) cholesterol and the risk of heart attack and stroke.',
    tell: 'Tell your physician soon about unexplained muscle pain or weakness, or tea-coloured urine. Ask your physician or pharmacist before adding other drugs (antibiotics and antifungals among them), if you often drink grapefruit juice, or if you may become pregnant.',
    of: {
      atorvastatin:
        'One of the stronger, long-acting ones, often used in people with heart disease or diabetes.',
      rosuvastatin: 'Among the strongest of the family, and interacts with fewer other drugs than some.',
      simvastatin: 'An older one that interacts with many drugs and with grapefruit juice.',
      pravastatin: 'A milder one that interacts with fewer drugs.',
      fluvastatin: 'A milder one of the family.',
      lovastatin: 'An older, milder one that interacts with many drugs and with grapefruit juice.',
      pitavastatin: 'A newer one that interacts with few drugs, ciclosporin being an exception.',
    },
  },
  'cholesterol-absorption': {
    name: 'cholesterol-lowering drug (blocks uptake)',
    text: 'It reduces the cholesterol that the bowel takes up; it is usually taken together with a statin, or where a statin does not suit.',
    tell: 'Tell your physician about liver disease, and about muscle pain if it comes.',
    of: {
      ezetimibe: 'It holds back cholesterol from food and from bile alike.',
    },
  },
  fibrates: {
    name: 'triglyceride-lowering drug (fibrate)',
    text: 'These drugs mainly lower triglycerides in the blood, where these are very high.',
    tell: 'Tell your physician or pharmacist about kidney, liver or gallbladder disease, and if you also use a statin or a blood thinner. Call your physician soon about muscle pain or weakness.',
    of: {
      fenofibrate: 'The most used one of its family, sometimes beside a statin.',
      gemfibrozil: 'An older one; muscle trouble is likelier when it meets a statin.',
      bezafibrate: 'It may lower cholesterol a little too.',
    },
  },
  'bile-acid-binders': {
    name: 'cholesterol-lowering drug (binds bile acids)',
    text: 'These drugs bind bile acids in the bowel so that the body uses up more cholesterol; also taken for some kinds of itching or diarrhoea caused by bile.',
    tell: 'It can hinder the uptake of other drugs: ask your pharmacist how to space them. Tell your physician about severe constipation.',
    of: {
      colestyramine: 'A powder that is mixed with liquid.',
    },
  },
  'other-lipid-drugs': {
    name: 'lipid-lowering drug',
    text: 'A drug that changes the fats in the blood.',
    tell: 'Tell your physician beforehand about liver disease, diabetes or gout.',
    of: {
      'nicotinic acid':
        'Niacin (vitamin B3); in large amounts it changes blood fats, and often makes the face flush.',
    },
  },
  'pcsk9-inhibitors': {
    name: 'cholesterol-lowering injection',
    text: 'Injections that help the liver remove LDL cholesterol; usually used where tablets are not enough or do not suit.',
    tell: 'Get medical help at once for rash, swelling or trouble breathing after an injection; ask your pharmacist or nurse how to store and inject it.',
    of: {
      evolocumab: 'Injected under the skin every few weeks.',
      alirocumab: 'Injected under the skin every few weeks.',
    },
  },
  'ace-inhibitors': {
    name: 'blood-pressure and heart drug (ACE inhibitor)',
    text: 'These drugs relax the blood vessels and ease the work of the heart; they are usually taken for high blood pressure or heart failure, or to protect the kidneys in diabetes or kidney disease.',
    tell: 'Tell your physician about a dry cough that stays; get help at once if face, lips or tongue swell or breathing is hard. Ask before pregnancy, when vomiting or diarrhoea dries you out, and before adding pain drugs, potassium or salt substitutes.',
    of: {
      captopril: 'A short-acting one of the family.',
      enalapril: 'Often used for high blood pressure and heart failure.',
      lisinopril: 'Long-acting; it needs no change in the liver and leaves through the kidneys.',
      perindopril: 'Long-acting, often used for high blood pressure and coronary disease.',
      ramipril: 'Often used for high blood pressure, after a heart attack, or with high heart risk.',
      quinapril: 'Used for high blood pressure and heart failure.',
      benazepril: 'Used for high blood pressure.',
      cilazapril: 'Used for high blood pressure and heart failure.',
      fosinopril: 'Leaves the body through both liver and kidneys.',
      imidapril: 'Used for high blood pressure, in some places for kidney disease of diabetes too.',
    },
  },
  'angiotensin-receptor-blockers': {
    name: 'blood-pressure, heart and kidney drug (ARB)',
    text: 'These drugs relax the blood vessels; they are usually taken for high blood pressure or heart failure, or to protect the kidneys in diabetes or kidney disease.',
    tell: 'Ask your physician or pharmacist before pregnancy, when vomiting or diarrhoea dries you out, and before adding pain drugs, potassium or salt substitutes; ask when potassium and kidney function should be checked.',
    of: {
      losartan: 'The first of the family; it lowers uric acid a little as well.',
      eprosartan: 'Used for high blood pressure.',
      valsartan: 'Often used for heart failure or after a heart attack too.',
      irbesartan: 'Often used for kidney disease of diabetes too.',
      candesartan: 'Often used for heart failure too.',
      telmisartan: 'Very long-acting; it leaves mostly with the bile.',
      olmesartan:
        'A few people get severe lasting diarrhoea and weight loss after long use, which the physician should know.',
      azilsartan: 'A newer, stronger one.',
    },
  },
  'renin-inhibitors': {
    name: 'blood-pressure drug (renin inhibitor)',
    text: 'It reduces at its source a substance that narrows the vessels; it is usually taken for high blood pressure.',
    tell: 'Tell your physician about diabetes or kidney disease, if you may become pregnant, and which other blood-pressure drugs you use.',
    of: {
      aliskiren:
        'Physicians take care that people with diabetes do not get it together with an ACE inhibitor or ARB.',
    },
  },
  'neprilysin-inhibitors': {
    name: 'heart failure drug',
    text: 'Part of a tablet together with an ARB, usually taken for heart failure to ease the work of the heart.',
    tell: 'Tell your physician if a drug ever made your face or throat swell, if you use an ACE inhibitor, may become pregnant, or feel dizzy on standing.',
    of: {
      sacubitril:
        'Shares a tablet with valsartan and lets the body’s own heart-protecting substances last longer.',
    },
  },
  dihydropyridines: {
    name: 'blood-pressure and angina drug (calcium channel blocker)',
    text: 'These drugs relax the walls of the vessels; they are usually taken for high blood pressure, some of them for angina too.',
    tell: 'Tell your physician about swollen ankles, flushing, headache, palpitations or swollen gums. Ask your pharmacist about grapefruit and before adding other drugs.',
    of: {
      amlodipine: 'Very long-acting and one of the most used blood-pressure drugs here.',
      felodipine: 'A long-acting tablet swallowed whole; it interacts with grapefruit juice.',
      isradipine: 'Used for high blood pressure.',
      nicardipine:
        'Capsules are used for high blood pressure, the drip in hospital where pressure must fall quickly.',
      nifedipine:
        'Long-acting tablets are used for high blood pressure and angina; with some, the empty shell can be seen in the stool.',
      lacidipine: 'Long-acting; used for high blood pressure.',
      lercanidipine: 'Used for high blood pressure, on an empty stomach; it interacts with grapefruit juice.',
      benidipine: 'Used for high blood pressure and angina.',
    },
  },
  'other-calcium-blockers': {
    name: 'heart and vessel drug (calcium channel blocker)',
    text: 'Calcium channel blockers that act on the vessels or on the rhythm of the heart; the use depends on the ingredient.',
    tell: 'Tell your physician about a slow pulse, dizziness or constipation, and about other heart drugs you use.',
    of: {
      nimodipine: 'Acts mainly on the vessels of the brain; usually used after a bleed around the brain.',
      diltiazem:
        'It relaxes the vessels and slows the heart; used for angina, high blood pressure and fast heartbeat.',
      verapamil:
        'It slows the heart more strongly; used for fast heartbeat, angina and high blood pressure, and often constipates.',
    },
  },
  'beta-blockers': {
    name: 'blood-pressure and heart-rate drug (beta blocker)',
    text: 'These drugs slow the heart and lower blood pressure; they are usually taken for high blood pressure, angina, irregular heartbeat or heart failure, some also to prevent migraine or for tremor.',
    tell: 'Tell your physician about asthma, diabetes, a slow pulse or cold hands and feet. A sudden break can harm the heart: ask your physician before any change.',
    of: {
      propranolol:
        'A broad one, used also for tremor, to prevent migraine, for palpitations of an overactive thyroid, and stage fright.',
      metoprolol: 'Acts mostly on the heart; used for high blood pressure, angina and heart failure.',
      atenolol: 'Acts mostly on the heart and leaves through the kidneys.',
      betaxolol: 'Tablets are used for high blood pressure, eye drops for glaucoma.',
      bisoprolol: 'Acts mostly on the heart; often used for high blood pressure and heart failure.',
      nebivolol: 'Acts mostly on the heart and also helps the vessels relax.',
      carvedilol:
        'Blocks alpha and beta receptors; often used for heart failure, with food to lessen dizziness on standing.',
      labetalol: 'Blocks alpha and beta receptors; used for high blood pressure in pregnancy too.',
      carteolol: 'Tablets are used for high blood pressure, eye drops for glaucoma.',
    },
  },
  antiarrhythmics: {
    name: 'drug for irregular heartbeat',
    text: 'Used to bring or keep the heart in rhythm; usually followed by a heart specialist.',
    tell: 'Get help at once for fainting, worse palpitations or trouble breathing. Ask your physician or pharmacist before adding any drug, bought ones and antibiotics included.',
    of: {
      sotalol: 'A beta blocker used for irregular heartbeat; the ECG and the kidneys are watched.',
      amiodarone:
        'Stays in the body for long: thyroid, lungs, liver and eyes are checked regularly, and skin burns in the sun.',
      dronedarone:
        'Used for atrial fibrillation; yellow skin, swollen feet or breathlessness should be reported soon.',
      propafenone:
        'Used for atrial fibrillation and others, usually in people without coronary disease or heart failure.',
      flecainide:
        'Used for atrial fibrillation and others, usually in people without coronary disease or heart failure.',
      mexiletine: 'Used for irregular beats of the chambers, also for some muscle diseases.',
    },
  },
  thiazides: {
    name: 'water tablet for blood pressure',
    text: 'These drugs help the kidneys pass salt and water; they are usually taken for high blood pressure, also for swelling.',
    tell: 'Tell your physician about gout, diabetes or kidney disease, and about cramps, weakness or dizziness; ask when sodium and potassium should be checked.',
    of: {
      hydrochlorothiazide:
        'Often combined with other blood-pressure drugs; with long use, protect the skin from sun and watch for skin changes.',
      trichlormethiazide: 'Used for high blood pressure and swelling.',
      indapamide: 'Mainly used for high blood pressure.',
      chlortalidone: 'Especially long-acting.',
      metolazone: 'A strong one, sometimes added to a loop diuretic for swelling.',
    },
  },
  'loop-diuretics': {
    name: 'water tablet for swelling',
    text: 'Strong water tablets that remove excess fluid; usually taken for swelling from heart, kidney or liver disease.',
    tell: 'Tell your physician about sudden weight gain, cramps, thirst, dizziness or ringing ears; ask what to do when vomiting or diarrhoea keeps you from drinking.',
    of: {
      furosemide: 'The most used one; urine increases about an hour after the tablet.',
      bumetanide: 'Works much like furosemide in far smaller amounts.',
    },
  },
  'aldosterone-antagonists': {
    name: 'potassium-sparing heart and kidney drug',
    text: 'These drugs block the hormone that makes the body keep salt and lose potassium; they are usually taken for heart failure, stubborn high blood pressure, or to protect heart and kidneys.',
    tell: 'They raise potassium: tell your physician about kidney disease, potassium supplements and salt substitutes, and ask when blood should be checked.',
    of: {
      spironolactone:
        'Also used for fluid in the belly from cirrhosis, too much aldosterone, acne or extra hair; men may get tender breasts.',
      eplerenone: 'It makes breasts tender less often.',
      finerenone: 'Used for chronic kidney disease with type 2 diabetes.',
    },
  },
  'potassium-sparing': {
    name: 'potassium-sparing water tablet',
    text: 'A mild water tablet that keeps potassium, often combined with another one.',
    tell: 'Tell your physician or pharmacist about kidney disease, potassium supplements, salt substitutes, ACE inhibitors or ARBs.',
    of: {
      amiloride: 'Often combined with a thiazide.',
    },
  },
  'vasopressin-antagonists': {
    name: 'drug for low sodium',
    text: 'It makes the kidneys pass water without salt; it is used for some kinds of low sodium and mostly begun in hospital.',
    tell: 'Tell your physician about liver disease or trouble drinking; call at once for slurred speech, trouble swallowing or drowsiness.',
    of: {
      tolvaptan: 'Also used to slow some polycystic kidney disease.',
    },
  },
  'alpha-blockers': {
    name: 'prostate and blood-pressure drug (alpha blocker)',
    text: 'These drugs relax the vessels and the muscle around the prostate; they are taken for trouble passing urine with an enlarged prostate, also for high blood pressure.',
    tell: 'Standing up may make you dizzy at first: rise slowly. Tell your physician before cataract surgery and before using an erection drug.',
    of: {
      doxazosin: 'Used for prostate and blood pressure alike.',
      prazosin: 'Fainting is likeliest after the first use; also used for nightmares.',
      terazosin: 'Used for prostate and blood pressure alike.',
    },
  },
  'central-antihypertensives': {
    name: 'blood-pressure drug',
    text: 'These drugs act in the brain to relax the vessels; they are used for high blood pressure.',
    tell: 'Tell your physician about sleepiness, dry mouth or low mood. A sudden break can send blood pressure up: ask before any change.',
    of: {
      clonidine: 'Also used for ADHD or withdrawal.',
      methyldopa: 'An old drug, often used for high blood pressure in pregnancy.',
    },
  },
  vasodilators: {
    name: 'blood-pressure drug (widens vessels)',
    text: 'These drugs widen the vessels directly; they are usually added where other blood-pressure drugs are not enough.',
    tell: 'Tell your physician soon about palpitations, chest pain or swelling.',
    of: {
      hydralazine: 'Also used for heart failure; joint pain, fever or rash should be reported.',
      minoxidil: 'Tablets are used for stubborn high blood pressure, the lotion for hair loss.',
    },
  },
  nitrates: {
    name: 'drug that prevents angina (nitrate)',
    text: 'These drugs relax the vessels and ease the heart; they are usually taken to prevent attacks of angina.',
    tell: 'Always ask your physician before an erection drug (such as sildenafil): together they can drop blood pressure dangerously. Mention headache or dizziness; call 119 for chest pain that does not go away.',
    of: {
      'isosorbide mononitrate': 'Long-acting, to prevent attacks and not to treat one.',
      'isosorbide dinitrate':
        'Comes as long-acting tablets, under the tongue or as a drip; use differs by form.',
    },
  },
  'short-acting-nitrates': {
    name: 'drug for an attack of angina',
    text: 'Placed under the tongue, usually when angina comes or is expected.',
    tell: 'Ask your physician beforehand how to use it and when to call 119 if the pain stays. Never together with an erection drug; ask your pharmacist how to store it and how long it keeps.',
    of: {
      'glyceryl trinitrate': 'Nitroglycerin (NTG); comes as tablets under the tongue, spray, patch or drip.',
    },
  },
  antianginals: {
    name: 'angina drug',
    text: 'Drugs that make attacks of angina rarer; how they act depends on the ingredient.',
    tell: 'Get help at once if chest pain comes more often or gets worse; tell your physician about dizziness, changes in heartbeat or other new symptoms.',
    of: {
      nicorandil:
        'Relaxes the coronary arteries; ulcers of mouth, skin or anus should be reported, and it must not meet erection drugs.',
      trimetazidine:
        'Changes how the heart muscle uses energy; tremor, slow movement or unsteady walking should be reported.',
      ivabradine: 'Slows the heart, used for angina or heart failure; bright spots may be seen.',
      ranolazine:
        'Used for chronic angina where other drugs are not enough; it affects the ECG and interacts with many drugs.',
    },
  },
  'cardiac-glycosides': {
    name: 'heart-strengthening drug',
    text: 'It strengthens the heartbeat and slows it; it is usually taken for heart failure or atrial fibrillation.',
    tell: 'Call your physician soon about nausea, loss of appetite, yellow or blurred sight, or a very slow pulse. Ask before adding other drugs and with kidney trouble.',
    of: {
      digoxin:
        'A foxglove drug; the useful and the excessive level lie close, so blood levels may be checked.',
    },
  },
  'hypotension-drugs': {
    name: 'drug for low blood pressure',
    text: 'It narrows the vessels and raises blood pressure; it is used by people who get dizzy because their pressure falls on standing.',
    tell: 'Tell your physician about headache or pounding in the ears when lying down, or trouble passing urine.',
    of: {
      midodrine: 'Used by day, so that pressure does not rise too high when lying down.',
    },
  },
  'peripheral-vasodilators': {
    name: 'circulation drug',
    text: 'It helps blood reach the hands and feet; it is usually taken for circulation trouble such as pain in the calves on walking.',
    tell: 'Tell your physician about recent bleeding, planned surgery, or blood thinners.',
    of: {
      pentoxifylline: 'Makes red cells more flexible so that blood flows better.',
    },
  },
  antiplatelets: {
    name: 'drug against clots (antiplatelet)',
    text: 'These drugs keep platelets from sticking together; they are usually taken to prevent heart attack, stroke or a blocked stent.',
    tell: 'See a physician soon for black stools, unexplained bruises or bleeding that goes on. Before tooth extraction, endoscopy or surgery ask the prescriber what to do; ask your pharmacist before adding pain drugs.',
    of: {
      'acetylsalicylic acid':
        'This is aspirin: in low strength against clots, only in higher ones for pain and fever.',
      clopidogrel: 'Often used after a stent or stroke; acid blockers such as omeprazole may weaken it.',
      ticlopidine: 'An older drug; blood cells are checked in the first months.',
      dipyridamole: 'May cause headache; also used in heart tests to widen vessels.',
      prasugrel: 'A strong one, used with a stent after an acute heart attack.',
      cilostazol:
        'Also widens vessels and is used for leg pain on walking; it does not suit people with heart failure.',
      ticagrelor: 'A strong one, used after an acute heart attack; it may make one feel short of breath.',
    },
  },
  'oral-anticoagulants': {
    name: 'blood thinner by mouth (anticoagulant)',
    text: 'These drugs make the blood clot less easily; they are usually taken to prevent stroke in atrial fibrillation, or against clots in the veins.',
    tell: 'Get help at once for black stools, blood in the urine, a blow to the head or bleeding that goes on. Ask the prescriber or pharmacist before dental work, surgery, injections into muscle, and any other drug or herb; ask before any change.',
    of: {
      warfarin: 'Needs regular INR blood tests; green vegetables and many drugs and herbs affect it.',
      dabigatran:
        'Capsules are swallowed whole and kept in their pack; it leaves through the kidneys, which are followed.',
      rivaroxaban: 'Some strengths need food, as the drug bag says; kidney function is followed.',
      apixaban: 'It depends less on the kidneys, which are followed all the same.',
      edoxaban: 'Leaves partly through the kidneys, which are followed.',
    },
  },
  heparins: {
    name: 'blood thinner by injection',
    text: 'Injected blood thinners, usually used to prevent or treat clots, mostly in hospital or around surgery.',
    tell: 'Tell staff at once about unusual bleeding or bruising; mention kidney disease beforehand.',
    of: {
      heparin: 'Mostly given in hospital by drip or under the skin, also in dialysis lines.',
      enoxaparin: 'Injected under the skin, sometimes at home.',
    },
  },
  antifibrinolytics: {
    name: 'drug against bleeding',
    text: 'It helps clots stay in place; it is usually taken for heavy periods, nosebleeds, or bleeding after surgery or a tooth extraction.',
    tell: 'Tell your physician beforehand about past clots or stroke, or hormonal contraception; get help at once for a swollen painful leg or trouble breathing.',
    of: {
      'tranexamic acid': 'Also used for some brown patches of the skin; ask first because of clots.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
