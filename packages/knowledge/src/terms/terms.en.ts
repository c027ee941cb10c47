import { entries } from '../entry/entry.js';

/** Terms of cards, premiums and claims. */
export const terms = entries(
  { ask: 'nhi-office', from: ['nhi'], written: '2026-11-30' },
  {
    'card-serial': {
      name: 'Card visit serial',
      text: 'The number that the card gives to each visit, counting up within a year. Letters (such as IC or F) mark special cases, such as refills; records of one visit share a number.',
    },
    copayment: {
      name: 'Co-payment',
      text: 'The share of the bill for a visit, drugs or tests that the person pays, the NHI paying the rest. Registration fees and self-paid items are not in it; hospital stays, catastrophic illness and low income have other rules.',
    },
    points: {
      name: 'NHI points',
      text: 'The points that a provider claims from the NHI. A point is worth about one New Taiwan dollar, the exact value changes by quarter, and it is no bill for the person.',
    },
    division: {
      name: 'NHI division',
      text: 'The NHI’s regional office for the place, such as Taipei or Northern. It tells the region and not the level of a hospital.',
    },
    'delivered-on': {
      name: 'Date dispensed, examined or treated',
      text: 'The day when drugs were collected, a test was done or treatment given elsewhere. Where only this day stands, the row is no further visit.',
    },
    'diagnosis-code': {
      name: 'Code of the illness',
      text: 'The code of the illness on the claim, ICD-10-CM since 2016. Codes written to look for something appear too; ask the physician about names that are unclear.',
      ask: 'written-by-physician',
    },
    'procedure-code': {
      name: 'Procedure code',
      text: 'The code of an operation or procedure, mostly ICD-10-PCS. In outpatient rows it is often empty because there was none.',
      ask: 'written-by-physician',
    },
    quantity: {
      name: 'Total quantity',
      text: 'How much was ordered in all, such as tablets, bottles or times. It is not the daily amount; see the drug bag for use.',
      ask: 'pharmacist',
    },
    days: {
      name: 'Days supplied',
      text: 'For how many days the drugs last. Zero or empty mostly means a test, a fee or a drug used as needed.',
      ask: 'pharmacist',
    },
    'claim-period': {
      name: 'Claim period',
      text: 'The span that the hospital claims; long stays are claimed by month. It need not equal admission to discharge.',
    },
    severity: {
      name: 'Severity of the allergy',
      text: 'The degree noted when it was recorded: mild, moderate or severe. It tells about that reaction; the next may differ, so mention it at every visit.',
      ask: 'next-visit',
    },
    'recorded-by': {
      name: 'How the allergy was recorded',
      text: 'Whether the allergy was entered in the cloud or on the card. If it is wrong or ruled out, ask the facility that recorded it to correct it.',
      ask: 'next-visit',
    },
    will: {
      name: 'Organ donation and palliative care will',
      text: 'Wishes noted on the card, such as organ donation, palliative care or no resuscitation. They can be changed or withdrawn at any time; ask a hospital or the Ministry of Health and Welfare how.',
      ask: 'care-team',
    },
    'test-date': {
      name: 'Test date',
      text: 'The day of the test itself, by which trends are drawn. It differs from the visit date, which in hospital is the day of admission.',
      ask: 'next-visit',
    },
    'uploaded-at': {
      name: 'Uploaded at',
      text: 'When the facility sent it to the NHI. One result may come through two channels; the same content counts once.',
      ask: 'next-visit',
    },
    'reference-range': {
      name: 'Reference range',
      text: 'The range in which the laboratory finds most healthy people, by method, age and sex. Outside is no proof of disease, and inside no proof against it; it is read together with the rest.',
      ask: 'next-visit',
    },
    'finding-grade': {
      name: 'Result grade',
      text: 'The grade of advice of the adult check-up: see a physician, test further, or be treated. It points to a next step and names no disease.',
      ask: 'next-visit',
    },
    'metabolic-syndrome': {
      name: 'Metabolic syndrome',
      text: 'Three or more of five – waist, pressure, sugar, triglycerides, HDL – outside the limits. It tells of a higher risk to heart and vessels; food, exercise and weight improve it.',
      ask: 'next-visit',
    },
    enrolled: {
      name: 'Enrolled',
      text: 'The day and facility of joining a care programme. A change of facility may close it and open it again.',
      ask: 'care-programme',
    },
    closed: {
      name: 'Closed',
      text: 'The day of leaving a care programme. Empty means that it goes on; closing does not mean that the illness is over.',
      ask: 'care-programme',
    },
    stage: {
      name: 'Stage',
      text: 'Whether this visit was enrolment, follow-up or yearly review. Each stage has its own checks.',
      ask: 'care-programme',
    },
    'card-status': {
      name: 'Card status',
      text: 'Whether the card can be used, was cancelled or reported lost. Ask the NHI with doubts.',
    },
    'card-issue': {
      name: 'Issue of the card',
      text: 'When, why and where the card was issued: first, lost, damaged, new name. If you did not ask for it, call the NHI at once.',
    },
    'card-number': {
      name: 'Card number',
      text: 'The number of the card, shown in part for privacy. A new card has a new number.',
    },
    'premium-month': {
      name: 'Month billed',
      text: 'The month to which the premium belongs. Premiums go by month, usually by where one is insured at its end.',
    },
    'insured-unit': {
      name: 'Insured unit',
      text: 'Who insures you: employer, union or district office. When changing work or retiring, make sure the next one takes over.',
    },
    'insured-category': {
      name: 'Category of the insured',
      text: 'Six categories by status decide how the premium is calculated and shared. Employees are mostly category 1, union members without fixed employer 2, others insured by district 6.',
    },
    'insured-salary': {
      name: 'Insured salary',
      text: 'The monthly bracket by which the premium is calculated, reported from salary or income. If far from your pay, ask the insured unit.',
    },
    dependants: {
      name: 'Dependants',
      text: 'How many family members are insured through you. At most three are charged.',
    },
    'own-premium': {
      name: 'Premium payable',
      text: 'What you and your dependants owe for the month. The shares of employer and government are not in it.',
    },
    'premium-kind': {
      name: 'Kind of premium',
      text: 'The general premium is monthly. The supplementary one is taken from large bonuses, side jobs, interest, dividends, rent and the like.',
    },
    'amount-due': {
      name: 'Amount due',
      text: 'What is to be paid. If it differs from what was paid, there may be instalments, part payment or delay.',
    },
    'amount-paid': {
      name: 'Amount paid',
      text: 'What was received and when; posting may take days. If a payment is missing, keep the receipt and ask the NHI.',
    },
    'payment-channel': {
      name: 'How it was paid',
      text: 'How it was paid: from salary, from an account, at a shop or post office. Ask the insured unit or the NHI to change it.',
    },
    'tooth-code': {
      name: 'Tooth code',
      text: 'The international number: the first digit is the quarter (your upper right 1, upper left 2, lower left 3, lower right 4; milk teeth 5 to 8). The second digit counts from the middle.',
      ask: 'dentist',
    },
  },
);
