import { orderGroups } from './order-groups.js';

export const visitsAndFees = orderGroups(
  { ask: 'billing-desk', from: ['nhi', 'nhi-fee-schedule'], written: '2026-11-30' },
  {
    'visit-fee': {
      name: 'Outpatient visit fee',
      text: 'This fee covers seeing a doctor as an outpatient. The code depends on the type of hospital or clinic, the number of patients seen and whether a refillable prescription was given. The NHI pays this fee, and the patient pays the co-payment. If there are several codes, it does not mean that there were several visits.',
      orders: {
        '01023C': 'Visit fee for a preterm baby at high risk',
        '01038C': 'Extra fee for a visit with a referral',
      },
    },
    'emergency-fee': {
      name: 'Emergency visit fee',
      text: 'This fee covers seeing a doctor in the emergency room; it depends on the triage level and the time of day. The co-payment is usually higher than at a clinic; tests, drugs and observation are charged separately.',
      orders: {
        '00201B': 'Emergency visit fee',
        '00202B': 'Emergency visit fee',
        '00203B': 'Emergency visit fee',
        '00204B': 'Emergency visit fee',
        '00225B': 'Emergency visit fee',
        '01015C': 'Emergency visit fee',
        '01021C': 'Psychiatric emergency visit fee',
      },
    },
    'referral-fee': {
      name: 'Referral fee',
      text: 'This fee covers preparing and arranging a referral to another hospital or clinic, or a referral back. The NHI pays this fee; the co-payment may be lower for patients who have a referral.',
    },
    'occupational-visit': {
      name: 'Visit fee for a work injury or illness',
      text: 'This is the outpatient visit fee for an injury or illness caused by work. Your employer, the Bureau of Labor Insurance or an occupational medicine clinic can explain how to apply.',
      orders: {
        '01040C': 'Visit fee, occupational disease',
        '01050C': 'Visit fee, occupational disease',
        '01060C': 'Visit fee, occupational disease',
        '01070C': 'Visit fee, occupational disease',
        '01075C': 'Occupational medicine interview',
        '01080C': 'Visit fee, occupational disease',
        '01090C': 'Visit fee, occupational disease',
        '01188C': 'Extra fee for the first visit for a work injury',
      },
    },
    'inpatient-visit-fee': {
      name: 'Inpatient doctor visit fee',
      text: 'This fee covers the doctor’s daily visit during a hospital stay, or a visit by another specialist. The fee is charged once a day and depends on the type of bed; the NHI pays the fee, and the co-payment for the stay is calculated separately.',
      orders: { '02005B': 'Consultation by another specialty' },
    },
    'ward-fee': {
      name: 'Ward and nursing fee',
      text: 'This daily fee covers a bed and nursing care during a hospital stay; it depends on the type of bed, such as acute, long-term, intensive or isolation. There is no extra charge for NHI beds; patients pay the extra charge for a single or double room themselves, and the charge is explained at admission.',
    },
    'psychiatric-stay': {
      name: 'Fee for psychiatric inpatient or day care',
      text: 'This is the daily fee for a psychiatric stay, day care or rehabilitation, including therapy. The NHI pays this fee; the co-payment depends on the number of days.',
    },
    'tube-feeding': {
      name: 'Tube feeding fee',
      text: 'This fee covers tube feeding for people who cannot eat by themselves; it depends on the type of formula and its calories. The doctor and dietitian choose the formula.',
    },
    'nutrition-care': {
      name: 'Nutrition care fee',
      text: 'This fee covers a bedside visit by a dietitian, who assesses and adjusts your diet. Ask the dietitian what to eat at home after the stay.',
    },
    'pharmacy-fee': {
      name: 'Pharmacy fee',
      text: 'This fee covers a pharmacist’s work: checking the prescription, preparing the drugs and explaining them. The fee depends on the type of pharmacy and the number of days of drugs supplied; the NHI pays it separately from the price of the drugs. The pharmacist can explain again how to use the drugs.',
      ask: 'pharmacist',
    },
    'home-visit': {
      name: 'Home visit fee',
      text: 'This fee covers a visit by a doctor, nurse or other professional to a home or institution, for example to change tubes or care for a wound. The fee depends on the care that is needed and on the region; the home care office can tell you the date of the next visit and a phone number for emergencies.',
    },
    'end-of-life': {
      name: 'Palliative care fee',
      text: 'This fee covers palliative care, which relieves suffering in the last stage of life. This care is available in the hospital or at home; ask the doctor or the palliative care nurse how to arrange it.',
      orders: {
        '02020B': 'Family talk on palliative care',
        '05316C': 'Pain relief pump controlled by the patient',
      },
    },
    discharge: {
      name: 'Discharge planning',
      text: 'This fee covers the arrangement of care, aids and visits before you go home, and follow-up afterward. The discharge nurse can explain home care and how to apply for long-term care.',
      orders: { '02025B': 'Discharge planning and follow-up' },
    },
  },
);
