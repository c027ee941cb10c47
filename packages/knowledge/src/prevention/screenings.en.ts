import { entries } from '../entry/entry.js';

/** Explanations of the check-ups and screenings that the Health Promotion Administration offers. */
export const screenings = entries(
  { ask: 'screening-site', from: ['hpa'], written: '2026-11-30' },
  {
    checkup: {
      name: 'Adult check-up',
      text: 'The Health Promotion Administration (HPA) pays for this check-up: an examination, blood and urine tests, and advice, which help to find problems with blood pressure, blood sugar, blood fats, kidneys and liver early. The result codes stand for levels of advice, not for diseases. The HPA announces who is eligible for this service and how often it is offered.',
    },
    colorectal: {
      name: 'Colorectal cancer screening',
      text: 'This test finds blood in the stool that cannot be seen. After a positive result, a colonoscopy is needed; most of these colonoscopies find polyps or hemorrhoids. After a negative result, it is still important to repeat the test on time. The HPA announces who is eligible for this service and how often it is offered.',
    },
    breast: {
      name: 'Breast cancer screening',
      text: 'An X-ray of the breast can show changes that cannot be felt; the pressure on the breast is uncomfortable for a few seconds. More pictures or tests are often needed, and most of these tests show no cancer. The HPA announces who is eligible for this service and how often it is offered.',
    },
    cervical: {
      name: 'Cervical cancer screening',
      text: 'A Pap smear is used to look at cells of the cervix, or another test is used to look for HPV. The follow-up of changes in the cells depends on how marked the changes are; screening is needed even after HPV vaccination. The HPA announces who is eligible for this service and how often it is offered.',
    },
    oral: {
      name: 'Oral cancer screening',
      text: 'This screening is for people who smoke or chew betel nut, or who used to do so; a doctor or dentist looks at and feels the lining of the mouth. If there are white or red patches or sores that do not heal, a small piece of tissue is taken for testing. The HPA announces who is eligible for this service and how often it is offered.',
    },
    lung: {
      name: 'Lung cancer screening',
      text: 'This is a low-dose CT scan of the lungs for people who have a family history of lung cancer, have smoked heavily for many years or have other risk factors. Small nodules are common and usually need only regular follow-up as the doctor advises. The HPA announces who is eligible for this service and how often it is offered.',
    },
    gastric: {
      name: 'Stomach cancer screening (Helicobacter)',
      text: 'A stool test or another test looks for Helicobacter pylori in the stomach. If the bacterium is found, it can be cleared with drugs, which lowers the risk of ulcers and stomach cancer; the test is repeated after treatment. The HPA announces who is eligible.',
    },
    hepatitis: {
      name: 'Hepatitis B and C screening',
      text: 'This is a blood test for hepatitis B surface antigen and hepatitis C antibody. People with hepatitis B need regular liver check-ups; after a positive hepatitis C antibody test, a viral load test is needed, and drugs can now clear the virus. The HPA announces who is eligible.',
    },
  },
);
