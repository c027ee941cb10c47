import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writeJson } from '../private-file.js';

/** A site that a person has allowed to read cards, for a while. */
export interface Grant {
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** How long an allowed site is not asked about again: a working day. */
const GRANT_MS = 8 * 3_600_000;

/** By SHA-256 of the token: the file is of no use to who reads it. */
type GrantFile = Record<string, Grant>;

/**
 * What people have allowed, on disk, so that `mhb-card-bridge revoke` reaches a bridge that runs: every operation looks.
 */
export class Grants {
  readonly #path: string;
  readonly #clock: () => number;

  constructor(dataDir: string, clock: () => number = Date.now) {
    this.#path = join(dataDir, 'grants.json');
    this.#clock = clock;
  }

  async list(): Promise<readonly Grant[]> {
    return Object.values(await this.#read());
  }

  /** Returns the token by which the page of this origin, and no other, is recognised. */
  async add(origin: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = this.#clock() + GRANT_MS;
    await writeJson(this.#path, { ...(await this.#read()), [hash(token)]: { origin, expiresAt } });
    return token;
  }

  async holds(token: string, origin: string): Promise<boolean> {
    return (await this.#read())[hash(token)]?.origin === origin;
  }

  /** Takes back what was allowed to one site, or to all; returns how many grants there were. */
  async revoke(origin?: string): Promise<number> {
    const grants = Object.entries(await this.#read());
    const kept = origin === undefined ? [] : grants.filter(([, grant]) => grant.origin !== origin);
    await writeJson(this.#path, Object.fromEntries(kept));
    return grants.length - kept.length;
  }

  async #read(): Promise<GrantFile> {
    const file = await readJson<GrantFile>(this.#path, {});
    const now = this.#clock();
    return Object.fromEntries(Object.entries(file).filter(([, { expiresAt }]) => expiresAt > now));
  }
}

const hash = (token: string): string => createHash('sha256').update(token).digest('base64url');
