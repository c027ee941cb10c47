import type { DrugGroupText } from './drug-group.js';

/** Drugs for the mind, sleep, nerves and dependence. */
export const nerves = {
  benzodiazepines: {
    name: 'sedative or sleeping tablet (benzodiazepine)',
    text: 'These drugs calm the brain; they are usually taken for a short time for anxiety, insomnia, tense muscles or seizures.',
    tell: 'These drugs cause sleepiness, impair driving and balance, and make falls more likely in older people. Do not drink alcohol while you use them. Ask your doctor before you use them together with opioid pain relievers. Stopping suddenly after long-term use can be harmful: ask your doctor how to reduce the dose gradually.',
    of: {
      diazepam: 'It is long-acting and also used for tense muscles and seizures.',
      chlordiazepoxide:
        'It is also used in alcohol withdrawal; some tablets combine it with a drug for bowel cramps.',
      lorazepam: 'Its effect lasts for a medium length of time; it is used for anxiety or insomnia.',
      bromazepam: 'It is used for anxiety.',
      alprazolam:
        'It is used for anxiety and panic attacks; it acts quickly, but its effect does not last long.',
      oxazolam: 'It is used for anxiety.',
      fludiazepam: 'It is used for anxiety.',
      clonazepam: 'It is also used for epilepsy, panic disorder or restless legs syndrome.',
      flurazepam:
        'It is used for insomnia; because it is very long-acting, it is more likely to cause grogginess the next day.',
      nitrazepam: 'It is used for insomnia and also for some types of epilepsy.',
      flunitrazepam: 'It is used for severe insomnia and is strictly controlled.',
      estazolam: 'It is used for insomnia.',
      triazolam:
        'It is very short-acting and helps people fall asleep; it is more likely than other drugs in this group to cause memory gaps.',
      midazolam: 'It is usually used to relax people before an examination or operation.',
      brotizolam: 'It is used for insomnia.',
    },
  },
  'z-drugs': {
    name: 'sleeping tablet (Z-drug)',
    text: 'These drugs help people fall asleep; they are usually taken for a short time.',
    tell: 'Tell your doctor at once if you walk or do other things in your sleep. Also tell your doctor if you are groggy the next day, if you fall, or if you snore and briefly stop breathing during sleep. Do not drink alcohol with these drugs, and discuss long-term use with your doctor.',
    of: {
      zopiclone: 'It may leave a metallic taste in the mouth.',
      zolpidem:
        'It is a common short-acting drug; it has caused more reports of sleepwalking than other drugs in this group.',
      zaleplon: 'It is very short-acting.',
      eszopiclone: 'It may leave a bitter taste in the mouth.',
    },
  },
  'other-anxiolytics': {
    name: 'anxiety drug',
    text: 'It is used for anxiety; it takes some time to work.',
    tell: 'Tell your doctor if you have dizziness, palpitations or restlessness. Ask your doctor before you also take antidepressants or other drugs.',
    of: {
      buspirone:
        'It is not a benzodiazepine; sleepiness and dependence are less likely than with those drugs.',
    },
  },
  'other-sleep-drugs': {
    name: 'sleeping drug',
    text: 'These drugs act on the sleep cycle; they are used for insomnia.',
    tell: 'Tell your doctor if you are sleepy the next day, have nightmares or feel down. Do not drink alcohol while you use these drugs, and ask your pharmacist before you take other drugs as well.',
    of: {
      melatonin: 'It is the hormone that the body makes at night.',
      ramelteon: 'It acts on melatonin receptors and helps people fall asleep.',
      suvorexant: 'It blocks orexin, a substance in the brain that keeps people awake.',
      lemborexant: 'It blocks orexin, a substance in the brain that keeps people awake.',
    },
  },
  ssris: {
    name: 'antidepressant (SSRI)',
    text: 'These drugs increase the effect of serotonin in the brain; they are usually taken for depression, anxiety, panic disorder or obsessive-compulsive symptoms, and they take several weeks to work.',
    tell: 'Call your doctor or the 1925 hotline at once if you have thoughts of self-harm. Ask your pharmacist before you use pain relievers, blood thinners, migraine drugs or St. John’s wort together with these drugs. Ask your doctor before you stop or change these drugs.',
    of: {
      fluoxetine: 'It stays in the body for a long time; it is also used for bulimia.',
      citalopram: 'It can affect the ECG.',
      paroxetine:
        'Dizziness or a feeling like electric shocks is more likely when the dose is reduced or missed, so the dose is changed only gradually.',
      sertraline:
        'It is often used for depression, panic disorder, obsessive-compulsive symptoms or post-traumatic stress disorder.',
      fluvoxamine:
        'It is often used for obsessive-compulsive disorder; it interacts with many drugs and with caffeine.',
      escitalopram: 'It is often used for depression and anxiety; it can change the ECG.',
    },
  },
  snris: {
    name: 'antidepressant (SNRI)',
    text: 'These drugs increase the effect of serotonin and norepinephrine in the brain; they are usually taken for depression or anxiety, and some are also used for nerve pain.',
    tell: 'Call your doctor or the 1925 hotline at once if you have thoughts of self-harm. Tell your doctor if your blood pressure rises, you sweat a lot or you have trouble urinating. Ask your doctor before you stop or change these drugs.',
    of: {
      venlafaxine: 'It usually comes as long-acting capsules; blood pressure is monitored.',
      duloxetine:
        'It is also used for diabetic nerve pain and fibromyalgia; tell your doctor beforehand if you have liver disease or drink heavily.',
      milnacipran: 'In some countries it is used for depression, and in others it is used for fibromyalgia.',
    },
  },
  'other-antidepressants': {
    name: 'antidepressant',
    text: 'These drugs are used for depression; some are also used for insomnia or anxiety, or to help people quit smoking.',
    tell: 'Call your doctor or the 1925 hotline at once if you have thoughts of self-harm. Ask your doctor or pharmacist before you take other drugs as well, and ask your doctor before you stop or change this drug.',
    of: {
      mirtazapine: 'It is taken at bedtime; it tends to cause sleepiness and increase appetite.',
      trazodone:
        'Low doses are often used to help people sleep; get help at once if you have an erection that does not go away.',
      bupropion:
        'It is also used to help people quit smoking; it is not suitable for people with epilepsy or eating disorders.',
      agomelatine: 'It is taken at bedtime; liver function tests are needed.',
      vortioxetine: 'It acts on several serotonin receptors; nausea is a common side effect.',
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
    text: 'These drugs adjust dopamine and other signals in the brain; they are used for psychosis or mania, and some are also used for agitation or together with antidepressants.',
    tell: 'Get help at once if you have a high fever and stiff muscles. Tell your doctor if you have movements that you cannot control, feel restless or gain weight, or if your blood sugar rises. Ask your doctor before you stop or change these drugs.',
    of: {
      haloperidol: 'It is a strong, older drug that is more likely to cause stiffness and restlessness.',
      chlorpromazine:
        'It is an older drug that is more likely to cause sleepiness, dizziness on standing and sunburn; it is also used to treat hiccups that do not stop.',
      flupentixol: 'Low doses are also used for depression; it also comes as a long-acting injection.',
      sulpiride: 'Low doses are also used for stomach problems and depression.',
      amisulpride: 'It is removed by the kidneys and may raise the prolactin level.',
      clozapine:
        'It is used when other drugs have not worked, with regular white blood cell tests; tell your doctor at once if you have a fever, sore throat or severe constipation.',
      olanzapine:
        'It is more likely than other drugs in this group to cause weight gain and raise blood sugar.',
      quetiapine:
        'It often causes sleepiness; it is also used for bipolar disorder or together with antidepressants.',
      risperidone: 'It also comes as a long-acting injection; it may raise the prolactin level.',
      aripiprazole:
        'It is less likely to cause weight gain than other drugs in this group, but more likely to cause restlessness.',
      paliperidone: 'It also comes as an injection given once a month or less often.',
      ziprasidone: 'Take it with food; it can change the ECG.',
      lurasidone: 'Take it with food.',
    },
  },
  lithium: {
    name: 'mood stabilizer (lithium)',
    text: 'It stabilizes mood; it is usually taken for bipolar disorder, and regular blood tests are needed.',
    tell: 'Get help at once if your hands shake more, you walk unsteadily, you vomit or have diarrhea, or you become confused. Ask your doctor for advice if you sweat a lot, drink little, or eat more or less salt than usual, and before you use pain relievers or water pills.',
    of: {
      'lithium carbonate':
        'The blood level that works is close to a level that is too high, so the blood level, the kidneys and the thyroid are checked.',
    },
  },
  'epilepsy-drugs': {
    name: 'epilepsy drug',
    text: 'These drugs steady the electrical activity of the brain; they are used for epilepsy, and some are also used for mood disorders or nerve pain.',
    tell: 'Get help at once if you have a rash, fever or mouth sores. Stopping suddenly can cause seizures, so ask your doctor before you stop or change this drug. Tell your doctor if you are planning a pregnancy or use birth control pills, or if you have thoughts of self-harm.',
    of: {
      clobazam: 'It is a benzodiazepine that is usually added to other epilepsy drugs.',
      phenytoin: 'The level of this drug in the blood is tested; the gums may swell.',
      phenobarbital:
        'It is an older drug that tends to cause sleepiness and interacts with many other drugs.',
      carbamazepine:
        'It is also used for facial nerve pain; a genetic test (HLA-B*15:02) may be done before treatment.',
      oxcarbazepine:
        'It may lower the sodium level in the blood; tell your doctor beforehand if you are allergic to carbamazepine.',
      'valproic acid':
        'It is also used for bipolar disorder or migraine; it can harm an unborn child, so anyone who may become pregnant should discuss this with a doctor first.',
      lamotrigine:
        'It is also used for bipolar disorder, and the dose is changed gradually; tell your doctor at once if you get a rash.',
      topiramate: 'It is also used to prevent migraine; it may cause tingling, weight loss or kidney stones.',
      levetiracetam: 'It interacts with few drugs; it may make people irritable or feel down.',
      zonisamide: 'It is related to sulfa drugs; it may cause kidney stones or make people sweat less.',
      lacosamide: 'It may cause dizziness; tell your doctor beforehand if you have heart rhythm problems.',
      perampanel: 'It may make people irritable or aggressive; family members should also watch for this.',
    },
  },
  'nerve-pain-drugs': {
    name: 'nerve pain and epilepsy drug',
    text: 'These drugs calm overactive nerves; they are usually taken for nerve pain, and also for epilepsy.',
    tell: 'Tell your doctor if you feel sleepy or dizzy, your feet swell or your breathing becomes slow. Ask your doctor first if you have kidney disease or want to use sleeping pills or opioids. Also ask your doctor before you stop or change this drug.',
    of: {
      gabapentin: 'It is used for pain after shingles and other nerve pain.',
      pregabalin: 'It is used for fibromyalgia and for nerve pain caused by diabetes or shingles.',
    },
  },
  'parkinson-drugs': {
    name: 'Parkinson’s disease drug',
    text: 'These drugs replace dopamine, strengthen the effect of dopamine, or reduce shaking and stiffness; they are used for Parkinson’s disease, and some are also used for other movement disorders.',
    tell: 'Tell your doctor if you fall asleep suddenly, have hallucinations, feel dizzy on standing, or have urges that are hard to resist (such as an urge to gamble or shop). Stopping suddenly is dangerous: ask your doctor before you stop or change this drug.',
    of: {
      levodopa:
        'It turns into dopamine in the brain and is the main drug for Parkinson’s disease; protein-rich meals can reduce its effect.',
      benserazide: 'It is combined with levodopa in one tablet, so that more levodopa reaches the brain.',
      carbidopa: 'It is combined with levodopa in one tablet, so that more levodopa reaches the brain.',
      entacapone: 'It makes the effect of levodopa last longer; urine may turn reddish brown.',
      amantadine:
        'It also reduces uncontrolled movements; it may cause hallucinations, swollen feet or patchy skin color.',
      pramipexole: 'It acts like dopamine and is also used for restless legs syndrome.',
      ropinirole: 'It acts like dopamine and is also used for restless legs syndrome.',
      rotigotine:
        'It is a patch that is changed every day; before an MRI scan, tell the staff that you are wearing it.',
      selegiline:
        'It is an MAO-B inhibitor; combining it with antidepressants, cough drugs or pain relievers can be dangerous.',
      rasagiline:
        'It is an MAO-B inhibitor; combining it with antidepressants, cough drugs or pain relievers can be dangerous.',
      trihexyphenidyl:
        'It reduces shaking, and also stiffness caused by antipsychotics; it may cause dry mouth, constipation or memory problems.',
      biperiden:
        'It reduces shaking, and also stiffness caused by antipsychotics; it may cause dry mouth or constipation.',
    },
  },
  'dementia-drugs': {
    name: 'dementia drug',
    text: 'These drugs slow the worsening of dementia symptoms; some improve memory and daily functioning.',
    tell: 'Tell your doctor if you faint, eat little or lose weight, or if you have a slow pulse or hallucinations. It also helps the doctor to know what caregivers have noticed.',
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
    text: 'These drugs are used along with other treatments after a brain injury or when brain function declines.',
    tell: 'Tell your doctor beforehand if you have kidney disease or if you bleed easily. Also tell your doctor if you cannot sleep or feel restless.',
    of: {
      piracetam:
        'It is used along with other treatments after a brain injury; it is also used for muscle jerks.',
      citicoline: 'It is used along with other treatments after a stroke or head injury.',
    },
  },
  'attention-drugs': {
    name: 'attention drug',
    text: 'These drugs help people pay attention or stay awake; they are used for ADHD or narcolepsy.',
    tell: 'Get help at once if you have palpitations or chest pain, or if you faint. Tell your doctor about any changes in appetite, height, weight or mood. Tell your doctor beforehand if you have heart disease, or if a member of your family has died suddenly.',
    of: {
      methylphenidate: 'It comes in short-acting and long-acting forms; it is a controlled drug.',
      atomoxetine: 'It is not a stimulant and takes weeks to work. Tell your doctor if you feel down.',
      modafinil:
        'It is used for narcolepsy and makes birth control pills less reliable; tell your doctor at once if you get a rash.',
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
    tell: 'Tell your doctor if you feel sleepy or down, move slowly or have severe constipation.',
    of: {
      flunarizine: 'It is also used for vertigo; long-term use may cause depression or slowed movement.',
      erenumab:
        'It is injected once a month; tell your doctor if you have constipation or your blood pressure rises.',
      fremanezumab: 'It is injected once a month or once every three months.',
    },
  },
  'dizziness-drugs': {
    name: 'drug for dizziness',
    text: 'These drugs relieve vertigo; they are usually taken for dizziness and nausea caused by problems in the inner ear.',
    tell: 'Call 119 at once if you have weakness on one side, slurred speech or a severe headache. Tell your doctor or pharmacist beforehand if you have asthma, ulcers, glaucoma or an enlarged prostate.',
    of: {
      betahistine:
        'It is usually used for Ménière’s disease and for vertigo that originates in the inner ear.',
      cinnarizine:
        'It is also used for motion sickness; it may cause sleepiness, and long-term use may cause slow movement.',
      diphenidol: 'It is used for nausea and for vertigo that originates in the inner ear.',
    },
  },
  'myasthenia-drugs': {
    name: 'myasthenia drug',
    text: 'It strengthens the signals from nerves to muscles; it is usually taken for myasthenia gravis.',
    tell: 'Get help at once if breathing or swallowing gets harder. Tell your doctor if you have stomach cramps, drooling or muscle twitching. Ask your doctor before you take any other drug.',
    of: {
      pyridostigmine: 'It is taken at fixed times; stomach cramps are a common side effect.',
    },
  },
  'other-nerve-drugs': {
    name: 'nerve drug',
    text: 'It is used for less common nerve diseases, and a neurologist monitors the treatment.',
    tell: 'Tell your doctor if you feel tired, your skin turns yellow or you have a fever. Follow your clinic’s plan for blood tests.',
    of: {
      riluzole: 'It is used for amyotrophic lateral sclerosis.',
    },
  },
  'addiction-drugs': {
    name: 'addiction treatment',
    text: 'These drugs reduce cravings for alcohol or opioids.',
    tell: 'Tell your doctor beforehand if you use pain relievers or cough drugs that contain opioids. Whenever you see a doctor or have surgery, tell the staff that you use this drug. Tell your doctor if your skin turns yellow or you feel down.',
    of: {
      naltrexone: 'It blocks opioids and is used for alcohol or opioid dependence.',
    },
  },
  'smoking-drugs': {
    name: 'drug to stop smoking',
    text: 'These drugs reduce cravings to help people quit smoking.',
    tell: 'Tell your doctor if you have nightmares or chest pain, or if your mood changes. Clinics that help people quit smoking and the helpline 0800-636363 can support you.',
    of: {
      varenicline: 'It acts on nicotine receptors; nausea and vivid dreams are common side effects.',
      nicotine: 'It comes as a patch, gum or spray that replaces nicotine and relieves withdrawal symptoms.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
