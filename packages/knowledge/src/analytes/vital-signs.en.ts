import { analyteEntries } from './analyte-entries.js';

export const vitalSigns = analyteEntries(
  { ask: 'next-visit', from: ['hpa', 'medlineplus-tests'], written: '2026-11-30' },
  {
    'systolic-blood-pressure': {
      name: 'Systolic blood pressure',
      text: 'This is the pressure in the vessels while the heart pumps the blood out; it is the upper number. If it stays high over years, it strains the heart, brain and kidneys; low values may occur with dizziness, above all on standing up. Tension, pain, exercise, coffee and smoking raise it, so sit quietly for five minutes before it is taken.',
    },
    'diastolic-blood-pressure': {
      name: 'Diastolic blood pressure',
      text: 'This is the pressure left in the vessels while the heart rests between beats; it is the lower number. It is read together with the upper one; if it stays high, it strains the vessels and kidneys as well. The height of the arm, the size of the cuff and tension change it, so several readings at home at fixed times say more than a single reading.',
    },
    'body-height': {
      name: 'Body height',
      text: 'This shows how tall the body is; it is needed for the body mass index and for some doses. People lose a little with age; losing more than three centimeters within a few years may occur with thin bones or changes of the spine. It is taken without shoes, standing straight against a wall.',
    },
    'body-weight': {
      name: 'Body weight',
      text: 'This shows how heavy the body is. Losing more than five percent in half a year without meaning to, or gaining suddenly within days with swollen feet, is a reason to see a physician early. Weigh at the same time of day in similar clothes, so that values can be compared.',
    },
    'body-mass-index': {
      name: 'Body mass index (BMI)',
      text: 'This is the weight in kilograms divided by the square of the height in meters, a rough measure of whether the two match. High values often come together with higher blood pressure, sugar and fats; low values occur with eating too little or little muscle. It cannot tell muscle from fat, so it says less in older and in very muscular people.',
    },
    'waist-circumference': {
      name: 'Waist',
      official: 'Waist circumference',
      text: 'This is the girth of the belly, which reflects how much fat lies around the organs. Large values often come together with higher blood pressure, sugar and fats. Measure before breakfast after gently breathing out, midway between the lowest rib and the top of the hip bone.',
    },
  },
);
