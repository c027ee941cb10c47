import type { DrugGroupText } from './drug-group.js';

/** Stomach, bowel and liver. */
export const digestion = {
  'proton-pump-inhibitors': {
    name: 'stomach acid blocker (proton pump inhibitor)',
    text: 'These drugs strongly reduce stomach acid; they are usually taken for acid reflux, ulcers of stomach or duodenum, as part of Helicobacter treatment, or to protect the stomach from pain drugs or antiplatelet drugs.',
    tell: 'See a physician soon for trouble swallowing, weight loss or black stools. Ask your physician whether it is still needed, and your physician or pharmacist before adding drugs (clopidogrel or antifungals, for example).',
    of: {
      omeprazole: 'It is an older drug that may weaken clopidogrel.',
      pantoprazole: 'It interacts with fewer drugs and can also be given by injection.',
      lansoprazole: 'It also comes as a tablet that melts in the mouth.',
      rabeprazole: 'It is used for reflux and ulcers and in Helicobacter treatment.',
      esomeprazole: 'It is one form of omeprazole; it may weaken clopidogrel.',
      dexlansoprazole: 'The capsule releases the drug twice and does not depend on meals.',
      vonoprazan: 'It works in a newer way (competes with potassium) and acts fast.',
    },
  },
  'h2-blockers': {
    name: 'stomach acid blocker (H2 blocker)',
    text: 'These drugs reduce stomach acid; they are usually taken for heartburn or ulcers, and some also for hives.',
    tell: 'Tell your physician or pharmacist about kidney disease, confusion in an older person, and before adding other drugs.',
    of: {
      famotidine: 'It is the most commonly used one and interacts with few drugs.',
      ranitidine:
        'It is withdrawn in many countries because of an impurity; ask your pharmacist about old packs.',
      cimetidine: 'It is an older drug that interacts with many drugs.',
      nizatidine: 'It is used for excess acid and ulcers.',
    },
  },
  'stomach-protection': {
    name: 'stomach protection',
    text: 'These drugs protect the lining of the stomach; they are usually taken for gastritis or ulcers, or together with pain drugs.',
    tell: 'Tell your physician beforehand if you may be pregnant; ask your pharmacist how long to wait between it and other drugs.',
    of: {
      misoprostol:
        'It prevents ulcers from pain drugs; it can end a pregnancy, so pregnant women must not take it. Obstetricians use it for other purposes.',
      sucralfate: 'It forms a film over ulcers; it is taken on an empty stomach and apart from other drugs.',
      rebamipide: 'It increases stomach mucus; it also comes as eye drops.',
    },
  },
  antiflatulents: {
    name: 'drug for gas',
    text: 'It helps gas bubbles leave the bowel; it is usually taken for gas, or before endoscopy or ultrasound.',
    tell: 'See a physician if pain, vomiting or gas does not go away.',
    of: {
      simeticone: 'The body does not absorb it.',
    },
  },
  antiemetics: {
    name: 'drug for nausea',
    text: 'These drugs ease nausea and vomiting; some also help the stomach to empty.',
    tell: 'Get help at once for movements you cannot control, eyes turning up, palpitations or fainting. Ask your physician first if there is heart disease or Parkinson’s disease, and before giving it to children.',
    of: {
      metoclopramide:
        'It helps the stomach to empty; unwanted movements are more likely in young and old people.',
      domperidone: 'It affects the brain less, but can affect the rhythm of the heart.',
      ondansetron:
        'It is often used after chemotherapy or surgery; it may cause constipation and affect the ECG.',
      granisetron: 'It is often used after chemotherapy and comes as a tablet or injection.',
    },
  },
  prokinetics: {
    name: 'drug that helps the stomach empty',
    text: 'These drugs make the stomach and bowel move; they are usually taken for indigestion, fullness or nausea.',
    tell: 'Tell your physician about diarrhea, belly pain or palpitations; ask your pharmacist before adding antibiotics or antifungals.',
    of: {
      mosapride: 'It helps the stomach to empty and is used for indigestion and reflux.',
      itopride: 'It helps the stomach to empty and is used for indigestion.',
    },
  },
  antispasmodics: {
    name: 'drug for cramps',
    text: 'These drugs relax the muscle of the bowel; they are usually taken for cramps or irritable bowel.',
    tell: 'See a physician for severe pain, fever or blood in the stool. Mention glaucoma, an enlarged prostate or a fast heartbeat to your physician or pharmacist beforehand.',
    of: {
      'hyoscine butylbromide': 'It is used for cramps of the bowel or urinary tract.',
      mebeverine: 'It is used for irritable bowel and rarely causes a dry mouth.',
      'otilonium bromide': 'It acts mainly on the colon and is used for irritable bowel.',
      pinaverium:
        'It acts mainly on the bowel and is used for irritable bowel; swallow it whole with plenty of water.',
      dicycloverine: 'Dry mouth and blurred vision are more likely with it.',
    },
  },
  antidiarrhoeals: {
    name: 'drug for diarrhea',
    text: 'These drugs make diarrhea less frequent or less watery.',
    tell: 'See a physician first if there is blood in the stool, high fever, severe pain or dehydration, if it lasts over two days, or if the patient is a child or an older person.',
    of: {
      loperamide: 'It slows the bowel; large amounts can harm the heart.',
      'dioctahedral smectite': 'It binds water and toxins in the bowel; it is taken apart from other drugs.',
      racecadotril: 'It reduces the water that the bowel gives off.',
    },
  },
  'stimulant-laxatives': {
    name: 'laxative',
    text: 'These drugs make the bowel move; they are usually taken for constipation or to empty the bowel before an examination.',
    tell: 'See a physician for belly pain, vomiting, blood in the stool, lasting constipation or a change of bowel habit; discuss it if it is needed often.',
    of: {
      sennosides: 'It comes from a plant and is usually taken at bedtime to act the next morning.',
      bisacodyl:
        'It comes as coated tablets or suppositories; the coated tablets should not be taken with milk or antacids.',
    },
  },
  'osmotic-laxatives': {
    name: 'stool softener',
    text: 'It keeps water in the bowel so that stools soften; it is usually taken for constipation.',
    tell: 'Tell your physician about diarrhea or severe gas; see a physician for a change of bowel habit or blood in the stool.',
    of: {
      lactulose: 'It is also used to lower ammonia in liver disease.',
      macrogol: 'It is also used to empty the bowel before colonoscopy.',
    },
  },
  'other-laxatives': {
    name: 'constipation drug',
    text: 'It is used for chronic constipation when common laxatives are not enough.',
    tell: 'Tell your physician about kidney or heart disease, severe belly pain or blood in the stool.',
    of: {
      prucalopride: 'It makes the colon move; report marked changes of mood to your physician.',
    },
  },
  'bile-acids': {
    name: 'bile and liver drug',
    text: 'These drugs change the make-up of bile; they are usually taken for some gallstones or liver disease with poor bile flow.',
    tell: 'See a physician soon for pain at the upper right, fever or yellow skin; ask your pharmacist how long to wait between it and antacids or bile-acid binders.',
    of: {
      'ursodeoxycholic acid': 'It is used to dissolve small gallstones or for primary biliary cholangitis.',
    },
  },
  'liver-drugs': {
    name: 'liver drug',
    text: 'It is a supporting drug for liver problems.',
    tell: 'See a physician for tiredness, yellow skin or dark urine; ask how your liver will be monitored (blood tests, ultrasound).',
    of: {
      silymarin: 'It is an extract of milk thistle.',
    },
  },
  'bowel-inflammation': {
    name: 'drug for inflamed bowel',
    text: 'These drugs calm inflammation of the bowel; they are usually taken for ulcerative colitis or Crohn’s disease, and one of them for arthritis too.',
    tell: 'Tell your physician soon about fever, sore throat, rash, more blood in the stool or little urine; mention allergy to sulfa drugs or aspirin beforehand.',
    of: {
      mesalazine: 'It comes as tablets, granules, suppositories and enemas; kidney function is monitored.',
      sulfasalazine:
        'It is also used for rheumatoid arthritis; it colors urine orange and contains a sulfa component.',
    },
  },
  'digestive-enzymes': {
    name: 'digestive enzymes',
    text: 'These drugs supply the enzymes of the pancreas when it makes too few.',
    tell: 'Tell your physician about allergy to pork products, belly pain or gout; ask your pharmacist how to take it with meals.',
    of: {
      pancreatin: 'It is taken with meals; do not chew the capsules.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
