import type { DrugGroupText } from './drug-group.js';

/** Drugs against bacteria, fungi, viruses and parasites. */
export const infection = {
  penicillins: {
    name: 'antibiotic (penicillin)',
    text: 'These antibiotics of the penicillin family are used for bacterial infections; they do not work against colds, which are caused by viruses.',
    tell: 'Tell your doctor beforehand if you are allergic to penicillins or cephalosporins. Get help at once if you have a rash, trouble breathing or a swollen face. Ask your doctor before ending the course early. Tell your doctor if you have severe diarrhea.',
    of: {
      amoxicillin:
        'It is often used for infections of the ears, nose, throat, teeth and airways, and in Helicobacter treatment.',
      ampicillin: 'It is taken by mouth or injected; a rash is more likely during some viral infections.',
      piperacillin: 'It is injected, usually together with tazobactam, for more serious infections.',
      benzylpenicillin: 'It is penicillin G and is given by injection.',
      phenoxymethylpenicillin: 'It is penicillin V and is taken by mouth.',
      'benzathine benzylpenicillin':
        'It is a long-acting injection into a muscle and is used to treat syphilis or to prevent rheumatic fever.',
      dicloxacillin: 'It is used for staphylococcal infections of the skin and is taken on an empty stomach.',
      oxacillin: 'It is injected for staphylococcal infections.',
    },
  },
  'betalactamase-inhibitors': {
    name: 'part of an antibiotic',
    text: 'This ingredient protects an antibiotic from the bacteria’s defenses; it is combined with a penicillin.',
    tell: 'Tell your doctor beforehand if you are allergic to penicillins or have had yellow skin after this drug. Also tell your doctor if you have severe diarrhea.',
    of: {
      'clavulanic acid':
        'It is usually combined with amoxicillin; it makes diarrhea a more common side effect.',
      sulbactam: 'It is usually combined with ampicillin.',
      tazobactam: 'It is usually combined with piperacillin.',
    },
  },
  cephalosporins: {
    name: 'antibiotic (cephalosporin)',
    text: 'These antibiotics of the cephalosporin family are used for many bacterial infections.',
    tell: 'Tell your doctor beforehand if you are allergic to penicillins or cephalosporins. Get help at once if you have a rash or trouble breathing. Tell your doctor if you have severe diarrhea.',
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
    text: 'These injected antibiotics are kept in reserve; they are usually used in the hospital for serious infections.',
    tell: 'Tell the staff if you are allergic to penicillins, have epilepsy, or use valproic acid.',
    of: {
      meropenem: 'It is used for serious or resistant infections.',
      ertapenem: 'It is used once a day.',
    },
  },
  macrolides: {
    name: 'antibiotic (macrolide)',
    text: 'These antibiotics are used for infections of the airways and other sites, sometimes in people who are allergic to penicillins.',
    tell: 'Get help at once if you have palpitations or faint. Ask your pharmacist whether you can combine the drug with cholesterol drugs, heart-rhythm drugs or blood thinners.',
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
    tell: 'See a doctor promptly if you have severe or bloody diarrhea, even weeks after the course. Tell your doctor beforehand if you have had bowel inflammation.',
    of: {
      clindamycin: 'It can be taken by mouth, injected, applied to the skin or used in the vagina.',
      lincomycin: 'It is an older relative of clindamycin.',
    },
  },
  quinolones: {
    name: 'antibiotic (quinolone)',
    text: 'These antibiotics act on many bacteria and are used for infections of the urinary tract, airways and other sites; drops are used for the eye or ear.',
    tell: 'Get help at once if you have tendon pain, numbness, palpitations or confusion. Ask your doctor first if you have an aortic aneurysm, epilepsy or myasthenia, or use corticosteroids or diabetes drugs.',
    of: {
      ofloxacin: 'It is taken by mouth and also comes as drops for the eye or ear.',
      ciprofloxacin:
        'It is often used for infections of the urinary tract and bowel; do not take it at the same time as calcium, iron or antacids.',
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
    tell: 'Ask your doctor first if you are pregnant or breastfeeding, or if the drug is for a child under eight. Your skin may burn easily in the sun, so protect it. Tell your doctor if you have pain when swallowing, or a headache with blurred vision. Ask your pharmacist how long to wait between this drug and calcium or iron.',
    of: {
      doxycycline: 'Take it with plenty of water, and do not lie down right afterward.',
      minocycline: 'It may cause dizziness; long-term use may discolor the skin or teeth.',
      tetracycline: 'It is taken on an empty stomach; it also comes in forms for the eyes and skin.',
      tigecycline: 'It is injected when other drugs are not suitable; nausea is a common side effect.',
    },
  },
  'sulfonamide-antibiotics': {
    name: 'antibiotic (sulfonamide)',
    text: 'These sulfa antibiotics are usually combined with trimethoprim for infections of the urinary tract and other sites, or to prevent certain types of pneumonia.',
    tell: 'Tell your doctor beforehand if you are allergic to sulfa drugs or have G6PD deficiency. Get help at once if you have a rash, mouth sores or a fever.',
    of: {
      sulfamethoxazole: 'It is usually used in a combination; drink enough water.',
    },
  },
  trimethoprim: {
    name: 'antibiotic',
    text: 'It is used for infections of the urinary tract and other sites, often with a sulfa drug.',
    tell: 'Tell your doctor beforehand if you have kidney disease, high potassium or folic acid deficiency, or are pregnant. See a doctor promptly if you have a rash or fever.',
    of: {
      trimethoprim: 'It may raise blood potassium.',
    },
  },
  aminoglycosides: {
    name: 'antibiotic (aminoglycoside)',
    text: 'Injections are usually used in the hospital for serious infections; drops and ointments treat local infections.',
    tell: 'Tell the staff at once if you have hearing loss, ringing in the ears or dizziness, or pass little urine. Tell your doctor beforehand if you have kidney disease or a torn eardrum.',
    of: {
      gentamicin: 'It also comes as eye drops and ointment.',
      amikacin: 'It is used against bacteria that resist other aminoglycosides.',
      tobramycin: 'It also comes as eye drops and in a form to inhale.',
      neomycin: 'It is usually used in ointments; it is taken by mouth before bowel surgery.',
    },
  },
  glycopeptides: {
    name: 'antibiotic (glycopeptide)',
    text: 'These antibiotics are injected; they are usually used in the hospital against resistant bacteria.',
    tell: 'Tell the staff at once if your face and neck turn red and itch during the infusion, or if your hearing changes.',
    of: {
      vancomycin: 'It is taken by mouth only for diarrhea caused by C. difficile.',
    },
  },
  nitroimidazoles: {
    name: 'antibiotic (nitroimidazole)',
    text: 'These drugs act against anaerobic bacteria and protozoa, for example in infections of the gums, bowel or vagina.',
    tell: 'Alcohol can make you very unwell: ask your pharmacist how long to avoid it after the course. Tell your doctor beforehand if you use blood thinners. Also tell your doctor if your hands or feet go numb.',
    of: {
      metronidazole: 'It may cause a metallic taste; it also comes in forms for the vagina and skin.',
    },
  },
  'urinary-antibiotics': {
    name: 'antibiotic for the bladder',
    text: 'These drugs act mainly in the bladder; they are used for infections of the urinary tract.',
    tell: 'Tell your doctor beforehand if you are pregnant or have kidney disease. Also tell your doctor if you have a fever or pain in the side. See a doctor promptly if you have shortness of breath or numbness.',
    of: {
      nitrofurantoin:
        'Take it with food; urine turns brown, and the lungs and nerves are monitored during long-term use.',
      fosfomycin: 'The powder is often taken just once; it also comes as an injection.',
    },
  },
  oxazolidinones: {
    name: 'antibiotic',
    text: 'This antibiotic is used against resistant bacteria.',
    tell: 'Tell your doctor beforehand if you use antidepressants. Tell your doctor promptly if you have changes in vision, bruises or bleeding.',
    of: {
      linezolid: 'Eat only small amounts of foods rich in tyramine, such as aged cheese or pickles.',
    },
  },
  'tuberculosis-drugs': {
    name: 'tuberculosis drug',
    text: 'These drugs are used for tuberculosis and related infections; they are taken regularly for months, with the support of a treatment observer (DOTS).',
    tell: 'Call your doctor or case manager at once if you have yellow skin or eyes, loss of appetite, blurred vision, numbness or a rash. These drugs affect many others, including birth control pills: ask your doctor before adding any other drug.',
    of: {
      rifampicin: 'It turns urine, sweat and tears orange; take it on an empty stomach.',
      isoniazid: 'Vitamin B6 is often given with it to prevent numbness.',
      ethambutol: 'It can affect vision, including color vision.',
      pyrazinamide: 'It may raise uric acid and cause joint pain.',
      dapsone:
        'It is used for leprosy and some skin diseases; tell your doctor beforehand if you have G6PD deficiency.',
    },
  },
  antifungals: {
    name: 'antifungal',
    text: 'These drugs are used for fungal infections such as ringworm, nail fungus or thrush; tablets need more caution than creams.',
    tell: 'Ask your pharmacist before taking tablets if you have liver disease, or use cholesterol drugs, blood thinners, sleeping pills or heart drugs. See a doctor if you have yellow skin or dark urine.',
    of: {
      fluconazole: 'It is taken by mouth, often for thrush.',
      itraconazole:
        'Take the capsules with food, because they need stomach acid; tell your doctor beforehand if you have heart failure.',
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
    name: 'antiparasitic drug',
    text: 'These drugs are used against parasites such as pinworm, roundworm or scabies.',
    tell: 'Ask your doctor first if you are pregnant or if the drug is for a young child. Also ask whether the people you live with need treatment.',
    of: {
      mebendazole: 'It is used for pinworm, roundworm, hookworm and other worms.',
      albendazole: 'It is used for many worms in the bowel and other tissues.',
      ivermectin: 'It is taken by mouth for threadworm or scabies, and applied to the skin for rosacea.',
    },
  },
  antimalarials: {
    name: 'immune-modulating and malaria drug',
    text: 'It regulates the immune system; it is usually taken for lupus or rheumatoid arthritis, and also for malaria.',
    tell: 'The eyes need regular checks: ask your doctor how often. Tell your doctor promptly if you have changes in vision, palpitations or low blood sugar. Tell your doctor beforehand if you have G6PD deficiency.',
    of: {
      hydroxychloroquine: 'It takes weeks to months to work.',
    },
  },
  'herpes-drugs': {
    name: 'herpes virus drug',
    text: 'These drugs are used against herpes viruses, for example for shingles, cold sores or genital herpes; they work better when started early.',
    tell: 'Tell your doctor beforehand if you have kidney disease. Get help at once if you have confusion, pass little urine, or get blisters near the eye.',
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
    tell: 'Get help at once if you have shortness of breath, chest pain, confusion or unusual behavior. Tell your doctor beforehand if you are pregnant or have kidney disease.',
    of: {
      oseltamivir: 'It comes as a capsule or powder; nausea is a common side effect.',
      zanamivir: 'It is inhaled; ask your doctor first if you have asthma or chronic lung disease.',
      peramivir: 'It is given as a single infusion.',
      'baloxavir marboxil': 'It is taken once; do not take it with dairy products, calcium or iron.',
    },
  },
  'covid-drugs': {
    name: 'COVID-19 drug',
    text: 'These drugs are used for COVID-19, usually early in the illness and in people at higher risk.',
    tell: 'Tell your doctor about every drug you use, because many must not be taken together with this drug. Also tell your doctor if you may be pregnant, or have liver or kidney disease. Get help at once if you have shortness of breath or chest pain.',
    of: {
      nirmatrelvir: 'It comes in a package with ritonavir, so it interacts with many drugs.',
      molnupiravir: 'It is taken by mouth; it is not suitable in pregnancy.',
    },
  },
  'hepatitis-b-drugs': {
    name: 'hepatitis B drug',
    text: 'These drugs suppress the hepatitis B virus and protect the liver; some are also used for HIV.',
    tell: 'Stopping suddenly can cause a severe flare-up of hepatitis: ask your doctor before you stop or change this drug. See a doctor promptly if you have tiredness, yellow skin or dark urine. Follow your clinic’s plan for blood tests and ultrasound.',
    of: {
      lamivudine: 'It is also used for HIV, at a different strength.',
      'adefovir dipivoxil': 'Kidney function is monitored.',
      entecavir: 'Take it on an empty stomach.',
      telbivudine: 'Tell your doctor promptly if you have muscle weakness.',
      'tenofovir disoproxil': 'Kidney function and bones are monitored; it is also used for HIV.',
      'tenofovir alafenamide':
        'It affects the kidneys and bones less than tenofovir disoproxil; it is also used for HIV.',
    },
  },
  'hepatitis-c-drugs': {
    name: 'hepatitis C drug',
    text: 'These tablets clear the hepatitis C virus within weeks to months.',
    tell: 'Before treatment begins, tell your doctor which drugs and supplements you use and whether you have hepatitis B. Get help at once if you have yellow skin or a very slow pulse.',
    of: {
      ribavirin:
        'It is used with other drugs and may cause anemia; both men and women need to use contraception.',
      sofosbuvir: 'If it is taken together with amiodarone, the pulse may become too slow.',
      ledipasvir:
        'It is combined with sofosbuvir in one tablet and needs stomach acid, so tell your doctor if you use acid blockers.',
      velpatasvir:
        'It is combined with sofosbuvir in one tablet and needs stomach acid, so tell your doctor if you use acid blockers.',
      glecaprevir: 'It is combined with pibrentasvir in one tablet; take it with food.',
      pibrentasvir: 'It is combined with glecaprevir in one tablet; take it with food.',
    },
  },
  'hiv-drugs': {
    name: 'HIV drug',
    text: 'These drugs suppress HIV; some are also used to prevent infection before or after exposure.',
    tell: 'Taking the drug regularly is important: ask your case manager or pharmacist what to do about missed doses. Ask your doctor before using any other drug, antacid or supplement. Get help at once if you have a rash with fever.',
    of: {
      abacavir: 'A gene test (HLA-B*57:01) is done first to prevent a severe allergic reaction.',
      emtricitabine: 'It is usually used in combinations; it also suppresses hepatitis B.',
      efavirenz: 'It may cause vivid dreams, dizziness or mood changes.',
      rilpivirine: 'Take it with food; acid blockers reduce its effect.',
      dolutegravir: 'Do not take it at the same time as calcium, iron or antacids.',
      raltegravir: 'Tell your doctor if you have muscle pain or a rash.',
      ritonavir: 'It is usually used to boost other drugs and interacts with a great many drugs.',
      cobicistat:
        'It boosts other drugs and does not act on the virus itself; it interacts with a great many drugs.',
      bictegravir:
        'It is part of a once-daily combination tablet; do not take it at the same time as calcium, iron or antacids.',
      elvitegravir: 'It is part of a combination tablet that is taken with food.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
