import { analyteEntries } from './analyte-entries.js';

/** Clotting, iron, vitamins, inflammation, antibodies, heart. */
export const coagulationAndIron = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests'], written: '2026-11-30' },
  {
    'prothrombin-time': {
      name: 'Clotting time PT',
      official: 'Prothrombin time',
      text: 'This shows how many seconds blood takes to clot, and so whether there are enough clotting factors from the liver and how warfarin works. Long times occur with anticoagulants, liver disease or lack of vitamin K; short times usually mean nothing in particular. The seconds differ between laboratories, so the INR is used for comparison.',
      ask: 'soon',
    },
    inr: {
      name: 'Clotting value (INR)',
      official: 'INR',
      text: 'This is the clotting time as a number that can be compared everywhere, usually used to adjust warfarin. High values make bleeding more likely, and low values may mean that the drug works too little; the physician sets the goal. Green vegetables, antibiotics, herbs and colds change it; bleeding that does not stop or black stool needs care at once.',
      ask: 'soon',
    },
    aptt: {
      name: 'Clotting time aPTT',
      official: 'aPTT',
      text: 'This shows how many seconds another path of clotting takes; it is common before surgery and with heparin. Long times occur with heparin, missing clotting factors, liver disease or some antibodies; short times usually mean nothing in particular. A difficult blood draw or too little blood changes it.',
      ask: 'soon',
    },
    fibrinogen: {
      name: 'Fibrinogen',
      text: 'This is the protein that forms the net of a clot. Low values may occur with liver disease, heavy bleeding or rare inherited disorders; high values are common with inflammation, pregnancy or smoking. Because it rises with inflammation, it says little about clotting by itself.',
      ask: 'soon',
    },
    'd-dimer': {
      name: 'D-dimer',
      text: 'These are fragments left when a clot dissolves; the test helps to rule out clots in veins. High values occur with clots, and often with age, pregnancy, inflammation or infection and after surgery; with low values a clot is less likely. A swollen, painful leg, sudden shortness of breath or chest pain needs care at once.',
      ask: 'soon',
    },
    iron: {
      name: 'Iron in blood',
      official: 'Iron',
      text: 'This is the iron that the blood is carrying. Low values are common with lack of iron or inflammation; high values are common with iron tablets, transfusions, liver disease or inherited overload. It changes a lot within a day and after iron tablets, so it is read together with ferritin and best drawn fasting in the morning.',
    },
    'iron-binding-capacity': {
      name: 'Iron-binding capacity (TIBC)',
      official: 'TIBC',
      text: 'This shows how much iron the blood could carry. High values are common with lack of iron; low values are common with inflammation, liver disease, poor nutrition or too much iron. It is read together with iron and ferritin.',
    },
    'iron-binding-capacity-unsaturated': {
      name: 'Free iron-binding capacity (UIBC)',
      official: 'UIBC',
      text: 'This shows how much more iron the blood could carry. High values are common with lack of iron; low values are common with inflammation or too much iron. Together with the iron it makes up the total capacity.',
    },
    'transferrin-saturation': {
      name: 'Transferrin saturation',
      text: 'This shows what percentage of the iron carriers carry iron. Low values are common with lack of iron or inflammation; high values are common with iron tablets, liver disease or iron overload. For people on dialysis, it is used together with ferritin to decide on iron treatment.',
    },
    ferritin: {
      name: 'Ferritin',
      text: 'This shows how much iron the body has stored. Low values mean that stores are small, which is a reliable sign of a lack of iron; high values occur with inflammation, liver disease, metabolic syndrome, many transfusions or iron overload. Inflammation raises it and may hide a lack.',
    },
    transferrin: {
      name: 'Transferrin',
      text: 'This is the protein that carries iron in the blood. High values are common with lack of iron or in pregnancy; low values are common with inflammation, liver disease, poor nutrition or protein lost by the kidneys. It is read together with iron and ferritin.',
    },
    'vitamin-b12': {
      name: 'Vitamin B12',
      text: 'This is a vitamin that blood and nerves need. Low values may occur after years of a vegan diet, with little stomach acid in old age, after stomach surgery, or with long use of metformin or stomach drugs, and may cause anemia or numbness; high values usually occur with supplements, rarely with liver or blood disease. Supplements raise it, so mention them before the blood draw.',
    },
    folate: {
      name: 'Folate',
      text: 'This is a vitamin that blood and unborn children need. Low values may occur with few vegetables, alcohol, pregnancy or some drugs; high values usually occur with supplements. Food just before the blood draw changes it, so fasting is better, and it is read together with vitamin B12.',
    },
    homocysteine: {
      name: 'Homocysteine',
      text: 'This is a substance formed when protein is broken down. High values may occur with lack of vitamin B12, B6 or folate, weak kidneys, an underactive thyroid or inheritance; low values usually mean nothing in particular. The value looks high if the sample stands for long; fasting is better.',
    },
    crp: {
      name: 'C-reactive protein (CRP)',
      official: 'C-reactive protein',
      text: 'This is a protein that the liver makes quickly with inflammation. High values are common with infection, injury or arthritis and after surgery; low values mean little inflammation. It does not show where the inflammation is; whether it rises or falls over days is most useful.',
      ask: 'soon',
    },
    'crp-high-sensitivity': {
      name: 'High-sensitivity CRP',
      official: 'hs-CRP',
      text: 'This is CRP measured at very low levels, usually to estimate the risk for the heart and blood vessels. High values may occur with smoking, overweight, metabolic disorders or inflammation somewhere. Colds and injuries raise it, so it is repeated after recovering.',
    },
    procalcitonin: {
      name: 'Procalcitonin (PCT)',
      official: 'Procalcitonin',
      text: 'This is a protein that rises with severe bacterial infection; hospitals use it to monitor infection and antibiotics. High values occur with bacterial infection, sepsis, large surgery or injury; with low values a severe bacterial infection is less likely. Weak kidneys raise it.',
      ask: 'soon',
    },
    'rheumatoid-factor': {
      name: 'Rheumatoid factor (RF)',
      official: 'Rheumatoid factor',
      text: 'This is an antibody against the body itself, tested when joints are swollen. A positive result occurs with rheumatoid arthritis, Sjögren’s syndrome, chronic infections, hepatitis, and in some healthy older people; a negative one does not rule arthritis out. It is read together with symptoms and anti-CCP antibodies.',
    },
    'antistreptolysin-o': {
      name: 'Streptococcal antibody (ASO)',
      official: 'Antistreptolysin O',
      text: 'This is an antibody made after an infection with streptococci, which reflects the past weeks. High values mean that such an infection, for example a sore throat, has probably occurred; it is tested when rheumatic fever or kidney inflammation is suspected. How it changes says more than a single value, and it falls over months.',
    },
    'immunoglobulin-e': {
      name: 'Immunoglobulin E (total IgE)',
      official: 'Total IgE',
      text: 'This is the total of all antibodies that play a part in allergy. High values are common with hay fever, asthma, eczema or parasites; low values usually mean nothing in particular. The total does not show what the allergy is to, and some allergic people have a low value.',
    },
    'immunoglobulin-g': {
      name: 'Immunoglobulin G (IgG)',
      official: 'IgG',
      text: 'This is the most common antibody, which protects the longest. High values occur with chronic infections, liver, autoimmune or blood disease; low values may occur when too few antibodies are made or protein is lost by the kidneys, or with some drugs, and infections may then keep coming back.',
    },
    'immunoglobulin-a': {
      name: 'Immunoglobulin A (IgA)',
      official: 'IgA',
      text: 'This is the antibody that protects airways and gut. High values occur with liver disease, chronic infections or autoimmune disease; low values are inborn in some people, usually without symptoms. It is read together with IgG and IgM.',
    },
    'immunoglobulin-m': {
      name: 'Immunoglobulin M (IgM)',
      official: 'IgM',
      text: 'This is the antibody made first against a new germ. High values occur with recent infections, liver disease or some blood disorders; low values may occur when too few antibodies are made. It is read together with IgG and IgA.',
    },
    'complement-c3': {
      name: 'Complement C3',
      text: 'This is a protein that helps antibodies. Low values occur with lupus, some kinds of kidney inflammation or severe infection, because it is used up; high values are common with inflammation. It is usually used to monitor autoimmune disease.',
    },
    'complement-c4': {
      name: 'Complement C4',
      text: 'This is a protein that helps antibodies together with C3. Low values occur with lupus, liver disease or inherited swelling attacks; high values are common with inflammation. It is read together with C3 and symptoms.',
    },
    'nt-probnp': {
      name: 'Heart strain marker (NT-proBNP)',
      official: 'NT-proBNP',
      text: 'This is a substance that a stretched heart releases; it helps to show whether shortness of breath or swollen feet come from the heart. High values occur with heart failure and atrial fibrillation, and rise with age and weak kidneys; with low values heart failure is less likely, though overweight lowers it. If a person is too short of breath to lie flat, get care at once.',
      ask: 'soon',
    },
    bnp: {
      name: 'Heart strain marker (BNP)',
      official: 'BNP',
      text: 'This is a substance that a stretched heart releases; it helps to show whether shortness of breath or swollen feet come from the heart. High values occur with heart failure and atrial fibrillation, and rise with age and weak kidneys; overweight lowers it. Sacubitril with valsartan raises BNP, so NT-proBNP is read instead.',
      ask: 'soon',
    },
    'troponin-i': {
      name: 'Troponin I',
      text: 'This is a protein that heart muscle releases when it is damaged; when there is chest pain, it shows whether it is a heart attack. High values occur with heart attacks and inflamed heart muscle, and with kidney disease, severe infection or extreme exercise; it is repeated after hours. For chest pressure with cold sweat, call 119 at once.',
      ask: 'soon',
    },
    'troponin-i-high-sensitivity': {
      name: 'High-sensitivity troponin I',
      text: 'These are very small amounts of a heart muscle protein, which show damage earlier when there is chest pain. High values occur with heart attacks and inflamed heart muscle, and with kidney disease, heart failure, severe infection or extreme exercise; the change within hours counts more than one value. For chest pressure with cold sweat, call 119 at once.',
      ask: 'soon',
    },
    'troponin-t': {
      name: 'Troponin T',
      text: 'This is a protein that heart muscle releases when it is damaged; when there is chest pain, it shows whether it is a heart attack. High values also occur with kidney disease, heart failure, severe infection or muscle disease; it is repeated after hours. For chest pressure with cold sweat, call 119 at once.',
      ask: 'soon',
    },
    'ck-mb': {
      name: 'Heart muscle enzyme (CK-MB)',
      official: 'CK-MB',
      text: 'This is an enzyme found mainly in heart muscle, which shows whether the muscle is damaged. High values occur with heart attacks and after heart surgery, and with severe injury of other muscles. Troponin is the main test today; both are read together.',
      ask: 'soon',
    },
    'lipoprotein-a': {
      name: 'Lipoprotein(a)',
      text: 'This is a blood fat that is almost wholly inherited and changes little in life, so one test is usually enough. High values raise the risk for heart and vessels; food and exercise hardly change it. If heart disease occurred early in the family, discuss this with a physician.',
    },
    'apolipoprotein-b': {
      name: 'Apolipoprotein B (ApoB)',
      official: 'Apolipoprotein B',
      text: 'This is the protein on the particles of bad cholesterol; it shows how many particles there are. A high value means much the same as a high LDL; low values occur with lipid drugs or poor nutrition. It is more reliable when triglycerides are high.',
    },
    'apolipoprotein-a1': {
      name: 'Apolipoprotein A1 (ApoA1)',
      official: 'Apolipoprotein A-I',
      text: 'This is the main protein of good cholesterol (HDL); higher is usually better. Low values may occur with smoking, little exercise, diabetes or inheritance. It is usually read together with ApoB.',
    },
    prealbumin: {
      name: 'Prealbumin',
      text: 'This is a protein that lasts only days and reflects recent nutrition. Low values may occur with eating too little, inflammation or liver disease; high values may occur with kidney disease or steroids. Inflammation lowers it, so it is read together with CRP.',
    },
  },
);
