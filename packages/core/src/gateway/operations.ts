import type { TrustedIssuer } from '../manifest/index.js';
import type { Category, DataRequest, SectionSelection } from '../request/index.js';
import type {
  AccountDetails,
  ActivityPage,
  CardReading,
  ContactChange,
  MobileRecoveryConfirmation,
  MobileRecoveryOpening,
  MobileRecoveryRequest,
  OpenedApplication,
  OpenedMobileRecovery,
  PasswordChange,
  PasswordChoice,
  RecoveryConfirmation,
  RecoveryRequest,
  RegistrationApplication,
  RegistrationConfirmation,
  SessionSummary,
  TrustedReader,
} from './account-contract.js';
import type { ConnectGrant } from './connect-contract.js';
import type { OperatorContent } from './content.js';
import type { Representations } from './representation-contract.js';
import type { PageKey, SealedArchive } from './contract.js';
import type {
  CreatedHealthLink,
  HealthLinkSummary,
  NewHealthLink,
  RelayedFiles,
  RelayedHealthLink,
} from './health-link-contract.js';
import type {
  Challenge,
  CodeConfirmation,
  CodeRequest,
  LoginCredentials,
  ServiceInfo,
  Session,
} from './login-contract.js';
import type {
  CompletedPasskeyEnrolment,
  OpenedPasskeyEnrolment,
  Passkey,
  PasskeyCompletion,
  PasskeyEnrolment,
  PasskeyEnrolmentState,
  PasskeyLoginOptions,
} from './passkey-contract.js';

/** A new or renewed session. */
export interface OpenedSession {
  readonly session: Session;
  /** An opaque token that is bound to the proof key (RFC 9449). */
  readonly accessToken: string;
  readonly tokenType: 'DPoP';
}

/**
 * All calls that the client makes, by the method and path in the gateway's OpenAPI document, with the JSON that
 * is sent and received. `body` and `answer` are absent if there is none. If the gateway's schemas do not match
 * these types, the code does not compile.
 */
