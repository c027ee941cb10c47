import type { DrugGroupText } from './drug-group.js';

/** Bacteria, fungi, viruses and parasites. */
export const infection = {
  penicillins: {
    name: 'antibiotic (penicillin)',
    text: 'These antibiotics of the penicillin family are used for bacterial infections; they do not work against colds, which are caused by viruses.',
    tell: 'Tell your doctor beforehand about allergy to penicillins or cephalosporins; get help at once for rash, wheezing or a swollen face. Ask your doctor before ending the course early, and mention severe diarrhea.',
    of: {
      amoxicillin:
        'It is often used for infections of the ears, nose, throat, teeth and airways, and in Helicobacter treatment.',
      ampicillin: 'It is taken by mouth or injected; a rash is more likely during some viral infections.',
      piperacillin: 'It is injected, usually together with tazobactam, for more serious infections.',
      benzylpenicillin: 'It is penicillin G and is given by injection.',
      phenoxymethylpenicillin: 'It is penicillin V and is taken by mouth.',
      'benzathine benzylpenicillin':
        'It is a long-acting injection into a muscle, for syphilis or to prevent rheumatic fever.',
      dicloxacillin: 'It is used for staphylococcal infections of the skin and is taken on an empty stomach.',
      oxacillin: 'It is injected for staphylococcal infections.',
    },
  },
  'betalactamase-inhibitors': {
    name: 'part of an antibiotic',
    text: 'This ingredient protects an antibiotic from the bacteria’s defenses; it is combined with a penicillin.',
    tell: 'Tell your doctor beforehand about penicillin allergy or jaundice after this drug; mention severe diarrhea.',
    of: {
      'clavulanic acid': 'It is usually combined with amoxicillin; diarrhea is a more common side effect.',
      sulbactam: 'It is usually combined with ampicillin.',
      tazobactam: 'It is usually combined with piperacillin.',
    },
  },
  cephalosporins: {
    name: 'antibiotic (cephalosporin)',
    text: 'These antibiotics of the cephalosporin family are used for many bacterial infections.',
    tell: 'Tell your doctor beforehand about allergy to penicillins or cephalosporins; get help at once for rash or wheezing, and mention severe diarrhea.',
    of: {
      cefalexin: 'It is taken by mouth for infections of the skin, urinary tract and other sites.',
      cefazolin: 'It is injected, often to prevent infection at surgery.',
      cefadroxil: 'It is taken by mouth for infections of the skin, throat or urinary tract.',
      cefradine: 'It is taken by mouth or injected.',
      cefuroxime:
        'It is taken by mouth or injected for infections of the airways, urinary tract and other sites.',
      cefaclor: 'It is taken by mouth, often by children.',
      cefmetazole: 'It is injected, usually for surgery or infections of the belly.',
      cefotaxime: 'It is injected.',
      ceftazidime: 'It is injected; it works against Pseudomonas.',
      ceftriaxone: 'It is injected, usually once a day.',
      cefixime: 'It is taken by mouth.',
      ceftibuten: 'It is taken by mouth on an empty stomach.',
      cefdinir: 'It is taken by mouth; together with iron it may turn the stools red.',
      cefepime: 'It is injected; confusion is more likely in people with reduced kidney function.',
    },
  },
  carbapenems: {
    name: 'antibiotic (carbapenem)',
    text: 'These reserve antibiotics are injected; they are usually used in the hospital for serious infections.',
    tell: 'Tell the staff about a penicillin allergy, epilepsy or use of valproic acid.',
    of: {
      meropenem: 'It is used for serious or resistant infections.',
      ertapenem: 'It is used once a day.',
    },
  },
  macrolides: {
    name: 'antibiotic (macrolide)',
    text: 'These antibiotics are used for infections of the airways and other sites, sometimes in people who are allergic to penicillins.',
    tell: 'Get help at once for palpitations or fainting; ask your pharmacist whether it can be combined with cholesterol drugs, heart-rhythm drugs or blood thinners.',
    of: {
      erythromycin:
        'It is an older drug that is more likely to upset the stomach; it also comes in forms for the eyes and skin.',
      roxithromycin: 'It is taken twice a day on an empty stomach.',
      clarithromycin: 'It is also used in Helicobacter treatment; it may cause a metallic taste.',
      azithromycin: 'It stays in the body for a long time, so courses are short.',
    },
  },
  lincosamides: {
    name: 'antibiotic (lincosamide)',
    text: 'These antibiotics are used for infections of the skin, teeth or bones; they are also applied to the skin for acne.',
    tell: 'See a doctor promptly for severe or bloody diarrhea, even weeks after the course; mention past bowel inflammation beforehand.',
    of: {
      clindamycin: 'It can be taken by mouth, injected, applied to the skin or used in the vagina.',
      lincomycin: 'It is an older relative of clindamycin.',
    },
  },
  quinolones: {
    name: 'antibiotic (quinolone)',
    text: 'These antibiotics act on many bacteria and are used for infections of the urinary tract, airways and other sites; drops are used for the eye or ear.',
    tell: 'Get help at once for tendon pain, numbness, palpitations or confusion. Ask first in case of an aortic aneurysm, epilepsy or myasthenia, or if you use corticosteroids or diabetes drugs.',
    of: {
      ofloxacin: 'It is taken by mouth and also comes as drops for the eye or ear.',
      ciprofloxacin:
        'It is often used for infections of the urinary tract and bowel; take it apart from calcium, iron and antacids.',
      norfloxacin: 'It is used for infections of the urinary tract.',
      levofloxacin:
        'It is used for pneumonia, infections of the urinary tract and other infections; it also comes as eye drops.',
      moxifloxacin:
        'It is used for infections of the airways, and the ECG is monitored; it also comes as eye drops.',
      nemonoxacin: 'It was developed in Taiwan for pneumonia caught outside the hospital.',
    },
  },
  tetracyclines: {
    name: 'antibiotic (tetracycline)',
    text: 'These antibiotics are used for bacterial infections, and also for acne and rosacea.',
    tell: 'Ask first during pregnancy or breastfeeding and for children under eight. Your skin may burn easily in the sun. Mention pain when swallowing, or headache with blurred vision; ask your pharmacist how long to wait between taking it and calcium or iron.',
    of: {
      doxycycline: 'Take it with plenty of water, and do not lie down right afterwards.',
      minocycline: 'It may cause dizziness; long-term use may discolor the skin or teeth.',
      tetracycline: 'It is taken on an empty stomach; it also comes in forms for the eyes and skin.',
      tigecycline: 'It is injected when other drugs are not suitable; nausea is a common side effect.',
    },
  },
  'sulfonamide-antibiotics': {
    name: 'antibiotic (sulfonamide)',
    text: 'These sulfa antibiotics are usually combined with trimethoprim for infections of the urinary tract and other sites, or to prevent certain types of pneumonia.',
    tell: 'Tell your doctor beforehand about allergy to sulfa drugs or G6PD deficiency; get help at once for a rash, mouth sores or fever.',
    of: {
      sulfamethoxazole: 'It is usually used in a combination; drink enough water.',
    },
  },
  trimethoprim: {
    name: 'antibiotic',
    text: 'It is used for infections of the urinary tract and other sites, often with a sulfa drug.',
    tell: 'Tell your doctor about kidney disease, high potassium, folic acid deficiency or pregnancy; see a doctor promptly for rash or fever.',
    of: {
      trimethoprim: 'It may raise blood potassium.',
    },
  },
  aminoglycosides: {
    name: 'antibiotic (aminoglycoside)',
    text: 'Injections are usually used in the hospital for serious infections; drops and ointments treat local infections.',
    tell: 'Tell the staff at once about hearing loss, ringing in the ears, dizziness or passing little urine; mention kidney disease or a torn eardrum beforehand.',
    of: {
      gentamicin: 'It also comes as eye drops and ointment.',
      amikacin: 'It is used for more resistant bacteria.',
      tobramycin: 'It also comes as eye drops and for inhaling.',
      neomycin: 'It is usually used in ointments; it is taken by mouth before bowel surgery.',
    },
  },
  glycopeptides: {
    name: 'antibiotic (glycopeptide)',
    text: 'These antibiotics are injected; they are usually used in the hospital against resistant bacteria.',
    tell: 'Tell the staff at once about redness and itching of the face and neck during the infusion, or changes in hearing.',
    of: {
      vancomycin: 'It is taken by mouth only for diarrhea caused by C. difficile.',
    },
  },
  nitroimidazoles: {
    name: 'antibiotic (nitroimidazole)',
    text: 'These drugs act against anaerobic bacteria and protozoa, for example for infections of the gums, bowel or vagina.',
    tell: 'Alcohol can make you very unwell: ask your pharmacist how long to avoid it. Mention blood thinners and numbness of the hands or feet.',
    of: {
      metronidazole: 'It may cause a metallic taste; it also comes in forms for the vagina and skin.',
    },
  },
  'urinary-antibiotics': {
    name: 'antibiotic for the bladder',
    text: 'These drugs act mainly in the bladder; they are used for infections of the urinary tract.',
    tell: 'Tell your doctor about fever, pain in the side, pregnancy or kidney disease; see a doctor promptly for shortness of breath or numbness.',
    of: {
      nitrofurantoin:
        'Take it with food; urine turns brown, and the lungs and nerves are monitored during long-term use.',
      fosfomycin: 'The powder is often taken just once; it also comes as an injection.',
    },
  },
  oxazolidinones: {
    name: 'antibiotic',
    text: 'This antibiotic is used against resistant bacteria.',
    tell: 'Tell your doctor beforehand about antidepressants; mention changes in vision, bruises or bleeding promptly.',
    of: {
      linezolid: 'Eat only small amounts of foods rich in tyramine, such as aged cheese or pickles.',
    },
  },
  'tuberculosis-drugs': {
    name: 'tuberculosis drug',
    text: 'These drugs are used for tuberculosis and related infections; they are taken regularly for months, with the support of a treatment observer (DOTS).',
    tell: 'Call your doctor or case manager at once for yellow skin or eyes, loss of appetite, blurred vision, numbness or a rash. These drugs affect many others, including birth control pills: ask before adding any.',
    of: {
      rifampicin: 'It turns urine, sweat and tears orange; take it on an empty stomach.',
      isoniazid: 'Vitamin B6 is often given with it to prevent numbness.',
      ethambutol: 'It can affect vision, including color vision.',
      pyrazinamide: 'It may raise uric acid and cause joint pain.',
      dapsone: 'It is used for leprosy and some skin diseases; mention G6PD deficiency beforehand.',
    },
  },
  antifungals: {
    name: 'antifungal',
    text: 'These drugs are used for fungal infections such as ringworm, nail fungus or thrush; tablets need more caution than creams.',
    tell: 'Before taking tablets, tell your pharmacist about cholesterol drugs, blood thinners, sleeping pills, heart drugs or past liver disease; see a doctor for yellow skin or dark urine.',
    of: {
      fluconazole: 'It is taken by mouth, often for thrush.',
      itraconazole:
        'Take the capsules with food, because they need stomach acid; mention heart failure beforehand.',
      voriconazole: 'Vision may change, and the skin burns easily in the sun.',
      terbinafine:
        'It is taken by mouth for nail fungus while liver function is monitored; it also comes as a cream.',
      griseofulvin:
        'It is used for scalp ringworm and other infections; it is absorbed better with fatty food.',
      nystatin: 'It acts locally, for example on thrush of the mouth or vagina.',
      clotrimazole: 'It is used on the skin or in the vagina.',
      econazole: 'It is used on the skin or in the vagina.',
      ketoconazole:
        'It is usually used on the skin or as a shampoo; tablets are rarely used because of the risk to the liver.',
    },
  },
  'worm-drugs': {
    name: 'drug against parasites',
    text: 'These drugs are used against parasites such as pinworm, roundworm or scabies.',
    tell: 'Ask your doctor first in pregnancy and for young children, and ask whether others at home need treatment too.',
    of: {
      mebendazole: 'It is used for pinworm, roundworm, hookworm and other worms.',
      albendazole: 'It is used for many worms in the bowel and other tissues.',
      ivermectin: 'It is taken by mouth for threadworm or scabies, and applied to the skin for rosacea.',
    },
  },
  antimalarials: {
    name: 'immune-modulating and malaria drug',
    text: 'It regulates the immune system; it is usually taken for lupus or rheumatoid arthritis, and also for malaria.',
    tell: 'The eyes need regular checks: ask your doctor how often. Mention changes in vision, palpitations or low blood sugar promptly, and G6PD deficiency beforehand.',
    of: {
      hydroxychloroquine: 'It takes weeks to months to work.',
    },
  },
  'herpes-drugs': {
    name: 'drug against herpes viruses',
    text: 'These drugs are used against herpes viruses, for example for shingles, cold sores or genital herpes; they work better when started early.',
    tell: 'Tell your doctor beforehand about kidney disease; get help at once for confusion, passing little urine, or blisters near the eye.',
    of: {
      aciclovir: 'It is taken by mouth, injected, or used on the skin or eye; drink enough water.',
      valaciclovir: 'It turns into aciclovir in the body and is taken less often.',
      famciclovir: 'It is used for shingles, cold sores or genital herpes.',
      valganciclovir:
        'It is used against cytomegalovirus after transplants; blood counts are monitored, and pregnancy must be avoided.',
    },
  },
  'influenza-drugs': {
    name: 'influenza drug',
    text: 'These drugs are used for influenza, usually soon after symptoms begin.',
    tell: 'Get help at once for shortness of breath, chest pain, confusion or unusual behavior; tell your doctor about pregnancy or kidney disease.',
    of: {
      oseltamivir: 'It comes as a capsule or powder; nausea is a common side effect.',
      zanamivir: 'It is inhaled; ask first in case of asthma or chronic lung disease.',
      peramivir: 'It is given as a single infusion.',
      'baloxavir marboxil': 'It is taken once; do not take it with dairy products, calcium or iron.',
    },
  },
  'covid-drugs': {
    name: 'COVID-19 drug',
    text: 'These drugs are used for COVID-19, usually early in the illness and in people at higher risk.',
    tell: 'Tell your doctor about every drug you use, because many must not be taken together; mention a possible pregnancy, liver or kidney disease. Get help at once for shortness of breath or chest pain.',
    of: {
      nirmatrelvir: 'It comes in a package with ritonavir, so it interacts with many drugs.',
      molnupiravir: 'It is taken by mouth; it is not suitable in pregnancy.',
    },
  },
  'hepatitis-b-drugs': {
    name: 'hepatitis B drug',
    text: 'These drugs suppress the hepatitis B virus and protect the liver; some are also used for HIV.',
    tell: 'Stopping suddenly can cause a severe flare-up of hepatitis: ask your doctor before any change. See a doctor promptly for tiredness, yellow skin or dark urine, and have the planned blood tests and ultrasound.',
    of: {
      lamivudine: 'It is also an HIV drug, in another strength.',
      'adefovir dipivoxil': 'Kidney function is monitored.',
      entecavir: 'Take it on an empty stomach.',
      telbivudine: 'Report muscle weakness promptly.',
      'tenofovir disoproxil': 'Kidney function and bones are monitored; it is also used for HIV.',
      'tenofovir alafenamide': 'It affects the kidneys and bones less; it is also used for HIV.',
    },
  },
  'hepatitis-c-drugs': {
    name: 'hepatitis C drug',
    text: 'These tablets clear the hepatitis C virus within weeks to months.',
    tell: 'Before treatment begins, tell your doctor about all drugs and supplements, and about hepatitis B; get help at once for yellow skin or a very slow pulse.',
    of: {
      ribavirin:
        'It is used with other drugs and may cause anemia; both men and women need to use contraception.',
      sofosbuvir: 'Together with amiodarone, the pulse may become too slow.',
      ledipasvir:
        'It is combined with sofosbuvir in one tablet and needs stomach acid, so mention acid blockers.',
      velpatasvir:
        'It is combined with sofosbuvir in one tablet and needs stomach acid, so mention acid blockers.',
      glecaprevir: 'It is combined with pibrentasvir in one tablet; take it with food.',
      pibrentasvir: 'It is combined with glecaprevir in one tablet; take it with food.',
    },
  },
  'hiv-drugs': {
    name: 'HIV drug',
    text: 'These drugs suppress HIV; some are also used to prevent infection before or after exposure.',
    tell: 'Taking it regularly is important: ask your case manager or pharmacist what to do about missed doses. Ask before using any other drug, antacid or supplement; get help at once for a rash with fever.',
    of: {
      abacavir: 'A gene test (HLA-B*57:01) is done first to prevent a severe allergic reaction.',
      emtricitabine: 'It is usually used in combinations; it also suppresses hepatitis B.',
      efavirenz: 'It may cause vivid dreams, dizziness or mood changes.',
      rilpivirine: 'Take it with food; acid blockers reduce its effect.',
      dolutegravir: 'Take it apart from calcium, iron and antacids.',
      raltegravir: 'Report muscle pain or a rash.',
      ritonavir: 'It is usually used to boost other drugs and interacts with a great many drugs.',
      cobicistat:
        'It boosts other drugs and does not act on the virus itself; it interacts with a great many drugs.',
      bictegravir:
        'It is part of a once-daily combination tablet; take it apart from calcium, iron and antacids.',
      elvitegravir: 'It is part of a combination tablet that is taken with food.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
