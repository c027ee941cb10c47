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
      text: 'This is the fee for being seen by a practitioner of Chinese medicine; it depends on the kind of clinic and whether drugs are given. Co-payment and registration fee are separate.',
    },
    'daily-drug-cost': {
      name: 'Chinese drugs, by day',
      text: 'This is what the NHI pays the facility for Chinese drugs, by the days prescribed. The dispensing fee and the co-payment are separate.',
    },
    'dispensing-fee': {
      name: 'Dispensing fee for Chinese medicine',
      text: 'This is the fee for preparing the medicine, paid to a pharmacist or the practitioner. Check the name and how to use it when collecting it.',
    },
    'instrument-fee': {
      name: 'Pulse or tongue instrument',
      text: 'An instrument records the pulse or the look of the tongue for the practitioner. It does not hurt and needs no preparation.',
    },
    'enhanced-care': {
      name: 'Extra care for certain illnesses',
      text: 'The NHI offers extra Chinese medicine care for asthma or cerebral palsy in children, for stroke, or for injury of the head or spine. Other treatment continues; tell both sides about all drugs.',
    },
    acupuncture: {
      name: 'Acupuncture',
      text: 'Thin needles stimulate points; electro-acupuncture adds a weak current. It is common for pain. Mention blood thinners, a pacemaker, pregnancy or fainting with needles; bleeding that does not stop, chest pain or shortness of breath needs help at once.',
    },
    traumatology: {
      name: 'Treatment of sprains and injuries',
      text: 'Sprains, dislocations and fractures are treated by hand, with poultices or with splints. Mention thin bones, tumors, numbness or weakness; worse pain or weakness afterwards needs help at once.',
    },
    'acupuncture-and-traumatology': {
      name: 'Acupuncture with treatment of injuries',
      text: 'Acupuncture and manual treatment are given at one visit. Mention blood thinners, a pacemaker, thin bones or pregnancy; worse pain, weakness or shortness of breath afterwards needs help at once.',
    },
  },
);
