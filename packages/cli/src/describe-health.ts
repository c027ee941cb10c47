import {
  describeHealth,
  type CurrentResult,
  type HealthNow,
  type HealthOptions,
  type LaboratoryPoint,
  type LaboratorySeries,
  type Medication,
  type Organization,
  type PartialDate,
  type Passbook,
  type PreventiveService,
} from '@mhb-kit/core/passbook';
import { printable } from './printable.js';
import { languageOf, type Terminal } from './terminal.js';
import { textsOf } from './texts.js';

/** Maximum number of items to list under a heading. Further items are only counted. */
const MOST_LINES = 20;
/** Maximum length of a field value on a line. Longer values are truncated. */
const LONGEST = 200;

/** Builds a line from parts that contain text from a file. That text cannot end the line or move the cursor. */
const said = (...parts: readonly (string | null)[]): string =>
  `  ${parts
    .flatMap((part) => (part === null || part === '' ? [] : printable(part)))
    .map((part) => (part.length > LONGEST ? `${part.slice(0, LONGEST)}…` : part))
    .join('  ')}`;

/**
 * Describes a person's current health according to the passbook, for the terminal. The result consists of
 * blocks of lines, each with a heading.
 */
export function describeHealthNow(
  passbook: Passbook,
  options: HealthOptions,
  terminal: Terminal,
  day: (date: PartialDate | null) => string,
): string[] {
  const language = languageOf(terminal);
  const texts = textsOf(terminal);
  const { allergies, medications, results, waitingForAge, services } = describeHealth(passbook, options);
  const { current, mayBeInUse, replaced, duplicates } = medications;
  const nameOf = ({ display, code }: Pick<Medication, 'display' | 'code'>): string =>
    display ?? code ?? texts.unnamed;
  const rangeOf = ({ range }: LaboratoryPoint): string | null =>
    range === null ? null : `${texts.range} ${range.text}`;
  const result = ({ series, point, since }: CurrentResult): string =>
    said(
      nameOfSeries(series, terminal),
      valueOf(point),
      texts.positions[point.position ?? 'within'],
      rangeOf(point),
      day(point.date),
      since === null || since === point.date ? null : texts.since(day(since)),
    );
  const ofService = ({ label, lastOn, dueOn, isDue }: PreventiveService): string =>
    said(
      label[language],
      lastOn === null ? texts.neverDone : texts.lastDone(day(lastOn)),
      isDue || dueOn === null ? null : texts.dueFrom(day(dueOn)),
    );
  const block = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', `${heading}:`, ...lines];
  const listed = <T>(items: readonly T[], line: (item: T) => string): string[] => [
    ...items.slice(0, MOST_LINES).map(line),
    ...(items.length > MOST_LINES ? [`  ${texts.more(items.length - MOST_LINES)}`] : []),
  ];
  const waiting = services.filter(({ followUp }) => followUp !== null);
  return [
    ...block(
      texts.followUps,
      waiting.map(({ label, followUp }) =>
        said(label[language], day(followUp?.on ?? null), followUp?.result ?? null, followUp?.advice ?? null),
      ),
    ),
    ...block(texts.allergies, [
      ...allergies.allergies.map(({ substance, severity, manifestations }) =>
        said(substance ?? texts.unnamed, severity, manifestations.join('、')),
      ),
      ...allergies.statements.map(({ kind, text, organization, recordedOn }) =>
        said(texts.statements[kind], `「${text}」`, organization.name, day(recordedOn)),
      ),
      ...(allergies.allergies.length + allergies.statements.length === 0 ? [`  ${texts.noAllergies}`] : []),
    ]),
    ...block(
      texts.conflicts,
      allergies.conflicts.map(({ medication, allergy, subject }) =>
        said(
          nameOf(medication),
          texts.recordedAllergy(allergy.substance ?? texts.unnamed),
          subject[language],
        ),
      ),
    ),
    ...block(
      texts.currentDrugs,
      current.map((each) => said(nameOf(each), texts.daysLeft(each.daysLeft))),
    ),
    ...block(
      texts.doubledDrugs,
      duplicates.map(({ subjects, medications: doubled, prescribers }) =>
        said(
          `${subjects.map((each) => each[language]).join(', ')}:`,
          doubled.map(nameOf).join(', '),
          prescribers.map(facilityOf).join(', '),
        ),
      ),
    ),
    ...block(
      texts.replacedDrugs,
      replaced.map((each) =>
        said(nameOf(each), '→', each.replacedBy === null ? texts.unnamed : nameOf(each.replacedBy)),
      ),
    ),
    ...block(
      texts.possibleDrugs,
      mayBeInUse.map((each) => said(nameOf(each))),
    ),
    ...block(texts.results, [
      `  ${texts.counts(results.outside.length, results.within.length, results.undecided.length, results.older.length)}`,
      ...listed(results.outside, result),
    ]),
    ...block(texts.undecided, [
      ...listed(results.undecided, (series) => {
        const [point] = series.points.slice(-1);
        return point === undefined
          ? said(nameOfSeries(series, terminal))
          : said(nameOfSeries(series, terminal), valueOf(point), rangeOf(point), day(point.date));
      }),
      ...(waitingForAge === 0 || options.birthYear !== undefined ? [] : [`  ${texts.byAge(waitingForAge)}`]),
    ]),
    ...block(texts.due, services.filter(({ isDue }) => isDue).map(ofService)),
    ...block(texts.dueByAge, services.filter(({ mayBeDue }) => mayBeDue).map(ofService)),
  ];
}

