import { entries } from '../entry/entry.js';

/** Care programmes of the NHI, by the section of the passbook. */
export const programmes = entries(
  { ask: 'care-programme', from: ['nhi'], written: '2026-11-30' },
  {
    r12: {
      name: 'Diabetes care programme',
      text: 'The NHI’s programme for diabetes: physician, educator and dietitian follow sugar, pressure, fats, kidneys, eyes and feet. Enrolment, follow-up and yearly review are its stages; no closing date means that it goes on.',
    },
    r13: {
      name: 'Early kidney disease programme',
      text: 'The NHI’s programme for early kidney disease: filtration rate, urine protein, pressure and sugar are followed, with advice on food and drugs. It may close because aims were met, care moved to the next programme, or to another hospital.',
    },
    r14: {
      name: 'Hepatitis B and C programme',
      text: 'The NHI’s programme for people with hepatitis B or C: regular blood tests of the liver and ultrasound of the belly. Mostly every half year; keeping the visits finds changes of the liver early.',
    },
  },
);
