import type { DrugGroupText } from './drug-group.js';

/** Bacteria, fungi, viruses and parasites. */
export const infection = {
  penicillins: {
    name: 'antibiotic (penicillin)',
    text: 'Antibiotics of the penicillin family for infections by bacteria; they do nothing against viral colds.',
    tell: 'Tell your physician beforehand about allergy to penicillins or cephalosporins; get help at once for rash, wheezing or a swollen face. Ask before ending the course early; mention severe diarrhoea.',
    of: {
      amoxicillin: 'Often used for ears, nose, throat, teeth and airways, and with Helicobacter treatment.',
      ampicillin: 'By mouth or injection; rash is likelier during some viral infections.',
      piperacillin: 'Injected, mostly with tazobactam, for more serious infections.',
      benzylpenicillin: 'Penicillin G, given by injection.',
      phenoxymethylpenicillin: 'Penicillin V, taken by mouth.',
      'benzathine benzylpenicillin':
        'A long-acting injection into muscle for syphilis or to prevent rheumatic fever.',
      dicloxacillin: 'For staphylococcal infections of the skin; on an empty stomach.',
      oxacillin: 'Injected for staphylococcal infections.',
    },
  },
  'betalactamase-inhibitors': {
    name: 'part of an antibiotic',
    text: 'An ingredient that protects an antibiotic from the bacteria’s defence; combined with a penicillin.',
    tell: 'Tell your physician beforehand about penicillin allergy or jaundice after this drug; mention severe diarrhoea.',
    of: {
      'clavulanic acid': 'Mostly with amoxicillin; diarrhoea is commoner.',
      sulbactam: 'Mostly with ampicillin.',
      tazobactam: 'Mostly with piperacillin.',
    },
  },
  cephalosporins: {
    name: 'antibiotic (cephalosporin)',
    text: 'Antibiotics of the cephalosporin family for many infections by bacteria.',
    tell: 'Tell your physician beforehand about allergy to penicillins or cephalosporins; get help at once for rash or wheezing, and mention severe diarrhoea.',
    of: {
      cefalexin: 'By mouth for skin, urinary tract and others.',
      cefazolin: 'Injected, often to prevent infection at surgery.',
      cefadroxil: 'By mouth for skin, throat or urinary tract.',
      cefradine: 'By mouth or injection.',
      cefuroxime: 'By mouth or injection for airways, urinary tract and others.',
      cefaclor: 'By mouth, often in children.',
      cefmetazole: 'Injected, mostly for surgery or infections of the belly.',
      cefotaxime: 'Injected.',
      ceftazidime: 'Injected; works against Pseudomonas.',
      ceftriaxone: 'Injected, mostly once a day.',
      cefixime: 'By mouth.',
      ceftibuten: 'By mouth, on an empty stomach.',
      cefdinir: 'By mouth; with iron stools may turn red.',
      cefepime: 'Injected; confusion is likelier with weak kidneys.',
    },
  },
  carbapenems: {
    name: 'antibiotic (carbapenem)',
    text: 'Injected reserve antibiotics, mostly used in hospital for serious infections.',
    tell: 'Tell staff about allergy to penicillins, epilepsy, or use of valproic acid.',
    of: {
      meropenem: 'For serious or resistant infections.',
      ertapenem: 'Once a day.',
    },
  },
  macrolides: {
    name: 'antibiotic (macrolide)',
    text: 'Used for infections of the airways and others, sometimes instead of penicillins in people allergic to them.',
    tell: 'Get help at once for palpitations or fainting; ask your pharmacist whether it goes with cholesterol drugs, heart-rhythm drugs or blood thinners.',
    of: {
      erythromycin: 'An older one with more stomach upset; also for eye and skin.',
      roxithromycin: 'Twice a day on an empty stomach.',
      clarithromycin: 'Also used with Helicobacter treatment; a metallic taste may come.',
      azithromycin: 'Courses are short because it stays in the body.',
    },
  },
  lincosamides: {
    name: 'antibiotic (lincosamide)',
    text: 'Used for infections of skin, teeth or bone; also put on the skin for acne.',
    tell: 'See a physician soon for severe or bloody diarrhoea, even weeks after the course; mention past bowel inflammation beforehand.',
    of: {
      clindamycin: 'By mouth, injection, on skin or in the vagina.',
      lincomycin: 'An older relative of clindamycin.',
    },
  },
  quinolones: {
    name: 'antibiotic (quinolone)',
    text: 'Broad antibiotics for infections of the urinary tract, airways and others; drops for eye or ear.',
    tell: 'Get help at once for tendon pain, numbness, palpitations or confusion. Ask first with an aortic aneurysm, epilepsy, myasthenia, corticosteroids or diabetes drugs.',
    of: {
      ofloxacin: 'By mouth and as drops for eye or ear.',
      ciprofloxacin: 'Often for urinary tract and bowel; kept apart from calcium, iron and antacids.',
      norfloxacin: 'Used for the urinary tract.',
      levofloxacin: 'Used for pneumonia, urinary tract and others; also as eye drops.',
      moxifloxacin: 'Used for the airways; the ECG is watched; also as eye drops.',
      nemonoxacin: 'Developed here for pneumonia caught outside hospital.',
    },
  },
  tetracyclines: {
    name: 'antibiotic (tetracycline)',
    text: 'Used for infections by bacteria, also for acne and rosacea.',
    tell: 'Ask first in pregnancy, when breast-feeding, and for children under eight. Skin burns easily in the sun; mention pain on swallowing, or headache with blurred sight; ask your pharmacist how to space calcium and iron.',
    of: {
      doxycycline: 'With much water, and not lying down right after.',
      minocycline: 'Dizziness may come; long use may discolour skin or teeth.',
      tetracycline: 'On an empty stomach; also for eye and skin.',
      tigecycline: 'Injected where others do not suit; nausea is common.',
    },
  },
  'sulfonamide-antibiotics': {
    name: 'antibiotic (sulfonamide)',
    text: 'Sulfa antibiotics, usually combined with trimethoprim for infections of the urinary tract and others, or to prevent certain pneumonias.',
    tell: 'Tell your physician beforehand about allergy to sulfa drugs or G6PD deficiency; get help at once for rash, sore mouth or fever.',
    of: {
      sulfamethoxazole: 'Mostly used in a combination; drink enough.',
    },
  },
  trimethoprim: {
    name: 'antibiotic',
    text: 'Used for infections of the urinary tract and others, often with a sulfa drug.',
    tell: 'Tell your physician about kidney disease, high potassium, lack of folic acid or pregnancy; see one soon for rash or fever.',
    of: {
      trimethoprim: 'May raise potassium.',
    },
  },
  aminoglycosides: {
    name: 'antibiotic (aminoglycoside)',
    text: 'Injections are mostly used in hospital for serious infections; drops and ointments treat local ones.',
    tell: 'Tell staff at once about loss of hearing, ringing, dizziness or little urine; mention kidney disease or a torn eardrum beforehand.',
    of: {
      gentamicin: 'Also as eye drops and ointment.',
      amikacin: 'For more resistant bacteria.',
      tobramycin: 'Also as eye drops and to inhale.',
      neomycin: 'Mostly in ointments; by mouth before bowel surgery.',
    },
  },
  glycopeptides: {
    name: 'antibiotic (glycopeptide)',
    text: 'Injected antibiotics, mostly used in hospital against resistant bacteria.',
    tell: 'Tell staff at once about a red itching face and neck during the drip, or changes in hearing.',
    of: {
      vancomycin: 'By mouth only for diarrhoea caused by C. difficile.',
    },
  },
  nitroimidazoles: {
    name: 'antibiotic (nitroimidazole)',
    text: 'Used against anaerobic bacteria and protozoa, as in infections of gums, bowel or vagina.',
    tell: 'Alcohol can make you very unwell: ask your pharmacist how long to avoid it. Mention blood thinners, and numb hands or feet.',
    of: {
      metronidazole: 'A metallic taste may come; also for vagina and skin.',
    },
  },
  'urinary-antibiotics': {
    name: 'antibiotic for the bladder',
    text: 'These drugs act mainly in the bladder; they are used for infections of the urinary tract.',
    tell: 'Tell your physician about fever, flank pain, pregnancy or kidney disease; see one soon for breathlessness or numbness.',
    of: {
      nitrofurantoin: 'With food; urine turns brown; lungs and nerves are watched with long use.',
      fosfomycin: 'The powder is often used just once; also injected.',
    },
  },
  oxazolidinones: {
    name: 'antibiotic',
    text: 'An antibiotic against resistant bacteria.',
    tell: 'Tell your physician beforehand about antidepressants; mention changes in sight, bruises or bleeding soon.',
    of: {
      linezolid: 'Go easy on foods rich in tyramine (aged cheese, pickles).',
    },
  },
  'tuberculosis-drugs': {
    name: 'tuberculosis drug',
    text: 'Used for tuberculosis and related infections; taken regularly for months, with help from a treatment observer (DOTS).',
    tell: 'Call your physician or case manager at once for yellow skin or eyes, loss of appetite, blurred sight, numbness or rash; they affect many drugs, the pill included: ask before adding any.',
    of: {
      rifampicin: 'Colours urine, sweat and tears orange; on an empty stomach.',
      isoniazid: 'Often with vitamin B6 against numbness.',
      ethambutol: 'Can affect sight and colours.',
      pyrazinamide: 'May raise uric acid and make joints ache.',
      dapsone: 'For leprosy and some skin diseases; mention G6PD deficiency beforehand.',
    },
  },
  antifungals: {
    name: 'antifungal',
    text: 'Used for fungal infections such as ringworm, nail fungus or thrush; tablets need more care than creams.',
    tell: 'Before tablets ask your pharmacist if you use cholesterol drugs, blood thinners, sleeping tablets or heart drugs, or have had liver disease; see a physician for yellow skin or dark urine.',
    of: {
      fluconazole: 'By mouth, often for thrush.',
      itraconazole: 'Capsules need food and acid; mention heart failure beforehand.',
      voriconazole: 'Sight may change; skin burns in the sun.',
      terbinafine: 'By mouth for nail fungus, with the liver watched; also as cream.',
      griseofulvin: 'For scalp ringworm and others; better with fatty food.',
      nystatin: 'Acts locally, as for thrush of mouth or vagina.',
      clotrimazole: 'On the skin or in the vagina.',
      econazole: 'On the skin or in the vagina.',
      ketoconazole: 'Mostly on the skin or as shampoo; tablets are rare because of the liver.',
    },
  },
  'worm-drugs': {
    name: 'drug against parasites',
    text: 'Used against parasites such as pinworm, roundworm or scabies.',
    tell: 'Ask your physician first in pregnancy and for small children, and whether people at home need treatment too.',
    of: {
      mebendazole: 'For pinworm, roundworm, hookworm and others.',
      albendazole: 'For many worms in bowel and tissue.',
      ivermectin: 'By mouth for threadworm or scabies; on the skin for rosacea.',
    },
  },
  antimalarials: {
    name: 'immune-modulating and malaria drug',
    text: 'It adjusts the immune system; it is usually taken for lupus or rheumatoid arthritis, also against malaria.',
    tell: 'The eyes need regular checks: ask your physician how often. Mention changes in sight, palpitations or low blood sugar soon, and G6PD deficiency beforehand.',
    of: {
      hydroxychloroquine: 'Takes weeks to months to work.',
    },
  },
  'herpes-drugs': {
    name: 'drug against herpes viruses',
    text: 'Used against herpes viruses, as in shingles, cold sores or genital herpes; an early start helps.',
    tell: 'Tell your physician beforehand about kidney disease; get help at once for confusion, little urine, or blisters near the eye.',
    of: {
      aciclovir: 'By mouth, injection, on skin or eye; drink enough.',
      valaciclovir: 'Turns into aciclovir and is taken less often.',
      famciclovir: 'For shingles, cold sores or genital herpes.',
      valganciclovir:
        'Against cytomegalovirus after transplants; blood cells are followed and pregnancy is to be avoided.',
    },
  },
  'influenza-drugs': {
    name: 'influenza drug',
    text: 'Used for influenza, usually early after symptoms begin.',
    tell: 'Get help at once for breathlessness, chest pain, confusion or odd behaviour; mention pregnancy or kidney disease.',
    of: {
      oseltamivir: 'Capsule or powder; nausea is common.',
      zanamivir: 'Inhaled; ask first with asthma or chronic lung disease.',
      peramivir: 'A single drip.',
      'baloxavir marboxil': 'Taken once; not with dairy, calcium or iron.',
    },
  },
  'covid-drugs': {
    name: 'COVID-19 drug',
    text: 'Used for COVID-19, usually early and for people at higher risk.',
    tell: 'Tell your physician every drug you use, since many must not be combined; mention a possible pregnancy, liver or kidney disease. Get help at once for breathlessness or chest pain.',
    of: {
      nirmatrelvir: 'Packed with ritonavir, so many drugs interact.',
      molnupiravir: 'By mouth; not suited to pregnancy.',
    },
  },
  'hepatitis-b-drugs': {
    name: 'hepatitis B drug',
    text: 'These drugs hold back the hepatitis B virus and protect the liver; some are used against HIV too.',
    tell: 'A sudden break can make hepatitis flare badly: ask your physician before any change. See one soon for tiredness, yellow skin or dark urine; keep the planned blood tests and ultrasound.',
    of: {
      lamivudine: 'Also an HIV drug, in another strength.',
      'adefovir dipivoxil': 'Kidneys are followed.',
      entecavir: 'On an empty stomach.',
      telbivudine: 'Muscle weakness should be reported soon.',
      'tenofovir disoproxil': 'Kidneys and bones are followed; also used against HIV.',
      'tenofovir alafenamide': 'Affects kidneys and bones less; also used against HIV.',
    },
  },
  'hepatitis-c-drugs': {
    name: 'hepatitis C drug',
    text: 'Tablets that clear the hepatitis C virus over some weeks or months.',
    tell: 'Before it begins tell your physician all drugs and supplements, and about hepatitis B; get help at once for yellow skin or a very slow pulse.',
    of: {
      ribavirin: 'Used with other drugs; may cause anaemia; both men and women need contraception.',
      sofosbuvir: 'With amiodarone the pulse may fall too low.',
      ledipasvir: 'Shares a tablet with sofosbuvir; needs stomach acid, so mention acid blockers.',
      velpatasvir: 'Shares a tablet with sofosbuvir; needs stomach acid, so mention acid blockers.',
      glecaprevir: 'Shares a tablet with pibrentasvir; with food.',
      pibrentasvir: 'Shares a tablet with glecaprevir; with food.',
    },
  },
  'hiv-drugs': {
    name: 'HIV drug',
    text: 'These drugs hold back HIV; some are also used to prevent infection before or after exposure.',
    tell: 'Regular use matters: ask your case manager or pharmacist about missed doses. Ask before any other drug, antacid or supplement; get help at once for rash with fever.',
    of: {
      abacavir: 'A gene test (HLA-B*57:01) comes first to prevent severe allergy.',
      emtricitabine: 'Mostly in combinations; holds hepatitis B back too.',
      efavirenz: 'Dreams, dizziness or mood changes may come.',
      rilpivirine: 'With food; acid blockers hinder it.',
      dolutegravir: 'Kept apart from calcium, iron and antacids.',
      raltegravir: 'Muscle pain or rash should be reported.',
      ritonavir: 'Mostly boosts other drugs; interacts with very many.',
      cobicistat: 'Boosts other drugs and does not act on the virus; interacts with very many.',
      bictegravir: 'Part of a once-daily combination; kept apart from calcium, iron and antacids.',
      elvitegravir: 'Part of a combination taken with food.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
