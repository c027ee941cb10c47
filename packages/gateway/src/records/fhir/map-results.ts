import type { RecordRow } from '@mhb-kit/core/fulfilment';
import { laboratoryResults } from '@mhb-kit/core/passbook';
import {
  asList,
  decimalOf,
  inCategory,
  labelOf,
  loincOf,
  orderCodeOf,
  toJ2Date,
  toJ2Timestamp,
  wordsOf,
} from './concepts.js';
import type { RecordSet } from './record-set.js';
import { rangeOf } from './reference-ranges.js';
import type { CodeableConcept, Measured, Observation, Quantity, WithEffective } from './resources.js';
import { filled } from './rows.js';

/**
 * Converts Observations to laboratory results. The value of an Observation becomes one row, and so does each of
 * its components.
 */

const { keys } = laboratoryResults;

/**
 * The category codes of laboratory results, from observation-category and from the services in v2-0074 that
 * examine specimens.
 */
export const laboratoryServices: ReadonlySet<string> = new Set(
  'laboratory LAB CH HM MB SR CG CP BLB IMM TX VR MYC MCB PAR GE OSL SP PAT BG UR'.split(' '),
);
/** The codes for a laboratory's interpretation of a result, from v3-ObservationInterpretation and v2-0078. */
const flags: ReadonlySet<string> = new Set(
  'H HH HU L LL LU A AA N POS NEG DET ND W WR RR NR S I R < >'.split(' '),
);

export function results(records: RecordSet): readonly RecordRow[] {
  return records.map('Observation', (observation) => {
    const { category, component = [], hasMember = [] } = observation;
    // Observations without a category are kept, because many servers omit the category.
    if ((category ?? []).length > 0 && !inCategory(category, laboratoryServices)) {
      records.leaveOut(observation, 'no-place');
      return [];
    }
    // `asList` checks the type first, because spreading a string would produce single letters.
    const parts = [observation, ...asList(component)];
    const rows = parts.flatMap((part) => resultRow(records, observation, part));
    // An Observation that only groups its members has no value.
    if (rows.length === 0 && hasMember.length === 0) records.leaveOut(observation, 'no-value');
    return rows;
  });
}

function resultRow(records: RecordSet, observation: Observation, part: Measured): readonly RecordRow[] {
  const value = resultOf(part);
  if (value === '') return [];
  const { performer, issued, encounter } = observation;
  const { code, name } = records.facility(performer ?? [], observation);
  const visit = records.find('Encounter', encounter, observation);
  const { day, time } = whenOf(observation);
  const whole = part === observation ? undefined : observation.code;
  const facility =
    name === '' && code === '' ? records.facility([visit?.serviceProvider], visit) : { code, name };
  return [
    filled({
      [keys.performer.code]: facility.code,
      [keys.performer.name]: facility.name,
      [keys.encounteredOn]: toJ2Date(visit?.period?.start) || day,
      [keys.effectiveOn]: day,
      [keys.uploadedAt]: toJ2Timestamp(issued) || time,
      [keys.order.code]: orderCodeOf(part.code) || orderCodeOf(whole) || loincOf(part.code),
      [keys.order.display]: orderNameOf(part.code) || orderNameOf(whole) || labelOf(part.code),
      [keys.analyte]: labelOf(part.code) || labelOf(whole),
      [keys.value]: value,
      [keys.referenceRange]: rangeOf(part, { patient: records.patient, day }),
      [keys.unit]: unitOf(part.valueQuantity ?? part.valueRange?.low ?? part.valueRange?.high),
      [keys.loinc]: loincOf(part.code),
      [keys.specimen]: specimenOf(records, observation),
      [keys.flag]: flagOf(part.interpretation),
    }),
  ];
}

/** Returns the name of the order, which is shown with the NHI's code. */
const orderNameOf = (concept: CodeableConcept | undefined): string => {
  const code = orderCodeOf(concept);
  return code === '' ? '' : (concept?.coding?.find((each) => each.code === code)?.display ?? '');
};

