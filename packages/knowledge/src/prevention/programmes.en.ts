import { entries } from '../entry/entry.js';

/** Explanations of the NHI's care programmes, keyed by the section of the passbook. */
export const programmes = entries(
  { ask: 'care-programme', from: ['nhi'], written: '2026-11-30' },
  {
    r12: {
      name: 'Diabetes care program',
      text: 'In the NHI’s program for diabetes, a doctor, an educator and a dietitian regularly monitor blood sugar, blood pressure, blood fats, kidneys, eyes and feet. The stages of the program are enrollment, follow-up and yearly review; if no closing date is shown, the program continues.',
    },
    r13: {
      name: 'Early kidney disease program',
      text: 'In the NHI’s program for early kidney disease, the filtration rate, urine protein, blood pressure and blood sugar are monitored regularly, and people receive advice on diet and drugs. A person’s enrollment may be closed because the goals were met, or because care moved to the next program or to another hospital or clinic.',
    },
    r14: {
      name: 'Hepatitis B and C program',
      text: 'The NHI’s program for people with hepatitis B or C offers regular liver blood tests and abdominal ultrasound. The visits usually take place every six months; keeping the appointments helps to find changes in the liver early.',
    },
  },
);
