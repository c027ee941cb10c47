/**
 * Messages between the bridge and its PKCS#11 process. One process handles one request and ends, so that the
 * PIN does not stay in memory.
 */
export type ModuleRequest =
  | { readonly op: 'inspect'; readonly module: string }
  | {
      readonly op: 'sign';
      readonly module: string;
      /**
       * The certificate that was shown to the person; a different one in the slot means a different card.
       */
      readonly certificate: Uint8Array;
      readonly pin: string;
      readonly data: Uint8Array;
    };

/** A certificate that can sign, and the state of its token's PIN. */
export interface SigningCertificate {
  readonly reader: string;
  /** DER. */
  readonly certificate: Uint8Array;
  readonly pin: PinState;
}

/** `low`: at least one attempt was wrong. `final`: one more wrong attempt locks the card. */
export type PinState = 'ok' | 'low' | 'final' | 'locked';

export interface ModuleSignature {
  readonly algorithm: 'RS256' | 'ES256';
  readonly signature: Uint8Array;
}

export type ModuleResponse =
  | { readonly certificates: readonly SigningCertificate[] }
  | { readonly signed: ModuleSignature }
  /** `returnValue` is PKCS#11's CKR_*, or `null` if the module could not be loaded. */
  | { readonly returnValue: number | null; readonly pin: PinState | null };
