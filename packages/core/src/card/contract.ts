/**
 * The contract for card readers. A provider is one way to reach a reader (the bridge, an official component,
 * or a simulated card), and a session is one open connection to a reader.
 */

export type CardKind = 'nhi' | 'cdc' | 'unknown';

/**
 * How much a card operation through a provider proves, listed from weakest to strongest. Reading the basic
 * data of an NHI card identifies a person but proves nothing, because the data is 57 static bytes. Only a
 * certificate's signature over our own origin proves possession of the card.
 */
export type CardAssurance = 'demo' | 'card-read' | 'cdc-origin-unbound' | 'cdc-origin-bound';

export interface ReaderInfo {
  readonly id: string;
  readonly label: string;
  readonly state: 'empty' | 'present' | 'busy' | 'mute';
  /**
   * The card in the reader, or `null` if the reader is empty. The kind is `unknown` for a card that has not
   * been recognized, or not yet.
   */
  readonly card: { readonly kind: CardKind } | null;
  /** Whether the reader or its card is simulated. Screens must state this. */
  readonly simulated: boolean;
}

/** The basic data of an NHI card (57 bytes, read by GET DATA). Dates are in the ISO format `YYYY-MM-DD`. */
export interface NhiBasic {
  /** 12 digits. */
  readonly cardNumber: string;
  readonly name: string;
  /**
   * The quality of the name. A card cuts names at 20 bytes, and names may contain user-defined characters, so
   * never use a name to match people.
   */
  readonly nameQuality: 'ok' | 'user-defined-chars' | 'truncated';
  readonly nationalId: string;
  readonly birthDate: string | null;
  readonly sex: 'M' | 'F' | null;
  readonly issueDate: string | null;
}

export interface NhiReading {
  readonly basic: NhiBasic;
  /**
   * Compact JWS (ES256) over `{basic, origin, nonce, iat}`, signed with the bridge's device key. With it, a
   * gateway that has enrolled the bridge can trust where and when the card was read. `null` if the provider
   * has no device key.
   */
  readonly attestation: string | null;
}

export interface CdcToken {
  readonly format: 'tw-cdc:1';
  readonly algorithm: 'RS256' | 'ES256';
  readonly unverifiedCertificate: string;
  readonly signature: string;
  readonly producer: string;
  /**
   * Compact JWS (ES256, `cdc-signature+jwt`) over `{signature, origin, nonce, iat}`, signed with the bridge's
   * device key. In it, `signature` is the SHA-256 hash of the signature. The JWS shows that the bridge, and
   * not a page, supplied the origin. Other components cannot provide it.
   */
  readonly attestation?: string;
}

export type CardProviderState = 'ready' | 'needs-permission' | 'denied' | 'not-installed' | 'incompatible';

/** What an operation is doing or waiting for, so that the screen can show it. */
export type CardProgressStep = 'insert-card' | 'reading' | 'confirm-in-bridge' | 'signing';

export interface CardSessionEvents {
  /** A complete list of the readers, emitted after every change. */
  readers: readonly ReaderInfo[];
  progress: {
    readonly step: CardProgressStep;
    /**
     * For `confirm-in-bridge`, the address of the bridge's own window and the six digits that it shows. The
     * provider has tried to open this window as a popup. The page shows the digits too, and offers the
     * address as a link in case the popup was blocked.
     */
    readonly confirm?: { readonly url: string; readonly code: string };
  };
  pin: { readonly retriesLeft: number | null };
  closed: { readonly code: string };
}

export interface CardProvider {
  readonly id: string;
  /**
   * Absolute address of the folder from which a person can install what is missing (see `npm run package`).
   * It ends with a slash.
   */
  readonly downloads?: string;
  readonly assurance: Readonly<Record<'nhi' | 'cdc', CardAssurance | null>>;
  /** Checks whether the provider can be used. Never prompts the person. */
  probe(options: { readonly signal?: AbortSignal }): Promise<{ readonly state: CardProviderState }>;
  /**
   * Opens a connection. Call this from a click, because it may prompt the person (for the local-network
   * permission or in the consent window).
   */
  open(options: { readonly signal?: AbortSignal }): Promise<CardSession>;
}

export interface CardSession {
  readers(): Promise<readonly ReaderInfo[]>;
  on<K extends keyof CardSessionEvents>(
    event: K,
    listener: (value: CardSessionEvents[K]) => void,
  ): () => void;
  /**
   * Reads the basic data of an NHI card.
   * @throws {MhbError} `no-reader`, `no-card`, `not-nhi-card`, `card-removed`, `reader-busy`, `card-mute`, …
   */
  readNhi(options: {
    readonly reader?: string;
    /** How long to wait for a card, in milliseconds. The default, 0, does not wait. */
    readonly waitMs?: number;
    /** The gateway's challenge, with 43–128 characters. Without a challenge, there is no attestation. */
    readonly nonce?: string;
    readonly signal?: AbortSignal;
  }): Promise<NhiReading>;
  /**
   * Signs `SHA256(origin) || SHA256(nonce)` with the Citizen Digital Certificate. There is deliberately no
   * option for the PIN.
   */
  authenticate(options: {
    readonly nonce: string;
    readonly reader?: string;
    readonly signal?: AbortSignal;
  }): Promise<CdcToken>;
  close(): Promise<void>;
}
