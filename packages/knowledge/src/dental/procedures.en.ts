import { entries } from '../entry/entry.js';

/** Dental procedures. */
export const procedures = entries(
  { ask: 'dentist', from: ['nhi-fee-schedule', 'medlineplus-encyclopedia'], written: '2026-11-30' },
  {
    amalgam: {
      name: 'Silver filling (amalgam)',
      text: 'The decay is removed and the tooth filled with amalgam. The number of surfaces (one, two or three) shows how many sides are filled; chew on the other side that day, and slight sensitivity usually fades.',
    },
    composite: {
      name: 'White filling (composite)',
      text: 'The decay is removed and the tooth filled with tooth-colored resin. The number of surfaces shows how many sides are filled; sensitivity usually fades within days, but lasting pain needs a visit.',
    },
    'glass-ionomer': {
      name: 'Glass ionomer filling',
      text: 'This filling gives off fluoride; it is often used at roots, in baby teeth or where the tooth is hard to keep dry. It wears faster than resin, so it is checked regularly.',
    },
    compomer: {
      name: 'Compomer filling',
      text: 'This filling material is something between resin and glass ionomer. Sensitivity usually fades; lasting pain needs a visit.',
    },
    'pulp-cap': {
      name: 'Covering of the pulp',
      text: 'When decay is deep but has not reached the nerve, protective material is put in first. Go back if pain comes by itself or on biting, because more treatment may be needed.',
    },
    pin: {
      name: 'Pin for a filling',
      text: 'A small pin in the tooth helps a filling hold. Go back if biting hurts or the filling loosens.',
    },
    'root-canal': {
      name: 'Root canal treatment',
      text: 'Inflamed or dead pulp is removed, the canals are cleaned and filled, and the tooth is kept. Several visits may be needed; spare the tooth meanwhile, and go back early if there is swelling or fever.',
    },
    pulpotomy: {
      name: 'Removal of part of the pulp',
      text: 'Only the inflamed pulp in the crown is removed; the pulp in the roots stays. It is common in children; go back if there is pain, swelling or a gum boil.',
    },
    'root-canal-emergency': {
      name: 'Emergency relief of tooth pain',
      text: 'The tooth is opened or cleaned to relieve strong pain or swelling. This is a first step; the treatment has to go on.',
    },
    'rubber-dam': {
      name: 'Rubber dam',
      text: 'A thin rubber sheet keeps saliva away from the tooth and keeps instruments from falling into the throat. Tell the dentist beforehand about latex allergy.',
    },
    'crown-removal': {
      name: 'Removal of a crown or post',
      text: 'An old crown or post is taken off to reach the tooth. Ask beforehand what a new one costs and what it is made of.',
    },
    'apical-surgery': {
      name: 'Root tip surgery',
      text: 'The gum is opened to treat a root tip that root canal treatment could not cure. Swelling usually fades within some days; call the clinic if there is fever or bleeding does not stop.',
    },
    'difficult-root-canal': {
      name: 'Difficult root canal',
      text: 'Special work is needed when canals have an unusual shape, are curved or calcified, or are treated again. It takes longer; ask the dentist about the chances.',
    },
    scaling: {
      name: 'Scaling (removal of tartar)',
      text: 'Tartar and plaque are removed to prevent gum inflammation. Slight sensitivity or bleeding may follow for some days; brushing and flossing remain the most important care.',
    },
    'deep-cleaning': {
      name: 'Deep cleaning below the gum',
      text: 'Tartar below the gum and on roots is removed to treat gum disease, often with numbing and in several visits. Gums may recede and feel sensitive; follow-up matters.',
    },
    'periodontal-programme': {
      name: 'Periodontal care programme',
      text: 'Gum disease is treated in stages: examination and teaching, root cleaning, and review. It works if you keep the visits and change how you clean.',
    },
    'periodontal-support': {
      name: 'Supportive gum care',
      text: 'These are regular checks and cleaning after gum treatment, so that the disease does not return. Ask the dentist how often they are needed.',
    },
    'periodontal-emergency': {
      name: 'Emergency gum care',
      text: 'This is care for acute painful swelling of the gum. The cause has to be treated afterwards.',
    },
    'gum-surgery': {
      name: 'Gum surgery',
      text: 'The gum is lifted or cut to clean deeply or to expose a tooth. Rinse and eat as instructed; call the clinic if bleeding does not stop.',
    },
    'plaque-control': {
      name: 'Basic care against plaque',
      text: 'Plaque is checked and removed, and cleaning is taught, to prevent decay and gum disease. Ask the dentist to look at how you brush.',
    },
    extraction: {
      name: 'Tooth extraction',
      text: 'The tooth is taken out under local numbing; a complicated one needs cutting. Tell the dentist beforehand about blood thinners, bone drugs and heart disease; bite on the gauze, do not suck, and go back if bleeding does not stop.',
    },
    'surgical-extraction': {
      name: 'Surgical removal of an impacted tooth',
      text: 'The gum, and if needed bone or tooth, is cut to take out a tooth that cannot come up, usually a wisdom tooth. Swelling lasts about three to five days; go back if the lip is numb, there is fever or the mouth does not open.',
    },
    'milk-tooth-extraction': {
      name: 'Removal of a baby tooth',
      text: 'A loose or decayed baby tooth, or one that is in the way of a permanent tooth, is taken out. If this is early, a space maintainer may be needed; ask the dentist.',
    },
    drainage: {
      name: 'Drainage of an abscess',
      text: 'The swelling is opened so that pus can leave. Swelling towards the eye or neck, fever, or trouble swallowing or breathing needs help at once.',
    },
    'after-extraction': {
      name: 'Care after extraction',
      text: 'This is care for pain, bleeding or a dry socket after an extraction. Go back if pain or a bad smell does not go away.',
    },
    splint: {
      name: 'Fixing loose teeth',
      text: 'Loose or injured teeth are joined together so that they can rest and heal. Avoid hard food meanwhile; ask how to clean them.',
    },
    'splint-removal': {
      name: 'Removal of what held the teeth',
      text: 'The wire or splint that held teeth in place is taken off. Go back if a tooth is still loose, darkens or hurts.',
    },
    replanting: {
      name: 'Replanted or transplanted tooth',
      text: 'A tooth that was knocked out is put back, or one of your own is moved to a gap. It is held in place for a while and checked with X-rays; go back early if it darkens, hurts or loosens.',
    },
    apexification: {
      name: 'Closing of a young root',
      text: 'In a tooth whose root has not finished growing and whose nerve has died, the tip is helped to close so that the root can be filled. It usually takes many visits, and keeping them matters.',
    },
    'jawbone-shaping': {
      name: 'Smoothing of the jawbone',
      text: 'Bone that sticks out after an extraction is smoothed, so that the wound heals or a denture sits better. It swells for some days; call the clinic if bleeding continues.',
    },
    orthodontics: {
      name: 'Straightening teeth and keeping space',
      text: 'These are examinations, appliances and adjustments that move teeth, or that keep the space of a baby tooth lost early. The NHI pays in some cases only, such as cleft lip and palate; call the clinic if an appliance loosens or pricks.',
    },
    'oral-soft-tissue': {
      name: 'Surgery or sample of the mouth',
      text: 'A change of the lining of the mouth, a cyst or a tight fold of tissue is cut out, or a sample is taken. Go back for the result.',
    },
    'jaw-joint': {
      name: 'Care of the jaw joint',
      text: 'This is care of a dislocated or painful jaw joint, or a bite splint. Do not open wide or bite hard; go back if it locks or keeps hurting.',
    },
    fluoride: {
      name: 'Fluoride varnish',
      text: 'Fluoride on the teeth makes them resist acid and decay. Do not eat or drink for half an hour.',
    },
    'local-treatment': {
      name: 'Local treatment',
      text: 'One spot is given simple care, such as medicine or rinsing. Go back if it still hurts.',
    },
    stitches: {
      name: 'Removal of stitches',
      text: 'Stitches after surgery are removed. Go back if the wound opens or has pus.',
    },
    'dental-emergency': {
      name: 'Dental emergency care',
      text: 'This is care of sudden pain, bleeding, swelling or a tooth that was hit. It is usually a first step; the treatment is finished as the dentist plans.',
    },
    'periodontal-dressing': {
      name: 'Dressing of the gums',
      text: 'A material covers the wound after gum surgery. Do not chew on that side for some days, and call the clinic if it comes off early or bleeds.',
    },
    'mouth-cancer-follow': {
      name: 'Follow-up of the mouth',
      text: 'These are regular checks when there are early changes that may become cancer, or after surgery for cancer of the mouth. White or red patches or a sore that stays for two weeks need an earlier visit.',
    },
    'dental-referral': {
      name: 'Dental referral fee',
      text: 'This is the NHI’s fee for sending a difficult treatment to another facility. Take the referral and the X-rays along, so that none has to be taken twice.',
    },
    'dental-visit': {
      name: 'Dental consultation fee',
      text: 'This is the fee for the dentist’s consultation, which the NHI pays. Co-payment and registration fee are separate.',
    },
  },
);
