import type { CdcToken } from '../card/index.js';
import type { PasswordPolicy } from '../identity/index.js';
import type { SessionRepresentation } from './representation-contract.js';

/** How people log in, and what a session is. */

/**
 * How reliably a login proves who the person is, weakest first:
 * - `card-read`: card and password, read by an unknown bridge;
 * - `card-read-confirmed`: with an additional code by SMS, or by a bridge that this account has known since its
 *   activation;
 * - `card-read-enrolled`: by a bridge that the operator has enrolled;
 * - `certificate`: a signature by the Citizen Digital Certificate.
 */
export const sessionAssurances = [
  'card-read',
  'card-read-confirmed',
  'card-read-enrolled',
  'certificate',
] as const;
export type SessionAssurance = (typeof sessionAssurances)[number];

/**
 * The permissions of a session: create and watch requests; create and download archives; see the logins and
 * the access record; see and change the account itself.
 */
export const sessionScopes = ['requests', 'archives', 'activity', 'account'] as const;
export type SessionScope = (typeof sessionScopes)[number];

/** The scopes that a website gets if it does not request any. */
export const defaultSessionScopes = ['requests', 'archives'] as const satisfies readonly SessionScope[];

export interface Session {
  readonly id: string;
  /**
   * The person, partly masked: `A12345****`, 王○明. `nationalId` is `null` for a website whose users log in on the
   * gateway's page. The number is the password of every archive, so together with an archive, a part of it would reveal
   * the whole.
   */
  readonly person: { readonly nationalId: string | null; readonly name: string };
  /**
   * The legal representative, if one is reading for the person. `person` is always the owner of the
   * passbook.
   */
  readonly representation?: SessionRepresentation;
  readonly assurance: SessionAssurance;
  readonly scopes: readonly SessionScope[];
  /** RFC 3339. */
  readonly expiresAt: string;
}

export interface Challenge {
  /** 256 bits, base64url; can be used once. */
  readonly nonce: string;
  readonly expiresAt: string;
}

export interface NhiCardCredentials {
  readonly method: 'nhi-card';
  readonly password: string;
  readonly nonce: string;
  readonly cardNumber: string;
  readonly nationalId: string;
  /** `NhiReading.attestation`. */
  readonly attestation: string | null;
}

/** 自然人憑證: the card has signed the gateway's challenge; the certificate contains only the last four digits of the ID number. */
export interface CertificateCredentials {
  readonly method: 'certificate';
  readonly nonce: string;
  /** The number as typed by the person. */
  readonly nationalId: string;
  /** The value that `CardSession.authenticate` returned for the nonce. */
  readonly token: CdcToken;
}

/**
 * The data that a device has signed for a login: the members of WebAuthn's `AuthenticationResponseJSON` that
 * the gateway uses.
 */
export interface PasskeyAssertion {
  readonly id: string;
  readonly response: {
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
    readonly userHandle: string | null;
  };
}

/** A passkey that was added in a session opened with a card or certificate; the challenge comes from `PasskeyCalls.loginOptions`. */
export interface PasskeyCredentials {
  readonly method: 'passkey';
  readonly credential: PasskeyAssertion;
}

export type LoginCredentials = NhiCardCredentials | CertificateCredentials | PasskeyCredentials;

export const loginMethods = [
  'nhi-card',
  'certificate',
  'passkey',
] as const satisfies readonly LoginCredentials['method'][];

/** A code was sent to the person's mobile number; it is needed to continue the login. */
export interface CodeRequest {
  /** Identifies this login; useless without the code and this page's key. */
  readonly handle: string;
  /** The last three digits of the mobile number. */
  readonly mobile: string;
  /** RFC 3339. */
  readonly expiresAt: string;
}

export type LoginAnswer =
  | { readonly status: 'signed-in'; readonly session: Session }
  | { readonly status: 'code-required'; readonly codeRequest: CodeRequest };

export interface CodeConfirmation {
  readonly handle: string;
  /** Six digits, from the text message. */
  readonly code: string;
  /** Whether future logins with this card reader require no code; never set this on a shared computer. */
  readonly rememberReader: boolean;
}

/** The features that this gateway offers. */
export interface ServiceInfo {
  readonly passwordPolicy: PasswordPolicy;
  /** For the requesting page: a passkey is accepted on the gateway's own pages and on origins that the operator lists. */
  readonly loginMethods: readonly LoginCredentials['method'][];
  /** For the requesting page: whether it asks for secrets itself (`direct`) or sends people to the gateway (`connect`). */
  readonly loginWays: readonly ('direct' | 'connect')[];
  /** Whether passkeys can be added, for this page or another device. */
  readonly passkeys: boolean;
  /** Whether people can register and reset passwords themselves. */
  readonly registration: boolean;
  /** Whether legal representatives can read the passbooks of those whom they represent. */
  readonly representations: boolean;
  /** Whether people can share their data with SMART Health Links. */
  readonly healthLinks: boolean;
  /** Whether the gateway fetches links to other servers for pages whose policy does not allow other hosts. */
  readonly healthLinkRelay: boolean;
}
