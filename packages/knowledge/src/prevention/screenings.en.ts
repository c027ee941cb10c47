import { entries } from '../entry/entry.js';

/** Check-ups and screenings of the Health Promotion Administration. */
export const screenings = entries(
  { ask: 'screening-site', from: ['hpa'], written: '2026-11-30' },
  {
    checkup: {
      name: 'Adult check-up',
      text: 'This check-up is paid by the Health Promotion Administration: an examination, blood and urine tests and advice help to find problems with blood pressure, blood sugar, blood fats, kidneys and liver early. The result codes are grades of advice, not names of diseases. The HPA announces who may use it and how often.',
    },
    colorectal: {
      name: 'Colorectal cancer screening',
      text: 'A stool test finds blood that the eye does not see. After a positive result a colonoscopy is needed, which usually shows polyps or hemorrhoids; after a negative one the next test on time is still important. The HPA announces who may use it and how often.',
    },
    breast: {
      name: 'Breast cancer screening',
      text: 'An X-ray of the breast finds changes that cannot be felt; the compression is uncomfortable for seconds. More pictures or tests are often needed and usually show no cancer. The HPA announces who may use it and how often.',
    },
    cervical: {
      name: 'Cervical cancer screening',
      text: 'A smear looks at cells of the cervix, or a test looks for HPV. How changes are followed up depends on their degree; screening is needed after the HPV vaccine too. The HPA announces who may use it and how often.',
    },
    oral: {
      name: 'Oral cancer screening',
      text: 'A physician or dentist looks at and feels the lining of the mouth, for people who smoke, chew betel nut or used to chew it. If there are white or red patches or lasting sores, a sample is taken. The HPA announces who may use it and how often.',
    },
    lung: {
      name: 'Lung cancer screening',
      text: 'This is a low-dose CT of the lungs for people with a family history of lung cancer, many years of smoking or other criteria. Small nodules are common and are usually just monitored as advised. The HPA announces who may use it and how often.',
    },
    gastric: {
      name: 'Stomach cancer screening (Helicobacter)',
      text: 'A stool or other test looks for Helicobacter in the stomach. If it is found, it can be cleared with drugs, which lowers the risk of ulcers and cancer; the test is repeated afterwards. The HPA announces who may use it.',
    },
    hepatitis: {
      name: 'Hepatitis B and C screening',
      text: 'This is a blood test for hepatitis B surface antigen and hepatitis C antibody. With hepatitis B the liver is monitored; after a positive hepatitis C antibody a virus test is needed, and drugs can clear the virus today. The HPA announces who may use it.',
    },
  },
);
