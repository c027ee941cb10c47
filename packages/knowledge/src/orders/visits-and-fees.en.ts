import { orderGroups } from './order-groups.js';

export const visitsAndFees = orderGroups(
  { ask: 'billing-desk', from: ['nhi', 'nhi-fee-schedule'], written: '2026-11-30' },
  {
    'visit-fee': {
      name: 'Outpatient visit fee',
      text: 'This is the fee for being seen by a physician. Codes differ by the kind of hospital or clinic, how many people were seen and whether a refillable prescription was given; the NHI pays it, and the person pays the co-payment. More codes do not mean more visits.',
      orders: {
        '01023C': 'Visit fee, preterm baby at high risk',
        '01038C': 'Extra fee for a referred visit',
      },
    },
    'emergency-fee': {
      name: 'Emergency visit fee',
      text: 'This is the fee for being seen by a physician in the emergency room, by triage level and time. The co-payment is usually higher than at a clinic; tests, drugs and observation are charged separately.',
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
      text: 'This is the fee for preparing and arranging a referral to another hospital, or back from it. The NHI pays it; with the referral the co-payment may be lower.',
    },
    'occupational-visit': {
      name: 'Visit fee for an injury or illness from work',
      text: 'This is the outpatient fee when work caused an injury or illness. The employer, the Bureau of Labor Insurance or the clinic for occupational medicine can tell how to apply.',
      orders: {
        '01040C': 'Visit fee, occupational disease',
        '01050C': 'Visit fee, occupational disease',
        '01060C': 'Visit fee, occupational disease',
        '01070C': 'Visit fee, occupational disease',
        '01075C': 'Occupational medicine interview',
        '01080C': 'Visit fee, occupational disease',
        '01090C': 'Visit fee, occupational disease',
        '01188C': 'Extra fee, first visit for a work injury',
      },
    },
    'inpatient-visit-fee': {
      name: 'Inpatient physician fee',
      text: 'This is the fee for the physician’s daily round, or for being seen by another specialty, during a stay. It is counted by kind of bed, once a day; the NHI pays it, and the co-payment of the stay is calculated separately.',
      orders: { '02005B': 'Consultation by another specialty' },
    },
    'ward-fee': {
      name: 'Ward and nursing fee',
      text: 'This is the daily fee for bed and nursing during a stay, by kind of bed such as acute, long-term, intensive or isolation. Beds within the NHI cost nothing more; the extra charge for a single or double room is paid by the patient and explained at admission.',
    },
    'psychiatric-stay': {
      name: 'Psychiatric inpatient or day care fee',
      text: 'This is the daily fee for a psychiatric stay, day care or rehabilitation, with therapy. The NHI pays it; the co-payment changes with the number of days.',
    },
    'tube-feeding': {
      name: 'Tube feeding fee',
      text: 'This is the fee for food through a tube when somebody cannot eat, by kind and calories. The physician and dietitian choose the formula.',
    },
    'nutrition-care': {
      name: 'Nutrition care fee',
      text: 'This is the fee for a dietitian who assesses and adjusts the diet at the bedside. The family can ask how to eat at home afterwards.',
    },
    'pharmacy-fee': {
      name: 'Pharmacy fee',
      text: 'This is the fee for a pharmacist who checks the prescription, prepares it and explains it, by kind of pharmacy and days supplied. The NHI pays it separately from the drugs; the pharmacist can explain once more how to use them.',
      ask: 'pharmacist',
    },
    'home-visit': {
      name: 'Home visit fee',
      text: 'This is the fee for a physician, nurse or other professional who comes to the home or institution, by need and region. It covers changing tubes, wound care and other care; the home care office can give the date of the next visit and a number for emergencies.',
    },
    'end-of-life': {
      name: 'Palliative care fee',
      text: 'This is the fee for palliative care, which eases the last stage of life. It is possible in the hospital or at home; ask the physician or the palliative care nurse how to arrange it.',
      orders: { '02020B': 'Family talk on palliative care', '05316C': 'Pain pump controlled by the patient' },
    },
    discharge: {
      name: 'Discharge planning',
      text: 'This is the fee for arranging care, aids and visits before going home, and for following up. The discharge nurse can explain home care and how to apply for long-term care.',
      orders: { '02025B': 'Discharge planning and follow-up' },
    },
  },
);
