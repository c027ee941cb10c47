import type { ContentType, EncryptedFile, ManifestRequest } from '../share/index.js';

/** SMART Health Links at the gateway: it stores ciphertext, and has neither the key nor the words of the link. */

/** An encrypted file of a new link. */
export interface NewHealthLinkFile {
  readonly contentType: ContentType;
  /** JSON Web Encryption, compact. */
  readonly jwe: string;
}

export interface NewHealthLink {
  readonly files: readonly NewHealthLinkFile[];
  /** RFC 3339. */
  readonly expiresAt: string;
  /** What the receiver has to know; `null`: the link alone opens. */
  readonly passcode: string | null;
}

/** One time that the link was opened. No address is kept. */
export interface HealthLinkOpening {
  /** RFC 3339. */
  readonly at: string;
  /** Who it was, as they said themselves. */
  readonly recipient: string;
}

/** `ended`: its time is over; `locked`: the wrong passcodes are used up. */
export type HealthLinkState = 'active' | 'revoked' | 'ended' | 'locked';

/** A link as the person who made it sees it. */
export interface HealthLinkSummary {
  readonly id: string;
  readonly state: HealthLinkState;
  /** RFC 3339. */
  readonly createdAt: string;
  readonly expiresAt: string;
  /** Of the encrypted files together. */
  readonly byteLength: number;
  /** Wrong passcodes that are left; `null` for a link without passcode. */
  readonly attemptsLeft: number | null;
  /** How many times it was opened, and the last of them, newest first. */
  readonly timesOpened: number;
  readonly openings: readonly HealthLinkOpening[];
}

export interface CreatedHealthLink {
  readonly healthLink: HealthLinkSummary;
  /** Of the manifest: `url` of the link's payload. */
  readonly manifestUrl: string;
  /** Lets whoever holds it see and revoke this link without logging in; told once. */
  readonly managementKey: string;
}

/** What the gateway's relay fetches for a page whose policy lets it reach no other host. */
export interface RelayedHealthLink extends ManifestRequest {
  readonly url: string;
  /** The link's flag `U`. */
  readonly isDirect: boolean;
}

export interface RelayedFiles {
  readonly files: readonly EncryptedFile[];
}
