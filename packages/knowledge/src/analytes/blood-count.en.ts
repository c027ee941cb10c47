import { analyteEntries } from './analyte-entries.js';

/** Complete blood count, differential count, reticulocytes, sedimentation. */
export const bloodCount = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests'], written: '2026-11-30' },
  {
    leukocytes: {
      name: 'White blood cells (WBC)',
      official: 'Leukocytes',
      text: 'How many cells that fight infection are in the blood. High counts often go with infection, inflammation, stress, smoking or steroids; low ones with viral infections, some drugs or a bone marrow that makes fewer. Exercise and pregnancy raise them; no fasting is needed.',
    },
    erythrocytes: {
      name: 'Red blood cells (RBC)',
      official: 'Erythrocytes',
      text: 'How many cells that carry oxygen are in the blood. Low counts often go with blood loss, lack of iron, kidney disease or long illness; high ones with too little fluid, smoking or a long lack of oxygen. With thalassemia there may be many but small cells, so it is read together with hemoglobin.',
    },
    hemoglobin: {
      name: 'Hemoglobin (Hb)',
      official: 'Hemoglobin',
      text: 'The protein in red blood cells that carries oxygen; anemia is judged mainly by it. Low values may bring tiredness, short breath and dizziness, and go with blood loss, lack of iron or vitamins, kidney disease or thalassemia; high ones with too little fluid, smoking or living high up. How much one drank shifts it a little.',
    },
    hematocrit: {
      name: 'Hematocrit (Hct)',
      official: 'Hematocrit',
      text: 'The share of the blood’s volume that red blood cells take up; it moves together with hemoglobin. Low values go with anemia; high ones with too little fluid, smoking or too many red cells. Dehydration and recent drips change it.',
    },
    mcv: {
      name: 'Average size of red cells (MCV)',
      official: 'MCV',
      text: 'The average size of one red blood cell, which helps to tell causes of anemia apart. Small cells are common with lack of iron or thalassemia; large ones with lack of vitamin B12 or folate, alcohol, liver disease or some drugs. A sample that waited long makes the cells swell.',
    },
    mch: {
      name: 'Hemoglobin per red cell (MCH)',
      official: 'MCH',
      text: 'How much hemoglobin one red blood cell holds on average. Low values are common with lack of iron or thalassemia, high ones with anemia of large cells. It usually moves with MCV and is read together with hemoglobin.',
    },
    mchc: {
      name: 'Hemoglobin concentration in red cells (MCHC)',
      official: 'MCHC',
      text: 'How concentrated hemoglobin is inside the red blood cells. Low values may go with lack of iron; high ones are rare, sometimes inherited, and often come from a damaged sample, very fatty blood or clumping cells. It is read together with the other counts.',
    },
    platelets: {
      name: 'Platelets (PLT)',
      official: 'Platelets',
      text: 'How many of the small cells that help to stop bleeding there are. Low counts bring bruises or bleeding more easily and may go with viral infections, liver disease, some drugs or the immune system; high ones with inflammation, lack of iron or after surgery. Clumps in the sample make the count look low, which a new sample tells.',
      ask: 'soon',
    },
    'rdw-cv': {
      name: 'Variation in red cell size (RDW-CV)',
      official: 'RDW-CV',
      text: 'How much the red blood cells differ in size. High values are common with lack of iron or vitamins and while anemia recovers; low ones usually carry no meaning. It is read together with MCV and hemoglobin.',
    },
    'rdw-sd': {
      name: 'Variation in red cell size (RDW-SD)',
      official: 'RDW-SD',
      text: 'Another way to tell how much red blood cells differ in size, as a volume. High values may go with lack of iron, vitamin B12 or folate, or follow a transfusion. It depends on the average size, so it is read with MCV.',
    },
    mpv: {
      name: 'Average size of platelets (MPV)',
      official: 'MPV',
      text: 'The average size of platelets. Large ones may mean that many are new, small ones that fewer are made. It changes while a sample waits, and matters mostly when the platelet count has changed.',
    },
    'neutrophils-percent': {
      name: 'Neutrophils, share',
      official: 'Neutrophils %',
      text: 'The share of white blood cells that mainly fight bacteria. High shares are common with bacterial infection, inflammation, stress or steroids; low ones with viral infections or some drugs. Read it with the total count: only the number tells whether there are enough.',
    },
    'segmented-neutrophils-percent': {
      name: 'Mature neutrophils, share',
      official: 'Segmented neutrophils %',
      text: 'The share of neutrophils that are fully grown, their nucleus in segments. High shares are common with bacterial infection, inflammation, stress or steroids; low ones with viral infections or some drugs. It is read with the total count.',
    },
    'band-neutrophils-percent': {
      name: 'Young neutrophils, share (bands)',
      official: 'Band neutrophils %',
      text: 'The share of neutrophils that have just left the bone marrow. More of them are common while the body fights an acute infection or inflammation. They are told apart by eye, so small changes mean little.',
    },
    'lymphocytes-percent': {
      name: 'Lymphocytes, share',
      official: 'Lymphocytes %',
      text: 'The share of white blood cells that fight viruses and remember germs. High shares are common with viral infections; low ones with stress, steroids, or when other white cells increase. Children have a higher share than adults.',
    },
    'monocytes-percent': {
      name: 'Monocytes, share',
      official: 'Monocytes %',
      text: 'The share of white blood cells that swallow germs and old cells. High shares occur while recovering from an infection, with long inflammation or some blood disorders; low ones with steroids or acute stress. Small changes are common.',
    },
    'eosinophils-percent': {
      name: 'Eosinophils, share',
      official: 'Eosinophils %',
      text: 'The share of white blood cells that take part in allergy and against parasites. High shares are common with hay fever, asthma, eczema, allergy to a drug or parasites; low ones with stress or steroids. A rise with a rash after a new drug is worth telling a physician.',
    },
    'basophils-percent': {
      name: 'Basophils, share',
      official: 'Basophils %',
      text: 'The rarest white blood cells, which take part in allergic reactions. High shares occur with allergy, an underactive thyroid or some blood disorders; low ones usually carry no meaning. As there are so few, the share jumps easily.',
    },
    'variant-lymphocytes-percent': {
      name: 'Atypical lymphocytes, share',
      official: 'Variant lymphocytes %',
      text: 'The share of lymphocytes that grew large because something stirred them. More of them are common with viral infections such as mononucleosis, and with reactions to drugs. They usually become fewer after the infection; a second count can show it.',
    },
    'metamyelocytes-percent': {
      name: 'Metamyelocytes, share',
      official: 'Metamyelocytes %',
      text: 'Young white blood cells that usually stay in the bone marrow. In the blood they occur with strong infections, in pregnancy, after injections that raise white cells, or with disorders of the marrow. They are read with the other white cells, and often counted again.',
      ask: 'soon',
    },
    'myelocytes-percent': {
      name: 'Myelocytes, share',
      official: 'Myelocytes %',
      text: 'White blood cells still younger than metamyelocytes, which usually stay in the bone marrow. In the blood they occur with strong infections, after injections that raise white cells, or with disorders of the marrow. Physicians often count again and look at a smear.',
      ask: 'soon',
    },
    'promyelocytes-percent': {
      name: 'Promyelocytes, share',
      official: 'Promyelocytes %',
      text: 'Very young white blood cells, usually only in the bone marrow. In the blood they may mean that the marrow is strongly stirred, or has a disorder of its own. A physician should see this result soon.',
      ask: 'soon',
    },
    'blasts-percent': {
      name: 'Blasts, share',
      official: 'Blasts %',
      text: 'The youngest blood cells, usually only in the bone marrow. In the blood they may go with diseases of marrow or blood, or appear for a short time after injections that raise white cells. A physician for blood diseases should see this result soon.',
      ask: 'soon',
    },
    'nucleated-erythrocytes': {
      name: 'Nucleated red cells',
      official: 'Nucleated erythrocytes per 100 leukocytes',
      text: 'Young red blood cells that still hold a nucleus; in adults they usually stay in the bone marrow. They occur with severe anemia, lack of oxygen, large bleeding or disorders of the marrow; in newborns some are common. They raise the white cell count, for which laboratories correct.',
      ask: 'soon',
    },
    'neutrophils-absolute': {
      name: 'Neutrophils, number (ANC)',
      official: 'Neutrophils',
      text: 'The actual number of neutrophils: how much there is against bacteria. Low numbers make infections easier and may go with viral infections, chemotherapy or some drugs; high ones with bacterial infection, inflammation or steroids. A very low number with fever should be seen by a physician the same day.',
      ask: 'soon',
    },
    'lymphocytes-absolute': {
      name: 'Lymphocytes, number',
      official: 'Lymphocytes',
      text: 'The actual number of lymphocytes. High numbers are common with viral infections, and are followed up when they stay; low ones occur with stress, steroids, some infections or a weaker immune system. Children have more than adults.',
    },
    'monocytes-absolute': {
      name: 'Monocytes, number',
      official: 'Monocytes',
      text: 'The actual number of monocytes. High numbers occur while recovering from an infection, with long inflammation or some blood disorders; low ones with steroids or acute stress. One small change is common; a lasting rise is looked into.',
    },
    'eosinophils-absolute': {
      name: 'Eosinophils, number',
      official: 'Eosinophils',
      text: 'The actual number of eosinophils. High numbers are common with allergy, asthma, eczema, reactions to drugs or parasites; low ones with stress or steroids. When they are very high or keep rising, the physician looks for the cause.',
    },
    'basophils-absolute': {
      name: 'Basophils, number',
      official: 'Basophils',
      text: 'The actual number of basophils, of which there are few. High numbers occur with allergy, an underactive thyroid or some blood disorders; low ones usually carry no meaning. As there are so few, the count is inexact.',
    },
    'reticulocytes-percent': {
      name: 'New red cells, share (reticulocytes)',
      official: 'Reticulocytes %',
      text: 'The share of red blood cells that were just made, which shows how fast the bone marrow works. With anemia, high shares mean that the marrow makes up for it, as after bleeding or iron; low ones that material is lacking or the marrow is slow. It is read with hemoglobin.',
    },
    'sedimentation-rate': {
      name: 'Sedimentation rate (ESR)',
      official: 'Erythrocyte sedimentation rate',
      text: 'How far red blood cells sink in a tube within an hour: a rough sign of inflammation. High values occur with infection, arthritis, anemia and pregnancy, and rise with age; low ones usually carry no meaning. It does not tell where, so other tests go with it.',
    },
  },
);