export interface Operations {
  'GET /.well-known/jwks.json': { readonly answer: Pick<TrustedIssuer, 'keys'> };
  'GET /v1/service': { readonly answer: ServiceInfo };
  'GET /v1/content': { readonly answer: OperatorContent };
  'GET /v1/catalogue': { readonly answer: { readonly categories: readonly Category[] } };
  'POST /v1/challenges': { readonly answer: Challenge };
  'POST /v1/sessions': { readonly body: LoginCredentials; readonly answer: OpenedSession | CodeRequest };
  'POST /v1/sessions/confirmations': { readonly body: CodeConfirmation; readonly answer: OpenedSession };
  'GET /v1/sessions': { readonly answer: { readonly sessions: readonly SessionSummary[] } };
  'DELETE /v1/sessions': object;
  'DELETE /v1/sessions/{id}': object;
  'DELETE /v1/sessions/current': object;
  'POST /v1/sessions/current/tokens': { readonly answer: OpenedSession };
  'POST /v1/connect/codes': {
    /** The unchanged query of the authorization request. */
    readonly body: { readonly query: string };
    /** The address to which the browser must go. */
    readonly answer: { readonly location: string };
  };
  'POST /v1/connect/tokens': { readonly body: ConnectGrant; readonly answer: OpenedSession };
  'POST /v1/registrations': { readonly body: RegistrationApplication };
  'POST /v1/registrations/reminders': { readonly body: CardReading };
  'POST /v1/registrations/openings': {
    readonly body: { readonly ticket: string };
    readonly answer: OpenedApplication;
  };
  'POST /v1/registrations/confirmations': { readonly body: RegistrationConfirmation };
  'POST /v1/password-resets': { readonly body: CardReading };
  'POST /v1/password-resets/completions': { readonly body: PasswordChoice };
  'POST /v1/email-confirmations': { readonly body: { readonly ticket: string } };
  'POST /v1/recoveries': { readonly body: RecoveryRequest; readonly answer: CodeRequest };
  'POST /v1/recoveries/confirmations': { readonly body: RecoveryConfirmation };
  'POST /v1/mobile-recoveries': { readonly body: MobileRecoveryRequest };
  'POST /v1/mobile-recoveries/openings': {
    readonly body: MobileRecoveryOpening;
    readonly answer: OpenedMobileRecovery;
  };
  'POST /v1/mobile-recoveries/confirmations': { readonly body: MobileRecoveryConfirmation };
  'POST /v1/suspensions': { readonly body: { readonly nationalId: string; readonly password: string } };
  'GET /v1/account/readers': { readonly answer: { readonly readers: readonly TrustedReader[] } };
  'DELETE /v1/account/readers/{id}': object;
  'POST /v1/account/certificate-releases': { readonly body: { readonly currentPassword: string } };
  'POST /v1/account/suspensions': { readonly body: { readonly currentPassword: string } };
  'GET /v1/account': { readonly answer: AccountDetails };
  'PATCH /v1/account': { readonly body: ContactChange; readonly answer: AccountDetails };
  'POST /v1/account/mobile-confirmations': {
    readonly body: { readonly code: string };
    readonly answer: AccountDetails;
  };
  'POST /v1/account/password': { readonly body: PasswordChange };
  'GET /v1/representations': { readonly answer: Representations };
  'POST /v1/representations/{id}/sessions': { readonly answer: OpenedSession };
  'POST /v1/passkey-challenges': { readonly answer: PasskeyLoginOptions };
  'GET /v1/account/passkeys': { readonly answer: { readonly passkeys: readonly Passkey[] } };
  'DELETE /v1/account/passkeys/{id}': object;
  'POST /v1/account/passkey-enrolments': {
    readonly body: { readonly currentPassword: string };
    readonly answer: PasskeyEnrolment;
  };
  'GET /v1/account/passkey-enrolments/{id}': { readonly answer: PasskeyEnrolmentState };
  'POST /v1/account/passkey-enrolments/{id}/confirmations': { readonly body: { readonly code: string } };
  'POST /v1/passkey-enrolments/openings': {
    readonly body: { readonly ticket: string };
    readonly answer: OpenedPasskeyEnrolment;
  };
  'POST /v1/passkey-enrolments/completions': {
    readonly body: PasskeyCompletion;
    readonly answer: CompletedPasskeyEnrolment;
  };
  'GET /v1/activity': { readonly answer: ActivityPage };
  'POST /v1/requests': { readonly answer: DataRequest };
  'GET /v1/requests': { readonly answer: { readonly requests: readonly DataRequest[] } };
  'GET /v1/requests/{id}': { readonly answer: DataRequest };
  'GET /v1/requests/{id}/events': object;
  'POST /v1/requests/{id}/archives': {
    readonly body: { readonly selection: readonly SectionSelection[] };
    readonly answer: SealedArchive;
  };
  'GET /v1/archives/{id}': object;
  'POST /v1/requests/{id}/renderings': { readonly body: { readonly key: PageKey } };
  'POST /v1/health-links': { readonly body: NewHealthLink; readonly answer: CreatedHealthLink };
  'GET /v1/health-links': { readonly answer: { readonly healthLinks: readonly HealthLinkSummary[] } };
  'GET /v1/health-links/{id}': { readonly answer: HealthLinkSummary };
  'DELETE /v1/health-links/{id}': object;
  'POST /v1/health-link-relays': { readonly body: RelayedHealthLink; readonly answer: RelayedFiles };
}

export type Operation = keyof Operations;

/** The JSON that an operation accepts; `never` if it accepts none. */
export type BodyOf<O extends Operation> = Operations[O] extends { readonly body: infer Body } ? Body : never;

/** The JSON that an operation returns; `never` if it returns none. */
export type AnswerOf<O extends Operation> = Operations[O] extends { readonly answer: infer Answer }
  ? Answer
  : never;
