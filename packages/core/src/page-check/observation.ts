/**
 * What was seen of a page, from outside (`mhb check`) or from within (`mhb-check.js`). The rules judge it and look at nothing
 * else. What nobody could look at is `null`, and no rule makes a finding of it.
 */
export interface PageObservation {
  /** After all redirects. */
  readonly url: string;
  /** Of the answer, names in lower case, several of a name joined by commas. */
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
  /** Tags that our scripts have registered; each copy of us adds its own. */
  readonly registered: readonly string[];
  readonly components: readonly ComponentObservation[];
  readonly logins: readonly LoginObservation[];
  /** Addresses of gateways, resolved, each once. */
  readonly gateways: readonly string[];
  /** Built-in functions that a script of the page has replaced. */
  readonly replacedBuiltIns: readonly string[];
}

export interface ScriptElement {
  readonly url: string;
  readonly isModule: boolean;
  readonly hasNonce: boolean;
  /** Of the element, else of an import map. */
  readonly integrity: string | null;
}

/** The elements of one tag. */
export interface ComponentObservation {
  readonly tag: string;
  readonly isDefined: boolean;
  /** Whether one of them has nobody to give it a gateway. */
  readonly lacksGateway: boolean;
}

/** A login box. */
export interface LoginObservation {
  readonly mode: 'direct' | 'connect';
  readonly clientId: string | null;
  /** Resolved. */
  readonly redirectUri: string;
}

/** A file, fetched as a page of this origin would. */
export interface ScriptObservation {
  readonly url: string;
  /** `null`: no answer. */
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
  /** Who answers there; `null`: nobody could ask. */
  readonly answers: 'gateway' | 'other' | 'nobody' | null;
  readonly isRegistered: boolean | null;
  /** Whether its answer may be read by the page (CORS). */
  readonly allowsOrigin: boolean | null;
  /** Ways to log in that are open to pages of this origin. */
  readonly loginWays: readonly string[] | null;
  /** Client ids with addresses of return that it does not know. */
  readonly unknownTargets: readonly string[];
}

/** The card bridge on the computer where the check runs. */
export type BridgeObservation = 'not-looked-for' | 'absent' | 'serves' | 'refuses';
