import type { CdcToken } from '../card/index.js';
import type { PasswordPolicy } from '../identity/index.js';
import type { SessionRepresentation } from './representation-contract.js';

/** The types for logins and sessions. */

/**
 * How reliably a login proves who the person is, from weakest to strongest:
 * - `card-read`: a card and password, read by an unknown bridge;
 * - `card-read-confirmed`: a card and password, with an additional code by SMS or with a bridge that the account
 *   has known since the account was activated;
 * - `card-read-enrolled`: a card and password, read by a bridge that the operator has enrolled;
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
 * The permissions of a session. `requests` allows creating and watching requests, `archives` creating and
 * downloading archives, `activity` seeing the logins and the access record, and `account` seeing and changing
 * the account itself.
 */
export const sessionScopes = ['requests', 'archives', 'activity', 'account'] as const;
export type SessionScope = (typeof sessionScopes)[number];

/** The scopes that a website gets if it does not request any. */
export const defaultSessionScopes = ['requests', 'archives'] as const satisfies readonly SessionScope[];

export interface Session {
  readonly id: string;
  /**
   * The person, partly masked, for example `A12345****` and 王○明. `nationalId` is `null` for a website whose
   * users log in on the gateway's page: the ID number is the password of every archive, so anyone who has an
   * archive and a part of the number could find the rest.
   */
  readonly person: { readonly nationalId: string | null; readonly name: string };
  /**
   * The legal representative, if one is reading the passbook. Even then, `person` is the owner of the passbook.
   */
  readonly representation?: SessionRepresentation;
  readonly assurance: SessionAssurance;
  readonly scopes: readonly SessionScope[];
  /** RFC 3339. */
  readonly expiresAt: string;
}

export interface Challenge {
  /** A random value of 256 bits in base64url, which can be used once. */
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

/**
 * A login with the 自然人憑證 (Citizen Digital Certificate), whose card has signed the gateway's challenge. The
 * person also types their ID number, because the certificate contains only its last four digits.
 */
export interface CertificateCredentials {
  readonly method: 'certificate';
  readonly nonce: string;
  /** The ID number as typed by the person. */
  readonly nationalId: string;
  /** The value that `CardSession.authenticate` returned for the nonce. */
  readonly token: CdcToken;
}

/**
 * What a device has signed for a login. Contains only the members of WebAuthn's `AuthenticationResponseJSON`
 * that the gateway uses.
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

/**
 * A login with a passkey that was added in a session opened with a card or certificate. The challenge comes
 * from `PasskeyCalls.loginOptions`.
 */
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

/** States that a code was sent to the person's mobile number. The login continues only with this code. */
export interface CodeRequest {
  /** Identifies this login. It is useless without the code and this page's key. */
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
  /** The six-digit code from the text message. */
  readonly code: string;
  /** Whether future logins with this card reader require no code. Must be false on a shared computer. */
  readonly rememberReader: boolean;
}

/** The features that this gateway offers. */
export interface ServiceInfo {
  readonly passwordPolicy: PasswordPolicy;
  /**
   * The login methods that the requesting page can use. Passkeys are accepted only on the gateway's own pages
   * and on origins that the operator lists.
   */
  readonly loginMethods: readonly LoginCredentials['method'][];
  /**
   * How the requesting page lets people log in: it asks for secrets itself (`direct`) or sends people to the
   * gateway (`connect`).
   */
  readonly loginWays: readonly ('direct' | 'connect')[];
  /** Whether people can add passkeys, for use on this page or on another device. */
  readonly passkeys: boolean;
  /** Whether people can register and reset passwords themselves. */
  readonly registration: boolean;
  /** Whether legal representatives can read the passbooks of the people they represent. */
  readonly representations: boolean;
  /** Whether people can share their data with SMART Health Links. */
  readonly healthLinks: boolean;
  /**
   * Whether the gateway fetches links to other servers on behalf of pages whose security policy does not allow
   * requests to other hosts.
   */
  readonly healthLinkRelay: boolean;
}