/** Returns the value with its unit, unless the value already contains the unit. */
const valueOf = ({ value, unit, quantity }: LaboratoryPoint): string | null =>
  unit === null || quantity === null || quantity.unit !== undefined ? value : `${value} ${unit}`;

const nameOfSeries = ({ analyte, label }: LaboratorySeries, terminal: Terminal): string =>
  analyte === null ? label.normalize('NFKC') : analyte.label[languageOf(terminal)];

const facilityOf = ({ name, code }: Organization): string => name ?? code ?? '';

/** Converts the description to data for programs, with names as written and the IDs of analytes and services. */
export function healthForPrograms(health: HealthNow) {
  const { allergies, medications, results, waitingForAge, services } = health;
  const drug = ({ code, display, runsOutOn }: Medication) => ({ code, name: display, runsOutOn });
  return {
    allergies: allergies.allergies.map(({ substance, severity, recordedOn }) => ({
      substance,
      severity,
      recordedOn,
    })),
    allergyStatements: allergies.statements.map(({ kind, text, recordedOn }) => ({ kind, text, recordedOn })),
    allergyConflicts: allergies.conflicts.map(({ medication, allergy, kind }) => ({
      drug: drug(medication),
      substance: allergy.substance,
      kind,
    })),
    drugs: {
      inUse: medications.current.map(drug),
      mayBeInUse: medications.mayBeInUse.map(drug),
      replaced: medications.replaced.map(drug),
      duplicates: medications.duplicates.map(({ kind, subjects, medications: doubled, prescribers }) => ({
        kind,
        subjects: subjects.map((each) => each.en),
        drugs: doubled.map(drug),
        prescribers: prescribers.map(facilityOf),
      })),
    },
    results: {
      outside: results.outside.map(({ series, point, since }) => ({
        analyte: series.analyte?.id ?? null,
        loinc: series.analyte?.loinc ?? null,
        name: series.label,
        value: point.value,
        unit: point.unit,
        range: point.range?.text ?? null,
        position: point.position,
        date: point.date,
        since,
      })),
      within: results.within.length,
      undecided: results.undecided.map(({ analyte, label }) => ({
        analyte: analyte?.id ?? null,
        name: label,
      })),
      undecidedForAge: waitingForAge,
      older: results.older.length,
    },
    followUps: services.flatMap(({ id, followUp }) =>
      followUp === null
        ? []
        : [{ service: id, on: followUp.on, result: followUp.result, advice: followUp.advice }],
    ),
    due: services.map(({ id, lastOn, dueOn, isDue, mayBeDue }) => ({
      service: id,
      lastOn,
      dueOn,
      isDue,
      mayBeDue,
    })),
  };
}
