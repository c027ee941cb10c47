import { entries } from '../entry/entry.js';

/** Terms of cards, premiums and claims. */
export const terms = entries(
  { ask: 'nhi-office', from: ['nhi'], written: '2026-11-30' },
  {
    'card-serial': {
      name: 'Card visit serial',
      text: 'This is the number that the card gives to each visit; it counts up within a year. Letters (such as IC or F) mark special cases, such as refills of drugs for a chronic illness; all records of one visit share a number.',
    },
    copayment: {
      name: 'Co-payment',
      text: 'This is the share of the bill for a visit, drugs or tests that the person pays; the NHI pays the rest. Registration fees and self-paid items are not included; hospital stays, catastrophic illness and low income have other rules.',
    },
    points: {
      name: 'NHI points',
      text: 'These are the points that a provider claims from the NHI. A point is worth about one New Taiwan dollar, and the exact value changes every quarter; it is not a bill for the person.',
    },
    division: {
      name: 'NHI division',
      text: 'This is the NHI’s regional office for the place, such as Taipei or Northern. It shows the region, not the level of a hospital.',
    },
    'delivered-on': {
      name: 'Date dispensed, examined or treated',
      text: 'This is the day when drugs were collected, a test was done or treatment was given elsewhere. If a row shows only this day, it is not another visit.',
    },
    'diagnosis-code': {
      name: 'Code of the illness',
      text: 'This is the code of the illness on the claim, from ICD-10-CM since 2016. Codes that were written to look for an illness or rule it out appear too; ask the physician about names that are unclear.',
      ask: 'written-by-physician',
    },
    'procedure-code': {
      name: 'Procedure code',
      text: 'This is the code of an operation or procedure, usually from ICD-10-PCS. In outpatient rows it is often empty because there was no operation or procedure.',
      ask: 'written-by-physician',
    },
    quantity: {
      name: 'Total quantity',
      text: 'This shows how much was ordered in all, such as the number of tablets, bottles or sessions. It is not the daily amount; the drug bag says how to use it.',
      ask: 'pharmacist',
    },
    days: {
      name: 'Days supplied',
      text: 'This shows for how many days the drugs last. Zero or an empty field usually means a test, a fee or a drug used as needed.',
      ask: 'pharmacist',
    },
    'claim-period': {
      name: 'Claim period',
      text: 'This is the period that the hospital claims; long stays are claimed by month. It may differ from the time between admission and discharge.',
    },
    severity: {
      name: 'Severity of the allergy',
      text: 'This is the degree that was noted when the allergy was recorded: mild, moderate or severe. It describes that reaction; the next one may differ, so mention it at every visit.',
      ask: 'next-visit',
    },
    'recorded-by': {
      name: 'How the allergy was recorded',
      text: 'This shows whether the allergy was entered in the cloud or on the card. If it is wrong or ruled out, ask the facility that recorded it to correct it.',
      ask: 'next-visit',
    },
    will: {
      name: 'Organ donation and palliative care will',
      text: 'These are wishes noted on the card, such as organ donation, palliative care or no resuscitation. They can be changed or withdrawn at any time; ask a hospital or the Ministry of Health and Welfare how.',
      ask: 'care-team',
    },
    'test-date': {
      name: 'Test date',
      text: 'This is the day of the test itself, which is used to draw trends. It may differ from the visit date, which for a hospital stay is the day of admission.',
      ask: 'next-visit',
    },
    'uploaded-at': {
      name: 'Uploaded at',
      text: 'This is when the facility sent the data to the NHI. One result may arrive through two channels; the same content counts only once.',
      ask: 'next-visit',
    },
    'reference-range': {
      name: 'Reference range',
      text: 'This is the range in which the laboratory finds most healthy people; it depends on method, age and sex. A value outside it does not prove a disease, and a value inside it does not rule one out; it is read together with everything else.',
      ask: 'next-visit',
    },
    'finding-grade': {
      name: 'Result grade',
      text: 'This is the grade of advice from the adult check-up: see a physician, have further tests, or be treated. It points to a next step and names no disease.',
      ask: 'next-visit',
    },
    'metabolic-syndrome': {
      name: 'Metabolic syndrome',
      text: 'This means that three or more of five values (waist, blood pressure, blood sugar, triglycerides and HDL) are outside the limits. The risk of disease of the heart and blood vessels is higher; food, exercise and weight control can lower it.',
      ask: 'next-visit',
    },
    enrolled: {
      name: 'Enrolled',
      text: 'This is the day and the facility where the person joined a care programme. After a change of facility, the old facility may close it and the new one enroll the person again.',
      ask: 'care-programme',
    },
    closed: {
      name: 'Closed',
      text: 'This is the day when the person left a care programme. If it is empty, the programme continues; closing does not mean that the illness is over.',
      ask: 'care-programme',
    },
    stage: {
      name: 'Stage',
      text: 'This shows whether the visit was enrollment, follow-up or yearly review. Each stage has its own checks.',
      ask: 'care-programme',
    },
    'card-status': {
      name: 'Card status',
      text: 'This shows whether the card can be used, was cancelled or was reported lost. If in doubt, ask the NHI or a post office.',
    },
    'card-issue': {
      name: 'Issue of the card',
      text: 'This shows when, why and where the card was issued: as a first card, because it was lost or damaged, or for a new name. If you did not ask for it, call the NHI at once.',
    },
    'card-number': {
      name: 'Card number',
      text: 'This is the number of the card; only part of it is shown for privacy. A new card has a new number.',
    },
    'premium-month': {
      name: 'Month billed',
      text: 'This is the month to which the premium belongs. Premiums are charged by month, usually by how a person is insured at the end of the month.',
    },
    'insured-unit': {
      name: 'Insured unit',
      text: 'This is who insures you: an employer, union or district office. When changing work or retiring, make sure that the next one takes over.',
    },
    'insured-category': {
      name: 'Category of the insured',
      text: 'Six categories by status decide how the premium is calculated and shared. Employees are usually in category 1, union members without a fixed employer in 2, and people who are insured through the district in 6.',
    },
    'insured-salary': {
      name: 'Insured salary',
      text: 'This is the monthly bracket by which the premium is calculated; it is reported from salary or income. If it differs much from your pay, ask the insured unit.',
    },
    dependants: {
      name: 'Dependents',
      text: 'This shows how many family members are insured through you. At most three are charged.',
    },
    'own-premium': {
      name: 'Premium payable',
      text: 'This is what you and your dependents owe for the month. The shares of the employer and the government are not included.',
    },
    'premium-kind': {
      name: 'Kind of premium',
      text: 'The general premium is paid monthly. The supplementary premium is taken from large bonuses, side jobs, interest, dividends, rent and similar sources.',
    },
    'amount-due': {
      name: 'Amount due',
      text: 'This is the amount to be paid. If it differs from what was paid, the reason may be installments, part payment or a delay.',
    },
    'amount-paid': {
      name: 'Amount paid',
      text: 'This is what was received and when; it may take days until it appears. If a payment is missing, keep the receipt and ask the NHI.',
    },
    'payment-channel': {
      name: 'How it was paid',
      text: 'This shows how the premium was paid: from salary, from an account, at a shop or at a post office. Ask the insured unit or the NHI to change it.',
    },
    'tooth-code': {
      name: 'Tooth code',
      text: 'This is the international number of a tooth. The first digit is the quarter (your upper right 1, upper left 2, lower left 3, lower right 4; baby teeth 5 to 8). The second digit counts from the middle.',
      ask: 'dentist',
    },
  },
);
