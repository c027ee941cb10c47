/**
 * Habits of providers and people that make a passbook hard to read. Each habit can be switched on or off
 * separately. The facts of a life stay the same, and only the way in which they are lived or recorded changes, so
 * that a failure identifies the habit.
 */
export const habits = {
  supply: {
    'early-refill': 'A part of a prescription is collected up to ten days before the previous part runs out.',
    'late-refill': 'A part of a prescription is collected some days after the previous part ran out.',
    'pharmacy-refill': 'Later parts are collected at a pharmacy, and the pharmacy’s row has no visit date.',
    'clinic-and-pharmacy-row': 'The clinic and the pharmacy both report one prescription.',
    'other-brand': 'A refill is a different brand with the same ingredient.',
    'brand-only-names': 'The name of a drug contains only its brand.',
    'replaced-drug': 'A later visit replaces a drug with another drug of the same group.',
    'strength-change': 'A later visit changes the strength of a drug.',
    'dose-change': 'A later visit changes the number of tablets per day.',
    'stopped-drug': 'A drug is stopped early, but no row shows this.',
    'as-needed': 'Drugs are taken only when needed.',
    'skin-and-eye': 'Creams and drops are prescribed.',
    'fees-and-injections': 'The orders include fees and injections.',
    'days-absent': 'The days supplied are 0 or empty.',
    'days-of-course': 'The row states the days supplied for the whole course but the tablets for one part.',
    'whole-course-at-once': 'All parts are collected at once, before a journey.',
    'two-strengths': 'One prescription contains two strengths of one ingredient.',
    'true-duplicate':
      'Two prescribers prescribe the same ingredient, or drugs of the same group, at the same time.',
    'harmless-pair':
      'Two antiplatelets, basal and rapid insulin, two inhalers, or a cream and a tablet are used together.',
    'chinese-medicine': 'Chinese medicine is recorded with the days supplied.',
  },
  names: {
    'names-chinese': 'Results are named in Chinese.',
    'names-abbreviated': 'Results are named by abbreviations, with dots and trailing commas.',
    'names-paired': 'Results are named 「中文(English)」.',
    'names-reversed': 'Results are named “English(中文)”.',
    'names-full-width': 'Results and drugs are named in full-width letters.',
    'names-order': 'A result has the name of its order.',
    'facility-cut': 'Names of facilities are truncated after a few characters.',
    'facility-renamed': 'A facility is renamed, but its code stays the same.',
    'facility-variant': 'Names are spelled with 臺 or with 台.',
  },
  results: {
    'unit-scale': 'Facilities report one test in different units.',
    'range-dash': 'Ranges are written as low-high, with or without brackets.',
    'range-comparator': 'Ranges are written as <150, ≧60 or 150以下.',
    'range-unit': 'Ranges contain units and percent signs.',
    'range-sex': 'Ranges are given by sex.',
    'range-age': 'Ranges are given by age.',
    'range-stage': 'Ranges are given by stage.',
    'range-half': 'One half of the range is empty.',
    'range-placeholder': 'There is a placeholder where the range should be.',
    'range-reversed': 'The low bound is above the high bound.',
    'range-lone': 'The range is a single number that could be either bound.',
    'range-escaped': 'Ranges contain HTML entities.',
    'value-flag': 'The value is followed by a flag.',
    'value-unit': 'The value is followed by its unit.',
    'value-stage': 'The value is followed by a stage or a percentage in brackets.',
    'value-comparator': 'Values are below or above the measurable range.',
    'value-full-width': 'Values are written in full-width characters.',
    'same-day-repeat': 'A test is repeated on the same day.',
    'file-order': 'The rows are in no particular order.',
    'remark-row': 'Remarks on the specimen are in separate rows.',
    'control-row': "The laboratory's control sample is in a separate row.",
    'zero-not-measured': 'Values that were not measured are recorded as 0.',
    'two-channels': 'One result is reported through two channels.',
    'bare-urine-name': 'A urine test has the name of the serum test.',
  },
  statements: {
    'no-allergy': 'Statements that there is no allergy, in all their spellings, are recorded as allergies.',
    'allergy-to-own-drug': 'A drug is prescribed to a person with a recorded allergy to it.',
    'allergy-again': 'One allergy is reported by several providers.',
    'screening-not-done': 'Screenings are refused, are not carried out, or have no usable specimen.',
    'checkup-zero': 'In a check-up, values that were not measured are recorded as 0.',
  },
  visits: {
    'visit-in-two-rows': 'One visit is recorded in two rows.',
    treatments: 'Treatments are given on separate days and recorded without a visit date.',
    'open-admission': 'Admissions have no discharge; the discharge date is empty or in the year 9999.',
    'trailing-blanks': 'Codes have trailing blanks.',
    'letter-serials': 'Serial numbers contain letters.',
  },
  downloads: {
    'several-downloads': 'The days of two downloads overlap.',
    'revised-claim': 'A claim differs in the later download.',
    'section-missing': 'A section is missing from the earlier download.',
    'xml-download': 'A download is in XML.',
  },
} as const;

type Groups = typeof habits;
export type Habit = { [G in keyof Groups]: keyof Groups[G] }[keyof Groups];

export const allHabits: readonly Habit[] = Object.values(habits).flatMap(
  (group) => Object.keys(group) as Habit[],
);