/** Reads `effective[x]`. Returns the day and, if it is given, the time of day. */
export function whenOf({
  effectiveDateTime,
  effectiveInstant,
  effectivePeriod,
  effectiveTiming,
}: WithEffective): { readonly day: string; readonly time: string } {
  const text =
    effectiveDateTime ??
    effectiveInstant ??
    effectivePeriod?.start ??
    effectivePeriod?.end ??
    effectiveTiming?.event?.[0] ??
    effectiveTiming?.repeat?.boundsPeriod?.start;
  return { day: toJ2Date(text), time: toJ2Timestamp(text) };
}

/** Returns `value[x]` without its unit, or an empty string if there is no value. */
export function resultOf(part: Measured): string {
  const { valueQuantity, valueCodeableConcept, valueString, valueRange, valueRatio, valuePeriod } = part;
  if (valueQuantity?.value !== undefined) return numberOf(valueQuantity);
  if (valueString !== undefined) return valueString.trim();
  if (valueCodeableConcept !== undefined) return findingOf(valueCodeableConcept);
  if (part.valueInteger !== undefined) return decimalOf(part.valueInteger);
  if (part.valueBoolean !== undefined) return part.valueBoolean ? '是' : '否';
  if (valueRange !== undefined) return spanOf(valueRange.low, valueRange.high);
  if (valueRatio !== undefined) {
    const { numerator, denominator } = valueRatio;
    if (numerator?.value === undefined || denominator?.value === undefined) return '';
    return `${numerator.comparator ?? ''}${decimalOf(numerator.value)}:${decimalOf(denominator.value)}`;
  }
  if (valuePeriod !== undefined)
    return [valuePeriod.start, valuePeriod.end].map((day) => day ?? '').join('~');
  return part.valueDateTime ?? part.valueTime ?? part.valueSampledData?.data ?? '';
}

const numberOf = ({ comparator, value }: Quantity): string =>
  value === undefined
    ? ''
    : `${/^[<>]=?$/.test(comparator ?? '') ? (comparator ?? '') : ''}${decimalOf(value)}`;

function spanOf(low: Quantity | undefined, high: Quantity | undefined): string {
  if (low?.value !== undefined && high?.value !== undefined)
    return `${decimalOf(low.value)}-${decimalOf(high.value)}`;
  if (low?.value !== undefined) return `>=${decimalOf(low.value)}`;
  return high?.value === undefined ? '' : `<=${decimalOf(high.value)}`;
}

/** The words for findings that are given only as a code (SNOMED CT, v2-0078). */
const findings: Readonly<Record<string, string>> = {
  '10828004': 'Positive',
  '260385009': 'Negative',
  '260373001': 'Detected',
  '260415000': 'Not detected',
  '11214006': 'Reactive',
  '131194007': 'Nonreactive',
  POS: 'Positive',
  NEG: 'Negative',
};

function findingOf(concept: CodeableConcept): string {
  const words = wordsOf(concept);
  if (words !== '') return words;
  const known = concept.coding?.map(({ code }) => findings[code ?? '']).find((each) => each !== undefined);
  return known ?? labelOf(concept);
}

/**
 * Returns the unit in UCUM if the server states it, and otherwise in the server's own notation. Returns an empty
 * string for a plain number.
 */
function unitOf(quantity: Quantity | undefined): string {
  const { system, code, unit } = quantity ?? {};
  const stated = (system?.includes('unitsofmeasure') === true ? code : undefined) ?? unit ?? code ?? '';
  return stated === '1' ? '' : stated;
}

const flagOf = (interpretation: readonly CodeableConcept[] | undefined): string =>
  interpretation
    ?.flatMap(({ coding = [] }) => coding.map(({ code }) => code ?? ''))
    .find((code) => flags.has(code)) ?? '';

/** Returns the specimen in words, without a trailing word such as “specimen” or “檢體”. */
function specimenOf(records: RecordSet, observation: Observation): string {
  const { specimen } = observation;
  const words = labelOf(records.find('Specimen', specimen, observation)?.type) || (specimen?.display ?? '');
  return words
    .replace(/\s+/g, ' ')
    .replace(/ ?\(specimen\)$| (?:specimen|sample)$|檢體$/i, '')
    .trim();
}
