import type { DrugGroupText } from './drug-group.js';

/** Drugs for the prostate and bladder, immune system, cancer, skin, eyes and nose. */
export const otherSystems = {
  'prostate-alpha-blockers': {
    name: 'prostate drug (alpha blocker)',
    text: 'These drugs relax the prostate and the outlet of the bladder; they are usually taken for trouble urinating due to an enlarged prostate.',
    tell: 'You may feel dizzy when you stand up, so get up slowly. Tell your doctor about this drug before you undergo cataract surgery or use drugs for erection problems or blood pressure.',
    of: {
      tamsulosin: 'It is less likely to cause dizziness when it is taken after a meal.',
      alfuzosin: 'It is long-acting and taken after a meal; do not chew it.',
      silodosin: 'It may reduce the amount of semen.',
    },
  },
  'prostate-shrinkers': {
    name: 'prostate drug (shrinks the gland)',
    text: 'These drugs reduce the hormone that makes the prostate grow, so that it shrinks over several months; they are also used for hair loss in men.',
    tell: 'Before a PSA blood test, tell your doctor that you use this drug, because it lowers the value. Pregnant women must not touch broken tablets. Tell your doctor if you notice changes in your sexual function, mood or breasts.',
    of: {
      finasteride: 'One strength is used for an enlarged prostate, and another is used for hair loss.',
      dutasteride:
        'It stays in the body for months; before you donate blood, tell the staff that you use it.',
    },
  },
  'bladder-calmers': {
    name: 'drug for an overactive bladder',
    text: 'These drugs reduce unwanted contractions of the bladder; they are usually taken for leakage of urine and for frequent or sudden urges to urinate.',
    tell: 'Tell your doctor if you have a dry mouth, constipation or trouble urinating. Tell your doctor beforehand if you have glaucoma or an enlarged prostate, or if you are an older person and have ever become confused.',
    of: {
      oxybutynin:
        'It is taken by mouth or used as a patch; it is more likely to cause dry mouth than other drugs in this group.',
      tolterodine: 'It also comes in a long-acting form.',
      solifenacin: 'It is used once a day.',
      trospium:
        'It is taken on an empty stomach; compared with other drugs in this group, less of it reaches the brain.',
      fesoterodine: 'It is long-acting and taken once a day.',
      flavoxate: 'It relieves discomfort and cramps of the bladder.',
    },
  },
  'bladder-activators': {
    name: 'bladder drug',
    text: 'These drugs act on the bladder muscle; what they are used for depends on the ingredient.',
    tell: 'Tell your doctor if your blood pressure rises, your heartbeat changes or you have trouble urinating. Tell your doctor beforehand if you have asthma or high blood pressure.',
    of: {
      mirabegron:
        'It works differently from other drugs for an overactive bladder and is less likely to cause dry mouth; blood pressure is monitored.',
      bethanechol: 'It helps the bladder empty in people who cannot urinate.',
    },
  },
  'erection-drugs': {
    name: 'erection drug',
    text: 'These drugs increase blood flow; they are usually taken for erection problems, and some are also used for an enlarged prostate or for high blood pressure in the lungs.',
    tell: 'Always ask your doctor first if you use nitrates for your heart (such as nitroglycerin under the tongue). Get help at once if you have chest pain, sudden changes in vision or hearing, or an erection that lasts more than four hours.',
    of: {
      sildenafil: 'It is also used for high blood pressure in the lungs.',
      tadalafil:
        'It is very long-acting; it is also used for an enlarged prostate and for high blood pressure in the lungs.',
      vardenafil: 'It can affect the ECG.',
    },
  },
  'immune-suppressants': {
    name: 'immune suppressant',
    text: 'These drugs weaken the immune response; they are used for autoimmune diseases or after a transplant.',
    tell: 'Call your doctor at once if you have a fever, cough or sore throat. Ask your doctor before you get a vaccine, plan a pregnancy or take any other drug. Follow your clinic’s plan for blood tests.',
    of: {
      methotrexate:
        'For arthritis or psoriasis it is taken once a week, not daily, and often with folic acid.',
      leflunomide:
        'It stays in the body for a long time, so talk to your doctor before you try to become pregnant; liver function and blood pressure are monitored.',
      azathioprine: 'Special care is needed when it is taken with allopurinol; blood counts are monitored.',
      ciclosporin:
        'It interacts with grapefruit; the level of the drug in your blood, your blood pressure and your kidney function are monitored. The eye drops are used for dry eyes.',
      tacrolimus:
        'The level of the drug in your blood is monitored; it interacts with grapefruit. The ointment is used for atopic dermatitis.',
      'mycophenolic acid':
        'It can harm an unborn child, so talk to your doctor beforehand if you may become pregnant.',
      sirolimus:
        'The level of the drug in your blood, your blood fats and the healing of wounds are monitored.',
    },
  },
  'jak-inhibitors': {
    name: 'immune drug (JAK inhibitor)',
    text: 'These tablets reduce the activity of the immune system; they are used for diseases such as rheumatoid arthritis and atopic dermatitis.',
    tell: 'Get help at once if you have a fever, shingles, chest pain or a swollen, painful leg. Tell your doctor beforehand if you have had tuberculosis, hepatitis B, a blood clot, heart disease or cancer. Ask your doctor before you get a vaccine.',
    of: {
      tofacitinib: 'It is also used for ulcerative colitis.',
      baricitinib: 'It is also used for atopic dermatitis and patchy hair loss.',
      upadacitinib: 'It is also used for atopic dermatitis and inflammatory bowel disease.',
    },
  },
  'tnf-inhibitors': {
    name: 'biological immune drug (TNF inhibitor)',
    text: 'These injected biological drugs block a signal that causes inflammation; they are used for conditions such as rheumatoid arthritis, ankylosing spondylitis, psoriasis and inflammatory bowel disease.',
    tell: 'Call your doctor at once if you have a fever, a cough that does not go away or an infected wound. Tell your doctor beforehand if you have had tuberculosis, hepatitis B or heart failure. Ask your doctor before you get a vaccine or have surgery.',
    of: {
      adalimumab: 'It is injected under the skin, often every two weeks.',
      etanercept: 'It is injected under the skin, often once a week.',
      golimumab: 'It is injected under the skin, often once a month.',
    },
  },
  'interleukin-inhibitors': {
    name: 'biological immune drug',
    text: 'Each of these injected biological drugs blocks a signal that causes inflammation; they are used for psoriasis, arthritis, atopic dermatitis and other diseases.',
    tell: 'Get help at once if you have trouble breathing or an infection with a fever. Tell your doctor beforehand if you have had tuberculosis or inflammatory bowel disease. Ask your doctor before you get a vaccine.',
    of: {
      tocilizumab: 'It blocks IL-6 and is used for rheumatoid arthritis and other diseases.',
      secukinumab: 'It blocks IL-17A and is used for psoriasis, ankylosing spondylitis and other diseases.',
      ustekinumab: 'It blocks IL-12/23 and is used for psoriasis, Crohn’s disease and other diseases.',
      dupilumab:
        'It blocks IL-4/13 and is used for atopic dermatitis, asthma and other diseases; it may cause red, inflamed eyes.',
    },
  },
  'breast-cancer-hormones': {
    name: 'hormone drug for breast cancer',
    text: 'These drugs block female hormones or lower their level; they are usually taken to treat breast cancer that responds to hormones, or to prevent it from coming back.',
    tell: 'See a doctor promptly if you have chest pain, unexplained vaginal bleeding or a swollen, painful leg. Tell your doctor if you have joint pain or hot flashes. Ask your doctor before you use antidepressants or hormones, and before you stop or change this drug.',
    of: {
      tamoxifen:
        'It can be used both before and after menopause; tell your doctor beforehand if you have ever had a blood clot.',
      anastrozole: 'It is used after menopause; bone density is monitored.',
      letrozole:
        'It is used to treat breast cancer after menopause, and also to stimulate ovulation; bone density is monitored.',
      exemestane: 'It is used after menopause and is taken after a meal.',
    },
  },
  'prostate-cancer-hormones': {
    name: 'hormone drug for prostate cancer',
    text: 'These drugs lower male hormones or block their effect; they are usually used for prostate cancer, and the injections are also used for endometriosis, fibroids or early puberty.',
    tell: 'Get help at once if your bone pain gets worse, your legs become weak or you have trouble urinating. Tell your doctor if you feel tired, or if your mood, blood sugar or bone density changes.',
    of: {
      bicalutamide: 'Liver function is monitored; the breasts may become tender.',
      enzalutamide:
        'It may cause tiredness or raise blood pressure; tell your doctor beforehand if you have epilepsy.',
      abiraterone:
        'It is taken with prednisolone, on an empty stomach; blood pressure, potassium and liver function are monitored.',
      leuprorelin:
        'It is injected at intervals of a few weeks to six months; symptoms may get worse for a short time at first.',
      goserelin: 'It is placed under the skin as an implant every one to three months.',
    },
  },
  'cancer-tablets': {
    name: 'cancer drug',
    text: 'A specialist chooses these drugs according to the type of cancer; a few are also used for other diseases.',
    tell: 'Call your treatment team at once if you have a fever, shortness of breath, severe diarrhea, bleeding, or red, painful hands or feet. Ask your doctor before using any other drug, herbal product or supplement. Ask your pharmacist how to handle the drug safely.',
    of: {
      everolimus:
        'It is used for some cancers and, under another brand name, after a transplant; mouth sores are a common side effect.',
      capecitabine:
        'Diarrhea and red, painful hands and feet are common side effects; it interacts with warfarin.',
      hydroxycarbamide:
        'It is also used for diseases in which the body makes too many blood cells; blood counts are monitored.',
      imatinib:
        'It is used for chronic myeloid leukemia and gastrointestinal stromal tumors and is taken with food; swelling is a common side effect.',
      gefitinib:
        'It is used for lung cancer with a change in the EGFR gene; rash and diarrhea are common side effects.',
      erlotinib:
        'It is used for lung cancer with a change in the EGFR gene and is taken on an empty stomach; smoking makes it work less well.',
      afatinib:
        'It is used for lung cancer with a change in the EGFR gene and is taken on an empty stomach; diarrhea is a common side effect.',
      osimertinib: 'It is used for lung cancer with a change in the EGFR gene; heart function is monitored.',
      sorafenib: 'It is used for cancer of the liver, kidney or thyroid; blood pressure is monitored.',
      lenvatinib:
        'It is used for cancer of the liver, thyroid and other organs; blood pressure and urine protein are monitored.',
    },
  },
  'skin-corticosteroids': {
    name: 'corticosteroid for the skin',
    text: 'These corticosteroids for the skin relieve redness and itching; they are used for eczema, dermatitis and psoriasis.',
    tell: 'Ask your doctor or pharmacist how long the drug can be used, and whether it can be used on the face, in skin folds or on children. See your doctor again if the skin becomes thin, is infected or does not improve.',
    of: {
      clobetasol: 'It is in the strongest class and is usually used for only a short time.',
      fluocinonide: 'It is a strong corticosteroid.',
    },
  },
  'skin-antibiotics': {
    name: 'antibiotic for the skin',
    text: 'These antibiotics for the skin are used for local skin infections, burns or wounds.',
    tell: 'See a doctor if the redness spreads, or if you have a fever or pus. Tell your doctor or pharmacist beforehand if you are allergic to the drug.',
    of: {
      'fusidic acid': 'It comes as a skin ointment and also as a product for the eyes.',
      mupirocin:
        'It is used for impetigo and other skin infections, and also to clear bacteria from the nose.',
      'silver sulfadiazine':
        'It is often used for burns; tell your doctor if you are allergic to sulfa drugs.',
    },
  },
  'acne-drugs': {
    name: 'acne drug',
    text: 'These drugs for acne are applied to the skin or taken by mouth.',
    tell: 'Tell your doctor beforehand if you may be pregnant or are planning a pregnancy. Ask your pharmacist what to do about irritation, peeling and sun sensitivity.',
    of: {
      adapalene:
        'It is related to vitamin A and is applied to the skin; irritation and peeling are common at first, and the drug must not be used during pregnancy.',
      isotretinoin:
        'It is related to vitamin A and is taken by mouth; it harms an unborn child, so contraception is essential, and mood, blood fats and liver function are monitored.',
      'benzoyl peroxide': 'It can bleach clothing.',
    },
  },
  'psoriasis-drugs': {
    name: 'psoriasis drug',
    text: 'In psoriasis, skin cells grow too fast; these drugs slow their growth.',
    tell: 'Tell your doctor beforehand if you may be pregnant, or have liver disease or high blood calcium. See your doctor again if your skin is severely irritated.',
    of: {
      calcipotriol: 'It is related to vitamin D and is applied to the skin.',
      acitretin:
        'It is related to vitamin A and is taken by mouth; pregnancy and blood donation must be avoided for years afterward.',
    },
  },
  'itch-drugs': {
    name: 'drug for itching',
    text: 'These drugs are applied to the skin to relieve itching, and some are also used for scabies.',
    tell: 'See a doctor if the itching does not go away, if others at home itch too, or if the skin is broken.',
    of: {
      crotamiton: 'It is also used for scabies.',
    },
  },
  'wart-drugs': {
    name: 'wart drug',
    text: 'It strengthens the local immune response; it is used for warts and some other skin conditions.',
    tell: 'Tell your doctor if you have severe redness, sores or a fever. Tell your doctor beforehand if you are pregnant.',
    of: {
      imiquimod: 'It is used for genital warts, actinic keratosis (sun damage) and other skin conditions.',
    },
  },
  'glaucoma-drops': {
    name: 'glaucoma drops',
    text: 'These drops lower the pressure in the eye; they are usually used for glaucoma or high eye pressure.',
    tell: 'Get help at once if you have eye pain or a sudden change in vision. Tell your doctor beforehand if you have asthma, a slow pulse or heart disease. Ask your pharmacist how long to wait between different eye drops.',
    of: {
      timolol: 'It is a beta blocker given as eye drops; some of it is absorbed into the body.',
      latanoprost: 'It is a prostaglandin; it may darken the eyelashes and iris.',
      travoprost: 'It is a prostaglandin; it may darken the eyelashes and iris.',
      bimatoprost: 'It is a prostaglandin; it may darken the eyelashes and iris.',
      tafluprost: 'It is a prostaglandin; it may darken the eyelashes and iris.',
      brimonidine: 'It may cause red eyes, a dry mouth or sleepiness; it must not be used in young children.',
      dorzolamide:
        'It is a carbonic anhydrase inhibitor; tell your doctor if you are allergic to sulfa drugs.',
      brinzolamide:
        'It is a carbonic anhydrase inhibitor; shake the bottle before use, and tell your doctor if you are allergic to sulfa drugs.',
      pilocarpine:
        'It narrows the pupil and lowers eye pressure, and it may make night vision worse; the tablets are used for a dry mouth.',
    },
  },
  'glaucoma-tablets': {
    name: 'glaucoma tablet',
    text: 'This tablet lowers eye pressure and is also used to treat swelling or altitude sickness.',
    tell: 'Tell your doctor beforehand if you are allergic to sulfa drugs, or have kidney stones, kidney disease or liver disease. Also tell your doctor if you have tingling, tiredness or a rash.',
    of: {
      acetazolamide: 'It may cause tingling, increased urination and low blood potassium.',
    },
  },
  'eye-corticosteroids': {
    name: 'corticosteroid for the eye',
    text: 'This corticosteroid for the eye reduces inflammation.',
    tell: 'Your eye pressure may need to be checked: ask your eye doctor how often. See your eye doctor again promptly if you have pain or your vision gets worse.',
    of: {
      fluorometholone: 'It is a milder corticosteroid for the eye.',
    },
  },
  'eye-allergy-drops': {
    name: 'eye allergy drops',
    text: 'These drugs relieve the itching and redness of an eye allergy.',
    tell: 'Ask your pharmacist how to use the drug if you wear contact lenses. See an eye doctor if you have pain or sensitivity to light, or your vision gets worse.',
    of: {
      olopatadine: 'It comes as eye drops, a tablet or a nasal spray.',
      'cromoglicic acid': 'It prevents symptoms, so it is used regularly; it also comes as a nasal spray.',
    },
  },
  'eye-moisteners': {
    name: 'artificial tears',
    text: 'Artificial tears moisten dry eyes.',
    tell: 'See an eye doctor if you need these products very often, if you have pain or discharge, or if your vision gets worse. Ask your pharmacist whether these products contain preservatives.',
    of: {
      'hyaluronic acid':
        'As drops, it moistens the eye; it is also injected into joints and used on the skin.',
      carbomer:
        'It is a gel that stays in the eye longer than drops; your vision will be blurred for a while after you use it.',
      hypromellose: 'It is thicker than natural tears; your vision may be blurred briefly after you use it.',
    },
  },
  'pupil-wideners': {
    name: 'drug that widens the pupil',
    text: 'These drugs widen the pupil or relax the focusing muscle of the eye; they are used for eye examinations, or to slow the progress of nearsightedness in children. Other forms have other uses.',
    tell: 'Bright light is uncomfortable and near vision is blurred, so take care when driving. Get help at once if you have eye pain or a headache, or if you see halos around lights. Tell your doctor beforehand if you have glaucoma.',
    of: {
      atropine:
        'Weak eye drops are often used to slow nearsightedness in children; injections are used for a slow pulse or poisoning.',
      tropicamide: 'It is short-acting and usually used for eye examinations.',
    },
  },
  'nasal-decongestants': {
    name: 'spray for a blocked nose',
    text: 'These nasal sprays clear a blocked nose quickly; they are usually used for only a few days.',
    tell: 'If you use the spray for many days, your nose may become more blocked: see a doctor. Ask your pharmacist first if you have high blood pressure or heart disease, or if the spray is for a child.',
    of: {
      oxymetazoline: 'Its effect lasts longer than that of xylometazoline.',
      xylometazoline: 'It is used for a blocked nose.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
