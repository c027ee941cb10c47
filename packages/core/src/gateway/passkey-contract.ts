import type { CallOptions } from './call-options.js';
import type { Session, SessionAssurance } from './login-contract.js';

/**
 * Passkeys (Web Authentication, W3C). A person adds a passkey in a session in which they have proved their
 * identity, and can log in with it afterward.
 */

/**
 * The options for `navigator.credentials.get`, in the form of WebAuthn's
 * `PublicKeyCredentialRequestOptionsJSON`.
 */
export interface PasskeyLoginOptions {
  /**
   * A random value of 256 bits in base64url. It can be used once, and only with the same proof key on a page of
   * the same origin.
   */
  readonly challenge: string;
  readonly rpId: string;
  /** In milliseconds. */
  readonly timeout: number;
  readonly userVerification: 'required';
}

/**
 * The options for `navigator.credentials.create`, in the form of WebAuthn's
 * `PublicKeyCredentialCreationOptionsJSON`.
 */
export interface PasskeyCreationOptions {
  readonly challenge: string;
  readonly rp: { readonly id: string; readonly name: string };
  /**
   * The account for which the passkey is created. `id` reveals nothing about the person, and the names are
   * partly masked.
   */
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly pubKeyCredParams: readonly { readonly type: 'public-key'; readonly alg: number }[];
  /** In milliseconds. */
  readonly timeout: number;
  /** The passkeys that the account already has. */
  readonly excludeCredentials: readonly { readonly type: 'public-key'; readonly id: string }[];
  readonly authenticatorSelection: {
    readonly residentKey: 'required';
    readonly requireResidentKey: true;
    readonly userVerification: 'required';
  };
  readonly attestation: 'none';
}

/**
 * What a device has created for a new passkey. Contains only the members of WebAuthn's
 * `RegistrationResponseJSON` that the gateway uses.
 */
export interface PasskeyAttestation {
  readonly id: string;
  readonly response: { readonly clientDataJSON: string; readonly attestationObject: string };
}

export interface Passkey {
  readonly id: string;
  /** The name that the person or the page has given the passkey. */
  readonly name: string;
  /**
   * The assurance of the session in which the passkey was added. Every session that is opened with the passkey
   * has this assurance.
   */
  readonly assurance: SessionAssurance;
  /** Whether the device's platform syncs the passkey to the person's other devices. */
  readonly synced: boolean;
  /** RFC 3339. */
  readonly addedAt: string;
  /** `null`: never. */
  readonly lastUsedAt: string | null;
}

/** The enrollment of a new passkey, as returned when it starts. */
export interface PasskeyEnrolment {
  readonly id: string;
  /** A random value of 256 bits in base64url, which is valid once and for one device. */
  readonly ticket: string;
  /**
   * The address of the gateway's own page with the ticket in the fragment. A phone can read it from a QR code.
   */
  readonly address: string;
  /** RFC 3339. */
  readonly expiresAt: string;
}

/**
 * The statuses of an enrollment. `waiting`: no device has opened the address yet. `opened`: a device is adding
 * the passkey. `created`: the device has created the passkey and shows a code, which the person has to confirm
 * in this session.
 */
export const passkeyEnrolmentStatuses = ['waiting', 'opened', 'created'] as const;

export interface PasskeyEnrolmentState {
  readonly status: (typeof passkeyEnrolmentStatuses)[number];
}

/** The information shown on the device that has opened the enrollment. */
export interface OpenedPasskeyEnrolment {
  /** Partly masked: 王○明. */
  readonly person: { readonly name: string };
  /** The name of the website on which the enrollment started; `null` for the gateway's own pages. */
  readonly embedder: string | null;
  readonly options: PasskeyCreationOptions;
}

export interface PasskeyCompletion {
  readonly ticket: string;
  /** The name of the passkey, at most 40 characters long. */
  readonly name: string;
  readonly credential: PasskeyAttestation;
}

export interface CompletedPasskeyEnrolment {
  /**
   * Four digits that the person has to confirm in the session that started the enrollment. `null` if that
   * session created the passkey itself, so that the passkey is already valid.
   */
  readonly code: string | null;
}

export interface PasskeyLogin extends CallOptions {
  /**
   * Lets the browser suggest passkeys in a field whose `autocomplete` ends with `webauthn`, and waits until the
   * person chooses one. By default, the browser asks for a passkey immediately; in that case, call the login
   * method directly from a click.
   */
  readonly autofill?: boolean;
}

/** Operations with passkeys. Every method rejects with `MhbError`. */
export interface PasskeyCalls {
  /**
   * Checks whether this browser can create or use passkeys. If it cannot, a button for them would have no
   * effect.
   */
  available(): Promise<boolean>;
  /** Checks whether `PasskeyLogin.autofill` has an effect in this browser. */
  autofillAvailable(): Promise<boolean>;
  /**
   * Logs in with a passkey.
   * @throws {MhbError} `passkey-not-given`, `passkey-refused`, `assurance-too-low`, `challenge-expired`
   */
  logIn(login?: PasskeyLogin): Promise<Session>;
  /**
   * Creates a passkey on this device for an enrollment that the device has opened. Call this directly from a
   * click.
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
   * Starts the enrollment of a passkey. Requires a session that was not opened with a passkey. Invalidates an
   * earlier enrollment.
   * @throws {MhbError} `login-failed`, `stronger-login-required`, `assurance-too-low`, `quota-reached`
   */
  begin(currentPassword: string, options?: CallOptions): Promise<PasskeyEnrolment>;
  /** Returns the state of an enrollment. @throws {MhbError} `not-found` if the enrollment is no longer valid */
  enrolment(id: string, options?: CallOptions): Promise<PasskeyEnrolmentState>;
  /**
   * Confirms the code that the other device shows, which makes the passkey valid.
   * @throws {MhbError} `code-wrong`, `code-expired`
   */
  confirm(id: string, code: string, options?: CallOptions): Promise<void>;
  /**
   * Opens an enrollment on the device on which the passkey will be created.
   * @throws {MhbError} `ticket-invalid`
   */
  open(ticket: string, options?: CallOptions): Promise<OpenedPasskeyEnrolment>;
  /**
   * Sends the created passkey to the gateway.
   * @throws {MhbError} `ticket-invalid`, `passkey-refused`
   */
  complete(completion: PasskeyCompletion, options?: CallOptions): Promise<CompletedPasskeyEnrolment>;
}
