import { createHash, createPublicKey, randomBytes, verify, type JsonWebKey } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writeJson } from '../storage/private-file.js';

/**
 * The browsers of this machine's user. Because a program can send any `Origin` header, the bridge accepts a
 * click in its window only if the click is signed with the browser's key. The browser created this key,
 * stores it so that no script can export it, and registered it with a ticket that only this user's bridge can
 * have issued.
 */
export class Browsers {
  readonly #path: string;
  readonly #ticketPath: string;
  readonly #clock: () => number;

  constructor(dataDir: string, clock: () => number = Date.now) {
    this.#path = join(dataDir, 'browsers.json');
    this.#ticketPath = join(dataDir, 'browser-ticket.json');
    this.#clock = clock;
  }

  /**
   * Issues a one-time ticket that registers one browser within ten minutes, and invalidates any earlier
   * ticket. The ticket is stored in the data directory, so that `mhb-card-bridge pair` can issue one for a
   * running bridge. Only this user can write to that directory.
   */
  async issueTicket(): Promise<string> {
    const ticket = randomBytes(32).toString('base64url');
    await writeJson(this.#ticketPath, {
      hash: hash(ticket),
      expiresAt: this.#clock() + TICKET_MS,
    } satisfies Ticket);
    return ticket;
  }

  /**
   * Registers a browser's public key (JWK, P-256) and returns the browser's ID, or `null` if the ticket is
   * unknown, used or expired.
   */
  async admit(ticket: string, publicJwk: JsonWebKey): Promise<string | null> {
    const known = await readJson<Ticket | null>(this.#ticketPath, null);
    if (known?.hash !== hash(ticket)) return null;
    await writeJson(this.#ticketPath, null);
    const alive = known.expiresAt > this.#clock();
    const { kty, crv, x, y } = publicJwk;
    if (!alive || kty !== 'EC' || crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string')
      return null;
    const id = randomBytes(12).toString('base64url');
    const browsers = await readJson<Record<string, JsonWebKey>>(this.#path, {});
    await writeJson(this.#path, { ...browsers, [id]: { kty, crv, x, y } });
    return id;
  }

  async count(): Promise<number> {
    return Object.keys(await readJson<Record<string, JsonWebKey>>(this.#path, {})).length;
  }

  /** Removes all browsers and returns the number removed. */
  async forget(): Promise<number> {
    const count = await this.count();
    await writeJson(this.#path, {});
    return count;
  }

  /**
   * Checks whether this browser signed this string. Signatures are ECDSA P-256 with SHA-256, `r || s`,
   * base64url.
   */
  async signed(id: string, text: string, signature: string): Promise<boolean> {
    const browsers = await readJson<Record<string, JsonWebKey>>(this.#path, {});
    const jwk = Object.hasOwn(browsers, id) ? browsers[id] : undefined;
    if (jwk === undefined) return false;
    return verify(
      'sha256',
      Buffer.from(text),
      { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
  }
}

const TICKET_MS = 600_000;

interface Ticket {
  readonly hash: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Hashes a ticket. Comparing hashes instead of tickets keeps the timing from revealing anything. */
const hash = (ticket: string): string => createHash('sha256').update(ticket).digest('base64url');
