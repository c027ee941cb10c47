import { analyteEntries } from './analyte-entries.js';

/** Urine and stool. */
export const urine = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests'], written: '2026-11-30' },
  {
    'urine-ph': {
      name: 'Urine acidity (pH)',
      official: 'Urine pH',
      text: 'How acid the urine is. Much meat makes it more acid; vegetables and some bacterial infections less so, and it matters for the kind of kidney stones. It changes while a sample waits, so it is best tested within an hour.',
    },
    'urine-specific-gravity': {
      name: 'Urine concentration (specific gravity)',
      official: 'Urine specific gravity',
      text: 'How concentrated the urine is. High values are common after drinking little or sweating, or with sugar or protein in it; low ones after drinking much, with water tablets or kidneys that concentrate less. The first urine of the morning is usually the strongest.',
    },
    'urine-protein': {
      name: 'Urine protein (strip)',
      text: 'Whether protein leaks into the urine, by a test strip. Positive again and again may go with kidney disease, diabetes or high blood pressure; fever, hard exercise, long standing, strong urine and menstruation bring it for a while. It is usually repeated, or measured as a ratio.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'urine-glucose': {
      name: 'Urine sugar (strip)',
      official: 'Urine glucose (strip)',
      text: 'Whether there is sugar in the urine, by a test strip. Positive may mean high blood sugar, or come from drugs that pass sugar into the urine (SGLT2 inhibitors), pregnancy or inheritance. With such a drug it is the drug at work, and blood sugar tells the control; much vitamin C hides it.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-ketones': {
      name: 'Urine ketones (strip)',
      text: 'What is left when the body burns fat. Positive occurs after long fasting, low-carbohydrate diets, vomiting or in pregnancy; with diabetes, high sugar, nausea and short breath it may be ketoacidosis, which needs care at once. With drugs that pass sugar into the urine it can happen at ordinary sugar levels.',
      ask: 'soon',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-bilirubin': {
      name: 'Urine bilirubin (strip)',
      text: 'Whether bilirubin is in the urine, where there is usually none. Positive may go with hepatitis or blocked bile ducts, and the urine looks like strong tea. Light turns a sample negative, and vitamin C disturbs it.',
      ask: 'soon',
    },
    'urine-urobilinogen': {
      name: 'Urine urobilinogen (strip)',
      text: 'A product of bilirubin from the gut, of which a little in the urine is common. More occurs with breaking red cells or liver disease; none at all may go with blocked bile ducts. Waiting and light lower it, and liver tests in blood are read with it.',
    },
    'urine-nitrite': {
      name: 'Urine nitrite (strip)',
      text: 'Some bacteria make it in the urine, so it screens for urinary infections. Positive with frequent, burning urine makes infection more likely; negative does not rule it out, as not all bacteria make it and urine must stay four hours in the bladder. Vitamin C disturbs it.',
    },
    'urine-leukocyte-esterase': {
      name: 'Urine white cells (strip)',
      official: 'Urine leukocyte esterase (strip)',
      text: 'Whether white blood cells are in the urine, to screen for inflammation. A positive strip occurs with urinary infections, stones, or discharge mixed into a woman’s sample; the microscope and complaints are read with it. Urine from midstream after washing is more reliable.',
    },
    'urine-blood': {
      name: 'Urine blood (strip)',
      text: 'Whether there is blood in the urine, even where the eye sees none. Positive occurs with infection, stones, hard exercise or menstruation, and may go with disease of kidneys or bladder. The microscope usually confirms red cells; blood that can be seen should be looked at by a urologist soon.',
      ask: 'soon',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-color': {
      name: 'Urine color',
      text: 'The color of the urine as the laboratory saw it. Pale to deep yellow mostly tells how much one drank; red may be blood, beetroot or a drug, tea-brown may go with liver, bile or muscle injury, orange is often a drug or vitamin. A sudden change without such food is worth telling a physician.',
    },
    'urine-appearance': {
      name: 'Urine clearness',
      official: 'Urine appearance',
      text: 'Whether the urine is clear or cloudy. Cloudiness occurs with infection, crystals, mucus or discharge, and when salts settle in the cold. Alone it carries little meaning; the other urine tests count.',
    },
    'urine-sediment-leukocytes': {
      name: 'White cells in urine (microscope)',
      official: 'Leukocytes in urine sediment',
      text: 'How many white blood cells are seen in one field of the microscope. More occur with urinary infection, stones or kidney inflammation, and with discharge mixed into a woman’s sample. Midstream urine after washing is more reliable; complaints and a culture go with it.',
    },
    'urine-sediment-erythrocytes': {
      name: 'Red cells in urine (microscope)',
      official: 'Erythrocytes in urine sediment',
      text: 'How many red blood cells are seen in one field of the microscope. More occur with infection, stones, hard exercise or menstruation, and may go with disease of kidneys, bladder or prostate. If they stay, the physician looks for the cause; blood that can be seen needs care soon.',
      ask: 'soon',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-sediment-epithelial-cells': {
      name: 'Surface cells in urine (epithelial)',
      official: 'Epithelial cells in urine sediment',
      text: 'Cells shed from the urinary tract and skin. More of them mostly mean that skin cells got into the sample; sometimes they go with inflammation. If needed, midstream urine is collected again after washing.',
    },
    'urine-sediment-bacteria': {
      name: 'Bacteria in urine (microscope)',
      official: 'Bacteria in urine sediment',
      text: 'How many bacteria are seen under the microscope. More may mean a urinary infection, or that they got in at collection or grew while waiting. Without complaints they mostly need no treatment; the physician decides with a culture.',
    },
    'urine-sediment-casts': {
      name: 'Casts in urine',
      official: 'Casts in urine sediment',
      text: 'Little rods shaped in the tubes of the kidney. A few clear ones occur after hard exercise or with little fluid; those with red cells, white cells or grains may go with inflamed or hurt kidneys. The kind matters more than the number.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-sediment-crystals': {
      name: 'Crystals in urine',
      official: 'Crystals in urine sediment',
      text: 'Small crystals of salts in the urine. They are common in strong urine, with some food, or when a sample cools, and often carry no meaning; some go with stones, gout or drugs. They often become fewer after drinking more; with stones before, the kind is worth a look.',
    },
    'urine-sediment-mucus': {
      name: 'Mucus in urine',
      official: 'Mucus in urine sediment',
      text: 'Threads of mucus from the urinary tract. A little is common; more may come from mild inflammation or discharge. Alone it carries little meaning; white cells and complaints count.',
    },
    'urine-creatinine': {
      name: 'Urine creatinine',
      text: 'Creatinine in the urine, mostly to allow for how strong the urine is. It changes with drinking and carries no meaning of its own; it is used for ratios with protein. In a 24-hour collection it shows whether all was collected.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-sodium': {
      name: 'Urine sodium',
      text: 'Sodium in the urine: how much salt is eaten and how much the kidneys keep. Low values occur with too little fluid or little salt; high ones with salty food or water tablets. Whether it is one sample or 24 hours matters, and blood sodium is read with it.',
    },
    'urine-potassium': {
      name: 'Urine potassium',
      text: 'Potassium in the urine, which helps to find why blood potassium is high or low. High values occur with water tablets or much fruit and vegetables; low ones when it is lost by the gut. Blood potassium and urine strength are read with it.',
    },
    'urine-chloride': {
      name: 'Urine chloride',
      text: 'Chloride in the urine, which helps to find why the balance of acids is off. Low values occur with vomiting; high ones with water tablets or salty food. The blood’s salts are read with it.',
    },
    'urine-urea-nitrogen': {
      name: 'Urine urea nitrogen',
      text: 'Urea nitrogen in the urine: how much protein is eaten and how much the kidneys remove. From 24 hours of urine the protein eaten can be estimated. It changes with food and drink, so a physician or dietitian works it out.',
    },
    'urine-calcium': {
      name: 'Urine calcium',
      text: 'Calcium in the urine, often tested for stones or for high or low blood calcium. High values may go with much salt or calcium, the parathyroid glands or vitamin D; low ones with little calcium or vitamin D. Mostly 24 hours of urine are collected.',
    },
    'urine-osmolality': {
      name: 'Urine osmolality',
      text: 'How concentrated the urine is: how well the kidneys keep water. It rises after drinking little and falls after drinking much, and helps to find why blood sodium is off. Blood osmolality and sodium are read with it.',
    },
    'urine-microalbumin': {
      name: 'Urine albumin in small amounts (microalbumin)',
      official: 'Urine microalbumin',
      text: 'Very small amounts of albumin in the urine, which show changes of the kidneys earlier than a strip. High values may go with effects of diabetes or blood pressure on the kidneys; fever, hard exercise, infection and menstruation raise it for a while. Drinking changes it, so its ratio to creatinine is usually read.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'urine-albumin-creatinine-ratio': {
      name: 'Urine albumin to creatinine ratio (UACR)',
      official: 'Urine albumin/creatinine ratio',
      text: 'Albumin in the urine compared with creatinine, which allows for how much one drank: whether kidneys leak protein. High values may go with diabetes, high blood pressure or kidney disease, and are confirmed by one or two more tests within three months. Fever, hard exercise, infection and menstruation raise it; the first urine of the morning is best.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'urine-protein-quantitative': {
      name: 'Urine protein (measured)',
      official: 'Urine protein',
      text: 'How much protein is in the urine. High values may go with kidney disease, diabetes or high blood pressure; fever and hard exercise raise it for a while. Drinking changes it, so the ratio to creatinine or 24 hours of urine are usually read.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-protein-creatinine-ratio': {
      name: 'Urine protein to creatinine ratio (UPCR)',
      official: 'Urine protein/creatinine ratio',
      text: 'All protein in the urine compared with creatinine, which allows for how much one drank: how much the kidneys leak. High values may go with kidney disease, diabetes or high blood pressure, and their course counts. Fever, hard exercise, infection and menstruation raise it for a while.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'stool-occult-blood': {
      name: 'Hidden blood in stool (immune test)',
      official: 'Stool occult blood (immunochemical)',
      text: 'Whether there is blood in the stool that the eye cannot see; it screens for bowel cancer and needs no diet. Positive may come from piles, polyps, inflammation or a tumor, and a colonoscopy is advised; negative does not rule all out, so it is paid for every two years. Collect on another day while piles bleed or during menstruation.',
      ask: 'soon',
      from: ['hpa', 'medlineplus-tests'],
    },
    'stool-occult-blood-chemical': {
      name: 'Hidden blood in stool (chemical test)',
      official: 'Stool occult blood (chemical)',
      text: 'Whether there is hidden blood in the stool, by a chemical reaction. Positive may come from bleeding anywhere in the gut, and from red meat, animal blood, some vegetables or drugs, so a diet for some days is usual; much vitamin C hides it. A physician reads it with other tests.',
      ask: 'soon',
    },
  },
);
