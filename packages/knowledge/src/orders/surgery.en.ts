import { orderGroups } from './order-groups.js';

export const surgery = orderGroups(
  { ask: 'care-team', from: ['medlineplus-encyclopedia', 'nhi-fee-schedule'], written: '2026-11-30' },
  {
    'skin-surgery': {
      name: 'Surgery of the skin',
      text: 'This covers taking out a lump in or under the skin, grafts, flaps and other operations. Keep the wound dry and change dressings as instructed; come back if there is redness, heat, pus or bleeding. If tissue was sent to the pathologist, come for the report.',
    },
    'breast-surgery': {
      name: 'Breast surgery',
      text: 'A lump, tissue or the breast is taken out. Move the arm and care for drains as taught; tell the physician about redness, fever or a swollen arm, and come for the pathology report.',
    },
    'bone-surgery': {
      name: 'Surgery of bones, joints and muscles',
      text: 'This covers fixing fractures, surgery of joints and tendons, amputation, taking out plates and other operations. The physician says when to walk and put weight on it; tell the staff at once about more swelling or pain, numbness, fever or a painful swollen calf.',
    },
    'nose-surgery': {
      name: 'Surgery of nose and sinuses',
      text: 'This is surgery of the nose, the sinuses or the space behind the nose. Do not blow your nose hard, lift heavy things or drink anything very hot afterwards, and rinse as instructed; heavy nosebleeds, fever or changes of vision need care at once.',
    },
    'throat-surgery': {
      name: 'Surgery of voice box, windpipe and neck',
      text: 'This is surgery of the voice box, vocal cords, uvula, windpipe, neck or nearby parts. Rest the voice as instructed and eat soft, cool food; trouble breathing, coughing blood or fever needs care at once.',
    },
    'chest-surgery': {
      name: 'Surgery of the chest',
      text: 'This is surgery or drainage of the lungs, pleura, chest wall or windpipe. Practice deep breathing and coughing afterwards; tell the staff at once about sudden shortness of breath, chest pain, fever or a drain that slips.',
    },
    'heart-surgery': {
      name: 'Surgery of the heart',
      text: 'This is surgery of the heart, its valves, the coronary arteries or a pacemaker. Exercise and take blood pressure and weight as planned; tell the physician at once about chest pressure, shortness of breath, a racing heart, redness or fever.',
    },
    'vessel-surgery': {
      name: 'Surgery of vessels',
      text: 'This is surgery of arteries, veins or fistulas, such as removing a clot, making a bypass or treating varicose veins. A cold, discolored or very painful limb or bleeding needs care at once. Move the ankles and wear compression stockings as instructed.',
    },
    'spleen-lymph-surgery': {
      name: 'Surgery of spleen, lymph nodes, mediastinum or diaphragm',
      text: 'This is surgery of the spleen, the lymph nodes, the middle of the chest or the diaphragm. Without a spleen, infections can be severe, so ask about vaccines; fever needs care at once.',
    },
    'mouth-gullet-surgery': {
      name: 'Surgery of mouth, salivary glands, throat and esophagus',
      text: 'This is surgery of the mouth, tongue, salivary glands, tonsils or esophagus. Rinse and eat soft or liquid food as instructed; bleeding, fever, and trouble swallowing or breathing need care at once.',
    },
    'stomach-surgery': {
      name: 'Surgery of stomach and duodenum',
      text: 'The stomach or duodenum is removed, stitched, opened or bypassed. Eat small meals and chew well; vomiting blood, black stool, strong pain or fever needs care at once, and nutrition and vitamin B12 are monitored.',
    },
    'bowel-surgery': {
      name: 'Surgery of the bowel',
      text: 'Bowel is removed or joined, a stoma is made, adhesions are freed, or the like. Start eating again step by step as instructed; tell the staff at once about a swollen painful belly, vomiting, fever or passing no wind. A stoma nurse helps with a stoma.',
    },
    'appendix-rectum-surgery': {
      name: 'Surgery of appendix, rectum and anus',
      text: 'This is surgery of the appendix, rectum, piles, a fistula or nearby parts. Drink plenty, sit in warm water and avoid hard stool; heavy bleeding, fever or passing no urine needs care at once.',
    },
    'liver-belly-surgery': {
      name: 'Surgery of liver, bile ducts, pancreas and belly wall',
      text: 'This is surgery of the liver, gallbladder, bile ducts, pancreas, a hernia or the belly. Care for drains as taught and lift nothing heavy; yellow skin, fever, strong pain or pus needs care at once.',
    },
    'kidney-surgery': {
      name: 'Surgery of kidney and ureter',
      text: 'A kidney or ureter is removed, drained or rebuilt, or stones are taken out of it. Drink plenty; fever, flank pain, little urine or much blood needs care at once. Remember the day when a stent is to be taken out.',
    },
    'bladder-male-surgery': {
      name: 'Surgery of bladder, urethra and male organs',
      text: 'This is surgery of the bladder, urethra, penis, testicles, seminal ducts or prostate. Drink plenty and avoid strain and cycling; no urine, much blood, fever or strong pain needs care at once.',
    },
    'female-surgery': {
      name: 'Surgery of female organs',
      text: 'This is surgery of the vulva, vagina, cervix, uterus, tubes or ovaries. The physician says how long to avoid lifting, baths and intercourse; heavy bleeding, fever, smelly discharge or strong pain needs care at once.',
    },
    birth: {
      name: 'Birth and obstetric surgery',
      text: 'This covers birth, cesarean section, and surgery or treatment in pregnancy. Tell the staff or seek care at once for more bleeding, fever, a painful swollen calf, headache with blurred vision or very low mood afterwards.',
      orders: { '97934C': 'Vaginal birth after a cesarean section' },
    },
    'endocrine-surgery': {
      name: 'Surgery of thyroid, parathyroid and adrenal glands',
      text: 'This is surgery of the thyroid, the parathyroid glands or lymph nodes of the neck, or of the adrenal glands. Tell the physician about a hoarse voice or tingling hands or lips; a swelling neck or trouble breathing needs care at once.',
    },
    'nerve-surgery': {
      name: 'Surgery of brain, spine and nerves',
      text: 'This is surgery of the brain, skull, spine, discs or nerves. Tell the staff or seek care at once for a worse headache, vomiting, sleepiness, weak limbs, leakage of urine or stool, or fever.',
    },
    'ear-surgery': {
      name: 'Surgery of the ear',
      text: 'This is surgery of the ear, eardrum, mastoid or inner ear. Keep water out and do not blow the nose hard; strong vertigo, a crooked face, pus or fever needs care at once.',
    },
    'eye-surgery': {
      name: 'Surgery of the eye',
      text: 'This is surgery of the eyeball, cornea, retina, eye muscles, lids or tear ducts, or for cataract or glaucoma. Do not rub the eye, keep dirty water out, and use drops and the shield as instructed; worse vision, strong pain, redness or many floating spots need care at once.',
      orders: { '97608C': 'Cataract surgery with lens implant (one eye, outpatient)' },
    },
    'child-surgery': {
      name: 'Surgery in children',
      text: 'This is surgery of infants and children or of inborn disorders, for example of a hernia, the bowel, the navel or a hemangioma. Parents can ask when feeding and bathing are allowed; fever, vomiting, a swollen belly or redness needs care at once.',
    },
  },
);
