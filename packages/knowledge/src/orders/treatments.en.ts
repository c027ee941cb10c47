import { orderGroups } from './order-groups.js';

export const treatments = orderGroups(
  { ask: 'care-team', from: ['medlineplus-encyclopedia', 'nhi-fee-schedule'], written: '2026-11-30' },
  {
    radioimmunoassay: {
      name: 'Blood test (radioimmunoassay)',
      text: 'This test measures hormones, antibodies or tumor markers in the blood with a trace of radioactivity in the test tube; the body receives no radiation. Usually no fasting is needed; follow the instruction sheet.',
      ask: 'ordering-physician',
      from: ['medlineplus-tests', 'nhi-fee-schedule'],
    },
    nuclear: {
      name: 'Nuclear medicine test',
      text: 'A little radioactive drug is injected or drunk, and a camera or counter shows how an organ works. Mention pregnancy and breastfeeding; drink plenty and empty the bladder often afterwards, and hold no children or pregnant women close that day.',
      ask: 'ordering-physician',
      from: ['medlineplus-tests', 'nhi-fee-schedule'],
    },
    'hormone-challenge': {
      name: 'Challenge test of hormones or metabolism',
      text: 'Blood is drawn; then there is something to drink, to take or to inject, or exercise, and blood is drawn again several times to see how the body responds. It usually means fasting and staying for some hours; tell the nurse at once when feeling unwell.',
      ask: 'ordering-physician',
      from: ['medlineplus-tests', 'nhi-fee-schedule'],
    },
    puncture: {
      name: 'Puncture',
      text: 'Fluid or a little tissue is drawn by a needle, to test it or to take pressure away. The skin is cleaned and numbed, and the spot is pressed afterwards; tell the staff about bleeding, fever or more pain.',
    },
    radiotherapy: {
      name: 'Radiotherapy',
      text: 'This is radiation directed at a tumor, or the measuring and planning before it. Each session takes minutes and does not hurt; do not scratch the skin or put your own creams on it, and tell the clinic about tiredness or trouble swallowing.',
    },
    injection: {
      name: 'Injection',
      text: 'A drug is given with a needle into a vein, a joint or elsewhere. Rest on site for a while afterwards; tell the staff at once about a rash, shortness of breath or a swollen face.',
    },
    'physical-therapy': {
      name: 'Physical therapy',
      text: 'A physical therapist helps joints, muscles and walking with exercise, electricity, heat or manual treatment. Wear loose clothes; say at once if it hurts more or if there is dizziness or a racing heart, and do the exercises at home too.',
    },
    'occupational-therapy': {
      name: 'Occupational therapy',
      text: 'An occupational therapist trains hands and daily life, such as eating and dressing, with activities and aids. Tell the therapist what is hardest at home, and set goals together.',
    },
    'speech-therapy': {
      name: 'Speech therapy',
      text: 'A speech therapist trains speaking, communication or swallowing. It works best when the family learns too and practices at home; mention it if food often goes down the wrong way.',
    },
    'psychiatric-treatment': {
      name: 'Psychiatric treatment and psychotherapy',
      text: 'A psychiatric team gives an assessment, talks, psychotherapy, groups or other treatment. What is said is kept confidential; when feeling very low or thinking of self-harm, call the 1925 hotline or go to an emergency room.',
    },
    'wound-care': {
      name: 'Wound care',
      text: 'A wound is cleaned, stitched or dressed, a dressing is changed or stitches are taken out. Keep the wound dry and change dressings as instructed; come back if there is redness, swelling, heat, pus or fever.',
    },
    'rectal-treatment': {
      name: 'Treatment of anus and bowel',
      text: 'Piles, an abscess, a fistula or the bowel is treated, sometimes with an endoscope. Drink plenty and eat vegetables to avoid hard stool; heavy bleeding, fever or strong belly pain need care at once.',
    },
    'urinary-treatment': {
      name: 'Treatment of the urinary tract',
      text: 'The urethra, bladder, a kidney drain or the genitals are treated, for example by placing or changing a tube. Drink plenty afterwards; fever, no urine or much blood needs care at once.',
    },
    'skin-treatment': {
      name: 'Treatment of the skin',
      text: 'The skin is treated, for example by a biopsy, opening an abscess, burning, freezing or light. Keep the place clean and out of the sun; come back if there is redness, swelling, heat or pus.',
    },
    traction: {
      name: 'Traction',
      text: 'Weights pull slowly, so that bones, joints or the spine relax or return to the right position. Say at once if it gets numb, hurts more or breathing is hard, and do not move the weights.',
    },
    'eye-treatment': {
      name: 'Treatment of the eye',
      text: 'The eye is treated, for example by taking out something, cleaning, an injection or care of the tear ducts. Do not rub it, and use drops as instructed; suddenly worse vision, strong pain or much discharge needs care at once.',
    },
    'ear-nose-throat-treatment': {
      name: 'Treatment of ear, nose and throat',
      text: 'This is care of the ear, nose or throat, such as removing ear wax or something stuck, stopping a nosebleed, or applying medicine. It may feel uncomfortable afterwards; come back if there is fever, vertigo or bleeding that does not stop.',
    },
    'gynecological-treatment': {
      name: 'Gynecological and obstetric treatment',
      text: 'The cervix or vagina is treated, or there is treatment in pregnancy. A little bleeding afterwards is common; bleeding like a period, fever or strong pain needs care at once.',
    },
    'breathing-treatment': {
      name: 'Breathing treatment',
      text: 'Oxygen, mist, ventilators or chest therapy help with breathing and bringing up phlegm. At home, know what to do when the power fails; if breathing gets harder or lips turn blue, call 119.',
    },
    dialysis: {
      name: 'Dialysis and cleaning of the blood',
      text: 'When the kidneys are too weak, a machine or the lining of the belly removes waste and excess water. Do not have blood pressure taken or carry weight on the arm with the fistula; tell the center at once about redness, fever, shortness of breath or a fistula that no longer hums.',
      from: ['niddk', 'nhi-fee-schedule'],
      orders: { '58001C': 'Hemodialysis (inpatient)' },
    },
    hyperbaric: {
      name: 'Hyperbaric oxygen',
      text: 'Pure oxygen is breathed under pressure in a chamber, for wounds, carbon monoxide poisoning and other reasons. Do not take a lighter or electronics inside, equalize the ears and tell the staff when they hurt; mention a cold.',
    },
    'eye-laser': {
      name: 'Eye laser',
      text: 'A laser treats the retina, glaucoma, clouding after cataract surgery or another problem. Drops widen the pupil or numb the eye, so do not drive that day; many floating spots, flashes or a smaller visual field need care at once.',
    },
    'blood-product': {
      name: 'Blood products',
      text: 'These are parts of blood that are given, such as red cells, platelets or plasma, counted by unit. Name and group are checked again and again; tell the staff at once about shivering, fever, rash or shortness of breath.',
    },
    transfusion: {
      name: 'Transfusion and stem cell transplant',
      text: 'Blood is given or drawn, or bone marrow or stem cells are transplanted. Nurses often take temperature and blood pressure; tell them at once about shivering, fever, rash or shortness of breath.',
    },
    cast: {
      name: 'Cast and splint',
      text: 'Plaster or a splint holds a hurt limb or the body still, so that bone or joint heals. Keep it raised to reduce swelling; numb, blue or cold fingers or toes, or more pain, need care at once.',
    },
    anesthesia: {
      name: 'Anesthesia',
      text: 'Anesthesia takes pain away or brings sleep during surgery or a test; it is counted by method and time. Fast before general anesthesia, and tell the anesthetist about allergies, drugs, dentures and earlier anesthesia; dizziness and nausea afterwards are common.',
    },
  },
);
