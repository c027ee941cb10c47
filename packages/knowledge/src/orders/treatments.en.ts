import { orderGroups } from './order-groups.js';

export const treatments = orderGroups(
  { ask: 'care-team', from: ['medlineplus-encyclopedia', 'nhi-fee-schedule'], written: '2026-11-30' },
  {
    radioimmunoassay: {
      name: 'Blood test (radioimmunoassay)',
      text: 'Measures hormones, antibodies or tumor markers of the blood with a trace of radioactivity in the test tube; the body meets no radiation. Mostly no fasting is needed, as the order’s sheet says.',
      ask: 'ordering-physician',
      from: ['medlineplus-tests', 'nhi-fee-schedule'],
    },
    nuclear: {
      name: 'Nuclear medicine test',
      text: 'A little radioactive drug is injected or drunk, and a camera or counter shows how an organ works. Mention pregnancy and nursing; drink much and empty the bladder often afterwards, and hold no children or pregnant women close that day.',
      ask: 'ordering-physician',
      from: ['medlineplus-tests', 'nhi-fee-schedule'],
    },
    'hormone-challenge': {
      name: 'Challenge test of hormones or metabolism',
      text: 'Blood is drawn, something is drunk, taken or injected, or there is exercise, and blood is drawn again several times to see how the body responds. It mostly means fasting and some hours on site; tell the nurse at once when feeling unwell.',
      ask: 'ordering-physician',
      from: ['medlineplus-tests', 'nhi-fee-schedule'],
    },
    puncture: {
      name: 'Puncture',
      text: 'Fluid or a little tissue is drawn by a needle, to test it or to take pressure away. The skin is cleaned and numbed; the spot is pressed afterwards, and tell the staff about bleeding, fever or more pain.',
    },
    radiotherapy: {
      name: 'Radiotherapy',
      text: 'Radiation on a tumor, or measuring and planning before it. Each session takes minutes without pain; do not scratch the skin or put own creams on it, and tell the clinic about tiredness or trouble swallowing.',
    },
    injection: {
      name: 'Injection',
      text: 'A drug given by a needle, into a vein, a joint or elsewhere. Rest on site for a while; tell the staff at once about a rash, short breath or a swollen face.',
    },
    'physical-therapy': {
      name: 'Physical therapy',
      text: 'A physical therapist helps joints, muscles and walking by exercise, electricity, heat or hands. Wear loose clothes; say at once when it hurts more, with dizziness or a racing heart, and do the exercises at home too.',
    },
    'occupational-therapy': {
      name: 'Occupational therapy',
      text: 'An occupational therapist trains hands and daily life, such as eating and dressing, by activities and aids. Tell the therapist what is hardest at home, and set goals together.',
    },
    'speech-therapy': {
      name: 'Speech therapy',
      text: 'A speech therapist trains speaking, communication or swallowing. It works best when the family learns it and practices at home; mention choking on food.',
    },
    'psychiatric-treatment': {
      name: 'Psychiatric treatment and psychotherapy',
      text: 'Assessment, talks, psychotherapy, groups or other treatment by a psychiatric team. What is said is kept confidential; when feeling very low or thinking of self-harm, call the line 1925 or go to an emergency room.',
    },
    'wound-care': {
      name: 'Wound care',
      text: 'Cleaning, sewing or dressing a wound, changing dressings or taking out stitches. Keep it dry and change dressings when told; come back with redness, swelling, heat, pus or fever.',
    },
    'rectal-treatment': {
      name: 'Treatment of anus and bowel',
      text: 'Treatment of piles, abscess, fistula or bowel, some of it by endoscope. Drink much and eat vegetables to avoid hard stool; heavy bleeding, fever or strong belly pain need care at once.',
    },
    'urinary-treatment': {
      name: 'Treatment of the urinary tract',
      text: 'Treatment of urethra, bladder, kidney drains or genitals, such as placing or changing a tube. Drink much afterwards; fever, no urine or much blood need care at once.',
    },
    'skin-treatment': {
      name: 'Treatment of the skin',
      text: 'Biopsy, opening an abscess, burning, freezing, light and others on the skin. Keep it clean and out of the sun; come back with redness, swelling, heat or pus.',
    },
    traction: {
      name: 'Traction',
      text: 'Weights pull slowly, so that bones, joints or the spine relax or align. Say at once when it gets numb, hurts more or breathing is hard, and leave the weights as they are.',
    },
    'eye-treatment': {
      name: 'Treatment of the eye',
      text: 'Taking out something, cleaning, injection, tear ducts and others of the eye. Do not rub it and use drops as told; suddenly worse sight, strong pain or much discharge need care at once.',
    },
    'ear-nose-throat-treatment': {
      name: 'Treatment of ear, nose and throat',
      text: 'Clearing ear wax, nosebleeds, taking out something, local treatment and others. It may feel uncomfortable afterwards; come back with bleeding that goes on, fever or vertigo.',
    },
    'gynecological-treatment': {
      name: 'Gynecological and obstetric treatment',
      text: 'Treatment of cervix, vagina or in pregnancy. A little bleeding afterwards is common; bleeding like a period, fever or strong pain need care at once.',
    },
    'breathing-treatment': {
      name: 'Breathing treatment',
      text: 'Oxygen, mist, ventilators or chest therapy help to breathe and to bring up phlegm. At home, know what to do when power fails; more short breath or blue lips: call 119.',
    },
    dialysis: {
      name: 'Dialysis and cleaning of the blood',
      text: 'When the kidneys are too weak, a machine or the lining of the belly removes waste and spare water. Take no blood pressure and carry no weight on the arm with the fistula; tell the center at once about redness, fever, short breath or a fistula that no longer hums.',
      from: ['niddk', 'nhi-fee-schedule'],
      orders: { '58001C': 'Hemodialysis (inpatient)' },
    },
    hyperbaric: {
      name: 'Hyperbaric oxygen',
      text: 'Pure oxygen is breathed under pressure in a chamber, for wounds, carbon monoxide and others. Take no lighter or electronics inside, equalize the ears and tell the staff when they hurt; mention a cold.',
    },
    'eye-laser': {
      name: 'Eye laser',
      text: 'A laser treats the retina, glaucoma, clouding after cataract surgery and others. Drops widen or numb the eye, so do not drive that day; many floating spots, flashes or a smaller field need care at once.',
    },
    'blood-product': {
      name: 'Blood products',
      text: 'Parts of blood that are given, such as red cells, platelets or plasma, counted by unit. Name and group are checked again and again; tell the staff at once about shivering, fever, rash or short breath.',
    },
    transfusion: {
      name: 'Transfusion and stem cell transplant',
      text: 'Giving or drawing blood, or a transplant of bone marrow or stem cells. Nurses take temperature and pressure often; tell them at once about shivering, fever, rash or short breath.',
    },
    cast: {
      name: 'Cast and splint',
      text: 'Plaster or a splint holds a hurt limb or the body still, so that bone or joint heals. Keep it raised against swelling; numb, blue or cold fingers or toes, or more pain, need care at once.',
    },
    anesthesia: {
      name: 'Anesthesia',
      text: 'It takes pain away or brings sleep during surgery or a test, counted by method and time. Fast before general anesthesia, and tell the anesthetist about allergies, drugs, dentures and earlier anesthesia; dizziness and nausea afterwards are common.',
    },
  },
);
