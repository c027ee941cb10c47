import type { TrustedIssuer } from '../manifest/index.js';
import type { Category, DataRequest, SectionSelection } from '../request/index.js';
import type {
  AccountDetails,
  ActivityPage,
  ContactChange,
  PasswordChange,
  SessionSummary,
  TrustedReader,
} from './account-contract.js';
import type { CallOptions, TransferOptions } from './call-options.js';
import type { ConnectTarget } from './connect-contract.js';
import type {
  CreatedHealthLink,
  HealthLinkSummary,
  NewHealthLink,
  RelayedHealthLink,
} from './health-link-contract.js';
import type { EncryptedFile } from '../share/index.js';
import type {
  Challenge,
  CodeConfirmation,
  LoginAnswer,
  LoginCredentials,
  ServiceInfo,
  Session,
} from './login-contract.js';
import type { OperatorContent } from './content.js';
import type { Representations } from './representation-contract.js';
import type { PasskeyCalls } from './passkey-contract.js';

/** The operations of a gateway client. The HTTP contract behind them is the gateway's OpenAPI document. */

/** An encrypted archive for download. */
export interface SealedArchive {
  readonly id: string;
  readonly requestId: string;
  /** `健康存摺_1040527.zip` */
  readonly fileName: string;
  readonly byteLength: number;
  /** Hex. */
  readonly sha256: string;
  /** RFC 3339. */
  readonly expiresAt: string;
}

/** A public key of the page (RFC 7517) to which a rendering is encrypted, by ECDH on P-256. */
export interface PageKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/**
 * Every method rejects with `MhbError`: `gateway-unreachable` if there is no response, otherwise the code of
 * the problem document (RFC 9457).
 */
