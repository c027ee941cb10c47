import type { DrugGroupText } from './drug-group.js';

/** Drugs for the mind, sleep, nerves and dependence. */
export const nerves = {
  benzodiazepines: {
    name: 'sedative or sleeping tablet (benzodiazepine)',
    text: 'These drugs calm the brain; they are usually taken for a short time for anxiety, insomnia, tense muscles or seizures.',
    tell: 'They cause sleepiness, affect driving and balance, and make falls more likely in older people. Do not drink alcohol with them. Ask your doctor before using them with opioid pain drugs. Stopping suddenly after long-term use can be harmful: ask your doctor how to reduce the dose gradually.',
    of: {
      diazepam: 'It is long-acting and also used for tense muscles and seizures.',
      chlordiazepoxide:
        'It is also used in alcohol withdrawal; some tablets combine it with a drug for bowel cramps.',
      lorazepam: 'It is medium-acting and is used for anxiety or insomnia.',
      bromazepam: 'It is used for anxiety.',
      alprazolam: 'It is used for anxiety and panic; it acts quickly, but its effect does not last long.',
      oxazolam: 'It is used for anxiety.',
      fludiazepam: 'It is used for anxiety.',
      clonazepam: 'It is also used for epilepsy, panic or restless legs.',
      flurazepam:
        'It is used for insomnia; because it is very long-acting, it is more likely to cause grogginess the next day.',
      nitrazepam: 'It is used for insomnia and also for some types of epilepsy.',
      flunitrazepam: 'It is used for severe insomnia and is strictly controlled.',
      estazolam: 'It is used for insomnia.',
      triazolam: 'It is very short-acting and helps people fall asleep; memory gaps are more likely.',
      midazolam: 'It is usually used to relax people before an examination or operation.',
      brotizolam: 'It is used for insomnia.',
    },
  },
  'z-drugs': {
    name: 'sleeping tablet (Z-drug)',
    text: 'These drugs help people fall asleep; they are usually taken for a short time.',
    tell: 'Tell your doctor at once if you walk or do things in your sleep. Also tell your doctor if you are groggy the next day, fall, or snore with pauses in breathing. Do not drink alcohol with these drugs, and discuss long-term use with your doctor.',
    of: {
      zopiclone: 'It may leave a metallic taste.',
      zolpidem:
        'It is a common short-acting drug; sleepwalking is reported more often with it than with other drugs in this group.',
      zaleplon: 'It is very short-acting.',
      eszopiclone: 'It may leave a bitter taste.',
    },
  },
  'other-anxiolytics': {
    name: 'anxiety drug',
    text: 'It is used for anxiety; it takes some time to work.',
    tell: 'Tell your doctor if you have dizziness, palpitations or restlessness. Ask your doctor before adding antidepressants or other drugs.',
    of: {
      buspirone:
        'It is not a benzodiazepine; sleepiness and dependence are less likely than with those drugs.',
    },
  },
  'other-sleep-drugs': {
    name: 'sleeping drug',
    text: 'These drugs act on the sleep cycle; they are used for insomnia.',
    tell: 'Tell your doctor if you have sleepiness the next day, nightmares or low mood. Do not drink alcohol with them, and ask your pharmacist before adding other drugs.',
    of: {
      melatonin: 'It is the hormone that the body makes at night.',
      ramelteon: 'It acts on melatonin receptors and helps people fall asleep.',
      suvorexant: 'It blocks orexin, which keeps people awake.',
      lemborexant: 'It blocks orexin, which keeps people awake.',
    },
  },
  ssris: {
    name: 'antidepressant (SSRI)',
    text: 'These drugs increase the effect of serotonin in the brain; they are usually taken for depression, anxiety, panic or obsessive-compulsive symptoms, and take several weeks to work.',
    tell: 'Call your doctor or 1925 at once if you have thoughts of self-harm. Ask your pharmacist before using pain drugs, blood thinners, migraine drugs or St John’s wort with them. Ask your doctor before you stop or change them.',
    of: {
      fluoxetine: 'It stays in the body for a long time; it is also used for bulimia.',
      citalopram: 'It can affect the ECG.',
      paroxetine:
        'Dizziness or a feeling like electric shocks is more likely when the dose is reduced or missed, so the dose is changed slowly.',
      sertraline:
        'It is often used for depression, panic, obsessive-compulsive symptoms or post-traumatic stress.',
      fluvoxamine:
        'It is often used for obsessive-compulsive disorder; it interacts with many drugs and with caffeine.',
      escitalopram: 'It is often used for depression and anxiety; it can affect the ECG.',
    },
  },
  snris: {
    name: 'antidepressant (SNRI)',
    text: 'These drugs increase the effect of serotonin and norepinephrine in the brain; they are usually taken for depression or anxiety, and some are also used for nerve pain.',
    tell: 'Call your doctor or 1925 at once if you have thoughts of self-harm. Tell your doctor if you have rising blood pressure, sweating or trouble urinating. Ask your doctor before you stop or change them.',
    of: {
      venlafaxine: 'It usually comes as long-acting capsules; blood pressure is monitored.',
      duloxetine:
        'It is also used for diabetic nerve pain and fibromyalgia; tell your doctor beforehand if you have liver disease or drink heavily.',
      milnacipran: 'In some countries it is used for depression, in others for fibromyalgia.',
    },
  },
  'other-antidepressants': {
    name: 'antidepressant',
    text: 'These drugs are used for depression, and some are also used for insomnia or anxiety or to quit smoking.',
    tell: 'Call your doctor or 1925 at once if you have thoughts of self-harm. Ask your doctor or pharmacist before adding other drugs, and ask your doctor before you stop or change this drug.',
    of: {
      mirtazapine: 'It is taken at bedtime; it tends to cause sleepiness and increase appetite.',
      trazodone:
        'Low doses are often used to help sleep; get help at once if you have an erection that does not go away.',
      bupropion:
        'It is also used to quit smoking; it is not suitable for people with epilepsy or eating disorders.',
      agomelatine: 'It is taken at bedtime; liver function tests are needed.',
      vortioxetine: 'It acts on several serotonin receptors; nausea is common.',
      moclobemide: 'It is a reversible MAO inhibitor that must not be combined with many other drugs.',
    },
  },
  tricyclics: {
    name: 'antidepressant (tricyclic)',
    text: 'These older antidepressants are also often used at low doses for nerve pain, insomnia or bed-wetting, or to prevent migraine.',
    tell: 'Tell your doctor beforehand if you have heart disease, glaucoma or an enlarged prostate. Also tell your doctor if you have constipation, a dry mouth, palpitations or dizziness on standing. If you have thoughts of self-harm, call the 1925 hotline.',
    of: {
      imipramine: 'It is also used for bed-wetting in children.',
      clomipramine: 'It is also used for obsessive-compulsive disorder.',
      amitriptyline: 'Low doses are often used for nerve pain or to prevent migraine.',
      doxepin: 'It is also used for itching or insomnia.',
    },
  },
  antipsychotics: {
    name: 'antipsychotic',
    text: 'These drugs adjust dopamine and other signals in the brain; they are used for psychosis or mania, and some are also used together with antidepressants or for agitation.',
    tell: 'Get help at once if you have a high fever with stiff muscles. Tell your doctor if you have movements you cannot control, restlessness, weight gain or rising blood sugar. Ask your doctor before you stop or change them.',
    of: {
      haloperidol: 'It is a strong, older drug that is more likely to cause stiffness and restlessness.',
      chlorpromazine:
        'It is an older drug that is more likely to cause sleepiness, dizziness on standing and sunburn; it is also used for hiccups that do not stop.',
      flupentixol: 'Low doses are also used for depression; it also comes as a long-acting injection.',
      sulpiride: 'Low doses are also used for stomach problems and depression.',
      amisulpride: 'It is removed by the kidneys and may raise prolactin.',
      clozapine:
        'It is used when other drugs have not worked, with regular white blood cell tests; tell your doctor at once if you have a fever, sore throat or severe constipation.',
      olanzapine: 'It is more likely to raise weight and blood sugar than other drugs in this group.',
      quetiapine:
        'It often causes sleepiness; it is also used for bipolar disorder or together with antidepressants.',
      risperidone: 'It also comes as a long-acting injection; it may raise prolactin.',
      aripiprazole:
        'It is less likely to cause weight gain than other drugs in this group, but more likely to cause restlessness.',
      paliperidone: 'It also comes as an injection given once a month or less often.',
      ziprasidone: 'Take it with food; it can affect the ECG.',
      lurasidone: 'Take it with food.',
    },
  },
  lithium: {
    name: 'mood stabilizer (lithium)',
    text: 'It stabilizes mood; it is usually taken for bipolar disorder, and regular blood tests are needed.',
    tell: 'Get help at once if your hands shake more, or if you have unsteady walking, vomiting, diarrhea or confusion. Ask your doctor if you sweat a lot, drink little, or eat more or less salt than usual, and before using pain drugs or water pills.',
    of: {
      'lithium carbonate':
        'The blood level that works is close to a level that is too high, so blood levels, kidneys and thyroid are checked.',
    },
  },
  'epilepsy-drugs': {
    name: 'epilepsy drug',
    text: 'These drugs steady the electrical activity of the brain; they are used for epilepsy, and some are also used for mood disorders or nerve pain.',
    tell: 'Get help at once if you have a rash, fever or mouth sores. Stopping suddenly can cause seizures, so ask your doctor before you stop or change this drug. Tell your doctor if you are planning a pregnancy, use birth control pills, or have thoughts of self-harm.',
    of: {
      clobazam: 'It is a benzodiazepine that is usually added to other epilepsy drugs.',
      phenytoin: 'The level of the drug in the blood is tested; the gums may swell.',
      phenobarbital:
        'It is an older drug that tends to cause sleepiness and interacts with many other drugs.',
      carbamazepine: 'It is also used for facial nerve pain; a gene test (HLA-B*15:02) may be done first.',
      oxcarbazepine:
        'It may lower blood sodium; tell your doctor beforehand if you are allergic to carbamazepine.',
      'valproic acid':
        'It is also used for bipolar disorder or migraine; it can harm an unborn child, so anyone who may become pregnant should discuss it first.',
      lamotrigine:
        'It is also used for bipolar disorder; the dose is changed slowly, and any rash should be reported at once.',
      topiramate: 'It is also used to prevent migraine; it may cause tingling, weight loss or kidney stones.',
      levetiracetam: 'It interacts with few drugs; it may cause irritability or low mood.',
      zonisamide: 'It is related to sulfa drugs; it may reduce sweating or cause kidney stones.',
      lacosamide: 'It may cause dizziness; tell your doctor beforehand if you have heart rhythm problems.',
      perampanel: 'It may make people irritable or aggressive; family members should also watch for this.',
    },
  },
  'nerve-pain-drugs': {
    name: 'nerve pain and epilepsy drug',
    text: 'These drugs calm overactive nerves; they are usually taken for nerve pain, and also for epilepsy.',
    tell: 'Tell your doctor if you have sleepiness, dizziness, swollen feet or slow breathing. Ask your doctor first if you have kidney disease or want to use sleeping pills or opioids. Also ask before you stop or change this drug.',
    of: {
      gabapentin: 'It is used for pain after shingles and other nerve pain.',
      pregabalin: 'It is used for nerve pain from diabetes or shingles and for fibromyalgia.',
    },
  },
  'parkinson-drugs': {
    name: 'Parkinson’s disease drug',
    text: 'These drugs replace dopamine, strengthen its effect, or reduce shaking and stiffness; they are used for Parkinson’s disease, and some are also used for other movement disorders.',
    tell: 'Tell your doctor if you fall asleep suddenly, have hallucinations, feel dizzy on standing, or have urges that are hard to resist (such as gambling or shopping). Stopping suddenly is dangerous: ask your doctor before you stop or change this drug.',
    of: {
      levodopa:
        'It turns into dopamine in the brain and is the main drug for Parkinson’s disease; protein-rich meals can reduce its effect.',
      benserazide: 'It is combined with levodopa in one tablet, so that more levodopa reaches the brain.',
      carbidopa: 'It is combined with levodopa in one tablet, so that more levodopa reaches the brain.',
      entacapone: 'It makes the effect of levodopa last longer; urine may turn reddish brown.',
      amantadine:
        'It also reduces uncontrolled movements; it may cause swollen feet, mottled skin or hallucinations.',
      pramipexole: 'It acts like dopamine and is also used for restless legs.',
      ropinirole: 'It acts like dopamine and is also used for restless legs.',
      rotigotine: 'It is a daily patch; before an MRI scan, tell the staff that you wear it.',
      selegiline:
        'It is an MAO-B inhibitor; combining it with antidepressants, cough drugs or pain drugs can be dangerous.',
      rasagiline:
        'It is an MAO-B inhibitor; combining it with antidepressants, cough drugs or pain drugs can be dangerous.',
      trihexyphenidyl:
        'It reduces shaking, and also stiffness caused by antipsychotics; it may cause dry mouth, constipation or poorer memory.',
      biperiden:
        'It reduces shaking, and also stiffness caused by antipsychotics; it may cause dry mouth or constipation.',
    },
  },
  'dementia-drugs': {
    name: 'dementia drug',
    text: 'These drugs slow the worsening of dementia symptoms; some improve memory and daily functioning.',
    tell: 'Tell your doctor if you faint, or have a slow pulse, poor appetite, weight loss or hallucinations. It helps the doctor to hear what caregivers have noticed.',
    of: {
      donepezil: 'It is used for Alzheimer’s disease; it may cause nausea, vivid dreams or a slow pulse.',
      rivastigmine: 'It comes as a capsule or patch; take off the old patch before you put on a new one.',
      galantamine: 'It is used for Alzheimer’s disease; taking it with food reduces nausea.',
      memantine:
        'It is used for moderate to severe Alzheimer’s disease; it may cause dizziness or constipation.',
    },
  },
  'brain-drugs': {
    name: 'brain metabolism drug',
    text: 'These are supportive drugs used after a brain injury or when brain function declines.',
    tell: 'Tell your doctor beforehand if you have kidney disease or bleed easily. Also tell your doctor if you have insomnia or restlessness.',
    of: {
      piracetam: 'It is a supportive drug after a brain injury; it is also used for muscle jerks.',
      citicoline: 'It is a supportive drug after a stroke or head injury.',
    },
  },
  'attention-drugs': {
    name: 'attention drug',
    text: 'These drugs improve attention or wakefulness; they are used for ADHD or narcolepsy.',
    tell: 'Get help at once if you have palpitations or chest pain, or if you faint. Tell your doctor about any changes in appetite, height, weight or mood. Tell your doctor beforehand if you have heart disease, or if a family member has died suddenly.',
    of: {
      methylphenidate: 'It comes in short-acting and long-acting forms; it is a controlled drug.',
      atomoxetine: 'It is not a stimulant and takes weeks to work. Tell your doctor if your mood is low.',
      modafinil:
        'It is used for narcolepsy; it makes birth control pills less reliable, and any rash should be reported at once.',
    },
  },
  triptans: {
    name: 'drug for migraine attacks',
    text: 'These drugs narrow widened blood vessels; they are used when a migraine attack begins.',
    tell: 'Tell your doctor beforehand if you have heart disease or poorly controlled high blood pressure, have had a stroke, or use antidepressants. Get help at once if you have chest tightness or weakness on one side. See your doctor again if your headaches become more frequent.',
    of: {
      sumatriptan: 'It comes as a tablet, nasal spray or injection.',
      zolmitriptan: 'It comes as a tablet or nasal spray.',
      rizatriptan: 'Tell your doctor beforehand if you use propranolol.',
      eletriptan: 'It interacts with some antibiotics and antifungals.',
    },
  },
  'migraine-prevention': {
    name: 'drug that prevents migraine',
    text: 'These drugs make migraine attacks less frequent.',
    tell: 'Tell your doctor if you have sleepiness, low mood, slow movement or severe constipation.',
    of: {
      flunarizine: 'It is also used for vertigo; long-term use may cause low mood or slow movement.',
      erenumab: 'It is injected monthly; tell your doctor if you have constipation or rising blood pressure.',
      fremanezumab: 'It is injected monthly or every three months.',
    },
  },
  'dizziness-drugs': {
    name: 'drug for dizziness',
    text: 'These drugs relieve vertigo; they are usually taken for dizziness and nausea from the inner ear.',
    tell: 'Call 119 at once if you have weakness on one side, slurred speech or a severe headache. Tell your doctor or pharmacist beforehand if you have asthma, ulcers, glaucoma or an enlarged prostate.',
    of: {
      betahistine: 'It is usually used for Ménière’s disease and inner-ear vertigo.',
      cinnarizine:
        'It is also used for motion sickness; it may cause sleepiness, and long-term use may cause slow movement.',
      diphenidol: 'It is used for inner-ear vertigo and nausea.',
    },
  },
  'myasthenia-drugs': {
    name: 'myasthenia drug',
    text: 'It strengthens the signals from nerves to muscles; it is usually taken for myasthenia gravis.',
    tell: 'Get help at once if breathing or swallowing gets harder. Tell your doctor if you have stomach cramps, drooling or muscle twitching. Ask your doctor before adding any drug.',
    of: {
      pyridostigmine: 'It is taken at fixed times; stomach cramps are a common side effect.',
    },
  },
  'other-nerve-drugs': {
    name: 'nerve drug',
    text: 'It is used for less common nerve diseases, and a neurologist monitors the treatment.',
    tell: 'Tell your doctor if you have tiredness, yellow skin or a fever. Follow your clinic’s plan for blood tests.',
    of: {
      riluzole: 'It is used for amyotrophic lateral sclerosis.',
    },
  },
  'addiction-drugs': {
    name: 'addiction treatment',
    text: 'These drugs reduce the craving for alcohol or opioids.',
    tell: 'Tell your doctor beforehand if you use opioid pain or cough drugs. Whenever you see a doctor or have surgery, say that you use this drug. Tell your doctor if your skin turns yellow or your mood is low.',
    of: {
      naltrexone: 'It blocks opioids and is used for alcohol or opioid dependence.',
    },
  },
  'smoking-drugs': {
    name: 'drug to stop smoking',
    text: 'These drugs reduce cravings to help people quit smoking.',
    tell: 'Tell your doctor if you have mood changes, nightmares or chest pain. Quit-smoking clinics and the helpline 0800-636363 can help.',
    of: {
      varenicline: 'It acts on nicotine receptors; nausea and vivid dreams are common side effects.',
      nicotine: 'It comes as a patch, gum or spray that replaces nicotine and relieves withdrawal symptoms.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
