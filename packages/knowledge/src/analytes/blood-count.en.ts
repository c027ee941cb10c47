import { analyteEntries } from './analyte-entries.js';

/** Complete blood count, differential count, reticulocytes and sedimentation rate. */
export const bloodCount = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests'], written: '2026-11-30' },
  {
    leukocytes: {
      name: 'White blood cells (WBC)',
      official: 'Leukocytes',
      text: 'This is the number of white blood cells, which fight infection. High counts are often due to infection, inflammation, stress, smoking or steroid use; low counts can result from viral infections, some drugs or reduced production in the bone marrow. Recent exercise and pregnancy also raise the count. No fasting is needed before the blood draw.',
    },
    erythrocytes: {
      name: 'Red blood cells (RBC)',
      official: 'Erythrocytes',
      text: 'This is the number of red blood cells, which carry oxygen. Low counts often result from blood loss, iron deficiency, kidney disease or chronic illness; high counts can result from dehydration, smoking or a long-term lack of oxygen. In people with thalassemia, the count may not be low even though the cells are small, so it is interpreted along with hemoglobin.',
    },
    hemoglobin: {
      name: 'Hemoglobin (Hb)',
      official: 'Hemoglobin',
      text: 'This protein in red blood cells carries oxygen; its level is the main sign of whether a person has anemia. Low values may cause tiredness, shortness of breath and dizziness, and can result from blood loss, a lack of iron or vitamins, kidney disease or thalassemia. High values can result from dehydration, smoking, or living at high altitude. Fluid intake affects the value slightly.',
    },
    hematocrit: {
      name: 'Hematocrit (Hct)',
      official: 'Hematocrit',
      text: 'This is the percentage of the blood’s volume that consists of red blood cells; it usually rises and falls with hemoglobin. Low values are often due to anemia; high values can result from dehydration, smoking or too many red blood cells. Dehydration and recent intravenous fluids affect the result.',
    },
    mcv: {
      name: 'Average red cell size (MCV)',
      official: 'MCV',
      text: 'This is the average size of the red blood cells; it helps doctors tell one cause of anemia from another. Small cells are common in people with iron deficiency or thalassemia; large cells can result from a lack of vitamin B12 or folate, alcohol, liver disease or some drugs. If the blood sample is left standing for too long, the cells swell.',
    },
    mch: {
      name: 'Hemoglobin per red cell (MCH)',
      official: 'MCH',
      text: 'This is the average amount of hemoglobin in a red blood cell. Low values are common in people with iron deficiency or thalassemia; high values are common in types of anemia in which the red cells are large. The value usually changes along with MCV and is interpreted together with hemoglobin.',
    },
    mchc: {
      name: 'Hemoglobin concentration in red cells (MCHC)',
      official: 'MCHC',
      text: 'This is the concentration of hemoglobin inside the red blood cells. Low values can result from iron deficiency. High values are rare; they can result from a few inherited disorders of the red cells, and are often due to cells that burst or clump in the sample or to high blood fats. If only this value is slightly high or low, it is interpreted along with the other blood cell results.',
    },
    platelets: {
      name: 'Platelets (PLT)',
      official: 'Platelets',
      text: 'This is the number of platelets, the small cells that help to stop bleeding. People with low counts bruise or bleed more easily. Low counts can result from viral infections, liver disease, some drugs or immune disorders, and high counts often follow inflammation, iron deficiency or surgery. If platelets clump in the sample, the count can look low; testing a new sample shows whether that is the reason.',
      ask: 'soon',
    },
    'rdw-cv': {
      name: 'Red cell size variation (RDW-CV)',
      official: 'RDW-CV',
      text: 'This shows how much the red blood cells vary in size. High values are common in people who lack iron or vitamins, and during recovery from anemia; low values are usually not a concern. The result is interpreted along with MCV and hemoglobin.',
    },
    'rdw-sd': {
      name: 'Red cell size variation (RDW-SD)',
      official: 'RDW-SD',
      text: 'This is another measure of how much the red blood cells vary in size, expressed as a volume. High values can result from a lack of iron, vitamin B12 or folate, and can also follow a transfusion. The value depends on the average size of the cells, so it is interpreted along with MCV.',
    },
    mpv: {
      name: 'Average platelet size (MPV)',
      official: 'MPV',
      text: 'This is the average size of the platelets. High values can mean that many of the platelets are new; low values can mean that the bone marrow is making fewer platelets. The value changes if the sample is left standing, so it usually matters only when the platelet count is high or low.',
    },
    'neutrophils-percent': {
      name: 'Neutrophils, share',
      official: 'Neutrophils %',
      text: 'This is the percentage of white blood cells that are neutrophils, which mainly fight bacteria. High percentages are common with bacterial infections, inflammation, stress or steroid use; low percentages can result from viral infections or some drugs. The result is interpreted along with the total white blood cell count, because only the actual number of neutrophils shows whether there are enough.',
    },
    'segmented-neutrophils-percent': {
      name: 'Mature neutrophils, share',
      official: 'Segmented neutrophils %',
      text: 'This is the percentage of white blood cells that are mature neutrophils, which have a segmented nucleus. High percentages are common with bacterial infections, inflammation, stress or steroid use; low percentages can result from viral infections or some drugs. The result is interpreted along with the total white blood cell count.',
    },
    'band-neutrophils-percent': {
      name: 'Young neutrophils, share (bands)',
      official: 'Band neutrophils %',
      text: 'This is the percentage of young neutrophils, which have just left the bone marrow and are not yet fully mature. The percentage often rises while the body fights an acute infection or inflammation. Laboratory staff count these cells by eye, and their counts can differ somewhat, so small changes mean little.',
    },
    'lymphocytes-percent': {
      name: 'Lymphocytes, share',
      official: 'Lymphocytes %',
      text: 'This is the percentage of white blood cells that are lymphocytes, which fight viruses and remember germs. High percentages are common with viral infections; low percentages can result from stress, steroid use or an increase in other white blood cells. The percentage is higher in children than in adults.',
    },
    'monocytes-percent': {
      name: 'Monocytes, share',
      official: 'Monocytes %',
      text: 'This is the percentage of white blood cells that are monocytes, which swallow germs and old cells. High percentages can occur during recovery from an infection and in people with chronic inflammation or some blood disorders; low percentages often result from steroids or acute stress. Small changes are common.',
    },
    'eosinophils-percent': {
      name: 'Eosinophils, share',
      official: 'Eosinophils %',
      text: 'This is the percentage of white blood cells that are eosinophils, which play a part in allergies and fight parasites. High percentages are common in people with hay fever, asthma, eczema, a drug allergy or parasites; low percentages usually result from stress or steroids. Tell a doctor if the value rises and a rash appears after you start a new drug.',
    },
    'basophils-percent': {
      name: 'Basophils, share',
      official: 'Basophils %',
      text: 'This is the percentage of white blood cells that are basophils, the rarest type of white cell; they take part in allergic reactions. High percentages can occur in people with allergies, an underactive thyroid or some blood disorders; low percentages are usually not a concern. Because there are so few of these cells, the percentage often varies from test to test.',
    },
    'variant-lymphocytes-percent': {
      name: 'Atypical lymphocytes, share',
      official: 'Variant lymphocytes %',
      text: 'This is the percentage of lymphocytes that have been stimulated and have become larger and changed shape. The percentage often rises during viral infections such as mononucleosis, and can also rise during a drug reaction. It usually falls gradually after the infection, which a second test can confirm.',
    },
    'metamyelocytes-percent': {
      name: 'Metamyelocytes, share',
      official: 'Metamyelocytes %',
      text: 'These immature white blood cells usually stay in the bone marrow. They can appear in the blood during severe infections, in pregnancy, after injections that raise the white blood cell count, or in disorders of the bone marrow. They are interpreted along with the other white blood cells, and the test is often repeated.',
      ask: 'soon',
    },
    'myelocytes-percent': {
      name: 'Myelocytes, share',
      official: 'Myelocytes %',
      text: 'These white blood cells are even less mature than metamyelocytes and usually stay in the bone marrow. They can appear in the blood during severe infections, after injections that raise the white blood cell count, or in disorders of the bone marrow. Doctors often repeat the test and examine a blood smear.',
      ask: 'soon',
    },
    'promyelocytes-percent': {
      name: 'Promyelocytes, share',
      official: 'Promyelocytes %',
      text: 'These very immature white blood cells are usually found only in the bone marrow. If they appear in the blood, the bone marrow may be under strong stimulation, or there may be a disorder of the marrow itself. A doctor should see this result promptly.',
      ask: 'soon',
    },
    'blasts-percent': {
      name: 'Blasts, share',
      official: 'Blasts %',
      text: 'These are the least mature blood cells, usually found only in the bone marrow. They can appear in the blood of people with a disease of the bone marrow or blood, or for a short time after injections that raise the white blood cell count. A blood specialist should see this result promptly.',
      ask: 'soon',
    },
    'nucleated-erythrocytes': {
      name: 'Nucleated red cells',
      official: 'Nucleated erythrocytes per 100 leukocytes',
      text: 'These are immature red blood cells that still have a nucleus; in adults they usually stay in the bone marrow. They can appear in the blood in cases of severe anemia, lack of oxygen, heavy bleeding or bone marrow disorders; a few are common in newborns. These cells make the white blood cell count look too high, so laboratories correct that count.',
      ask: 'soon',
    },
    'neutrophils-absolute': {
      name: 'Neutrophils, number (ANC)',
      official: 'Neutrophils',
      text: 'This is the actual number of neutrophils in the blood; these cells fight bacteria. Low numbers make infections more likely and can result from viral infections, chemotherapy or some drugs; high numbers are common with bacterial infections, inflammation or steroid use. If the number is very low and you have a fever, see a doctor the same day.',
      ask: 'soon',
    },
    'lymphocytes-absolute': {
      name: 'Lymphocytes, number',
      official: 'Lymphocytes',
      text: 'This is the actual number of lymphocytes in the blood. High numbers are common with viral infections, and doctors follow them up if they persist; low numbers can result from stress, steroids, some infections or a weakened immune system. The number is higher in children than in adults.',
    },
    'monocytes-absolute': {
      name: 'Monocytes, number',
      official: 'Monocytes',
      text: 'This is the actual number of monocytes in the blood. High numbers can occur during recovery from an infection and in people with chronic inflammation or some blood disorders; low numbers often result from steroids or acute stress. A single small change is common; if the number stays high, doctors look for the cause.',
    },
    'eosinophils-absolute': {
      name: 'Eosinophils, number',
      official: 'Eosinophils',
      text: 'This is the actual number of eosinophils in the blood. High numbers are common in people with allergies, asthma, eczema, drug reactions or parasites; low numbers usually result from stress or steroids. If the number is very high or keeps rising, the doctor looks for the cause.',
    },
    'basophils-absolute': {
      name: 'Basophils, number',
      official: 'Basophils',
      text: 'This is the actual number of basophils, a rare type of white blood cell. High numbers can occur in people with allergies, an underactive thyroid or some blood disorders; low numbers are usually not a concern. Because there are so few of these cells, the count is imprecise.',
    },
    'reticulocytes-percent': {
      name: 'New red cells, share (reticulocytes)',
      official: 'Reticulocytes %',
      text: 'This is the percentage of red blood cells that are newly made; it shows how fast the bone marrow is making blood. In people with anemia, a high percentage means that the marrow is replacing red cells, for example after bleeding or iron treatment. A low percentage can mean that the marrow does not have enough iron or vitamins to make blood, or is making blood more slowly. The result is interpreted along with hemoglobin.',
    },
    'sedimentation-rate': {
      name: 'Sedimentation rate (ESR)',
      official: 'Erythrocyte sedimentation rate',
      text: 'This shows how far red blood cells sink in a tube within an hour, which is a rough sign of inflammation. High values can result from infection, arthritis, anemia or pregnancy, and values rise with age; low values are usually not a concern. It does not show where the inflammation is, so it is used together with other tests.',
    },
  },
);
