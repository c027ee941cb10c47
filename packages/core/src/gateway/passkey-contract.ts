import type { CallOptions } from './call-options.js';
import type { Session, SessionAssurance } from './login-contract.js';

/** Passkeys (Web Authentication, W3C): added in a session in which the person proved their identity, and used to log in afterward. */

/** For `navigator.credentials.get`; the shape is WebAuthn's `PublicKeyCredentialRequestOptionsJSON`. */
export interface PasskeyLoginOptions {
  /** 256 bits, base64url; can be used once, with the key of the proof and the origin of the page. */
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
  /** `id` reveals nothing about the person; the names are partly masked. */
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly pubKeyCredParams: readonly { readonly type: 'public-key'; readonly alg: number }[];
  /** In milliseconds. */
  readonly timeout: number;
  /** Passkeys that the account already has. */
  readonly excludeCredentials: readonly { readonly type: 'public-key'; readonly id: string }[];
  readonly authenticatorSelection: {
    readonly residentKey: 'required';
    readonly requireResidentKey: true;
    readonly userVerification: 'required';
  };
  readonly attestation: 'none';
}

/**
 * The data that a device has created: the members of WebAuthn's `RegistrationResponseJSON` that the gateway
 * uses.
 */
export interface PasskeyAttestation {
  readonly id: string;
  readonly response: { readonly clientDataJSON: string; readonly attestationObject: string };
}

export interface Passkey {
  readonly id: string;
  /** The name given by the person or the page. */
  readonly name: string;
  /** Assurance of the session in which the passkey was added, and of every session opened with the passkey. */
  readonly assurance: SessionAssurance;
  /** Whether the device's platform syncs it to the person's other devices. */
  readonly synced: boolean;
  /** RFC 3339. */
  readonly addedAt: string;
  /** `null`: never. */
  readonly lastUsedAt: string | null;
}

/** The process of adding a passkey, as returned when it starts. */
export interface PasskeyEnrolment {
  readonly id: string;
  /** 256 bits, base64url; valid once, for one device. */
  readonly ticket: string;
  /** The gateway's own page with the ticket in the fragment: the contents of a QR code for a phone. */
  readonly address: string;
  /** RFC 3339. */
  readonly expiresAt: string;
}

/**
 * `waiting`: no device has opened it; `opened`: a device is adding the passkey; `created`: the device has created it
 * and shows a code that this session has to confirm.
 */
export const passkeyEnrolmentStatuses = ['waiting', 'opened', 'created'] as const;

export interface PasskeyEnrolmentState {
  readonly status: (typeof passkeyEnrolmentStatuses)[number];
}

/** The information shown on the device that opens the process. */
export interface OpenedPasskeyEnrolment {
  /** Partly masked: 王○明. */
  readonly person: { readonly name: string };
  /** Name of the website on which the process started; `null` for the gateway's own pages. */
  readonly embedder: string | null;
  readonly options: PasskeyCreationOptions;
}

export interface PasskeyCompletion {
  readonly ticket: string;
  /** Name of the passkey, at most 40 characters. */
  readonly name: string;
  readonly credential: PasskeyAttestation;
}

export interface CompletedPasskeyEnrolment {
  /** Four digits that the other session has to confirm; `null` if this is that session and the passkey is already valid. */
  readonly code: string | null;
}

export interface PasskeyLogin extends CallOptions {
  /**
   * Lets the browser suggest passkeys in a field whose `autocomplete` ends with `webauthn`, and waits until
   * one is chosen. By default the browser asks immediately; in that case, call this directly from a click.
   */
  readonly autofill?: boolean;
}

/** Operations with passkeys. Every method rejects with `MhbError`. */
export interface PasskeyCalls {
  /** Whether this browser can store or request a passkey; if not, a button would have no effect. */
  available(): Promise<boolean>;
  /** Whether `autofill` has an effect. */
  autofillAvailable(): Promise<boolean>;
  /** Logs in. @throws {MhbError} `passkey-not-given`, `passkey-refused`, `assurance-too-low`, `challenge-expired` */
  logIn(login?: PasskeyLogin): Promise<Session>;
  /**
   * Creates a passkey on this device, for a process that it has opened. Call this directly from a click.
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
  /** Removes the passkey and ends every session that it opened. @throws {MhbError} `not-found` */
  remove(id: string, options?: CallOptions): Promise<void>;
  /**
   * Starts adding a passkey. Requires a session that was not opened with a passkey; invalidates an earlier process.
   * @throws {MhbError} `login-failed`, `stronger-login-required`, `assurance-too-low`, `quota-reached`
   */
  begin(currentPassword: string, options?: CallOptions): Promise<PasskeyEnrolment>;
  /** @throws {MhbError} `not-found` once the process is invalid */
  enrolment(id: string, options?: CallOptions): Promise<PasskeyEnrolmentState>;
  /** Confirms the code that the other device shows. @throws {MhbError} `code-wrong`, `code-expired` */
  confirm(id: string, code: string, options?: CallOptions): Promise<void>;
  /** For the device that gets the passkey. @throws {MhbError} `ticket-invalid` */
  open(ticket: string, options?: CallOptions): Promise<OpenedPasskeyEnrolment>;
  /** @throws {MhbError} `ticket-invalid`, `passkey-refused` */
  complete(completion: PasskeyCompletion, options?: CallOptions): Promise<CompletedPasskeyEnrolment>;
}
