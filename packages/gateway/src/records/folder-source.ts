import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { MhbError } from '@mhb-kit/core/error';
import { isNationalId } from '@mhb-kit/core/identity';
import { readPassbook, type Passbook } from '@mhb-kit/core/passbook';
import { compareApplicant } from '../register/compare-applicant.js';
import { listFolder } from '../storage/durable-files.js';
import type { RecordRow } from '@mhb-kit/core/fulfilment';
import type { IdentifyingSource } from '../register/register.js';

/** The name of the file with the person's identity and contact data. */
const PERSON_FILE = 'person.json';

const personSchema = Type.Object({
  cardNumber: Type.String(),
  householdNumber: Type.String(),
  birthDate: Type.String(),
  name: Type.Optional(Type.String()),
  registeredAddress: Type.Optional(Type.String()),
  email: Type.Optional(Type.String()),
  mobile: Type.Optional(Type.String()),
  postalAddress: Type.Optional(Type.String()),
});

/**
 * Reads records from passbook files on disk. Each person has a folder named after their ID number, with files in
 * the formats that the passbook reader supports (JSON, XML, HTML). Several files of a person are merged. If the
 * folder also contains a `person.json` (card number, household number, and birth date as `YYYY-MM-DD`; optionally
 * name, address and contact), the source can also serve as the register.
 */
export function createFolderSource(folder: string): IdentifyingSource {
  async function passbookOf(nationalId: string, signal: AbortSignal): Promise<Passbook | null> {
    // The ID number becomes part of a path, so it must be valid.
    if (!isNationalId(nationalId)) return null;
    const personFolder = join(folder, nationalId);
    const names = (await listFolder(personFolder)).filter((name) => name !== PERSON_FILE);
    if (names.length === 0) {
      // If the folder of all records is missing, for example because a mount failed, this throws, so that nobody
      // is told that they have no records.
      await access(folder);
      return null;
    }
    const files = await Promise.all(
      names.map(async (name) => ({ name, bytes: await readFile(join(personFolder, name), { signal }) })),
    );
    return (await readPassbook(files, { signal })).passbook;
  }

  async function personOf(nationalId: string, signal: AbortSignal) {
    if (!isNationalId(nationalId)) return null;
    await access(folder);
    const text = await readFile(join(folder, nationalId, PERSON_FILE), { encoding: 'utf8', signal }).catch(
      (error: unknown) => {
        if ((error as { code?: string }).code === 'ENOENT') return null;
        throw error;
      },
    );
    if (text === null) return null;
    const person: unknown = JSON.parse(text);
    if (!Value.Check(personSchema, person)) throw new Error('person.json is invalid');
    return person;
  }

  /** Reads the person's file. If it cannot be read, this throws, so that the person is not treated as unknown. */
  async function known(nationalId: string, signal: AbortSignal) {
    return personOf(nationalId, signal).catch((error: unknown) => {
      throw new MhbError('service-unavailable', 'The folder of records cannot be read', {
        retriable: true,
        cause: error,
      });
    });
  }

  return {
    register: {
      async verifyApplicant(applicant, signal) {
        const { nationalId } = applicant;
        const person = await known(nationalId, signal);
        if (person === null) return 'no-match';
        const { cardNumber, householdNumber, birthDate, name = null, registeredAddress = null } = person;
        const record = { nationalId, cardNumber, householdNumber, birthDate, name, registeredAddress };
        return compareApplicant(record, applicant);
      },
      async contactOnRecord(nationalId, signal) {
        const { email = null, mobile = null, postalAddress = null } = (await known(nationalId, signal)) ?? {};
        return email === null && mobile === null && postalAddress === null
          ? null
          : { email, mobile, postalAddress };
      },
    },
    async records({ nationalId, category, signal }) {
      const passbook = await passbookOf(nationalId, signal);
      if (passbook === null) return {};
      const sections: Readonly<Record<string, readonly { readonly raw: RecordRow }[]>> = {
        ...passbook.unknownSections,
        ...passbook.sections,
      };
      return Object.fromEntries(
        category.sections.map((key) => [key, (sections[key] ?? []).map(({ raw }) => raw)]),
      );
    },
  };
}
