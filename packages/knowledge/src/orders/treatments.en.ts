import { orderGroups } from './order-groups.js';

export const treatments = orderGroups(
  { ask: 'care-team', from: ['medlineplus-encyclopedia', 'nhi-fee-schedule'], written: '2026-11-30' },
  {
    radioimmunoassay: {
      name: 'Blood test (radioimmunoassay)',
      text: 'This test uses a trace of radioactivity in the test tube to measure hormones, antibodies or tumor markers in a blood sample; the body receives no radiation. Usually no fasting is needed; follow the instruction sheet.',
      ask: 'ordering-physician',
      from: ['medlineplus-tests', 'nhi-fee-schedule'],
    },
    nuclear: {
      name: 'Nuclear medicine test',
      text: 'A small amount of a radioactive drug is injected or swallowed, and a camera or counter shows how well an organ works. Tell the staff if you are pregnant or breastfeeding; afterward, drink plenty of fluids and urinate often, and try not to hold children or stay close to pregnant women that day.',
      ask: 'ordering-physician',
      from: ['medlineplus-tests', 'nhi-fee-schedule'],
    },
    'hormone-challenge': {
      name: 'Hormone or metabolic stimulation test',
      text: 'Blood is drawn first; you are then given a drink, a drug or an injection, or you exercise, and blood is drawn again several times to see how the body responds. You usually need to fast and stay for several hours; tell the nurse at once if you feel unwell.',
      ask: 'ordering-physician',
      from: ['medlineplus-tests', 'nhi-fee-schedule'],
    },
    puncture: {
      name: 'Puncture',
      text: 'A needle is used to take out fluid or a small piece of tissue, either for testing or to relieve pressure. The skin is cleaned and numbed first, and the staff press on the spot afterward; tell them if you have bleeding or a fever, or if pain gets worse.',
    },
    radiotherapy: {
      name: 'Radiotherapy',
      text: 'Radiation is aimed at a tumor; this also includes the measurements and planning that are done beforehand. Each session takes a few minutes and does not hurt. Do not scratch the treated skin or put your own creams on it, and tell the clinic if you feel tired or have trouble swallowing.',
    },
    injection: {
      name: 'Injection',
      text: 'A drug is injected into a vein, a joint or another part of the body. Stay and rest for a while afterward; tell the staff at once if you have a rash or shortness of breath, or if your face swells.',
    },
    'physical-therapy': {
      name: 'Physical therapy',
      text: 'A physical therapist uses exercise, electrical stimulation, heat or hands-on treatment to help joints, muscles and walking recover. Wear loose clothes; tell the therapist at once if pain gets worse, or if you have dizziness or a racing heart. Do the exercises at home as well.',
    },
    'occupational-therapy': {
      name: 'Occupational therapy',
      text: 'An occupational therapist uses activities and aids to train the hands and everyday skills such as eating and dressing. Tell the therapist what is hardest at home, and set goals together.',
    },
    'speech-therapy': {
      name: 'Speech therapy',
      text: 'A speech therapist trains speaking, communication or swallowing. It works best when your family also learns the exercises and you practice often at home; tell the therapist if you often choke on food.',
    },
    'psychiatric-treatment': {
      name: 'Psychiatric treatment and psychotherapy',
      text: 'A mental health team makes an assessment and provides counseling, psychotherapy, group therapy or other treatment. What is said is kept confidential; if you feel very down or have thoughts of self-harm, call the 1925 hotline or go to an emergency room.',
    },
    'wound-care': {
      name: 'Wound care',
      text: 'A wound is cleaned, stitched or bandaged, a dressing is changed, or stitches are removed. Keep the wound dry and change dressings as instructed; return to the clinic if there is redness, swelling, heat or pus, or if you have a fever.',
    },
    'rectal-treatment': {
      name: 'Anal and bowel treatment',
      text: 'Hemorrhoids, an anal abscess or fistula, or a problem of the bowel is treated, sometimes with an endoscope. Drink plenty of fluids and eat fruit and vegetables to avoid constipation; get care at once if you have heavy bleeding, a fever or severe belly pain.',
    },
    'urinary-treatment': {
      name: 'Urinary tract treatment',
      text: 'This is treatment of the urethra, bladder, genitals or a kidney drain, such as the placement or change of a catheter. Drink plenty of fluids afterward; get care at once if you have a fever or a lot of blood in your urine, or if you cannot pass urine.',
    },
    'skin-treatment': {
      name: 'Skin treatment',
      text: 'The skin is treated, for example by taking a biopsy, opening an abscess, or using heat, cold or light. Keep the area clean and out of the sun; return to the clinic if there is redness, swelling, heat, pain or pus.',
    },
    traction: {
      name: 'Traction',
      text: 'Weights pull slowly on bones, joints or the spine, to relax them or bring them back to the right position. Tell the staff at once if you have numbness or trouble breathing, or if pain gets worse; do not adjust the weights yourself.',
    },
    'eye-treatment': {
      name: 'Eye treatment',
      text: 'The eye is treated, for example by removing a foreign body, cleaning the eye, giving an injection or treating the tear ducts. Do not rub the eye, and use the drops as instructed; get care at once if your vision suddenly gets worse, or if you have severe pain or a lot of discharge.',
    },
    'ear-nose-throat-treatment': {
      name: 'Ear, nose and throat treatment',
      text: 'The ear, nose or throat is treated, for example by removing earwax or a foreign body, stopping a nosebleed, or applying medicine. You may have some discomfort afterward; return to the clinic if you have a fever, vertigo or bleeding that does not stop.',
    },
    'gynecological-treatment': {
      name: 'Gynecological and obstetric treatment',
      text: 'The cervix or vagina is treated, or treatment is given during pregnancy. Light bleeding afterward is common; get care at once if you have bleeding as heavy as a period, a fever or severe belly pain.',
    },
    'breathing-treatment': {
      name: 'Breathing treatment',
      text: 'Oxygen, a nebulizer, a ventilator or chest therapy helps the patient breathe and cough up phlegm. People who use such equipment at home need to know what to do in a power outage; if it becomes harder to breathe or the lips turn blue, call 119.',
    },
    dialysis: {
      name: 'Dialysis and blood filtering',
      text: 'When the kidneys no longer work well enough, a machine or the lining of the belly is used to remove waste and excess water. Do not measure blood pressure or carry heavy things on the arm with the fistula. Tell the dialysis center at once if you have redness, a fever or shortness of breath, or if the fistula no longer vibrates.',
      from: ['niddk', 'nhi-fee-schedule'],
      orders: { '58001C': 'Hemodialysis (inpatient)' },
    },
    hyperbaric: {
      name: 'Hyperbaric oxygen',
      text: 'You breathe pure oxygen in a pressurized chamber, for example to heal wounds or treat carbon monoxide poisoning. Tell the staff beforehand if you have a cold, and do not take a lighter or electronics inside. If your ears feel blocked, pinch your nose and blow gently; tell the staff if your ears hurt.',
    },
    'eye-laser': {
      name: 'Eye laser',
      text: 'A laser is used to treat glaucoma, a problem with the retina, clouding after cataract surgery or another eye problem. Eye drops are used to widen the pupil or numb the eye, so do not drive that day. Get care at once if you see many floaters or flashes of light, or if your field of vision gets smaller.',
    },
    'blood-product': {
      name: 'Blood products',
      text: 'These are components of blood for transfusion, such as red cells, platelets or plasma; the fee is charged per unit. Your name and blood group are checked repeatedly; tell the staff at once if you have chills, a fever, a rash or shortness of breath.',
    },
    transfusion: {
      name: 'Transfusion and stem cell transplant',
      text: 'Blood is given or removed, or bone marrow or stem cells are transplanted. Nurses often check your temperature and blood pressure; tell them at once if you have chills, a fever, a rash or shortness of breath.',
    },
    cast: {
      name: 'Cast and splint',
      text: 'A cast or splint holds an injured limb or part of the body still so that the bone or joint can heal. Keep the limb raised to reduce swelling; get care at once if your fingers or toes are numb, blue or cold, or if the pain gets worse.',
    },
    anesthesia: {
      name: 'Anesthesia',
      text: 'Anesthesia prevents pain or makes you sleep during surgery or a test; the fee depends on the method and the duration. Fast before general anesthesia, and tell the anesthesiologist which drugs you take, whether you have allergies or dentures, and how you have reacted to anesthesia in the past. Dizziness and nausea afterward are common.',
    },
  },
);
