import { MhbError } from '@mhb-kit/core/error';
import type {
  CreatedHealthLink,
  HealthLinkOpening,
  HealthLinkSummary,
  NewHealthLink,
} from '@mhb-kit/core/gateway';
import { createHealthLinkKey, type Manifest, type ManifestRequest } from '@mhb-kit/core/share';
import type { Account } from './accounts.js';
import type { Representations, StoredRepresentation } from './representations.js';
import type { Clock } from './time.js';

const DAY_MS = 86_400_000;
const MOST_DAYS = 30;
const MOST_LINKS = 20;
const MOST_BYTES = 5_242_880;
const MOST_ATTEMPTS = 5;
const LOCATION_MS = 300_000;
const EMBEDDED_LENGTH = 1_048_576;

export interface StoredHealthLink {
  readonly account: Account;
  readonly representation: StoredRepresentation | undefined;
  readonly id: string;
  readonly token: string;
  readonly managementKey: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly passcode: string | null;
  attemptsLeft: number | null;
  isRevoked: boolean;
  files: NewHealthLink['files'];
  openings: readonly HealthLinkOpening[];
}

/**
 * Who is allowed to see and revoke a link: the creator of the link in a session, or the holder of the link's
 * management key.
 */
export type LinkHolder = LinkMaker | { readonly managementKey: string };

/**
 * The creator of a link. This is either the person, who also sees the links that representatives created, or a
 * representative, who sees only links that they created.
 */
export interface LinkMaker {
  readonly account: Account;
  readonly representation?: StoredRepresentation;
}

export class HealthLinks {
  readonly #baseUrl: string;
  readonly #clock: Clock;
  readonly #representations: Representations;
  readonly #tickets = new Map<
    string,
    { readonly link: StoredHealthLink; readonly jwe: string; readonly until: number }
  >();
  #links: readonly StoredHealthLink[] = [];

  constructor(baseUrl: string, clock: Clock, representations: Representations) {
    this.#representations = representations;
    this.#baseUrl = baseUrl;
    this.#clock = clock;
  }

  /** @throws {MhbError} `invalid-request`, `health-link-too-large`, `quota-reached` */
  create(
    { account, representation }: LinkMaker,
    { files, expiresAt, passcode }: NewHealthLink,
  ): CreatedHealthLink {
    const now = this.#clock();
    const ends = new Date(expiresAt);
    if (
      !(ends > now) ||
      ends.getTime() > now.getTime() + MOST_DAYS * DAY_MS ||
      !files.every(({ jwe }) => isEncrypted(jwe))
    )
      throw new MhbError('invalid-request', 'The format of the link is not valid');
    if (files.reduce((sum, { jwe }) => sum + jwe.length, 0) > MOST_BYTES)
      throw new MhbError('health-link-too-large');
    const alive = this.#links.filter(
      (link) =>
        link.account === account &&
        link.representation === representation &&
        !link.isRevoked &&
        link.expiresAt > now,
    );
    if (alive.length >= MOST_LINKS) throw new MhbError('quota-reached');
    const link: StoredHealthLink = {
      account,
      representation,
      id: crypto.randomUUID(),
      token: createHealthLinkKey(),
      managementKey: createHealthLinkKey(),
      createdAt: now,
      expiresAt: ends,
      passcode,
      attemptsLeft: passcode === null ? null : MOST_ATTEMPTS,
      isRevoked: false,
      files,
      openings: [],
    };
    this.#links = [link, ...this.#links];
    const manifestUrl = `${this.#baseUrl}/v1/manifests/${link.token}`;
    return { healthLink: this.view(link), manifestUrl, managementKey: link.managementKey };
  }

  list(maker: LinkMaker): readonly HealthLinkSummary[] {
    return this.#links.filter((link) => isOf(link, maker)).map((link) => this.view(link));
  }

  /** @throws {MhbError} `not-found` */
  find(id: string, holder: LinkHolder): StoredHealthLink {
    const link = this.#links.find((each) => each.id === id);
    const isHeld =
      'account' in holder
        ? link !== undefined && isOf(link, holder)
        : link?.managementKey === holder.managementKey;
    if (link === undefined || !isHeld) throw new MhbError('not-found', 'No such link');
    return link;
  }

  revoke(link: StoredHealthLink): void {
    link.isRevoked = true;
    link.files = [];
  }

  view(link: StoredHealthLink): HealthLinkSummary {
    return {
      id: link.id,
      state: this.#stateOf(link),
      createdAt: link.createdAt.toISOString(),
      expiresAt: link.expiresAt.toISOString(),
      byteLength: link.files.reduce((sum, { jwe }) => sum + jwe.length, 0),
      attemptsLeft: link.attemptsLeft,
      timesOpened: link.openings.length,
      openings: link.openings,
    };
  }

  /** @throws {MhbError} `health-link-gone`, `health-link-passcode-wrong` */
  open(
    token: string,
    { recipient, passcode, embeddedLengthMax = EMBEDDED_LENGTH }: ManifestRequest,
  ): { readonly link: StoredHealthLink; readonly manifest: Manifest } {
    const link = this.#links.find((each) => each.token === token);
    if (link === undefined || this.#stateOf(link) !== 'active') throw new MhbError('health-link-gone');
    if (link.passcode !== null && link.passcode !== passcode) {
      link.attemptsLeft = (link.attemptsLeft ?? 0) - (passcode === undefined ? 0 : 1);
      throw new MhbError('health-link-passcode-wrong', 'The passcode is wrong', {
        details: { remainingAttempts: link.attemptsLeft },
      });
    }
    link.openings = [{ at: this.#clock().toISOString(), recipient }, ...link.openings];
    const files = link.files.map(({ contentType, jwe }) => ({
      contentType,
      lastUpdated: link.createdAt.toISOString(),
      ...(jwe.length <= embeddedLengthMax ? { embedded: jwe } : { location: this.#locate(link, jwe) }),
    }));
    return { link, manifest: { files } };
  }

  /** @throws {MhbError} `health-link-gone` */
  file(ticket: string): string {
    const found = this.#tickets.get(ticket);
    if (
      found === undefined ||
      this.#stateOf(found.link) === 'revoked' ||
      found.until <= this.#clock().getTime()
    )
      throw new MhbError('health-link-gone');
    return found.jwe;
  }

  #locate(link: StoredHealthLink, jwe: string): string {
    const ticket = createHealthLinkKey();
    this.#tickets.set(ticket, { link, jwe, until: this.#clock().getTime() + LOCATION_MS });
    return `${this.#baseUrl}/v1/manifest-files/${ticket}`;
  }

  #stateOf({
    isRevoked,
    expiresAt,
    attemptsLeft,
    representation,
  }: StoredHealthLink): HealthLinkSummary['state'] {
    if (isRevoked || (representation !== undefined && !this.#representations.counts(representation)))
      return 'revoked';
    if (expiresAt <= this.#clock()) return 'ended';
    return attemptsLeft === 0 ? 'locked' : 'active';
  }
}

const isOf = (link: StoredHealthLink, { account, representation }: LinkMaker): boolean =>
  link.account === account && (representation === undefined || link.representation === representation);
const isEncrypted = (jwe: string): boolean => /^[\w-]+\.\.[\w-]{16}\.[\w-]*\.[\w-]{22}$/.test(jwe);
