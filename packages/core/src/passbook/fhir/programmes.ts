import type { Label, Passbook } from '../model/model.js';
import { recordLabelOf, recordsOfKind, sectionsOfKind } from '../sections/index.js';
import type { AnyProgramme } from '../views/care.js';
import type { ResourceCollector } from './collector.js';
import { addBloodPressure, addMeasurements, addText, addWord, type Setting } from './measured.js';
import { programmeMeasurements, wordMeasurements } from './measurements.js';
import { coding, period, type JsonObject } from './resource.js';
import { systems } from './terminology.js';

/**
 * Converts a care programme to an episode of care, one encounter per visit, and the measurements. A patient
 * summary contains only the measurements.
 */

type Visit = AnyProgramme['visits'][number];

export interface AddedVisit {
  readonly programme: AnyProgramme;
  readonly visit: Visit;
  readonly vitalSigns: readonly JsonObject[];
  readonly results: readonly JsonObject[];
}

export function addProgrammes(passbook: Passbook, resources: ResourceCollector): AddedVisit[] {
  return recordsOfKind(passbook, 'programme').flatMap((programme) => {
    const organization = resources.namedOrganization(programme.organization);
    const episode = resources.profile === 'ips' ? null : addEpisode(programme, organization, resources);
    return programme.visits.map((visit, index): AddedVisit => {
      const key = `${resources.recordId(programme)}#visit-${index + 1}`;
      const encounter =
        episode === null
          ? undefined
          : resources.add('Encounter', key, {
              identifier: resources.identifiers([programme], `visit-${index + 1}`),
              status: 'finished',
              class: coding(systems.actCode, 'AMB', 'ambulatory'),
              type: [resources.wording.textConcept(visit.stage)],
              subject: resources.patient,
              episodeOfCare: [episode],
              period: period(visit.occurredOn, visit.occurredOn),
              serviceProvider: organization,
            });
      const setting: Setting = {
        key,
        identifiers: (part) => resources.identifiers([programme], `visit-${index + 1}-${part}`),
        date: visit.occurredOn,
        performer: organization,
        encounter,
        resources,
      };
      return {
        programme,
        visit,
        vitalSigns: 'systolic' in visit ? addBloodPressure(setting, visit.systolic, visit.diastolic) : [],
        results: addVisitResults(setting, programme, visit),
      };
    });
  });
}

const addEpisode = (
  programme: AnyProgramme,
  organization: JsonObject | undefined,
  resources: ResourceCollector,
): JsonObject =>
  resources.add('EpisodeOfCare', resources.recordId(programme), {
    identifier: resources.identifiers([programme]),
    status: programme.period.end === null ? 'active' : 'finished',
    type: [{ text: resources.wording.say(recordLabelOf(programme)) }],
    patient: resources.patient,
    managingOrganization: organization,
    period: period(programme.period.start, programme.period.end),
  });

/** Adds the measurements of a visit, followed by its findings in words. */
function addVisitResults(setting: Setting, { section }: AnyProgramme, visit: Visit): JsonObject[] {
  const found = wordsOf(section, visit);
  const { wording } = setting.resources;
  return [
    ...addNumbers(setting, visit),
    ...found.flatMap(({ name, value }) =>
      isWordMeasurement(name) ? [addWord(setting, name, wording.textConcept(value))] : [],
    ),
    ...found.flatMap(({ name, label, value }) =>
      isWordMeasurement(name) ? [] : addText(setting, name, label, value),
    ),
  ];
}

function addNumbers(setting: Setting, visit: Visit): JsonObject[] {
  if (!('bloodTestedOn' in visit)) return addMeasurements(setting, programmeMeasurements, numbersIn(visit));
  // Blood and urine tests have separate dates.
  const { urineMicroalbumin, ...blood } = visit;
  return [
    ...addMeasurements(
      { ...setting, date: visit.bloodTestedOn ?? visit.occurredOn },
      programmeMeasurements,
      numbersIn(blood),
    ),
    ...addMeasurements({ ...setting, date: visit.urineTestedOn ?? visit.occurredOn }, programmeMeasurements, {
      urineMicroalbumin,
    }),
  ];
}

const numbersIn = (values: object): Readonly<Record<string, number | null>> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  );

/** Returns the fields of a visit that contain words. Leaves out the stage, which is in the encounter. */
function wordsOf(
  section: string,
  visit: Visit,
): { readonly name: string; readonly label: Label; readonly value: string }[] {
  const definition = sectionsOfKind('programme').find(({ key }) => key === section);
  const fields = definition?.nested?.fields ?? [];
  return Object.entries<string>(definition?.keys.visits ?? {}).flatMap(([name, key]) => {
    const field = fields.find((each) => each.key === key);
    const value = (visit as Readonly<Record<string, unknown>>)[name];
    return field?.type !== 'text' || name === 'stage' || typeof value !== 'string'
      ? []
      : [{ name, label: field.label, value }];
  });
}

const isWordMeasurement = (name: string): name is keyof typeof wordMeasurements =>
  Object.hasOwn(wordMeasurements, name);
