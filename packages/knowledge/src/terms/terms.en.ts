import { entries } from '../entry/entry.js';

/** Explanations of the terms used for cards, premiums and claims. */
export const terms = entries(
  { ask: 'nhi-office', from: ['nhi'], written: '2026-11-30' },
  {
    'card-serial': {
      name: 'Card visit serial',
      text: 'This is the number that the card assigns to each visit; the number increases with each visit within a year. Letters (such as IC or F) indicate special cases, such as picking up drugs for a chronic illness or visiting without the card. All records of one visit have the same number.',
    },
    copayment: {
      name: 'Co-payment',
      text: 'This is the part of the bill for a visit, drugs or tests that the patient pays; the NHI pays the rest. Registration fees and items that you pay for yourself are not included; other rules apply to hospital stays, catastrophic illness and low-income households.',
    },
    points: {
      name: 'NHI points',
      text: 'These are the points that a hospital or clinic claims from the NHI. A point is worth about one New Taiwan dollar, but the exact value changes every quarter; the points are not a bill that you must pay.',
    },
    division: {
      name: 'NHI division',
      text: 'This is the regional office of the NHI Administration in charge of the area, such as Taipei or Northern. It shows the region in which the hospital or clinic is located, not its level.',
    },
    'delivered-on': {
      name: 'Date dispensed, examined or treated',
      text: 'This is the date on which drugs were picked up, a test was done or treatment was given at another place. A row that contains only this date does not represent another visit.',
    },
    'diagnosis-code': {
      name: 'Illness code',
      text: 'This is the code for the illness on the claim; since 2016, it has been an ICD-10-CM code. Some codes were entered only because the doctor wanted to check for an illness or rule it out; if a name is unclear, ask the doctor.',
      ask: 'written-by-physician',
    },
    'procedure-code': {
      name: 'Procedure code',
      text: 'This is the code for an operation or procedure, usually an ICD-10-PCS code. In outpatient rows it is often empty because there was no operation or procedure.',
      ask: 'written-by-physician',
    },
    quantity: {
      name: 'Total quantity',
      text: 'This is the total quantity ordered, such as the number of tablets, bottles or sessions. It is not the daily amount; the label on the medicine bag says how to use the drug.',
      ask: 'pharmacist',
    },
    days: {
      name: 'Days supplied',
      text: 'This shows how many days the drugs are meant to last. Zero or an empty field usually means that the order is a test, a fee or a drug used only as needed.',
      ask: 'pharmacist',
    },
    'claim-period': {
      name: 'Claim period',
      text: 'This is the period covered by the hospital’s claim; for long stays, hospitals submit a claim every month. It may differ from the period between admission and discharge.',
    },
    severity: {
      name: 'Allergy severity',
      text: 'This is how severe the allergic reaction was when it was recorded: mild, moderate or severe. It describes that reaction only; the next reaction may be different, so tell the doctor about the allergy at every visit.',
      ask: 'next-visit',
    },
    'recorded-by': {
      name: 'How the allergy was recorded',
      text: 'This shows whether the allergy was recorded online or on the card. If the allergy is wrong or has been ruled out, ask the hospital or clinic that recorded it to correct the record.',
      ask: 'next-visit',
    },
    will: {
      name: 'Organ donation and palliative care wishes',
      text: 'These are wishes recorded on the card, such as a wish to donate organs, to receive palliative care or not to be resuscitated. They can be changed or withdrawn at any time; a hospital or the Ministry of Health and Welfare can tell you how.',
      ask: 'care-team',
    },
    'test-date': {
      name: 'Test date',
      text: 'This is the date of the test itself, which is used in the trend charts. It may differ from the visit date, which for a hospital stay is the day of admission.',
      ask: 'next-visit',
    },
    'uploaded-at': {
      name: 'Uploaded at',
      text: 'This is when the hospital or clinic sent the data to the NHI Administration. The same result may be submitted by two routes; identical results are counted only once.',
      ask: 'next-visit',
    },
    'reference-range': {
      name: 'Reference range',
      text: 'This is the range in which most healthy people’s results fall; it depends on the test method, age and sex. A value outside the range does not prove that a person has a disease, and a value inside it does not rule out a disease; the value is interpreted along with all other information.',
      ask: 'next-visit',
    },
    'finding-grade': {
      name: 'Result grade',
      text: 'This is the advice that follows from the adult check-up: see a doctor, have further tests, or get treatment. The advice suggests the next step and does not name a disease.',
      ask: 'next-visit',
    },
    'metabolic-syndrome': {
      name: 'Metabolic syndrome',
      text: 'This means that three or more of five values (waist, blood pressure, blood sugar, triglycerides and HDL) are outside the limits. The risk of heart and blood vessel disease is then higher than usual; diet, exercise and weight control can lower the risk.',
      ask: 'next-visit',
    },
    enrolled: {
      name: 'Enrolled',
      text: 'This shows the date on which a person joined a care program, and the hospital or clinic that provides the program. When a person changes to another hospital or clinic, the old one may close the case and the new one may enroll the person again.',
      ask: 'care-programme',
    },
    closed: {
      name: 'Closed',
      text: 'This is the date on which a person left a care program. If the date is empty, the program continues; closing the case does not mean that the illness is over.',
      ask: 'care-programme',
    },
    stage: {
      name: 'Stage',
      text: 'This shows whether the visit was for enrollment, follow-up or the yearly review. Different checks are done at each stage.',
      ask: 'care-programme',
    },
    'card-status': {
      name: 'Card status',
      text: 'This shows whether the card can be used, was canceled or was reported lost. If you are not sure, contact the NHI Administration or a post office.',
    },
    'card-issue': {
      name: 'Card issue',
      text: 'This shows when, where and why the card was issued, for example as a first card, to replace a lost or damaged card, or after a change of name. If you did not apply for it, contact the NHI Administration at once.',
    },
    'card-number': {
      name: 'Card number',
      text: 'This is the number of the card; to protect your privacy, only part of it is shown. A new card has a new number.',
    },
    'premium-month': {
      name: 'Month billed',
      text: 'This is the month for which the premium is charged. Premiums are charged by the month, usually according to where a person is insured at the end of the month.',
    },
    'insured-unit': {
      name: 'Insured unit',
      text: 'This is the organization through which you are insured: an employer, union or district office. When you change jobs or retire, make sure that another organization takes over.',
    },
    'insured-category': {
      name: 'Insured category',
      text: 'People are insured in one of six categories, which decide how the premium is calculated and who pays which share of it. Employees are usually in category 1, union members without a fixed employer in category 2, and people insured through the district office in category 6.',
    },
    'insured-salary': {
      name: 'Insured salary',
      text: 'This is the monthly amount used to calculate the premium; it is reported in fixed salary or income brackets. If this amount differs a lot from your pay, ask the organization through which you are insured.',
    },
    dependants: {
      name: 'Dependents',
      text: 'This is the number of family members who are insured through you. Premiums are charged for at most three dependents.',
    },
    'own-premium': {
      name: 'Premium payable',
      text: 'This is the general premium that you owe for yourself and your dependents for the month. The shares paid by the employer and the government are not included.',
    },
    'premium-kind': {
      name: 'Premium type',
      text: 'The general premium is paid every month. The supplementary premium is charged on income such as large bonuses, second jobs, interest, dividends and rent.',
    },
    'amount-due': {
      name: 'Amount due',
      text: 'This is the amount that must be paid. If it differs from the amount that was paid, the premium may have been paid in installments, in part or late.',
    },
    'amount-paid': {
      name: 'Amount paid',
      text: 'This shows the amount that was received and the date; a payment may take a few days to appear. If a payment is missing, keep the receipt and contact the NHI Administration.',
    },
    'payment-channel': {
      name: 'How it was paid',
      text: 'This shows how the premium was paid, for example through salary, a bank account, a convenience store or a post office. To change the way you pay, contact the organization through which you are insured or the NHI Administration.',
    },
    'tooth-code': {
      name: 'Tooth code',
      text: 'This is the number of a tooth in the international system. The first digit shows the quarter of the mouth, as seen from your own point of view (upper right 1, upper left 2, lower left 3, lower right 4; for baby teeth, 5 to 8). The second digit shows the position of the tooth, counted from the middle.',
      ask: 'dentist',
    },
  },
);
