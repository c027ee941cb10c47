import { entries } from '../entry/entry.js';

/** Dental procedures. */
export const procedures = entries(
  { ask: 'dentist', from: ['nhi-fee-schedule', 'medlineplus-encyclopedia'], written: '2026-11-30' },
  {
    amalgam: {
      name: 'Silver filling (amalgam)',
      text: 'The decay is removed and the tooth filled with amalgam. One, two or three surfaces tells how many sides are filled; chew on the other side that day, and slight sensitivity mostly fades.',
    },
    composite: {
      name: 'White filling (composite)',
      text: 'The decay is removed and the tooth filled with tooth-coloured resin. The surfaces tell how many sides are filled; sensitivity mostly fades within days, lasting pain needs a visit.',
    },
    'glass-ionomer': {
      name: 'Glass ionomer filling',
      text: 'A filling that gives off fluoride, often at roots, in milk teeth or where keeping dry is hard. It wears faster than resin, so it is checked regularly.',
    },
    compomer: {
      name: 'Compomer filling',
      text: 'A filling material between resin and glass ionomer. Sensitivity mostly fades; lasting pain needs a visit.',
    },
    'pulp-cap': {
      name: 'Covering of the pulp',
      text: 'With deep decay that has not reached the nerve, protective material is put in first. If pain comes by itself or on biting, more may be needed: go back.',
    },
    pin: {
      name: 'Pin for a filling',
      text: 'A small pin that helps a filling hold. Go back if biting hurts or the filling loosens.',
    },
    'root-canal': {
      name: 'Root canal treatment',
      text: 'Inflamed or dead pulp is removed, the canals cleaned and filled, and the tooth kept. Several visits may be needed; spare the tooth meanwhile, and go back early with swelling or fever.',
    },
    pulpotomy: {
      name: 'Removal of part of the pulp',
      text: 'Only the inflamed pulp in the crown is removed. Common in children; go back with pain, swelling or a gum boil.',
    },
    'root-canal-emergency': {
      name: 'Emergency relief of tooth pain',
      text: 'The tooth is opened or cleaned to relieve strong pain or swelling. This is a first step; the treatment has to go on.',
    },
    'rubber-dam': {
      name: 'Rubber dam',
      text: 'A thin rubber sheet keeps saliva and instruments away from the tooth. Tell the dentist beforehand about latex allergy.',
    },
    'crown-removal': {
      name: 'Removal of a crown or post',
      text: 'An old crown or post is taken off to reach the tooth. Ask beforehand what a new one costs and of what it is made.',
    },
    'apical-surgery': {
      name: 'Root tip surgery',
      text: 'The gum is opened to treat a root tip that root canal treatment could not cure. Swelling for some days mostly fades; call the clinic for bleeding that goes on or fever.',
    },
    'difficult-root-canal': {
      name: 'Difficult root canal',
      text: 'Special work where canals are odd in shape, curved, calcified or treated again. It takes longer; ask the dentist about the chances.',
    },
    scaling: {
      name: 'Scaling (removal of tartar)',
      text: 'Tartar and plaque are removed to prevent gum inflammation. Slight sensitivity or bleeding for days may follow; brushing and floss remain the base.',
    },
    'deep-cleaning': {
      name: 'Deep cleaning below the gum',
      text: 'Tartar below the gum and on roots is removed to treat gum disease, often numbed and in several visits. Gums may recede and feel sensitive; follow-up matters.',
    },
    'periodontal-programme': {
      name: 'Periodontal care programme',
      text: 'Gum disease treated in stages: check and teaching, root cleaning, and review. Keeping the visits and changing how you clean make it work.',
    },
    'periodontal-support': {
      name: 'Supportive gum care',
      text: 'Regular checks and cleaning after gum treatment, to prevent a return. Ask the dentist how often.',
    },
    'periodontal-emergency': {
      name: 'Emergency gum care',
      text: 'Care for acute painful swelling of the gum. The cause is to be treated afterwards.',
    },
    'gum-surgery': {
      name: 'Gum surgery',
      text: 'Gum is lifted or cut to clean deeply or bare a tooth. Rinse and eat as told; call the clinic for bleeding that goes on.',
    },
    'plaque-control': {
      name: 'Basic care against plaque',
      text: 'Plaque is checked and removed and cleaning taught, against decay and gum disease. Ask the dentist to look at how you brush.',
    },
    extraction: {
      name: 'Tooth extraction',
      text: 'The tooth is taken out under local numbing; a complicated one needs cutting. Tell the dentist beforehand about blood thinners, bone drugs and heart disease; bite on gauze, do not suck, go back for bleeding.',
    },
    'surgical-extraction': {
      name: 'Surgical removal of an impacted tooth',
      text: 'Gum, and if needed bone or tooth, is cut to take out a tooth that cannot come up, mostly a wisdom tooth. Swelling lasts about three to five days; go back with a numb lip, fever or a mouth that does not open.',
    },
    'milk-tooth-extraction': {
      name: 'Removal of a milk tooth',
      text: 'A loose, decayed or blocking milk tooth is taken out. If early, a space maintainer may be needed: ask the dentist.',
    },
    drainage: {
      name: 'Drainage of an abscess',
      text: 'The swelling is opened so that pus can leave. Swelling to eye or neck, fever, or trouble swallowing or breathing need help at once.',
    },
    'after-extraction': {
      name: 'Care after extraction',
      text: 'Care for pain, bleeding or a dry socket after extraction. Go back if pain or smell stays.',
    },
    splint: {
      name: 'Fixing loose teeth',
      text: 'Loose or hurt teeth are joined to rest. Avoid hard food meanwhile; ask how to clean.',
    },
    'splint-removal': {
      name: 'Removal of what held the teeth',
      text: 'The wire or splint that held teeth in place is taken off. Go back if a tooth is still loose, darkens or hurts.',
    },
    replanting: {
      name: 'Replanted or transplanted tooth',
      text: 'A tooth that was knocked out is put back, or one of your own is moved to a gap. It is held for a while and followed with X-rays; go back early if it darkens, hurts or loosens.',
    },
    apexification: {
      name: 'Closing of a young root',
      text: 'In a tooth whose root has not finished growing and whose nerve has died, the tip is helped to close so that the root can be filled. It usually takes many visits, and keeping them matters.',
    },
    'jawbone-shaping': {
      name: 'Smoothing of the jawbone',
      text: 'Bone that sticks out after an extraction is smoothed, so that the wound heals or a denture sits better. It swells for some days; call the clinic if bleeding goes on.',
    },
    orthodontics: {
      name: 'Straightening teeth and keeping space',
      text: 'Examination, appliances and adjustments that move teeth, or that keep the space of a milk tooth lost early. The NHI pays in some cases only, cleft lip and palate among them; call the clinic if an appliance loosens or pricks.',
    },
    'oral-soft-tissue': {
      name: 'Surgery or sample of the mouth',
      text: 'Lining, cyst or band of the mouth is cut or sampled. Go back for the result.',
    },
    'jaw-joint': {
      name: 'Care of the jaw joint',
      text: 'Care of a dislocated or painful jaw joint, or a bite splint. Do not open wide or bite hard; go back if it locks or keeps hurting.',
    },
    fluoride: {
      name: 'Fluoride varnish',
      text: 'Fluoride on the teeth makes them resist acid and decay. Do not eat or drink for half an hour.',
    },
    'local-treatment': {
      name: 'Local treatment',
      text: 'Simple care of one spot, such as medicine or rinsing. Go back if it still hurts.',
    },
    stitches: {
      name: 'Removal of stitches',
      text: 'Stitches after surgery are removed. Go back if the wound opens or has pus.',
    },
    'dental-emergency': {
      name: 'Dental emergency care',
      text: 'Care of sudden pain, bleeding, swelling or a tooth that was hit. It is mostly a first step; the treatment is finished as the dentist plans.',
    },
    'periodontal-dressing': {
      name: 'Dressing of the gums',
      text: 'Material that covers the wound after gum surgery. Do not chew on that side for some days, and call the clinic if it comes off early or bleeds.',
    },
    'mouth-cancer-follow': {
      name: 'Follow-up of the mouth',
      text: 'Regular checks for early changes or after cancer of the mouth. White or red patches or a sore that stays two weeks need an earlier visit.',
    },
    'dental-referral': {
      name: 'Dental referral fee',
      text: 'The NHI’s fee for sending a difficult treatment to another facility. Take the referral and the X-rays along, so that none has to be taken twice.',
    },
    'dental-visit': {
      name: 'Dental consultation fee',
      text: 'The fee for the dentist’s consultation, paid by the NHI. Co-payment and registration fee are separate.',
    },
  },
);
