import { createHash, createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { MAX_WAIT_MS } from '@mhb-kit/core/card';
import { readJson, writeJson } from '../storage/private-file.js';

/** A permission that a person has given to a site, to read their card for a limited time. */
export interface Grant {
  readonly origin: string;
  /**
   * An HMAC of a card number, keyed with the token. It identifies the first card that was read with this grant,
   * which allows no other card. `null` before the first reading.
   */
  readonly card: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** How long an allowed site may read the same card without asking again (one working day). */
const GRANT_MS = 8 * 3_600_000;
/**
 * How long the person has to insert the card that the site may read. This limit exceeds the longest time that a
 * page can wait for a card.
 */
const FIRST_READ_MS = MAX_WAIT_MS + 60_000;

/** The content of the grant file. Each key is the SHA-256 hash of a token, so that the file reveals no token. */
type GrantFile = Record<string, Grant>;

/**
 * The permissions that the person has given. They are stored on disk and read again for every operation, so
 * that `mhb-card-bridge revoke` takes effect while a bridge is running.
 */
export class Grants {
  readonly #path: string;
  readonly #clock: () => number;
  #lastChange: Promise<unknown> = Promise.resolve();

  constructor(dataDir: string, clock: () => number = Date.now) {
    this.#path = join(dataDir, 'grants.json');
    this.#clock = clock;
  }

  async list(): Promise<readonly Grant[]> {
    return Object.values(await this.#read());
  }

  /** Stores a grant and returns its token, which identifies a page of this origin. */
  async add(origin: string): Promise<{ readonly token: string; readonly expiresAt: number }> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = this.#clock() + FIRST_READ_MS;
    await this.#write(token, { origin, card: null, expiresAt });
    return { token, expiresAt };
  }

  /** Returns the grant for this origin and token, if it is still valid. */
  async find(token: string, origin: string): Promise<Grant | null> {
    const grant = (await this.#read())[hash(token)];
    return grant?.origin === origin ? grant : null;
  }

  /** Returns the grant if it allows this card, and `null` otherwise. The first card is bound to the grant. */
  async use(token: string, grant: Grant | null, cardNumber: string): Promise<Grant | null> {
    if (grant === null) return null;
    // The token is not stored on this disk, so nobody can find the card number by trying all numbers.
    const card = createHmac('sha256', token).update(cardNumber).digest('base64url');
    if (grant.card !== null) return grant.card === card ? grant : null;
    const own: Grant = { origin: grant.origin, card, expiresAt: this.#clock() + GRANT_MS };
    await this.#write(token, own);
    return own;
  }

  /** Withdraws the grants of one site or of all sites, and returns the number withdrawn. */
  async revoke(origin?: string): Promise<number> {
    const grants = Object.entries(await this.#read());
    const kept = origin === undefined ? [] : grants.filter(([, grant]) => grant.origin !== origin);
    await writeJson(this.#path, Object.fromEntries(kept));
    return grants.length - kept.length;
  }

  /** Writes one grant at a time, so that permissions given to two pages at the same moment are both stored. */
  async #write(token: string, grant: Grant) {
    const change = this.#lastChange.then(async () => {
      await writeJson(this.#path, { ...(await this.#read()), [hash(token)]: grant });
    });
    this.#lastChange = change.catch(() => undefined);
    await change;
  }

  async #read(): Promise<GrantFile> {
    const file = await readJson<GrantFile>(this.#path, {});
    const now = this.#clock();
    return Object.fromEntries(Object.entries(file).filter(([, { expiresAt }]) => expiresAt > now));
  }
}

const hash = (token: string): string => createHash('sha256').update(token).digest('base64url');
