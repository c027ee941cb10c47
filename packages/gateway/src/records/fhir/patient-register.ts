import { isNationalId, MOBILE_PATTERN } from '@mhb-kit/core/identity';
import { compareApplicant } from '../../register/compare-applicant.js';
import type { Register } from '../../register/register.js';
import type { Patient, Period } from './resources.js';
import type { Clock } from '../../scheduling/clock.js';

export interface PatientIdentifiers {
  readonly cardNumberSystem?: string;
  readonly householdNumberSystem?: string;
}

/**
 * Uses a FHIR server as the register, if its `Patient` contains the data that must be compared. TW Core defines no
 * slice of `Patient.identifier` for NHI card numbers or household numbers. Nobody can match unless the operator
 * configures a `system` for each of these two numbers. Data that the server marks as old or ended are neither
 * compared nor used as contacts. People recorded as dead are referred to staff.
 */
export function createPatientRegister(
  patientOf: (nationalId: string, signal: AbortSignal) => Promise<Patient | null>,
  { cardNumberSystem, householdNumberSystem }: PatientIdentifiers,
  clock: Clock,
): Register {
  const current: Current = (things = []) => {
    const today = clock().toISOString();
    return things.filter(({ use, period }) => use !== 'old' && !hasEnded(period, today));
  };
  const identifierOf = ({ identifier }: Patient, wanted: string | undefined): string | null =>
    wanted === undefined
      ? null
      : (current(identifier).find(({ system }) => system === wanted)?.value ?? null);
  const find = async (nationalId: string, signal: AbortSignal): Promise<Patient | null> =>
    isNationalId(nationalId) ? patientOf(nationalId, signal) : null;
  return {
    async verifyApplicant(applicant, signal) {
      const { nationalId } = applicant;
      const patient = await find(nationalId, signal);
      if (patient === null) return 'no-match';
      const record = {
        nationalId,
        cardNumber: identifierOf(patient, cardNumberSystem),
        householdNumber: identifierOf(patient, householdNumberSystem),
        // A partial date cannot be compared; FHIR allows a year alone or a year and month.
        birthDate: patient.birthDate?.length === 10 ? patient.birthDate : null,
        name: nameOf(current(patient.name)),
        registeredAddress: null,
      };
      const answer = compareApplicant(record, applicant);
      const isDead = patient.deceasedBoolean === true || patient.deceasedDateTime !== undefined;
      return isDead && answer === 'match' ? 'see-a-person' : answer;
    },
    async contactOnRecord(nationalId, signal) {
      const patient = await find(nationalId, signal);
      if (patient === null) return null;
      const values = (wanted: string): readonly string[] =>
        current(patient.telecom).flatMap(({ system, value }) =>
          system === wanted && value !== undefined ? [value] : [],
        );
      const email = values('email')[0] ?? null;
      const mobile =
        [...values('phone'), ...values('sms')]
          .map((number) => number.replace(/^\+886/, '0').replaceAll(/[\s-]/g, ''))
          .find((number) => new RegExp(MOBILE_PATTERN).test(number)) ?? null;
      const postalAddress = postalAddressOf(current(patient.address));
      return email === null && mobile === null && postalAddress === null
        ? null
        : { email, mobile, postalAddress };
    },
  };
}

interface Dated {
  readonly use?: string;
  readonly period?: Period;
}

type Current = <Thing extends Dated>(things: readonly Thing[] | undefined) => readonly Thing[];

/**
 * Checks whether a period ended before today. A partial date (a year, or a year and month) ends with its last day.
 */
function hasEnded(period: Period | undefined, today: string): boolean {
  const end = period?.end;
  return end !== undefined && end < today.slice(0, Math.min(end.length, 10));
}

function nameOf(names: NonNullable<Patient['name']>): string | null {
  const official = names.find(({ use }) => use === 'official') ?? names[0];
  if (official === undefined) return null;
  const { text, family = '', given = [] } = official;
  const joined = [family, ...given].join(/\p{Script=Han}/u.test(family) ? '' : ' ').trim();
  return text ?? (joined === '' ? null : joined);
}

/** Returns the postal address for a letter, preferably that of the person's home. */
function postalAddressOf(addresses: NonNullable<Patient['address']>): string | null {
  const home = addresses.find(({ use }) => use === 'home') ?? addresses[0];
  if (home === undefined) return null;
  const { text, city = '', district = '', line = [] } = home;
  const joined = [city, district, ...line].join('');
  return text ?? (joined === '' ? null : joined);
}
