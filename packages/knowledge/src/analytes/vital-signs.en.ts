import { analyteEntries } from './analyte-entries.js';

export const vitalSigns = analyteEntries(
  { ask: 'next-visit', from: ['hpa', 'medlineplus-tests'], written: '2026-11-30' },
  {
    'systolic-blood-pressure': {
      name: 'Systolic blood pressure',
      text: 'This is the pressure in the blood vessels while the heart pumps blood out; it is the upper number. If this pressure stays high for years, it puts a strain on the heart, brain and kidneys; low values may cause dizziness, especially when you stand up. Nervousness, pain, exercise, coffee and smoking raise blood pressure, so sit quietly for five minutes before it is measured.',
    },
    'diastolic-blood-pressure': {
      name: 'Diastolic blood pressure',
      text: 'This is the pressure that remains in the blood vessels while the heart rests between beats; it is the lower number. It is interpreted along with the upper number; if the lower number stays high, it also puts a strain on the blood vessels and kidneys. Arm position, cuff size and nervousness affect the reading, so several readings taken at home at set times tell more than a single one.',
    },
    'body-height': {
      name: 'Body height',
      text: 'This shows how tall you are; it is needed to calculate the body mass index and some drug doses. People become a little shorter with age; losing more than three centimeters within a few years can result from osteoporosis or changes in the spine. Take off your shoes and stand straight against a wall when your height is measured.',
    },
    'body-weight': {
      name: 'Body weight',
      text: 'This shows how much you weigh. Losing more than five percent within half a year without trying, or suddenly gaining weight within days and having swollen feet, is a reason to see a doctor early. Weigh yourself at the same time of day and in similar clothes, so that the values can be compared.',
    },
    'body-mass-index': {
      name: 'Body mass index (BMI)',
      text: 'This is weight in kilograms divided by the square of height in meters, a rough measure of whether your weight suits your height. High values often occur together with higher blood pressure, blood sugar and blood fats; low values can result from poor nutrition or low muscle mass. The index cannot tell muscle from fat, so it is less useful for older people and very muscular people.',
    },
    'waist-circumference': {
      name: 'Waist',
      official: 'Waist circumference',
      text: 'This is the measurement around the belly, which reflects how much fat lies around the organs. Large values often occur together with higher blood pressure, blood sugar and blood fats. Measure before breakfast, after gently breathing out, with the tape midway between the lowest rib and the top of the hip bone.',
    },
  },
);
