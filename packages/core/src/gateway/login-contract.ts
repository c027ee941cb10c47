import type { CdcToken } from '../card/index.js';
import type { PasswordPolicy } from '../identity/index.js';
import type { SessionRepresentation } from './representation-contract.js';

/** How a person gets in, and what a session is. */

/**
 * How sure the gateway is of who logged in, weakest first:
 * - `card-read`: card and password, read by a bridge that nobody knows;
 * - `card-read-confirmed`: with a code by SMS on top, or by a bridge that this account knows since its activation;
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
 * What a session may do: make and watch requests; seal and download archives; see the sessions and the record of
 * reads; see and change the account itself.
 */
export const sessionScopes = ['requests', 'archives', 'activity', 'account'] as const;
export type SessionScope = (typeof sessionScopes)[number];

/** What a website gets that asks for nothing in particular. */
export const defaultSessionScopes = ['requests', 'archives'] as const satisfies readonly SessionScope[];

export interface Session {
  readonly id: string;
  /**
   * The person, shown in part only: `A12345****`, 王○明. `nationalId` is `null` for a website whose people log in on the
   * gateway's page: with an archive, whose password is the number, the part would give away the whole.
   */
  readonly person: { readonly nationalId: string | null; readonly name: string };
  /** Where a legal representative reads for the person: who that is. `person` is whose passbook it is, always. */
  readonly representation?: SessionRepresentation;
  readonly assurance: SessionAssurance;
  readonly scopes: readonly SessionScope[];
  /** RFC 3339. */
  readonly expiresAt: string;
}

export interface Challenge {
  /** 256 bits, base64url; single use. */
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

/** 自然人憑證: the card has signed our challenge; the certificate holds the last four digits of the ID only. */
export interface CertificateCredentials {
  readonly method: 'certificate';
  readonly nonce: string;
  /** As the person typed it. */
  readonly nationalId: string;
  /** What `CardSession.authenticate` gave for the nonce. */
  readonly token: CdcToken;
}

/** What a device has signed to log in: of WebAuthn's `AuthenticationResponseJSON`, what the gateway looks at. */
export interface PasskeyAssertion {
  readonly id: string;
  readonly response: {
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
    readonly userHandle: string | null;
  };
}

/** A passkey that was enrolled in a session by card or certificate; the challenge is one of `PasskeyCalls.loginOptions`. */
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

/** A code went to the person's mobile; the login goes on with it. */
export interface CodeRequest {
  /** Names this login; worth nothing without the code and the key of this page. */
  readonly handle: string;
  /** The last three digits of the mobile. */
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
  /** Whether this reader needs no code the next time; never on a computer of others. */
  readonly rememberReader: boolean;
}

/** What this gateway offers. */
export interface ServiceInfo {
  readonly passwordPolicy: PasswordPolicy;
  /** Those of the page that asks: a passkey counts on the gateway's own pages and on origins that the operator names. */
  readonly loginMethods: readonly LoginCredentials['method'][];
  /** Whether passkeys can be enrolled, for this page or another device. */
  readonly passkeys: boolean;
  /** Whether people register and replace passwords by themselves. */
  readonly registration: boolean;
  /** Whether legal representatives read for those whom they represent. */
  readonly representations: boolean;
  /** Whether people share by SMART Health Links. */
  readonly healthLinks: boolean;
  /** Whether it fetches others' links for pages whose policy lets them reach no other host. */
  readonly healthLinkRelay: boolean;
}
