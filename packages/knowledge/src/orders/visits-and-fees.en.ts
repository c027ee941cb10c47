import { orderGroups } from './order-groups.js';

export const visitsAndFees = orderGroups(
  { ask: 'billing-desk', from: ['nhi', 'nhi-fee-schedule'], written: '2026-11-30' },
  {
    'visit-fee': {
      name: 'Outpatient visit fee',
      text: 'This is the fee for seeing a doctor as an outpatient. Codes differ by the type of hospital or clinic, the number of patients seen and whether a refillable prescription was given; the NHI pays the fee, and the patient pays the co-payment. More codes do not mean more visits.',
      orders: {
        '01023C': 'Visit fee, preterm baby at high risk',
        '01038C': 'Extra fee for a referred visit',
      },
    },
    'emergency-fee': {
      name: 'Emergency visit fee',
      text: 'This is the fee for seeing a doctor in the emergency room, by triage level and time. The co-payment is usually higher than at a clinic; tests, drugs and observation are charged separately.',
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
      text: 'This is the fee for preparing and arranging a referral to another hospital or clinic, or back from it. The NHI pays it; with the referral, the co-payment may be lower.',
    },
    'occupational-visit': {
      name: 'Visit fee for an injury or illness from work',
      text: 'This is the outpatient visit fee for an injury or illness caused by work. The employer, the Bureau of Labor Insurance or the occupational medicine clinic can explain how to apply.',
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
      name: 'Inpatient doctor’s visit fee',
      text: 'This is the fee for the doctor’s daily visit during a hospital stay, or for a visit by another specialist. It is charged once a day by type of bed; the NHI pays it, and the co-payment for the stay is calculated separately.',
      orders: { '02005B': 'Consultation by another specialty' },
    },
    'ward-fee': {
      name: 'Ward and nursing fee',
      text: 'This is the daily fee for a bed and nursing care during a hospital stay, by type of bed, such as acute, long-term, intensive or isolation. NHI beds cost nothing extra; patients pay the extra charge for a single or double room themselves, which is explained at admission.',
    },
    'psychiatric-stay': {
      name: 'Psychiatric inpatient or day care fee',
      text: 'This is the daily fee for a psychiatric stay, day care or rehabilitation, including therapy. The NHI pays it; the co-payment changes with the number of days.',
    },
    'tube-feeding': {
      name: 'Tube feeding fee',
      text: 'This is the fee for tube feeding for people who cannot eat by themselves, by type and calories. The doctor and dietitian choose the formula.',
    },
    'nutrition-care': {
      name: 'Nutrition care fee',
      text: 'This fee covers a bedside visit by a dietitian, who assesses and adjusts your diet. The family can ask what to eat at home afterwards.',
    },
    'pharmacy-fee': {
      name: 'Pharmacy fee',
      text: 'This is the fee for a pharmacist who checks the prescription, prepares the drugs and explains them, by type of pharmacy and days supplied. The NHI pays it separately from the drugs; the pharmacist can explain again how to use them.',
      ask: 'pharmacist',
    },
    'home-visit': {
      name: 'Home visit fee',
      text: 'This is the fee for a doctor, nurse or other professional who visits the home or institution, by need and region. It covers changing tubes, wound care and other care; the home care office can tell you the date of the next visit and a number for emergencies.',
    },
    'end-of-life': {
      name: 'Palliative care fee',
      text: 'This is the fee for palliative care, which relieves suffering in the last stage of life. It is available in the hospital or at home; ask the doctor or the palliative care nurse how to arrange it.',
      orders: { '02020B': 'Family talk on palliative care', '05316C': 'Pain pump controlled by the patient' },
    },
    discharge: {
      name: 'Discharge planning',
      text: 'This is the fee for arranging care, aids and visits before a patient goes home, and for following up afterwards. The discharge nurse can explain home care and how to apply for long-term care.',
      orders: { '02025B': 'Discharge planning and follow-up' },
    },
  },
);
