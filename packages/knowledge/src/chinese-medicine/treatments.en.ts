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
      text: 'The fee for being seen by a practitioner of Chinese medicine, by kind of clinic and whether drugs are given. Co-payment and registration fee are separate.',
    },
    'daily-drug-cost': {
      name: 'Chinese drugs, by day',
      text: 'What the NHI pays the facility for Chinese drugs, by the days prescribed. The dispensing fee and the co-payment are apart.',
    },
    'dispensing-fee': {
      name: 'Dispensing fee for Chinese medicine',
      text: 'The fee for putting the medicine together, by a pharmacist or the practitioner. Check name and use when collecting it.',
    },
    'instrument-fee': {
      name: 'Pulse or tongue instrument',
      text: 'An instrument records the pulse or the look of the tongue for the practitioner. It does not hurt and needs no preparation.',
    },
    'enhanced-care': {
      name: 'Extra care for certain illnesses',
      text: 'Extra Chinese medicine care by the NHI for asthma or cerebral palsy in children, stroke, or injury of head or spine. Other treatment goes on; tell both sides about all drugs.',
    },
    acupuncture: {
      name: 'Acupuncture',
      text: 'Thin needles stimulate points; electro-acupuncture adds a weak current. Common for pain. Mention blood thinners, a pacemaker, pregnancy or fainting with needles; bleeding that goes on, chest pain or breathlessness need help at once.',
    },
    traumatology: {
      name: 'Treatment of sprains and injuries',
      text: 'Manual treatment, poultices or splints for sprains, dislocations and fractures. Mention thin bones, tumours, numbness or weakness; worse pain or weakness afterwards needs help at once.',
    },
    'acupuncture-and-traumatology': {
      name: 'Acupuncture with treatment of injuries',
      text: 'Acupuncture and manual treatment at one visit. Mention blood thinners, a pacemaker, thin bones or pregnancy; worse pain, weakness or breathlessness afterwards needs help at once.',
    },
  },
);
