import { orderGroups } from './order-groups.js';

export const surgery = orderGroups(
  { ask: 'care-team', from: ['medlineplus-encyclopedia', 'nhi-fee-schedule'], written: '2026-11-30' },
  {
    'skin-surgery': {
      name: 'Skin surgery',
      text: 'This includes removing a lump in or under the skin, and moving skin to cover a wound (grafts and flaps). Keep the wound dry and change dressings as instructed; return to the clinic if there is redness, heat, pain, pus or bleeding. If tissue was sent for testing, return to the clinic for the report.',
    },
    'breast-surgery': {
      name: 'Breast surgery',
      text: 'This is surgery to remove a lump, some tissue or the whole breast. Move your arm and care for the drains as you were shown; tell the doctor if you have redness or a fever or your arm swells, and return for the pathology report.',
    },
    'bone-surgery': {
      name: 'Bone, joint and muscle surgery',
      text: 'This includes the repair of fractures, surgery on joints and tendons, amputation, and the removal of plates and screws. The doctor decides when you may walk and put weight on the limb; tell the staff at once if swelling or pain gets worse, or if you have numbness, a fever or a painful, swollen calf.',
    },
    'nose-surgery': {
      name: 'Nose and sinus surgery',
      text: 'This is surgery on the nose, the sinuses or the space behind the nose. Afterward, do not blow your nose hard, lift heavy things or drink anything very hot, and rinse the nose as instructed. Get care at once if you have heavy nosebleeds or a fever, or if your vision changes.',
    },
    'throat-surgery': {
      name: 'Surgery on the voice box, windpipe and neck',
      text: 'This is surgery on the throat, vocal cords, uvula, windpipe or neck. Rest your voice as instructed and eat soft, cool food; get care at once if you have trouble breathing or a fever, or cough up blood.',
    },
    'chest-surgery': {
      name: 'Chest surgery',
      text: 'This is surgery on the lungs, the lining of the lungs, the chest wall or the windpipe, or drainage of the chest. Practice deep breathing and coughing afterward; tell the staff at once if you have sudden shortness of breath, chest pain or a fever, or if a drain comes out.',
    },
    'heart-surgery': {
      name: 'Heart surgery',
      text: 'This is surgery on the heart, the heart valves or the coronary arteries, or surgery to place a pacemaker. Exercise as your doctor has planned, and measure your blood pressure and weight. Tell the doctor at once if you have chest pressure, shortness of breath, a racing heart, a red or swollen wound, or a fever.',
    },
    'vessel-surgery': {
      name: 'Blood vessel surgery',
      text: 'This is surgery on arteries, veins or dialysis fistulas, for example to remove a blood clot, make a bypass or treat varicose veins. Move your ankles and wear compression stockings as instructed. Get care at once if there is bleeding or if a limb is cold, discolored or very painful.',
    },
    'spleen-lymph-surgery': {
      name: 'Surgery on the spleen, lymph nodes, mediastinum or diaphragm',
      text: 'This is surgery on the spleen, the lymph nodes, the middle of the chest or the diaphragm. People without a spleen can get severe infections, so ask the doctor about vaccines; get care at once if you have a fever.',
    },
    'mouth-gullet-surgery': {
      name: 'Surgery on the mouth, salivary glands, throat and esophagus',
      text: 'This is surgery on the mouth, tongue, salivary glands, tonsils or esophagus. Rinse your mouth and eat soft or liquid food as instructed; get care at once if you have bleeding, a fever or trouble breathing, or if you cannot swallow.',
    },
    'stomach-surgery': {
      name: 'Stomach and duodenum surgery',
      text: 'This is surgery to remove, stitch, open or bypass the stomach or duodenum. Eat small meals and chew well; nutrition and vitamin B12 are monitored over the long term. Get care at once if you vomit blood, or if you have black stools, severe pain or a fever.',
    },
    'bowel-surgery': {
      name: 'Bowel surgery',
      text: 'This includes removing or joining parts of the bowel, making a stoma and cutting adhesions. Start eating again step by step as instructed; tell the staff at once if your belly is swollen and painful, if you vomit or have a fever, or if you cannot pass gas. A stoma nurse can help people who have a stoma.',
    },
    'appendix-rectum-surgery': {
      name: 'Appendix, rectal and anal surgery',
      text: 'This is surgery on the appendix, the rectum, hemorrhoids or an anal fistula. Drink plenty of fluids, sit in warm water and avoid constipation; get care at once if you have heavy bleeding or a fever, or if you cannot pass urine.',
    },
    'liver-belly-surgery': {
      name: 'Surgery on the liver, bile ducts, pancreas and belly wall',
      text: 'This is surgery on the liver, gallbladder, bile ducts, pancreas or belly, or surgery for a hernia. Care for the drains as you were shown and do not lift heavy things; get care at once if your skin turns yellow or you have a fever, severe belly pain or pus.',
    },
    'kidney-surgery': {
      name: 'Kidney and ureter surgery',
      text: 'This is surgery to remove, drain or rebuild a kidney or ureter, or to take out stones. Drink plenty of fluids, and remember the date on which a stent is to be removed. Get care at once if you have a fever, pain in your side or a lot of blood in your urine, or if you pass little urine.',
    },
    'bladder-male-surgery': {
      name: 'Surgery on the bladder, urethra and male organs',
      text: 'This is surgery on the bladder, urethra, penis, testicles, sperm ducts or prostate. Drink plenty of fluids, and avoid straining and cycling. Get care at once if you cannot pass urine, or if you have a lot of blood in your urine, a fever or severe pain.',
    },
    'female-surgery': {
      name: 'Female organ surgery',
      text: 'This is surgery on the vulva, vagina, cervix, uterus, fallopian tubes or ovaries. The doctor decides how long you must avoid baths, sex and lifting heavy things; get care at once if you have heavy bleeding, a fever, foul-smelling discharge or severe pain.',
    },
    birth: {
      name: 'Birth and obstetric surgery',
      text: 'This includes vaginal birth, cesarean section, and surgery or treatment during pregnancy. Afterward, tell the staff or get care at once if you have heavier bleeding, a fever, a painful, swollen calf or a headache with blurred vision, or if you feel very down.',
      orders: { '97934C': 'Vaginal birth after a cesarean section' },
    },
    'endocrine-surgery': {
      name: 'Thyroid, parathyroid and adrenal surgery',
      text: 'This is surgery on the thyroid, the parathyroid glands, lymph nodes in the neck or the adrenal glands. Tell the doctor if your voice is hoarse or your hands, feet or lips tingle; get care at once if your neck swells or you have trouble breathing.',
    },
    'nerve-surgery': {
      name: 'Brain, spine and nerve surgery',
      text: 'This is surgery on the brain, skull, spine, discs or nerves. Tell the staff or get care at once if a headache gets worse, you vomit or are unusually sleepy, your limbs become weak, you lose control of your bladder or bowel, or you have a fever.',
    },
    'ear-surgery': {
      name: 'Ear surgery',
      text: 'This is surgery on the ear, eardrum, mastoid bone or inner ear. Keep water out of the ear and do not blow your nose hard; get care at once if you have severe vertigo, pus or a fever, or if one side of your face droops.',
    },
    'eye-surgery': {
      name: 'Eye surgery',
      text: 'This is surgery on the eyeball, cornea, retina, eye muscles, eyelids or tear ducts, or surgery for a cataract or glaucoma. Do not rub the eye, keep dirty water out of it, and use the drops and eye shield as instructed. Get care at once if your vision gets worse, or if you have severe pain, redness or many floaters.',
      orders: { '97608C': 'Cataract surgery with a lens implant (one eye, outpatient)' },
    },
    'child-surgery': {
      name: 'Pediatric surgery',
      text: 'This is surgery on infants and children, or surgery for conditions present from birth, such as a hernia, a hemangioma, or problems with the bowel or navel. Parents can ask when feeding and bathing are allowed; get care at once if the child vomits or has a fever, a swollen belly or a red wound.',
    },
  },
);
