import type { DrugGroupText } from './drug-group.js';

/** Pain, joints, muscles, airways, cough and allergy. */
export const painAndBreathing = {
  'pain-and-fever': {
    name: 'drug for pain and fever',
    text: 'It eases pain and fever; it is usually taken for colds, headache, toothache or joint pain.',
    tell: 'Many cold remedies contain the same ingredient, so taking them together can easily be too much: ask your pharmacist first. Mention liver disease or regular alcohol; see a physician if fever lasts over three days or the pain does not go away.',
    of: {
      paracetamol: 'It is also called acetaminophen and is the most commonly used drug for pain and fever.',
    },
  },
  opioids: {
    name: 'opioid pain drug',
    text: 'These strong pain drugs are used for moderate to severe pain.',
    tell: 'Call 119 at once for slow breathing or if someone cannot be woken. They cause sleepiness and constipation; do not drink alcohol with them, and ask before using sleeping pills and before any change after long use.',
    of: {
      tramadol: 'It acts on serotonin too; mention epilepsy or antidepressants beforehand.',
      morphine:
        'It is given by mouth or injection and leaves the body through the kidneys; it is a controlled drug.',
      oxycodone: 'The long-acting tablets are swallowed whole; it is a controlled drug.',
      hydromorphone: 'It is a controlled drug.',
      fentanyl: 'Do not cut or heat the patches, and keep them away from children.',
      buprenorphine:
        'It is placed under the tongue or comes as a patch, and is also used for opioid dependence.',
    },
  },
  'opioid-cough-drugs': {
    name: 'opioid cough drug',
    text: 'These opioids dampen the cough reflex and also ease pain.',
    tell: 'Get help at once for slow breathing or great sleepiness; ask your physician or pharmacist first if it is for a child, when breastfeeding, or if you use sleeping pills.',
    of: {
      codeine: 'Some people turn it into morphine very fast; children and nursing mothers need special care.',
    },
  },
  nsaids: {
    name: 'anti-inflammatory pain drug (NSAID)',
    text: 'These drugs ease inflammation, pain and fever; they are usually taken for painful joints or muscles, period pain or toothache.',
    tell: 'See a physician soon for black stools, stomach pain, little urine, swollen feet or chest pain. Ask first if there are ulcers, kidney or heart disease, high blood pressure or asthma, in pregnancy, or if you use blood thinners or aspirin.',
    of: {
      ibuprofen: 'It is common in drugs bought without a prescription and is used for fever in children too.',
      naproxen: 'It is longer-acting.',
      ketoprofen: 'Keep treated skin out of the sun.',
      flurbiprofen: 'It also comes as a lozenge or patch.',
      dexibuprofen: 'It is the active part of ibuprofen.',
      loxoprofen: 'It becomes active in the body; it also comes as a patch.',
      diclofenac:
        'It comes as a tablet, injection, suppository, gel and eye drops; less of it is absorbed through the skin.',
      indometacin: 'It is a strong painkiller; headache is common.',
      sulindac: 'It becomes active in the liver.',
      etodolac: 'It is used for painful arthritis.',
      ketorolac: 'It is strong and used for days only; drops are used after eye surgery.',
      aceclofenac: 'It is used for painful arthritis.',
      acemetacin: 'It turns into indometacin in the body.',
      piroxicam: 'It is very long-acting; ulcers are more likely.',
      tenoxicam: 'It is very long-acting.',
      meloxicam: 'It is longer-acting and taken once a day.',
      'mefenamic acid': 'It is often used for period pain or toothache; diarrhea is common.',
      nabumetone: 'It becomes active in the liver.',
      nimesulide: 'The liver is monitored.',
    },
  },
  coxibs: {
    name: 'anti-inflammatory pain drug (COX-2 inhibitor)',
    text: 'These drugs ease inflammation and pain, usually with less harm to the stomach than older pain drugs.',
    tell: 'Tell your physician beforehand about heart disease, stroke, kidney disease or past ulcers; see a physician soon for chest pain, black stools or swollen feet. Mention allergy to sulfa drugs.',
    of: {
      celecoxib: 'It is often used for worn joints or rheumatoid arthritis.',
      etoricoxib: 'Blood pressure is monitored.',
    },
  },
  'joint-supplements': {
    name: 'joint drug',
    text: 'These are supporting drugs for worn joints.',
    tell: 'Tell your physician or pharmacist about diarrhea, changes in blood sugar, blood thinners, or allergy to shellfish.',
    of: {
      glucosamine: 'It is a building block of cartilage; the effect varies.',
      diacerein: 'It acts slowly; diarrhea is common, and urine turns darker.',
    },
  },
  'muscle-relaxants': {
    name: 'muscle relaxant',
    text: 'These drugs relax tense muscles; they are usually taken for muscle pain, a stiff neck or a strained back.',
    tell: 'They cause sleepiness and dizziness: take care when driving; ask your physician or pharmacist first if there is liver disease or glaucoma, and before using sleeping pills or alcohol.',
    of: {
      chlorzoxazone: 'Urine may turn orange; the liver is monitored.',
      methocarbamol: 'Urine may turn brown or green.',
      carisoprodol: 'Dependence is possible, so it is used only for a short time.',
      orphenadrine: 'It may cause a dry mouth or trouble passing urine.',
      baclofen:
        'It is used for stiffness after a stroke or spinal injury; stopping suddenly is dangerous, so ask before any change.',
      tizanidine:
        'Blood pressure may fall and the mouth may become dry; it must not be combined with ciprofloxacin or fluvoxamine.',
      tolperisone: 'It causes less sleepiness; rash or wheezing should be reported at once.',
      eperisone: 'It is used for a stiff neck, stiff shoulders or low back pain.',
    },
  },
  'short-acting-bronchodilators': {
    name: 'quick bronchodilator',
    text: 'These drugs open the airways quickly; they are usually inhaled when wheezing or tightness begins.',
    tell: 'Needing it more often means that the illness is poorly controlled: see your physician; call 119 if breathing stays hard or speaking is difficult. Have your pharmacist or nurse show you how to inhale.',
    of: {
      salbutamol: 'It is usually inhaled; it is also given by mouth or nebulizer.',
      terbutaline: 'It is inhaled, given by nebulizer, taken by mouth or injected.',
      fenoterol: 'It is inhaled, given by nebulizer or taken by mouth.',
    },
  },
  'bronchodilator-tablets': {
    name: 'bronchodilator',
    text: 'This bronchodilator is taken by mouth or inhaled; it is used for asthma or chronic bronchitis.',
    tell: 'Tell your physician about palpitations or tremor, and beforehand about heart disease, overactive thyroid or diabetes.',
    of: {
      procaterol: 'It is taken by mouth, often by wheezing children; it is also inhaled.',
    },
  },
  'long-acting-bronchodilators': {
    name: 'long-acting bronchodilator',
    text: 'These drugs are inhaled regularly to keep the airways open; they are used for chronic obstructive lung disease, and in asthma together with an inhaled corticosteroid.',
    tell: 'It is not meant for an attack: ask your physician what to use then. Mention palpitations or tremor; have your pharmacist check how you inhale.',
    of: {
      formoterol: 'It acts fast and is often combined with an inhaled corticosteroid.',
      salmeterol: 'It acts slowly and is often combined with an inhaled corticosteroid.',
      indacaterol: 'It is used once a day.',
      olodaterol: 'It is used once a day, usually in a combination.',
      vilanterol: 'It comes only in combinations and is used once a day.',
    },
  },
  'inhaled-anticholinergics': {
    name: 'bronchodilator (anticholinergic)',
    text: 'These drugs relax the airways; they are usually inhaled regularly for chronic obstructive lung disease, and some for asthma too.',
    tell: 'Tell your physician about glaucoma, an enlarged prostate or trouble passing urine; get help at once for eye pain or blurred vision.',
    of: {
      'ipratropium bromide': 'It is shorter-acting; it is also given by nebulizer or nasal spray.',
      'tiotropium bromide': 'It is used once a day.',
      'aclidinium bromide': 'It is used twice a day.',
      'glycopyrronium bromide': 'It is used once a day, usually in a combination.',
      'umeclidinium bromide': 'It is used once a day, usually in a combination.',
    },
  },
  'inhaled-corticosteroids': {
    name: 'corticosteroid for airways or nose',
    text: 'These corticosteroids act in the airways or nose; they are usually used regularly to calm the inflammation of asthma or allergic rhinitis.',
    tell: 'Rinse the mouth after inhaling; tell your physician about white patches, hoarseness or nosebleeds, and ask whether to adjust it when asthma is under control.',
    of: {
      budesonide: 'It is inhaled for asthma, and used as a nasal spray for allergic rhinitis.',
      beclometasone: 'It is inhaled for asthma, and used as a nasal spray for allergic rhinitis.',
      fluticasone:
        'It is inhaled for asthma, and used as a nasal spray for rhinitis and as a cream for inflamed skin.',
      mometasone:
        'It is used as a nasal spray for rhinitis and as a cream for inflamed skin; it is also inhaled.',
      ciclesonide: 'It becomes active in the lungs.',
    },
  },
  theophyllines: {
    name: 'asthma drug (theophylline)',
    text: 'These drugs relax the airways; they are used for asthma or chronic obstructive lung disease, and the level in the blood is important.',
    tell: 'See a physician soon for nausea, palpitations or seizures. Quitting smoking, antibiotics and other drugs change the blood level: ask your physician or pharmacist first.',
    of: {
      theophylline: 'Coffee and tea may make palpitations worse.',
      aminophylline: 'It is a salt of theophylline and is usually injected.',
      doxofylline: 'It stimulates the heart less.',
    },
  },
  'leukotriene-blockers': {
    name: 'asthma and allergy drug',
    text: 'These drugs calm allergic inflammation; they are usually taken for long-term control of asthma or allergic rhinitis.',
    tell: 'Tell your physician soon about changes of mood or behavior or nightmares; it does not help in an attack: ask what to use then.',
    of: {
      montelukast: 'It is usually taken in the evening, often by children too.',
      zafirlukast: 'Take it on an empty stomach; the liver is monitored, and it interacts with warfarin.',
    },
  },
  'other-airway-drugs': {
    name: 'airway drug',
    text: 'It is used for severe asthma or chronic obstructive lung disease, and a specialist monitors the treatment.',
    tell: 'Get help at once for rash, swelling or trouble breathing after it; mention weight loss or mood changes to your physician.',
    of: {
      roflumilast:
        'It is used for severe chronic obstructive lung disease; it may cause diarrhea and weight loss.',
      omalizumab: 'It is an injected antibody for allergic asthma and lasting hives.',
    },
  },
  'cough-drugs': {
    name: 'cough drug',
    text: 'These drugs reduce coughing; they are usually taken for a short time for a dry cough.',
    tell: 'See a physician for blood in the phlegm, shortness of breath, fever, or a cough of more than two or three weeks. Ask your pharmacist first if you use antidepressants, and for children.',
    of: {
      dextromethorphan:
        'It is common in drugs bought without a prescription and may interact with antidepressants.',
      benproperine: 'It may cause a dry mouth or dizziness.',
      levodropropizine: 'It acts mainly in the airways and causes less sleepiness.',
    },
  },
  'phlegm-drugs': {
    name: 'drug that loosens phlegm',
    text: 'These drugs make phlegm thinner and easier to cough up.',
    tell: 'Mention stomach ulcers or asthma to your physician or pharmacist; see a physician if there is blood or fever, or if the cough lasts two or three weeks.',
    of: {
      ambroxol: 'A rash or a sore mouth should be reported at once.',
      bromhexine: 'It turns into ambroxol in the body.',
      acetylcysteine:
        'It is also the antidote for an overdose of acetaminophen; people with asthma need care when inhaling it.',
      carbocisteine: 'It changes how sticky phlegm is.',
      erdosteine: 'It changes how sticky phlegm is.',
      guaifenesin: 'It is common in cold remedies.',
    },
  },
  decongestants: {
    name: 'drug for a blocked nose',
    text: 'These drugs narrow the vessels in the nose; they are usually taken for a short time for a blocked nose.',
    tell: 'Ask your physician or pharmacist first if there is high blood pressure, heart disease, an overactive thyroid, an enlarged prostate or glaucoma; mention palpitations or poor sleep.',
    of: {
      pseudoephedrine: 'It is often combined with allergy drugs; it may disturb sleep.',
    },
  },
  antihistamines: {
    name: 'allergy drug (antihistamine)',
    text: 'These drugs ease allergy; they are usually taken for a runny nose, sneezing, hives or itching, and cause less sleepiness than older antihistamines.',
    tell: 'They can still cause sleepiness: check before driving. Get help at once for trouble breathing or a swollen face. Mention kidney disease or pregnancy to your physician or pharmacist.',
    of: {
      cetirizine:
        'It causes a little more sleepiness than others of its kind and leaves the body through the kidneys.',
      levocetirizine: 'It is the active part of cetirizine; it leaves the body through the kidneys.',
      loratadine: 'It causes little sleepiness.',
      desloratadine: 'It is what the body turns loratadine into; it causes little sleepiness.',
      fexofenadine: 'It hardly causes sleepiness; fruit juice reduces its effect.',
      ebastine: 'Ask first if there are problems with the ECG.',
      bilastine: 'Take it on an empty stomach; fruit juice reduces its effect.',
      rupatadine: 'Grapefruit juice affects it.',
      mequitazine: 'It may cause a dry mouth; ask first if there are problems with the ECG.',
      ketotifen: 'The tablets may cause sleepiness; there are eye drops too.',
      azelastine: 'It usually comes as a nasal spray or eye drops and may taste bitter.',
    },
  },
  'sedating-antihistamines': {
    name: 'allergy drug (makes sleepy)',
    text: 'These older allergy drugs cause sleepiness; they are taken for allergy, colds or itching, and some for motion sickness.',
    tell: 'They affect driving; ask your physician or pharmacist first if there is glaucoma or an enlarged prostate, and for older people and children. Do not combine them with alcohol or sleeping pills.',
    of: {
      hydroxyzine: 'It is used for itching or anxiety; it can affect the ECG.',
      cyproheptadine: 'It increases appetite.',
      chlorphenamine: 'It is common in cold remedies.',
      dexchlorpheniramine: 'It is the active part of chlorphenamine.',
      diphenhydramine: 'It is also used for sleep or motion sickness; it often causes sleepiness.',
      meclozine: 'It is used for motion sickness and vertigo.',
      promethazine: 'It is also used for nausea or to calm people; it is never used in children under two.',
      carbinoxamine: 'It is common in cold remedies.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
