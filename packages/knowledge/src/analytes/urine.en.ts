import { analyteEntries } from './analyte-entries.js';

/** Urine and stool. */
export const urine = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests'], written: '2026-11-30' },
  {
    'urine-ph': {
      name: 'Urine acidity (pH)',
      official: 'Urine pH',
      text: 'This shows how acidic the urine is. Eating a lot of meat makes it more acidic; vegetables, fruit and some bacterial infections make it less acidic. Doctors also use it to find out which type of kidney stone a person has and how to treat it. The value changes while a sample stands, so the urine is best tested within an hour.',
    },
    'urine-specific-gravity': {
      name: 'Urine concentration (specific gravity)',
      official: 'Urine specific gravity',
      text: 'This shows how concentrated the urine is. High values are common after drinking too little or sweating, or when there is sugar or protein in the urine. Low values are common after drinking a lot, with water pills, or when the kidneys cannot concentrate urine well. The first urine of the morning is usually the most concentrated.',
    },
    'urine-protein': {
      name: 'Urine protein (strip)',
      text: 'This test strip shows whether protein is leaking into the urine. Repeated positive results can be a sign of kidney disease, diabetes or high blood pressure. Fever, hard exercise, standing for a long time, concentrated urine and menstruation can cause a positive result for a while. The test is usually repeated, or the protein is measured as a ratio to creatinine.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'urine-glucose': {
      name: 'Urine sugar (strip)',
      official: 'Urine glucose (strip)',
      text: 'This test strip shows whether there is sugar in the urine. A positive result can mean high blood sugar, or it can be due to pregnancy, an inherited trait, or drugs that pass sugar into the urine (SGLT2 inhibitors). In people who take such a drug, sugar in the urine is expected, and only blood sugar shows how well diabetes is controlled. Large amounts of vitamin C can hide sugar.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-ketones': {
      name: 'Urine ketones (strip)',
      text: 'Ketones form when the body burns fat. A positive result can follow long fasting, a low-carbohydrate diet or vomiting, and occurs in pregnancy. In people with diabetes who have high blood sugar, nausea and shortness of breath, it may be ketoacidosis: get care at once. In people who take SGLT2 inhibitors, ketoacidosis can occur even when blood sugar is not high.',
      ask: 'soon',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-bilirubin': {
      name: 'Urine bilirubin (strip)',
      text: 'This test strip shows whether there is bilirubin in the urine, where there is usually none. A positive result can be a sign of hepatitis or blocked bile ducts, and the urine looks like strong tea. Light can make a positive sample negative, and vitamin C interferes with the test.',
      ask: 'soon',
    },
    'urine-urobilinogen': {
      name: 'Urine urobilinogen (strip)',
      text: 'This substance forms from bilirubin in the bowel, and small amounts in the urine are common. Larger amounts can result from the breakdown of red blood cells or from liver disease; if there is none at all, the bile ducts may be blocked. Long storage and light lower the value, and it is interpreted along with liver tests in the blood.',
    },
    'urine-nitrite': {
      name: 'Urine nitrite (strip)',
      text: 'Some bacteria produce nitrite in the urine, so this test screens for urinary tract infections. A positive result together with frequent or burning urination makes an infection more likely. A negative result does not rule it out, because not all bacteria produce nitrite and the urine must stay in the bladder for about four hours. Vitamin C interferes with the test.',
    },
    'urine-leukocyte-esterase': {
      name: 'Urine white cells (strip)',
      official: 'Urine leukocyte esterase (strip)',
      text: 'This test strip shows whether there are white blood cells in the urine, to screen for inflammation. A positive result can be a sign of a urinary tract infection or stones, or, in women, of vaginal discharge mixed into the sample. It is interpreted along with the microscope result and symptoms. A midstream sample taken after washing is more reliable.',
    },
    'urine-blood': {
      name: 'Urine blood (strip)',
      text: 'This test strip shows whether there is blood in the urine, even when it cannot be seen. A positive result can be due to infection, stones, hard exercise or menstruation, or to kidney or bladder disease. The microscope usually confirms whether there are red blood cells; see a urologist promptly if you can see blood.',
      ask: 'soon',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-color': {
      name: 'Urine color',
      text: 'This is the color of the urine as described by the laboratory. Pale to deep yellow usually reflects how much you drank. A red color can come from blood, beets or a drug; a tea-like brown can come from liver or bile disease or a muscle injury; orange often comes from a drug or vitamin. Tell a doctor if the color changes suddenly and no food explains it.',
    },
    'urine-appearance': {
      name: 'Urine clarity',
      official: 'Urine appearance',
      text: 'This shows whether the urine is clear or cloudy. Cloudiness can result from infection, crystals, mucus or discharge, or from salts that settle as the urine cools. It means little on its own; the other urine tests are more important.',
    },
    'urine-sediment-leukocytes': {
      name: 'White cells in urine (microscope)',
      official: 'Leukocytes in urine sediment',
      text: 'This is the number of white blood cells seen in one field of view under the microscope. A higher number can result from a urinary tract infection, stones or kidney inflammation, or, in women, from discharge mixed into the sample. A midstream sample taken after washing is more reliable; the result is interpreted along with symptoms and a culture.',
    },
    'urine-sediment-erythrocytes': {
      name: 'Red cells in urine (microscope)',
      official: 'Erythrocytes in urine sediment',
      text: 'This is the number of red blood cells seen in one field of view under the microscope. A higher number can result from infection, stones, hard exercise or menstruation, or from disease of the kidneys, bladder or prostate. If it stays high, the doctor looks for the cause; see a doctor promptly if you can see blood.',
      ask: 'soon',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-sediment-epithelial-cells': {
      name: 'Epithelial (surface) cells in urine',
      official: 'Epithelial cells in urine sediment',
      text: 'These are cells shed from the urinary tract and skin. A higher number usually means that skin cells got into the sample, and sometimes that there is inflammation. If needed, a new midstream sample is collected after washing.',
    },
    'urine-sediment-bacteria': {
      name: 'Bacteria in urine (microscope)',
      official: 'Bacteria in urine sediment',
      text: 'This shows how many bacteria are seen under the microscope. A higher number can mean that there is a urinary tract infection, or that bacteria got into the sample during collection or grew while it stood. Without symptoms, bacteria usually need no treatment; the doctor decides on the basis of a culture.',
    },
    'urine-sediment-casts': {
      name: 'Casts in urine',
      official: 'Casts in urine sediment',
      text: 'Casts are tiny rods formed in the small tubes of the kidneys. A few clear casts can result from hard exercise or dehydration; casts that contain red cells, white cells or granules can be a sign of inflamed or damaged kidneys. The type matters more than the number.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-sediment-crystals': {
      name: 'Crystals in urine',
      official: 'Crystals in urine sediment',
      text: 'These are small crystals of salts in the urine. They are common in concentrated urine, after certain foods or when a sample cools, and often have no significance; some are linked to stones, gout or drugs. Drinking more water often reduces them; in people who have had stones, the type of crystal is important.',
    },
    'urine-sediment-mucus': {
      name: 'Mucus in urine',
      official: 'Mucus in urine sediment',
      text: 'These are threads of mucus from the urinary and genital tract. A little is common; larger amounts can result from mild inflammation or discharge. Mucus means little on its own; white cells and symptoms are more important.',
    },
    'urine-creatinine': {
      name: 'Urine creatinine',
      text: 'Creatinine in the urine is usually measured to correct other results for how concentrated the urine is. The value changes with how much you drink and means little by itself; it is used to calculate ratios with protein. In a 24-hour collection, it shows whether all the urine was collected.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-sodium': {
      name: 'Urine sodium',
      text: 'Sodium in the urine shows how much salt is eaten and how much the kidneys keep. Low values can result from dehydration or a low-salt diet; high values can result from salty food or water pills. It matters whether a single sample or all the urine from 24 hours was tested, and the result is interpreted along with blood sodium.',
    },
    'urine-potassium': {
      name: 'Urine potassium',
      text: 'Potassium in the urine helps doctors find out why blood potassium is high or low. High values can result from water pills or from eating a lot of fruit and vegetables; low values can mean that the body loses potassium through the digestive tract. The result is interpreted along with blood potassium and the concentration of the urine.',
    },
    'urine-chloride': {
      name: 'Urine chloride',
      text: 'Chloride in the urine helps doctors find out why acids in the body are out of balance. Low values can result from vomiting; high values can result from water pills or salty food. The result is interpreted along with the salts in the blood.',
    },
    'urine-urea-nitrogen': {
      name: 'Urine urea nitrogen',
      text: 'Urea nitrogen in the urine shows how much protein is eaten and how much waste the kidneys remove. A 24-hour collection gives an estimate of the protein eaten. The value changes with food and fluids, so a doctor or dietitian calculates what it means.',
    },
    'urine-calcium': {
      name: 'Urine calcium',
      text: 'Calcium in the urine is often measured to find the cause of stones or of high or low blood calcium. High values can result from large amounts of salt or calcium, parathyroid disorders or vitamin D; low values can result from a lack of calcium or vitamin D. Usually all urine is collected for 24 hours.',
    },
    'urine-osmolality': {
      name: 'Urine osmolality',
      text: 'This shows how concentrated the urine is, which reflects how well the kidneys hold back water. It rises when you drink little and falls when you drink a lot, and it helps doctors find out why blood sodium is high or low. It is interpreted along with blood osmolality and sodium.',
    },
    'urine-microalbumin': {
      name: 'Urine microalbumin',
      official: 'Urine microalbumin',
      text: 'This test detects very small amounts of albumin (a protein) in the urine, so it shows changes in the kidneys earlier than a test strip. High values can be a sign that diabetes or high blood pressure has affected the kidneys; fever, hard exercise, infection and menstruation can raise them for a while. How much you drink affects the result, so the ratio to creatinine is usually used.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'urine-albumin-creatinine-ratio': {
      name: 'Urine albumin to creatinine ratio (UACR)',
      official: 'Urine albumin/creatinine ratio',
      text: 'This compares albumin in the urine with creatinine, which corrects for how much you drank and shows whether the kidneys are leaking protein. High values are linked to diabetes, high blood pressure or kidney disease, and are confirmed by one or two more tests within three months. Fever, hard exercise, infection and menstruation can raise them for a while; the first urine of the morning is best.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'urine-protein-quantitative': {
      name: 'Urine protein (measured)',
      official: 'Urine protein',
      text: 'This measures how much protein is in the urine. High values are linked to kidney disease, diabetes or high blood pressure; fever and hard exercise can raise them for a while. How much you drink affects the result, so the ratio to creatinine or all the urine from 24 hours is usually used.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-protein-creatinine-ratio': {
      name: 'Urine protein to creatinine ratio (UPCR)',
      official: 'Urine protein/creatinine ratio',
      text: 'This compares all the protein in the urine with creatinine, which corrects for how much you drank and shows how much protein the kidneys are leaking. High values are linked to kidney disease, diabetes or high blood pressure, and changes over time are important. Fever, hard exercise, infection and menstruation can raise them for a while.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'stool-occult-blood': {
      name: 'Hidden blood in the stool (immunochemical test)',
      official: 'Stool occult blood (immunochemical)',
      text: 'This test finds blood in the stool that cannot be seen; it screens for colorectal cancer and needs no special diet. A positive result can come from hemorrhoids, polyps, inflammation or a tumor, so a colonoscopy is advised. A negative result does not rule out cancer completely, so the test is repeated every two years; the government pays for it. Do not collect a sample while hemorrhoids are bleeding or during menstruation; choose another day.',
      ask: 'soon',
      from: ['hpa', 'medlineplus-tests'],
    },
    'stool-occult-blood-chemical': {
      name: 'Hidden blood in stool (chemical test)',
      official: 'Stool occult blood (chemical)',
      text: 'This test uses a chemical reaction to find blood in the stool that cannot be seen. A positive result can come from bleeding anywhere in the digestive tract, or from red meat, animal blood, some vegetables or drugs, so a special diet is usually needed for some days beforehand. Large amounts of vitamin C can hide blood. A doctor interprets the result along with other tests.',
      ask: 'soon',
    },
  },
);
