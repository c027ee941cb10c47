import { entries } from '../entry/entry.js';

/** Dental procedures. */
export const procedures = entries(
  { ask: 'dentist', from: ['nhi-fee-schedule', 'medlineplus-encyclopedia'], written: '2026-11-30' },
  {
    amalgam: {
      name: 'Silver filling (amalgam)',
      text: 'The decay is removed and the tooth is filled with amalgam. The number of surfaces (one, two or three) shows how many sides of the tooth are filled; that day, chew on the other side of the mouth. Slight sensitivity to heat and cold usually goes away.',
    },
    composite: {
      name: 'White filling (composite)',
      text: 'The decay is removed and the tooth is filled with tooth-colored resin. The number of surfaces shows how many sides are filled; sensitivity usually goes away within a few days, but see the dentist if pain lasts.',
    },
    'glass-ionomer': {
      name: 'Glass ionomer filling',
      text: 'This filling releases fluoride; it is often used on roots, in baby teeth or where the tooth is hard to keep dry. It wears faster than resin, so it needs regular checks.',
    },
    compomer: {
      name: 'Compomer filling',
      text: 'The properties of this filling material are between those of resin and glass ionomer. Sensitivity usually goes away; see the dentist if pain lasts.',
    },
    'pulp-cap': {
      name: 'Pulp capping (covering the nerve)',
      text: 'When decay is deep but has not reached the nerve, a protective material is put in first. Go back to your dentist if the tooth hurts on its own or when you bite, because you may need more treatment.',
    },
    pin: {
      name: 'Filling pin',
      text: 'A small pin in the tooth helps to hold a filling in place. Go back to your dentist if biting hurts or the filling comes loose.',
    },
    'root-canal': {
      name: 'Root canal treatment',
      text: 'Inflamed or dead pulp is removed, and the canals are cleaned and filled, so that the tooth can be kept. Several visits may be needed. Until the treatment is complete, do not bite hard food with the tooth, and go back early if you have swelling, pain or a fever.',
    },
    pulpotomy: {
      name: 'Partial pulp removal',
      text: 'Only the inflamed pulp in the crown is removed; the healthy pulp in the roots stays. It is often done in children; go back if there is pain, swelling or a pimple on the gum.',
    },
    'root-canal-emergency': {
      name: 'Emergency tooth pain relief',
      text: 'The tooth is opened or cleaned to relieve severe pain or swelling. This is only the first step; go back to complete the treatment.',
    },
    'rubber-dam': {
      name: 'Rubber dam',
      text: 'A thin rubber sheet keeps saliva away from the tooth and stops instruments from falling into the throat. Tell the dentist beforehand if you are allergic to latex.',
    },
    'crown-removal': {
      name: 'Crown or post removal',
      text: 'An old crown or post is removed so that the tooth inside can be treated. Ask beforehand what the new crown or post is made of and how much it costs.',
    },
    'apical-surgery': {
      name: 'Root tip surgery',
      text: 'The gum is opened to clean an inflamed root tip that root canal treatment could not cure. Swelling usually goes away within a few days; call the clinic if you have a fever or bleeding that does not stop.',
    },
    'difficult-root-canal': {
      name: 'Difficult root canal',
      text: 'Canals that have an unusual shape, are curved or calcified, or are being treated again need more complex work. It takes longer; ask the dentist about the chance of success.',
    },
    scaling: {
      name: 'Scaling (tartar removal)',
      text: 'Tartar and plaque are removed to prevent gum inflammation. Slight sensitivity or bleeding may follow for a few days; daily brushing and flossing are still the most important care.',
    },
    'deep-cleaning': {
      name: 'Deep cleaning below the gum',
      text: 'Tartar is removed from below the gums and from the roots to treat gum disease, often with local anesthesia and over several visits. The gums may recede and the teeth may feel sensitive; follow-up visits are important.',
    },
    'periodontal-programme': {
      name: 'Periodontal care program',
      text: 'Gum disease is treated in stages: examination and instruction, root cleaning, and follow-up. It works best if you keep the appointments and change how you clean your teeth.',
    },
    'periodontal-support': {
      name: 'Supportive gum care',
      text: 'These are regular checks and cleanings after gum treatment, to prevent gum disease from returning. Ask the dentist how often they are needed.',
    },
    'periodontal-emergency': {
      name: 'Emergency gum care',
      text: 'This is treatment for sudden, painful swelling of the gum. The cause still has to be treated afterward.',
    },
    'gum-surgery': {
      name: 'Gum surgery',
      text: 'The gum is lifted or partly removed so that the dentist can clean deeply or expose a tooth. Rinse and eat as instructed; call the clinic if bleeding does not stop.',
    },
    'plaque-control': {
      name: 'Basic care against plaque',
      text: 'Plaque is checked and removed, and you learn how to clean your teeth, to prevent decay and gum disease. Ask the dentist to check how you brush.',
    },
    extraction: {
      name: 'Tooth extraction',
      text: 'The tooth is removed under local anesthesia; a complicated extraction needs a cut in the gum. Tell the dentist beforehand if you take blood thinners or osteoporosis drugs, or have heart disease. Bite on the gauze, do not suck on the wound, and go back if bleeding does not stop.',
    },
    'surgical-extraction': {
      name: 'Surgical extraction of an impacted tooth',
      text: 'A tooth that cannot come through, usually a wisdom tooth, is removed through a cut in the gum; the bone or the tooth may also need to be cut. Swelling and pain last about three to five days; go back if your lips are numb, if you have a fever or if you cannot open your mouth.',
    },
    'milk-tooth-extraction': {
      name: 'Baby tooth extraction',
      text: 'A baby tooth that is loose, decayed or in the way of a permanent tooth is removed. If it is removed early, a space maintainer may be needed; ask the dentist.',
    },
    drainage: {
      name: 'Abscess drainage',
      text: 'The swelling is opened so that pus can drain. Get help at once if the swelling spreads to the eye or neck, or if you have a fever or trouble swallowing or breathing.',
    },
    'after-extraction': {
      name: 'Care after extraction',
      text: 'This is treatment for pain, bleeding or a dry socket after an extraction. Go back to your dentist if pain or a bad smell does not go away.',
    },
    splint: {
      name: 'Splinting of loose teeth',
      text: 'Loose or injured teeth are joined to neighboring teeth so that they can rest and heal. Avoid hard food in the meantime, and ask how to clean the teeth.',
    },
    'splint-removal': {
      name: 'Splint removal',
      text: 'The wire or splint that held the teeth in place is removed. Go back to your dentist if a tooth is still loose, changes color or hurts.',
    },
    replanting: {
      name: 'Replanted or transplanted tooth',
      text: 'A tooth that was knocked out is put back, or another of your own teeth is moved into a gap. It is held in place for a while and checked with X-rays; go back early if it changes color, hurts or comes loose.',
    },
    apexification: {
      name: 'Young root closure (apexification)',
      text: 'When the nerve of a tooth has died before the root has finished growing, the root tip is helped to close so that the root can be filled. It usually takes many visits, and it is important to keep them.',
    },
    'jawbone-shaping': {
      name: 'Jawbone smoothing',
      text: 'Bone that sticks out after an extraction is smoothed, so that the wound heals or a denture fits better. The area stays swollen for a few days; call the clinic if bleeding does not stop.',
    },
    orthodontics: {
      name: 'Straightening teeth and keeping space',
      text: 'These are examinations, appliances and adjustments to straighten teeth, or to keep the space of a baby tooth that was lost early. The NHI pays only in certain cases, such as cleft lip and palate; call the clinic if an appliance comes loose or hurts.',
    },
    'oral-soft-tissue': {
      name: 'Mouth surgery or biopsy',
      text: 'An unusual area in the lining of the mouth, a cyst or a tight fold of tissue is removed, or a small sample is taken. Go back for the result.',
    },
    'jaw-joint': {
      name: 'Jaw joint care',
      text: 'A dislocated or painful jaw joint is treated, or a bite splint is fitted. Do not open your mouth wide or bite hard; go back if the jaw locks or keeps hurting.',
    },
    fluoride: {
      name: 'Fluoride varnish',
      text: 'Fluoride applied to the teeth helps them resist acid and decay. Do not eat or drink for half an hour afterward.',
    },
    'local-treatment': {
      name: 'Local treatment',
      text: 'This is simple treatment of one area of the mouth, such as applying medicine or rinsing. Go back to your dentist if it still hurts.',
    },
    stitches: {
      name: 'Stitch removal',
      text: 'Stitches are removed after surgery. Go back to your dentist if the wound opens or contains pus.',
    },
    'dental-emergency': {
      name: 'Dental emergency care',
      text: 'This is treatment for sudden pain, bleeding, swelling or a tooth injury. It is usually only the first step; go back to complete the treatment as the dentist plans.',
    },
    'periodontal-dressing': {
      name: 'Gum dressing',
      text: 'A protective material covers the wound after gum surgery. Do not chew on that side for a few days, and call the clinic if it comes off early or the wound bleeds.',
    },
    'mouth-cancer-follow': {
      name: 'Mouth check-ups',
      text: 'These are regular checks for people with changes in the mouth that may become cancer, or after surgery for mouth cancer. See the dentist early if you have white or red patches, or a sore that has not healed after two weeks.',
    },
    'dental-referral': {
      name: 'Dental referral fee',
      text: 'This fee covers a referral to another hospital or clinic for a difficult treatment; the NHI pays it. Take the referral and the X-rays with you, so that they need not be repeated.',
    },
    'dental-visit': {
      name: 'Dental consultation fee',
      text: 'This fee covers seeing the dentist; the NHI pays it. The co-payment and registration fee are separate.',
    },
  },
);
