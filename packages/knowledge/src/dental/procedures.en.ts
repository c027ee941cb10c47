import { entries } from '../entry/entry.js';

/** Dental procedures. */
export const procedures = entries(
  { ask: 'dentist', from: ['nhi-fee-schedule', 'medlineplus-encyclopedia'], written: '2026-11-30' },
  {
    amalgam: {
      name: 'Silver filling (amalgam)',
      text: 'The dentist removes the decay and fills the tooth with amalgam. The number of surfaces (one, two or three) shows how many sides of the tooth are filled. On the day of the filling, chew on the other side of the mouth. The tooth may be slightly sensitive to heat and cold at first; this usually goes away.',
    },
    composite: {
      name: 'White filling (composite)',
      text: 'The dentist removes the decay and fills the tooth with tooth-colored resin. The number of surfaces shows how many sides of the tooth are filled. Sensitivity to heat and cold usually goes away within a few days, but see the dentist if the pain does not go away.',
    },
    'glass-ionomer': {
      name: 'Glass ionomer filling',
      text: 'This filling releases fluoride; it is often used on roots, in baby teeth or where the tooth is hard to keep dry. The material wears down faster than resin, so the filling needs regular checks.',
    },
    compomer: {
      name: 'Compomer filling',
      text: 'The properties of this filling material are between those of resin and glass ionomer. Sensitivity to heat and cold usually goes away; see the dentist if the pain does not go away.',
    },
    'pulp-cap': {
      name: 'Pulp capping (covering the nerve)',
      text: 'When decay is deep but has not reached the nerve of the tooth, the dentist first covers the deepest part with a protective material. Go back to your dentist if the tooth hurts when nothing touches it or when you bite, because you may need more treatment.',
    },
    pin: {
      name: 'Filling pin',
      text: 'A small pin in the tooth helps to hold a filling in place. Go back to your dentist if it hurts to bite or if the filling comes loose.',
    },
    'root-canal': {
      name: 'Root canal treatment',
      text: 'Inflamed or dead pulp is removed, and the canals are cleaned and filled, so that the tooth can be kept. Several visits may be needed. Until the treatment is complete, do not bite hard food with the tooth, and return to the dentist early if you have swelling, pain or a fever.',
    },
    pulpotomy: {
      name: 'Partial pulp removal',
      text: 'Only the inflamed pulp in the crown is removed; the healthy pulp in the roots stays. The treatment is often used for children’s teeth; return to the dentist if there is pain, swelling or a pimple on the gum.',
    },
    'root-canal-emergency': {
      name: 'Emergency tooth pain relief',
      text: 'The dentist opens the tooth or removes the inflamed part to relieve severe pain or swelling. This is only the first step; return to the dentist to complete the treatment.',
    },
    'rubber-dam': {
      name: 'Rubber dam',
      text: 'A thin rubber sheet keeps saliva away from the tooth and stops instruments from falling into the throat. Tell the dentist beforehand if you are allergic to latex.',
    },
    'crown-removal': {
      name: 'Crown or post removal',
      text: 'An old crown or post is removed so that the tooth underneath can be treated. If the crown or post will be replaced, ask beforehand what the new one will be made of and how much it will cost.',
    },
    'apical-surgery': {
      name: 'Root tip surgery',
      text: 'The dentist opens the gum to clean the tip of a root that is still inflamed after root canal treatment. Swelling usually goes away within a few days. Call the clinic if you have a fever or bleeding that does not stop.',
    },
    'difficult-root-canal': {
      name: 'Difficult root canal',
      text: 'Root canals need more complex work if they are curved, calcified or unusual in shape, or if they are being treated again. Such work takes more time and more visits; ask the dentist how likely the treatment is to succeed.',
    },
    scaling: {
      name: 'Scaling (tartar removal)',
      text: 'Tartar and plaque are removed to prevent gum inflammation. Your teeth may be slightly sensitive and your gums may bleed a little for a few days. Brushing and flossing every day is still the most important thing you can do for your teeth and gums.',
    },
    'deep-cleaning': {
      name: 'Deep cleaning below the gum',
      text: 'Tartar is removed from below the gums and from the roots to treat gum disease, often with local anesthesia and over several visits. Afterward, the gums may recede and the teeth may feel sensitive, so follow-up visits are important.',
    },
    'periodontal-programme': {
      name: 'Periodontal care program',
      text: 'Gum disease is treated in stages: examination and instruction, root cleaning, and follow-up. The treatment works best if you keep your appointments and change the way you clean your teeth.',
    },
    'periodontal-support': {
      name: 'Supportive gum care',
      text: 'These are regular checks and cleanings after gum treatment, to prevent gum disease from returning. Ask the dentist how often you need them.',
    },
    'periodontal-emergency': {
      name: 'Emergency gum care',
      text: 'This is treatment for sudden, painful swelling of the gum. The cause of the swelling still has to be treated afterward.',
    },
    'gum-surgery': {
      name: 'Gum surgery',
      text: 'The gum is lifted or partly removed so that the dentist can clean deep under it or expose a tooth. Follow the dentist’s instructions on rinsing and eating, and call the clinic if bleeding does not stop.',
    },
    'plaque-control': {
      name: 'Basic care against plaque',
      text: 'To prevent decay and gum disease, the dentist checks for plaque, removes it, and shows you how to clean your teeth. Ask the dentist to check how you brush.',
    },
    extraction: {
      name: 'Tooth extraction',
      text: 'The tooth is removed under local anesthesia; a complicated extraction needs a cut in the gum. Tell the dentist beforehand if you take blood thinners or osteoporosis drugs, or have heart disease. Afterward, bite firmly on the gauze and do not suck on the wound. Return to the dentist if bleeding does not stop.',
    },
    'surgical-extraction': {
      name: 'Surgical extraction of an impacted tooth',
      text: 'A tooth that cannot come through, usually a wisdom tooth, is removed through a cut in the gum; the bone or the tooth may also need to be cut. Swelling and pain last about three to five days. Return to the dentist if your lips are numb, you have a fever or you cannot open your mouth.',
    },
    'milk-tooth-extraction': {
      name: 'Baby tooth extraction',
      text: 'A baby tooth that is loose, decayed or in the way of a permanent tooth is removed. If the tooth is removed early, a device that keeps the space open for the permanent tooth may be needed; ask the dentist.',
    },
    drainage: {
      name: 'Abscess drainage',
      text: 'The dentist makes a cut in the swelling so that pus can drain. Get help at once if the swelling spreads to the eye or neck, or if you have a fever or trouble swallowing or breathing.',
    },
    'after-extraction': {
      name: 'Care after extraction',
      text: 'This is treatment for pain, bleeding or a dry socket after an extraction. Go back to your dentist if pain or a bad smell does not go away.',
    },
    splint: {
      name: 'Splinting of loose teeth',
      text: 'Loose or injured teeth are joined to neighboring teeth so that the loose or injured ones can rest and heal. Avoid hard food until the teeth have healed, and ask the dentist how to clean them.',
    },
    'splint-removal': {
      name: 'Splint removal',
      text: 'The dentist removes the wire or splint that held the teeth in place. Go back to your dentist if a tooth is still loose, changes color or hurts.',
    },
    replanting: {
      name: 'Replanted or transplanted tooth',
      text: 'A tooth that was knocked out is put back, or another of your own teeth is moved into a gap. The tooth is held in place for some time and checked with X-rays; return to the dentist early if it changes color, hurts or comes loose.',
    },
    apexification: {
      name: 'Young root closure (apexification)',
      text: 'When the nerve of a tooth has died before the root has finished growing, the dentist uses a medicine to help the root tip close so that the root can then be filled. The treatment usually takes many visits, and it is important to keep every appointment.',
    },
    'jawbone-shaping': {
      name: 'Jawbone smoothing',
      text: 'Bone that sticks out after an extraction is smoothed, so that the wound heals or a denture fits better. The area stays swollen for a few days; call the clinic if bleeding does not stop.',
    },
    orthodontics: {
      name: 'Straightening teeth and keeping space',
      text: 'These are examinations, appliances and adjustments to straighten teeth, or to keep open the space of a baby tooth that was lost early. The NHI pays only in certain cases, such as cleft lip and palate. Call the clinic if an appliance comes loose or hurts.',
    },
    'oral-soft-tissue': {
      name: 'Mouth surgery or biopsy',
      text: 'An unusual area in the lining of the mouth, a cyst or a tight fold of tissue is removed, or a small sample of tissue is taken for testing. Go back for the result.',
    },
    'jaw-joint': {
      name: 'Jaw joint care',
      text: 'A dislocated or painful jaw joint is treated, or a bite splint is fitted. Do not open your mouth wide, and eat less hard food. Return to the dentist if your jaw locks or keeps hurting.',
    },
    fluoride: {
      name: 'Fluoride varnish',
      text: 'Fluoride applied to the teeth helps them resist acid and decay. Do not eat or drink for half an hour after the treatment.',
    },
    'local-treatment': {
      name: 'Local treatment',
      text: 'This is a simple treatment of one area of the mouth, such as applying medicine or rinsing. Go back to your dentist if the area still bothers you.',
    },
    stitches: {
      name: 'Stitch removal',
      text: 'Stitches are removed after surgery. Go back to your dentist if the wound opens or contains pus.',
    },
    'dental-emergency': {
      name: 'Dental emergency care',
      text: 'This is an emergency treatment for sudden pain, bleeding, swelling or a tooth injury. This is usually only the first step; return to complete the treatment that the dentist plans.',
    },
    'periodontal-dressing': {
      name: 'Gum dressing',
      text: 'A protective material covers the wound after gum surgery. Do not chew on that side for a few days, and call the clinic if the material comes off early or the wound bleeds.',
    },
    'mouth-cancer-follow': {
      name: 'Mouth check-ups',
      text: 'These are regular checks for people who have changes in the mouth that may become cancer or who have had surgery for mouth cancer. See the dentist early if you have white or red patches, or a sore that has not healed after two weeks.',
    },
    'dental-referral': {
      name: 'Dental referral fee',
      text: 'This fee covers a referral to another hospital or clinic for a difficult treatment; the NHI pays it. Take the referral and the X-rays with you, so that new X-rays are not needed.',
    },
    'dental-visit': {
      name: 'Dental consultation fee',
      text: 'This fee covers the visit to the dentist; the NHI pays it. The co-payment and the registration fee are charged separately.',
    },
  },
);
