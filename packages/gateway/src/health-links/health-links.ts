import { randomBytes, randomUUID } from 'node:crypto';
import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lte } from 'drizzle-orm';
import { MhbError } from '@mhb-kit/core/error';
import type { CreatedHealthLink, HealthLinkSummary, NewHealthLink } from '@mhb-kit/core/gateway';
import { MAX_URL } from '@mhb-kit/core/share';
import type { Passwords } from '../accounts/passwords.js';
import type { HealthLinkLimits } from '../limits/limits.js';
import { DAY, later, type Clock } from '../scheduling/clock.js';
import { openText } from '../secrets/cipher.js';
import type { DayKeys } from '../secrets/day-keys.js';
import { deriveKey, type GatewayKeys } from '../secrets/gateway-keys.js';
import { sealStream } from '../secrets/sealed-stream.js';
import type { BlobStore } from '../storage/blob-store.js';
import type { Database, Queries } from '../storage/database.js';
import { accounts, healthLinkFiles, healthLinkOpenings, healthLinks } from '../storage/schema.js';
import { requireEncrypted } from './encrypted-file.js';
import { keptWith, newLinkKey } from './health-link-keys.js';

/**
 * Operations on a person's own links. The gateway never receives the key of a link, so it sees the files only as
 * ciphertext.
 */
export interface HealthLinks {
  /** @throws {MhbError} `invalid-request`, `quota-reached`, `health-link-too-large` */
  create(maker: LinkMaker, link: NewHealthLink): Promise<CreatedHealthLink>;
  list(maker: LinkMaker): Promise<readonly HealthLinkSummary[]>;
  /** @throws {MhbError} `not-found`, also if the link belongs to another person */
  find(id: string, holder: LinkHolder): Promise<OwnHealthLink>;
  /** Revokes a link and erases its files. @throws {MhbError} `not-found` */
  revoke(id: string, holder: LinkHolder): Promise<OwnHealthLink>;
  /** Erases the files of links that have ended and, a week later, all data about them. */
  forgetExpired(): Promise<void>;
}

/**
 * The creator of links. A person also sees and can revoke the links that their representatives create; a
 * representative sees only the links that they created themselves.
 */
export interface LinkMaker {
  readonly accountId: string;
  readonly representationId: string | null;
}

/** A caller who may see and revoke a link: its creator in a session, or the holder of its management key. */
export type LinkHolder = LinkMaker | { readonly managementKey: string };

export interface OwnHealthLink {
  readonly accountId: string;
  readonly summary: HealthLinkSummary;
}

export interface HealthLinksParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly dayKeys: DayKeys;
  readonly blobs: BlobStore;
  readonly passwords: Passwords;
  readonly publicUrl: () => string;
  readonly limits: HealthLinkLimits;
  readonly representationCounts: (representationId: string) => Promise<boolean>;
  readonly clock: Clock;
}

export const MANIFESTS = '/v1/manifests/';
/** How long after a link has ended a person can see who opened it. */
const REMEMBERED = 7 * DAY;
/** The number of accesses listed for a link, starting with the latest; older accesses are only counted. */
const SHOWN_OPENINGS = 50;

type LinkRow = typeof healthLinks.$inferSelect;

const newToken = (): string => randomBytes(32).toString('base64url');
export const lookupOfToken = (keys: GatewayKeys, token: string): Uint8Array =>
  keys.lookup('health-link', token);
export const recipientContext = (openingId: string): string => `health-link-opening:${openingId}`;
export const fileKeyOf = (linkKey: Uint8Array, fileId: string): Uint8Array =>
  deriveKey(linkKey, `health-link-file:${fileId}`);

