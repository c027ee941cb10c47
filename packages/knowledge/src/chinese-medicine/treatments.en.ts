import { entries } from '../entry/entry.js';

/** Explanations of fees and treatments in Chinese medicine. */
export const treatments = entries(
  {
    ask: 'chinese-medicine',
    from: ['nhi-fee-schedule', 'chinese-medicine-department'],
    written: '2026-11-30',
  },
  {
    'visit-fee': {
      name: 'Chinese medicine visit fee',
      text: 'This fee covers a visit to a practitioner of Chinese medicine; the amount depends on the type of clinic and on whether drugs are prescribed. The co-payment and the registration fee are charged separately.',
    },
    'daily-drug-cost': {
      name: 'Chinese drugs (per day)',
      text: 'This is what the NHI pays the hospital or clinic for Chinese medicines; the amount depends on the number of days prescribed. The dispensing fee and the co-payment are charged separately.',
    },
    'dispensing-fee': {
      name: 'Chinese medicine dispensing fee',
      text: 'This fee covers the preparation of Chinese medicine by a pharmacist or practitioner. When you collect the medicine, check the name on it and the directions for use.',
    },
    'instrument-fee': {
      name: 'Pulse or tongue instrument',
      text: 'An instrument records your pulse or the appearance of your tongue for the practitioner. The examination does not hurt, and you do not need to prepare for it.',
    },
    'enhanced-care': {
      name: 'Extra care for certain illnesses',
      text: 'The NHI offers additional Chinese medicine care for children with asthma or cerebral palsy, and for people who have had a stroke or an injury to the head or spinal cord. Continue your Western treatment, and tell both your Western doctor and your practitioner of Chinese medicine about all the drugs you take.',
    },
    acupuncture: {
      name: 'Acupuncture',
      text: 'Thin needles stimulate certain points on the body; electro-acupuncture adds a weak electric current. Acupuncture is often used to relieve pain. Tell the practitioner if you take blood thinners, have a pacemaker, are pregnant or tend to faint during acupuncture. Get help at once if you have bleeding that does not stop, chest pain or shortness of breath.',
    },
    traumatology: {
      name: 'Sprain and injury treatment',
      text: 'Injuries such as sprains, dislocations and fractures are treated with manual techniques, poultices, or bandages and splints. Tell the practitioner if you have osteoporosis, a tumor, numbness or weakness. Get help at once if the pain gets worse or you have weakness afterward.',
    },
    'acupuncture-and-traumatology': {
      name: 'Acupuncture with injury treatment',
      text: 'Acupuncture and manual treatment are given at the same visit. Tell the practitioner if you take blood thinners, have a pacemaker or osteoporosis, or are pregnant. Get help at once if the pain gets worse or you have weakness or shortness of breath afterward.',
    },
  },
);
