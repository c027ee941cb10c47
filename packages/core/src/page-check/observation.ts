/**
 * What was observed about a page, from outside (`mhb check`) or from within (`mhb-check.js`). The rules use
 * nothing else. Anything that could not be observed is `null`, and the rules report no problem about it.
 */
export interface PageObservation {
  /** The address after all redirects. */
  readonly url: string;
  /** Headers of the response. Names are in lower case; several values of one name are joined by commas. */
  readonly headers: Readonly<Record<string, string>> | null;
  readonly document: DocumentObservation | null;
  readonly scripts: readonly ScriptObservation[];
  readonly gateways: readonly GatewayObservation[];
  readonly bridge: BridgeObservation;
}

/** The document once its scripts have run: what `observeDocument` returns. */
export interface DocumentObservation {
  readonly isSecureContext: boolean;
  /** The `lang` of the root element. */
  readonly language: string | null;
  /** Policies in `<meta http-equiv>`. */
  readonly policies: readonly string[];
  /** Our scripts, by `<script src>`. */
  readonly scripts: readonly ScriptElement[];
  /** Tags that our scripts have registered; each copy of the package adds its own. */
  readonly registered: readonly string[];
  readonly components: readonly ComponentObservation[];
  readonly logins: readonly LoginObservation[];
  /** Resolved addresses of the gateways, each listed once. */
  readonly gateways: readonly string[];
  /** Built-in functions that a script of the page has replaced. */
  readonly replacedBuiltIns: readonly string[];
}

export interface ScriptElement {
  readonly url: string;
  readonly isModule: boolean;
  readonly hasNonce: boolean;
  /** The hash from the element or, if the element has none, from an import map. */
  readonly integrity: string | null;
}

/** The elements of one tag. */
export interface ComponentObservation {
  readonly tag: string;
  readonly isDefined: boolean;
  /** Whether one of these elements has no provider and therefore no gateway. */
  readonly lacksGateway: boolean;
}

/** A login box. */
export interface LoginObservation {
  readonly mode: 'direct' | 'connect';
  readonly clientId: string | null;
  /** Resolved. */
  readonly redirectUri: string;
}

/** A file, fetched in the same way as a page of this origin would fetch it. */
export interface ScriptObservation {
  readonly url: string;
  /** `null`: no response. */
  readonly status: number | null;
  readonly mediaType: string | null;
  /** Whether the page may read it from another origin (CORS). */
  readonly allowsOrigin: boolean | null;
  /** Base64, by algorithm (`sha384`). */
  readonly hashes: Readonly<Record<string, string>>;
  /** `Cross-Origin-Embedder-Policy` of the file. */
  readonly embedderPolicy: string | null;
}

export interface GatewayObservation {
  readonly url: string;
  /** What responds at the address; `null` if it could not be checked. */
  readonly answers: 'gateway' | 'other' | 'nobody' | null;
  readonly isRegistered: boolean | null;
  /** Whether the page may read its response (CORS). */
  readonly allowsOrigin: boolean | null;
  /** Login methods that are available to pages of this origin. */
  readonly loginWays: readonly string[] | null;
  /** Client ids whose redirect addresses the gateway does not know. */
  readonly unknownTargets: readonly string[];
}

/** The card bridge on the computer where the check runs. */
export type BridgeObservation = 'not-looked-for' | 'absent' | 'serves' | 'refuses';
