import type { CallOptions } from './call-options.js';
import type { Session, SessionAssurance } from './login-contract.js';

/** Passkeys (Web Authentication, W3C): enrolled in a session whose person was proved, and logged in with afterwards. */

/** For `navigator.credentials.get`; the shape is WebAuthn's `PublicKeyCredentialRequestOptionsJSON`. */
export interface PasskeyLoginOptions {
  /** 256 bits, base64url; single use, for the key of the proof and the origin of the page. */
  readonly challenge: string;
  readonly rpId: string;
  /** In milliseconds. */
  readonly timeout: number;
  readonly userVerification: 'required';
}

/** For `navigator.credentials.create`; the shape is WebAuthn's `PublicKeyCredentialCreationOptionsJSON`. */
export interface PasskeyCreationOptions {
  readonly challenge: string;
  readonly rp: { readonly id: string; readonly name: string };
  /** `id` says nothing of the person; the names are in part only. */
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly pubKeyCredParams: readonly { readonly type: 'public-key'; readonly alg: number }[];
  /** In milliseconds. */
  readonly timeout: number;
  /** Keys that the account has already. */
  readonly excludeCredentials: readonly { readonly type: 'public-key'; readonly id: string }[];
  readonly authenticatorSelection: {
    readonly residentKey: 'required';
    readonly requireResidentKey: true;
    readonly userVerification: 'required';
  };
  readonly attestation: 'none';
}

/** What a device has made: of WebAuthn's `RegistrationResponseJSON`, what the gateway looks at. */
export interface PasskeyAttestation {
  readonly id: string;
  readonly response: { readonly clientDataJSON: string; readonly attestationObject: string };
}

export interface Passkey {
  readonly id: string;
  /** As the person or the page named it. */
  readonly name: string;
  /** Of the session in which it was enrolled; a session that it opens is as sure, and never more. */
  readonly assurance: SessionAssurance;
  /** Whether the maker of the device keeps copies of it, for the person's other devices. */
  readonly synced: boolean;
  /** RFC 3339. */
  readonly addedAt: string;
  /** `null`: never. */
  readonly lastUsedAt: string | null;
}

/** An enrolment that has begun. */
export interface PasskeyEnrolment {
  readonly id: string;
  /** 256 bits, base64url; for one device, once. */
  readonly ticket: string;
  /** The gateway's own page, with the ticket in the fragment: what a QR code for the telephone beside holds. */
  readonly address: string;
  /** RFC 3339. */
  readonly expiresAt: string;
}

/**
 * `waiting`: no device has come; `opened`: one is at it; `created`: it has made a key, and shows a code that this session
 * has to confirm.
 */
export const passkeyEnrolmentStatuses = ['waiting', 'opened', 'created'] as const;

export interface PasskeyEnrolmentState {
  readonly status: (typeof passkeyEnrolmentStatuses)[number];
}

/** What the device that opens an enrolment is told. */
export interface OpenedPasskeyEnrolment {
  /** In part only: 王○明. */
  readonly person: { readonly name: string };
  /** Name of the website on which the enrolment began; `null`: the service's own pages. */
  readonly embedder: string | null;
  readonly options: PasskeyCreationOptions;
}

export interface PasskeyCompletion {
  readonly ticket: string;
  /** Of the key, at most 40 characters. */
  readonly name: string;
  readonly credential: PasskeyAttestation;
}

export interface CompletedPasskeyEnrolment {
  /** Four digits that the enrolling session has to confirm; `null`: this is that session, and the key counts. */
  readonly code: string | null;
}

export interface PasskeyLogin extends CallOptions {
  /**
   * Has the browser offer its keys in a field whose `autocomplete` ends with `webauthn`, and waits until one is chosen. Default:
   * asks at once; to be called from a click.
   */
  readonly autofill?: boolean;
}

/** What is done with passkeys. Every method rejects with `MhbError`. */
export interface PasskeyCalls {
  /** Whether this browser has, or can ask, somewhere to keep a passkey: otherwise a button would lead nowhere. */
  available(): Promise<boolean>;
  /** Whether `autofill` has an effect. */
  autofillAvailable(): Promise<boolean>;
  /** Logs in. @throws {MhbError} `passkey-not-given`, `passkey-refused`, `assurance-too-low`, `challenge-expired` */
  logIn(login?: PasskeyLogin): Promise<Session>;
  /**
   * Makes a key on this device for an enrolment that it has opened; to be called from a click.
   * @throws {MhbError} `passkey-not-given`, `passkey-exists`, `passkey-refused`, `ticket-invalid`
   */
  make(
    ticket: string,
    opened: OpenedPasskeyEnrolment,
    options?: CallOptions,
  ): Promise<CompletedPasskeyEnrolment>;
  /** @throws {MhbError} `login-method-unavailable` */
  loginOptions(options?: CallOptions): Promise<PasskeyLoginOptions>;
  list(options?: CallOptions): Promise<readonly Passkey[]>;
  /** The key and every session that it opened end. @throws {MhbError} `not-found` */
  remove(id: string, options?: CallOptions): Promise<void>;
  /**
   * Begins in a session that was not opened by a passkey; one that had begun before is void.
   * @throws {MhbError} `login-failed`, `stronger-login-required`, `assurance-too-low`, `quota-reached`
   */
  begin(currentPassword: string, options?: CallOptions): Promise<PasskeyEnrolment>;
  /** @throws {MhbError} `not-found` once it is void */
  enrolment(id: string, options?: CallOptions): Promise<PasskeyEnrolmentState>;
  /** The code that the other device shows. @throws {MhbError} `code-wrong`, `code-expired` */
  confirm(id: string, code: string, options?: CallOptions): Promise<void>;
  /** For the device that gets the key. @throws {MhbError} `ticket-invalid` */
  open(ticket: string, options?: CallOptions): Promise<OpenedPasskeyEnrolment>;
  /** @throws {MhbError} `ticket-invalid`, `passkey-refused` */
  complete(completion: PasskeyCompletion, options?: CallOptions): Promise<CompletedPasskeyEnrolment>;
}
