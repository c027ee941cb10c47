import type { DrugGroupText } from './drug-group.js';

/** Mind, sleep, nerves and dependence. */
export const nerves = {
  benzodiazepines: {
    name: 'sedative or sleeping tablet (benzodiazepine)',
    text: 'These drugs calm the brain; they are usually taken for a short time for anxiety, poor sleep, tense muscles or seizures.',
    tell: 'They cause sleepiness, affect driving and balance, and make falls more likely in older people; do not drink alcohol with them. Ask before using them with opioids. Stopping suddenly after long use can be harmful: ask your physician how to reduce them.',
    of: {
      diazepam: 'It is long-acting and also used for tense muscles and seizures.',
      chlordiazepoxide: 'It is also used in alcohol withdrawal, or combined with a drug for cramps.',
      lorazepam: 'It is medium-acting and used for anxiety or sleep.',
      bromazepam: 'It is used for anxiety.',
      alprazolam: 'It is used for anxiety and panic; it acts quickly and for a shorter time.',
      oxazolam: 'It is used for anxiety.',
      fludiazepam: 'It is used for anxiety.',
      clonazepam: 'It is also used for epilepsy, panic or restless legs.',
      flurazepam: 'It is used for sleep; as it is very long-acting, grogginess the next day is more likely.',
      nitrazepam: 'It is used for sleep and also for some kinds of epilepsy.',
      flunitrazepam: 'It is used for severe insomnia and is strictly controlled.',
      estazolam: 'It is used for sleep.',
      triazolam: 'It is very short-acting; gaps in memory are more likely.',
      midazolam: 'It is usually used to calm before an examination or operation.',
      brotizolam: 'It is used for sleep.',
    },
  },
  'z-drugs': {
    name: 'sleeping tablet (Z-drug)',
    text: 'These drugs help people fall asleep; they are usually taken for a short time.',
    tell: 'Tell your physician at once if you walked or did things in your sleep, and about grogginess, falls, or snoring with pauses; do not drink alcohol with them. Discuss it if it is needed for a long time.',
    of: {
      zopiclone: 'It may leave a metallic taste.',
      zolpidem: 'It is common and short-acting; sleepwalking is reported more often with it.',
      zaleplon: 'It is very short-acting.',
      eszopiclone: 'It may leave a bitter taste.',
    },
  },
  'other-anxiolytics': {
    name: 'anxiety drug',
    text: 'It is used for anxiety; the effect takes some time.',
    tell: 'Tell your physician about dizziness, palpitations or restlessness; ask before adding antidepressants or other drugs.',
    of: {
      buspirone: 'It is not a benzodiazepine; sleepiness and dependence are less likely.',
    },
  },
  'other-sleep-drugs': {
    name: 'sleeping drug',
    text: 'These drugs act on the sleep cycle; they are used for poor sleep.',
    tell: 'Tell your physician about sleepiness the next day, nightmares or low mood; do not drink alcohol with them, and ask your pharmacist before adding other drugs.',
    of: {
      melatonin: 'It is the hormone that the body makes at night.',
      ramelteon: 'It acts on melatonin receptors and helps people fall asleep.',
      suvorexant: 'It blocks orexin, which keeps people awake.',
      lemborexant: 'It blocks orexin, which keeps people awake.',
    },
  },
  ssris: {
    name: 'antidepressant (SSRI)',
    text: 'These drugs raise the effect of serotonin in the brain; they are usually taken for depression, anxiety, panic or compulsions, and take weeks to work.',
    tell: 'Call your physician or 1925 at once for thoughts of self-harm. Ask your pharmacist before pain drugs, blood thinners, migraine drugs or St John’s wort; ask your physician before any change.',
    of: {
      fluoxetine: 'It stays in the body for a long time; it is also used for bulimia.',
      citalopram: 'It can affect the ECG.',
      paroxetine:
        'Dizziness or a feeling of electric shocks is more likely when the dose is reduced, so that is done slowly.',
      sertraline: 'It is often used for depression, panic, compulsions or the after-effects of trauma.',
      fluvoxamine: 'It is often used for compulsions; it interacts with many drugs and with caffeine.',
      escitalopram: 'It is often used for depression and anxiety; it can affect the ECG.',
    },
  },
  snris: {
    name: 'antidepressant (SNRI)',
    text: 'These drugs raise the effect of serotonin and noradrenaline; they are usually taken for depression or anxiety, and some for nerve pain too.',
    tell: 'Call your physician or 1925 at once for thoughts of self-harm. Mention rising blood pressure, sweating or trouble passing urine; ask your physician before any change.',
    of: {
      venlafaxine: 'It usually comes as long-acting capsules; blood pressure is monitored.',
      duloxetine:
        'It is also used for nerve pain of diabetes and fibromyalgia; mention liver disease or heavy drinking beforehand.',
      milnacipran: 'It is used for depression or fibromyalgia, depending on the country.',
    },
  },
  'other-antidepressants': {
    name: 'antidepressant',
    text: 'These drugs are used for depression, and some also for sleep, for anxiety or to quit smoking.',
    tell: 'Call your physician or 1925 at once for thoughts of self-harm. Ask your physician or pharmacist before adding other drugs; ask your physician before any change.',
    of: {
      mirtazapine: 'It is taken at bedtime; it increases sleepiness and appetite.',
      trazodone: 'Small amounts often help sleep; a lasting erection needs help at once.',
      bupropion:
        'It is also used to quit smoking; it is not suitable for people with epilepsy or eating disorders.',
      agomelatine: 'It is taken at bedtime; liver tests are needed.',
      vortioxetine: 'It acts on several serotonin receptors; nausea is common.',
      moclobemide: 'It is a reversible MAO inhibitor that must not be combined with many other drugs.',
    },
  },
  tricyclics: {
    name: 'antidepressant (tricyclic)',
    text: 'These are older antidepressants, often used for nerve pain, to prevent migraine, for sleep or for bed-wetting.',
    tell: 'Tell your physician beforehand about heart disease, glaucoma or an enlarged prostate, and about constipation, dry mouth, palpitations or dizziness on standing. For thoughts of self-harm call 1925.',
    of: {
      imipramine: 'It is also used for bed-wetting in children.',
      clomipramine: 'It is also used for compulsions.',
      amitriptyline: 'Small amounts are often used for nerve pain or to prevent migraine.',
      doxepin: 'It is also used for itching or sleep.',
    },
  },
  antipsychotics: {
    name: 'antipsychotic',
    text: 'These drugs adjust dopamine and other signals in the brain; they are used for psychosis or mania, and some also together with antidepressants or for agitation.',
    tell: 'Get help at once for high fever with stiff muscles; tell your physician about movements you cannot control, restlessness, and rising weight or blood sugar. Ask your physician before any change.',
    of: {
      haloperidol: 'It is a strong older drug; stiffness and restlessness are more likely.',
      chlorpromazine:
        'It is an older drug; sleepiness, dizziness and sunburn are more likely; it is also used for hiccups that do not end.',
      flupentixol: 'Small amounts are used for depression too; it also comes as a long-acting injection.',
      sulpiride: 'Small amounts are used for stomach problems and depression too.',
      amisulpride: 'It leaves the body through the kidneys and may raise prolactin.',
      clozapine:
        'It is used when others fail; white cells are tested regularly. Fever, sore throat or severe constipation should be reported at once.',
      olanzapine: 'Weight and blood sugar rise more easily with it.',
      quetiapine:
        'It causes more sleepiness; it is also used for bipolar disorder or together with antidepressants.',
      risperidone: 'It also comes as a long-acting injection; it may raise prolactin.',
      aripiprazole: 'It causes less weight gain but more restlessness.',
      paliperidone: 'It also comes as an injection given once a month or less often.',
      ziprasidone: 'Take it with food; it can affect the ECG.',
      lurasidone: 'Take it with food.',
    },
  },
  lithium: {
    name: 'mood stabilizer (lithium)',
    text: 'It steadies mood; it is usually taken for bipolar disorder, and regular blood tests are needed.',
    tell: 'Get help at once for coarse tremor, unsteady walking, vomiting, diarrhea or confusion. Ask your physician before changing how much salt or fluid you take, and before using pain drugs or water pills.',
    of: {
      'lithium carbonate':
        'The useful level and a level that is too high lie close together; the blood level, kidneys and thyroid are tested.',
    },
  },
  'epilepsy-drugs': {
    name: 'epilepsy drug',
    text: 'These drugs steady the firing of nerves; they are used for epilepsy, and some also for mood or nerve pain.',
    tell: 'Get help at once for rash with fever or a sore mouth. Stopping suddenly can bring on seizures: ask your physician before any change; mention a planned pregnancy, the pill, and thoughts of self-harm.',
    of: {
      clobazam: 'It is a benzodiazepine usually added for epilepsy.',
      phenytoin: 'Blood levels are tested; the gums may swell.',
      phenobarbital: 'It is an old drug that causes sleepiness and interacts with many others.',
      carbamazepine: 'It is also used for facial nerve pain; a gene test (HLA-B*15:02) may come first.',
      oxcarbazepine: 'It may lower sodium; mention allergy to carbamazepine beforehand.',
      'valproic acid':
        'It is also used for bipolar disorder or migraine; it can harm an unborn child, so anyone who may become pregnant should discuss it first.',
      lamotrigine:
        'It is also used for bipolar disorder; the dose is raised slowly, and any rash should be reported at once.',
      topiramate: 'It is also used to prevent migraine; it may cause tingling, weight loss or kidney stones.',
      levetiracetam: 'It interacts with few drugs; it may cause irritability or low mood.',
      zonisamide: 'It is related to sulfa drugs; it may reduce sweating or cause kidney stones.',
      lacosamide: 'It may cause dizziness; mention heart-rhythm trouble beforehand.',
      perampanel: 'It may make people irritable or aggressive; the family should watch for this too.',
    },
  },
  'nerve-pain-drugs': {
    name: 'nerve pain and epilepsy drug',
    text: 'These drugs calm overactive nerves; they are usually taken for nerve pain, and also for epilepsy.',
    tell: 'Tell your physician about sleepiness, dizziness, swollen feet or slow breathing; ask first if there is kidney disease or if you use sleeping pills or opioids, and before any change.',
    of: {
      gabapentin: 'It is used for pain after shingles and other nerve pain.',
      pregabalin: 'It is used for nerve pain of diabetes or shingles and for fibromyalgia.',
    },
  },
  'parkinson-drugs': {
    name: 'Parkinson’s disease drug',
    text: 'These drugs replace or strengthen dopamine, or ease tremor and stiffness; they are used for Parkinson’s disease, and some for other movement problems.',
    tell: 'Tell your physician about falling asleep suddenly, hallucinations, urges such as gambling, or dizziness on standing. Stopping suddenly is dangerous: ask before any change.',
    of: {
      levodopa:
        'It turns into dopamine in the brain and is the main drug; protein-rich meals can reduce its effect.',
      benserazide: 'It is combined with levodopa in one tablet, so that more levodopa reaches the brain.',
      carbidopa: 'It is combined with levodopa in one tablet, so that more levodopa reaches the brain.',
      entacapone: 'It makes levodopa last longer; urine may turn reddish brown.',
      amantadine:
        'It also reduces unwanted movements; it may cause swollen feet, mottled skin or hallucinations.',
      pramipexole: 'It acts like dopamine and is also used for restless legs.',
      ropinirole: 'It acts like dopamine and is also used for restless legs.',
      rotigotine: 'It is a daily patch; mention it before an MRI.',
      selegiline: 'It is an MAO-B inhibitor that may interact with antidepressants, cough and pain drugs.',
      rasagiline: 'It is an MAO-B inhibitor that may interact with antidepressants, cough and pain drugs.',
      trihexyphenidyl:
        'It eases tremor, and stiffness from antipsychotics; it may cause a dry mouth, constipation or poorer memory.',
      biperiden:
        'It eases tremor, and stiffness from antipsychotics; it may cause a dry mouth or constipation.',
    },
  },
  'dementia-drugs': {
    name: 'dementia drug',
    text: 'These drugs slow the symptoms of dementia; some help memory and daily life.',
    tell: 'Tell your physician about fainting, a slow pulse, poor appetite, weight loss or hallucinations; what caregivers notice is helpful.',
    of: {
      donepezil: 'It is used for Alzheimer’s disease; it may cause nausea, dreams or a slow pulse.',
      rivastigmine: 'It comes as a capsule or patch; take the old patch off before putting on the new one.',
      galantamine: 'It is used for Alzheimer’s disease; taking it with food reduces nausea.',
      memantine:
        'It is used for moderate to severe Alzheimer’s disease; it may cause dizziness or constipation.',
    },
  },
  'brain-drugs': {
    name: 'brain metabolism drug',
    text: 'These drugs are used as support after damage to the brain or when its functions decline.',
    tell: 'Tell your physician about kidney disease, a tendency to bleed, poor sleep or restlessness.',
    of: {
      piracetam: 'It is used after brain damage or for muscle jerks.',
      citicoline: 'It is used as support after a stroke or head injury.',
    },
  },
  'attention-drugs': {
    name: 'attention drug',
    text: 'These drugs improve attention or wakefulness; they are used for ADHD or for sudden sleep attacks.',
    tell: 'Get help at once for palpitations, chest pain or fainting; mention changes of appetite, growth or mood. Tell your physician beforehand about heart disease or sudden death in the family.',
    of: {
      methylphenidate: 'It is short- or long-acting and a controlled drug.',
      atomoxetine: 'It is not a stimulant and takes weeks to work. Low mood should be reported.',
      modafinil:
        'It is used for sudden sleep attacks; it makes the pill less reliable, and any rash should be reported at once.',
    },
  },
  triptans: {
    name: 'drug for migraine attacks',
    text: 'These drugs narrow widened blood vessels; they are used when a migraine attack begins.',
    tell: 'Tell your physician beforehand about heart disease, stroke, high blood pressure or antidepressants. Get help at once for chest tightness or weakness on one side; see your physician again if headaches become more frequent.',
    of: {
      sumatriptan: 'It comes as a tablet, nasal spray or injection.',
      zolmitriptan: 'It comes as a tablet or nasal spray.',
      rizatriptan: 'If you use propranolol, tell your physician beforehand.',
      eletriptan: 'It interacts with some antibiotics and antifungals.',
    },
  },
  'migraine-prevention': {
    name: 'drug that prevents migraine',
    text: 'These drugs make migraine attacks less frequent.',
    tell: 'Tell your physician about sleepiness, low mood, slow movement or severe constipation.',
    of: {
      flunarizine: 'It is also used for vertigo; long use may cause low mood or slow movement.',
      erenumab: 'It is injected monthly; constipation or rising blood pressure should be reported.',
      fremanezumab: 'It is injected monthly or every three months.',
    },
  },
  'dizziness-drugs': {
    name: 'drug for dizziness',
    text: 'These drugs ease vertigo; they are usually taken for dizziness and nausea from the inner ear.',
    tell: 'Call 119 at once for weakness on one side, slurred speech or severe headache; mention asthma, ulcers, glaucoma or an enlarged prostate to your physician or pharmacist.',
    of: {
      betahistine: 'It is usually used for Ménière’s disease and vertigo of the inner ear.',
      cinnarizine:
        'It is also used for motion sickness; it may cause sleepiness, and slow movement with long use.',
      diphenidol: 'It is used for vertigo of the inner ear and nausea.',
    },
  },
  'myasthenia-drugs': {
    name: 'myasthenia drug',
    text: 'It strengthens the signal from nerve to muscle; it is usually taken for myasthenia gravis.',
    tell: 'Get help at once if breathing or swallowing gets harder; tell your physician about cramps, drooling or twitching, and ask before adding any drug.',
    of: {
      pyridostigmine: 'It is taken at fixed times; cramps are common.',
    },
  },
  'other-nerve-drugs': {
    name: 'nerve drug',
    text: 'It is used for rarer nerve diseases, and a neurologist monitors the treatment.',
    tell: 'Tell your physician about tiredness, yellow skin or fever; your clinic plans the blood tests.',
    of: {
      riluzole: 'It is used for amyotrophic lateral sclerosis.',
    },
  },
  'addiction-drugs': {
    name: 'drug against addiction',
    text: 'These drugs reduce the craving for alcohol or opioids.',
    tell: 'Tell your physician beforehand if you use opioid pain or cough drugs, and mention this drug before surgery. Tell your physician about yellow skin or low mood.',
    of: {
      naltrexone: 'It blocks opioids and is used for alcohol or opioid dependence.',
    },
  },
  'smoking-drugs': {
    name: 'drug to stop smoking',
    text: 'These drugs ease the craving and so help people quit smoking.',
    tell: 'Tell your physician about mood changes, nightmares or chest pain; smoking clinics and the helpline 0800-636363 can help.',
    of: {
      varenicline: 'It acts on nicotine receptors; nausea and vivid dreams are common.',
      nicotine: 'It is a patch, gum or spray that replaces nicotine and eases withdrawal.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
