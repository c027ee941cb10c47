import { analyteEntries } from './analyte-entries.js';

/** Urine and stool. */
export const urine = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests'], written: '2026-11-30' },
  {
    'urine-ph': {
      name: 'Urine acidity (pH)',
      official: 'Urine pH',
      text: 'This shows how acidic the urine is. Eating a lot of meat makes urine more acidic; eating a lot of vegetables and fruit makes it less acidic, as do some bacterial infections. Doctors also use the value to find out which type of kidney stone a person has and how to treat the stone. Urine becomes less acidic if the sample is left standing, so it is best tested within an hour.',
    },
    'urine-specific-gravity': {
      name: 'Urine concentration (specific gravity)',
      official: 'Urine specific gravity',
      text: 'This shows how concentrated the urine is. High values are common in people who drink too little or sweat a lot, or when there is sugar or protein in the urine. Low values are common in people who drink a lot or take water pills, or when the kidneys cannot concentrate urine well. The first urine of the morning is usually the most concentrated.',
    },
    'urine-protein': {
      name: 'Urine protein (strip)',
      text: 'This test strip shows whether protein is leaking into the urine. Repeated positive results can be a sign of kidney disease, diabetes or high blood pressure. Fever, strenuous exercise, standing for a long time, concentrated urine and menstruation can temporarily cause a positive result. The test is usually repeated, or the ratio of protein to creatinine is measured.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'urine-glucose': {
      name: 'Urine sugar (strip)',
      official: 'Urine glucose (strip)',
      text: 'This test strip shows whether there is sugar in the urine. A positive result can mean high blood sugar, or it can result from pregnancy, an inherited trait, or drugs that make the body pass sugar into the urine (SGLT2 inhibitors). In people who take such a drug, sugar in the urine is expected, and only blood sugar shows how well diabetes is controlled. Large amounts of vitamin C can keep the strip from detecting sugar.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-ketones': {
      name: 'Urine ketones (strip)',
      text: 'Ketones form when the body burns fat. A positive result can follow long fasting, a low-carbohydrate diet or vomiting, and occurs in pregnancy. In people with diabetes, high blood sugar with nausea and shortness of breath may be a sign of ketoacidosis, which needs medical care at once. In people who take SGLT2 inhibitors, ketoacidosis can occur even when blood sugar is not high.',
      ask: 'soon',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-bilirubin': {
      name: 'Urine bilirubin (strip)',
      text: 'This test strip shows whether there is bilirubin in the urine, which usually contains none. A positive result can be a sign of hepatitis or blocked bile ducts, in which case the urine often looks like strong tea. Exposing the sample to light can turn a positive result negative, and vitamin C interferes with the test.',
      ask: 'soon',
    },
    'urine-urobilinogen': {
      name: 'Urine urobilinogen (strip)',
      text: 'This substance forms from bilirubin in the bowel; small amounts of it in the urine are common. Larger amounts can result from the breakdown of red blood cells or from liver disease; if the urine contains none at all, the bile ducts may be blocked. Long storage and light lower the value. The result is interpreted along with liver blood tests.',
    },
    'urine-nitrite': {
      name: 'Urine nitrite (strip)',
      text: 'Some bacteria produce nitrite in the urine, so this test screens for urinary tract infections. A positive result together with frequent or burning urination makes an infection more likely. A negative result does not rule out an infection, because not all bacteria produce nitrite, and nitrite may not be detected unless the urine has been in the bladder for about four hours. Vitamin C interferes with the test.',
    },
    'urine-leukocyte-esterase': {
      name: 'Urine white cells (strip)',
      official: 'Urine leukocyte esterase (strip)',
      text: 'This test strip shows whether there are white blood cells in the urine; it screens for inflammation of the urinary tract. A positive result can be a sign of a urinary tract infection or stones, or, in women, of vaginal discharge mixed into the sample. The result is interpreted along with the microscope result and symptoms. A midstream sample taken after washing is more reliable.',
    },
    'urine-blood': {
      name: 'Urine blood (strip)',
      text: 'This test strip shows whether there is blood in the urine, even when it cannot be seen. A positive result can come from infection, stones, strenuous exercise, menstruation, or kidney or bladder disease. An examination under the microscope usually follows to confirm whether there are red blood cells. See a urologist promptly if you can see blood in the urine.',
      ask: 'soon',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-color': {
      name: 'Urine color',
      text: 'This is the color of the urine as described by the laboratory. A pale to deep yellow color usually depends on how much you drink. A red color can come from blood, beets or a drug; a tea-like brown color can come from liver or bile disease or a muscle injury; an orange color often comes from a drug or vitamin. Tell a doctor if the color changes suddenly and nothing you ate explains the change.',
    },
    'urine-appearance': {
      name: 'Urine clarity',
      official: 'Urine appearance',
      text: 'This shows whether the urine is clear or cloudy. Cloudiness can result from infection, crystals, mucus or discharge, or from salts that settle as the urine cools. Cloudiness means little on its own; the other urine tests are more important.',
    },
    'urine-sediment-leukocytes': {
      name: 'White cells in urine (microscope)',
      official: 'Leukocytes in urine sediment',
      text: 'This is the number of white blood cells seen in one field of view under the microscope. A higher number can result from a urinary tract infection, stones or kidney inflammation, or, in women, from discharge mixed into the sample. A midstream sample taken after washing is more reliable. The result is interpreted along with symptoms and a culture.',
    },
    'urine-sediment-erythrocytes': {
      name: 'Red cells in urine (microscope)',
      official: 'Erythrocytes in urine sediment',
      text: 'This is the number of red blood cells seen in one field of view under the microscope. A higher number can result from infection, stones, strenuous exercise or menstruation, or from disease of the kidneys, bladder or prostate. If the number stays high, the doctor looks for the cause. See a doctor promptly if you can see blood in the urine.',
      ask: 'soon',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-sediment-epithelial-cells': {
      name: 'Epithelial (surface) cells in urine',
      official: 'Epithelial cells in urine sediment',
      text: 'These are cells shed from the urinary tract and skin. A higher number usually means that skin cells got into the sample, but sometimes results from inflammation of the urinary tract. If necessary, a new midstream sample is collected after washing.',
    },
    'urine-sediment-bacteria': {
      name: 'Bacteria in urine (microscope)',
      official: 'Bacteria in urine sediment',
      text: 'This shows how many bacteria are seen in the urine under the microscope. A higher number can mean that there is a urinary tract infection, or that bacteria got into the sample while it was collected or grew in it while it was left standing. If there are no symptoms, bacteria in the urine usually need no treatment; the doctor decides on the basis of a culture.',
    },
    'urine-sediment-casts': {
      name: 'Casts in urine',
      official: 'Casts in urine sediment',
      text: 'Casts are tiny rods formed in the small tubes of the kidneys. A few clear casts can result from strenuous exercise or dehydration; casts that contain red cells, white cells or granules can be a sign of inflamed or damaged kidneys. The type of cast matters more than the number.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-sediment-crystals': {
      name: 'Crystals in urine',
      official: 'Crystals in urine sediment',
      text: 'These are small crystals of salts in the urine. Crystals are common in concentrated urine, after certain foods or when a sample cools, and often have no significance; some are linked to stones, gout or drugs. Drinking more water often reduces the number of crystals; in people who have had stones, the type of crystal is important.',
    },
    'urine-sediment-mucus': {
      name: 'Mucus in urine',
      official: 'Mucus in urine sediment',
      text: 'These are threads of mucus from the urinary and genital tract. Small amounts are common; larger amounts can result from mild inflammation or discharge. Mucus means little on its own; the number of white blood cells and any symptoms are more important.',
    },
    'urine-creatinine': {
      name: 'Urine creatinine',
      text: 'Creatinine in the urine is usually measured so that other results can be adjusted for how concentrated the urine is. The value depends on fluid intake and means little by itself; it is used to calculate the ratio of protein to creatinine. When urine is collected for 24 hours, the value shows whether all of it was collected.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-sodium': {
      name: 'Urine sodium',
      text: 'Sodium in the urine shows how much salt you eat and how much of it the kidneys retain. Low values can result from dehydration or a low-salt diet; high values can result from salty food or water pills. To interpret the result, the doctor needs to know the blood sodium and whether a single sample or all the urine from 24 hours was tested.',
    },
    'urine-potassium': {
      name: 'Urine potassium',
      text: 'Potassium in the urine helps doctors find out why blood potassium is high or low. High values can result from water pills or from eating a lot of fruit and vegetables; low values can mean that the body is losing potassium through the digestive tract. The result is interpreted along with blood potassium and the concentration of the urine.',
    },
    'urine-chloride': {
      name: 'Urine chloride',
      text: 'Chloride in the urine helps doctors find out why the body’s acid balance is disturbed. Low values can result from vomiting; high values can result from water pills or salty food. The result is interpreted along with the salts in the blood.',
    },
    'urine-urea-nitrogen': {
      name: 'Urine urea nitrogen',
      text: 'Urea nitrogen in the urine shows how much protein you eat and how much waste the kidneys remove. When urine is collected for 24 hours, the value gives an estimate of how much protein you eat. The value depends on food and fluid intake, so a doctor or dietitian does the calculation.',
    },
    'urine-calcium': {
      name: 'Urine calcium',
      text: 'Calcium in the urine is often measured to find the cause of kidney stones or of high or low blood calcium. High values can result from a diet with a lot of salt or calcium, from parathyroid disorders or from vitamin D; low values can result from a lack of calcium or vitamin D. Usually, all the urine from 24 hours is collected.',
    },
    'urine-osmolality': {
      name: 'Urine osmolality',
      text: 'This shows how concentrated the urine is, which reflects how well the kidneys retain water. The value rises when you drink little and falls when you drink a lot. It also helps doctors find out why blood sodium is high or low. The result is interpreted along with blood osmolality and sodium.',
    },
    'urine-microalbumin': {
      name: 'Urine microalbumin',
      official: 'Urine microalbumin',
      text: 'This test detects very small amounts of albumin (a protein) in the urine, so it can show changes in the kidneys earlier than a test strip does. High values can be a sign that diabetes or high blood pressure has affected the kidneys; fever, strenuous exercise, infection and menstruation can raise the value temporarily. Fluid intake affects the result, so doctors usually look at the ratio of albumin to creatinine.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'urine-albumin-creatinine-ratio': {
      name: 'Urine albumin to creatinine ratio (UACR)',
      official: 'Urine albumin/creatinine ratio',
      text: 'This is the ratio of albumin to creatinine in the urine. It does not depend on fluid intake and shows whether the kidneys are leaking protein. High values are linked to diabetes, high blood pressure or kidney disease, and one or two more tests within three months are usually needed to confirm them. Fever, strenuous exercise, infection and menstruation can raise the value temporarily; the first urine of the morning gives the most reliable result.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'urine-protein-quantitative': {
      name: 'Urine protein (measured)',
      official: 'Urine protein',
      text: 'This measures how much protein is in the urine. High values are linked to kidney disease, diabetes or high blood pressure; fever and strenuous exercise can raise the value temporarily. Fluid intake affects the result, so doctors usually look at the ratio of protein to creatinine, or all the urine from 24 hours is collected.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'urine-protein-creatinine-ratio': {
      name: 'Urine protein to creatinine ratio (UPCR)',
      official: 'Urine protein/creatinine ratio',
      text: 'This is the ratio of all the protein in the urine to creatinine. It does not depend on fluid intake and shows how much protein the kidneys are leaking. High values are linked to kidney disease, diabetes or high blood pressure; changes over time are important. Fever, strenuous exercise, infection and menstruation can raise the value temporarily.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'stool-occult-blood': {
      name: 'Hidden blood in the stool (immunochemical test)',
      official: 'Stool occult blood (immunochemical)',
      text: 'This test finds blood in the stool that is not visible; it screens for colorectal cancer and requires no special diet. A positive result can come from hemorrhoids, polyps, inflammation or a tumor, so doctors advise a colonoscopy. A negative result does not completely rule out colorectal cancer, so the government pays for a test every two years. Do not collect a sample while hemorrhoids are bleeding or during menstruation; choose another day.',
      ask: 'soon',
      from: ['hpa', 'medlineplus-tests'],
    },
    'stool-occult-blood-chemical': {
      name: 'Hidden blood in stool (chemical test)',
      official: 'Stool occult blood (chemical)',
      text: 'This test uses a chemical reaction to find blood in the stool that is not visible. A positive result can come from bleeding anywhere in the digestive tract, or from red meat, animal blood, some vegetables or drugs, so a special diet is usually needed for a few days before the test. Large amounts of vitamin C can keep the test from detecting blood. A doctor interprets the result along with other tests.',
      ask: 'soon',
    },
  },
);
