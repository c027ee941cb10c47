/**
 * Converts untrusted FHIR data to text. Each value is checked, and is omitted if it has the wrong type.
 * Information that changes the meaning of an entry is shown with the entry. If an entry has an unknown modifier,
 * the summary says that the entry's meaning may differ.
 */

type Json = Readonly<Record<string, unknown>>;

export interface SummaryPerson {
  readonly name: string | null;
  readonly identifiers: readonly string[];
  readonly birthDate: string | null;
  readonly gender: string | null;
}

export interface SummaryEntry {
  /** The entry as text; `null` if the entry has an unknown modifier. */
  readonly text: string | null;
  /** The status of the entry, if it is unusual, such as refuted, entered in error, or inactive. */
  readonly status: string | null;
}

export interface SummarySection {
  readonly title: string;
  /** The text of the section. It is empty if there are entries and all of them can be shown as text. */
  readonly text: string;
  readonly entries: readonly SummaryEntry[];
}

export interface Summary {
  readonly person: SummaryPerson | null;
  readonly sections: readonly SummarySection[];
}

/** Usual statuses, which the summary does not mention. */
const ordinary = new Set(['active', 'final', 'completed', 'confirmed', 'finished', 'current', 'issued']);
/** Types of resources that are not listed as entries, because they only support other resources. */
const carriers = new Set([
  'Patient',
  'Composition',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Device',
  'Coverage',
  'Medication',
  'Provenance',
  'Location',
]);
const LONGEST = 400;

export function summarize(resource: Json): Summary {
  const bundled = listOf(resource['entry']).map(objectOf);
  const byUrl = new Map(
    bundled.map((entry) => [textOf(entry['fullUrl']) ?? '', objectOf(entry['resource'])]),
  );
  const resources =
    resource['resourceType'] === 'Bundle' ? bundled.map((entry) => objectOf(entry['resource'])) : [resource];
  const find = (reference: unknown): Json | undefined =>
    byUrl.get(textOf(objectOf(reference)['reference']) ?? '');
  const patient = resources.find((each) => each['resourceType'] === 'Patient');
  const composition = resources.find((each) => each['resourceType'] === 'Composition');
  const describe = (each: Json): SummaryEntry => describeResource(each, find);
  const sections =
    composition === undefined
      ? byType(resources, describe)
      : listOf(composition['section']).map((value) => {
          const section = objectOf(value);
          const entries = listOf(section['entry'])
            .map(find)
            .filter((each) => each !== undefined);
          return {
            title: textOf(section['title']) ?? conceptOf(section['code']) ?? '',
            // If some of the entries cannot be shown as text, the text of the whole section is shown.
            text: entries.every(hasWords) && entries.length > 0 ? '' : narrativeOf(section),
            entries: entries.filter(hasWords).map(describe),
          };
        });
  return { person: patient === undefined ? null : personOf(patient), sections };
}

/**
 * Checks whether an entry can be shown as text. A `Consent` cannot, because its content is only in the narrative
 * of the section.
 */
const hasWords = ({ resourceType }: Json): boolean => resourceType !== 'Consent';

function byType(resources: readonly Json[], describe: (each: Json) => SummaryEntry): SummarySection[] {
  const groups = new Map<string, Json[]>();
  for (const each of resources) {
    const type = textOf(each['resourceType']) ?? '';
    if (!carriers.has(type)) groups.set(type, [...(groups.get(type) ?? []), each]);
  }
  return [...groups].map(([title, each]) => ({ title, text: '', entries: each.map(describe) }));
}

function personOf(patient: Json): SummaryPerson {
  const name = objectOf(listOf(patient['name'])[0]);
  const parts = [textOf(name['family']), ...listOf(name['given']).map(textOf)].filter(
    (part) => part !== null,
  );
  return {
    name: textOf(name['text']) ?? (parts.length === 0 ? null : parts.join(' ')),
    identifiers: listOf(patient['identifier'])
      .map((identifier) => textOf(objectOf(identifier)['value']))
      .filter((value) => value !== null),
    birthDate: textOf(patient['birthDate']),
    gender: textOf(patient['gender']),
  };
}

