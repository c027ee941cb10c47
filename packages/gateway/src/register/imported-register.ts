import { randomUUID, timingSafeEqual } from 'node:crypto';
import { eq, ne, sql } from 'drizzle-orm';
import { normalizeNationalId } from '@mhb-kit/core/identity';
import { openText, sealText } from '../secrets/cipher.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { registerEntries } from '../storage/schema.js';
import { comparableAddress, comparableName, comparableNumber } from './compare-applicant.js';
import type { Applicant, ContactOnRecord, Register } from './register.js';

/** A person in the file from which the operator imports the register. */
export interface RegisterRow extends Applicant {
  /** An empty string means that the name is not in the file and is therefore not compared. */
  readonly name: string;
  readonly contact: ContactOnRecord | null;
}

export interface ImportedRegister extends Register {
  /**
   * Imports either all rows or none. Replaces people who are already in the register.
   * @param replace whether to remove people who are not among the rows
   * @returns the number of imported rows, and the number of people who are now in the register
   */
  import(
    rows: AsyncIterable<RegisterRow>,
    replace: boolean,
  ): Promise<{ readonly imported: number; readonly people: number }>;
  count(): Promise<number>;
}

const BATCH = 500;

/**
 * Creates a register that an operator imports from a file. The database holds only keyed hashes of the data that
 * are compared, never the data themselves; contact data are encrypted.
 */
export function createImportedRegister(database: Database, keys: GatewayKeys): ImportedRegister {
  const person = (nationalId: string): Uint8Array =>
    keys.lookup('register-person', normalizeNationalId(nationalId));
  const proof = ({ nationalId, cardNumber, householdNumber, birthDate }: Applicant): Uint8Array =>
    keys.lookup(
      'register-proof',
      [
        normalizeNationalId(nationalId),
        comparableNumber(cardNumber),
        comparableNumber(householdNumber),
        birthDate,
      ].join('\0'),
    );
  /** Hashes a value together with the ID number, so that equal names of different people have different hashes. */
  const ofPerson = (kind: string, nationalId: string, value: string): Uint8Array =>
    keys.lookup(kind, `${normalizeNationalId(nationalId)}\0${value}`);
  const nameOf = ({ nationalId, name }: Applicant): Uint8Array | null =>
    name === '' ? null : ofPerson('register-name', nationalId, comparableName(name));
  const addressOf = ({ nationalId, registeredAddress }: Applicant): Uint8Array | null =>
    registeredAddress === null
      ? null
      : ofPerson('register-address', nationalId, comparableAddress(registeredAddress));
  const context = (lookup: Uint8Array): string => `register:${Buffer.from(lookup).toString('hex')}:contact`;

  const entryOf = async (nationalId: string) => {
    const lookup = person(nationalId);
    const [entry] = await database.queries
      .select()
      .from(registerEntries)
      .where(eq(registerEntries.personLookup, lookup));
    return entry;
  };
  const count = async (): Promise<number> => {
    const [row] = await database.queries.select({ count: sql<number>`count(*)::int` }).from(registerEntries);
    return row?.count ?? 0;
  };
  const same = (one: Uint8Array, other: Uint8Array): boolean => timingSafeEqual(one, other);

  return {
    async verifyApplicant(applicant) {
      const entry = await entryOf(applicant.nationalId);
      if (entry === undefined || !same(entry.proofLookup, proof(applicant))) return 'no-match';
      const pairs = [
        [entry.nameLookup, nameOf(applicant)],
        [entry.addressLookup, addressOf(applicant)],
      ] as const;
      const differs = pairs.some(([held, stated]) => held !== null && stated !== null && !same(held, stated));
      return differs ? 'see-a-person' : 'match';
    },

    async contactOnRecord(nationalId) {
      const entry = await entryOf(nationalId);
      if (entry === undefined || entry.contactSealed === null) return null;
      return JSON.parse(
        openText(keys.columns, entry.contactSealed, context(entry.personLookup)),
      ) as ContactOnRecord;
    },

    async import(rows, replace) {
      const importId = randomUUID();
      let imported = 0;
      await database.transaction(async (queries) => {
        let batch = new Map<string, typeof registerEntries.$inferInsert>();
        const flush = async (): Promise<void> => {
          if (batch.size === 0) return;
          await queries
            .insert(registerEntries)
            .values([...batch.values()])
            .onConflictDoUpdate({
              target: registerEntries.personLookup,
              set: {
                proofLookup: sql`excluded.proof_lookup`,
                nameLookup: sql`excluded.name_lookup`,
                addressLookup: sql`excluded.address_lookup`,
                contactSealed: sql`excluded.contact_sealed`,
                importId: sql`excluded.import_id`,
              },
            });
          batch = new Map();
        };
        for await (const row of rows) {
          const personLookup = person(row.nationalId);
          batch.set(Buffer.from(personLookup).toString('hex'), {
            personLookup,
            proofLookup: proof(row),
            nameLookup: nameOf(row),
            addressLookup: addressOf(row),
            contactSealed:
              row.contact === null
                ? null
                : sealText(keys.columns, JSON.stringify(row.contact), context(personLookup)),
            importId,
          });
          imported += 1;
          if (batch.size === BATCH) await flush();
        }
        await flush();
        if (replace) await queries.delete(registerEntries).where(ne(registerEntries.importId, importId));
      });
      return { imported, people: await count() };
    },

    count,
  };
}
