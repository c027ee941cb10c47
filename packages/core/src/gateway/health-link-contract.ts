import type { ContentType, EncryptedFile, ManifestRequest } from '../share/index.js';

/** SMART Health Links at the gateway, which stores encrypted data only and has neither the key nor the label of a link. */

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
  /** The passcode that a receiver must know; `null` if the link alone is enough. */
  readonly passcode: string | null;
}

/** One access to the link. No address is stored. */
export interface HealthLinkOpening {
  /** RFC 3339. */
  readonly at: string;
  /** The name that the receiver entered. */
  readonly recipient: string;
}

/** `ended`: the link has expired; `locked`: no passcode attempts are left. */
export type HealthLinkState = 'active' | 'revoked' | 'ended' | 'locked';

/** A link as its creator sees it. */
export interface HealthLinkSummary {
  readonly id: string;
  readonly state: HealthLinkState;
  /** RFC 3339. */
  readonly createdAt: string;
  readonly expiresAt: string;
  /** Total size of the encrypted files. */
  readonly byteLength: number;
  /** Remaining passcode attempts; `null` for a link without a passcode. */
  readonly attemptsLeft: number | null;
  /** How many times it was opened, and the latest accesses, newest first. */
  readonly timesOpened: number;
  readonly openings: readonly HealthLinkOpening[];
}

export interface CreatedHealthLink {
  readonly healthLink: HealthLinkSummary;
  /** Address of the manifest: `url` in the link's payload. */
  readonly manifestUrl: string;
  /** Allows its holder to see and revoke this link without logging in; returned only once. */
  readonly managementKey: string;
}

/** A link whose files the gateway fetches, because the page's policy does not allow other hosts. */
export interface RelayedHealthLink extends ManifestRequest {
  readonly url: string;
  /** The link's flag `U`. */
  readonly isDirect: boolean;
}

export interface RelayedFiles {
  readonly files: readonly EncryptedFile[];
}
