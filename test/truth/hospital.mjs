// Lives on the FHIR server of a hospital, read through the gateway's record source and scored like any passbook.
import { toRawRecords } from '@mhb-kit/core/fulfilment';
import { addDays, isNationalId } from '@mhb-kit/core/identity';
import { defaultCatalogue } from '@mhb-kit/core/request';
import { createFhirSource } from '@mhb-kit/gateway';
import {
  glanceCells,
  goals,
  hospitalRendering,
  maskedId,
  renderHospitalFhir,
  score,
  Tally,
  toldByHospital,
} from '@mhb-kit/testkit/lives';
import { answersOf, read } from './answers.mjs';
import { serveHere } from './servers.mjs';

/** @import { Cell, HospitalRecord, Life } from '@mhb-kit/testkit/lives' */
/** @import { Serve } from './servers.mjs' */

/** Cells that a hospital's FHIR server has data for: no totals, NHI check-ups, screenings or statements of absence. */
export const hospitalCells = /** @type {Cell[]} */ (Object.keys(goals)).filter(
  (cell) =>
    !['sums', 'check-up values', 'statements of absence', 'due', 'screening to follow up'].includes(cell) &&
    !glanceCells.includes(cell),
);

/** An ID number that nobody has yet, also on a server with the data of earlier runs. */
function inventedId() {
  for (;;) {
    const digits = String(crypto.getRandomValues(new Uint32Array(1))[0])
      .padStart(10, '0')
      .slice(-8);
    if (isNationalId(`A1${digits}`)) return `A1${digits}`;
  }
}

/** Another person on the same server, with the same records under other ids. None of them may be returned. */
const stranger = () => ({
  resourceType: 'Patient',
  id: 'pat-2',
  identifier: [{ system: 'http://www.moi.gov.tw', value: inventedId() }],
});

/** @param {HospitalRecord & { nationalId: string }} record @param {'search' | 'everything'} method @param {Serve} serve */
async function fetchAll({ resources, life, nationalId }, method, serve) {
  const theirs = resources
    .filter(({ resourceType }) => !['Patient', 'Organization', 'Medication'].includes(resourceType))
    .map((resource) => JSON.parse(JSON.stringify(resource).replaceAll('Patient/pat-1', 'Patient/pat-2')))
    .map((resource) => ({ ...resource, id: `x-${resource.id}`.slice(0, 64) }));
  const server = await serve({ method, resources: [...resources, stranger(), ...theirs] });
  /** @type {Record<string, readonly Readonly<Record<string, unknown>>[]>} */
  const sections = {};
  try {
    const source = createFhirSource({ baseUrl: server.url, method });
    for (const category of defaultCatalogue) {
      const signal = AbortSignal.timeout(60_000);
      const records = toRawRecords(await source.records({ nationalId, category, window: null, signal }));
      for (const [section, rows] of Object.entries(records)) if (rows.length > 0) sections[section] = rows;
    }
  } finally {
    await server.stop();
  }
  const bdata = { 'b1.1': maskedId(life), 'b1.2': life.to.replaceAll('-', ''), ...sections };
  return { name: 'hospital.json', text: JSON.stringify({ myhealthbank: { bdata } }), sections };
}

/**
 * The hospital where blood was taken, and the one where most drugs were prescribed. Each has only its own
 * records of the person.
 *
 * @param {Life} life
 */
function placesOf(life) {
  const counts = new Map();
  for (const { prescriber, supplies } of life.courses) {
    const known = counts.get(prescriber.code) ?? { place: prescriber, supplies: 0 };
    counts.set(prescriber.code, { place: prescriber, supplies: known.supplies + supplies.length });
  }
  const [most] = [...counts.values()].sort((one, other) => other.supplies - one.supplies);
  return [undefined, ...(most === undefined ? [] : [most.place])];
}

/**
 * @param {string} at `file|section|index`
 * @param {Awaited<ReturnType<typeof fetchAll>>} file
 */
function isVisit(at, { sections }) {
  const [, section = '', index] = at.split('|');
  return sections[section]?.[Number(index)]?.[`${section}.5`] !== undefined;
}

/**
 * @param {Life} whole
 * @param {Serve} serve
 * @returns {Promise<Tally>}
 */
export async function scoreAtHospitals(whole, serve = serveHere) {
  const tally = new Tally();
  for (const [index, at] of placesOf(whole).entries()) {
    const nationalId = inventedId();
    const rendered = renderHospitalFhir(whole, { nationalId, ...(at === undefined ? {} : { at }) });
    const record = { ...rendered, nationalId, life: toldByHospital(rendered.life) };
    const file = await fetchAll(record, index === 0 ? 'search' : 'everything', serve);
    const rendering = hospitalRendering(record, file);
    const passbook = await read(rendering);
    for (const later of [0, 9, 40]) {
      const answers = answersOf(passbook, addDays(whole.to, later));
      // A drug without a visit on the server has its own row, which states that it is not a visit.
      const visits = answers.visits.filter(({ rows }) => rows.some((row) => isVisit(row, file)));
      const one = score(record.life, rendering, { ...answers, visits });
      tally.add(one);
      tally.failures.push(
        ...one.failures.filter((text) => hospitalCells.some((cell) => text.startsWith(`${cell}:`))),
      );
    }
  }
  return tally;
}
