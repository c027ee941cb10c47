import { analyteEntries } from './analyte-entries.js';

/** Blood tests for sugar, kidneys, salts, fats, liver, proteins and enzymes. */
export const chemistry = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests'], written: '2026-11-30' },
  {
    glucose: {
      name: 'Blood sugar (glucose)',
      official: 'Glucose',
      text: 'This test measures the sugar in your blood; results are easiest to compare when the blood is drawn after fasting. High values are common in people with diabetes, and can also follow a meal, infection, stress or steroid use; low values can result from diabetes drugs, long fasting or alcohol. Before a fasting test, drink only water for eight hours, and ask beforehand whether to take diabetes drugs that day.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-random': {
      name: 'Blood sugar at any time (random)',
      official: 'Random glucose',
      text: 'This is blood sugar measured at any time, whether or not you ate beforehand. It is higher after food, so the time of the last meal matters; infection, stress and steroids can raise it too. Low values can result from diabetes drugs, long fasting or alcohol.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-postprandial': {
      name: 'Blood sugar after a meal',
      official: 'Glucose after a meal',
      text: 'This is blood sugar measured some time after a meal, often two hours; it shows how well the body handles sugar. High values can mean that blood sugar is less well controlled, or can follow a large, starchy meal; low values can result from diabetes drugs. Count the time from the first bite, so that results can be compared.',
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
      text: 'This is blood sugar one hour after a drink containing 75 g of glucose, taken on an empty stomach, usually to screen for gestational diabetes. It is interpreted along with the fasting and two-hour values. Sit still without eating or smoking while you wait.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'glucose-challenge-50g-1h': {
      name: 'Glucose screening in pregnancy (50 g, 1 hour)',
      official: 'Glucose 1 hour after 50 g',
      text: 'This first screening step is often done in weeks 24 to 28 of pregnancy. It measures blood sugar one hour after a drink containing 50 g of glucose, usually without fasting. A high value is followed by a more complete test; this result alone does not show whether the cause is gestational diabetes. Infection and steroids can raise the value.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    hba1c: {
      name: 'Three-month average blood sugar (HbA1c)',
      official: 'HbA1c',
      text: 'This test reflects average blood sugar over the past two to three months; no fasting is needed. High values mean that blood sugar was higher during that time. Low values can result from a strong effect of diabetes drugs, blood loss or red blood cells that do not live as long as usual. Anemia, transfusions, thalassemia, kidney disease and pregnancy can make it unreliable.',
      from: ['medlineplus-tests', 'hpa', 'niddk'],
    },
    'hba1c-ifcc': {
      name: 'Three-month average blood sugar (HbA1c, IFCC unit)',
      official: 'HbA1c (IFCC)',
      text: 'This is the same test as HbA1c, reported in the international unit (mmol/mol). High values mean that blood sugar was higher over the past two to three months. Anemia, transfusions, thalassemia, kidney disease and pregnancy can make it unreliable; do not compare it with a result given in percent.',
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
      text: 'This test reflects average blood sugar over the past two to three weeks; no fasting is needed. Doctors use it when anemia or dialysis makes HbA1c unreliable. It can be unreliable in people with very low albumin, large amounts of protein in the urine or a thyroid disorder.',
      from: ['niddk'],
    },
    'urea-nitrogen': {
      name: 'Urea nitrogen (BUN)',
      official: 'Urea nitrogen',
      text: 'This is a waste product of protein that the kidneys remove. High values can result from reduced kidney function, dehydration, eating a lot of meat, or bleeding in the digestive tract. Low values can result from poor nutrition, pregnancy or liver disease. Fluids and diet affect it, so it is interpreted along with creatinine.',
      from: ['medlineplus-tests', 'niddk'],
    },
    creatinine: {
      name: 'Creatinine (kidney function)',
      official: 'Creatinine',
      text: 'This is a waste product of muscle that the kidneys remove; it shows how well they filter the blood. High values can result from reduced kidney function, dehydration or some drugs; low values are usually found in people with little muscle. Muscle mass, eating a lot of meat and hard exercise affect it, so it is interpreted along with the filtration rate.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    egfr: {
      name: 'Kidney filtration rate (eGFR)',
      official: 'eGFR',
      text: 'This estimate of how well the kidneys filter the blood is calculated from creatinine, age and sex; higher is better. Low values can result from chronic kidney disease, dehydration or some drugs, and the test is usually repeated after three months to see whether they last. It is unreliable in people who are very muscular or have little muscle, during pregnancy and in acute illness.',
      from: ['medlineplus-tests', 'niddk', 'hpa'],
    },
    'uric-acid': {
      name: 'Uric acid',
      text: 'This is a waste product that forms when the body breaks down purines. High values are linked to gout, kidney stones, reduced kidney function, water pills, alcohol, and eating a lot of organ meats and seafood. Low values can result from drugs that lower uric acid. Dehydration and hard exercise raise it for a while; if there are no symptoms, the doctor decides whether a high value needs treatment.',
    },
    'cystatin-c': {
      name: 'Cystatin C (kidney function)',
      official: 'Cystatin C',
      text: 'This small protein is made at a steady rate by all cells and filtered by the kidneys. High values can mean that the kidneys filter less well, and can also result from thyroid disorders, steroids, inflammation and smoking. Muscle mass hardly affects it, so it is a useful addition to creatinine in people with little muscle.',
      from: ['medlineplus-tests', 'niddk'],
    },
    sodium: {
      name: 'Sodium',
      text: 'This salt in the blood shows whether water and salt are in balance. Low values can result from water pills, drinking too much water, vomiting or diarrhea, and from heart, liver or kidney disease; high values usually result from dehydration. In older people, large changes can cause weakness, sleepiness or confusion, which need prompt care.',
      ask: 'soon',
    },
    potassium: {
      name: 'Potassium',
      text: 'The heart and muscles need this salt. High values can result from reduced kidney function, some blood pressure drugs or supplements; low values can result from water pills, vomiting or diarrhea. Clenching the fist or a damaged sample can make the result look high; see a doctor promptly about a large change, or if you feel weak or your heart races.',
      ask: 'soon',
    },
    chloride: {
      name: 'Chloride',
      text: 'Together with sodium, this salt keeps water and acid in balance. High values can result from dehydration or diarrhea; low values can result from vomiting or water pills. It usually changes along with sodium and is interpreted with the other salts.',
    },
    calcium: {
      name: 'Calcium (total)',
      official: 'Calcium',
      text: 'This is the calcium in the blood, which bones, nerves and muscles need. High values can result from overactive parathyroid glands, tumors, or large amounts of vitamin D or calcium; low values can result from vitamin D deficiency or kidney disease. When albumin is low, total calcium is low as well, so both are interpreted together or free calcium is measured.',
    },
    'ionized-calcium': {
      name: 'Free calcium (ionized)',
      official: 'Ionized calcium',
      text: 'This is the active calcium in the blood, which does not depend on albumin. High values can result from overactive parathyroid glands, tumors or large amounts of vitamin D. Low values can result from vitamin D deficiency or kidney disease, sometimes with tingling or cramps. Air in the sample and changes in its acidity can alter the result.',
    },
    phosphate: {
      name: 'Phosphate',
      text: 'The body needs this mineral for bones and energy, and the kidneys keep it in balance. High values are common in people with reduced kidney function; low values can result from poor nutrition, parathyroid disorders or some stomach drugs. A recent meal and a damaged sample affect the result; in people on dialysis, it is considered together with diet and phosphate binders.',
    },
    magnesium: {
      name: 'Magnesium',
      text: 'Nerves, muscles and the heartbeat need this mineral. Low values can result from water pills, long-term use of stomach drugs, alcohol or diarrhea. High values can result from reduced kidney function together with antacids or laxatives that contain magnesium. A damaged sample raises the result.',
    },
    'carbon-dioxide': {
      name: 'Total carbon dioxide (acid balance)',
      official: 'Total carbon dioxide',
      text: 'This measures bicarbonate in the blood, which shows whether acids are in balance. Low values can result from kidney disease, diarrhea or too much acid in the blood; high values can result from vomiting, water pills or chronic lung disease. The value falls while a sample stands. It is interpreted along with the other salts.',
    },
    osmolality: {
      name: 'Blood osmolality',
      official: 'Osmolality',
      text: 'This shows how concentrated the blood is, and so whether water is in balance with salt and sugar. High values can result from dehydration, very high blood sugar or alcohol; low values can result from excess water or low sodium. It is usually interpreted along with urine osmolality and sodium.',
    },
    'total-cholesterol': {
      name: 'Total cholesterol',
      text: 'This is the total of all types of cholesterol in the blood. High values can result from diet, inherited factors, an underactive thyroid or some drugs; low values can result from poor nutrition or cholesterol-lowering drugs. The total alone does not say enough, so it is interpreted along with LDL and HDL; acute illness lowers it.',
      from: ['medlineplus-tests', 'hpa'],
    },
    triglycerides: {
      name: 'Triglycerides',
      text: 'This fat in the blood is made from calories that the body does not use. High levels are common in people who eat a lot of sweets or starch, drink alcohol or are overweight, and in people with diabetes or an inherited tendency. Very high levels can cause inflammation of the pancreas, while low levels are usually not a concern. Values rise sharply after food, so fast for eight to twelve hours and avoid alcohol the day before.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hdl-cholesterol': {
      name: 'Good cholesterol (HDL)',
      official: 'HDL cholesterol',
      text: 'HDL carries this cholesterol back to the liver; higher is usually better. Low values can result from smoking, lack of exercise, excess weight or high triglycerides. Acute illness lowers it, and very high values give no extra protection, so it is interpreted along with the other fats.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'ldl-cholesterol': {
      name: 'Bad cholesterol (LDL)',
      official: 'LDL cholesterol',
      text: 'This cholesterol builds up in the walls of blood vessels. High values can result from diet, inherited factors or an underactive thyroid, and can harm the heart and brain over the years; low values are usually due to cholesterol-lowering drugs. The goal differs from person to person and is lower, for example, for people with heart disease or diabetes; when triglycerides are very high, a calculated LDL is unreliable.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'non-hdl-cholesterol': {
      name: 'Non-HDL cholesterol',
      text: 'This is total cholesterol minus HDL (the “good” cholesterol). It includes all the cholesterol that can build up in blood vessels. A high value means much the same as a high LDL. It is calculated, needs no fasting, and is more reliable than LDL when triglycerides are high.',
      from: ['medlineplus-tests', 'hpa'],
    },
    ast: {
      name: 'Liver enzyme AST (GOT)',
      official: 'AST',
      text: 'This enzyme in liver, heart and muscle cells enters the blood when cells are damaged. High values can result from hepatitis, fatty liver, alcohol or drugs, and from muscle injury or hard exercise; low values are usually not a concern. It is interpreted along with ALT; a damaged sample raises it.',
      from: ['medlineplus-tests', 'hpa'],
    },
    alt: {
      name: 'Liver enzyme ALT (GPT)',
      official: 'ALT',
      text: 'This enzyme is found mainly in liver cells and rises when they are damaged. High values can result from hepatitis B or C, fatty liver, alcohol, drugs or herbal products; low values are usually not a concern. The number does not show how much of the liver is damaged, so changes over time and other tests matter more.',
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
      text: 'This yellow substance is left when red blood cells break down, and the liver passes it into the bile. High values can turn the skin or eyes yellow and can result from hepatitis, blocked bile ducts, the breakdown of red blood cells, or a mild inherited trait. Low values are usually not a concern. Long fasting raises the value slightly, and light on the sample lowers it.',
      ask: 'soon',
    },
    'bilirubin-direct': {
      name: 'Direct bilirubin',
      text: 'This is bilirubin that the liver has already processed. High values suggest blocked bile ducts or a liver that cannot pass bilirubin on; low values are usually not a concern. Together with total bilirubin, it shows at which step bilirubin is held up.',
      ask: 'soon',
    },
    albumin: {
      name: 'Albumin',
      text: 'This is the main protein made by the liver; it keeps fluid in the blood vessels and reflects nutrition. Low values can result from inflammation, liver disease, protein loss through the kidneys or poor nutrition, and may cause swelling; high values usually result from dehydration. Intravenous fluids dilute it.',
    },
    'total-protein': {
      name: 'Total protein',
      text: 'This is the total amount of albumin and globulins in the blood. Low values can result from poor nutrition or from liver or kidney disorders; high values can result from dehydration, chronic inflammation or an increase in antibodies. What matters is which of the two has changed.',
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
      text: 'This enzyme is found in many cells of the body and rises when cells are damaged. High values occur in many situations, for example when red blood cells break down, in diseases of the liver, muscles or lungs, or in people with tumors. Low values are usually not a concern. It does not show where the damage is, and a damaged sample raises it.',
    },
    'creatine-kinase': {
      name: 'Creatine kinase (CK)',
      official: 'Creatine kinase',
      text: 'This muscle enzyme rises when muscle is damaged. High values can follow hard exercise, falls or injections, or result from muscle damage caused by cholesterol drugs or from injury to the heart muscle. Low values are usually not a concern. People who take a statin should promptly tell a doctor about muscle pain and dark urine.',
      ask: 'soon',
    },
    amylase: {
      name: 'Amylase',
      text: 'This digestive enzyme comes from the pancreas and salivary glands. High values can result from pancreatitis, mumps, bile duct or bowel disorders, and reduced kidney function; low values are usually not a concern. In people with severe pain in the upper belly, it is tested together with lipase.',
      ask: 'soon',
    },
    lipase: {
      name: 'Lipase',
      text: 'This enzyme of the pancreas breaks down fat. High values are common in people with pancreatitis, and can also result from bile duct, bowel or kidney disorders; low values can result from long-standing disease of the pancreas. See a doctor the same day for severe pain in the upper belly that spreads to the back.',
      ask: 'soon',
    },
    ammonia: {
      name: 'Ammonia',
      text: 'This waste product of protein is cleared by the liver. High values can result from severe liver disease or some drugs and may cause sleepiness or confusion; low values are usually not a concern. The sample must be put on ice at once; clenching the fist, smoking and hard exercise can make the result look high.',
      ask: 'soon',
    },
    lactate: {
      name: 'Lactate',
      text: 'The body makes more of this acid when it is short of oxygen or under strain. High values can result from severe infection, very low blood pressure, hard exercise, reduced liver or kidney function, or a few drugs; low values are usually not a concern. A tight band on the arm during the blood draw raises the result; hospital staff respond to large changes at once.',
      ask: 'soon',
    },
  },
);
