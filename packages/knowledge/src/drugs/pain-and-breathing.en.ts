import type { DrugGroupText } from './drug-group.js';

/** Drugs for pain, joints, muscles, airways, cough and allergy. */
export const painAndBreathing = {
  'pain-and-fever': {
    name: 'drug for pain and fever',
    text: 'It relieves pain and fever; it is usually taken for colds, headache, toothache or joint pain.',
    tell: 'Many cold remedies contain the same ingredient, so it is easy to take too much: ask your pharmacist first. Tell your doctor if you have liver disease or drink alcohol often. See a doctor if a fever lasts more than three days or the pain does not go away.',
    of: {
      paracetamol: 'It is also called acetaminophen and is the most commonly used drug for pain and fever.',
    },
  },
  opioids: {
    name: 'opioid pain drug',
    text: 'These strong pain relievers are used for moderate to severe pain.',
    tell: 'Call 119 at once if the person who took the drug breathes slowly or cannot be woken. These drugs cause sleepiness and constipation. Do not drink alcohol while you use them. Ask your doctor before you use sleeping pills with these drugs and, after long-term use, before you stop or change them.',
    of: {
      tramadol:
        'It also acts on serotonin; tell your doctor beforehand if you have epilepsy or use antidepressants.',
      morphine: 'It is taken by mouth or injected and is removed by the kidneys; it is a controlled drug.',
      oxycodone: 'It is a controlled drug; swallow the long-acting tablets whole.',
      hydromorphone: 'It is a controlled drug.',
      fentanyl: 'Do not cut or heat the patches, and keep them away from children.',
      buprenorphine:
        'It comes as a tablet to place under the tongue or as a patch, and is also used for opioid dependence.',
    },
  },
  'opioid-cough-drugs': {
    name: 'opioid cough drug',
    text: 'These opioids suppress the cough reflex and also relieve pain.',
    tell: 'Get help at once if breathing becomes slow or you become extremely sleepy. Ask your doctor or pharmacist first if the drug is for a child, if you are breastfeeding, or if you also want to use sleeping pills.',
    of: {
      codeine:
        'Some people’s bodies turn it into morphine very fast; children and breastfeeding women need special care.',
    },
  },
  nsaids: {
    name: 'anti-inflammatory pain drug (NSAID)',
    text: 'These drugs relieve inflammation, pain and fever; they are usually taken for joint or muscle pain, period pain or toothache.',
    tell: 'See a doctor promptly if you have black stools, stomach pain or chest pain, if your feet swell, or if you pass little urine. Ask your doctor or pharmacist first if you have ulcers, kidney or heart disease, high blood pressure or asthma, are pregnant, or use blood thinners or aspirin.',
    of: {
      ibuprofen: 'Many over-the-counter drugs contain it, and it is also used for fever in children.',
      naproxen: 'Its effect lasts longer than that of ibuprofen.',
      ketoprofen: 'Keep treated skin out of the sun.',
      flurbiprofen: 'It also comes as a lozenge or patch.',
      dexibuprofen: 'It is the active form of ibuprofen.',
      loxoprofen: 'It becomes active in the body; it also comes as a patch.',
      diclofenac:
        'It comes as a tablet, injection, suppository, gel and eye drops; when used on the skin, less of it is absorbed.',
      indometacin: 'It is a strong pain reliever; headache is a common side effect.',
      sulindac: 'It becomes active in the liver.',
      etodolac: 'It is used for arthritis pain.',
      ketorolac: 'It is strong and is used for only a few days; the eye drops are used after eye surgery.',
      aceclofenac: 'It is used for arthritis pain.',
      acemetacin: 'It turns into indometacin in the body.',
      piroxicam: 'It is very long-acting and more likely to cause ulcers than other drugs in this group.',
      tenoxicam: 'It is very long-acting.',
      meloxicam: 'Its effect lasts longer, and it is taken once a day.',
      'mefenamic acid': 'It is often used for period pain or toothache; diarrhea is a common side effect.',
      nabumetone: 'It becomes active in the liver.',
      nimesulide: 'Liver function is monitored.',
    },
  },
  coxibs: {
    name: 'anti-inflammatory pain drug (COX-2 inhibitor)',
    text: 'These drugs relieve inflammation and pain, usually with less harm to the stomach than older pain relievers.',
    tell: 'Tell your doctor beforehand if you have heart or kidney disease, have had a stroke or ulcers, or are allergic to sulfa drugs. See a doctor promptly if you have chest pain, black stools or swollen feet.',
    of: {
      celecoxib: 'It is often used for osteoarthritis or rheumatoid arthritis.',
      etoricoxib: 'Blood pressure is monitored.',
    },
  },
  'joint-supplements': {
    name: 'joint drug',
    text: 'These drugs are used along with other treatments for osteoarthritis.',
    tell: 'Tell your doctor or pharmacist if you take blood thinners, are allergic to shellfish, have diarrhea or notice changes in your blood sugar.',
    of: {
      glucosamine: 'It is a building block of cartilage; how well it works varies from person to person.',
      diacerein: 'It acts slowly; diarrhea is a common side effect, and your urine becomes darker.',
    },
  },
  'muscle-relaxants': {
    name: 'muscle relaxant',
    text: 'These drugs relax tense muscles; they are usually taken for muscle pain, a stiff neck or back strain.',
    tell: 'These drugs cause sleepiness and dizziness, so take care when driving. Ask your doctor or pharmacist first if you have liver disease or glaucoma, or if you want to use sleeping pills or drink alcohol while you use these drugs.',
    of: {
      chlorzoxazone: 'Urine may turn orange; liver function is monitored.',
      methocarbamol: 'Urine may turn brown or green.',
      carisoprodol: 'It can cause dependence, so it is used only for a short time.',
      orphenadrine: 'It may cause a dry mouth or trouble urinating.',
      baclofen:
        'It is used for muscle stiffness after a stroke or spinal cord injury; stopping suddenly is dangerous, so ask your doctor before you stop or change this drug.',
      tizanidine:
        'It may lower blood pressure and cause dry mouth; it must not be combined with ciprofloxacin or fluvoxamine.',
      tolperisone:
        'It causes less sleepiness than other muscle relaxants; tell your doctor at once if you have a rash or wheezing.',
      eperisone: 'It is used for a stiff neck, stiff shoulders or low back pain.',
    },
  },
  'short-acting-bronchodilators': {
    name: 'quick bronchodilator',
    text: 'These drugs open the airways quickly; they are usually inhaled when wheezing or chest tightness begins.',
    tell: 'If you need the drug more often than before, your illness is poorly controlled: see your doctor. Call 119 at once if it is still hard to breathe or speak after you use the drug. Have your pharmacist or nurse show you how to use the inhaler.',
    of: {
      salbutamol: 'It is usually inhaled; it is also taken by mouth or given by nebulizer.',
      terbutaline: 'It can be inhaled, given by nebulizer, taken by mouth or injected.',
      fenoterol: 'It can be inhaled, given by nebulizer or taken by mouth.',
    },
  },
  'bronchodilator-tablets': {
    name: 'bronchodilator',
    text: 'This bronchodilator is taken by mouth or inhaled; it is used for asthma or chronic bronchitis.',
    tell: 'Tell your doctor if you have palpitations or a tremor. Tell your doctor beforehand if you have heart disease, an overactive thyroid or diabetes.',
    of: {
      procaterol: 'It is taken by mouth, often by children with wheezing; it is also inhaled.',
    },
  },
  'long-acting-bronchodilators': {
    name: 'long-acting bronchodilator',
    text: 'These drugs are inhaled regularly to keep the airways open; they are used for chronic obstructive lung disease, and for asthma together with an inhaled corticosteroid.',
    tell: 'It is not meant to relieve a sudden attack: ask your doctor beforehand what to use during an attack. Tell your doctor if you have palpitations or a tremor. Have your pharmacist check how you use the inhaler.',
    of: {
      formoterol: 'It acts quickly and is often combined with an inhaled corticosteroid.',
      salmeterol: 'It acts more slowly than formoterol and is often combined with an inhaled corticosteroid.',
      indacaterol: 'It is used once a day.',
      olodaterol: 'It is used once a day, usually in combination with another drug.',
      vilanterol: 'It comes only in inhalers that also contain another drug, and it is used once a day.',
    },
  },
  'inhaled-anticholinergics': {
    name: 'bronchodilator (anticholinergic)',
    text: 'These drugs relax the airways; they are usually inhaled regularly for chronic obstructive lung disease, and some are also used for asthma.',
    tell: 'Tell your doctor beforehand if you have glaucoma, an enlarged prostate or trouble urinating. Get help at once if you have eye pain or blurred vision.',
    of: {
      'ipratropium bromide':
        'Its effect does not last long; it also comes as a nebulizer solution and a nasal spray.',
      'tiotropium bromide': 'It is used once a day.',
      'aclidinium bromide': 'It is used twice a day.',
      'glycopyrronium bromide': 'It is used once a day, usually in combination with another drug.',
      'umeclidinium bromide': 'It is used once a day, usually in combination with another drug.',
    },
  },
  'inhaled-corticosteroids': {
    name: 'corticosteroid for airways or nose',
    text: 'These corticosteroids act in the airways or nose; they are usually used regularly to control the inflammation of asthma or allergic rhinitis.',
    tell: 'Rinse your mouth after inhaling. Tell your doctor if you have white patches in the mouth or nosebleeds, or if you become hoarse. Ask whether the dose can be adjusted when your asthma is under control.',
    of: {
      budesonide: 'It is inhaled to treat asthma, or used as a nasal spray to treat allergic rhinitis.',
      beclometasone: 'It is inhaled to treat asthma, or used as a nasal spray to treat allergic rhinitis.',
      fluticasone:
        'It is inhaled to treat asthma; it is also used as a nasal spray for rhinitis and as a cream for inflamed skin.',
      mometasone:
        'It is used as a nasal spray for rhinitis and as a cream for inflamed skin; it is also inhaled.',
      ciclesonide: 'It becomes active in the lungs.',
    },
  },
  theophyllines: {
    name: 'asthma drug (theophylline)',
    text: 'These drugs relax the airways; they are used for asthma or chronic obstructive lung disease, and the level of the drug in the blood needs to be monitored.',
    tell: 'See a doctor promptly if you have nausea, palpitations or a seizure. Quitting smoking, or taking antibiotics or other drugs as well, can change the level of this drug in your blood: ask your doctor or pharmacist first.',
    of: {
      theophylline: 'Coffee and tea may make palpitations worse.',
      aminophylline: 'It works in the same way as theophylline and is usually injected.',
      doxofylline: 'It stimulates the heart less than theophylline.',
    },
  },
  'leukotriene-blockers': {
    name: 'asthma and allergy drug',
    text: 'These drugs reduce allergic inflammation; they are usually taken for long-term control of asthma or allergic rhinitis.',
    tell: 'Tell your doctor promptly if you have nightmares or if your mood or behavior changes. It does not relieve an attack: ask your doctor beforehand what to use during an attack.',
    of: {
      montelukast: 'It is usually taken in the evening, often by children too.',
      zafirlukast:
        'Take it on an empty stomach; liver function is monitored, and it interacts with warfarin.',
    },
  },
  'other-airway-drugs': {
    name: 'airway drug',
    text: 'It is used for severe asthma or chronic obstructive lung disease, and a specialist monitors the treatment.',
    tell: 'Get help at once if you have a rash, swelling or trouble breathing after you use the drug. Tell your doctor if you lose weight or your mood changes.',
    of: {
      roflumilast:
        'It is used for severe chronic obstructive lung disease; it may cause diarrhea and weight loss.',
      omalizumab: 'It is an injected antibody for allergic asthma and chronic hives.',
    },
  },
  'cough-drugs': {
    name: 'cough drug',
    text: 'These drugs reduce coughing; they are usually taken for a short time for a dry cough.',
    tell: 'See a doctor if you have blood in the phlegm, shortness of breath, a fever, or a cough that lasts more than two or three weeks. Ask your pharmacist first if you use antidepressants, or if the drug is for a child.',
    of: {
      dextromethorphan:
        'Many over-the-counter drugs contain it, and combining it with antidepressants can be dangerous.',
      benproperine: 'It may cause a dry mouth or dizziness.',
      levodropropizine:
        'It acts mainly in the airways and causes less sleepiness than many other cough drugs.',
    },
  },
  'phlegm-drugs': {
    name: 'drug that loosens phlegm',
    text: 'These drugs make phlegm thinner and easier to cough up.',
    tell: 'Tell your doctor or pharmacist beforehand if you have stomach ulcers or asthma. See a doctor if you have blood in the phlegm, a fever, or a cough that lasts more than two or three weeks.',
    of: {
      ambroxol: 'Tell your doctor at once if you have a rash or mouth sores.',
      bromhexine: 'It turns into ambroxol in the body.',
      acetylcysteine:
        'It is also the antidote for an overdose of acetaminophen; people with asthma need to be careful when they inhale it.',
      carbocisteine: 'It makes phlegm less sticky.',
      erdosteine: 'It makes phlegm less sticky.',
      guaifenesin: 'Many cold remedies contain it.',
    },
  },
  decongestants: {
    name: 'drug for a blocked nose',
    text: 'These drugs narrow the blood vessels in the nose; they are usually taken for a short time for a blocked nose.',
    tell: 'Ask your doctor or pharmacist first if you have high blood pressure, heart disease, an overactive thyroid, an enlarged prostate or glaucoma. Tell your doctor or pharmacist if you have palpitations or trouble sleeping.',
    of: {
      pseudoephedrine: 'It is often combined with allergy drugs; it may keep you from sleeping well.',
    },
  },
  antihistamines: {
    name: 'allergy drug (antihistamine)',
    text: 'These drugs relieve allergy symptoms; they are usually taken for a runny nose, sneezing, hives or itching, and cause less sleepiness than older antihistamines.',
    tell: 'These drugs can still make you sleepy: check how you react before driving. Get help at once if you have trouble breathing or a swollen face. Tell your doctor or pharmacist beforehand if you have kidney disease or are pregnant.',
    of: {
      cetirizine:
        'Compared with other newer antihistamines, it causes a little more sleepiness; it is removed by the kidneys.',
      levocetirizine: 'It is the active form of cetirizine; it is removed by the kidneys.',
      loratadine: 'It causes little sleepiness.',
      desloratadine: 'The body turns loratadine into this drug; it causes little sleepiness.',
      fexofenadine: 'It rarely causes sleepiness; fruit juice reduces its effect.',
      ebastine: 'Tell your doctor beforehand if you have heart rhythm (ECG) problems.',
      bilastine: 'Take it on an empty stomach; fruit juice reduces its effect.',
      rupatadine: 'Grapefruit juice affects it.',
      mequitazine:
        'It may cause a dry mouth; tell your doctor beforehand if you have heart rhythm (ECG) problems.',
      ketotifen: 'The tablets may cause sleepiness; it also comes as eye drops.',
      azelastine: 'It usually comes as a nasal spray or eye drops and may taste bitter.',
    },
  },
  'sedating-antihistamines': {
    name: 'allergy drug (causes sleepiness)',
    text: 'These older allergy drugs cause sleepiness; they are taken for allergies, colds or itching, and some are also taken for motion sickness.',
    tell: 'These drugs impair your ability to drive. Do not combine these drugs with alcohol or sleeping pills. Ask your doctor or pharmacist first if you have glaucoma or an enlarged prostate, or if the drug is for an older person or a child.',
    of: {
      hydroxyzine: 'It is used for itching or anxiety; it can change the ECG.',
      cyproheptadine: 'It increases appetite.',
      chlorphenamine: 'Many cold remedies contain it.',
      dexchlorpheniramine: 'It is the active form of chlorphenamine.',
      diphenhydramine:
        'It is also used to help people sleep or to prevent motion sickness; it often causes sleepiness.',
      meclozine: 'It is used for motion sickness and vertigo.',
      promethazine:
        'It is also used for nausea or as a sedative; it must never be used in children under two.',
      carbinoxamine: 'Many cold remedies contain it.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
