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
      text: 'This fee covers seeing a practitioner of Chinese medicine; it depends on the type of clinic and whether drugs are prescribed. The co-payment and registration fee are separate.',
    },
    'daily-drug-cost': {
      name: 'Chinese drugs (per day)',
      text: 'This is what the NHI pays for Chinese drugs; it depends on the number of days prescribed. The dispensing fee and the co-payment are separate.',
    },
    'dispensing-fee': {
      name: 'Chinese medicine dispensing fee',
      text: 'This fee covers the preparation of Chinese medicine by a pharmacist or practitioner. When you collect the medicine, check its name and how to use it.',
    },
    'instrument-fee': {
      name: 'Pulse or tongue instrument',
      text: 'An instrument records the pulse or the appearance of the tongue for the practitioner. It does not hurt and needs no preparation.',
    },
    'enhanced-care': {
      name: 'Extra care for certain illnesses',
      text: 'The NHI offers additional Chinese medicine care for children with asthma or cerebral palsy, and for people who have had a stroke or an injury to the head or spinal cord. Western treatment continues as before; tell both the Western and the Chinese medicine doctor about all the drugs you take.',
    },
    acupuncture: {
      name: 'Acupuncture',
      text: 'Thin needles stimulate certain points; electro-acupuncture adds a weak electric current. It is often used to relieve pain. Tell the practitioner if you take blood thinners, have a pacemaker, are pregnant or tend to faint from needles. Get help at once if you have bleeding that does not stop, chest pain or shortness of breath.',
    },
    traumatology: {
      name: 'Sprain and injury treatment',
      text: 'Sprains, dislocations and fractures are treated by hand, with poultices or with splints. Tell the practitioner if you have osteoporosis, a tumor, numbness or weakness. Get help at once if the pain gets worse or you have weakness afterward.',
    },
    'acupuncture-and-traumatology': {
      name: 'Acupuncture with injury treatment',
      text: 'Acupuncture and manual treatment are given at the same visit. Tell the practitioner if you take blood thinners, have a pacemaker or osteoporosis, or are pregnant. Get help at once if the pain gets worse or you have weakness or shortness of breath afterward.',
    },
  },
);
