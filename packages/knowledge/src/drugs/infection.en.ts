import type { DrugGroupText } from './drug-group.js';

/** Drugs against bacteria, fungi, viruses and parasites. */
export const infection = {
  penicillins: {
    name: 'antibiotic (penicillin)',
    text: 'These antibiotics of the penicillin family are used for bacterial infections; they do not work against colds, which are caused by viruses.',
    tell: 'Tell your doctor beforehand if you are allergic to penicillins or cephalosporins. Get help at once if you have a rash, trouble breathing or a swollen face. Ask your doctor before you end the treatment early. Tell your doctor if you have severe diarrhea.',
    of: {
      amoxicillin:
        'It is often used for infections of the ears, nose, throat, teeth and airways, and to treat Helicobacter infection.',
      ampicillin:
        'It is taken by mouth or injected; it is more likely to cause a rash in people who have certain viral infections.',
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
    tell: 'Tell your doctor beforehand if you are allergic to penicillins or if this drug has ever made your skin turn yellow. Also tell your doctor if you have severe diarrhea.',
    of: {
      'clavulanic acid':
        'It is usually combined with amoxicillin; the combination causes diarrhea more often.',
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
      cefazolin: 'It is injected, often to prevent infection during surgery.',
      cefadroxil: 'It is taken by mouth for infections of the skin, throat or urinary tract.',
      cefradine: 'It is taken by mouth or injected.',
      cefuroxime:
        'It is taken by mouth or injected for infections of the airways, urinary tract and other sites.',
      cefaclor: 'It is taken by mouth, often by children.',
      cefmetazole: 'It is injected, usually for surgery or infections of the belly.',
      cefotaxime: 'It is injected.',
      ceftazidime: 'It is injected and works against Pseudomonas bacteria.',
      ceftriaxone: 'It is injected, usually once a day.',
      cefixime: 'It is taken by mouth.',
      ceftibuten: 'It is taken by mouth on an empty stomach.',
      cefdinir: 'It is taken by mouth; if you also take iron, your stools may turn red.',
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
        'It is an older drug that is more likely than others to upset the stomach; there are also forms for the eyes and skin.',
      roxithromycin: 'It is taken twice a day on an empty stomach.',
      clarithromycin: 'It is also used to treat Helicobacter infection; it may leave a metallic taste.',
      azithromycin:
        'It stays in the body for a long time, so it usually does not need to be taken for many days.',
    },
  },
  lincosamides: {
    name: 'antibiotic (lincosamide)',
    text: 'These antibiotics are used for infections of the skin, teeth or bones; they are also applied to the skin for acne.',
    tell: 'See a doctor promptly if you have severe or bloody diarrhea, even weeks after treatment has ended. Tell your doctor beforehand if you have ever had inflammation of the bowel.',
    of: {
      clindamycin: 'It can be taken by mouth, injected, applied to the skin or used in the vagina.',
      lincomycin: 'It is an older drug that is similar to clindamycin.',
    },
  },
  quinolones: {
    name: 'antibiotic (quinolone)',
    text: 'These antibiotics act on many bacteria and are used for infections of the urinary tract, airways and other sites; drops are used for the eye or ear.',
    tell: 'Get help at once if you have tendon pain, numbness or palpitations, or become confused. Ask your doctor first if you have an aortic aneurysm, epilepsy or myasthenia gravis, or use corticosteroids or diabetes drugs.',
    of: {
      ofloxacin: 'It is taken by mouth and also comes as drops for the eye or ear.',
      ciprofloxacin:
        'It is often used for infections of the urinary tract and bowel; do not take it at the same time as calcium, iron or antacids.',
      norfloxacin: 'It is used for infections of the urinary tract.',
      levofloxacin:
        'It is used for pneumonia, urinary tract infections and other infections; it also comes as eye drops.',
      moxifloxacin:
        'It is used for infections of the airways, and the ECG is monitored; it also comes as eye drops.',
      nemonoxacin: 'It was developed in Taiwan to treat pneumonia caught outside the hospital.',
    },
  },
  tetracyclines: {
    name: 'antibiotic (tetracycline)',
    text: 'These antibiotics are used for bacterial infections, and also for acne and rosacea.',
    tell: 'Ask your doctor first if you are pregnant or breastfeeding, or if the drug is for a child under eight. Your skin may burn easily in the sun, so protect it. Tell your doctor if it hurts to swallow, or if you have a headache with blurred vision. Ask your pharmacist how long to wait between this drug and calcium or iron.',
    of: {
      doxycycline: 'Take it with plenty of water, and do not lie down right afterward.',
      minocycline: 'It may cause dizziness; long-term use may discolor the skin or teeth.',
      tetracycline: 'It is taken on an empty stomach; there are also forms for the eyes and skin.',
      tigecycline: 'It is injected when other drugs are not suitable; nausea is a common side effect.',
    },
  },
  'sulfonamide-antibiotics': {
    name: 'antibiotic (sulfonamide)',
    text: 'These sulfa antibiotics are usually combined with trimethoprim for infections of the urinary tract and other sites, or to prevent certain types of pneumonia.',
    tell: 'Tell your doctor beforehand if you are allergic to sulfa drugs or have G6PD deficiency. Get help at once if you have a rash, mouth sores or a fever.',
    of: {
      sulfamethoxazole: 'It is usually combined with another drug; drink enough water.',
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
    tell: 'Tell the staff at once if you have hearing loss, ringing in the ears or dizziness, or if you pass little urine. Tell your doctor beforehand if you have kidney disease or a torn eardrum.',
    of: {
      gentamicin: 'It also comes as eye drops and an ointment.',
      amikacin: 'It is used against bacteria that resist other aminoglycosides.',
      tobramycin: 'It also comes as eye drops and in a form that is inhaled.',
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
    text: 'These drugs act against anaerobic bacteria and protozoa, which may infect the gums, bowel or vagina, for example.',
    tell: 'Alcohol can make you very unwell: ask your pharmacist how long to avoid it after treatment has ended. Tell your doctor beforehand if you use blood thinners. Also tell your doctor if your hands or feet go numb.',
    of: {
      metronidazole: 'It may leave a metallic taste; there are also forms for the vagina and skin.',
    },
  },
  'urinary-antibiotics': {
    name: 'antibiotic for the bladder',
    text: 'These drugs act mainly in the bladder; they are used for infections of the urinary tract.',
    tell: 'Tell your doctor beforehand if you are pregnant or have kidney disease. Also tell your doctor if you have a fever or pain in your side. See a doctor promptly if you have shortness of breath or numbness.',
    of: {
      nitrofurantoin:
        'Take it with food; it turns urine brown, and the lungs and nerves are monitored during long-term use.',
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
    text: 'These drugs are used for tuberculosis and related infections; they are taken regularly for months, with the support of a care worker from the directly observed treatment (DOTS) program.',
    tell: 'Call your doctor or case manager at once if your skin or eyes turn yellow, you lose your appetite, or you have blurred vision, numbness or a rash. These drugs affect many others, including birth control pills: ask your doctor before you take any other drug.',
    of: {
      rifampicin: 'It turns urine, sweat and tears orange; take it on an empty stomach.',
      isoniazid: 'Vitamin B6 is often given with it to prevent numbness.',
      ethambutol: 'It can affect vision, including color vision.',
      pyrazinamide: 'It may raise uric acid and cause joint pain.',
      dapsone:
        'It is used for leprosy (Hansen’s disease) and some skin diseases; tell your doctor beforehand if you have G6PD deficiency.',
    },
  },
  antifungals: {
    name: 'antifungal',
    text: 'These drugs are used for fungal infections such as ringworm, nail fungus or thrush; the tablets require more caution than the creams.',
    tell: 'If you have liver disease, or use cholesterol drugs, blood thinners, sleeping pills or heart drugs, ask your pharmacist before you take the tablets. See a doctor if your skin turns yellow or your urine becomes dark.',
    of: {
      fluconazole: 'It is taken by mouth, often for thrush.',
      itraconazole:
        'Take the capsules with food, because they need stomach acid; tell your doctor beforehand if you have heart failure.',
      voriconazole: 'Your vision may change, and your skin burns easily in the sun.',
      terbinafine:
        'It is taken by mouth for nail fungus, and liver function is monitored; it also comes as a cream.',
      griseofulvin:
        'It is used for ringworm of the scalp and other infections; it is absorbed better when taken with fatty food.',
      nystatin: 'It acts only where it is applied, for example on thrush of the mouth or vagina.',
      clotrimazole: 'It is used on the skin or in the vagina.',
      econazole: 'It is used on the skin or in the vagina.',
      ketoconazole:
        'It is usually used on the skin or as a shampoo; tablets are rarely used because of the risk to the liver.',
    },
  },
  'worm-drugs': {
    name: 'antiparasitic drug',
    text: 'These drugs are used against parasites such as pinworm, roundworm or scabies.',
    tell: 'Ask your doctor first if you are pregnant or if the drug is for a young child. Also ask whether the people you live with need to be treated.',
    of: {
      mebendazole: 'It is used against pinworms, roundworms, hookworms and other worms.',
      albendazole: 'It is used against many types of worms in the bowel and other tissues.',
      ivermectin:
        'It is taken by mouth for threadworm infection or scabies, and applied to the skin for rosacea.',
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
    text: 'These drugs are used against herpes viruses, for example for shingles, cold sores or genital herpes; they work better when treatment begins early.',
    tell: 'Tell your doctor beforehand if you have kidney disease. Get help at once if you become confused, pass little urine, or have blisters near the eye.',
    of: {
      aciclovir: 'It is taken by mouth, injected, or applied to the skin or the eye; drink enough water.',
      valaciclovir: 'It turns into aciclovir in the body, and it is taken fewer times a day.',
      famciclovir: 'It is used for shingles, cold sores or genital herpes.',
      valganciclovir:
        'It is used against cytomegalovirus after a transplant; blood counts are monitored, and pregnancy must be avoided.',
    },
  },
  'influenza-drugs': {
    name: 'influenza drug',
    text: 'These drugs are used for influenza, usually soon after symptoms begin.',
    tell: 'Get help at once if you have shortness of breath or chest pain, become confused or behave unusually. Tell your doctor beforehand if you are pregnant or have kidney disease.',
    of: {
      oseltamivir: 'It comes as a capsule or powder; nausea is a common side effect.',
      zanamivir: 'It is inhaled; if you have asthma or chronic lung disease, ask your doctor first.',
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
    tell: 'Stopping suddenly can cause a severe flare-up of hepatitis: ask your doctor before you stop or change this drug. See a doctor promptly if you feel tired, your skin turns yellow or your urine becomes dark. Follow your clinic’s plan for blood tests and ultrasound.',
    of: {
      lamivudine: 'It is also used for HIV, at a different strength.',
      'adefovir dipivoxil': 'Kidney function is monitored.',
      entecavir: 'Take it on an empty stomach.',
      telbivudine: 'Tell your doctor promptly if your muscles become weak.',
      'tenofovir disoproxil': 'Kidney function and bone density are monitored; it is also used for HIV.',
      'tenofovir alafenamide':
        'It affects the kidneys and bones less than tenofovir disoproxil; it is also used for HIV.',
    },
  },
  'hepatitis-c-drugs': {
    name: 'hepatitis C drug',
    text: 'These tablets clear the hepatitis C virus within weeks to months.',
    tell: 'Before treatment begins, tell your doctor which drugs and supplements you use and whether you have hepatitis B. Get help at once if your skin turns yellow or your pulse becomes very slow.',
    of: {
      ribavirin:
        'It is used together with other drugs and may cause anemia; both men and women need to use contraception.',
      sofosbuvir: 'If it is taken together with amiodarone, the pulse may become too slow.',
      ledipasvir:
        'It is combined with sofosbuvir in one tablet and needs stomach acid, so tell your doctor if you take stomach acid blockers.',
      velpatasvir:
        'It is combined with sofosbuvir in one tablet and needs stomach acid, so tell your doctor if you take stomach acid blockers.',
      glecaprevir: 'It is combined with pibrentasvir in one tablet; take it with food.',
      pibrentasvir: 'It is combined with glecaprevir in one tablet; take it with food.',
    },
  },
  'hiv-drugs': {
    name: 'HIV drug',
    text: 'These drugs suppress HIV; some are also used to prevent infection before or after exposure.',
    tell: 'Taking the drug regularly is important: ask your case manager or pharmacist what to do if you miss a dose. Ask your doctor before you use any antacid, supplement or other drug. Get help at once if you have a rash with fever.',
    of: {
      abacavir:
        'A genetic test (HLA-B*57:01) is done before treatment to prevent a severe allergic reaction.',
      emtricitabine:
        'It is usually combined with other drugs in one tablet; it also suppresses the hepatitis B virus.',
      efavirenz: 'It may cause vivid dreams, dizziness or mood changes.',
      rilpivirine: 'Take it with food; stomach acid blockers reduce its effect.',
      dolutegravir: 'Do not take it at the same time as calcium, iron or antacids.',
      raltegravir: 'Tell your doctor if you have muscle pain or a rash.',
      ritonavir:
        'It is usually used to strengthen the effect of other drugs; it interacts with a great many drugs.',
      cobicistat:
        'It strengthens the effect of other drugs but does not act on the virus itself; it interacts with a great many drugs.',
      bictegravir:
        'It is part of a once-daily combination tablet; do not take it at the same time as calcium, iron or antacids.',
      elvitegravir: 'It is part of a combination tablet that is taken with food.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
