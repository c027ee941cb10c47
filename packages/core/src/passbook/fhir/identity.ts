import { MhbError } from '../../error.js';
import { isNationalId, normalizeNationalId, readBirthDate, type LocalDate } from '../../identity/index.js';
import type { Passbook } from '../model/model.js';
import type { Label } from '../record/record.js';
import type { ResourceCollector } from './collector.js';
import { coding, dateElement, fhirText, unknown, type JsonObject } from './resource.js';
import { extensions, systems } from './terminology.js';
import { notStated } from './wording.js';
import type { FhirIdentity } from './fhir-identity.js';

/** The identity details as a person typed them. Empty fields are not disclosed. */
export interface TypedIdentity {
  readonly name?: string | undefined;
  /** The date of birth, in a format that `readBirthDate` accepts. */
  readonly birthDate?: string | undefined;
  readonly nationalId?: string | undefined;
}

/**
 * Parses the identity details that a person typed about themselves. The ID number must be valid and match the
 * mask in the passbook.
 *
 * @throws MhbError `export-identity-invalid`
 */
export function readFhirIdentity(
  { name = '', birthDate = '', nationalId = '' }: TypedIdentity,
  { subjectId }: Passbook,
  today: LocalDate,
): FhirIdentity {
  const born = birthDate.trim() === '' ? undefined : readBirthDate(birthDate, today);
  const id = nationalId.trim() === '' ? undefined : normalizeNationalId(nationalId);
  if (born === null || (id !== undefined && (!isNationalId(id) || !fitsMask(id, subjectId))))
    throw new MhbError(
      'export-identity-invalid',
      'The birth date or ID number is invalid, or the ID number belongs to somebody else',
    );
  return {
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(born === undefined ? {} : { birthDate: born }),
    ...(id === undefined ? {} : { nationalId: id }),
  };
}

const fitsMask = (id: string, mask: string | null): boolean =>
  mask === null || [...mask].every((character, index) => character === '*' || character === id.charAt(index));

/**
 * Derives the sex from the second character of an ID number: 1, 8, A and C are male; 2, 9, B and D are female.
 */
function genderOf(id: string | null): 'male' | 'female' | undefined {
  const second = id?.charAt(1).toUpperCase() ?? '';
  if (second !== '' && '18AC'.includes(second)) return 'male';
  return second !== '' && '29BD'.includes(second) ? 'female' : undefined;
}

export function addPatient(passbook: Passbook, resources: ResourceCollector): JsonObject {
  const known = resources.identity;
  const id = known.nationalId ?? passbook.subjectId;
  const citizen = id === null || /^[A-Z][12]/i.test(id);
  const gender = known.gender ?? genderOf(id);
  const { wording } = resources;
  return resources.add('Patient', '', {
    identifier: [
      known.nationalId === undefined
        ? {
            // A masked number is not an ID number, so the identifier is marked as secondary and described as
            // masked.
            use: 'secondary',
            type: { text: wording.say(citizen ? maskedId : maskedResidentNumber) },
            system: citizen ? systems.citizen : systems.resident,
            _value: {
              extension: [{ url: extensions.rendered, valueString: id ?? wording.say(notStated) }],
            },
          }
        : {
            use: 'official',
            type: {
              coding: [
                citizen
                  ? coding(
                      systems.identifierType,
                      'NNxxx',
                      'National Person Identifier where the xxx is the ISO table 3166 3-character (alphabetic) country code',
                    )
                  : coding(systems.identifierType, 'PRC', 'Permanent Resident Card Number'),
              ],
              text: wording.say(citizen ? idNumber : residentNumber),
            },
            system: citizen ? systems.citizen : systems.resident,
            value: known.nationalId,
          },
    ],
    name: [
      known.name === undefined
        ? { use: 'anonymous', text: wording.say(anonymous) }
        : { use: 'official', text: fhirText(known.name) },
    ],
    ...(gender === undefined ? { _gender: unknown } : { gender }),
    ...dateElement('birthDate', known.birthDate ?? null),
  });
}

const idNumber: Label = { 'zh-Hant': '身分證號', en: 'National ID number (Taiwan)' };
const residentNumber: Label = { 'zh-Hant': '居留證號', en: 'Resident certificate number (Taiwan)' };
const maskedId: Label = { 'zh-Hant': '身分證號（部分遮蔽）', en: 'National ID number (Taiwan), masked' };
const maskedResidentNumber: Label = {
  'zh-Hant': '居留證號（部分遮蔽）',
  en: 'Resident certificate number (Taiwan), masked',
};
/**
 * The text in place of a name. It is needed because some programs show no data at all for a patient without a
 * name.
 */
const anonymous: Label = { 'zh-Hant': '（健康存摺未載姓名）', en: '(the passbook contains no name)' };
