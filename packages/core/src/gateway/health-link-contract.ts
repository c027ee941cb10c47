import type { ContentType, EncryptedFile, ManifestRequest } from '../share/index.js';

/**
 * SMART Health Links that the gateway hosts. The gateway stores only encrypted data and knows neither a link's
 * key nor its label.
 */

/** An encrypted file of a new link. */
export interface NewHealthLinkFile {
  readonly contentType: ContentType;
  /** A JSON Web Encryption in compact serialization. */
  readonly jwe: string;
}

export interface NewHealthLink {
  readonly files: readonly NewHealthLinkFile[];
  /** RFC 3339. */
  readonly expiresAt: string;
  /** The passcode that a receiver must know; `null` if the link alone is enough. */
  readonly passcode: string | null;
}

/** One access to a link. The receiver's network address is not stored. */
export interface HealthLinkOpening {
  /** RFC 3339. */
  readonly at: string;
  /** The name that the receiver entered. */
  readonly recipient: string;
}

/**
 * The state of a link. It is `ended` if the link has expired, and `locked` if no passcode attempts are left.
 */
export type HealthLinkState = 'active' | 'revoked' | 'ended' | 'locked';

/** A link as its creator sees it. */
export interface HealthLinkSummary {
  readonly id: string;
  readonly state: HealthLinkState;
  /** RFC 3339. */
  readonly createdAt: string;
  readonly expiresAt: string;
  /** The total size of the encrypted files. */
  readonly byteLength: number;
  /** The number of remaining passcode attempts; `null` for a link without a passcode. */
  readonly attemptsLeft: number | null;
  /** How many times the link was opened. `openings` contains only the latest accesses, newest first. */
  readonly timesOpened: number;
  readonly openings: readonly HealthLinkOpening[];
}

export interface CreatedHealthLink {
  readonly healthLink: HealthLinkSummary;
  /** The address of the manifest, which is `url` in the link's payload. */
  readonly manifestUrl: string;
  /**
   * Lets anyone who has this key see and revoke the link without logging in. The gateway returns the key only
   * once.
   */
  readonly managementKey: string;
}

/**
 * A link whose files the gateway fetches, because the page's security policy does not allow requests to other
 * hosts.
 */
export interface RelayedHealthLink extends ManifestRequest {
  readonly url: string;
  /** Whether the link has the flag `U`. */
  readonly isDirect: boolean;
}

export interface RelayedFiles {
  readonly files: readonly EncryptedFile[];
}
