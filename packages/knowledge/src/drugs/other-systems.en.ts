import type { DrugGroupText } from './drug-group.js';

/** Prostate and bladder, immune system, cancer, skin, eyes and nose. */
export const otherSystems = {
  'prostate-alpha-blockers': {
    name: 'prostate drug (alpha blocker)',
    text: 'These drugs relax the prostate and the outlet of the bladder; they are usually taken for trouble passing urine with an enlarged prostate.',
    tell: 'Take care when standing up; tell your physician before cataract surgery, and before erection or blood-pressure drugs.',
    of: {
      tamsulosin: 'Dizziness is less likely when it is taken after a meal.',
      alfuzosin: 'It is long-acting and taken after a meal; do not chew it.',
      silodosin: 'There may be less semen.',
    },
  },
  'prostate-shrinkers': {
    name: 'prostate drug (shrinks the gland)',
    text: 'These drugs reduce the hormone that makes the prostate grow, so that it shrinks over months; they are also used for hair loss in men.',
    tell: 'Mention it before a PSA test, since the value falls. Pregnant women must not touch broken tablets. Tell your physician about changes in sexual function, mood or the breasts.',
    of: {
      finasteride: 'One strength is used for the prostate, another for hair loss.',
      dutasteride: 'It stays in the body for months; mention it before giving blood.',
    },
  },
  'bladder-calmers': {
    name: 'drug for an overactive bladder',
    text: 'These drugs reduce unwanted contractions of the bladder; they are usually taken for frequent or sudden urges and leaks.',
    tell: 'Tell your physician about dry mouth, constipation or trouble passing urine, and beforehand about glaucoma, an enlarged prostate, or confusion in an older person.',
    of: {
      oxybutynin: 'It is taken by mouth or used as a patch; it often makes the mouth very dry.',
      tolterodine: 'It also comes in a long-acting form.',
      solifenacin: 'It is used once a day.',
      trospium: 'It is taken on an empty stomach and reaches the brain less.',
      fesoterodine: 'It is long-acting and taken once a day.',
      flavoxate: 'It eases bladder discomfort and cramps.',
    },
  },
  'bladder-activators': {
    name: 'bladder drug',
    text: 'These drugs adjust the bladder muscle; the use depends on the ingredient.',
    tell: 'Tell your physician about rising blood pressure, changes in heartbeat or trouble passing urine, and beforehand about asthma or high blood pressure.',
    of: {
      mirabegron: 'It works in a different way and causes less dry mouth; blood pressure is measured.',
      bethanechol: 'It helps the bladder to empty.',
    },
  },
  'erection-drugs': {
    name: 'erection drug',
    text: 'These drugs increase blood flow; they are usually taken for erection problems, and some also for high pressure in the lung arteries or an enlarged prostate.',
    tell: 'Always ask your physician first if you use nitrate heart drugs (such as nitroglycerin under the tongue). Get help at once for chest pain, sudden changes of vision or hearing, or an erection of over four hours.',
    of: {
      sildenafil: 'It is also used for high pressure in the lung arteries.',
      tadalafil:
        'It is very long-acting; it is also used for an enlarged prostate and for high pressure in the lung arteries.',
      vardenafil: 'It can affect the ECG.',
    },
  },
  'immune-suppressants': {
    name: 'immune suppressant',
    text: 'These drugs lower the immune response; they are used for autoimmune disease or after a transplant.',
    tell: 'Call your physician at once for fever, cough or sore throat. Ask before a vaccine, a pregnancy or any other drug; keep the planned blood tests.',
    of: {
      methotrexate:
        'For arthritis or psoriasis it is taken once a week, not daily, and often with folic acid.',
      leflunomide:
        'It stays in the body for a long time, so discuss a pregnancy beforehand; the liver and blood pressure are monitored.',
      azathioprine: 'It needs special care together with allopurinol; blood cells are monitored.',
      ciclosporin:
        'The blood level, blood pressure and kidneys are monitored; it interacts with grapefruit. Drops are used for dry eyes.',
      tacrolimus:
        'The blood level is monitored; it interacts with grapefruit. The ointment is used for atopic dermatitis.',
      'mycophenolic acid': 'It harms an unborn child, so discuss a possible pregnancy beforehand.',
      sirolimus: 'The blood level, blood fats and wound healing are monitored.',
    },
  },
  'jak-inhibitors': {
    name: 'immune drug (JAK inhibitor)',
    text: 'These tablets calm the immune system, for example in rheumatoid arthritis and atopic dermatitis.',
    tell: 'Get help at once for fever, shingles, chest pain or a swollen painful leg. Mention past tuberculosis, hepatitis B, clots, heart disease or cancer beforehand; ask before vaccines.',
    of: {
      tofacitinib: 'It is also used for ulcerative colitis.',
      baricitinib: 'It is also used for atopic dermatitis and patchy hair loss.',
      upadacitinib: 'It is also used for atopic dermatitis and inflammatory bowel disease.',
    },
  },
  'tnf-inhibitors': {
    name: 'biological immune drug (TNF inhibitor)',
    text: 'These injected biological drugs block a signal of inflammation; they are used for rheumatoid arthritis, ankylosing spondylitis, psoriasis, inflammatory bowel disease and other diseases.',
    tell: 'Call your physician at once for fever, a lasting cough or infected wounds. Mention past tuberculosis, hepatitis B or heart failure beforehand; ask before vaccines and surgery.',
    of: {
      adalimumab: 'It is injected under the skin, often every two weeks.',
      etanercept: 'It is injected under the skin, often weekly.',
      golimumab: 'It is injected under the skin, often monthly.',
    },
  },
  'interleukin-inhibitors': {
    name: 'biological immune drug',
    text: 'These injected biological drugs block one signal of inflammation; they are used for psoriasis, arthritis, atopic dermatitis and other diseases.',
    tell: 'Get help at once for infection with fever, or trouble breathing. Mention past tuberculosis or bowel inflammation beforehand; ask before vaccines.',
    of: {
      tocilizumab: 'It blocks IL-6 and is used for rheumatoid arthritis and other diseases.',
      secukinumab: 'It blocks IL-17A and is used for psoriasis, ankylosing spondylitis and other diseases.',
      ustekinumab: 'It blocks IL-12/23 and is used for psoriasis, Crohn’s disease and other diseases.',
      dupilumab:
        'It blocks IL-4/13 and is used for atopic dermatitis, asthma and other diseases; the eyes may become red.',
    },
  },
  'breast-cancer-hormones': {
    name: 'hormone drug for breast cancer',
    text: 'These drugs block or reduce female hormone; they are usually taken for breast cancer that responds to hormones, or to prevent its return.',
    tell: 'See a physician soon for a swollen painful leg, chest pain or unexplained vaginal bleeding. Tell your physician about joint pain and hot flushes; ask before using antidepressants or hormones and before any change.',
    of: {
      tamoxifen: 'It is used before and after menopause; mention past clots beforehand.',
      anastrozole: 'It is used after menopause; bone density is monitored.',
      letrozole:
        'It is used for breast cancer after menopause, and also in fertility treatment; bone density is monitored.',
      exemestane: 'It is used after menopause and taken after a meal.',
    },
  },
  'prostate-cancer-hormones': {
    name: 'hormone drug for prostate cancer',
    text: 'These drugs reduce male hormone or its effect; they are usually used for prostate cancer, and the injections also for endometriosis, fibroids or early puberty.',
    tell: 'Get help at once for worse bone pain, weak legs or trouble passing urine; tell your physician about tiredness and about changes of mood, blood sugar or bones.',
    of: {
      bicalutamide: 'The liver is monitored; the breasts may become tender.',
      enzalutamide: 'It may cause tiredness or rising blood pressure; mention epilepsy beforehand.',
      abiraterone:
        'It is taken with prednisolone, on an empty stomach; blood pressure, potassium and the liver are monitored.',
      leuprorelin:
        'It is injected every few weeks to half a year; symptoms may get worse for a short time at the start.',
      goserelin: 'It is placed under the skin every one to three months.',
    },
  },
  'cancer-tablets': {
    name: 'cancer drug',
    text: 'A specialist chooses these cancer drugs for the kind of cancer; a few are used for other diseases too.',
    tell: 'Call your team at once for fever, shortness of breath, severe diarrhea, red painful hands or feet, or bleeding. Ask before any drug, herb or supplement, and ask your pharmacist how to handle it safely.',
    of: {
      everolimus:
        'It is used for some cancers, and under another brand after transplants; mouth ulcers are common.',
      capecitabine: 'Red, painful hands and feet and diarrhea are common; it interacts with warfarin.',
      hydroxycarbamide: 'It is also used for blood diseases with too many cells; blood counts are monitored.',
      imatinib:
        'It is used for chronic myeloid leukemia and stromal tumors and taken with food; swelling is common.',
      gefitinib: 'It is used for lung cancer with a change in the EGFR gene; rash and diarrhea are common.',
      erlotinib:
        'It is used for lung cancer with a change in the EGFR gene, on an empty stomach; smoking weakens it.',
      afatinib:
        'It is used for lung cancer with a change in the EGFR gene, on an empty stomach; diarrhea is common.',
      osimertinib: 'It is used for lung cancer with a change in the EGFR gene; the heart is monitored.',
      sorafenib: 'It is used for cancer of the liver, kidney or thyroid; blood pressure is monitored.',
      lenvatinib:
        'It is used for cancer of the liver, thyroid and other organs; blood pressure and urine protein are monitored.',
    },
  },
  'skin-corticosteroids': {
    name: 'corticosteroid for the skin',
    text: 'These corticosteroids for the skin ease redness and itching; they are used for eczema, dermatitis and psoriasis.',
    tell: 'Ask your physician or pharmacist about use on the face, in skin folds and in children, and for how long to use it; go back if the skin becomes thin or infected or does not improve.',
    of: {
      clobetasol: 'It is the strongest grade, usually for a short time.',
      fluocinonide: 'It is a strong corticosteroid.',
    },
  },
  'skin-antibiotics': {
    name: 'antibiotic for the skin',
    text: 'These antibiotics for the skin are used for local infections, burns or wounds.',
    tell: 'See a physician for spreading redness, fever or pus; mention an allergy to it beforehand.',
    of: {
      'fusidic acid': 'It comes as an ointment and for the eye.',
      mupirocin: 'It is used for impetigo and other skin infections, and also in the nose to clear bacteria.',
      'silver sulfadiazine': 'It is often used for burns; mention allergy to sulfa drugs.',
    },
  },
  'acne-drugs': {
    name: 'acne drug',
    text: 'These drugs for acne are put on the skin or taken by mouth.',
    tell: 'Tell your physician beforehand about a possible or planned pregnancy; ask your pharmacist about irritation, peeling and sun.',
    of: {
      adapalene: 'It is a vitamin A gel that makes the skin peel at first; it is not used in pregnancy.',
      isotretinoin:
        'It is a vitamin A drug taken by mouth that harms an unborn child, so contraception is needed; mood, blood fats and the liver are monitored.',
      'benzoyl peroxide': 'It bleaches cloth.',
    },
  },
  'psoriasis-drugs': {
    name: 'psoriasis drug',
    text: 'These drugs slow the renewal of overgrown skin; they are used for psoriasis.',
    tell: 'Tell your physician beforehand about a possible pregnancy, liver disease or high calcium; go back for severe irritation.',
    of: {
      calcipotriol: 'It is a vitamin D ointment.',
      acitretin:
        'It is a vitamin A drug taken by mouth; pregnancy is to be avoided for years, and blood is not to be donated.',
    },
  },
  'itch-drugs': {
    name: 'drug for itching',
    text: 'These drugs are put on the skin against itching, and some also against scabies.',
    tell: 'See a physician if the itching lasts, people at home itch too, or the skin is broken.',
    of: {
      crotamiton: 'It is also used for scabies.',
    },
  },
  'wart-drugs': {
    name: 'wart drug',
    text: 'It stimulates the local immune defense; it is used for warts or certain skin spots.',
    tell: 'Tell your physician about severe redness, sores or fever, and beforehand about pregnancy.',
    of: {
      imiquimod: 'It is used for genital warts, sun-damaged spots and other skin problems.',
    },
  },
  'glaucoma-drops': {
    name: 'glaucoma drops',
    text: 'These drops lower the pressure in the eye; they are usually used for glaucoma or high eye pressure.',
    tell: 'Get help at once for eye pain or sudden change of vision. Tell your physician beforehand about asthma, a slow pulse or heart disease; ask your pharmacist how long to wait between several drops.',
    of: {
      timolol: 'It is a beta blocker in drops; some of it reaches the whole body.',
      latanoprost: 'It is a prostaglandin; lashes and iris may become darker.',
      travoprost: 'It is a prostaglandin; lashes and iris may become darker.',
      bimatoprost: 'It is a prostaglandin; lashes and iris may become darker.',
      tafluprost: 'It is a prostaglandin; lashes and iris may become darker.',
      brimonidine: 'It may cause red eyes, a dry mouth or sleepiness; it is not for small children.',
      dorzolamide: 'It is a carbonic anhydrase inhibitor; mention allergy to sulfa drugs.',
      brinzolamide:
        'It is a carbonic anhydrase inhibitor; shake it first, and mention allergy to sulfa drugs.',
      pilocarpine: 'It narrows the pupil, so night vision gets worse; tablets are used for a dry mouth.',
    },
  },
  'glaucoma-tablets': {
    name: 'glaucoma tablet',
    text: 'This tablet lowers eye pressure and is also used for swelling or altitude sickness.',
    tell: 'Tell your physician beforehand about allergy to sulfa drugs, kidney stones, kidney or liver disease; mention tingling, tiredness or rash.',
    of: {
      acetazolamide: 'It may cause tingling, more urine and low potassium.',
    },
  },
  'eye-corticosteroids': {
    name: 'corticosteroid for the eye',
    text: 'This corticosteroid for the eye calms inflammation.',
    tell: 'Eye pressure may need checking: ask your eye physician how often; go back soon for pain or loss of vision.',
    of: {
      fluorometholone: 'It is a milder corticosteroid for the eye.',
    },
  },
  'eye-allergy-drops': {
    name: 'eye allergy drops',
    text: 'These drugs ease the itching and redness of an eye allergy.',
    tell: 'Ask your pharmacist about contact lenses; see an eye physician for pain, light that hurts, or loss of vision.',
    of: {
      olopatadine: 'It comes as eye drops, a tablet or a nasal spray.',
      'cromoglicic acid': 'It prevents symptoms, so it is used regularly; it also comes as a nasal spray.',
    },
  },
  'eye-moisteners': {
    name: 'artificial tears',
    text: 'Artificial tears moisten dry eyes.',
    tell: 'See an eye physician if they are needed very often, or for pain, discharge or loss of vision; ask your pharmacist about preservatives.',
    of: {
      'hyaluronic acid': 'Drops moisten the eye; it is also injected into joints and used on the skin.',
      carbomer: 'It is a gel that stays longer in the eye; vision blurs for a while.',
      hypromellose: 'It is a thick fluid much like tears; vision may blur briefly.',
    },
  },
  'pupil-wideners': {
    name: 'drug that widens the pupil',
    text: 'These drugs widen the pupil or relax the focusing muscle; they are used for eye examinations or to slow nearsightedness in children. Other forms have other uses.',
    tell: 'Light is dazzling and near things blur: take care when driving; get help at once for eye pain, headache or halos. Mention glaucoma beforehand.',
    of: {
      atropine:
        'Weak drops are often used to slow nearsightedness in children; it is injected for a slow pulse or poisoning.',
      tropicamide: 'It is short-acting and usually used for eye examinations.',
    },
  },
  'nasal-decongestants': {
    name: 'spray for a blocked nose',
    text: 'These nasal sprays clear the nose quickly; they are usually used for a few days only.',
    tell: 'If they are used for many days, the blockage gets worse: see a physician. Ask your pharmacist first if there is high blood pressure or heart disease, and for children.',
    of: {
      oxymetazoline: 'It is longer-acting.',
      xylometazoline: 'It is used for a blocked nose.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
