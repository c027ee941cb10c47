import { entries } from '../entry/entry.js';

/** Explanations of the check-ups and screenings that the Health Promotion Administration offers. */
export const screenings = entries(
  { ask: 'screening-site', from: ['hpa'], written: '2026-11-30' },
  {
    checkup: {
      name: 'Adult check-up',
      text: 'This check-up is paid for by the Health Promotion Administration (HPA): an examination, blood and urine tests and advice help to find problems with blood pressure, blood sugar, blood fats, kidneys and liver early. The result codes are grades of advice, not names of diseases. The HPA announces who is eligible and how often.',
    },
    colorectal: {
      name: 'Colorectal cancer screening',
      text: 'This test finds blood in the stool that cannot be seen. After a positive result, a colonoscopy is needed; it usually finds polyps or hemorrhoids. After a negative result, it is still important to repeat the test on time. The HPA announces who is eligible and how often.',
    },
    breast: {
      name: 'Breast cancer screening',
      text: 'An X-ray of the breast finds changes that cannot be felt; the pressure on the breast is uncomfortable for a few seconds. More pictures or tests are often needed, and most of them show no cancer. The HPA announces who is eligible and how often.',
    },
    cervical: {
      name: 'Cervical cancer screening',
      text: 'A smear test looks at cells of the cervix, or another test looks for HPV. How changes are followed up depends on how marked they are; screening is needed even after the HPV vaccine. The HPA announces who is eligible and how often.',
    },
    oral: {
      name: 'Oral cancer screening',
      text: 'In people who smoke or chew betel nut, or used to, a doctor or dentist looks at and feels the lining of the mouth. If there are white or red patches or sores that do not heal, a small piece of tissue is taken for testing. The HPA announces who is eligible and how often.',
    },
    lung: {
      name: 'Lung cancer screening',
      text: 'This is a low-dose CT of the lungs for people with a family history of lung cancer, many years of heavy smoking or other risk factors. Small nodules are common and usually only need regular follow-up as the doctor advises. The HPA announces who is eligible and how often.',
    },
    gastric: {
      name: 'Stomach cancer screening (Helicobacter)',
      text: 'A stool test or another test looks for Helicobacter pylori in the stomach. If it is found, drugs can clear it, which lowers the risk of ulcers and stomach cancer; the test is repeated afterward. The HPA announces who is eligible.',
    },
    hepatitis: {
      name: 'Hepatitis B and C screening',
      text: 'This is a blood test for hepatitis B surface antigen and hepatitis C antibody. People with hepatitis B need regular liver check-ups; after a positive hepatitis C antibody test, a viral load test is needed, and drugs can now clear the virus. The HPA announces who is eligible.',
    },
  },
);
