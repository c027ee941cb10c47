import type { DrugGroupText } from './drug-group.js';

/** Drugs for the stomach, bowel and liver. */
export const digestion = {
  'proton-pump-inhibitors': {
    name: 'stomach acid blocker (proton pump inhibitor)',
    text: 'These drugs strongly reduce stomach acid. They are usually taken to treat acid reflux, ulcers of the stomach or duodenum, or Helicobacter infection, or to protect the stomach during treatment with pain relievers or antiplatelet drugs.',
    tell: 'See a doctor promptly if you have trouble swallowing, lose weight or pass black stools. Ask your doctor whether you still need the drug, and ask your doctor or pharmacist before you take other drugs as well (such as clopidogrel or antifungals).',
    of: {
      omeprazole: 'It is an older drug that may make clopidogrel work less well.',
      pantoprazole: 'It interacts with fewer drugs and can also be given by injection.',
      lansoprazole: 'It also comes as a tablet that melts in the mouth.',
      rabeprazole: 'It is used to treat acid reflux, ulcers and Helicobacter infection.',
      esomeprazole: 'It is closely related to omeprazole and may make clopidogrel work less well.',
      dexlansoprazole: 'The capsule releases the drug in two stages and can be taken with or without food.',
      vonoprazan: 'It works in a newer way, by competing with potassium, and takes effect quickly.',
    },
  },
  'h2-blockers': {
    name: 'stomach acid blocker (H2 blocker)',
    text: 'These drugs reduce stomach acid; they are usually taken for heartburn or ulcers, and some are also used for hives.',
    tell: 'Tell your doctor or pharmacist if you have kidney disease or want to take other drugs as well. If an older person becomes confused while taking this drug, tell the doctor.',
    of: {
      famotidine: 'It is the most commonly used drug in this group and interacts with few others.',
      ranitidine:
        'It has been withdrawn in many countries because of an impurity; ask your pharmacist what to do with any old packages.',
      cimetidine: 'It is an older drug that interacts with many drugs.',
      nizatidine: 'It is used for excess stomach acid and ulcers.',
    },
  },
  'stomach-protection': {
    name: 'stomach protection',
    text: 'These drugs protect the lining of the stomach; they are usually taken for gastritis or ulcers, or together with pain relievers.',
    tell: 'Tell your doctor beforehand if you may be pregnant. Ask your pharmacist how long to wait between this drug and another one.',
    of: {
      misoprostol:
        'It prevents ulcers caused by pain relievers; it can end a pregnancy, so pregnant women must not take it. Obstetricians and gynecologists also use it for other purposes.',
      sucralfate:
        'It forms a protective film over ulcers; take it on an empty stomach, and not at the same time as other drugs.',
      rebamipide: 'It makes the stomach produce more protective mucus; it also comes as eye drops.',
    },
  },
  antiflatulents: {
    name: 'drug for gas',
    text: 'It helps the bowel get rid of gas bubbles; it is usually taken to relieve gas, or before an endoscopy or an ultrasound examination.',
    tell: 'See a doctor if you have pain, vomiting or gas that does not go away.',
    of: {
      simeticone: 'The body does not absorb it.',
    },
  },
  antiemetics: {
    name: 'drug for nausea',
    text: 'These drugs relieve nausea and vomiting; some also help the stomach empty.',
    tell: 'Get help at once if you have movements that you cannot control or palpitations, if your eyes roll upward, or if you faint. Ask your doctor first if you have heart disease or Parkinson’s disease, or if the drug is for a child.',
    of: {
      metoclopramide:
        'It helps the stomach empty; uncontrolled movements are more likely in children, young adults and older people.',
      domperidone: 'It affects the brain less than metoclopramide, but it can affect the heart rhythm.',
      ondansetron:
        'It is often used after chemotherapy or surgery; it may cause constipation and changes in the ECG.',
      granisetron: 'It is often used after chemotherapy and comes as a tablet or injection.',
    },
  },
  prokinetics: {
    name: 'drug that helps the stomach empty',
    text: 'These drugs help food move through the stomach and bowel; they are usually taken for indigestion, bloating or nausea.',
    tell: 'Tell your doctor if you have diarrhea, belly pain or palpitations. Ask your pharmacist before you also take antibiotics or antifungals.',
    of: {
      mosapride: 'It helps the stomach empty and is used for indigestion and reflux.',
      itopride: 'It helps the stomach empty and is used for indigestion.',
    },
  },
  antispasmodics: {
    name: 'drug for cramps',
    text: 'These drugs relax the muscles of the bowel; they are usually taken for bowel cramps or irritable bowel syndrome.',
    tell: 'See a doctor if you have severe pain, a fever or blood in the stool. Tell your doctor or pharmacist beforehand if you have glaucoma, an enlarged prostate or a fast heartbeat.',
    of: {
      'hyoscine butylbromide': 'It is used for cramps in the bowel or urinary tract.',
      mebeverine: 'It is used for irritable bowel syndrome and seldom causes a dry mouth.',
      'otilonium bromide': 'It acts mainly on the colon and is used for irritable bowel syndrome.',
      pinaverium:
        'It acts mainly on the bowel and is used for irritable bowel syndrome; swallow it whole with plenty of water.',
      dicycloverine:
        'It is more likely than other drugs in this group to cause dry mouth and blurred vision.',
    },
  },
  antidiarrhoeals: {
    name: 'drug for diarrhea',
    text: 'These drugs make diarrhea less frequent or less watery.',
    tell: 'See a doctor first if you have blood in the stool, a high fever, severe pain or dehydration, or if the patient is a child or an older person. See a doctor if diarrhea lasts more than two days.',
    of: {
      loperamide: 'It slows the bowel; large doses can harm the heart.',
      'dioctahedral smectite':
        'It binds water and toxins in the bowel; do not take it at the same time as other drugs.',
      racecadotril: 'It reduces the amount of fluid that the bowel releases.',
    },
  },
  'stimulant-laxatives': {
    name: 'laxative',
    text: 'These drugs stimulate the bowel; they are usually taken for constipation or to empty the bowel before an examination.',
    tell: 'See a doctor if you have belly pain, vomiting, blood in the stool, constipation that does not go away or a change in bowel habits. Talk to your doctor if you often need a laxative.',
    of: {
      sennosides:
        'These laxatives come from a plant and are usually taken at bedtime so that they work the next morning.',
      bisacodyl:
        'It comes as coated tablets or suppositories; the coated tablets should not be taken with milk or antacids.',
    },
  },
  'osmotic-laxatives': {
    name: 'stool softener',
    text: 'It keeps water in the bowel to soften stools; it is usually taken for constipation.',
    tell: 'Tell your doctor if you have diarrhea or severe gas. See a doctor if your bowel habits change or you have blood in the stool.',
    of: {
      lactulose: 'It is also used to lower ammonia in liver disease.',
      macrogol: 'It is also used to empty the bowel before colonoscopy.',
    },
  },
  'other-laxatives': {
    name: 'constipation drug',
    text: 'It is used for chronic constipation when ordinary laxatives do not work well enough.',
    tell: 'Tell your doctor beforehand if you have kidney or heart disease. Also tell your doctor if you have severe belly pain or blood in the stool.',
    of: {
      prucalopride: 'It stimulates the colon; tell your doctor if your mood changes markedly.',
    },
  },
  'bile-acids': {
    name: 'bile and liver drug',
    text: 'These drugs change the composition of bile; they are usually taken for some types of gallstones, or for liver disease in which bile does not flow well.',
    tell: 'See a doctor promptly if you have pain in the upper right part of the belly or a fever, or if your skin turns yellow. Ask your pharmacist how long to wait between this drug and antacids or bile-acid binders.',
    of: {
      'ursodeoxycholic acid': 'It is used to dissolve small gallstones or for primary biliary cholangitis.',
    },
  },
  'liver-drugs': {
    name: 'liver drug',
    text: 'It is used along with other treatments for liver problems.',
    tell: 'See a doctor if you feel tired, your skin turns yellow or your urine becomes dark. Ask how your liver will be monitored (for example with blood tests or ultrasound).',
    of: {
      silymarin: 'It is an extract of milk thistle.',
    },
  },
  'bowel-inflammation': {
    name: 'drug for inflamed bowel',
    text: 'These drugs reduce inflammation of the bowel; they are usually taken for ulcerative colitis or Crohn’s disease, and one of them is also used for arthritis.',
    tell: 'Tell your doctor promptly if you have a fever, sore throat, rash or more blood in the stool, or pass little urine. Tell your doctor beforehand if you are allergic to sulfa drugs or aspirin.',
    of: {
      mesalazine: 'It comes as tablets, granules, suppositories and enemas; kidney function is monitored.',
      sulfasalazine:
        'It contains a sulfa component and turns urine orange; it is also used for rheumatoid arthritis.',
    },
  },
  'digestive-enzymes': {
    name: 'digestive enzymes',
    text: 'These drugs supply digestive enzymes when the pancreas does not make enough.',
    tell: 'Tell your doctor beforehand if you are allergic to pork products or have gout. Also tell your doctor if you have belly pain. Ask your pharmacist how to take the drug with meals.',
    of: {
      pancreatin: 'Take it with meals, and do not chew the capsules.',
    },
  },
} as const satisfies Readonly<Record<string, DrugGroupText>>;
