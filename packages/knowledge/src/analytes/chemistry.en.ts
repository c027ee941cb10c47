import { analyteEntries } from './analyte-entries.js';

/** Sugar, kidneys, salts, fats, liver, proteins and enzymes of the blood. */
export const chemistry = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests'], written: '2026-11-30' },
  {
    glucose: {
      name: 'Blood sugar (glucose)',
      official: 'Glucose',
      text: 'The sugar in the blood; values compare best when drawn after fasting. High values are common with diabetes or weaker control of sugar, and after food, with infection, stress or steroids; low ones may follow drugs for diabetes, long fasting or alcohol. Before a fasting test only water for eight hours; ask beforehand about drugs for diabetes that day.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-random': {
      name: 'Blood sugar at any time (random)',
      official: 'Random glucose',
      text: 'Blood sugar taken whenever it was, with or without a meal before. It is higher after food, so the time of the meal belongs to it; infection, stress and steroids raise it too. Low values may follow drugs for diabetes, long fasting or alcohol.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-postprandial': {
      name: 'Blood sugar after a meal',
      official: 'Glucose after a meal',
      text: 'Blood sugar some time after a meal, often two hours: how well the body handles it. High values may go with weaker control of sugar or a large, starchy meal; low ones with drugs for diabetes. Time it from the first bite, so that values compare.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-tolerance-75g-2h': {
      name: 'Sugar drink test (75 g, 2 hours)',
      official: 'Glucose 2 hours after 75 g',
      text: 'Blood sugar two hours after a drink with 75 g of glucose taken fasting: how well the body clears it. High values mean weaker control of sugar; in pregnancy it screens for gestational diabetes. Eat as usual for three days, fast overnight, and sit without food or smoking while waiting.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-tolerance-75g-1h': {
      name: 'Sugar drink test (75 g, 1 hour)',
      official: 'Glucose 1 hour after 75 g',
      text: 'Blood sugar one hour after a drink with 75 g of glucose taken fasting, mostly to screen for gestational diabetes. It is read with the fasting and the two-hour value. Sit without food or smoking while waiting.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-challenge-50g-1h': {
      name: 'Pregnancy sugar screen (50 g, 1 hour)',
      official: 'Glucose 1 hour after 50 g',
      text: 'A first step often done in weeks 24 to 28 of pregnancy: blood sugar one hour after a drink with 50 g of glucose, usually without fasting. A high value means that a fuller test follows; this one alone does not decide. Infection and steroids raise it.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    hba1c: {
      name: 'Average sugar of three months (HbA1c)',
      official: 'HbA1c',
      text: 'It reflects average blood sugar over the past two to three months; no fasting is needed. High values mean that sugar was higher in that time; low ones occur with strong diabetes drugs, blood loss or short-lived red cells. Anemia, transfusion, thalassemia, kidney disease and pregnancy make it inexact.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'hba1c-ifcc': {
      name: 'Average sugar of three months (HbA1c, IFCC unit)',
      official: 'HbA1c (IFCC)',
      text: 'The same test as HbA1c, in the international unit (mmol/mol). High values mean that sugar was higher in the past two to three months. Anemia, transfusion, thalassemia, kidney disease and pregnancy make it inexact; do not compare it with the number in per cent.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'estimated-average-glucose': {
      name: 'Estimated average sugar',
      official: 'Estimated average glucose',
      text: 'Average blood sugar worked out from HbA1c, to compare with readings at home. High values mean that sugar was higher in the past two to three months. It is calculated, so whatever makes HbA1c inexact makes it inexact too.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'glycated-albumin': {
      name: 'Average sugar of three weeks (glycated albumin)',
      official: 'Glycated albumin/Albumin',
      text: 'It reflects average blood sugar over the past two to three weeks; no fasting is needed. Physicians use it where anemia or dialysis makes HbA1c inexact. Very low albumin, much protein in the urine and thyroid disorders change it.',
      from: ['niddk'],
    },
    'urea-nitrogen': {
      name: 'Urea nitrogen (BUN)',
      official: 'Urea nitrogen',
      text: 'Waste from protein that the kidneys remove. High values occur with weaker kidneys, too little fluid, much meat or bleeding in the gut; low ones with eating little, pregnancy or liver disease. Drinking and eating change it, so it is read with creatinine.',
      from: ['medlineplus-tests', 'niddk'],
    },
    creatinine: {
      name: 'Creatinine (kidney function)',
      official: 'Creatinine',
      text: 'Waste from muscle that the kidneys remove; it shows how well they filter. High values occur with weaker kidneys, too little fluid or some drugs; low ones mostly with little muscle. Muscle, much meat and hard exercise change it, so it is read with the filtration rate.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    egfr: {
      name: 'Kidney filtration rate (eGFR)',
      official: 'eGFR',
      text: 'How well the kidneys filter, worked out from creatinine, age and sex; more is better. Low values may go with chronic kidney disease, too little fluid or some drugs, and are usually repeated after three months to see whether they last. It is inexact with much or little muscle, in pregnancy and in acute illness.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'uric-acid': {
      name: 'Uric acid',
      text: 'What is left when the body breaks down purines. High values may go with gout, kidney stones, kidney function, water tablets, alcohol or much offal and seafood; low ones with drugs that lower it. Too little fluid and hard exercise raise it for a while; what to do about a high value without complaints is for the physician to weigh.',
    },
    'cystatin-c': {
      name: 'Cystatin C (kidney function)',
      official: 'Cystatin C',
      text: 'A small protein made steadily by all cells and filtered by the kidneys. High values occur with weaker filtering, and also with thyroid disorders, steroids, inflammation and smoking. Muscle hardly changes it, so it adds to creatinine in people with little muscle.',
      from: ['medlineplus-tests', 'niddk'],
    },
    sodium: {
      name: 'Sodium',
      text: 'The salt in the blood, which shows the balance of water and salt. Low values may go with water tablets, drinking very much, vomiting or diarrhea, and with heart, liver or kidney disease; high ones mostly with too little water. In older people large changes bring weakness, sleepiness or confusion, which need care soon.',
      ask: 'soon',
    },
    potassium: {
      name: 'Potassium',
      text: 'A salt on which heartbeat and muscle strength depend. High values may go with weaker kidneys, some blood pressure drugs or supplements; low ones with water tablets, vomiting or diarrhea. A clenched fist or a damaged sample makes it look high; large changes, a racing heart or weakness need care soon.',
      ask: 'soon',
    },
    chloride: {
      name: 'Chloride',
      text: 'A salt that keeps water and acid in balance together with sodium. High values occur with too little fluid or diarrhea; low ones with vomiting or water tablets. It usually moves with sodium and is read with the other salts.',
    },
    calcium: {
      name: 'Calcium (total)',
      official: 'Calcium',
      text: 'The calcium in the blood, which bones, nerves and muscles need. High values may go with the parathyroid glands, tumors, or much vitamin D or calcium; low ones with too little vitamin D or kidney disease. With low albumin the total is low as well, so both are read together or free calcium is measured.',
    },
    'ionized-calcium': {
      name: 'Free calcium (ionized)',
      official: 'Ionized calcium',
      text: 'The calcium that is at work in the blood, whatever albumin is. High values may go with the parathyroid glands, tumors or much vitamin D; low ones with too little vitamin D or kidney disease, sometimes with tingling or cramps. Air in the sample and changes of acidity alter it.',
    },
    phosphate: {
      name: 'Phosphate',
      text: 'A mineral for bones and energy that the kidneys keep in balance. High values are common with weaker kidneys; low ones may go with poor nutrition, the parathyroid glands or some stomach drugs. Food just before and a damaged sample change it; on dialysis it is read with diet and phosphate binders.',
    },
    magnesium: {
      name: 'Magnesium',
      text: 'A mineral for nerves, muscles and heartbeat. Low values may go with water tablets, stomach drugs over a long time, alcohol or diarrhea; high ones with weak kidneys together with antacids or laxatives that hold magnesium. A damaged sample raises it.',
    },
    'carbon-dioxide': {
      name: 'Total carbon dioxide (acid balance)',
      official: 'Total carbon dioxide',
      text: 'Bicarbonate in the blood, which shows the balance of acids. Low values occur with kidney disease, diarrhea or acid blood; high ones with vomiting, water tablets or chronic lung disease. It falls while a sample waits, and is read with the other salts.',
    },
    osmolality: {
      name: 'Blood osmolality',
      official: 'Osmolality',
      text: 'How concentrated the blood is: the balance of water with salt and sugar. High values occur with too little water, very high sugar or alcohol; low ones with too much water or low sodium. It is usually read with urine osmolality and sodium.',
    },
    'total-cholesterol': {
      name: 'Total cholesterol',
      text: 'All kinds of cholesterol in the blood together. High values may go with diet, inheritance, an underactive thyroid or some drugs; low ones with poor nutrition or drugs that lower it. The total alone says too little, so LDL and HDL are read with it; acute illness lowers it.',
      from: ['medlineplus-tests', 'hpa'],
    },
    triglycerides: {
      name: 'Triglycerides',
      text: 'Fat in the blood, made from spare calories. High values are common with sweets, starch, alcohol, weight, diabetes or inheritance, and very high ones can inflame the pancreas; low ones usually carry no meaning. They rise much after food, so fast eight to twelve hours and avoid alcohol the day before.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hdl-cholesterol': {
      name: 'Good cholesterol (HDL)',
      official: 'HDL cholesterol',
      text: 'Cholesterol that is carried back to the liver; higher is usually better. Low values may go with smoking, little exercise, weight or high triglycerides. Acute illness lowers it; very high values do not protect more, so the other fats are read with it.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'ldl-cholesterol': {
      name: 'Bad cholesterol (LDL)',
      official: 'LDL cholesterol',
      text: 'Cholesterol that settles in the walls of vessels. High values may go with diet, inheritance or an underactive thyroid, and burden heart and brain over years; low ones mostly with drugs that lower it. The goal differs from person to person; when triglycerides are very high, a calculated LDL is inexact.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'non-hdl-cholesterol': {
      name: 'Non-HDL cholesterol',
      text: 'Total cholesterol without the good one: all that may settle in vessels. A high value means much the same as a high LDL. It is calculated and needs no fasting, and is more reliable when triglycerides are high.',
      from: ['medlineplus-tests', 'hpa'],
    },
    ast: {
      name: 'Liver enzyme AST (GOT)',
      official: 'AST',
      text: 'An enzyme in the cells of liver, heart and muscle that reaches the blood when cells are hurt. High values occur with hepatitis, fatty liver, alcohol or drugs, and with muscle injury or hard exercise; low ones usually carry no meaning. It is read with ALT; a damaged sample raises it.',
      from: ['medlineplus-tests', 'hpa'],
    },
    alt: {
      name: 'Liver enzyme ALT (GPT)',
      official: 'ALT',
      text: 'An enzyme mostly in liver cells that rises when they are hurt. High values occur with hepatitis B or C, fatty liver, alcohol, drugs or herbs; low ones usually carry no meaning. The number does not tell how much is hurt, so its course and other tests count.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'alkaline-phosphatase': {
      name: 'Alkaline phosphatase (ALP)',
      official: 'Alkaline phosphatase',
      text: 'An enzyme of bile ducts and bones. High values occur with blocked bile ducts, healing fractures and bone disease, and in growing children and late pregnancy; low ones are rare and may go with poor nutrition. Physicians look at γ-GT to tell liver from bone.',
    },
    'gamma-glutamyltransferase': {
      name: 'γ-GT (bile duct enzyme)',
      official: 'γ-GT',
      text: 'An enzyme of liver and bile ducts that reacts strongly to alcohol and some drugs. High values occur with alcohol, fatty liver, bile duct disorders or drugs such as those for epilepsy; low ones usually carry no meaning. Take no alcohol the day before.',
    },
    'bilirubin-total': {
      name: 'Total bilirubin',
      text: 'The yellow substance left from red blood cells, which the liver passes into the bile. High values may turn skin or eyes yellow and occur with hepatitis, blocked bile ducts, breaking red cells, or a mild inherited trait; low ones usually carry no meaning. Long fasting raises it a little, and light lowers it in the sample.',
      ask: 'soon',
    },
    'bilirubin-direct': {
      name: 'Direct bilirubin',
      text: 'Bilirubin that the liver has already processed. High values go more with blocked bile ducts or a liver that cannot pass it on; low ones usually carry no meaning. Read with total bilirubin, it shows at which step it gets stuck.',
      ask: 'soon',
    },
    albumin: {
      name: 'Albumin',
      text: 'The main protein made by the liver; it holds water in the vessels and reflects nutrition. Low values may go with inflammation, liver disease, protein lost by the kidneys or poor nutrition, and with swelling; high ones mostly with too little fluid. Drips dilute it.',
    },
    'total-protein': {
      name: 'Total protein',
      text: 'Albumin and globulins in the blood together. Low values may go with poor nutrition, liver or kidney disorders; high ones with too little fluid, long inflammation or more antibodies. What matters is which of the two has changed.',
    },
    globulin: {
      name: 'Globulin',
      text: 'The proteins other than albumin, antibodies among them. High values occur with long inflammation, liver, autoimmune or blood disease; low ones with few antibodies or protein lost by the kidneys. It is often total protein minus albumin.',
    },
    'albumin-globulin-ratio': {
      name: 'Albumin to globulin ratio',
      official: 'Albumin/Globulin',
      text: 'How the two main kinds of protein compare. Low values may come from little albumin (liver, kidneys, nutrition) or much globulin (inflammation, immune system); high ones from few antibodies. It is a hint only: look at the two values themselves.',
    },
    'lactate-dehydrogenase': {
      name: 'Lactate dehydrogenase (LDH)',
      official: 'Lactate dehydrogenase',
      text: 'An enzyme of many cells of the body that rises when cells are hurt. High values occur in many situations: breaking red cells, liver, muscle, lungs or tumors; low ones usually carry no meaning. It does not tell where, and a damaged sample raises it.',
    },
    'creatine-kinase': {
      name: 'Creatine kinase (CK)',
      official: 'Creatine kinase',
      text: 'An enzyme of muscle that rises when muscle is hurt. High values occur after hard exercise, falls or injections, when lipid drugs hurt muscle, or with injury of heart muscle; low ones usually carry no meaning. With a statin, muscle pain and dark urine should be told to a physician soon.',
      ask: 'soon',
    },
    amylase: {
      name: 'Amylase',
      text: 'A digestive enzyme of pancreas and salivary glands. High values occur with inflamed pancreas, mumps, bile duct or gut disorders, and with weak kidneys; low ones usually carry no meaning. With strong pain in the upper belly it is tested together with lipase.',
      ask: 'soon',
    },
    lipase: {
      name: 'Lipase',
      text: 'The enzyme of the pancreas that splits fat. High values are common with an inflamed pancreas, and occur with bile duct, gut or kidney disorders; low ones with long disease of the pancreas. Strong pain in the upper belly that reaches the back should be seen the same day.',
      ask: 'soon',
    },
    ammonia: {
      name: 'Ammonia',
      text: 'Waste from protein that the liver clears. High values occur with severe liver disease or some drugs and may bring sleepiness or confusion; low ones usually carry no meaning. The sample must go on ice at once; a clenched fist, smoking and hard exercise make it look high.',
      ask: 'soon',
    },
    lactate: {
      name: 'Lactate',
      text: 'An acid made when the body lacks oxygen or is under strain. High values occur with severe infection, very low blood pressure, hard exercise, weak liver or kidneys or a few drugs; low ones usually carry no meaning. A tight band at the draw raises it; hospitals act on large changes at once.',
      ask: 'soon',
    },
  },
);
