/** Between the bridge and its PKCS#11 process. One process serves one question and ends: a PIN does not outlive it. */
export type ModuleRequest =
  | { readonly op: 'inspect'; readonly module: string }
  | {
      readonly op: 'sign';
      readonly module: string;
      /** The certificate that the person was asked about; another one in the slot is another card. */
      readonly certificate: Uint8Array;
      readonly pin: string;
      readonly data: Uint8Array;
    };

/** A certificate that may sign, and what its token says of the PIN. */
export interface SigningCertificate {
  readonly reader: string;
  /** DER. */
  readonly certificate: Uint8Array;
  readonly pin: PinState;
}

/** `low`: at least one try was wrong. `final`: one more wrong try locks the card. */
export type PinState = 'ok' | 'low' | 'final' | 'locked';

export interface ModuleSignature {
  readonly algorithm: 'RS256' | 'ES256';
  readonly signature: Uint8Array;
}

export type ModuleResponse =
  | { readonly certificates: readonly SigningCertificate[] }
  | { readonly signed: ModuleSignature }
  /** `returnValue` is PKCS#11's CKR_*, or `null` when the module could not be loaded. */
  | { readonly returnValue: number | null; readonly pin: PinState | null };