export function createHealthLinks(parts: HealthLinksParts): HealthLinks {
  const { database, keys, dayKeys, blobs, passwords, publicUrl, limits, clock } = parts;
  const { representationCounts } = parts;
  const { queries } = database;

  /** @throws {MhbError} `invalid-request`, `health-link-too-large` */
  function requireAcceptable({ files, expiresAt }: NewHealthLink): Date {
    const ends = new Date(expiresAt);
    const now = clock();
    if (!(ends > now) || ends > later(now, limits.days * DAY))
      throw new MhbError('invalid-request', 'The expiry time is in the past or too far in the future', {
        details: { field: 'expiresAt' },
      });
    for (const { jwe } of files) requireEncrypted(jwe);
    if (files.reduce((sum, { jwe }) => sum + jwe.length, 0) > limits.kilobytes * 1_024)
      throw new MhbError('health-link-too-large', 'The files are too large for one link');
    return ends;
  }

  /**
   * Throws if the person has too many active links. Simultaneous calls of one person are handled one after the
   * other, so that they cannot exceed the limit. A representative's links do not count toward the person's limit.
   * @throws {MhbError} `quota-reached`
   */
  async function requireRoom(within: Queries, { accountId, representationId }: LinkMaker): Promise<void> {
    await within.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for('update');
    const [alive] = await within
      .select({ links: count() })
      .from(healthLinks)
      .where(
        and(
          eq(healthLinks.accountId, accountId),
          representationId === null
            ? isNull(healthLinks.representationId)
            : eq(healthLinks.representationId, representationId),
          gt(healthLinks.expiresAt, clock()),
          isNotNull(healthLinks.wrappedKey),
        ),
      );
    if ((alive?.links ?? 0) >= limits.perPerson)
      throw new MhbError('quota-reached', 'The person has too many active links');
  }

  async function eraseBlobs(keysOfBlobs: readonly string[]): Promise<void> {
    for (const blobKey of keysOfBlobs) await blobs.delete(blobKey);
  }

  async function summaries(rows: readonly LinkRow[]): Promise<HealthLinkSummary[]> {
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return [];
    const files = await queries
      .select()
      .from(healthLinkFiles)
      .where(inArray(healthLinkFiles.healthLinkId, ids));
    const openings = await queries
      .select()
      .from(healthLinkOpenings)
      .where(inArray(healthLinkOpenings.healthLinkId, ids))
      .orderBy(desc(healthLinkOpenings.openedAt));
    return rows.map((row) => ({
      id: row.id,
      state: stateOf(row, clock()),
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      byteLength: files
        .filter(({ healthLinkId }) => healthLinkId === row.id)
        .reduce((sum, { byteLength }) => sum + byteLength, 0),
      attemptsLeft: row.attemptsLeft,
      timesOpened: row.timesOpened,
      openings: openings
        .filter(({ healthLinkId }) => healthLinkId === row.id)
        .slice(0, SHOWN_OPENINGS)
        .map(({ id, openedAt, recipientSealed }) => ({
          at: openedAt.toISOString(),
          recipient: openText(keys.columns, recipientSealed, recipientContext(id)),
        })),
    }));
  }

  const isOfMaker = ({ accountId, representationId }: LinkMaker) =>
    and(
      eq(healthLinks.accountId, accountId),
      representationId === null ? undefined : eq(healthLinks.representationId, representationId),
    );
  const isOf = (holder: LinkHolder) =>
    'accountId' in holder
      ? isOfMaker(holder)
      : eq(healthLinks.managementLookup, keys.lookup('health-link-management', holder.managementKey));

  async function find(id: string, holder: LinkHolder): Promise<OwnHealthLink> {
    const [row] = await queries
      .select()
      .from(healthLinks)
      .where(and(eq(healthLinks.id, id), isOf(holder), gt(healthLinks.forgottenAt, clock())));
    const [summary] = row === undefined ? [] : await summaries([row]);
    if (row === undefined || summary === undefined) throw new MhbError('not-found', 'No such link');
    return { accountId: row.accountId, summary };
  }

  return {
    find,

    async create(maker, link) {
      const { accountId, representationId } = maker;
      const expiresAt = requireAcceptable(link);
      const id = randomUUID();
      const token = newToken();
      const managementKey = newToken();
      const manifestUrl = `${publicUrl()}${MANIFESTS}${token}`;
      if (manifestUrl.length > MAX_URL)
        throw new MhbError('configuration-invalid', 'The public URL is too long for SMART Health Links');
      const day = keptWith(expiresAt);
      const { key, wrapped } = await newLinkKey(dayKeys, id, day);
      const files = link.files.map(({ contentType, jwe }, position) => {
        const fileId = randomUUID();
        const row = {
          id: fileId,
          healthLinkId: id,
          position,
          contentType,
          blobKey: `${day}/${fileId}`,
          byteLength: jwe.length,
        };
        return { row, jwe };
      });
      const row = {
        id,
        accountId,
        representationId,
        tokenLookup: lookupOfToken(keys, token),
        managementLookup: keys.lookup('health-link-management', managementKey),
        createdAt: clock(),
        expiresAt,
        forgottenAt: later(expiresAt, REMEMBERED),
        keptWith: day,
        wrappedKey: wrapped,
        passcodeHash: link.passcode === null ? null : await passwords.hash(link.passcode),
        attemptsLeft: link.passcode === null ? null : limits.passcodeAttempts,
        timesOpened: 0,
      };
      // The limit is checked before anything is written, so that a person above the limit uses no storage.
      await database.transaction((within) => requireRoom(within, maker));
      try {
        for (const { row: file, jwe } of files)
          await blobs.write(file.blobKey, sealStream(fileKeyOf(key, file.id), once(Buffer.from(jwe))));
        await database.transaction(async (within) => {
          await requireRoom(within, maker);
          await within.insert(healthLinks).values(row);
          await within.insert(healthLinkFiles).values(files.map((file) => file.row));
        });
      } catch (error) {
        await eraseBlobs(files.map((file) => file.row.blobKey)).catch(() => undefined);
        throw error;
      }
      const { summary: healthLink } = await find(id, maker);
      return { healthLink, manifestUrl, managementKey };
    },

    async list(maker) {
      const rows = await queries
        .select()
        .from(healthLinks)
        .where(and(isOfMaker(maker), gt(healthLinks.forgottenAt, clock())))
        .orderBy(desc(healthLinks.createdAt), asc(healthLinks.id))
        .limit(SHOWN_LINKS);
      return summaries(rows);
    },

    async revoke(id, holder) {
      const own = await find(id, holder);
      const gone = await database.transaction(async (within) => {
        await within.update(healthLinks).set({ wrappedKey: null }).where(eq(healthLinks.id, id));
        return within
          .delete(healthLinkFiles)
          .where(eq(healthLinkFiles.healthLinkId, id))
          .returning({ blobKey: healthLinkFiles.blobKey });
      });
      // The key was deleted with the row, so if erasing is interrupted, nothing readable is left.
      await eraseBlobs(gone.map(({ blobKey }) => blobKey));
      return own;
    },

    async forgetExpired() {
      // Links created by a representative end with the representation.
      const shared = await queries
        .selectDistinct({ id: healthLinks.representationId })
        .from(healthLinks)
        .where(and(isNotNull(healthLinks.representationId), isNotNull(healthLinks.wrappedKey)));
      for (const { id } of shared)
        if (id !== null && !(await representationCounts(id)))
          await queries
            .update(healthLinks)
            .set({ wrappedKey: null })
            .where(eq(healthLinks.representationId, id));
      const ended = queries
        .select({ id: healthLinks.id })
        .from(healthLinks)
        .where(lte(healthLinks.expiresAt, clock()));
      const gone = await queries
        .delete(healthLinkFiles)
        .where(inArray(healthLinkFiles.healthLinkId, ended))
        .returning({ blobKey: healthLinkFiles.blobKey });
      await eraseBlobs(gone.map(({ blobKey }) => blobKey));
      await queries.delete(healthLinks).where(lte(healthLinks.forgottenAt, clock()));
    },
  };
}

/**
 * The maximum number of links in a list. A person never has this many links, even counting those of the last few
 * weeks.
 */
const SHOWN_LINKS = 100;

export function stateOf(
  { wrappedKey, expiresAt, attemptsLeft }: Pick<LinkRow, 'wrappedKey' | 'expiresAt' | 'attemptsLeft'>,
  now: Date,
): HealthLinkSummary['state'] {
  if (wrappedKey === null) return 'revoked';
  if (expiresAt <= now) return 'ended';
  return attemptsLeft === 0 ? 'locked' : 'active';
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
