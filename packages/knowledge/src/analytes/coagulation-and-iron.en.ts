import { analyteEntries } from './analyte-entries.js';

/** Blood tests for clotting, iron, vitamins, inflammation, antibodies and the heart. */
export const coagulationAndIron = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests'], written: '2026-11-30' },
  {
    'prothrombin-time': {
      name: 'Clotting time PT',
      official: 'Prothrombin time',
      text: 'This shows how many seconds the blood takes to clot, which reflects whether the liver makes enough clotting factors; the test is also used to adjust the dose of warfarin. A longer time can result from anticoagulants, liver disease or vitamin K deficiency; a shorter time is usually not a concern. Times measured in different laboratories cannot be compared directly, so the INR is used for comparison.',
      ask: 'soon',
    },
    inr: {
      name: 'Clotting value (INR)',
      official: 'INR',
      text: 'This is the clotting time expressed as a number that can be compared between laboratories; it is used mainly to adjust the dose of warfarin. High values make bleeding more likely, and low values may mean that the drug is not working well enough; the doctor sets the goal for each person. Dark green vegetables, antibiotics, herbal products and colds can affect the value. Get medical care at once if you have bleeding that does not stop or black stools.',
      ask: 'soon',
    },
    aptt: {
      name: 'Clotting time aPTT',
      official: 'aPTT',
      text: 'This shows how many seconds one part of the clotting process takes; it is often measured before surgery or during heparin treatment. A longer time can result from heparin, a lack of clotting factors, liver disease or some antibodies; a shorter time is usually not a concern. A difficult blood draw or a sample that is too small can affect the result.',
      ask: 'soon',
    },
    fibrinogen: {
      name: 'Fibrinogen',
      text: 'This protein forms the mesh of a blood clot. Low values can result from liver disease, heavy bleeding or rare inherited disorders; high values are common with inflammation, pregnancy or smoking. Because the value rises with inflammation, it cannot be used alone to judge clotting.',
      ask: 'soon',
    },
    'd-dimer': {
      name: 'D-dimer',
      text: 'These fragments are left when a blood clot dissolves; the test is used when a clot in a blood vessel is suspected. High values can result from clots, and are also common in older people, during pregnancy, with inflammation or infection, and after surgery; a low value makes a clot less likely. Get medical care at once if you have a swollen, painful leg, sudden shortness of breath or chest pain.',
      ask: 'soon',
    },
    iron: {
      name: 'Blood iron',
      official: 'Iron',
      text: 'This is the amount of iron that the blood is carrying. Low values are common with iron deficiency or inflammation; high values can result from iron supplements, transfusions, liver disease or inherited iron overload. The value varies widely during the day and rises after a dose of iron, so it is interpreted along with ferritin and is best measured in the morning after fasting.',
    },
    'iron-binding-capacity': {
      name: 'Iron-binding capacity (TIBC)',
      official: 'TIBC',
      text: 'This shows the largest amount of iron that the blood can carry. High values are common with iron deficiency; low values can result from inflammation, liver disease, poor nutrition or iron overload. The result is interpreted along with iron and ferritin.',
    },
    'iron-binding-capacity-unsaturated': {
      name: 'Free iron-binding capacity (UIBC)',
      official: 'UIBC',
      text: 'This shows how much more iron the blood could carry. High values are common with iron deficiency; low values can result from inflammation or iron overload. This value plus the iron in the blood equals the total iron-binding capacity.',
    },
    'transferrin-saturation': {
      name: 'Transferrin saturation',
      text: 'This shows what percentage of the blood’s iron-transport protein is actually carrying iron. Low values are common with iron deficiency or inflammation; high values can result from iron supplements, liver disease or iron overload. In people on dialysis, doctors use this value together with ferritin to decide on iron treatment.',
    },
    ferritin: {
      name: 'Ferritin',
      text: 'This shows how much iron the body has stored. Low values mean that iron stores are low, which is a reliable sign of iron deficiency. High values can result from inflammation, liver disease, metabolic syndrome, repeated transfusions or iron overload. Inflammation raises the value and can therefore hide iron deficiency.',
    },
    transferrin: {
      name: 'Transferrin',
      text: 'This protein carries iron in the blood. High values are common in people with iron deficiency and during pregnancy; low values can result from inflammation, liver disease, poor nutrition or protein loss through the kidneys. The result is interpreted along with iron and ferritin.',
    },
    'vitamin-b12': {
      name: 'Vitamin B12',
      text: 'The body needs this vitamin to make blood, and nerves need it too. Low values can result from a long-term vegetarian diet, low stomach acid in older people, removal of the stomach, or long-term use of metformin or stomach drugs, and may cause anemia or numbness. High values usually come from supplements, and only rarely result from liver or blood disease. Vitamin supplements raise the result, so if you take any, tell the staff before the blood draw.',
    },
    folate: {
      name: 'Folate',
      text: 'The body needs this vitamin to make blood, and an unborn child needs it to develop. Low values can result from a diet low in vegetables, alcohol, pregnancy or some drugs; high values usually come from supplements. A recent meal affects the result, so blood is best drawn after fasting. The result is interpreted along with vitamin B12.',
    },
    homocysteine: {
      name: 'Homocysteine',
      text: 'This substance forms when the body breaks down protein. High values can result from a lack of vitamin B12, B6 or folate, reduced kidney function, an underactive thyroid or inherited factors; low values are usually not a concern. If the sample is not processed promptly, the value looks high. Blood is best drawn after fasting.',
    },
    crp: {
      name: 'C-reactive protein (CRP)',
      official: 'C-reactive protein',
      text: 'When there is inflammation in the body, the liver quickly makes this protein. High values are common with infection, injury or arthritis and after surgery; low values mean that there is little inflammation. The value does not show where the inflammation is; what matters most is whether it rises or falls over several days.',
      ask: 'soon',
    },
    'crp-high-sensitivity': {
      name: 'High-sensitivity CRP',
      official: 'hs-CRP',
      text: 'This test measures CRP at very low levels, usually to estimate the risk of heart and blood vessel disease. High values can result from smoking, excess weight, metabolic disorders or inflammation somewhere in the body. Colds and injuries raise the value, so the test should be done after you recover from them.',
    },
    procalcitonin: {
      name: 'Procalcitonin (PCT)',
      official: 'Procalcitonin',
      text: 'The level of this protein rises in severe bacterial infections. Hospital doctors use the test to judge how serious an infection is and whether antibiotics are working. High values can result from bacterial infections, sepsis, major surgery or severe injury; a low value makes a severe bacterial infection less likely. Reduced kidney function also raises the value.',
      ask: 'soon',
    },
    'rheumatoid-factor': {
      name: 'Rheumatoid factor (RF)',
      official: 'Rheumatoid factor',
      text: 'This antibody attacks the body’s own tissue; it is measured to find out why joints are swollen and painful. A positive result can occur with rheumatoid arthritis, Sjögren’s syndrome, chronic infections or hepatitis, and in some healthy older people; a negative result does not rule out arthritis. The result is interpreted along with symptoms and anti-CCP antibodies.',
    },
    'antistreptolysin-o': {
      name: 'Streptococcal antibody (ASO)',
      official: 'Antistreptolysin O',
      text: 'This antibody forms after an infection with streptococcal bacteria and shows whether there was such an infection in the past few weeks. High values suggest a recent streptococcal infection, such as a sore throat; the test is done when rheumatic fever or kidney inflammation is suspected. Changes over time tell more than a single value; the antibody level takes months to fall.',
    },
    'immunoglobulin-e': {
      name: 'Immunoglobulin E (total IgE)',
      official: 'Total IgE',
      text: 'This is the total amount of the antibodies involved in allergies. High values are common in people with hay fever, asthma, eczema or parasites; low values are usually not a concern. The total does not show what a person is allergic to, and in some people with allergies, it is not high.',
    },
    'immunoglobulin-g': {
      name: 'Immunoglobulin G (IgG)',
      official: 'IgG',
      text: 'This is the most common type of antibody in the blood and gives the longest-lasting protection. High values can result from chronic infections or from liver, autoimmune or blood disease. Low values can mean that the body makes too few antibodies or loses protein through the kidneys, or that a drug lowers the antibody level. People with low values may get repeated infections.',
    },
    'immunoglobulin-a': {
      name: 'Immunoglobulin A (IgA)',
      official: 'IgA',
      text: 'This type of antibody protects the linings of the airways and bowel. High values can result from liver disease, chronic infections or autoimmune disease; some people are born with low values, usually without symptoms. The result is interpreted along with IgG and IgM.',
    },
    'immunoglobulin-m': {
      name: 'Immunoglobulin M (IgM)',
      official: 'IgM',
      text: 'This is the first antibody that the body makes against a new germ. High values can result from recent infections, liver disease or some blood disorders; low values can mean that the body makes too few antibodies. The result is interpreted along with IgG and IgA.',
    },
    'complement-c3': {
      name: 'Complement C3',
      text: 'This protein helps antibodies fight germs. Low values can result from lupus, some types of kidney inflammation or severe infection, which use up C3; high values are common with inflammation. The test is usually used to monitor how active an autoimmune disease is.',
    },
    'complement-c4': {
      name: 'Complement C4',
      text: 'Together with C3, this protein helps antibodies fight germs. Low values can result from lupus, liver disease or hereditary angioedema (attacks of swelling); high values are common with inflammation. The result is interpreted along with C3 and symptoms.',
    },
    'nt-probnp': {
      name: 'Heart strain marker (NT-proBNP)',
      official: 'NT-proBNP',
      text: 'The heart releases this substance when it is stretched; the test helps to show whether heart disease is the cause of shortness of breath or swollen feet. High values can result from heart failure or atrial fibrillation, and are also found in older people and in people with reduced kidney function. A low value makes heart failure less likely, although excess weight lowers the value. If you are too short of breath to lie flat, get medical care at once.',
      ask: 'soon',
    },
    bnp: {
      name: 'Heart strain marker (BNP)',
      official: 'BNP',
      text: 'The heart releases this substance when it is stretched; the test helps to show whether heart disease is the cause of shortness of breath or swollen feet. High values can result from heart failure or atrial fibrillation, and are also found in older people and in people with reduced kidney function; excess weight lowers the value. Sacubitril/valsartan raises BNP, so in people who take that drug, doctors use NT-proBNP instead.',
      ask: 'soon',
    },
    'troponin-i': {
      name: 'Troponin I',
      text: 'Damaged heart muscle releases this protein; in people with chest pain, the test helps to show whether there has been a heart attack. High values can result from a heart attack or inflammation of the heart muscle, and also from kidney disease, severe infection or strenuous exercise; the test is repeated a few hours later. If you have chest pressure with a cold sweat, call 119 at once.',
      ask: 'soon',
    },
    'troponin-i-high-sensitivity': {
      name: 'High-sensitivity troponin I',
      text: 'This test measures very small amounts of a heart muscle protein, so in people with chest pain, it can show damage earlier. High values can result from a heart attack or inflammation of the heart muscle, and also from kidney disease, heart failure, severe infection or strenuous exercise. The change over several hours matters more than a single value. If you have chest pressure with a cold sweat, call 119 at once.',
      ask: 'soon',
    },
    'troponin-t': {
      name: 'Troponin T',
      text: 'Damaged heart muscle releases this protein; in people with chest pain, the test helps to show whether there has been a heart attack. High values can also result from kidney disease, heart failure, severe infection or muscle disease; the test is repeated a few hours later. If you have chest pressure with a cold sweat, call 119 at once.',
      ask: 'soon',
    },
    'ck-mb': {
      name: 'Heart muscle enzyme (CK-MB)',
      official: 'CK-MB',
      text: 'This enzyme is found mainly in heart muscle and shows whether the muscle is damaged. High values can follow a heart attack, heart surgery or severe injury to other muscles. Troponin is now the main test, and this enzyme is interpreted together with it.',
      ask: 'soon',
    },
    'lipoprotein-a': {
      name: 'Lipoprotein(a)',
      text: 'The level of this blood fat is almost entirely inherited and changes little during life, so one test is usually enough. High values raise the risk of heart and blood vessel disease; diet and exercise hardly change the value. If someone in your family developed heart disease at an early age, discuss this with a doctor.',
    },
    'apolipoprotein-b': {
      name: 'Apolipoprotein B (ApoB)',
      official: 'Apolipoprotein B',
      text: 'This protein is found on the particles of LDL (“bad”) cholesterol and shows how many particles there are. A high value means much the same as a high LDL; low values can result from cholesterol-lowering drugs or poor nutrition. When triglycerides are high, this value is more reliable than LDL.',
    },
    'apolipoprotein-a1': {
      name: 'Apolipoprotein A1 (ApoA1)',
      official: 'Apolipoprotein A-I',
      text: 'This is the main protein of HDL (“good”) cholesterol; a higher value is usually better. Low values can result from smoking, lack of exercise, diabetes or inherited factors. The result is usually interpreted along with ApoB.',
    },
    prealbumin: {
      name: 'Prealbumin',
      text: 'This protein stays in the body for only a few days, so it reflects recent nutrition. Low values can result from poor nutrition, inflammation or liver disease; high values can result from kidney disease or steroid use. Inflammation lowers the value, so it is interpreted along with CRP.',
    },
  },
);
