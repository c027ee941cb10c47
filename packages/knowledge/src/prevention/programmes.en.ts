import { entries } from '../entry/entry.js';

/** Explanations of the NHI's care programmes, keyed by the section of the passbook. */
export const programmes = entries(
  { ask: 'care-programme', from: ['nhi'], written: '2026-11-30' },
  {
    r12: {
      name: 'Diabetes care programme',
      text: 'In the NHI’s programme for diabetes, a doctor, an educator and a dietitian regularly monitor blood sugar, blood pressure, blood fats, kidneys, eyes and feet. Its stages are enrollment, follow-up and yearly review; if there is no closing date, it continues.',
    },
    r13: {
      name: 'Early kidney disease programme',
      text: 'In the NHI’s programme for early kidney disease, the filtration rate, urine protein, blood pressure and blood sugar are monitored regularly, with advice on diet and drugs. It may close because the goals were met, or because care moved to the next programme or to another hospital or clinic.',
    },
    r14: {
      name: 'Hepatitis B and C programme',
      text: 'The NHI’s programme for people with hepatitis B or C offers regular liver blood tests and abdominal ultrasound. The visits are usually every half year; keeping them helps to find changes in the liver early.',
    },
  },
);
