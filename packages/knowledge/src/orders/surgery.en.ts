import { orderGroups } from './order-groups.js';

export const surgery = orderGroups(
  { ask: 'care-team', from: ['medlineplus-encyclopedia', 'nhi-fee-schedule'], written: '2026-11-30' },
  {
    'skin-surgery': {
      name: 'Surgery of the skin',
      text: 'This includes removing a lump in or under the skin, and grafts and flaps. Keep the wound dry and change dressings as instructed; go back for redness, heat, pain, pus or bleeding. If tissue was sent for testing, return for the report.',
    },
    'breast-surgery': {
      name: 'Breast surgery',
      text: 'A lump, some tissue or the whole breast is removed. Move the arm and care for drains as you were shown; tell the doctor about redness, fever or a swollen arm, and return for the pathology report.',
    },
    'bone-surgery': {
      name: 'Surgery of bones, joints and muscles',
      text: 'This includes repairing fractures, surgery on joints and tendons, amputation, and removing plates and screws. The doctor decides when you may walk and put weight on it; tell the staff at once about worse swelling or pain, numbness, fever, or a painful, swollen calf.',
    },
    'nose-surgery': {
      name: 'Surgery of nose and sinuses',
      text: 'This is surgery on the nose, the sinuses or the space behind the nose. Afterwards, do not blow your nose hard, lift heavy things or drink anything very hot, and rinse the nose as instructed; heavy nosebleeds, fever or changes in vision need care at once.',
    },
    'throat-surgery': {
      name: 'Surgery of voice box, windpipe and neck',
      text: 'This is surgery on the throat, vocal cords, uvula, windpipe or neck. Rest your voice as instructed and eat soft, cool food; trouble breathing, coughing up blood or fever needs care at once.',
    },
    'chest-surgery': {
      name: 'Surgery of the chest',
      text: 'This is surgery on or drainage of the lungs, their lining, the chest wall or the windpipe. Practice deep breathing and coughing afterwards; tell the staff at once about sudden shortness of breath, chest pain, fever or a drain that comes out.',
    },
    'heart-surgery': {
      name: 'Surgery of the heart',
      text: 'This is surgery on the heart, its valves or the coronary arteries, or to place a pacemaker. Exercise as planned and measure your blood pressure and weight; tell the doctor at once about chest pressure, shortness of breath, a racing heart, a red or swollen wound, or fever.',
    },
    'vessel-surgery': {
      name: 'Surgery of vessels',
      text: 'This is surgery on arteries, veins or dialysis fistulas, such as removing a clot, making a bypass or treating varicose veins. Move your ankles and wear compression stockings as instructed. Bleeding or a cold, discolored or very painful limb needs care at once.',
    },
    'spleen-lymph-surgery': {
      name: 'Surgery of spleen, lymph nodes, mediastinum or diaphragm',
      text: 'This is surgery on the spleen, the lymph nodes, the middle of the chest or the diaphragm. Infections can be severe in people without a spleen, so ask the doctor about vaccines; fever needs care at once.',
    },
    'mouth-gullet-surgery': {
      name: 'Surgery of mouth, salivary glands, throat and esophagus',
      text: 'This is surgery on the mouth, tongue, salivary glands, tonsils or esophagus. Rinse your mouth and eat soft or liquid food as instructed; bleeding, fever, being unable to swallow or trouble breathing needs care at once.',
    },
    'stomach-surgery': {
      name: 'Surgery of stomach and duodenum',
      text: 'The stomach or duodenum is removed, stitched, opened or bypassed. Eat small meals and chew well; nutrition and vitamin B12 are monitored over the long term. Vomiting blood, black stools, severe pain or fever needs care at once.',
    },
    'bowel-surgery': {
      name: 'Surgery of the bowel',
      text: 'This includes removing or joining parts of the bowel, making a stoma and freeing adhesions. Start eating again step by step as instructed; tell the staff at once about a swollen, painful belly, vomiting, fever or being unable to pass gas. A stoma nurse can help people who have a stoma.',
    },
    'appendix-rectum-surgery': {
      name: 'Surgery of appendix, rectum and anus',
      text: 'This is surgery on the appendix, rectum, hemorrhoids or an anal fistula. Drink plenty of fluids, sit in warm water and avoid constipation; heavy bleeding, fever or being unable to pass urine needs care at once.',
    },
    'liver-belly-surgery': {
      name: 'Surgery of liver, bile ducts, pancreas and belly wall',
      text: 'This is surgery on the liver, gallbladder, bile ducts, pancreas, a hernia or the belly. Care for drains as you were shown and do not lift heavy things; yellow skin, fever, severe belly pain or pus needs care at once.',
    },
    'kidney-surgery': {
      name: 'Surgery of kidney and ureter',
      text: 'A kidney or ureter is removed, drained or rebuilt, or stones are taken out. Drink plenty of fluids, and remember the date on which a stent is to be removed. Fever, pain in the side, passing little urine or a lot of blood in the urine needs care at once.',
    },
    'bladder-male-surgery': {
      name: 'Surgery of bladder, urethra and male organs',
      text: 'This is surgery on the bladder, urethra, penis, testicles, sperm ducts or prostate. Drink plenty of fluids, and avoid straining and cycling; being unable to pass urine, a lot of blood in the urine, fever or severe pain needs care at once.',
    },
    'female-surgery': {
      name: 'Surgery of female organs',
      text: 'This is surgery on the vulva, vagina, cervix, uterus, fallopian tubes or ovaries. The doctor decides how long to avoid lifting heavy things, baths and sex; heavy bleeding, fever, foul-smelling discharge or severe pain needs care at once.',
    },
    birth: {
      name: 'Birth and obstetric surgery',
      text: 'This includes vaginal birth, cesarean section, and surgery or treatment during pregnancy. Afterwards, tell the staff or get care at once for heavier bleeding, fever, a painful, swollen calf, headache with blurred vision, or very low mood.',
      orders: { '97934C': 'Vaginal birth after a cesarean section' },
    },
    'endocrine-surgery': {
      name: 'Surgery of thyroid, parathyroid and adrenal glands',
      text: 'This is surgery on the thyroid, the parathyroid glands, lymph nodes in the neck or the adrenal glands. Tell the doctor about a hoarse voice or tingling in the hands, feet or lips; swelling of the neck or trouble breathing needs care at once.',
    },
    'nerve-surgery': {
      name: 'Surgery of brain, spine and nerves',
      text: 'This is surgery on the brain, skull, spine, discs or nerves. Tell the staff or get care at once for a worse headache, vomiting, unusual sleepiness, weak limbs, loss of bladder or bowel control, or fever.',
    },
    'ear-surgery': {
      name: 'Surgery of the ear',
      text: 'This is surgery on the ear, eardrum, mastoid bone or inner ear. Keep water out of the ear and do not blow your nose hard; severe vertigo, a drooping face, pus or fever needs care at once.',
    },
    'eye-surgery': {
      name: 'Surgery of the eye',
      text: 'This is surgery on the eyeball, cornea, retina, eye muscles, eyelids or tear ducts, or for cataract or glaucoma. Do not rub the eye, keep dirty water out of it, and use the drops and eye shield as instructed; worse vision, severe pain, redness or many floaters need care at once.',
      orders: { '97608C': 'Cataract surgery with lens implant (one eye, outpatient)' },
    },
    'child-surgery': {
      name: 'Surgery in children',
      text: 'This is surgery on infants and children or for conditions present from birth, such as a hernia, a hemangioma, or problems of the bowel or navel. Parents can ask when feeding and bathing are allowed; fever, vomiting, a swollen belly or a red wound needs care at once.',
    },
  },
);
