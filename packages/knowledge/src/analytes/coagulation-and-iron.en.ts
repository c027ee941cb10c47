import { analyteEntries } from './analyte-entries.js';

/** Clotting, iron, vitamins, inflammation, antibodies, heart. */
export const coagulationAndIron = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests'], written: '2026-11-30' },
  {
    'prothrombin-time': {
      name: 'Clotting time PT',
      official: 'Prothrombin time',
      text: 'How many seconds blood takes to clot: whether clotting factors from the liver suffice, and how warfarin works. Long times occur with anticoagulants, liver disease or lack of vitamin K; short ones usually carry no meaning. Seconds differ between laboratories, so INR is compared.',
      ask: 'soon',
    },
    inr: {
      name: 'Clotting value (INR)',
      official: 'INR',
      text: 'Clotting time as a number that compares everywhere, mostly to adjust warfarin. High values make bleeding easier, low ones may mean that the drug works too little; the physician sets the goal. Green vegetables, antibiotics, herbs and colds change it; bleeding that goes on or black stool need care at once.',
      ask: 'soon',
    },
    aptt: {
      name: 'Clotting time aPTT',
      official: 'aPTT',
      text: 'How many seconds another path of clotting takes; it is common before surgery and with heparin. Long times occur with heparin, missing clotting factors, liver disease or some antibodies; short ones usually carry no meaning. A difficult draw or too little blood changes it.',
      ask: 'soon',
    },
    fibrinogen: {
      name: 'Fibrinogen',
      text: 'The protein that forms the net of a clot. Low values may go with liver disease, large bleeding or rare inherited disorders; high ones are common with inflammation, pregnancy or smoking. As it rises with inflammation, it alone does not tell about clotting.',
      ask: 'soon',
    },
    'd-dimer': {
      name: 'D-dimer',
      text: 'Pieces left when a clot dissolves; it helps to rule out clots in veins. High values occur with clots, and often with age, pregnancy, after surgery, inflammation or infection; with low ones a clot is less likely. One swollen, painful leg, sudden short breath or chest pain need care at once.',
      ask: 'soon',
    },
    iron: {
      name: 'Iron in blood',
      official: 'Iron',
      text: 'The iron on its way in the blood. Low values are common with lack of iron or inflammation; high ones with iron tablets, transfusions, liver disease or inherited overload. It changes much within a day and after iron tablets, so it is read with ferritin and best drawn fasting in the morning.',
    },
    'iron-binding-capacity': {
      name: 'Iron-binding capacity (TIBC)',
      official: 'TIBC',
      text: 'How much iron the blood could carry. High values are common with lack of iron; low ones with inflammation, liver disease, poor nutrition or too much iron. It is read with iron and ferritin.',
    },
    'iron-binding-capacity-unsaturated': {
      name: 'Free iron-binding capacity (UIBC)',
      official: 'UIBC',
      text: 'How much more iron the blood could carry. High values are common with lack of iron; low ones with inflammation or too much iron. Together with iron it makes the total capacity.',
    },
    'transferrin-saturation': {
      name: 'Transferrin saturation',
      text: 'How many per cent of the iron carriers hold iron. Low values are common with lack of iron or inflammation; high ones with iron tablets, liver disease or iron overload. On dialysis it decides on iron together with ferritin.',
    },
    ferritin: {
      name: 'Ferritin',
      text: 'How much iron the body has in store. Low values mean that stores are small, a reliable hint at lack of iron; high ones occur with inflammation, liver disease, metabolic syndrome, many transfusions or iron overload. Inflammation raises it and may hide a lack.',
    },
    transferrin: {
      name: 'Transferrin',
      text: 'The protein that carries iron in the blood. High values are common with lack of iron or in pregnancy; low ones with inflammation, liver disease, poor nutrition or protein lost by the kidneys. It is read with iron and ferritin.',
    },
    'vitamin-b12': {
      name: 'Vitamin B12',
      text: 'A vitamin that blood and nerves need. Low values may go with a vegan diet for years, little stomach acid in age, stomach surgery, or metformin or stomach drugs for long, and bring anemia or numbness; high ones mostly with supplements, rarely with liver or blood disease. Supplements raise it, so mention them before the draw.',
    },
    folate: {
      name: 'Folate',
      text: 'A vitamin that blood and unborn children need. Low values may go with few vegetables, alcohol, pregnancy or some drugs; high ones mostly with supplements. Food just before changes it, so fasting is better, and vitamin B12 is read with it.',
    },
    homocysteine: {
      name: 'Homocysteine',
      text: 'A step in the breakdown of protein. High values may go with lack of vitamin B12, B6 or folate, weak kidneys, an underactive thyroid or inheritance; low ones usually carry no meaning. A sample that waits looks high; fasting is better.',
    },
    crp: {
      name: 'C-reactive protein (CRP)',
      official: 'C-reactive protein',
      text: 'A protein that the liver makes quickly with inflammation. High values are common with infection, injury, after surgery or arthritis; low ones mean little inflammation. It does not tell where; whether it rises or falls over days is most useful.',
      ask: 'soon',
    },
    'crp-high-sensitivity': {
      name: 'High-sensitivity CRP',
      official: 'hs-CRP',
      text: 'CRP measured at very low levels, mostly to estimate the risk for heart and vessels. High values may go with smoking, weight, metabolism or inflammation somewhere. Colds and injuries raise it, so it is repeated after recovering.',
    },
    procalcitonin: {
      name: 'Procalcitonin (PCT)',
      official: 'Procalcitonin',
      text: 'A protein that rises with severe bacterial infection; hospitals follow infection and antibiotics by it. High values occur with bacterial infection, sepsis, large surgery or injury; with low ones a severe bacterial infection is less likely. Weak kidneys raise it.',
      ask: 'soon',
    },
    'rheumatoid-factor': {
      name: 'Rheumatoid factor (RF)',
      official: 'Rheumatoid factor',
      text: 'An antibody against the body itself, tested with swollen joints. Positive occurs with rheumatoid arthritis, Sjögren’s syndrome, long infections, hepatitis, and in some healthy older people; negative does not rule arthritis out. Complaints and anti-CCP antibodies are read with it.',
    },
    'antistreptolysin-o': {
      name: 'Streptococcal antibody (ASO)',
      official: 'Antistreptolysin O',
      text: 'An antibody made after an infection with streptococci, which tells of the past weeks. High values mean that one, such as a sore throat, is likely to have been; it is tested when rheumatic fever or kidney inflammation is suspected. Its course tells more than one value, and it falls over months.',
    },
    'immunoglobulin-e': {
      name: 'Immunoglobulin E (total IgE)',
      official: 'Total IgE',
      text: 'All antibodies that take part in allergy. High values are common with hay fever, asthma, eczema or parasites; low ones usually carry no meaning. The total does not tell to what, and some allergic people have little.',
    },
    'immunoglobulin-g': {
      name: 'Immunoglobulin G (IgG)',
      official: 'IgG',
      text: 'The most common antibody, which protects the longest. High values occur with long infections, liver, autoimmune or blood disease; low ones may go with too few antibodies made, protein lost by the kidneys or some drugs, and with repeated infections.',
    },
    'immunoglobulin-a': {
      name: 'Immunoglobulin A (IgA)',
      official: 'IgA',
      text: 'The antibody that protects airways and gut. High values occur with liver disease, long infections or autoimmune disease; low ones are inborn in some people, mostly without complaints. It is read with IgG and IgM.',
    },
    'immunoglobulin-m': {
      name: 'Immunoglobulin M (IgM)',
      official: 'IgM',
      text: 'The antibody made first against a new germ. High values occur with recent infections, liver disease or some blood disorders; low ones may go with too few antibodies made. It is read with IgG and IgA.',
    },
    'complement-c3': {
      name: 'Complement C3',
      text: 'A protein that helps antibodies. Low values occur with lupus, some kidney inflammation or severe infection, as it is used up; high ones are common with inflammation. It is mostly used to follow autoimmune disease.',
    },
    'complement-c4': {
      name: 'Complement C4',
      text: 'A protein that helps antibodies together with C3. Low values occur with lupus, liver disease or inherited swelling attacks; high ones are common with inflammation. It is read with C3 and complaints.',
    },
    'nt-probnp': {
      name: 'Heart strain marker (NT-proBNP)',
      official: 'NT-proBNP',
      text: 'A substance that a stretched heart releases; it helps to tell whether short breath or swollen feet come from the heart. High values occur with heart failure and atrial fibrillation, and rise with age and weak kidneys; with low ones heart failure is less likely, though overweight lowers it. Too short of breath to lie flat needs care at once.',
      ask: 'soon',
    },
    bnp: {
      name: 'Heart strain marker (BNP)',
      official: 'BNP',
      text: 'A substance that a stretched heart releases; it helps to tell whether short breath or swollen feet come from the heart. High values occur with heart failure and atrial fibrillation, and rise with age and weak kidneys; overweight lowers it. Sacubitril with valsartan raises BNP, so NT-proBNP is read instead.',
      ask: 'soon',
    },
    'troponin-i': {
      name: 'Troponin I',
      text: 'A protein that heart muscle releases when it is hurt; with chest pain it shows whether there is a heart attack. High values occur with heart attacks and inflamed heart muscle, and with kidney disease, severe infection or extreme exercise; it is repeated after hours. Chest pressure with cold sweat: call 119 at once.',
      ask: 'soon',
    },
    'troponin-i-high-sensitivity': {
      name: 'High-sensitivity troponin I',
      text: 'Very small amounts of a heart muscle protein, which show injury earlier in chest pain. High values occur with heart attacks and inflamed heart muscle, and with kidney disease, heart failure, severe infection or extreme exercise; the change within hours counts more than one value. Chest pressure with cold sweat: call 119 at once.',
      ask: 'soon',
    },
    'troponin-t': {
      name: 'Troponin T',
      text: 'A protein that heart muscle releases when it is hurt; with chest pain it shows whether there is a heart attack. High values also occur with kidney disease, heart failure, severe infection or muscle disease; it is repeated after hours. Chest pressure with cold sweat: call 119 at once.',
      ask: 'soon',
    },
    'ck-mb': {
      name: 'Heart muscle enzyme (CK-MB)',
      official: 'CK-MB',
      text: 'An enzyme mostly of heart muscle, which shows whether it is hurt. High values occur with heart attacks and after heart surgery, and with severe injury of other muscles. Troponin is the main test today; both are read together.',
      ask: 'soon',
    },
    'lipoprotein-a': {
      name: 'Lipoprotein(a)',
      text: 'A blood fat that is almost wholly inherited and changes little in life, so one test is usually enough. High values raise the risk for heart and vessels; food and exercise hardly change it. With early heart disease in the family it is worth discussing.',
    },
    'apolipoprotein-b': {
      name: 'Apolipoprotein B (ApoB)',
      official: 'Apolipoprotein B',
      text: 'The protein on particles of bad cholesterol: it counts the particles. A high value means much the same as a high LDL; low ones occur with lipid drugs or poor nutrition. It is more reliable when triglycerides are high.',
    },
    'apolipoprotein-a1': {
      name: 'Apolipoprotein A1 (ApoA1)',
      official: 'Apolipoprotein A-I',
      text: 'The main protein of good cholesterol (HDL); higher is usually better. Low values may go with smoking, little exercise, diabetes or inheritance. It is mostly read with ApoB.',
    },
    prealbumin: {
      name: 'Prealbumin',
      text: 'A protein that lives only days and reflects recent nutrition. Low values may go with eating too little, inflammation or liver disease; high ones with kidney disease or steroids. Inflammation lowers it, so CRP is read with it.',
    },
  },
);
