import { randomUUID, timingSafeEqual } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import { MhbError } from '@mhb-kit/core/error';
import type { Manifest, ManifestFile, ManifestRequest } from '@mhb-kit/core/share';
import type { Passwords } from '../accounts/passwords.js';
import { MINUTE, later, type Clock } from '../scheduling/clock.js';
import { sealText } from '../secrets/cipher.js';
import type { DayKeys } from '../secrets/day-keys.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import { openStream } from '../secrets/sealed-stream.js';
import type { BlobStore } from '../storage/blob-store.js';
import type { Database } from '../storage/database.js';
import { healthLinkFiles, healthLinkOpenings, healthLinks } from '../storage/schema.js';
import { openLinkKey } from './health-link-keys.js';
import { fileKeyOf, lookupOfToken, recipientContext, stateOf } from './health-links.js';

/**
 * Supplies the manifest and files to recipients, as the specification defines. Anyone who has the link's address
 * can request them.
 */
export interface SharedFiles {
  /**
   * @throws {MhbError} `health-link-gone` if the link is not active, whatever the reason;
   * `health-link-passcode-wrong`
   */
  manifest(token: string, request: ManifestRequest): Promise<OpenedManifest>;
  /**
   * Returns a file by the ticket in the address that the manifest contains.
   * @throws {MhbError} `health-link-gone`
   */
  file(ticket: string): Promise<string>;
}

export interface OpenedManifest {
  readonly manifest: Manifest;
  readonly linkId: string;
  readonly accountId: string;
}

export interface SharedFilesParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly dayKeys: DayKeys;
  readonly blobs: BlobStore;
  readonly passwords: Passwords;
  readonly publicUrl: () => string;
  readonly representationCounts: (representationId: string) => Promise<boolean>;
  readonly clock: Clock;
}

export const MANIFEST_FILES = '/v1/manifest-files/';
/** The specification says: "The lifetime of location links SHALL NOT exceed one hour". */
const LOCATION_LIFE = 5 * MINUTE;
/**
 * The maximum length of a file embedded in the manifest if the receiver states none. Longer files get a separate
 * address.
 */
const EMBEDDED_LENGTH = 1_048_576;
/** The number of accesses that are stored with the recipient's name; further accesses are only counted. */
const NAMED_OPENINGS = 200;

type LinkRow = typeof healthLinks.$inferSelect;
type FileRow = typeof healthLinkFiles.$inferSelect;

const gone = (): MhbError => new MhbError('health-link-gone', 'The link is not active');

