/**
 * The card reader contract. A provider is one way to reach a reader (the bridge, an official component, a
 * simulated card); a session is one open connection to it.
 */

export type CardKind = 'nhi' | 'cdc' | 'unknown';

/**
 * How much a card operation through a provider proves, weakest first. Reading the basic data of an NHI card identifies
 * a person but proves nothing (57 static bytes). Only a certificate's signature over our own origin proves possession.
 */
export type CardAssurance = 'demo' | 'card-read' | 'cdc-origin-unbound' | 'cdc-origin-bound';

export interface ReaderInfo {
  readonly id: string;
  readonly label: string;
  readonly state: 'empty' | 'present' | 'busy' | 'mute';
  /** `null`: no card. `{kind: 'unknown'}`: a card that has not been recognized (yet). */
  readonly card: { readonly kind: CardKind } | null;
  /** The reader or its card is simulated; screens must say so. */
  readonly simulated: boolean;
}

/** The basic data of an NHI card (57 bytes, GET DATA). Dates are ISO `YYYY-MM-DD`. */
export interface NhiBasic {
  /** 12 digits. */
  readonly cardNumber: string;
  readonly name: string;
  /** A name on a card is cut at 20 bytes and may contain user-defined characters; never use it to match people. */
  readonly nameQuality: 'ok' | 'user-defined-chars' | 'truncated';
  readonly nationalId: string;
  readonly birthDate: string | null;
  readonly sex: 'M' | 'F' | null;
  readonly issueDate: string | null;
}

export interface NhiReading {
  readonly basic: NhiBasic;
  /**
   * Compact JWS (ES256) by the bridge's device key over `{basic, origin, nonce, iat}`. With it, a gateway that has
   * enrolled the bridge can trust where and when the card was read. `null` if the provider has no device key.
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
   * Compact JWS (ES256, `cdc-signature+jwt`) by the bridge's device key over `{signature, origin, nonce, iat}`, where
   * the signature is given as its SHA-256. It shows that the bridge, not a page, supplied the origin. Other components
   * cannot provide it.
   */
  readonly attestation?: string;
}

export type CardProviderState = 'ready' | 'needs-permission' | 'denied' | 'not-installed' | 'incompatible';

/** What an operation is waiting for, for display on the screen. */
export type CardProgressStep = 'insert-card' | 'reading' | 'confirm-in-bridge' | 'signing';

export interface CardSessionEvents {
  /** Receives a complete snapshot after every change. */
  readers: readonly ReaderInfo[];
  progress: {
    readonly step: CardProgressStep;
    /**
     * For `confirm-in-bridge`: the bridge's own window, which the provider has tried to open as a popup, and
     * the six digits that it shows. The page shows the digits too, and the address as a link in case the
     * popup was blocked.
     */
    readonly confirm?: { readonly url: string; readonly code: string };
  };
  pin: { readonly retriesLeft: number | null };
  closed: { readonly code: string };
}

export interface CardProvider {
  readonly id: string;
  /** Absolute address of the folder, ending in a slash, from which a person can install what is missing: see `npm run package`. */
  readonly downloads?: string;
  readonly assurance: Readonly<Record<'nhi' | 'cdc', CardAssurance | null>>;
  /** Whether the provider can be used. Never prompts. */
  probe(options: { readonly signal?: AbortSignal }): Promise<{ readonly state: CardProviderState }>;
  /** Opens a connection. This may prompt the person (local-network permission, consent window), so call it from a click. */
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
    /** How long to wait for a card, in milliseconds; 0 (default) does not wait. */
    readonly waitMs?: number;
    /** The gateway's challenge, 43–128 characters; without it there is no attestation. */
    readonly nonce?: string;
    readonly signal?: AbortSignal;
  }): Promise<NhiReading>;
  /** Signs `SHA256(origin) || SHA256(nonce)` with the Citizen Digital Certificate. Intentionally takes no PIN. */
  authenticate(options: {
    readonly nonce: string;
    readonly reader?: string;
    readonly signal?: AbortSignal;
  }): Promise<CdcToken>;
  close(): Promise<void>;
}
