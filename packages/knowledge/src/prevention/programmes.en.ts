import { entries } from '../entry/entry.js';

/** Care programmes of the NHI, by the section of the passbook. */
export const programmes = entries(
  { ask: 'care-programme', from: ['nhi'], written: '2026-11-30' },
  {
    r12: {
      name: 'Diabetes care programme',
      text: 'This is the NHI’s programme for diabetes: a physician, an educator and a dietitian monitor blood sugar, blood pressure, blood fats, kidneys, eyes and feet. Its stages are enrollment, follow-up and yearly review; if there is no closing date, it continues.',
    },
    r13: {
      name: 'Early kidney disease programme',
      text: 'This is the NHI’s programme for early kidney disease: filtration rate, urine protein, blood pressure and blood sugar are monitored, with advice on food and drugs. It may close because the aims were met, or because care moved to the next programme or another hospital.',
    },
    r14: {
      name: 'Hepatitis B and C programme',
      text: 'This is the NHI’s programme for people with hepatitis B or C: it offers regular blood tests of the liver and ultrasound of the belly. They usually take place every half year; keeping the visits helps to find changes of the liver early.',
    },
  },
);