export function createSharedFiles(parts: SharedFilesParts): SharedFiles {
  const { database, keys, dayKeys, blobs, passwords, publicUrl, representationCounts, clock } = parts;
  const { queries } = database;

  /**
   * Throws if the link's creator was a representative whose representation has ended, because the link ends with
   * it.
   */
  async function requireMaker({ representationId }: LinkRow): Promise<void> {
    if (representationId !== null && !(await representationCounts(representationId))) throw gone();
  }

  async function keyOf({ id, keptWith, wrappedKey }: LinkRow): Promise<Uint8Array> {
    const key =
      wrappedKey === null
        ? null
        : await openLinkKey(dayKeys, id, keptWith as `${number}-${number}-${number}`, wrappedKey);
    if (key === null) throw gone();
    return key;
  }

  /**
   * Checks the passcode. Wrong attempts are counted over the lifetime of the link. Simultaneous attempts are
   * handled one after the other, so that none is missed. After the last allowed attempt has failed, no passcode is
   * accepted, not even the right one.
   */
  async function admit(
    { id, passcodeHash }: LinkRow,
    passcode: string | undefined,
    recipient: string,
  ): Promise<void> {
    const isRight = passcodeHash === null || (await passwords.matches(passcodeHash, passcode ?? ''));
    const refusal = await database.transaction(async (within) => {
      const [link] = await within.select().from(healthLinks).where(eq(healthLinks.id, id)).for('update');
      if (link === undefined || stateOf(link, clock()) !== 'active') return gone();
      if (!isRight) {
        // A missing passcode is not counted as an attempt.
        const attemptsLeft = Math.max(0, (link.attemptsLeft ?? 0) - (passcode === undefined ? 0 : 1));
        await within.update(healthLinks).set({ attemptsLeft }).where(eq(healthLinks.id, id));
        return new MhbError('health-link-passcode-wrong', 'The passcode is wrong', {
          details: { remainingAttempts: attemptsLeft },
        });
      }
      await within
        .update(healthLinks)
        .set({ timesOpened: sql`${healthLinks.timesOpened} + 1` })
        .where(eq(healthLinks.id, id));
      if (link.timesOpened < NAMED_OPENINGS) {
        const openingId = randomUUID();
        await within.insert(healthLinkOpenings).values({
          id: openingId,
          healthLinkId: id,
          openedAt: clock(),
          recipientSealed: sealText(keys.columns, recipient, recipientContext(openingId)),
        });
      }
      return null;
    });
    if (refusal !== null) throw refusal;
  }

  async function read(file: FileRow, linkKey: Uint8Array): Promise<string> {
    const chunks: Uint8Array[] = [];
    const stored = (start: number, end: number): AsyncIterable<Uint8Array> =>
      blobs.read(file.blobKey, start, end);
    const key = fileKeyOf(linkKey, file.id);
    for await (const chunk of openStream(key, file.byteLength, stored, 0, file.byteLength))
      chunks.push(chunk);
    return Buffer.concat(chunks).toString('latin1');
  }

  const macOf = (fileId: string, until: string): Buffer =>
    Buffer.from(keys.lookup('health-link-file', `${fileId}.${until}`));

  /** Creates a signed address that contains its expiry time. */
  function locationOf({ id }: FileRow): string {
    const until = String(Math.floor(later(clock(), LOCATION_LIFE).getTime() / 1_000));
    return `${publicUrl()}${MANIFEST_FILES}${id}.${until}.${macOf(id, until).toString('base64url')}`;
  }

  return {
    async manifest(token, { passcode, recipient, embeddedLengthMax = EMBEDDED_LENGTH }) {
      const [link] = await queries
        .select()
        .from(healthLinks)
        .where(eq(healthLinks.tokenLookup, lookupOfToken(keys, token)));
      if (link === undefined || stateOf(link, clock()) !== 'active') throw gone();
      await requireMaker(link);
      const linkKey = await keyOf(link);
      await admit(link, passcode, recipient);
      const rows = await queries
        .select()
        .from(healthLinkFiles)
        .where(eq(healthLinkFiles.healthLinkId, link.id))
        .orderBy(asc(healthLinkFiles.position));
      const files: ManifestFile[] = [];
      for (const row of rows) {
        const about = { contentType: row.contentType, lastUpdated: link.createdAt.toISOString() };
        files.push({
          ...about,
          ...(row.contentType === 'application/fhir+json' ? { fhirVersion: '4.0.1' } : {}),
          ...(row.byteLength <= embeddedLengthMax
            ? { embedded: await read(row, linkKey) }
            : { location: locationOf(row) }),
        });
      }
      return { manifest: { files }, linkId: link.id, accountId: link.accountId };
    },

    async file(ticket) {
      const [fileId = '', until = '', mac = ''] = ticket.split('.');
      const given = Buffer.from(mac, 'base64url');
      const expected = macOf(fileId, until);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw gone();
      if (Number(until) * 1_000 <= clock().getTime()) throw gone();
      const [found] = await queries
        .select({ file: healthLinkFiles, link: healthLinks })
        .from(healthLinkFiles)
        .innerJoin(healthLinks, eq(healthLinks.id, healthLinkFiles.healthLinkId))
        .where(eq(healthLinkFiles.id, fileId));
      if (found === undefined || stateOf(found.link, clock()) === 'ended') throw gone();
      await requireMaker(found.link);
      return read(found.file, await keyOf(found.link));
    },
  };
}
