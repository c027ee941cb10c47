import type { DrugGroupText } from './drug-group.js';

/** Mind, sleep, nerves and dependence. */
export const nerves = {
  benzodiazepines: {
    name: 'sedative or sleeping tablet (benzodiazepine)',
    text: 'These drugs calm the brain; they are usually taken for a short time for anxiety, poor sleep, tense muscles or fits.',
    tell: 'They cause sleepiness, affect driving and balance, and make falls likelier in older people; no alcohol. Ask before use with opioids. A sudden break after long use can be harmful: ask your physician how to come down.',
    of: {
      diazepam: 'Long-acting, also used for tense muscles and fits.',
      chlordiazepoxide: 'Also used in alcohol withdrawal or combined with a drug for cramps.',
      lorazepam: 'Medium-acting, used for anxiety or sleep.',
      bromazepam: 'Used for anxiety.',
      alprazolam: 'Used for anxiety and panic; quick and shorter.',
      oxazolam: 'Used for anxiety.',
      fludiazepam: 'Used for anxiety.',
      clonazepam: 'Also used for epilepsy, panic or restless legs.',
      flurazepam: 'Used for sleep; very long-acting, so grogginess next day is likelier.',
      nitrazepam: 'Used for sleep, also for some epilepsy.',
      flunitrazepam: 'Used for severe lack of sleep and strictly controlled.',
      estazolam: 'Used for sleep.',
      triazolam: 'Very short-acting; gaps in memory are likelier.',
      midazolam: 'Mostly used to calm before an examination or operation.',
      brotizolam: 'Used for sleep.',
    },
  },
  'z-drugs': {
    name: 'sleeping tablet (Z-drug)',
    text: 'These drugs help to fall asleep; they are usually taken for a short time.',
    tell: 'Tell your physician at once if you walked or did things asleep, and about grogginess, falls, or snoring with pauses; no alcohol. Discuss it if it is needed for long.',
    of: {
      zopiclone: 'It may leave a metallic taste.',
      zolpidem: 'A common short-acting one; sleepwalking is reported more often with it.',
      zaleplon: 'Very short-acting.',
      eszopiclone: 'It may leave a bitter taste.',
    },
  },
  'other-anxiolytics': {
    name: 'anxiety drug',
    text: 'Used for anxiety; the effect takes some time.',
    tell: 'Tell your physician about dizziness, palpitations or restlessness; ask before adding antidepressants or other drugs.',
    of: {
      buspirone: 'Not a benzodiazepine; sleepiness and dependence are less likely.',
    },
  },
  'other-sleep-drugs': {
    name: 'sleeping drug',
    text: 'These drugs act on the sleep cycle; they are used for poor sleep.',
    tell: 'Tell your physician about sleepiness next day, nightmares or low mood; no alcohol, and ask your pharmacist before adding other drugs.',
    of: {
      melatonin: 'The hormone the body makes at night.',
      ramelteon: 'Acts on melatonin receptors and helps to fall asleep.',
      suvorexant: 'Blocks orexin, which keeps people awake.',
      lemborexant: 'Blocks orexin, which keeps people awake.',
    },
  },
  ssris: {
    name: 'antidepressant (SSRI)',
    text: 'These drugs raise the effect of serotonin in the brain; they are usually taken for depression, anxiety, panic or compulsions, and take weeks to work.',
    tell: 'Call your physician or 1925 at once for thoughts of self-harm. Ask your pharmacist before pain drugs, blood thinners, migraine drugs or St John’s wort; ask your physician before any change.',
    of: {
      fluoxetine: 'Stays in the body for long; also used for bulimia.',
      citalopram: 'It can affect the ECG.',
      paroxetine: 'Dizziness or electric feelings are likelier when it is reduced, so that goes slowly.',
      sertraline: 'Often used for depression, panic, compulsions or after trauma.',
      fluvoxamine: 'Often used for compulsions; interacts with many drugs and with caffeine.',
      escitalopram: 'Often used for depression and anxiety; it can affect the ECG.',
    },
  },
  snris: {
    name: 'antidepressant (SNRI)',
    text: 'These drugs raise the effect of serotonin and noradrenaline; they are usually taken for depression or anxiety, some for nerve pain too.',
    tell: 'Call your physician or 1925 at once for thoughts of self-harm. Mention rising blood pressure, sweating or trouble passing urine; ask your physician before any change.',
    of: {
      venlafaxine: 'Mostly long-acting capsules; blood pressure is watched.',
      duloxetine:
        'Also used for nerve pain of diabetes and fibromyalgia; mention liver disease or heavy drinking beforehand.',
      milnacipran: 'Used for depression or fibromyalgia, depending on the country.',
    },
  },
  'other-antidepressants': {
    name: 'antidepressant',
    text: 'Used for depression, some also for sleep, anxiety or to give up smoking.',
    tell: 'Call your physician or 1925 at once for thoughts of self-harm. Ask your physician or pharmacist before adding other drugs; ask your physician before any change.',
    of: {
      mirtazapine: 'Taken at bedtime; sleepiness and appetite increase.',
      trazodone: 'Small amounts often help sleep; a lasting erection needs help at once.',
      bupropion: 'Also used to give up smoking; it does not suit people with epilepsy or eating disorders.',
      agomelatine: 'Taken at bedtime; liver tests are needed.',
      vortioxetine: 'Acts on several serotonin receptors; nausea is common.',
      moclobemide: 'A reversible MAO inhibitor that must not meet many drugs.',
    },
  },
  tricyclics: {
    name: 'antidepressant (tricyclic)',
    text: 'Older antidepressants, often used for nerve pain, to prevent migraine, for sleep or for bed-wetting.',
    tell: 'Tell your physician beforehand about heart disease, glaucoma or an enlarged prostate, and about constipation, dry mouth, palpitations or dizziness on standing. For thoughts of self-harm call 1925.',
    of: {
      imipramine: 'Also used for bed-wetting in children.',
      clomipramine: 'Also used for compulsions.',
      amitriptyline: 'Small amounts are often used for nerve pain or to prevent migraine.',
      doxepin: 'Also used for itching or sleep.',
    },
  },
  antipsychotics: {
    name: 'antipsychotic',
    text: 'These drugs adjust dopamine and other signals in the brain; they are used for psychosis or mania, some also beside antidepressants or for agitation.',
    tell: 'Get help at once for high fever with stiff muscles; mention movements you cannot control, restlessness, and rising weight or blood sugar. Ask your physician before any change.',
    of: {
      haloperidol: 'A strong older drug; stiffness and restlessness are likelier.',
      chlorpromazine:
        'An older one; sleepiness, dizziness and sunburn are likelier; also used for endless hiccups.',
      flupentixol: 'Small amounts are used for depression too; also as long-acting injection.',
      sulpiride: 'Small amounts are used for stomach complaints and depression too.',
      amisulpride: 'Leaves through the kidneys; may raise prolactin.',
      clozapine:
        'Used where others fail; white cells are tested regularly. Fever, sore throat or severe constipation should be reported at once.',
      olanzapine: 'Weight and blood sugar rise more easily.',
      quetiapine: 'Causes more sleepiness; also used for bipolar disorder or beside antidepressants.',
      risperidone: 'Also as long-acting injection; may raise prolactin.',
      aripiprazole: 'Less weight gain, more restlessness.',
      paliperidone: 'Also as injection once a month or less.',
      ziprasidone: 'Needs food; can affect the ECG.',
      lurasidone: 'Needs food.',
    },
  },
  lithium: {
    name: 'mood stabiliser (lithium)',
    text: 'It steadies mood; it is usually taken for bipolar disorder, with regular blood tests.',
    tell: 'Get help at once for coarse tremor, unsteady walking, vomiting, diarrhoea or confusion. Ask before changes of salt or fluid, and before pain drugs or water tablets.',
    of: {
      'lithium carbonate':
        'The useful and the excessive level lie close; level, kidneys and thyroid are tested.',
    },
  },
  'epilepsy-drugs': {
    name: 'epilepsy drug',
    text: 'These drugs steady the firing of nerves; they are used for epilepsy, some also for mood or nerve pain.',
    tell: 'Get help at once for rash with fever or a sore mouth. A sudden break can bring on fits: ask before any change; mention a planned pregnancy, the pill, and thoughts of self-harm.',
    of: {
      clobazam: 'A benzodiazepine mostly added for epilepsy.',
      phenytoin: 'Levels are tested; gums may swell.',
      phenobarbital: 'An old drug that causes sleepiness and interacts with many others.',
      carbamazepine: 'Also used for facial nerve pain; a gene test (HLA-B*15:02) may come first.',
      oxcarbazepine: 'May lower sodium; mention allergy to carbamazepine beforehand.',
      'valproic acid':
        'Also used for bipolar disorder or migraine; it can harm an unborn child, so those who may become pregnant should discuss it first.',
      lamotrigine: 'Also used for bipolar disorder; raised slowly, and any rash should be reported at once.',
      topiramate: 'Also used to prevent migraine; tingling, weight loss or kidney stones may come.',
      levetiracetam: 'Interacts with few drugs; irritability or low mood may come.',
      zonisamide: 'Related to sulfa drugs; less sweat or kidney stones may come.',
      lacosamide: 'May cause dizziness; mention heart-rhythm trouble beforehand.',
      perampanel: 'May make irritable or aggressive; family should watch too.',
    },
  },
  'nerve-pain-drugs': {
    name: 'nerve pain and epilepsy drug',
    text: 'These drugs quiet over-active nerves; they are usually taken for nerve pain, also for epilepsy.',
    tell: 'Tell your physician about sleepiness, dizziness, swollen feet or slow breathing; ask first with kidney disease, sleeping tablets or opioids, and before any change.',
    of: {
      gabapentin: 'Used for pain after shingles and others.',
      pregabalin: 'Used for nerve pain of diabetes or shingles and for fibromyalgia.',
    },
  },
  'parkinson-drugs': {
    name: 'Parkinson’s disease drug',
    text: 'These drugs replace or strengthen dopamine, or ease tremor and stiffness; they are used for Parkinson’s disease, some for other movement troubles.',
    tell: 'Tell your physician about falling asleep suddenly, seeing things, urges such as gambling, or dizziness on standing. A sudden break is dangerous: ask before any change.',
    of: {
      levodopa: 'Turns into dopamine in the brain and is the main drug; protein-rich meals can hinder it.',
      benserazide: 'Shares a tablet with levodopa and lets more of it reach the brain.',
      carbidopa: 'Shares a tablet with levodopa and lets more of it reach the brain.',
      entacapone: 'Makes levodopa last longer; urine may turn reddish brown.',
      amantadine: 'Also lessens unwanted movements; swollen feet, mottled skin or seeing things may come.',
      pramipexole: 'Acts like dopamine; also for restless legs.',
      ropinirole: 'Acts like dopamine; also for restless legs.',
      rotigotine: 'A daily patch; mention it before an MRI.',
      selegiline: 'An MAO-B inhibitor that may clash with antidepressants, cough and pain drugs.',
      rasagiline: 'An MAO-B inhibitor that may clash with antidepressants, cough and pain drugs.',
      trihexyphenidyl:
        'Eases tremor, and stiffness from antipsychotics; dry mouth, constipation or poorer memory may come.',
      biperiden: 'Eases tremor, and stiffness from antipsychotics; dry mouth or constipation may come.',
    },
  },
  'dementia-drugs': {
    name: 'dementia drug',
    text: 'These drugs slow the symptoms of dementia; some help memory and daily life.',
    tell: 'Tell your physician about fainting, a slow pulse, poor appetite, weight loss or seeing things; what carers notice helps.',
    of: {
      donepezil: 'Used for Alzheimer’s disease; nausea, dreams or a slow pulse may come.',
      rivastigmine: 'Comes as capsule or patch; the old patch comes off before the new one.',
      galantamine: 'Used for Alzheimer’s disease; food lessens nausea.',
      memantine: 'Used for moderate to severe Alzheimer’s disease; dizziness or constipation may come.',
    },
  },
  'brain-drugs': {
    name: 'brain metabolism drug',
    text: 'Used in support after damage or decline of the brain.',
    tell: 'Tell your physician about kidney disease, a tendency to bleed, poor sleep or restlessness.',
    of: {
      piracetam: 'Used after brain damage or for muscle jerks.',
      citicoline: 'Used in support after stroke or head injury.',
    },
  },
  'attention-drugs': {
    name: 'attention drug',
    text: 'These drugs improve attention or wakefulness; they are used for ADHD or for sleep attacks.',
    tell: 'Get help at once for palpitations, chest pain or fainting; mention changes of appetite, growth or mood. Tell your physician beforehand about heart disease or sudden death in the family.',
    of: {
      methylphenidate: 'Short- or long-acting; a controlled drug.',
      atomoxetine: 'No stimulant; takes weeks to work. Low mood should be reported.',
      modafinil: 'Used for sleep attacks; weakens the pill, and any rash should be reported at once.',
    },
  },
  triptans: {
    name: 'drug for migraine attacks',
    text: 'Used when a migraine attack comes; narrow widened vessels.',
    tell: 'Tell your physician beforehand about heart disease, stroke, high blood pressure or antidepressants. Get help at once for chest tightness or weakness on one side; go back if headaches come more often.',
    of: {
      sumatriptan: 'Comes as tablet, nasal spray or injection.',
      zolmitriptan: 'Comes as tablet or nasal spray.',
      rizatriptan: 'Mention propranolol to your physician beforehand.',
      eletriptan: 'Interacts with some antibiotics and antifungals.',
    },
  },
  'migraine-prevention': {
    name: 'drug that prevents migraine',
    text: 'Used to make migraine attacks rarer.',
    tell: 'Tell your physician about sleepiness, low mood, slow movement or severe constipation.',
    of: {
      flunarizine: 'Also used for vertigo; long use may bring low mood or slow movement.',
      erenumab: 'Injected monthly; constipation or rising blood pressure should be reported.',
      fremanezumab: 'Injected monthly or every three months.',
    },
  },
  'dizziness-drugs': {
    name: 'drug for dizziness',
    text: 'These drugs ease vertigo; they are usually taken for dizziness and nausea from the inner ear.',
    tell: 'Call 119 at once for weakness on one side, slurred speech or severe headache; mention asthma, ulcers, glaucoma or an enlarged prostate to your physician or pharmacist.',
    of: {
      betahistine: 'Usually used for Ménière’s disease and vertigo of the inner ear.',
      cinnarizine: 'Also used for travel sickness; may cause sleepiness, and slow movement with long use.',
      diphenidol: 'Used for vertigo of the inner ear and nausea.',
    },
  },
  'myasthenia-drugs': {
    name: 'myasthenia drug',
    text: 'It strengthens the signal from nerve to muscle; it is usually taken for myasthenia gravis.',
    tell: 'Get help at once if breathing or swallowing gets harder; mention cramps, drooling or twitching, and ask before adding any drug.',
    of: {
      pyridostigmine: 'Taken at fixed times; cramps are common.',
    },
  },
  'other-nerve-drugs': {
    name: 'nerve drug',
    text: 'Used for rarer nerve diseases and followed by a neurologist.',
    tell: 'Tell your physician about tiredness, yellow skin or fever; your clinic plans the blood tests.',
    of: {
      riluzole: 'Used for amyotrophic lateral sclerosis.',
    },
  },
  'addiction-drugs': {
    name: 'drug against addiction',
    text: 'These drugs help to reduce craving for alcohol or opioids.',
    tell: 'Tell your physician beforehand if you use opioid pain or cough drugs, and mention this drug before surgery. Tell your physician about yellow skin or low mood.',
    of: {
      naltrexone: 'Blocks opioids; used for alcohol or opioid dependence.',
    },
  },
  'smoking-drugs': {
    name: 'drug to stop smoking',
    text: 'These drugs help to give up smoking by easing the craving.',
    tell: 'Tell your physician about mood changes, nightmares or chest pain; smoking clinics and the helpline 0800-636363 can help.',
    of: {
      varenicline: 'Acts on nicotine receptors; nausea and dreams are common.',
      nicotine: 'Patch, gum or spray that replaces nicotine and eases withdrawal.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
