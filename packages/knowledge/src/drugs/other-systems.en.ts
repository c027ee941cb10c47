import type { DrugGroupText } from './drug-group.js';

/** Prostate and bladder, immune system, cancer, skin, eyes and nose. */
export const otherSystems = {
  'prostate-alpha-blockers': {
    name: 'prostate drug (alpha blocker)',
    text: 'These drugs relax the prostate and the outlet of the bladder; they are usually taken for trouble passing urine with an enlarged prostate.',
    tell: 'Take care when standing up; tell your physician before cataract surgery, and before erection or blood-pressure drugs.',
    of: {
      tamsulosin: 'After a meal dizziness is less likely.',
      alfuzosin: 'Long-acting, after a meal, not chewed.',
      silodosin: 'Less semen may come.',
    },
  },
  'prostate-shrinkers': {
    name: 'prostate drug (shrinks the gland)',
    text: 'These drugs reduce the hormone that makes the prostate grow, so that it shrinks over months; also used for hair loss in men.',
    tell: 'Mention it before a PSA test, since the value falls. Pregnant women must not touch broken tablets. Tell your physician about changes in sexual function, mood or breast.',
    of: {
      finasteride: 'One strength serves the prostate, another hair loss.',
      dutasteride: 'Stays for months; mention it before giving blood.',
    },
  },
  'bladder-calmers': {
    name: 'drug for an overactive bladder',
    text: 'These drugs reduce unwanted squeezing of the bladder; they are usually taken for frequent or sudden urges and leaks.',
    tell: 'Tell your physician about dry mouth, constipation or trouble passing urine, and beforehand about glaucoma, an enlarged prostate, or confusion in an older person.',
    of: {
      oxybutynin: 'By mouth or as patch; dry mouth is marked.',
      tolterodine: 'Also long-acting.',
      solifenacin: 'Once a day.',
      trospium: 'On an empty stomach; reaches the brain less.',
      fesoterodine: 'Long-acting, once a day.',
      flavoxate: 'Eases bladder discomfort and cramps.',
    },
  },
  'bladder-activators': {
    name: 'bladder drug',
    text: 'Drugs that adjust the bladder muscle; the use depends on the ingredient.',
    tell: 'Tell your physician about rising blood pressure, changes in heartbeat or trouble passing urine, and beforehand about asthma or high blood pressure.',
    of: {
      mirabegron: 'Works differently with less dry mouth; blood pressure is measured.',
      bethanechol: 'Helps the bladder to empty.',
    },
  },
  'erection-drugs': {
    name: 'erection drug',
    text: 'These drugs increase blood flow; they are usually taken for erection trouble, some also for high pressure in the lung arteries or an enlarged prostate.',
    tell: 'Always ask your physician first if you use nitrate heart drugs (such as nitroglycerin under the tongue). Get help at once for chest pain, sudden changes of sight or hearing, or an erection of over four hours.',
    of: {
      sildenafil: 'Also used for high pressure in the lung arteries.',
      tadalafil: 'Very long-acting; also for an enlarged prostate and lung artery pressure.',
      vardenafil: 'Can affect the ECG.',
    },
  },
  'immune-suppressants': {
    name: 'immune suppressant',
    text: 'These drugs lower the immune response; they are used for autoimmune disease or after a transplant.',
    tell: 'Call your physician at once for fever, cough or sore throat. Ask before vaccines, a pregnancy and any other drug; keep the planned blood tests.',
    of: {
      methotrexate: 'For arthritis or psoriasis it is taken once a week, not daily; often with folic acid.',
      leflunomide: 'Stays for long: discuss a pregnancy beforehand; liver and blood pressure are followed.',
      azathioprine: 'Needs special care with allopurinol; blood cells are followed.',
      ciclosporin:
        'Level, blood pressure and kidneys are followed; interacts with grapefruit. Drops are for dry eyes.',
      tacrolimus: 'The level is followed; interacts with grapefruit. The ointment is for atopic dermatitis.',
      'mycophenolic acid': 'Harms an unborn child: discuss a possible pregnancy beforehand.',
      sirolimus: 'Level, blood fats and wound healing are followed.',
    },
  },
  'jak-inhibitors': {
    name: 'immune drug (JAK inhibitor)',
    text: 'Immune drugs by mouth for rheumatoid arthritis, atopic dermatitis and others.',
    tell: 'Get help at once for fever, shingles, chest pain or a swollen painful leg. Mention past tuberculosis, hepatitis B, clots, heart disease or cancer beforehand; ask before vaccines.',
    of: {
      tofacitinib: 'Also for ulcerative colitis.',
      baricitinib: 'Also for atopic dermatitis and patchy hair loss.',
      upadacitinib: 'Also for atopic dermatitis and inflamed bowel.',
    },
  },
  'tnf-inhibitors': {
    name: 'biological immune drug (TNF inhibitor)',
    text: 'Injected biological drugs that block a signal of inflammation; used for rheumatoid arthritis, ankylosing spondylitis, psoriasis, inflamed bowel and others.',
    tell: 'Call your physician at once for fever, a lasting cough or infected wounds. Mention past tuberculosis, hepatitis B or heart failure beforehand; ask before vaccines and surgery.',
    of: {
      adalimumab: 'Injected under the skin, often every two weeks.',
      etanercept: 'Injected under the skin, often weekly.',
      golimumab: 'Injected under the skin, often monthly.',
    },
  },
  'interleukin-inhibitors': {
    name: 'biological immune drug',
    text: 'Injected biological drugs that block one signal of inflammation; used for psoriasis, arthritis, atopic dermatitis and others.',
    tell: 'Get help at once for infection with fever, or trouble breathing. Mention past tuberculosis or bowel inflammation beforehand; ask before vaccines.',
    of: {
      tocilizumab: 'Blocks IL-6; for rheumatoid arthritis and others.',
      secukinumab: 'Blocks IL-17A; for psoriasis, ankylosing spondylitis and others.',
      ustekinumab: 'Blocks IL-12/23; for psoriasis, Crohn’s disease and others.',
      dupilumab: 'Blocks IL-4/13; for atopic dermatitis, asthma and others; eyes may get red.',
    },
  },
  'breast-cancer-hormones': {
    name: 'hormone drug for breast cancer',
    text: 'These drugs block or reduce female hormone; they are usually taken for breast cancer that responds to hormones, or to prevent its return.',
    tell: 'See a physician soon for a swollen painful leg, chest pain or unexplained vaginal bleeding. Mention joint pain and hot flushes; ask before antidepressants, hormones and any change.',
    of: {
      tamoxifen: 'Used before and after menopause; mention past clots beforehand.',
      anastrozole: 'Used after menopause; bone density is followed.',
      letrozole: 'For breast cancer after menopause, also in fertility treatment; bone density is followed.',
      exemestane: 'Used after menopause, after a meal.',
    },
  },
  'prostate-cancer-hormones': {
    name: 'hormone drug for prostate cancer',
    text: 'These drugs reduce male hormone or its effect; they are usually used for prostate cancer, the injections also for endometriosis, fibroids or early puberty.',
    tell: 'Get help at once for worse bone pain, weak legs or trouble passing urine; mention tiredness, mood, blood sugar and bone health.',
    of: {
      bicalutamide: 'The liver is followed; breasts may get tender.',
      enzalutamide: 'Tiredness or rising blood pressure may come; mention epilepsy beforehand.',
      abiraterone:
        'Taken with prednisolone, on an empty stomach; blood pressure, potassium and liver are followed.',
      leuprorelin: 'Injected every few weeks to half a year; complaints may briefly worsen at the start.',
      goserelin: 'Placed under the skin every one to three months.',
    },
  },
  'cancer-tablets': {
    name: 'cancer drug',
    text: 'Cancer drugs chosen by a specialist for the kind of cancer; a few are used for other diseases too.',
    tell: 'Call your team at once for fever, breathlessness, severe diarrhoea, red painful hands or feet, or bleeding. Ask before any drug, herb or supplement, and ask your pharmacist how to handle it safely.',
    of: {
      everolimus: 'For some cancers, and under another brand after transplants; mouth ulcers are common.',
      capecitabine: 'Red painful hands and feet and diarrhoea are common; interacts with warfarin.',
      hydroxycarbamide: 'Also for blood diseases with too many cells; counts are followed.',
      imatinib: 'For chronic myeloid leukaemia and stromal tumours, with food; swelling is common.',
      gefitinib: 'For lung cancer with EGFR change; rash and diarrhoea are common.',
      erlotinib: 'For lung cancer with EGFR change, on an empty stomach; smoking weakens it.',
      afatinib: 'For lung cancer with EGFR change, on an empty stomach; diarrhoea is common.',
      osimertinib: 'For lung cancer with EGFR change; the heart is watched.',
      sorafenib: 'For cancer of liver, kidney or thyroid; blood pressure is followed.',
      lenvatinib: 'For cancer of liver, thyroid and others; blood pressure and urine protein are followed.',
    },
  },
  'skin-corticosteroids': {
    name: 'corticosteroid for the skin',
    text: 'Corticosteroids for the skin that ease redness and itching; used for eczema, dermatitis and psoriasis.',
    tell: 'Ask your physician or pharmacist about face, skin folds and children, and for how long; go back if skin thins, gets infected or does not improve.',
    of: {
      clobetasol: 'The strongest grade, usually for a short time.',
      fluocinonide: 'A strong one.',
    },
  },
  'skin-antibiotics': {
    name: 'antibiotic for the skin',
    text: 'Antibiotics for the skin, used for local infections, burns or wounds.',
    tell: 'See a physician for spreading redness, fever or pus; mention allergy to it beforehand.',
    of: {
      'fusidic acid': 'As ointment and for the eye.',
      mupirocin: 'For impetigo and others, also in the nose to clear bacteria.',
      'silver sulfadiazine': 'Often for burns; mention allergy to sulfa drugs.',
    },
  },
  'acne-drugs': {
    name: 'acne drug',
    text: 'Drugs for acne, put on the skin or taken by mouth.',
    tell: 'Tell your physician beforehand about a possible or planned pregnancy; ask your pharmacist about irritation, peeling and sun.',
    of: {
      adapalene: 'A vitamin A gel; peeling at first; not in pregnancy.',
      isotretinoin:
        'A vitamin A drug by mouth that harms an unborn child, so contraception is needed; mood, fats and liver are followed.',
      'benzoyl peroxide': 'It bleaches cloth.',
    },
  },
  'psoriasis-drugs': {
    name: 'psoriasis drug',
    text: 'These drugs slow the renewal of overgrown skin; they are used for psoriasis.',
    tell: 'Tell your physician beforehand about a possible pregnancy, liver disease or high calcium; go back for severe irritation.',
    of: {
      calcipotriol: 'A vitamin D ointment.',
      acitretin: 'A vitamin A drug by mouth; pregnancy is to be avoided for years and blood not given.',
    },
  },
  'itch-drugs': {
    name: 'drug for itching',
    text: 'Put on the skin against itching, some against scabies too.',
    tell: 'See a physician if itching lasts, people at home itch too, or the skin is broken.',
    of: {
      crotamiton: 'Also used for scabies.',
    },
  },
  'wart-drugs': {
    name: 'wart drug',
    text: 'It stimulates local defence; it is used for warts or certain skin spots.',
    tell: 'Tell your physician about severe redness, sores or fever, and beforehand about pregnancy.',
    of: {
      imiquimod: 'For genital warts, sun spots and others.',
    },
  },
  'glaucoma-drops': {
    name: 'glaucoma drops',
    text: 'Drops that lower the pressure in the eye; usually used for glaucoma or high eye pressure.',
    tell: 'Get help at once for eye pain or sudden change of sight. Tell your physician beforehand about asthma, a slow pulse or heart disease; ask your pharmacist how to space several drops.',
    of: {
      timolol: 'A beta blocker in drops; some reaches the whole body.',
      latanoprost: 'A prostaglandin; lashes and iris may darken.',
      travoprost: 'A prostaglandin; lashes and iris may darken.',
      bimatoprost: 'A prostaglandin; lashes and iris may darken.',
      tafluprost: 'A prostaglandin; lashes and iris may darken.',
      brimonidine: 'Red eyes, dry mouth or sleepiness may come; not for small children.',
      dorzolamide: 'A carbonic anhydrase inhibitor; mention allergy to sulfa drugs.',
      brinzolamide: 'A carbonic anhydrase inhibitor; shake first; mention allergy to sulfa drugs.',
      pilocarpine: 'Narrows the pupil, so night sight falls; tablets are for dry mouth.',
    },
  },
  'glaucoma-tablets': {
    name: 'glaucoma tablet',
    text: 'A tablet that lowers eye pressure, also used for swelling or altitude sickness.',
    tell: 'Tell your physician beforehand about allergy to sulfa drugs, kidney stones, kidney or liver disease; mention tingling, tiredness or rash.',
    of: {
      acetazolamide: 'Tingling, passing more urine and low potassium can occur.',
    },
  },
  'eye-corticosteroids': {
    name: 'corticosteroid for the eye',
    text: 'A corticosteroid for the eye that calms inflammation.',
    tell: 'Eye pressure may need checking: ask your eye physician how often; go back soon for pain or loss of sight.',
    of: {
      fluorometholone: 'A milder eye corticosteroid.',
    },
  },
  'eye-allergy-drops': {
    name: 'eye allergy drops',
    text: 'These drugs ease itching and redness of eye allergy.',
    tell: 'Ask your pharmacist about contact lenses; see an eye physician for pain, light that hurts, or loss of sight.',
    of: {
      olopatadine: 'As eye drops, tablet or nasal spray.',
      'cromoglicic acid': 'Prevents, so it is used regularly; also as nasal spray.',
    },
  },
  'eye-moisteners': {
    name: 'artificial tears',
    text: 'Artificial tears that moisten dry eyes.',
    tell: 'See an eye physician if needed very often, or for pain, discharge or loss of sight; ask your pharmacist about preservatives.',
    of: {
      'hyaluronic acid': 'Drops moisten the eye; also injected into joints and used on skin.',
      carbomer: 'A gel that stays longer; sight blurs for a while.',
      hypromellose: 'A thick fluid much like tears; sight may blur briefly.',
    },
  },
  'pupil-wideners': {
    name: 'drug that widens the pupil',
    text: 'These drugs widen the pupil or relax the focusing muscle; they are used for eye examinations or to slow short sight in children. Other forms have other uses.',
    tell: 'Light dazzles and near sight blurs: take care when driving; get help at once for eye pain, headache or halos. Mention glaucoma beforehand.',
    of: {
      atropine:
        'Weak drops are often used to slow short sight in children; injected for a slow pulse or poisoning.',
      tropicamide: 'Short-acting, mostly for eye examinations.',
    },
  },
  'nasal-decongestants': {
    name: 'spray for a blocked nose',
    text: 'Nasal sprays that clear the nose quickly; usually for a few days only.',
    tell: 'Used for many days they make it worse: see a physician. Ask your pharmacist first with high blood pressure or heart disease, and for children.',
    of: {
      oxymetazoline: 'Longer-acting.',
      xylometazoline: 'Used for a blocked nose.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
