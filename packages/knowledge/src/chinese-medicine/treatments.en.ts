import { entries } from '../entry/entry.js';

/** Fees and treatments of Chinese medicine. */
export const treatments = entries(
  {
    ask: 'chinese-medicine',
    from: ['nhi-fee-schedule', 'chinese-medicine-department'],
    written: '2026-11-30',
  },
  {
    'visit-fee': {
      name: 'Chinese medicine visit fee',
      text: 'This is the fee for seeing a practitioner of Chinese medicine; it depends on the type of clinic and whether drugs are prescribed. The co-payment and registration fee are separate.',
    },
    'daily-drug-cost': {
      name: 'Chinese drugs, by day',
      text: 'This is what the NHI pays for Chinese drugs, by the number of days prescribed. The dispensing fee and the co-payment are separate.',
    },
    'dispensing-fee': {
      name: 'Dispensing fee for Chinese medicine',
      text: 'This is the fee paid to a pharmacist or practitioner for preparing Chinese medicine. When you collect it, check the name and how to use it.',
    },
    'instrument-fee': {
      name: 'Pulse or tongue instrument',
      text: 'An instrument records the pulse or the appearance of the tongue for the practitioner. It does not hurt and needs no preparation.',
    },
    'enhanced-care': {
      name: 'Extra care for certain illnesses',
      text: 'The NHI offers additional Chinese medicine care for children with asthma or cerebral palsy, and for people who have had a stroke or an injury of the head or spinal cord. Western treatment continues as before; tell both sides about all the drugs you take.',
    },
    acupuncture: {
      name: 'Acupuncture',
      text: 'Thin needles stimulate certain points; electro-acupuncture adds a weak electric current. It is often used to relieve pain. Tell the practitioner about blood thinners, a pacemaker, pregnancy or fainting from needles; bleeding that does not stop, chest pain or shortness of breath needs help at once.',
    },
    traumatology: {
      name: 'Treatment of sprains and injuries',
      text: 'Sprains, dislocations and fractures are treated by hand, with poultices or with splints. Tell the practitioner about osteoporosis, tumors, numbness or weakness; worse pain or weakness afterward needs help at once.',
    },
    'acupuncture-and-traumatology': {
      name: 'Acupuncture with treatment of injuries',
      text: 'Acupuncture and manual treatment are given at the same visit. Tell the practitioner about blood thinners, a pacemaker, osteoporosis or pregnancy; worse pain, weakness or shortness of breath afterward needs help at once.',
    },
  },
);
