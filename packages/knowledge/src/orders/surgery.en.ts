import { orderGroups } from './order-groups.js';

export const surgery = orderGroups(
  { ask: 'care-team', from: ['medlineplus-encyclopedia', 'nhi-fee-schedule'], written: '2026-11-30' },
  {
    'skin-surgery': {
      name: 'Surgery of the skin',
      text: 'Taking out a lump of or under the skin, grafts, flaps and others. Keep it dry and change dressings when told; come back with redness, heat, pus or bleeding. If tissue was sent to the pathologist, come for the report.',
    },
    'breast-surgery': {
      name: 'Breast surgery',
      text: 'Taking out a lump, tissue or the breast. Move the arm and care for drains as taught; tell the physician about redness, fever or a swollen arm, and come for the pathology report.',
    },
    'bone-surgery': {
      name: 'Surgery of bones, joints and muscles',
      text: 'Fixing fractures, surgery of joints and tendons, amputation, taking out plates and others. The physician tells when weight and walking are allowed; tell the staff at once about more swelling or pain, numbness, fever or a painful swollen calf.',
    },
    'nose-surgery': {
      name: 'Surgery of nose and sinuses',
      text: 'Surgery of the nose, sinuses or the space behind. Do not blow hard, lift or drink very hot afterwards, and rinse as told; heavy nosebleeds, fever or changes of sight need care at once.',
    },
    'throat-surgery': {
      name: 'Surgery of voice box, windpipe and neck',
      text: 'Surgery of the voice box, vocal cords, uvula, windpipe, neck and others. Rest the voice as told and eat soft, cool food; hard breathing, coughing blood or fever need care at once.',
    },
    'chest-surgery': {
      name: 'Surgery of the chest',
      text: 'Surgery or drains of lungs, pleura, chest wall or windpipe. Practice deep breathing and coughing afterwards; tell the staff at once about sudden short breath, chest pain, fever or a drain that slips.',
    },
    'heart-surgery': {
      name: 'Surgery of the heart',
      text: 'Surgery of the heart, valves, coronary arteries or a pacemaker. Move, take pressure and weight as planned; tell the physician at once about chest pressure, short breath, a racing heart, redness or fever.',
    },
    'vessel-surgery': {
      name: 'Surgery of vessels',
      text: 'Surgery of arteries, veins or fistulas, such as removing a clot, a bypass or varicose veins. A cold, discolored or very painful limb or bleeding needs care at once. Move the ankles and wear stockings as told.',
    },
    'spleen-lymph-surgery': {
      name: 'Surgery of spleen, lymph nodes, mediastinum or diaphragm',
      text: 'Surgery of the spleen, lymph nodes, the middle of the chest or the diaphragm. Without a spleen infections can be severe, so ask about vaccines; fever needs care at once.',
    },
    'mouth-gullet-surgery': {
      name: 'Surgery of mouth, salivary glands, throat and gullet',
      text: 'Surgery of the mouth, tongue, salivary glands, tonsils or gullet. Rinse and eat soft or liquid food as told; bleeding, not being able to swallow, fever or hard breathing need care at once.',
    },
    'stomach-surgery': {
      name: 'Surgery of stomach and duodenum',
      text: 'Removing, sewing, opening or bypassing stomach or duodenum. Eat small meals and chew well; vomiting blood, black stool, strong pain or fever need care at once, and nutrition and vitamin B12 are followed.',
    },
    'bowel-surgery': {
      name: 'Surgery of the bowel',
      text: 'Removing or joining bowel, making a stoma, freeing adhesions and others. Eat again step by step as told; tell the staff at once about a swollen painful belly, vomiting, no wind or fever, and a stoma nurse helps with a stoma.',
    },
    'appendix-rectum-surgery': {
      name: 'Surgery of appendix, rectum and anus',
      text: 'Surgery of the appendix, rectum, piles, fistula and others. Drink much, sit in warm water and avoid hard stool; heavy bleeding, fever or no urine need care at once.',
    },
    'liver-belly-surgery': {
      name: 'Surgery of liver, bile ducts, pancreas and belly wall',
      text: 'Surgery of liver, gallbladder, bile ducts, pancreas, hernia or the belly. Care for drains and lift nothing heavy; yellow skin, fever, strong pain or pus need care at once.',
    },
    'kidney-surgery': {
      name: 'Surgery of kidney and ureter',
      text: 'Removing, taking out stones, draining or rebuilding kidney or ureter. Drink much; fever, flank pain, little urine or much blood need care at once, and remember the day when a stent comes out.',
    },
    'bladder-male-surgery': {
      name: 'Surgery of bladder, urethra and male organs',
      text: 'Surgery of bladder, urethra, penis, testicles, seminal ducts or prostate. Drink much and avoid strain and cycling; no urine, much blood, fever or strong pain need care at once.',
    },
    'female-surgery': {
      name: 'Surgery of female organs',
      text: 'Surgery of vulva, vagina, cervix, womb, tubes or ovaries. The physician tells how long to avoid lifting, baths and intercourse; heavy bleeding, fever, smelly discharge or strong pain need care at once.',
    },
    birth: {
      name: 'Birth and obstetric surgery',
      text: 'Birth, cesarean section, and surgery or treatment in pregnancy. Tell the staff or seek care at once for more bleeding, fever, a painful swollen calf, headache with blurred sight or very low mood afterwards.',
      orders: { '97934C': 'Vaginal birth after a cesarean section' },
    },
    'endocrine-surgery': {
      name: 'Surgery of thyroid, parathyroid and adrenal glands',
      text: 'Surgery of thyroid, parathyroid or neck lymph nodes, or of adrenal glands. Tell the physician about a hoarse voice or tingling hands or lips; a swelling neck or hard breathing needs care at once.',
    },
    'nerve-surgery': {
      name: 'Surgery of brain, spine and nerves',
      text: 'Surgery of the brain, skull, spine, discs or nerves. Tell the staff or seek care at once for worse headache, vomiting, sleepiness, weak limbs, losing urine or stool, or fever.',
    },
    'ear-surgery': {
      name: 'Surgery of the ear',
      text: 'Surgery of ear, eardrum, mastoid or inner ear. Keep water out and do not blow the nose hard; strong vertigo, a crooked face, pus or fever need care at once.',
    },
    'eye-surgery': {
      name: 'Surgery of the eye',
      text: 'Surgery of eyeball, cornea, cataract, glaucoma, retina, eye muscles, lids or tear ducts. Do not rub, keep dirty water out, use drops and shield as told; worse sight, strong pain, redness or many floating spots need care at once.',
      orders: { '97608C': 'Cataract surgery with lens implant (one eye, outpatient)' },
    },
    'child-surgery': {
      name: 'Surgery in children',
      text: 'Surgery of infants and children or of inborn disorders, such as hernia, bowel, navel or hemangioma. Parents can ask when feeding and bathing are allowed; fever, vomiting, a swollen belly or redness need care at once.',
    },
  },
);