function describeResource(resource: Json, find: (reference: unknown) => Json | undefined): SummaryEntry {
  const status = ['clinicalStatus', 'verificationStatus', 'status']
    .map((key) => textOf(resource[key]) ?? codeOf(resource[key]))
    .filter((each) => each !== null && !ordinary.has(each));
  const state = status.length === 0 ? null : status.join(', ');
  if ('modifierExtension' in resource || 'implicitRules' in resource) return { text: null, status: state };
  const medication = find(resource['medicationReference']);
  const what =
    conceptOf(resource['code']) ??
    conceptOf(resource['medicationCodeableConcept']) ??
    conceptOf(medication?.['code']) ??
    conceptOf(resource['vaccineCode']) ??
    conceptOf(listOf(resource['type'])[0]) ??
    conceptOf(resource['type']) ??
    textOf(resource['title']) ??
    textOf(resource['description']) ??
    textOf(resource['detail']) ??
    conceptOf(listOf(resource['category']).at(-1)) ??
    textOf(resource['resourceType']) ??
    '';
  const negation = resource['doNotPerform'] === true || resource['status'] === 'not-done' ? '✕ ' : '';
  const parts = [
    valueOf(resource),
    ...listOf(resource['component']).map((component) => {
      const value = valueOf(objectOf(component));
      return value === null ? null : `${conceptOf(objectOf(component)['code']) ?? ''} ${value}`;
    }),
    ...listOf(resource['interpretation']).map(conceptOf),
    conceptOf(resource['dataAbsentReason']),
    ...listOf(resource['reaction']).flatMap((reaction) =>
      listOf(objectOf(reaction)['manifestation']).map(conceptOf),
    ),
    textOf(resource['criticality']),
    ...listOf(resource['dosage']).map((dosage) => textOf(objectOf(dosage)['text'])),
    textOf(resource['conclusion']),
    dateOf(resource),
  ].filter((part) => part !== null && part !== '');
  return { text: shorten(`${negation}${[what, ...parts].join(' · ')}`), status: state };
}

function valueOf(element: Json): string | null {
  const quantity = objectOf(element['valueQuantity']);
  const number = quantity['value'];
  if (typeof number === 'number')
    return [
      textOf(quantity['comparator']),
      String(number),
      textOf(quantity['unit']) ?? textOf(quantity['code']),
    ]
      .filter((part) => part !== null)
      .join(' ');
  return (
    textOf(element['valueString']) ??
    conceptOf(element['valueCodeableConcept']) ??
    textOf(element['valueDateTime']) ??
    (typeof element['valueBoolean'] === 'boolean' ? String(element['valueBoolean']) : null) ??
    (typeof element['valueInteger'] === 'number' ? String(element['valueInteger']) : null)
  );
}

const dateKeys = [
  'onsetDateTime',
  'effectiveDateTime',
  'occurrenceDateTime',
  'performedDateTime',
  'authoredOn',
  'recordedDate',
  'date',
];
function dateOf(resource: Json): string | null {
  for (const key of dateKeys) {
    const date = textOf(resource[key]);
    if (date !== null) return date.slice(0, 10);
  }
  for (const key of ['effectivePeriod', 'performedPeriod', 'period', 'onsetPeriod']) {
    const { start, end } = objectOf(resource[key]);
    const range = [textOf(start), textOf(end)].map((date) => date?.slice(0, 10) ?? '');
    if (range.some((date) => date !== '')) return range.join(' – ');
  }
  return null;
}

/**
 * Returns the text of a concept. If the concept has no text, returns the first name among its codings or, if there
 * are no names, the first code.
 */
function conceptOf(value: unknown): string | null {
  const { text, coding } = objectOf(value);
  const codings = listOf(coding).map(objectOf);
  return (
    textOf(text) ??
    codings.map(({ display }) => textOf(display)).find((display) => display !== null) ??
    codings.map(({ code }) => textOf(code)).find((code) => code !== null) ??
    null
  );
}

const codeOf = (value: unknown): string | null =>
  textOf(objectOf(listOf(objectOf(value)['coding'])[0])['code']);

/** Returns the narrative of a section. The markup is removed, because the narrative is shown as plain text. */
const narrativeOf = (section: Json): string =>
  shorten(
    (textOf(objectOf(section['text'])['div']) ?? conceptOf(section['emptyReason']) ?? '')
      .replace(/<[^<>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );

const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
