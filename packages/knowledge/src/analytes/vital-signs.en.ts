import { analyteEntries } from './analyte-entries.js';

export const vitalSigns = analyteEntries(
  { ask: 'next-visit', from: ['hpa', 'medlineplus-tests'], written: '2026-11-30' },
  {
    'systolic-blood-pressure': {
      name: 'Systolic blood pressure',
      text: 'The pressure in the vessels while the heart pumps the blood out: the upper number. Staying high over years burdens heart, brain and kidneys; low values may go with dizziness, above all on standing up. Tension, pain, exercise, coffee and smoking raise it, so sit quietly for five minutes before it is taken.',
    },
    'diastolic-blood-pressure': {
      name: 'Diastolic blood pressure',
      text: 'The pressure left in the vessels while the heart rests between beats: the lower number. It is read together with the upper one; staying high burdens vessels and kidneys as well. The height of the arm, the size of the cuff and tension change it, so several readings at home at fixed times tell more than one.',
    },
    'body-height': {
      name: 'Body height',
      text: 'How tall the body is; it is needed for the body mass index and for some doses. People lose a little with age; more than three centimetres within a few years may go with thin bones or changes of the spine. It is taken without shoes, standing straight against a wall.',
    },
    'body-weight': {
      name: 'Body weight',
      text: 'How heavy the body is. Losing more than five per cent in half a year without meaning to, or gaining suddenly within days with swollen feet, is worth telling a physician early. Weigh at the same time of day in similar clothes, so that values compare.',
    },
    'body-mass-index': {
      name: 'Body mass index (BMI)',
      text: 'Weight in kilograms divided by the square of height in metres: a rough look at whether they match. High values often come together with higher blood pressure, sugar and fats; low ones with eating too little or little muscle. It cannot tell muscle from fat, so it says less in older and in very muscular people.',
    },
    'waist-circumference': {
      name: 'Waist',
      official: 'Waist circumference',
      text: 'The girth of the belly, which reflects how much fat lies around the organs. Large values often come together with higher blood pressure, sugar and fats. Measure before breakfast after gently breathing out, midway between the lowest rib and the top of the hip bone.',
    },
  },
);
