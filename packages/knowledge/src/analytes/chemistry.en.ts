import { analyteEntries } from './analyte-entries.js';

/** Sugar, kidneys, salts, fats, liver, proteins and enzymes of the blood. */
export const chemistry = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests'], written: '2026-11-30' },
  {
    glucose: {
      name: 'Blood sugar (glucose)',
      official: 'Glucose',
      text: 'This is the sugar in the blood; values are easiest to compare when drawn after fasting. High values are common with diabetes or weaker control of blood sugar, and after food, with infection, stress or steroids; low values may follow drugs for diabetes, long fasting or alcohol. Before a fasting test, take only water for eight hours; ask beforehand about drugs for diabetes that day.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-random': {
      name: 'Blood sugar at any time (random)',
      official: 'Random glucose',
      text: 'This is blood sugar measured at any time, with or without a meal before. It is higher after food, so the time of the meal must be known; infection, stress and steroids raise it too. Low values may follow drugs for diabetes, long fasting or alcohol.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-postprandial': {
      name: 'Blood sugar after a meal',
      official: 'Glucose after a meal',
      text: 'This is blood sugar some time after a meal, often two hours; it shows how well the body handles the sugar. High values may occur with weaker control of blood sugar or a large, starchy meal; low values may occur with drugs for diabetes. Time it from the first bite, so that values can be compared.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-tolerance-75g-2h': {
      name: 'Glucose drink test (75 g, 2 hours)',
      official: 'Glucose 2 hours after 75 g',
      text: 'This is blood sugar two hours after a drink with 75 g of glucose taken on an empty stomach; it shows how well the body clears it. High values mean weaker control of blood sugar; in pregnancy it screens for gestational diabetes. Eat as usual for three days, fast overnight, and sit without food or smoking while waiting.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-tolerance-75g-1h': {
      name: 'Glucose drink test (75 g, 1 hour)',
      official: 'Glucose 1 hour after 75 g',
      text: 'This is blood sugar one hour after a drink with 75 g of glucose taken on an empty stomach, usually to screen for gestational diabetes. It is read together with the fasting and the two-hour value. Sit without food or smoking while waiting.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-challenge-50g-1h': {
      name: 'Pregnancy sugar screen (50 g, 1 hour)',
      official: 'Glucose 1 hour after 50 g',
      text: 'This is a first step that is often done in weeks 24 to 28 of pregnancy; it is the blood sugar one hour after a drink with 50 g of glucose, usually without fasting. After a high value a fuller test follows; this one alone does not decide. Infection and steroids raise it.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    hba1c: {
      name: 'Average sugar of three months (HbA1c)',
      official: 'HbA1c',
      text: 'It reflects average blood sugar over the past two to three months; no fasting is needed. High values mean that blood sugar was higher in that time; low values occur with strong diabetes drugs, blood loss or short-lived red cells. Anemia, transfusion, thalassemia, kidney disease and pregnancy make it unreliable.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'hba1c-ifcc': {
      name: 'Average sugar of three months (HbA1c, IFCC unit)',
      official: 'HbA1c (IFCC)',
      text: 'This is the same test as HbA1c, in the international unit (mmol/mol). High values mean that blood sugar was higher in the past two to three months. Anemia, transfusion, thalassemia, kidney disease and pregnancy make it unreliable; do not compare it with the number in percent.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'estimated-average-glucose': {
      name: 'Estimated average sugar',
      official: 'Estimated average glucose',
      text: 'This is average blood sugar calculated from HbA1c, to compare with readings at home. High values mean that blood sugar was higher in the past two to three months. It is calculated from HbA1c, so it is unreliable when HbA1c is.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'glycated-albumin': {
      name: 'Average sugar of three weeks (glycated albumin)',
      official: 'Glycated albumin/Albumin',
      text: 'It reflects average blood sugar over the past two to three weeks; no fasting is needed. Physicians use it where anemia or dialysis makes HbA1c unreliable. Very low albumin, a lot of protein in the urine and thyroid disorders change it.',
      from: ['niddk'],
    },
    'urea-nitrogen': {
      name: 'Urea nitrogen (BUN)',
      official: 'Urea nitrogen',
      text: 'This is a waste product of protein that the kidneys remove. High values occur with weaker kidneys, too little fluid, a lot of meat or bleeding in the gut; low values occur with eating little, pregnancy or liver disease. Drinking and eating change it, so it is read together with creatinine.',
      from: ['medlineplus-tests', 'niddk'],
    },
    creatinine: {
      name: 'Creatinine (kidney function)',
      official: 'Creatinine',
      text: 'This is a waste product of muscle that the kidneys remove; it shows how well they filter. High values occur with weaker kidneys, too little fluid or some drugs; low values usually occur with little muscle. Muscle, a lot of meat and hard exercise change it, so it is read together with the filtration rate.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    egfr: {
      name: 'Kidney filtration rate (eGFR)',
      official: 'eGFR',
      text: 'This shows how well the kidneys filter, calculated from creatinine, age and sex; higher is better. Low values may occur with chronic kidney disease, too little fluid or some drugs, and are usually repeated after three months to see whether they last. It is unreliable in people with much or little muscle, in pregnancy and in acute illness.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'uric-acid': {
      name: 'Uric acid',
      text: 'This is a waste product that remains when the body breaks down purines. High values may occur with gout, kidney stones, weaker kidneys, water pills, alcohol or a lot of organ meats and seafood; low values may occur with drugs that lower it. Too little fluid and hard exercise raise it for a while; if there are no symptoms, the physician decides what to do about a high value.',
    },
    'cystatin-c': {
      name: 'Cystatin C (kidney function)',
      official: 'Cystatin C',
      text: 'This is a small protein made steadily by all cells and filtered by the kidneys. High values occur with weaker filtering, and also with thyroid disorders, steroids, inflammation and smoking. Muscle hardly changes it, so it adds to creatinine in people with little muscle.',
      from: ['medlineplus-tests', 'niddk'],
    },
    sodium: {
      name: 'Sodium',
      text: 'This is the salt in the blood, which shows the balance of water and salt. Low values may occur with water pills, drinking very much, vomiting or diarrhea, and with heart, liver or kidney disease; high values usually occur with too little water. In older people large changes cause weakness, sleepiness or confusion, which need care soon.',
      ask: 'soon',
    },
    potassium: {
      name: 'Potassium',
      text: 'This is a salt on which heartbeat and muscle strength depend. High values may occur with weaker kidneys, some blood pressure drugs or supplements; low values may occur with water pills, vomiting or diarrhea. A clenched fist or a damaged sample makes it look high; large changes, a racing heart or weakness need care soon.',
      ask: 'soon',
    },
    chloride: {
      name: 'Chloride',
      text: 'This is a salt that keeps water and acid in balance together with sodium. High values occur with too little fluid or diarrhea; low values occur with vomiting or water pills. It usually moves with sodium and is read together with the other salts.',
    },
    calcium: {
      name: 'Calcium (total)',
      official: 'Calcium',
      text: 'This is the calcium in the blood, which bones, nerves and muscles need. High values may come from the parathyroid glands, tumors, or a lot of vitamin D or calcium; low values may come from too little vitamin D or kidney disease. When albumin is low, the total is low as well, so both are read together or free calcium is measured.',
    },
    'ionized-calcium': {
      name: 'Free calcium (ionized)',
      official: 'Ionized calcium',
      text: 'This is the calcium that is active in the blood, and it does not depend on the albumin value. High values may come from the parathyroid glands, tumors or a lot of vitamin D; low values may come from too little vitamin D or kidney disease, sometimes with tingling or cramps. Air in the sample and changes of acidity alter it.',
    },
    phosphate: {
      name: 'Phosphate',
      text: 'This is a mineral for bones and energy that the kidneys keep in balance. High values are common with weaker kidneys; low values may come from poor nutrition, the parathyroid glands or some stomach drugs. Food just before the blood draw and a damaged sample change it; on dialysis it is read together with diet and phosphate binders.',
    },
    magnesium: {
      name: 'Magnesium',
      text: 'This is a mineral for nerves, muscles and heartbeat. Low values may occur with water pills, long use of stomach drugs, alcohol or diarrhea; high values may occur with weak kidneys together with antacids or laxatives that contain magnesium. A damaged sample raises it.',
    },
    'carbon-dioxide': {
      name: 'Total carbon dioxide (acid balance)',
      official: 'Total carbon dioxide',
      text: 'This is bicarbonate in the blood, which shows the balance of acids. Low values occur with kidney disease, diarrhea or acid blood; high values occur with vomiting, water pills or chronic lung disease. It falls while a sample stands, and is read together with the other salts.',
    },
    osmolality: {
      name: 'Blood osmolality',
      official: 'Osmolality',
      text: 'This shows how concentrated the blood is, and so the balance of water with salt and sugar. High values occur with too little water, very high sugar or alcohol; low values occur with too much water or low sodium. It is usually read together with urine osmolality and sodium.',
    },
    'total-cholesterol': {
      name: 'Total cholesterol',
      text: 'This is the total of all kinds of cholesterol in the blood. High values may come from diet, inheritance, an underactive thyroid or some drugs; low values may come from poor nutrition or drugs that lower it. The total alone says too little, so it is read together with LDL and HDL; acute illness lowers it.',
      from: ['medlineplus-tests', 'hpa'],
    },
    triglycerides: {
      name: 'Triglycerides',
      text: 'This is fat in the blood, made from spare calories. High values are common with sweets, starch, alcohol, overweight, diabetes or inheritance, and very high values can inflame the pancreas; low values usually mean nothing in particular. Values rise a lot after food, so fast for eight to twelve hours and avoid alcohol the day before.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hdl-cholesterol': {
      name: 'Good cholesterol (HDL)',
      official: 'HDL cholesterol',
      text: 'This is cholesterol that is carried back to the liver; higher is usually better. Low values may occur with smoking, little exercise, overweight or high triglycerides. Acute illness lowers it; very high values do not protect more, so it is read together with the other fats.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'ldl-cholesterol': {
      name: 'Bad cholesterol (LDL)',
      official: 'LDL cholesterol',
      text: 'This is cholesterol that settles in the walls of blood vessels. High values may come from diet, inheritance or an underactive thyroid, and strain the heart and brain over years; low values usually come from drugs that lower it. The goal differs from person to person; when triglycerides are very high, a calculated LDL is unreliable.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'non-hdl-cholesterol': {
      name: 'Non-HDL cholesterol',
      text: 'This is total cholesterol without the good one, which is all that may settle in the vessels. A high value means much the same as a high LDL. It is calculated and needs no fasting, and is more reliable when triglycerides are high.',
      from: ['medlineplus-tests', 'hpa'],
    },
    ast: {
      name: 'Liver enzyme AST (GOT)',
      official: 'AST',
      text: 'This is an enzyme in the cells of liver, heart and muscle that reaches the blood when cells are damaged. High values occur with hepatitis, fatty liver, alcohol or drugs, and with muscle injury or hard exercise; low values usually mean nothing in particular. It is read together with ALT; a damaged sample raises it.',
      from: ['medlineplus-tests', 'hpa'],
    },
    alt: {
      name: 'Liver enzyme ALT (GPT)',
      official: 'ALT',
      text: 'This is an enzyme mainly in liver cells that rises when they are damaged. High values occur with hepatitis B or C, fatty liver, alcohol, drugs or herbs; low values usually mean nothing in particular. The number does not show how much is damaged, so how it changes and other tests are important.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'alkaline-phosphatase': {
      name: 'Alkaline phosphatase (ALP)',
      official: 'Alkaline phosphatase',
      text: 'This is an enzyme of bile ducts and bones. High values occur with blocked bile ducts, healing fractures and bone disease, and in growing children and late pregnancy; low values are rare and may occur with poor nutrition. Physicians look at γ-GT to see whether it comes from the liver or from bone.',
    },
    'gamma-glutamyltransferase': {
      name: 'γ-GT (bile duct enzyme)',
      official: 'γ-GT',
      text: 'This is an enzyme of liver and bile ducts that reacts strongly to alcohol and some drugs. High values occur with alcohol, fatty liver, bile duct disorders or drugs such as those for epilepsy; low values usually mean nothing in particular. Drink no alcohol the day before.',
    },
    'bilirubin-total': {
      name: 'Total bilirubin',
      text: 'This is the yellow substance left from red blood cells, which the liver passes into the bile. High values may turn skin or eyes yellow and occur with hepatitis, blocked bile ducts, red cells that break down, or a mild inherited trait; low values usually mean nothing in particular. Long fasting raises it a little, and light lowers it in the sample.',
      ask: 'soon',
    },
    'bilirubin-direct': {
      name: 'Direct bilirubin',
      text: 'This is bilirubin that the liver has already processed. High values are more likely with blocked bile ducts or a liver that cannot pass it on; low values usually mean nothing in particular. Together with total bilirubin, it shows at which step the bilirubin gets stuck.',
      ask: 'soon',
    },
    albumin: {
      name: 'Albumin',
      text: 'This is the main protein made by the liver; it holds water in the vessels and reflects nutrition. Low values may occur with inflammation, liver disease, protein lost by the kidneys or poor nutrition, and may cause swelling; high values usually occur with too little fluid. Infusions dilute it.',
    },
    'total-protein': {
      name: 'Total protein',
      text: 'This is the total of albumin and globulins in the blood. Low values may occur with poor nutrition, liver or kidney disorders; high values may occur with too little fluid, chronic inflammation or more antibodies. What matters is which of the two has changed.',
    },
    globulin: {
      name: 'Globulin',
      text: 'These are the proteins other than albumin, such as antibodies. High values occur with chronic inflammation, liver, autoimmune or blood disease; low values occur with few antibodies or protein lost by the kidneys. It is often total protein minus albumin.',
    },
    'albumin-globulin-ratio': {
      name: 'Albumin to globulin ratio',
      official: 'Albumin/Globulin',
      text: 'This shows how the two main kinds of protein compare. Low values may come from little albumin (liver, kidneys, nutrition) or much globulin (inflammation, immune system); high values may come from few antibodies. It is only a hint, so look at the two values themselves.',
    },
    'lactate-dehydrogenase': {
      name: 'Lactate dehydrogenase (LDH)',
      official: 'Lactate dehydrogenase',
      text: 'This is an enzyme of many cells of the body that rises when cells are damaged. High values occur in many situations, for example when red cells break down, with disease of the liver, muscles or lungs, or with tumors; low values usually mean nothing in particular. It does not show where the damage is, and a damaged sample raises it.',
    },
    'creatine-kinase': {
      name: 'Creatine kinase (CK)',
      official: 'Creatine kinase',
      text: 'This is an enzyme of muscle that rises when muscle is damaged. High values occur after hard exercise, falls or injections, when drugs for blood fats damage muscle, or with injury of the heart muscle; low values usually mean nothing in particular. People who use a statin should tell a physician soon about muscle pain and dark urine.',
      ask: 'soon',
    },
    amylase: {
      name: 'Amylase',
      text: 'This is a digestive enzyme of pancreas and salivary glands. High values occur with an inflamed pancreas, mumps, bile duct or gut disorders, and with weak kidneys; low values usually mean nothing in particular. With strong pain in the upper belly it is tested together with lipase.',
      ask: 'soon',
    },
    lipase: {
      name: 'Lipase',
      text: 'This is the enzyme of the pancreas that splits fat. High values are common with an inflamed pancreas, and occur with bile duct, gut or kidney disorders; low values are common with long disease of the pancreas. See a physician the same day for strong pain in the upper belly that reaches the back.',
      ask: 'soon',
    },
    ammonia: {
      name: 'Ammonia',
      text: 'This is a waste product of protein that the liver clears. High values occur with severe liver disease or some drugs and may cause sleepiness or confusion; low values usually mean nothing in particular. The sample must go on ice at once; a clenched fist, smoking and hard exercise make it look high.',
      ask: 'soon',
    },
    lactate: {
      name: 'Lactate',
      text: 'This is an acid made when the body lacks oxygen or is under strain. High values occur with severe infection, very low blood pressure, hard exercise, a weak liver or kidneys, or a few drugs; low values usually mean nothing in particular. A tight band on the arm at the blood draw raises it; hospitals act on large changes at once.',
      ask: 'soon',
    },
  },
);
