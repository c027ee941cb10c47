import { readFileSync } from 'node:fs';
import {
  readPassbook,
  writeFhir,
  type Bundle,
  type FhirOptions,
  type Passbook,
} from '@mhb-kit/core/passbook';
import { makeLife, renderPassbook } from '@mhb-kit/testkit/lives';
import { j2File, type FixtureData } from '@mhb-kit/testkit/passbook-fixtures';
import { people, tenYearsInTwo, type InventedPerson } from '@mhb-kit/testkit/people';
import type { JsonObject } from './definitions.js';

/**
 * The subjects whose exports are checked: the people of demonstrations, one with every field of a file, and
 * invented lives.
 */

/** The day of all exports. */
export const now = new Date('2026-09-01T04:00:00Z');

export interface Subject {
  readonly name: string;
  readonly passbook: () => Promise<Passbook>;
  /** The identity that a person may add to the export. */
  readonly identity?: FhirOptions['identity'];
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function passbookOf(
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<Passbook> {
  const { passbook } = await readPassbook(files.map(({ name, text }) => ({ name, bytes: bytes(text) })));
  return passbook;
}

const historyOf = (person: InventedPerson): FixtureData =>
  person.history('2026-08-31') as unknown as FixtureData;

/** The number as in a downloaded file. */
const masked = ({ nationalId }: InventedPerson): string => `${nationalId.slice(0, 6)}****`;

function personAs(person: InventedPerson): Subject {
  const { nationalId, name, birthDate, sex } = person;
  return {
    name: `${name} ${nationalId}`,
    passbook: async () => {
      const data = { 'b1.1': masked(person), 'b1.2': '20260831', ...historyOf(person) };
      return (await readPassbook([{ name: 'passbook.json', bytes: j2File(data) }])).passbook;
    },
    identity: { nationalId, name, birthDate, gender: sex === 'M' ? 'male' : 'female' },
  };
}

const sample: Subject = {
  name: 'every field of a file',
  passbook: () =>
    passbookOf([
      {
        name: 'sample.json',
        text: readFileSync(new URL('../../../packages/testkit/data/sample.json', import.meta.url), 'utf8'),
      },
    ]),
};

const tenYears: Subject = {
  name: 'ten years in two files',
  passbook: () => passbookOf(tenYearsInTwo('2026-08-31')),
};

export const demonstrationPeople: readonly Subject[] = [...people.map(personAs), sample, tenYears];

export function lives(count: number): readonly Subject[] {
  return Array.from({ length: count }, (_, number) => ({
    name: `life ${number}`,
    passbook: () => passbookOf(renderPassbook(makeLife(`profiles/${number}`)).files),
  }));
}

/** One form of export. */
export interface Form {
  readonly name: string;
  readonly options: (subject: Subject) => FhirOptions;
}

/** As exported by viewer and command line, with the masked number; and with all identity data. */
export const forms: readonly Form[] = (['twcore', 'ips'] as const).flatMap((profile) => [
  { name: profile, options: () => ({ profile, now }) },
  { name: `${profile}, in English`, options: () => ({ profile, language: 'en', now }) },
  {
    name: `${profile}, identified`,
    options: ({
      identity = { nationalId: 'A123456789', name: '王小明', birthDate: '1970-01-01' },
    }: Subject) => ({
      profile,
      now,
      identity,
    }),
  },
]);

/** The export as read by another program. */
export async function exported(subject: Subject, form: Form): Promise<JsonObject> {
  const bundle: Bundle = writeFhir(await subject.passbook(), form.options(subject));
  return JSON.parse(JSON.stringify(bundle)) as JsonObject;
}