export interface GatewayClient {
  readonly baseUrl: string;
  /** The session, in memory only. */
  readonly session: Session | null;
  onSessionChange(listener: (session: Session | null) => void): () => void;
  challenge(options?: CallOptions): Promise<Challenge>;
  service(options?: CallOptions): Promise<ServiceInfo>;
  login(credentials: LoginCredentials, options?: CallOptions): Promise<LoginAnswer>;
  /** Continues a login that requires a code. @throws {MhbError} `code-wrong`, `code-expired` */
  confirmLogin(confirmation: CodeConfirmation, options?: CallOptions): Promise<Session>;
  logout(options?: CallOptions): Promise<void>;
  /**
   * Logs in on the gateway's own page in a popup. Call this directly from a click.
   * @throws {MhbError} `popup-blocked`, `connect-refused`, `connect-failed`
   */
  connect(target: ConnectTarget, options?: CallOptions): Promise<Session>;
  /** Like `connect`, but for a login in this page instead of a popup: returns the address to open. */
  beginConnect(target: ConnectTarget): Promise<string>;
  /**
   * Call this when the page at the redirect address starts. Returns `null` if the address contains no
   * response, or if this window is the popup, which passes its response to the page that opened it and
   * closes.
   * @throws {MhbError} `connect-refused`, `connect-failed`
   */
  completeConnect(href?: string): Promise<Session | null>;
  /**
   * For the gateway's own page: grants the access requested in the query of its address, and returns the
   * address to which the browser must go back. Ends this session.
   */
  grantConnect(query: string, options?: CallOptions): Promise<string>;
  /**
   * The people whose passbooks this person may read as a legal representative, and those who may read this
   * person's.
   */
  representations(options?: CallOptions): Promise<Representations>;
  /**
   * Switches to a person whom this person represents: `session.person` is then the owner of the passbook.
   * @throws {MhbError} `not-found` if the representation has ended, `representations-off`
   */
  represent(id: string, options?: CallOptions): Promise<Session>;
  /** Returns to the person's own passbook. */
  stopRepresenting(options?: CallOptions): Promise<void>;
  /** Operations with passkeys, loaded on the first call. */
  passkeys(options?: CallOptions): Promise<PasskeyCalls>;
  /** The person's current logins. */
  sessions(options?: CallOptions): Promise<readonly SessionSummary[]>;
  endSession(id: string, options?: CallOptions): Promise<void>;
  /** Ends every session of this person, including this one. */
  logoutEverywhere(options?: CallOptions): Promise<void>;
  /** The access record: who read what and when, newest first. */
  activity(page?: { readonly before?: string }, options?: CallOptions): Promise<ActivityPage>;
  account(options?: CallOptions): Promise<AccountDetails>;
  /** 帳號資料異動. A new e-mail address or mobile number takes effect once it is confirmed. */
  changeContact(change: ContactChange, options?: CallOptions): Promise<AccountDetails>;
  /** Confirms a new mobile number with the six digits sent to it. @throws {MhbError} `code-wrong`, `code-expired` */
  confirmMobile(code: string, options?: CallOptions): Promise<AccountDetails>;
  /** 健保卡註冊密碼變更; ends every other session. */
  changePassword(change: PasswordChange, options?: CallOptions): Promise<void>;
  /** Card readers on the person's own computers with which logins require no code, most recently used first. */
  trustedReaders(options?: CallOptions): Promise<readonly TrustedReader[]>;
  /** Forgets a card reader, so that logins with it require a code again. @throws {MhbError} `not-found` */
  forgetReader(id: string, options?: CallOptions): Promise<void>;
  /**
   * Releases the account's certificate; the next certificate with which the person logs in is bound to the
   * account.
   * @throws {MhbError} `login-failed`, `not-found`
   */
  releaseCertificate(currentPassword: string, options?: CallOptions): Promise<void>;
  /** Ends every session, including this one. Nobody can log in until the account is resumed. @throws {MhbError} `login-failed` */
  suspendAccount(currentPassword: string, options?: CallOptions): Promise<void>;
  catalogue(options?: CallOptions): Promise<readonly Category[]>;
  /** The operator's announcements, help and other pages, in both languages. */
  content(options?: CallOptions): Promise<OperatorContent>;
  /** The gateway as an issuer of archives, with its signing keys. */
  issuer(options?: CallOptions): Promise<TrustedIssuer>;
  /** 資料申請. Safe to repeat: all attempts of one call use the same idempotency key. */
  createRequest(options?: CallOptions): Promise<DataRequest>;
  /** The person's requests, newest first; expired ones no longer have sections. */
  listRequests(options?: CallOptions): Promise<readonly DataRequest[]>;
  getRequest(id: string, options?: CallOptions): Promise<DataRequest>;
  /** Yields the request after every change until it is completed, failed, or expired. */
  watchRequest(id: string, options?: CallOptions): AsyncIterable<DataRequest>;
  createArchive(
    requestId: string,
    selection: readonly SectionSelection[],
    options?: CallOptions,
  ): Promise<SealedArchive>;
  downloadArchive(archive: SealedArchive, options?: TransferOptions): Promise<Blob>;
  /**
   * All records of a request, for reading on this page: the same records as in its archives, in a ZIP without
   * a password. For the transfer, the ZIP is encrypted to a key that the page creates for this call and that
   * cannot be exported.
   * @throws {MhbError} `request-not-ready`, `nothing-selected`, `rendering-too-large`, `download-damaged`
   */
  openRequest(requestId: string, options?: CallOptions): Promise<Blob>;
  /**
   * Stores encrypted files for a SMART Health Link.
   * @throws {MhbError} `quota-reached`, `health-link-too-large`, `health-links-off`
   */
  createHealthLink(link: NewHealthLink, options?: CallOptions): Promise<CreatedHealthLink>;
  /** This person's links, newest first, with the people who opened them; ended links are included for a week. */
  healthLinks(options?: CallOptions): Promise<readonly HealthLinkSummary[]>;
  /** One link; requires its management key or a session. @throws {MhbError} `not-found` */
  healthLink(id: string, options?: ManagementOptions): Promise<HealthLinkSummary>;
  /** Revokes a link, so that nobody can open it any longer. @throws {MhbError} `not-found` */
  revokeHealthLink(id: string, options?: ManagementOptions): Promise<void>;
  /**
   * Has the gateway fetch the encrypted contents of any link. @throws the same errors as
   * `fetchEncryptedFiles`
   */
  relayHealthLink(link: RelayedHealthLink, options?: CallOptions): Promise<readonly EncryptedFile[]>;
}

export interface ManagementOptions extends CallOptions {
  /** Defaults to the session. */
  readonly managementKey?: string;
}
