// The statements of the product's public views about a passbook, in the terms of the score.
import {
  listAllergies,
  listAllergyStatements,
  listEncounters,
  listImmunizations,
  listLaboratorySeries,
  listMedications,
  listPreventiveCare,
  listPreventiveServices,
  listResultsNow,
  readPassbook,
  summarizeCosts,
} from '@mhb-kit/core/passbook';

/** @import { Answers, Rendering } from '@mhb-kit/testkit/lives' */
/** @import { Medication, Passbook } from '@mhb-kit/core/passbook' */

/**
 * Reads the files of a rendering like a person's own files.
 *
 * @param {Rendering} rendering
 * @returns {Promise<Passbook>}
 */
export async function read({ files }) {
  const encoder = new TextEncoder();
  const { passbook } = await readPassbook(
    files.map(({ name, text }) => ({ name, bytes: encoder.encode(text) })),
  );
  return passbook;
}

/**
 * @param {Passbook} passbook
 * @param {string} day
 * @returns {Answers}
 */
export function answersOf(passbook, day) {
  const { current, mayBeInUse, replaced, past, duplicates } = listMedications(passbook, { today: day });
  const series = listLaboratorySeries(passbook).filter(({ remark }) => !remark);
  return {
    day,
    drugs: [
      ...current.map((medication) => drug(medication, 'in-use')),
      ...mayBeInUse.map((medication) => drug(medication, 'may-be')),
      ...replaced.map((medication) => ({ ...drug(medication, 'may-be'), replaced: true })),
      ...past.map((medication) => drug(medication, 'past')),
    ],
    duplicates: duplicates.flatMap(({ medications }) => pairsOf(medications)),
    series: series
      .map(({ points }) =>
        points
          .filter(({ source }) => source === 'laboratory')
          .map(({ results, quantity, position }) => ({
            rows: results.flatMap(rowsOf),
            value: quantity?.value ?? null,
            position,
          })),
      )
      .filter((points) => points.length > 0),
    abnormal: listResultsNow(series, { today: day })
      .outside.filter(({ point }) => point.source === 'laboratory')
      .map(({ point, since }) => ({
        rows: point.results.flatMap(rowsOf),
        since,
      })),
    allergies: listAllergies(passbook).map(rowsOf),
    denials: listAllergyStatements(passbook).flatMap(rowsOf),
    vaccinations: listImmunizations(passbook).map(rowsOf),
    checkups: listPreventiveCare(passbook).checkups.map(checkup),
    visits: listEncounters(passbook).map(({ claims, revised, period }) => ({
      rows: [...claims, ...revised].flatMap(rowsOf),
      until: period.end,
    })),
    sums: sums(passbook),
    screenings: listPreventiveServices(passbook, day).flatMap(({ id, isDue, followUp }) =>
      id === 'checkup' || id === 'lung' ? [] : [{ kind: id, isDue, toFollowUp: followUp !== null }],
    ),
  };
}

/**
 * All pairs of the given drugs. A drug with two prescribers forms a pair with itself.
 *
 * @param {readonly Medication[]} medications
 * @returns {Answers['duplicates']}
 */
function pairsOf(medications) {
  const codes = medications.map(codesOf);
  const [only] = codes;
  if (codes.length === 1 && only !== undefined) return [[only, only]];
  return codes.flatMap((a, index) => codes.slice(index + 1).map((b) => /** @type {const} */ ([a, b])));
}

/**
 * @param {Medication} medication
 * @param {'in-use' | 'may-be' | 'past'} state
 * @returns {Answers['drugs'][number]}
 */
const drug = (medication, state) => ({
  codes: codesOf(medication),
  state,
  replaced: false,
  runsOutOn: medication.runsOutOn,
});

/**
 * Codes of a medication and of all orders by which it was supplied.
 *
 * @param {Medication} medication
 */
const codesOf = ({ supplies }) => [
  ...new Set(supplies.flatMap(({ orders }) => orders.flatMap(({ code }) => code ?? []))),
];

/**
 * The place of a record, in the notation of the score.
 *
 * @param {{ sources: readonly import('@mhb-kit/core/passbook').Source[] }} record
 */
const rowsOf = ({ sources }) => sources.map(({ file, section, index }) => `${file}|${section}|${index}`);

/**
 * @param {import('@mhb-kit/core/passbook').PreventiveCheckup} record
 * @returns {Answers['checkups'][number]}
 */
const checkup = (record) => ({
  rows: rowsOf(record),
  values: {
    totalCholesterol: record.totalCholesterol,
    triglycerides: record.triglycerides,
    hdl: record.hdlCholesterol,
    ldl: record.ldlCholesterol,
    glucose: record.fastingGlucose,
    creatinine: record.creatinine,
    ast: record.ast,
    alt: record.alt,
  },
});

/** @param {Passbook} passbook */
function sums(passbook) {
  /** @type {Map<string, { copayment: number, points: number }>} */
  const byYear = new Map();
  for (const { year, copayment, points } of summarizeCosts(passbook)) {
    const sum = byYear.get(year ?? '') ?? { copayment: 0, points: 0 };
    byYear.set(year ?? '', { copayment: sum.copayment + copayment, points: sum.points + points });
  }
  return byYear;
}
