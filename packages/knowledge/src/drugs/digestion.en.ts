import type { DrugGroupText } from './drug-group.js';

/** Stomach, bowel and liver. */
export const digestion = {
  'proton-pump-inhibitors': {
    name: 'stomach acid blocker (proton pump inhibitor)',
    text: 'These drugs strongly reduce stomach acid; they are usually taken for acid reflux, ulcers of stomach or duodenum, with the treatment of Helicobacter, or to protect the stomach from pain drugs or antiplatelets.',
    tell: 'See a physician soon for trouble swallowing, weight loss or black stools. Ask your physician whether it is still needed, and your physician or pharmacist before adding drugs (clopidogrel or antifungals, for example).',
    of: {
      omeprazole: 'An older one that may weaken clopidogrel.',
      pantoprazole: 'Interacts with fewer drugs; also given as injection.',
      lansoprazole: 'Also as a tablet that melts in the mouth.',
      rabeprazole: 'Used for reflux, ulcers and with Helicobacter treatment.',
      esomeprazole: 'One form of omeprazole; it may weaken clopidogrel.',
      dexlansoprazole: 'The capsule releases twice and does not depend on meals.',
      vonoprazan: 'Works in a newer way (competes with potassium) and acts fast.',
    },
  },
  'h2-blockers': {
    name: 'stomach acid blocker (H2 blocker)',
    text: 'These drugs reduce stomach acid; they are usually taken for heartburn or ulcers, some also for hives.',
    tell: 'Tell your physician or pharmacist about kidney disease, confusion in an older person, and before adding other drugs.',
    of: {
      famotidine: 'The most used one; interacts with few drugs.',
      ranitidine: 'Withdrawn in many countries because of an impurity; ask your pharmacist about old packs.',
      cimetidine: 'An older one that interacts with many drugs.',
      nizatidine: 'Used for excess acid and ulcers.',
    },
  },
  'stomach-protection': {
    name: 'stomach protection',
    text: 'These drugs protect the lining of the stomach; they are usually taken for gastritis or ulcers, or beside pain drugs.',
    tell: 'Tell your physician beforehand if you may be pregnant; ask your pharmacist whether to space it from other drugs.',
    of: {
      misoprostol:
        'Prevents ulcers from pain drugs; it can end a pregnancy, so pregnant women must not take it. Obstetricians use it otherwise.',
      sucralfate: 'Forms a film over ulcers; taken on an empty stomach and apart from other drugs.',
      rebamipide: 'Increases stomach mucus; also as eye drops.',
    },
  },
  antiflatulents: {
    name: 'drug for wind',
    text: 'It helps gas bubbles in the bowel to leave; it is usually taken for wind, or before endoscopy or ultrasound.',
    tell: 'See a physician if pain, vomiting or wind does not go away.',
    of: {
      simeticone: 'The body does not take it up.',
    },
  },
  antiemetics: {
    name: 'drug for nausea',
    text: 'These drugs ease nausea and vomiting; some also help the stomach to empty.',
    tell: 'Get help at once for movements you cannot control, eyes turning up, palpitations or fainting. Ask your physician first with heart disease or Parkinson’s disease, and for children.',
    of: {
      metoclopramide:
        'It helps the stomach to empty; unwanted movements are likelier in the young and the old.',
      domperidone: 'Affects the brain less, but can affect heart rhythm.',
      ondansetron: 'Often used after chemotherapy or surgery; it may constipate and affect the ECG.',
      granisetron: 'Often used after chemotherapy, as tablet or injection.',
    },
  },
  prokinetics: {
    name: 'drug that moves the stomach',
    text: 'These drugs make the stomach and bowel move; they are usually taken for indigestion, fullness or nausea.',
    tell: 'Tell your physician about diarrhoea, belly pain or palpitations; ask your pharmacist before adding antibiotics or antifungals.',
    of: {
      mosapride: 'Helps the stomach to empty; used for indigestion and reflux.',
      itopride: 'Helps the stomach to empty; used for indigestion.',
    },
  },
  antispasmodics: {
    name: 'drug for cramps',
    text: 'These drugs relax the muscle of the bowel; they are usually taken for cramps or irritable bowel.',
    tell: 'See a physician for severe pain, fever or blood in the stool. Mention glaucoma, an enlarged prostate or a fast heartbeat to your physician or pharmacist beforehand.',
    of: {
      'hyoscine butylbromide': 'Used for cramps of bowel or urinary tract.',
      mebeverine: 'Used for irritable bowel, with little dry mouth.',
      'otilonium bromide': 'Acts mainly on the colon; used for irritable bowel.',
      pinaverium: 'Acts mainly on the bowel; used for irritable bowel, swallowed whole with much water.',
      dicycloverine: 'Dry mouth and blurred sight are likelier.',
    },
  },
  antidiarrhoeals: {
    name: 'drug for diarrhoea',
    text: 'Used to make diarrhoea rarer or less watery.',
    tell: 'See a physician first for blood in the stool, high fever, severe pain or dehydration, and for children or the elderly; also if it lasts over two days.',
    of: {
      loperamide: 'Slows the bowel; large amounts can harm the heart.',
      'dioctahedral smectite': 'Binds water and toxins in the bowel; taken apart from other drugs.',
      racecadotril: 'Lessens the water that the bowel gives off.',
    },
  },
  'stimulant-laxatives': {
    name: 'laxative',
    text: 'These drugs make the bowel move; they are usually taken for constipation or to empty the bowel before an examination.',
    tell: 'See a physician for belly pain, vomiting, blood in the stool, lasting constipation or a change of habit; discuss it if it is needed often.',
    of: {
      sennosides: 'From a plant; mostly taken at bedtime to act next morning.',
      bisacodyl: 'Coated tablets or suppositories; coated ones do not go with milk or antacids.',
    },
  },
  'osmotic-laxatives': {
    name: 'stool softener',
    text: 'It keeps water in the bowel so that stools soften; it is usually taken for constipation.',
    tell: 'Tell your physician about diarrhoea or severe wind; see a physician for a change of habit or blood in the stool.',
    of: {
      lactulose: 'Also used to lower ammonia in liver disease.',
      macrogol: 'Also used to empty the bowel before colonoscopy.',
    },
  },
  'other-laxatives': {
    name: 'constipation drug',
    text: 'Used for chronic constipation where common laxatives are not enough.',
    tell: 'Tell your physician about kidney or heart disease, severe belly pain or blood in the stool.',
    of: {
      prucalopride: 'Makes the colon move; marked changes of mood should be reported.',
    },
  },
  'bile-acids': {
    name: 'bile and liver drug',
    text: 'These drugs change the make-up of bile; they are usually taken for some gallstones or liver disease with poor bile flow.',
    tell: 'See a physician soon for pain at the upper right, fever or yellow skin; ask your pharmacist how to space it from antacids or bile-acid binders.',
    of: {
      'ursodeoxycholic acid': 'Used to dissolve small gallstones or for primary biliary cholangitis.',
    },
  },
  'liver-drugs': {
    name: 'liver drug',
    text: 'A supporting drug for liver complaints.',
    tell: 'See a physician for tiredness, yellow skin or dark urine; ask how your liver is to be followed (blood tests, ultrasound).',
    of: {
      silymarin: 'An extract of milk thistle.',
    },
  },
  'bowel-inflammation': {
    name: 'drug for inflamed bowel',
    text: 'These drugs calm inflammation of the bowel; they are usually taken for ulcerative colitis or Crohn’s disease, one of them for arthritis too.',
    tell: 'Tell your physician soon about fever, sore throat, rash, more blood in the stool or little urine; mention allergy to sulfa drugs or aspirin beforehand.',
    of: {
      mesalazine: 'Comes as tablets, granules, suppositories and enema; kidneys are followed.',
      sulfasalazine: 'Also used for rheumatoid arthritis; colours urine orange and holds a sulfa part.',
    },
  },
  'digestive-enzymes': {
    name: 'digestive enzymes',
    text: 'These drugs supply the pancreas’ enzymes when it makes too few.',
    tell: 'Tell your physician about allergy to pork products, belly pain or gout; ask your pharmacist how to take it with meals.',
    of: {
      pancreatin: 'Taken with meals, capsules not chewed.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
