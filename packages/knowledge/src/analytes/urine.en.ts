import { analyteEntries } from './analyte-entries.js';

/** Urine and stool. */
export const urine = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests'], written: '2026-11-30' },
  {
    'urine-ph': {
      name: 'Urine acidity (pH)',
      official: 'Urine pH',
      text: 'This shows how acid the urine is. A lot of meat makes it more acid; vegetables and some bacterial infections make it less acid, and it matters for the kind of kidney stones. It changes while a sample stands, so it is best tested within an hour.',
    },
    'urine-specific-gravity': {
      name: 'Urine concentration (specific gravity)',
      official: 'Urine specific gravity',
      text: 'This shows how concentrated the urine is. High values are common after drinking little or sweating, or with sugar or protein in the urine; low values are common after drinking much, with water pills, or with kidneys that concentrate the urine less well. The first urine of the morning is usually the strongest.',
    },
    'urine-protein': {
      name: 'Urine protein (strip)',
      text: 'This is a test strip that shows whether protein leaks into the urine. Results that are positive again and again may occur with kidney disease, diabetes or high blood pressure; fever, hard exercise, long standing, strong urine and menstruation can cause it for a while. It is usually repeated, or measured as a ratio.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'urine-glucose': {
      name: 'Urine sugar (strip)',
      official: 'Urine glucose (strip)',
      text: 'This is a test strip that shows whether there is sugar in the urine. A positive result may mean high blood sugar, or it may come from pregnancy, inheritance or drugs that pass sugar into the urine (SGLT2 inhibitors). With such a drug it is the effect of the drug, and blood sugar shows how well diabetes is controlled; a lot of vitamin C can hide it.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-ketones': {
      name: 'Urine ketones (strip)',
      text: 'This shows ketones, which are left when the body burns fat. A positive result occurs after long fasting, low-carbohydrate diets, vomiting or in pregnancy; with diabetes, high sugar, nausea and shortness of breath, it may be ketoacidosis, which needs care at once. With drugs that pass sugar into the urine it can happen at ordinary sugar levels.',
      ask: 'soon',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-bilirubin': {
      name: 'Urine bilirubin (strip)',
      text: 'This shows whether bilirubin is in the urine, where there is usually none. A positive result may occur with hepatitis or blocked bile ducts, and the urine looks like strong tea. Light can make a sample negative, and vitamin C interferes with the test.',
      ask: 'soon',
    },
    'urine-urobilinogen': {
      name: 'Urine urobilinogen (strip)',
      text: 'This is a product of bilirubin from the gut, of which a little in the urine is common. Larger amounts occur when red cells break down or with liver disease; none at all may occur with blocked bile ducts. Waiting and light lower it, and it is read together with liver tests in the blood.',
    },
    'urine-nitrite': {
      name: 'Urine nitrite (strip)',
      text: 'Some bacteria make nitrite in the urine, so the test screens for urinary infections. A positive result together with frequent, burning urination makes an infection more likely; a negative one does not rule it out, because not all bacteria make nitrite and urine must stay in the bladder for four hours. Vitamin C interferes with the test.',
    },
    'urine-leukocyte-esterase': {
      name: 'Urine white cells (strip)',
      official: 'Urine leukocyte esterase (strip)',
      text: 'This shows whether white blood cells are in the urine, to screen for inflammation. A positive strip occurs with urinary infections, stones, or discharge mixed into a woman’s sample; it is read together with the microscope result and symptoms. Urine from midstream after washing is more reliable.',
    },
    'urine-blood': {
      name: 'Urine blood (strip)',
      text: 'This shows whether there is blood in the urine, even where the eye sees none. A positive result occurs with infection, stones, hard exercise or menstruation, and may occur with disease of kidneys or bladder. The microscope usually confirms red cells; see a urologist soon for blood that can be seen.',
      ask: 'soon',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-color': {
      name: 'Urine color',
      text: 'This is the color of the urine as the laboratory saw it. Pale to deep yellow usually shows how much a person drank; red may come from blood, beetroot or a drug, tea-brown from the liver, bile or a muscle injury, and orange often from a drug or vitamin. Tell a physician about a sudden change without such food.',
    },
    'urine-appearance': {
      name: 'Urine clearness',
      official: 'Urine appearance',
      text: 'This shows whether the urine is clear or cloudy. Cloudiness occurs with infection, crystals, mucus or discharge, and when salts settle in the cold. Alone it means little; the other urine tests are more important.',
    },
    'urine-sediment-leukocytes': {
      name: 'White cells in urine (microscope)',
      official: 'Leukocytes in urine sediment',
      text: 'This shows how many white blood cells are seen in one field of the microscope. More occur with urinary infection, stones or kidney inflammation, and with discharge mixed into a woman’s sample. Midstream urine after washing is more reliable; it is read together with symptoms and a culture.',
    },
    'urine-sediment-erythrocytes': {
      name: 'Red cells in urine (microscope)',
      official: 'Erythrocytes in urine sediment',
      text: 'This shows how many red blood cells are seen in one field of the microscope. More occur with infection, stones, hard exercise or menstruation, and may occur with disease of the kidneys, bladder or prostate. If they persist, the physician looks for the cause; blood that can be seen needs care soon.',
      ask: 'soon',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-sediment-epithelial-cells': {
      name: 'Surface cells in urine (epithelial)',
      official: 'Epithelial cells in urine sediment',
      text: 'These are cells shed from the urinary tract and skin. More of them usually mean that skin cells got into the sample; sometimes they occur with inflammation. If needed, midstream urine is collected again after washing.',
    },
    'urine-sediment-bacteria': {
      name: 'Bacteria in urine (microscope)',
      official: 'Bacteria in urine sediment',
      text: 'This shows how many bacteria are seen under the microscope. More may mean a urinary infection, or that they got in at collection or grew while waiting. Without symptoms they usually need no treatment; the physician decides with a culture.',
    },
    'urine-sediment-casts': {
      name: 'Casts in urine',
      official: 'Casts in urine sediment',
      text: 'These are little rods formed in the small tubes of the kidney. A few clear ones occur after hard exercise or with little fluid; those with red cells, white cells or granules may occur with inflamed or damaged kidneys. The kind matters more than the number.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-sediment-crystals': {
      name: 'Crystals in urine',
      official: 'Crystals in urine sediment',
      text: 'These are small crystals of salts in the urine. They are common in strong urine, with some food, or when a sample cools, and often mean nothing; some occur with stones, gout or drugs. They often become fewer after drinking more; if there were stones before, the kind is important.',
    },
    'urine-sediment-mucus': {
      name: 'Mucus in urine',
      official: 'Mucus in urine sediment',
      text: 'These are threads of mucus from the urinary tract. A little is common; more may come from mild inflammation or discharge. Alone it means little; white cells and symptoms are more important.',
    },
    'urine-creatinine': {
      name: 'Urine creatinine',
      text: 'This is creatinine in the urine, usually to allow for how strong the urine is. It changes with drinking and means nothing by itself; it is used for ratios with protein. In a 24-hour collection it shows whether all the urine was collected.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-sodium': {
      name: 'Urine sodium',
      text: 'This is sodium in the urine, which shows how much salt is eaten and how much the kidneys keep. Low values occur with too little fluid or little salt; high values occur with salty food or water pills. It matters whether it is one sample or 24 hours of urine, and it is read together with blood sodium.',
    },
    'urine-potassium': {
      name: 'Urine potassium',
      text: 'This is potassium in the urine, which helps to find out why blood potassium is high or low. High values occur with water pills or much fruit and vegetables; low values occur when it is lost through the gut. It is read together with blood potassium and the strength of the urine.',
    },
    'urine-chloride': {
      name: 'Urine chloride',
      text: 'This is chloride in the urine, which helps to find out why the acid balance is disturbed. Low values occur with vomiting; high values occur with water pills or salty food. It is read together with the salts in the blood.',
    },
    'urine-urea-nitrogen': {
      name: 'Urine urea nitrogen',
      text: 'This is urea nitrogen in the urine, which shows how much protein is eaten and how much the kidneys remove. The urine of 24 hours shows about how much protein was eaten. It changes with food and drink, so a physician or dietitian works it out.',
    },
    'urine-calcium': {
      name: 'Urine calcium',
      text: 'This is calcium in the urine, often tested for stones or for high or low blood calcium. High values may come from much salt or calcium, the parathyroid glands or vitamin D; low values may come from little calcium or vitamin D. Usually 24 hours of urine are collected.',
    },
    'urine-osmolality': {
      name: 'Urine osmolality',
      text: 'This shows how concentrated the urine is, and so how well the kidneys keep water. It rises after drinking little and falls after drinking much, and helps to find out why blood sodium is high or low. It is read together with blood osmolality and sodium.',
    },
    'urine-microalbumin': {
      name: 'Urine albumin in small amounts (microalbumin)',
      official: 'Urine microalbumin',
      text: 'These are very small amounts of albumin in the urine, which show changes of the kidneys earlier than a strip. High values may occur with effects of diabetes or blood pressure on the kidneys; fever, hard exercise, infection and menstruation raise it for a while. Drinking changes it, so its ratio to creatinine is usually read.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'urine-albumin-creatinine-ratio': {
      name: 'Urine albumin to creatinine ratio (UACR)',
      official: 'Urine albumin/creatinine ratio',
      text: 'This is albumin in the urine compared with creatinine, which allows for how much a person drank and shows whether the kidneys leak protein. High values may occur with diabetes, high blood pressure or kidney disease, and are confirmed by one or two more tests within three months. Fever, hard exercise, infection and menstruation raise it; the first urine of the morning is best.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'urine-protein-quantitative': {
      name: 'Urine protein (measured)',
      official: 'Urine protein',
      text: 'This shows how much protein is in the urine. High values may occur with kidney disease, diabetes or high blood pressure; fever and hard exercise raise it for a while. Drinking changes it, so the ratio to creatinine or 24 hours of urine are usually read.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-protein-creatinine-ratio': {
      name: 'Urine protein to creatinine ratio (UPCR)',
      official: 'Urine protein/creatinine ratio',
      text: 'This is all protein in the urine compared with creatinine, which allows for how much a person drank and shows how much the kidneys leak. High values may occur with kidney disease, diabetes or high blood pressure, and how they change over time is important. Fever, hard exercise, infection and menstruation raise it for a while.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'stool-occult-blood': {
      name: 'Hidden blood in stool (immune test)',
      official: 'Stool occult blood (immunochemical)',
      text: 'This shows whether there is blood in the stool that the eye cannot see; it screens for bowel cancer and needs no diet. A positive result may come from piles, polyps, inflammation or a tumor, and a colonoscopy is advised; a negative one does not rule out everything, so it is paid for every two years. Collect on another day while piles bleed or during menstruation.',
      ask: 'soon',
      from: ['hpa', 'medlineplus-tests'],
    },
    'stool-occult-blood-chemical': {
      name: 'Hidden blood in stool (chemical test)',
      official: 'Stool occult blood (chemical)',
      text: 'This shows whether there is hidden blood in the stool, by a chemical reaction. A positive result may come from bleeding anywhere in the gut, and from red meat, animal blood, some vegetables or drugs, so a diet for some days is usual; a lot of vitamin C hides it. A physician reads it with other tests.',
      ask: 'soon',
    },
  },
);
