/**
 * Messages that the bridge and its PKCS#11 process exchange. A process handles one request and then ends, so
 * that the PIN does not stay in memory.
 */
export type ModuleRequest =
  | { readonly op: 'inspect'; readonly module: string }
  | {
      readonly op: 'sign';
      readonly module: string;
      /**
       * The certificate that the person saw. If the slot contains a different certificate, the card has been
       * swapped.
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

/** `low` means that at least one attempt was wrong. `final` means that one more wrong attempt locks the card. */
export type PinState = 'ok' | 'low' | 'final' | 'locked';

export interface ModuleSignature {
  readonly algorithm: 'RS256' | 'ES256';
  readonly signature: Uint8Array;
}

export type ModuleResponse =
  | { readonly certificates: readonly SigningCertificate[] }
  | { readonly signed: ModuleSignature }
  /** `returnValue` is a CKR_* value of PKCS#11, or `null` if the module could not be loaded. */
  | { readonly returnValue: number | null; readonly pin: PinState | null };
