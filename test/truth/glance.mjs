// The statements of the cards on the product's first screen about a passbook, in the terms of the score.
import { viewInTurns } from '@mhb-kit/core/passbook';

/** @import { GlanceAnswer } from '@mhb-kit/testkit/lives' */
/** @import { GlanceCard, LaboratoryPoint, Medication, NextDate, Passbook } from '@mhb-kit/core/passbook' */

/**
 * @param {Passbook} passbook
 * @param {{ day: string, birthYear: number | null }} asked
 * @returns {Promise<GlanceAnswer>}
 */
export async function glanceOf(passbook, { day, birthYear }) {
  const { glance } = await viewInTurns(passbook, {
    today: day,
    ...(birthYear === null ? {} : { birthYear }),
  });
  const followUp = cardOf(glance.cards, 'follow-up');
  const allergies = cardOf(glance.cards, 'allergies');
  const medications = cardOf(glance.cards, 'medications');
  const measured = cardOf(glance.cards, 'measured');
  const problems = cardOf(glance.cards, 'problems');
  const dates = cardOf(glance.cards, 'next')?.dates ?? [];
  const money = cardOf(glance.cards, 'money');
  return {
    day,
    ageIsKnown: birthYear !== null,
    allergies: allergies?.allergies.map(rowsOf) ?? null,
    denials: allergies?.statements.flatMap(rowsOf) ?? [],
    conflicts: (followUp?.conflicts ?? []).flatMap(({ medication, allergy }) => [
      [codesOf(medication), rowsOf(allergy)],
    ]),
    toFollowUp: followUp?.screenings.map(({ id }) => id) ?? [],
    findings: (followUp?.findings ?? []).map(({ label, on }) => ({
      kind: findingOf(label.en),
      on,
    })),
    inUse: (medications?.inUse ?? []).map((medication) => ({
      codes: codesOf(medication),
      runsOut: medications?.runningOut.includes(medication) === true,
    })),
    measured: (measured?.movements ?? []).map(({ series, latest, before, direction }) => ({
      loinc: series.analyte?.loinc ?? '',
      rows: rowsOfPoint(latest),
      before: before === null ? null : rowsOfPoint(before),
      direction,
      position: latest.position,
    })),
    outside: (measured?.outside ?? []).map(({ point }) => rowsOfPoint(point)),
    problems: (problems?.problems ?? []).map(({ diagnosis, visits, lastOn }) => ({
      code: diagnosis.code ?? '',
      visits,
      lastOn,
    })),
    stays: (problems?.stays ?? []).map(({ claims, revised, procedures }) => ({
      rows: [...claims, ...revised].flatMap(rowsOf),
      operations: procedures.flatMap(({ code }) => code ?? []),
    })),
    refills: dates.flatMap((date) =>
      date.kind === 'refill'
        ? [{ from: date.from, until: date.until, drugs: date.medications.map(codesOf) }]
        : [],
    ),
    services: dates.flatMap((date) => (date.kind === 'refill' ? [] : [serviceOf(date)])),
    visits: (cardOf(glance.cards, 'visits')?.encounters ?? []).map(({ claims, revised }) =>
      [...claims, ...revised].flatMap(rowsOf),
    ),
    money:
      money === undefined
        ? null
        : {
            year: money.year,
            now: money.now,
            before: money.before,
            byPlace: money.byOrganization.map(({ organization, copayment }) => [
              organization.code ?? '',
              copayment,
            ]),
          },
  };
}

/**
 * @template {GlanceCard['kind']} Kind
 * @param {readonly GlanceCard[]} cards
 * @param {Kind} kind
 * @returns {Extract<GlanceCard, { kind: Kind }> | undefined}
 */
const cardOf = (cards, kind) =>
  /** @type {Extract<GlanceCard, { kind: Kind }> | undefined} */ (cards.find((card) => card.kind === kind));

/** @param {Exclude<NextDate, { kind: 'refill' }>} date @returns {GlanceAnswer['services'][number]} */
function serviceOf(date) {
  const due = date.due === 'later' ? date.from : date.due;
  if (date.kind === 'influenza') return { kind: 'influenza', due };
  const { id } = date.service;
  return { kind: id === 'lung' ? 'other' : id, due };
}

/** @type {Readonly<Record<string, GlanceAnswer['findings'][number]['kind']>>} */
const findings = {
  'Blood pressure finding': 'bloodPressure',
  'Lipid finding': 'lipids',
  'Glucose finding': 'glucose',
  'Kidney function finding': 'kidneys',
  'Liver function finding': 'liver',
  'Hepatitis C finding': 'hepatitisC',
};

/** @param {string} label */
const findingOf = (label) => findings[label] ?? null;

/** @param {Medication} medication */
const codesOf = ({ supplies }) => [
  ...new Set(supplies.flatMap(({ orders }) => orders.flatMap(({ code }) => code ?? []))),
];

/** @param {LaboratoryPoint} point */
const rowsOfPoint = ({ results, record }) =>
  results.length === 0 ? rowsOf(record) : results.flatMap(rowsOf);

/**
 * The place of a record, in the notation of the score.
 *
 * @param {{ sources: readonly import('@mhb-kit/core/passbook').Source[] }} record
 */
const rowsOf = ({ sources }) => sources.map(({ file, section, index }) => `${file}|${section}|${index}`);
