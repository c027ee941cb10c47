import { analyteEntries } from './analyte-entries.js';

/** Blood tests for sugar, kidneys, salts, fats, liver, proteins and enzymes. */
export const chemistry = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests'], written: '2026-11-30' },
  {
    glucose: {
      name: 'Blood sugar (glucose)',
      official: 'Glucose',
      text: 'This test measures the sugar in your blood; results can best be compared when the blood is drawn after fasting. High values are common in people with diabetes, and can also follow a meal, infection, stress or steroid use; low values can result from diabetes drugs, long fasting or alcohol. Before a fasting test, drink only water for eight hours, and ask beforehand whether to take diabetes drugs that day.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-random': {
      name: 'Blood sugar at any time (random)',
      official: 'Random glucose',
      text: 'This is blood sugar measured at any time, whether or not you ate beforehand. Blood sugar is higher after a meal, so the time of the last meal matters; infection, stress and steroids can raise it too. Low values can result from diabetes drugs, long fasting or alcohol.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-postprandial': {
      name: 'Blood sugar after a meal',
      official: 'Glucose after a meal',
      text: 'This is blood sugar measured some time after a meal, often two hours; it shows how well the body handles sugar. High values can mean that blood sugar is less well controlled, or can follow a large or starchy meal; low values can result from diabetes drugs. Start timing at the first bite of the meal, so that results can be compared.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-tolerance-75g-2h': {
      name: 'Glucose drink test (75 g, 2 hours)',
      official: 'Glucose 2 hours after 75 g',
      text: 'This is blood sugar two hours after a drink containing 75 g of glucose, taken on an empty stomach; it shows how well the body processes sugar. High values mean that blood sugar is less well controlled; in pregnancy, the test screens for gestational diabetes. Eat as usual for three days, fast overnight, and sit still without eating or smoking while you wait.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-tolerance-75g-1h': {
      name: 'Glucose drink test (75 g, 1 hour)',
      official: 'Glucose 1 hour after 75 g',
      text: 'This is blood sugar one hour after a drink containing 75 g of glucose, taken on an empty stomach, usually to screen for gestational diabetes. The result is interpreted along with the fasting value and the two-hour value. Sit still without eating or smoking while you wait.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-challenge-50g-1h': {
      name: 'Glucose screening in pregnancy (50 g, 1 hour)',
      official: 'Glucose 1 hour after 50 g',
      text: 'This first screening step is often done in weeks 24 to 28 of pregnancy. The test measures blood sugar one hour after a drink containing 50 g of glucose, usually without fasting. If the value is high, a more complete test follows; this result alone does not show whether the cause is gestational diabetes. Infection and steroids can raise the value.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    hba1c: {
      name: 'Three-month average blood sugar (HbA1c)',
      official: 'HbA1c',
      text: 'This test reflects average blood sugar over the past two to three months; no fasting is needed. High values mean that blood sugar was higher during that time. Low values can occur when the effect of diabetes drugs is too strong, after blood loss, or when red blood cells do not live as long as usual. Anemia, transfusions, thalassemia, kidney disease and pregnancy can make the result unreliable.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'hba1c-ifcc': {
      name: 'Three-month average blood sugar (HbA1c, IFCC unit)',
      official: 'HbA1c (IFCC)',
      text: 'This is the same test as HbA1c, reported in the international unit (mmol/mol). High values mean that blood sugar was higher over the past two to three months. Anemia, transfusions, thalassemia, kidney disease and pregnancy can make the result unreliable; do not compare the number directly with a result given as a percentage.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'estimated-average-glucose': {
      name: 'Estimated average blood sugar',
      official: 'Estimated average glucose',
      text: 'This is average blood sugar, calculated from HbA1c so that it can be compared with readings taken at home. High values mean that blood sugar was higher over the past two to three months. Because it is calculated from HbA1c, it is unreliable whenever HbA1c is.',
      from: ['medlineplus-tests', 'niddk'],
    },
    'glycated-albumin': {
      name: 'Three-week average blood sugar (glycated albumin)',
      official: 'Glycated albumin/Albumin',
      text: 'This test reflects average blood sugar over the past two to three weeks; no fasting is needed. Doctors use this test when anemia or dialysis makes HbA1c unreliable. The result can be unreliable in people with very low albumin, large amounts of protein in the urine or a thyroid disorder.',
      from: ['niddk'],
    },
    'urea-nitrogen': {
      name: 'Urea nitrogen (BUN)',
      official: 'Urea nitrogen',
      text: 'This is a waste product of protein that the kidneys remove. High values can result from reduced kidney function, dehydration, eating a lot of meat, or bleeding in the digestive tract. Low values can result from poor nutrition, pregnancy or liver disease. Fluid intake and diet affect the result, so it is interpreted along with creatinine.',
      from: ['medlineplus-tests', 'niddk'],
    },
    creatinine: {
      name: 'Creatinine (kidney function)',
      official: 'Creatinine',
      text: 'This is a waste product of muscle that the kidneys remove; it shows how well they filter the blood. High values can result from reduced kidney function, dehydration or some drugs; low values are usually found in people with little muscle. Muscle mass, strenuous exercise and a diet high in meat affect the result, so it is interpreted along with the filtration rate.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    egfr: {
      name: 'Kidney filtration rate (eGFR)',
      official: 'eGFR',
      text: 'This estimate of how well the kidneys filter the blood is calculated from creatinine, age and sex; higher is better. Low values can result from chronic kidney disease, dehydration or some drugs, and the test is usually repeated after three months to see whether the value stays low. The estimate can be unreliable in people who are very muscular or have little muscle, and during pregnancy or an acute illness.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'uric-acid': {
      name: 'Uric acid',
      text: 'This is a waste product that forms when the body breaks down purines. High values are linked to gout, kidney stones, reduced kidney function, water pills, alcohol, and eating a lot of organ meats and seafood. Low values can result from drugs that lower uric acid. Dehydration and strenuous exercise raise the value temporarily; if there are no symptoms, ask the doctor whether a high value needs treatment.',
    },
    'cystatin-c': {
      name: 'Cystatin C (kidney function)',
      official: 'Cystatin C',
      text: 'This small protein is made at a steady rate by all cells and filtered by the kidneys. High values can mean that the kidneys are filtering less well, and can also result from thyroid disorders, steroids, inflammation and smoking. Muscle mass hardly affects the result, so this test is a useful addition to creatinine in people with little muscle.',
      from: ['medlineplus-tests', 'niddk'],
    },
    sodium: {
      name: 'Sodium',
      text: 'This salt in the blood shows whether water and salt are in balance. Low values can result from water pills, too much drinking water, vomiting, diarrhea, or heart, liver or kidney disease; high values usually result from dehydration. In older people, large changes can cause weakness, sleepiness or confusion, which require prompt medical care.',
      ask: 'soon',
    },
    potassium: {
      name: 'Potassium',
      text: 'The heart and muscles need this salt. High values can result from reduced kidney function, some blood pressure drugs or supplements; low values can result from water pills, vomiting or diarrhea. Clenching your fist for too long during the blood draw, or red cells that burst in the sample, can make the result look high. See a doctor promptly if the value changes a lot, or if you feel weak or your heart pounds.',
      ask: 'soon',
    },
    chloride: {
      name: 'Chloride',
      text: 'Together with sodium, this salt keeps water and acid in balance. High values can result from dehydration or diarrhea; low values can result from vomiting or water pills. Chloride usually changes along with sodium and is interpreted together with the other salts.',
    },
    calcium: {
      name: 'Calcium (total)',
      official: 'Calcium',
      text: 'This is the total calcium in the blood; bones, nerves and muscles need calcium. High values can result from overactive parathyroid glands, tumors, or large amounts of vitamin D or calcium; low values can result from vitamin D deficiency or kidney disease. When albumin is low, total calcium is low as well, so the two values are interpreted together, or free calcium is measured instead.',
    },
    'ionized-calcium': {
      name: 'Free calcium (ionized)',
      official: 'Ionized calcium',
      text: 'This is the active calcium in the blood; its level does not depend on albumin. High values can result from overactive parathyroid glands, tumors or large amounts of vitamin D. Low values can result from vitamin D deficiency or kidney disease, sometimes with tingling or cramps. Contact with air or a change in the acidity of the sample can alter the result.',
    },
    phosphate: {
      name: 'Phosphate',
      text: 'The body needs this mineral for bones and energy, and the kidneys keep it in balance. High values are common in people with reduced kidney function; low values can result from poor nutrition, parathyroid disorders or some stomach drugs. A recent meal, or red cells that burst in the sample, can affect the result; in people on dialysis, the result is interpreted together with their diet and use of phosphate binders.',
    },
    magnesium: {
      name: 'Magnesium',
      text: 'Nerves, muscles and the heartbeat need this mineral. Low values can result from water pills, long-term use of acid-reducing stomach drugs, alcohol or diarrhea. High values can result from antacids or laxatives that contain magnesium in people with reduced kidney function. Red cells that burst in the sample raise the result.',
    },
    'carbon-dioxide': {
      name: 'Total carbon dioxide (acid balance)',
      official: 'Total carbon dioxide',
      text: 'This measures bicarbonate in the blood, which shows whether acids are in balance. Low values can result from kidney disease, diarrhea or too much acid in the blood; high values can result from vomiting, water pills or chronic lung disease. The value falls if the sample is left standing for too long. The result is interpreted along with the other salts.',
    },
    osmolality: {
      name: 'Blood osmolality',
      official: 'Osmolality',
      text: 'This shows how concentrated the blood is, and therefore whether water, salt and sugar are in balance. High values can result from dehydration, very high blood sugar or alcohol; low values can result from excess water or low sodium. The result is usually interpreted along with urine osmolality and blood sodium.',
    },
    'total-cholesterol': {
      name: 'Total cholesterol',
      text: 'This is the total of all types of cholesterol in the blood. High values can result from diet, inherited factors, an underactive thyroid or some drugs; low values can result from poor nutrition or cholesterol-lowering drugs. The total alone does not tell enough, so it is interpreted along with LDL and HDL. Acute illness lowers the value.',
      from: ['medlineplus-tests', 'hpa'],
    },
    triglycerides: {
      name: 'Triglycerides',
      text: 'This is a type of fat in the blood that the body makes from calories it does not use. High levels are common in people who eat a lot of sweets or starch, drink alcohol or are overweight, and in people with diabetes or an inherited tendency. Very high levels can cause inflammation of the pancreas, while low levels are usually not a concern. Values rise sharply after a meal, so fast for eight to twelve hours and avoid alcohol the day before.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hdl-cholesterol': {
      name: 'Good cholesterol (HDL)',
      official: 'HDL cholesterol',
      text: 'This is the cholesterol that HDL carries back to the liver; a higher value is usually better. Low values can result from smoking, lack of exercise, excess weight or high triglycerides. Acute illness lowers the value. Very high values do not mean better protection, so the result is interpreted along with the other blood fats.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'ldl-cholesterol': {
      name: 'Bad cholesterol (LDL)',
      official: 'LDL cholesterol',
      text: 'This cholesterol builds up in the walls of blood vessels. High values can result from diet, inherited factors or an underactive thyroid, and can put a strain on the heart and the blood vessels of the brain over the years; low values are usually due to cholesterol-lowering drugs. The goal differs from person to person and is lower for people with conditions such as heart disease or diabetes. When triglycerides are very high, a calculated LDL value is unreliable.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'non-hdl-cholesterol': {
      name: 'Non-HDL cholesterol',
      text: 'This is total cholesterol minus HDL (the “good” cholesterol). The value includes all the cholesterol that can build up in the walls of blood vessels. A high value means much the same as a high LDL. The value is calculated and needs no fasting; it is more reliable than LDL when triglycerides are high.',
      from: ['medlineplus-tests', 'hpa'],
    },
    ast: {
      name: 'Liver enzyme AST (GOT)',
      official: 'AST',
      text: 'This enzyme in liver, heart and muscle cells enters the blood when cells are damaged. High values can result from hepatitis, fatty liver, alcohol or drugs, and from muscle injury or strenuous exercise; low values are usually not a concern. The result is interpreted along with ALT; red cells that burst in the sample raise it.',
      from: ['medlineplus-tests', 'hpa'],
    },
    alt: {
      name: 'Liver enzyme ALT (GPT)',
      official: 'ALT',
      text: 'This enzyme is found mainly in liver cells and rises when they are damaged. High values can result from hepatitis B or C, fatty liver, alcohol, drugs or herbal products; low values are usually not a concern. A high number does not always mean that the liver is badly damaged, so changes over time and other tests matter more.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'alkaline-phosphatase': {
      name: 'Alkaline phosphatase (ALP)',
      official: 'Alkaline phosphatase',
      text: 'This enzyme is found in the bile ducts and bones. High values can result from blocked bile ducts, healing fractures and bone disease; they also occur in growing children and in late pregnancy. Low values are rare and can result from poor nutrition. Doctors look at γ-GT to see whether a high value comes from the liver or from bone.',
    },
    'gamma-glutamyltransferase': {
      name: 'γ-GT (bile duct enzyme)',
      official: 'γ-GT',
      text: 'This enzyme of the liver and bile ducts responds strongly to alcohol and some drugs. High values can result from alcohol, fatty liver, bile duct disorders, or drugs such as those for epilepsy; low values are usually not a concern. Do not drink alcohol the day before.',
    },
    'bilirubin-total': {
      name: 'Total bilirubin',
      text: 'This yellow substance forms when red blood cells break down; the liver processes it and passes it into the bile. High values can turn the skin or eyes yellow; possible causes are hepatitis, blocked bile ducts, the breakdown of red blood cells, or an inherited trait that raises the value slightly. Low values are usually not a concern. Fasting for a long time raises the value slightly, and exposing the sample to light lowers it.',
      ask: 'soon',
    },
    'bilirubin-direct': {
      name: 'Direct bilirubin',
      text: 'This is bilirubin that the liver has already processed. High values suggest blocked bile ducts or a liver that cannot excrete bilirubin; low values are usually not a concern. Together with total bilirubin, it shows at which step the processing or excretion of bilirubin is impaired.',
      ask: 'soon',
    },
    albumin: {
      name: 'Albumin',
      text: 'This is the main protein made by the liver; it keeps fluid in the blood vessels and reflects nutrition. Low values can result from inflammation, liver disease, protein loss through the kidneys or poor nutrition, and may cause swelling; high values usually result from dehydration. Intravenous fluids dilute it.',
    },
    'total-protein': {
      name: 'Total protein',
      text: 'This is the total amount of albumin and globulins in the blood. Low values can result from poor nutrition or from liver or kidney disorders; high values can result from dehydration, chronic inflammation or an increase in antibodies. Doctors also check which of the two, albumin or globulins, is high or low.',
    },
    globulin: {
      name: 'Globulin',
      text: 'These are the blood proteins other than albumin, such as antibodies. High values can result from chronic inflammation or from liver, autoimmune or blood disease; low values can result from a shortage of antibodies or protein loss through the kidneys. The value is often calculated as total protein minus albumin.',
    },
    'albumin-globulin-ratio': {
      name: 'Albumin to globulin ratio',
      official: 'Albumin/Globulin',
      text: 'This compares albumin with globulin, the two main types of protein in the blood. Low values can result from low albumin (liver, kidneys, nutrition) or high globulin (inflammation, immune system); high values can result from a shortage of antibodies. The ratio is only a clue, so albumin and globulin are also interpreted separately.',
    },
    'lactate-dehydrogenase': {
      name: 'Lactate dehydrogenase (LDH)',
      official: 'Lactate dehydrogenase',
      text: 'This enzyme is found in many cells of the body and rises when cells are damaged. High values have many possible causes, such as the breakdown of red blood cells, tumors, or diseases of the liver, muscles or lungs. Low values are usually not a concern. The result does not show where the damage is, and red cells that burst in the sample raise it.',
    },
    'creatine-kinase': {
      name: 'Creatine kinase (CK)',
      official: 'Creatine kinase',
      text: 'This muscle enzyme rises when muscle is damaged. High values can follow strenuous exercise, falls or injections, or result from muscle damage caused by cholesterol drugs or from injury to the heart muscle. Low values are usually not a concern. If you take a statin, tell a doctor promptly about muscle pain, above all if your urine also turns darker.',
      ask: 'soon',
    },
    amylase: {
      name: 'Amylase',
      text: 'This digestive enzyme comes from the pancreas and salivary glands. High values can result from pancreatitis, mumps, bile duct or bowel disorders, or reduced kidney function; low values are usually not a concern. In people with severe pain in the upper belly, this test is done together with the test for lipase.',
      ask: 'soon',
    },
    lipase: {
      name: 'Lipase',
      text: 'This enzyme of the pancreas breaks down fat. High values are common in people with pancreatitis, and can also result from bile duct, bowel or kidney disorders; low values can result from long-standing disease of the pancreas. See a doctor the same day if you have severe pain in the upper belly that spreads to the back.',
      ask: 'soon',
    },
    ammonia: {
      name: 'Ammonia',
      text: 'This waste product of protein is cleared by the liver. High values can result from severe liver disease or some drugs and may cause sleepiness or confusion; low values are usually not a concern. The sample must be put on ice at once and tested quickly. Clenching your fist, smoking and strenuous exercise can make the result look high.',
      ask: 'soon',
    },
    lactate: {
      name: 'Lactate',
      text: 'The body makes more of this acid when it is short of oxygen or under heavy strain. High values can result from severe infection, very low blood pressure, strenuous exercise, reduced liver or kidney function, or a few drugs; low values are usually not a concern. Leaving the tourniquet on the arm for too long during the blood draw raises the result. Hospital staff respond at once to large changes.',
      ask: 'soon',
    },
  },
);
