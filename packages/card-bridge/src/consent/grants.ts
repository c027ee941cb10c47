import { createHash, createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { MAX_WAIT_MS } from '@mhb-kit/core/card';
import { readJson, writeJson } from '../storage/private-file.js';

/** A site that a person has allowed to read their card, for a while. */
export interface Grant {
  readonly origin: string;
  /** The card that was read first under it, and the only one: HMAC of its number by the token. `null` before that. */
  readonly card: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** How long an allowed site is not asked about again for the same card: a working day. */
const GRANT_MS = 8 * 3_600_000;
/** How long the person has to put in the card that they allow to be read: longer than a page may wait for one. */
const FIRST_READ_MS = MAX_WAIT_MS + 60_000;

/** By SHA-256 of the token: the file is of no use to who reads it. */
type GrantFile = Record<string, Grant>;

/**
 * What people have allowed, on disk, so that `mhb-card-bridge revoke` reaches a bridge that runs: every operation looks.
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

  /** The token is what the page of this origin, and no other, is recognised by. */
  async add(origin: string): Promise<{ readonly token: string; readonly expiresAt: number }> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = this.#clock() + FIRST_READ_MS;
    await this.#write(token, { origin, card: null, expiresAt });
    return { token, expiresAt };
  }

  /** What still counts of what was allowed to this origin. */
  async find(token: string, origin: string): Promise<Grant | null> {
    const grant = (await this.#read())[hash(token)];
    return grant?.origin === origin ? grant : null;
  }

  /** The grant as it counts for a card, which becomes its own if it is the first; `null` for another card. */
  async use(token: string, grant: Grant | null, cardNumber: string): Promise<Grant | null> {
    if (grant === null) return null;
    // The token is not on this disk, so nobody can try all card numbers against what is.
    const card = createHmac('sha256', token).update(cardNumber).digest('base64url');
    if (grant.card !== null) return grant.card === card ? grant : null;
    const own: Grant = { origin: grant.origin, card, expiresAt: this.#clock() + GRANT_MS };
    await this.#write(token, own);
    return own;
  }

  /** Takes back what was allowed to one site, or to all; returns how many grants there were. */
  async revoke(origin?: string): Promise<number> {
    const grants = Object.entries(await this.#read());
    const kept = origin === undefined ? [] : grants.filter(([, grant]) => grant.origin !== origin);
    await writeJson(this.#path, Object.fromEntries(kept));
    return grants.length - kept.length;
  }

  /** One change after the other: two pages that are allowed at once are both allowed. */
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
