import { entries } from '../entry/entry.js';

/** Check-ups and screenings of the Health Promotion Administration. */
export const screenings = entries(
  { ask: 'screening-site', from: ['hpa'], written: '2026-11-30' },
  {
    checkup: {
      name: 'Adult check-up',
      text: 'A check-up paid by the Health Promotion Administration: examination, blood, urine and advice, to find trouble with pressure, sugar, fats, kidneys and liver early. The result codes are grades of advice, no names of disease. The HPA announces who may use it how often.',
    },
    colorectal: {
      name: 'Colorectal cancer screening',
      text: 'A stool test finds blood that the eye does not see. A positive result asks for a colonoscopy, which mostly shows polyps, haemorrhoids and the like; after a negative one the next test still matters. The HPA announces who may use it how often.',
    },
    breast: {
      name: 'Breast cancer screening',
      text: 'An X-ray of the breast finds changes that cannot be felt; the pressing is uncomfortable for seconds. More pictures or tests are often asked for and mostly show no cancer. The HPA announces who may use it how often.',
    },
    cervical: {
      name: 'Cervical cancer screening',
      text: 'A smear looks at cells of the cervix, or a test looks for HPV. Changes are followed up by degree; it is needed after the HPV vaccine too. The HPA announces who may use it how often.',
    },
    oral: {
      name: 'Oral cancer screening',
      text: 'A physician or dentist looks at and feels the lining of the mouth, for people who smoke or chew, or chewed, betel. White or red patches or lasting sores are sampled. The HPA announces who may use it how often.',
    },
    lung: {
      name: 'Lung cancer screening',
      text: 'A low-dose CT of the lungs for people with family history, many years of smoking or other criteria. Small nodules are common and mostly just followed as advised. The HPA announces who may use it how often.',
    },
    gastric: {
      name: 'Stomach cancer screening (Helicobacter)',
      text: 'A stool or other test looks for Helicobacter in the stomach. If found it can be cleared with drugs, which lowers the risk of ulcers and cancer; it is tested again afterwards. The HPA announces who may use it.',
    },
    hepatitis: {
      name: 'Hepatitis B and C screening',
      text: 'A blood test for hepatitis B surface antigen and hepatitis C antibody. With B the liver is followed; a positive C antibody asks for a virus test, and drugs can clear it today. The HPA announces who may use it.',
    },
  },
);
