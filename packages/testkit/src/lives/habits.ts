/**
 * Habits of providers and people that make a passbook hard to read. Each can be switched separately: with a
 * habit on or off, a life has the same facts, only lived or recorded in a different way, so that a failure
 * identifies the habit.
 */
export const habits = {
  supply: {
    'early-refill': 'A part of a prescription is collected up to ten days before the previous part runs out.',
    'late-refill': 'A part is collected some days after the previous part ran out.',
    'pharmacy-refill': 'Later parts are collected at a pharmacy, whose row has no visit date.',
    'clinic-and-pharmacy-row': 'The clinic and the pharmacy both report one prescription.',
    'other-brand': 'A refill is a different brand with the same ingredient.',
    'brand-only-names': 'The name of a drug contains only its brand.',
    'replaced-drug': 'A later visit replaces a drug with another of its group.',
    'strength-change': 'A later visit changes the strength of a drug.',
    'dose-change': 'A later visit changes the number of tablets per day.',
    'stopped-drug': 'A drug is stopped early, but no row shows this.',
    'as-needed': 'Drugs taken when needed.',
    'skin-and-eye': 'Creams and drops.',
    'fees-and-injections': 'Fees and injections among the orders.',
    'days-absent': 'Days supplied 0 or empty.',
    'days-of-course':
      'The days supplied are those of the whole course, but the tablets are those of one part.',
    'whole-course-at-once': 'All parts are collected at once, before a journey.',
    'two-strengths': 'Two strengths of one ingredient in one prescription.',
    'true-duplicate': 'The same ingredient, or two drugs of one group, from two prescribers at once.',
    'harmless-pair': 'Two antiplatelets, basal and rapid insulin, two inhalers, or a cream and a tablet.',
    'chinese-medicine': 'Chinese medicine with days supplied.',
  },
  names: {
    'names-chinese': 'Results named in Chinese.',
    'names-abbreviated': 'Results named by abbreviation, with dots and trailing commas.',
    'names-paired': 'Results named 「中文(English)」.',
    'names-reversed': 'Results named “English(中文)”.',
    'names-full-width': 'Results and drugs named in full-width letters.',
    'names-order': "The order's name as the result's.",
    'facility-cut': 'Names of facilities are truncated after a few characters.',
    'facility-renamed': 'A facility is renamed, and its code stays the same.',
    'facility-variant': '臺 and 台.',
  },
  results: {
    'unit-scale': 'Facilities report one test in different units.',
    'range-dash': 'Ranges written as low-high, without brackets, with one bracket or with both.',
    'range-comparator': 'Ranges as <150, ≧60, 150以下.',
    'range-unit': 'Units and percent signs within ranges.',
    'range-sex': 'Ranges by sex.',
    'range-age': 'Ranges by age.',
    'range-stage': 'Ranges by stage.',
    'range-half': 'One half of the range empty.',
    'range-placeholder': 'Placeholders where the range should be.',
    'range-reversed': 'Low above high.',
    'range-lone': 'A single number that may be either bound.',
    'range-escaped': 'HTML entities within ranges.',
    'value-flag': 'Flags beside the value.',
    'value-unit': 'Units beside the value.',
    'value-stage': 'A stage or a percentage in brackets beside the value.',
    'value-comparator': 'Values below or above the measurable range.',
    'value-full-width': 'Values in full-width characters.',
    'same-day-repeat': 'A test repeated on one day.',
    'file-order': 'Rows in no order.',
    'remark-row': 'Remarks on the specimen as separate rows.',
    'control-row': "The laboratory's control as a separate row.",
    'zero-not-measured': '0 for values that were not measured.',
    'two-channels': 'One result reported through two channels.',
    'bare-urine-name': 'A urine test under the name of the serum test.',
  },
  statements: {
    'no-allergy': 'Statements that there is no allergy, in all their spellings, as allergies.',
    'allergy-to-own-drug': 'A drug is prescribed to a person with a recorded allergy to it.',
    'allergy-again': 'One allergy reported by several providers.',
    'screening-not-done': 'Screenings refused, not carried out, or without a usable specimen.',
    'checkup-zero': '0 in a check-up for values that were not measured.',
  },
  visits: {
    'visit-in-two-rows': 'One visit in two rows.',
    treatments: 'Treatments delivered on separate days, without a visit date.',
    'open-admission': 'Admissions without a discharge, empty or in the year 9999.',
    'trailing-blanks': 'Codes with trailing blanks.',
    'letter-serials': 'Serials that are not numbers.',
  },
  downloads: {
    'several-downloads': 'Two downloads whose days overlap.',
    'revised-claim': 'A claim that differs in the later download.',
    'section-missing': 'A section is missing from the earlier download.',
    'xml-download': 'A download as XML.',
  },
} as const;

type Groups = typeof habits;
export type Habit = { [G in keyof Groups]: keyof Groups[G] }[keyof Groups];

export const allHabits: readonly Habit[] = Object.values(habits).flatMap(
  (group) => Object.keys(group) as Habit[],
);
