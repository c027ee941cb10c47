import type { AnyRecord, PartialDate, Passbook, PreventiveCheckup } from '../model/model.js';
import { definitionOf, recordsOfKind } from '../sections/index.js';
import { waistInCentimetres, type AnyProgramme } from './care.js';
import type { Revisions } from './revisions.js';

/** A value that was measured in a check-up or at a programme visit, in the unit of the analyte. */
export interface MeasuredValue {
  /** The analyte's id in the analyte table. */
  readonly analyte: string;
  readonly date: PartialDate | null;
  readonly value: number;
  /** The result as text, if it is not a number. */
  readonly text: string | null;
  /** The value as written in the file, if it was converted. An example is a waist in inches. */
  readonly written: string | null;
  readonly organization: string | null;
  readonly source: 'check-up' | 'programme';
  readonly record: AnyRecord;
}

/**
 * The analytes that are measured at the visit itself. All other values come from a blood sample, which has a
 * separate date in the diabetes programme.
 */
const atTheVisit: ReadonlySet<string> = new Set(['systolic-blood-pressure', 'diastolic-blood-pressure']);

export function measuredElsewhere(passbook: Passbook, revisions: Revisions): MeasuredValue[] {
  const checkups = recordsOfKind(passbook, 'check-up').filter((checkup) => !revisions.has(checkup));
  return [
    ...checkups.flatMap(ofCheckup),
    ...recordsOfKind(passbook, 'programme').flatMap((programme) =>
      programme.visits.flatMap((visit) => ofVisit(programme, visit)),
    ),
  ];
}

/** Returns the numbers in a record or nested row that measure an analyte, in the order of the section. */
const numbersOf = (section: string, values: object): { readonly analyte: string; readonly value: number }[] =>
  (definitionOf(section)?.analytes ?? []).flatMap(([name, analyte]) => {
    const value = (values as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'number' ? [{ analyte, value }] : [];
  });

function ofVisit(programme: AnyProgramme, visit: AnyProgramme['visits'][number]): MeasuredValue[] {
  const blood = ('bloodTestedOn' in visit ? visit.bloodTestedOn : null) ?? visit.occurredOn;
  return numbersOf(programme.section, visit).map(({ analyte, value }) => ({
    analyte,
    date: atTheVisit.has(analyte) ? visit.occurredOn : blood,
    value,
    text: null,
    written: null,
    organization: programme.organization,
    source: 'programme',
    record: programme,
  }));
}

function ofCheckup(checkup: PreventiveCheckup): MeasuredValue[] {
  const waist = waistInCentimetres(checkup);
  const asWritten = numbersOf(checkup.section, checkup).map((each) => ({ ...each, written: null }));
  const converted =
    waist === null
      ? []
      : [
          {
            analyte: 'waist-circumference',
            value: waist,
            written: waist === checkup.waist ? null : String(checkup.waist),
          },
        ];
  return [...asWritten, ...converted].map((each) => ({
    ...each,
    date: checkup.effectiveOn,
    text: null,
    organization: checkup.performer.name,
    source: 'check-up',
    record: checkup,
  }));
}
