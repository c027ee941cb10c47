import { analyteEntries } from './analyte-entries.js';

/** Complete blood count, differential count, reticulocytes, sedimentation. */
export const bloodCount = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests'], written: '2026-11-30' },
  {
    leukocytes: {
      name: 'White blood cells (WBC)',
      official: 'Leukocytes',
      text: 'This shows how many cells that fight infection are in the blood. High counts often occur with infection, inflammation, stress, smoking or steroids; low counts occur with viral infections, some drugs or a bone marrow that makes fewer. Exercise and pregnancy raise them; no fasting is needed.',
    },
    erythrocytes: {
      name: 'Red blood cells (RBC)',
      official: 'Erythrocytes',
      text: 'This shows how many cells that carry oxygen are in the blood. Low counts often occur with blood loss, lack of iron, kidney disease or chronic illness; high counts occur with too little fluid, smoking or a long lack of oxygen. With thalassemia there may be many but small cells, so it is read together with hemoglobin.',
    },
    hemoglobin: {
      name: 'Hemoglobin (Hb)',
      official: 'Hemoglobin',
      text: 'This is the protein in red blood cells that carries oxygen; anemia is judged mainly by it. Low values may cause tiredness, shortness of breath and dizziness, and occur with blood loss, lack of iron or vitamins, kidney disease or thalassemia; high values occur with too little fluid, smoking or living high up. How much a person drank changes it a little.',
    },
    hematocrit: {
      name: 'Hematocrit (Hct)',
      official: 'Hematocrit',
      text: 'This is the share of the blood’s volume that red blood cells take up; it moves together with hemoglobin. Low values occur with anemia; high values occur with too little fluid, smoking or too many red cells. Dehydration and recent infusions change it.',
    },
    mcv: {
      name: 'Average size of red cells (MCV)',
      official: 'MCV',
      text: 'This is the average size of one red blood cell, which helps to distinguish the causes of anemia. Small cells are common with lack of iron or thalassemia; large cells are common with lack of vitamin B12 or folate, alcohol, liver disease or some drugs. If the sample stands for long, the cells swell.',
    },
    mch: {
      name: 'Hemoglobin per red cell (MCH)',
      official: 'MCH',
      text: 'This shows how much hemoglobin one red blood cell contains on average. Low values are common with lack of iron or thalassemia, high values with anemia of large cells. It usually moves with MCV and is read together with hemoglobin.',
    },
    mchc: {
      name: 'Hemoglobin concentration in red cells (MCHC)',
      official: 'MCHC',
      text: 'This shows how concentrated hemoglobin is inside the red blood cells. Low values may occur with lack of iron; high values are rare, sometimes inherited, and often come from a damaged sample, very fatty blood or clumping cells. It is read together with the other counts.',
    },
    platelets: {
      name: 'Platelets (PLT)',
      official: 'Platelets',
      text: 'This shows how many platelets there are, the small cells that help to stop bleeding. With low counts, bruises or bleeding occur more easily; low counts may come from viral infections, liver disease, some drugs or the immune system, high counts from inflammation, lack of iron or surgery. Clumps in the sample can make the count look low; a new sample shows whether that is the reason.',
      ask: 'soon',
    },
    'rdw-cv': {
      name: 'Variation in red cell size (RDW-CV)',
      official: 'RDW-CV',
      text: 'This shows how much the red blood cells differ in size. High values are common with lack of iron or vitamins and while anemia recovers; low values usually mean nothing in particular. It is read together with MCV and hemoglobin.',
    },
    'rdw-sd': {
      name: 'Variation in red cell size (RDW-SD)',
      official: 'RDW-SD',
      text: 'This is another measure of how much red blood cells differ in size, given as a volume. High values may occur with lack of iron, vitamin B12 or folate, or follow a transfusion. It depends on the average size, so it is read together with MCV.',
    },
    mpv: {
      name: 'Average size of platelets (MPV)',
      official: 'MPV',
      text: 'This is the average size of platelets. A large size may mean that many are new, a small size that fewer are made. It changes while a sample stands, and matters mainly when the platelet count has changed.',
    },
    'neutrophils-percent': {
      name: 'Neutrophils, share',
      official: 'Neutrophils %',
      text: 'This is the share of white blood cells that mainly fight bacteria. High shares are common with bacterial infection, inflammation, stress or steroids; low shares are common with viral infections or some drugs. Read it together with the total count, because only the number shows whether there are enough.',
    },
    'segmented-neutrophils-percent': {
      name: 'Mature neutrophils, share',
      official: 'Segmented neutrophils %',
      text: 'This is the share of neutrophils that are mature, with a nucleus in segments. High shares are common with bacterial infection, inflammation, stress or steroids; low shares are common with viral infections or some drugs. It is read together with the total count.',
    },
    'band-neutrophils-percent': {
      name: 'Young neutrophils, share (bands)',
      official: 'Band neutrophils %',
      text: 'This is the share of neutrophils that have just left the bone marrow. More of them are common while the body fights an acute infection or inflammation. They are counted by eye under the microscope, so small changes mean little.',
    },
    'lymphocytes-percent': {
      name: 'Lymphocytes, share',
      official: 'Lymphocytes %',
      text: 'This is the share of white blood cells that fight viruses and remember germs. High shares are common with viral infections; low shares are common with stress, steroids, or when other white cells increase. Children have a higher share than adults.',
    },
    'monocytes-percent': {
      name: 'Monocytes, share',
      official: 'Monocytes %',
      text: 'This is the share of white blood cells that swallow germs and old cells. High shares occur while recovering from an infection, with chronic inflammation or some blood disorders; low shares occur with steroids or acute stress. Small changes are common.',
    },
    'eosinophils-percent': {
      name: 'Eosinophils, share',
      official: 'Eosinophils %',
      text: 'This is the share of white blood cells that play a part in allergy and in fighting parasites. High shares are common with hay fever, asthma, eczema, allergy to a drug or parasites; low shares are common with stress or steroids. Tell a physician about a rise with a rash after a new drug.',
    },
    'basophils-percent': {
      name: 'Basophils, share',
      official: 'Basophils %',
      text: 'These are the rarest white blood cells, which take part in allergic reactions. High shares occur with allergy, an underactive thyroid or some blood disorders; low shares usually mean nothing in particular. As there are so few, the share jumps easily.',
    },
    'variant-lymphocytes-percent': {
      name: 'Atypical lymphocytes, share',
      official: 'Variant lymphocytes %',
      text: 'This is the share of lymphocytes that grew large because something stimulated them. More of them are common with viral infections such as mononucleosis, and with reactions to drugs. They usually become fewer after the infection; a second count can show it.',
    },
    'metamyelocytes-percent': {
      name: 'Metamyelocytes, share',
      official: 'Metamyelocytes %',
      text: 'These are young white blood cells that usually stay in the bone marrow. In the blood they occur with strong infections, in pregnancy, after injections that raise white cells, or with disorders of the marrow. They are read together with the other white cells, and often counted again.',
      ask: 'soon',
    },
    'myelocytes-percent': {
      name: 'Myelocytes, share',
      official: 'Myelocytes %',
      text: 'These are white blood cells still younger than metamyelocytes, which usually stay in the bone marrow. In the blood they occur with strong infections, after injections that raise white cells, or with disorders of the marrow. Physicians often count again and look at a smear.',
      ask: 'soon',
    },
    'promyelocytes-percent': {
      name: 'Promyelocytes, share',
      official: 'Promyelocytes %',
      text: 'These are very young white blood cells, usually only in the bone marrow. In the blood they may mean that the marrow is strongly stimulated, or has a disorder of its own. A physician should see this result soon.',
      ask: 'soon',
    },
    'blasts-percent': {
      name: 'Blasts, share',
      official: 'Blasts %',
      text: 'These are the youngest blood cells, usually only in the bone marrow. In the blood they may occur with diseases of marrow or blood, or appear for a short time after injections that raise white cells. A specialist in blood diseases should see this result soon.',
      ask: 'soon',
    },
    'nucleated-erythrocytes': {
      name: 'Nucleated red cells',
      official: 'Nucleated erythrocytes per 100 leukocytes',
      text: 'These are young red blood cells that still have a nucleus; in adults they usually stay in the bone marrow. They occur with severe anemia, lack of oxygen, heavy bleeding or disorders of the marrow; in newborns some are common. They raise the white cell count, so laboratories correct it.',
      ask: 'soon',
    },
    'neutrophils-absolute': {
      name: 'Neutrophils, number (ANC)',
      official: 'Neutrophils',
      text: 'This is the actual number of neutrophils, which fight bacteria. Low numbers make infections more likely and may occur with viral infections, chemotherapy or some drugs; high numbers occur with bacterial infection, inflammation or steroids. See a physician the same day if there is a fever with a very low number.',
      ask: 'soon',
    },
    'lymphocytes-absolute': {
      name: 'Lymphocytes, number',
      official: 'Lymphocytes',
      text: 'This is the actual number of lymphocytes. High numbers are common with viral infections, and are followed up when they persist; low numbers occur with stress, steroids, some infections or a weaker immune system. Children have more than adults.',
    },
    'monocytes-absolute': {
      name: 'Monocytes, number',
      official: 'Monocytes',
      text: 'This is the actual number of monocytes. High numbers occur while recovering from an infection, with chronic inflammation or some blood disorders; low numbers occur with steroids or acute stress. One small change is common; physicians look for the cause of a lasting rise.',
    },
    'eosinophils-absolute': {
      name: 'Eosinophils, number',
      official: 'Eosinophils',
      text: 'This is the actual number of eosinophils. High numbers are common with allergy, asthma, eczema, reactions to drugs or parasites; low numbers are common with stress or steroids. When they are very high or keep rising, the physician looks for the cause.',
    },
    'basophils-absolute': {
      name: 'Basophils, number',
      official: 'Basophils',
      text: 'This is the actual number of basophils, of which there are few. High numbers occur with allergy, an underactive thyroid or some blood disorders; low numbers usually mean nothing in particular. As there are so few, the count is inexact.',
    },
    'reticulocytes-percent': {
      name: 'New red cells, share (reticulocytes)',
      official: 'Reticulocytes %',
      text: 'This is the share of red blood cells that were just made, which shows how fast the bone marrow works. With anemia, a high share means that the marrow is replacing cells, as after bleeding or iron treatment; a low one, that material is lacking or the marrow is slow. It is read together with hemoglobin.',
    },
    'sedimentation-rate': {
      name: 'Sedimentation rate (ESR)',
      official: 'Erythrocyte sedimentation rate',
      text: 'This shows how far red blood cells sink in a tube within an hour, which is a rough sign of inflammation. High values occur with infection, arthritis, anemia and pregnancy, and rise with age; low values usually mean nothing in particular. It does not show where the inflammation is, so other tests are done with it.',
    },
  },
);
