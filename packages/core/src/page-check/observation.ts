/**
 * What was observed about a page, either from outside (`mhb check`) or from within (`mhb-check.js`). The rules
 * use only these facts. Facts that could not be observed are `null`, and the rules report no problems about
 * them.
 */
export interface PageObservation {
  /** The address after all redirects. */
  readonly url: string;
  /** The response headers. Names are in lowercase; several values of one name are joined by commas. */
  readonly headers: Readonly<Record<string, string>> | null;
  readonly document: DocumentObservation | null;
  readonly scripts: readonly ScriptObservation[];
  readonly gateways: readonly GatewayObservation[];
  readonly bridge: BridgeObservation;
}

/** The facts about the document after its scripts have run, as returned by `observeDocument`. */
export interface DocumentObservation {
  readonly isSecureContext: boolean;
  /** The `lang` attribute of the root element. */
  readonly language: string | null;
  /** The policies in `<meta http-equiv>` elements. */
  readonly policies: readonly string[];
  /** Our scripts, found by their `<script src>` elements. */
  readonly scripts: readonly ScriptElement[];
  /**
   * The tags that our scripts have registered. If the page loads several copies of the package, each copy adds
   * its tags.
   */
  readonly registered: readonly string[];
  readonly components: readonly ComponentObservation[];
  readonly logins: readonly LoginObservation[];
  /** The resolved addresses of the gateways, each listed once. */
  readonly gateways: readonly string[];
  /** The built-in functions that a script of the page has replaced with faulty ones. */
  readonly replacedBuiltIns: readonly string[];
}

export interface ScriptElement {
  readonly url: string;
  readonly isModule: boolean;
  readonly hasNonce: boolean;
  /** The hash from the element or, if the element has none, from an import map. */
  readonly integrity: string | null;
}

/** All elements with the same tag. */
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

/** A script file, fetched in the same way as a page of this origin would fetch it. */
export interface ScriptObservation {
  readonly url: string;
  /** `null`: no response. */
  readonly status: number | null;
  readonly mediaType: string | null;
  /** Whether the page is allowed to read the file if it comes from another origin (CORS). */
  readonly allowsOrigin: boolean | null;
  /** The file's hashes in Base64, by algorithm (`sha384`). */
  readonly hashes: Readonly<Record<string, string>>;
  /** The file's `Cross-Origin-Embedder-Policy` header. */
  readonly embedderPolicy: string | null;
}

export interface GatewayObservation {
  readonly url: string;
  /** What responds at the gateway's address; `null` if this could not be checked. */
  readonly answers: 'gateway' | 'other' | 'nobody' | null;
  readonly isRegistered: boolean | null;
  /** Whether the page is allowed to read the gateway's response (CORS). */
  readonly allowsOrigin: boolean | null;
  /** The login methods that the gateway offers to pages of this origin. */
  readonly loginWays: readonly string[] | null;
  /** The client ids of login boxes whose redirect addresses the gateway does not know. */
  readonly unknownTargets: readonly string[];
}

/** The card bridge on the computer where the check runs. */
export type BridgeObservation = 'not-looked-for' | 'absent' | 'serves' | 'refuses';
