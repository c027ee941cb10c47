import { describe, expect, it } from 'vitest';
import type { Applicant } from '../../register/register.js';
import { createPatientRegister } from './patient-register.js';
import type { Patient } from './resources.js';

const cards = 'https://hospital.example.tw/nhi-card';
const households = 'https://hospital.example.tw/household';
const today = () => new Date('2026-05-01T00:00:00Z');

const applicant: Applicant = {
  nationalId: 'F223456786',
  cardNumber: '000055556666',
  householdNumber: 'F1234567',
  birthDate: '1990-05-17',
  name: '陳怡君',
  registeredAddress: null,
};

const onRecord: Patient = {
  resourceType: 'Patient',
  id: 'mei',
  birthDate: '1990-05-17',
  name: [
    { use: 'old', text: '陳小君' },
    { use: 'official', family: '陳', given: ['怡君'] },
  ],
  identifier: [
    { system: cards, value: '000055556666' },
    { system: households, value: 'F1234567' },
  ],
};

const registerOf = (patient: Patient | null) =>
  createPatientRegister(
    () => Promise.resolve(patient),
    { cardNumberSystem: cards, householdNumberSystem: households },
    today,
  );
const signal = new AbortController().signal;
const answer = (change: Partial<Patient>, stated: Partial<Applicant> = {}) =>
  registerOf({ ...onRecord, ...change }).verifyApplicant({ ...applicant, ...stated }, signal);
const contact = (change: Partial<Patient>) =>
  registerOf({ ...onRecord, ...change }).contactOnRecord?.(applicant.nationalId, signal);

describe('a FHIR server as the register', () => {
  it('confirms people whose data match', async () => {
    expect(await answer({})).toBe('match');
  });

  it.each([
    ['another card', { cardNumber: '000055556667' }],
    ['another household', { householdNumber: 'F1234568' }],
    ['another day of birth', { birthDate: '1990-05-18' }],
  ])('rejects %s', async (_, stated) => {
    expect(await answer({}, stated)).toBe('no-match');
  });

  it('does not know people unknown to the server', async () => {
    expect(await registerOf(null).verifyApplicant(applicant, signal)).toBe('no-match');
    expect(await registerOf(null).contactOnRecord?.(applicant.nationalId, signal)).toBeNull();
  });

  it.each([
    ['no card number is on record', { identifier: onRecord.identifier!.slice(1) }],
    ['the day of birth is incomplete', { birthDate: '1990-05' }],
    ['the name is different', { name: [{ text: '陳美玉' }] }],
    // Nobody can open an account online for a person recorded as dead, even though the record might be wrong.
    ['the person has died', { deceasedBoolean: true }],
    ['the day of death is on record', { deceasedDateTime: '2026-01-03' }],
  ])('sends people to staff where %s', async (_, change) => {
    expect(await answer(change)).toBe('see-a-person');
  });

  it.each([
    ['is marked as old', { use: 'old' }],
    ['has ended', { period: { end: '2026-04-30' } }],
  ])('matches no card if the card number is %s', async (_, what) => {
    const identifier = [
      { system: cards, value: '000011112222', ...what },
      { system: households, value: 'F1234567' },
    ];
    expect(await answer({ identifier }, { cardNumber: '000011112222' })).toBe('see-a-person');
    const renewed = [...identifier, { system: cards, value: '000055556666' }];
    expect(await answer({ identifier: renewed })).toBe('match');
    expect(await answer({ identifier: renewed }, { cardNumber: '000011112222' })).toBe('no-match');
  });

  it('returns no number and no mailbox that the person no longer has', async () => {
    const telecom = [
      { system: 'email', value: 'old@example.tw', use: 'old' },
      { system: 'email', value: 'mei@example.tw' },
      { system: 'phone', value: '0912-345-678', period: { end: '2020-01-01' } },
      { system: 'phone', value: '02-2345-6789' },
      { system: 'phone', value: '+886 922 333 444' },
    ];
    const address = [
      { use: 'old', text: '高雄市三民區' },
      { use: 'home', city: '新北市', district: '淡水區', line: ['水源里3鄰'] },
    ];
    expect(await contact({ telecom, address })).toEqual({
      email: 'mei@example.tw',
      mobile: '0922333444',
      postalAddress: '新北市淡水區水源里3鄰',
    });
    expect(await contact({ telecom: telecom.slice(0, 1) })).toBeNull();
  });

  it('is not queried with an invalid ID number', async () => {
    const register = createPatientRegister(() => Promise.reject(new Error('asked')), {}, today);
    expect(await register.verifyApplicant({ ...applicant, nationalId: 'F223456780' }, signal)).toBe(
      'no-match',
    );
  });
});
