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

/**
 * The operations of a gateway client. The gateway's OpenAPI document describes the HTTP requests behind them.
 */

/** An encrypted archive that can be downloaded. */
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

/** A public key (RFC 7517) of the page. The gateway encrypts a rendering to this key, using ECDH over P-256. */
export interface PageKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/**
 * A client of the gateway. Every method rejects with `MhbError`. Its code is `gateway-unreachable` if there is
 * no response; otherwise it comes from the problem document (RFC 9457).
 */
export interface GatewayClient {
  readonly baseUrl: string;
  /** The current session, kept only in memory. */
  readonly session: Session | null;
  onSessionChange(listener: (session: Session | null) => void): () => void;
  challenge(options?: CallOptions): Promise<Challenge>;
  service(options?: CallOptions): Promise<ServiceInfo>;
  login(credentials: LoginCredentials, options?: CallOptions): Promise<LoginAnswer>;
  /**
   * Continues a login that requires a code from a text message.
   * @throws {MhbError} `code-wrong`, `code-expired`
   */
  confirmLogin(confirmation: CodeConfirmation, options?: CallOptions): Promise<Session>;
  logout(options?: CallOptions): Promise<void>;
  /**
   * Logs in on the gateway's own page in a popup. Call this directly from a click handler.
   * @throws {MhbError} `popup-blocked`, `connect-refused`, `connect-failed`
   */
  connect(target: ConnectTarget, options?: CallOptions): Promise<Session>;
  /** Like `connect`, but for a login in this window instead of a popup. Returns the address to open. */
  beginConnect(target: ConnectTarget): Promise<string>;
  /**
   * Call this when the page at the redirect address starts. Returns `null` in two cases: the address contains
   * no response, or this window is the popup. The popup passes its response to the page that opened it, and
   * closes.
   * @throws {MhbError} `connect-refused`, `connect-failed`
   */
  completeConnect(href?: string): Promise<Session | null>;
  /**
   * For the gateway's own page: grants the access that a website has requested in the query of this page's
   * address. Returns the address to which the browser must go back. Ends this session.
   */
  grantConnect(query: string, options?: CallOptions): Promise<string>;
  /**
   * Returns the people whose passbooks this person may read as a legal representative, and the people who may
   * read this person's passbook.
   */
  representations(options?: CallOptions): Promise<Representations>;
  /**
   * Switches to the passbook of a person whom this person represents. `session.person` is then the owner of
   * that passbook.
   * @throws {MhbError} `not-found` if the representation has ended, `representations-off`
   */
  represent(id: string, options?: CallOptions): Promise<Session>;
  /** Switches back to the person's own passbook. */
  stopRepresenting(options?: CallOptions): Promise<void>;
  /** Returns the operations with passkeys. The first call loads their code. */
  passkeys(options?: CallOptions): Promise<PasskeyCalls>;
  /** Lists the sessions that the person currently has open. */
  sessions(options?: CallOptions): Promise<readonly SessionSummary[]>;
  endSession(id: string, options?: CallOptions): Promise<void>;
  /** Ends every session of this person, including this one. */
  logoutEverywhere(options?: CallOptions): Promise<void>;
  /**
   * Returns a page of the access record, which states who read what and when. The newest entries come first.
   */
  activity(page?: { readonly before?: string }, options?: CallOptions): Promise<ActivityPage>;
  account(options?: CallOptions): Promise<AccountDetails>;
  /**
   * Changes the person's contact details (帳號資料異動). A new e-mail address or mobile number takes effect
   * once it is confirmed.
   */
  changeContact(change: ContactChange, options?: CallOptions): Promise<AccountDetails>;
  /**
   * Confirms a new mobile number with the six-digit code that was sent to it.
   * @throws {MhbError} `code-wrong`, `code-expired`
   */
  confirmMobile(code: string, options?: CallOptions): Promise<AccountDetails>;
  /** Changes the password (健保卡註冊密碼變更) and ends every other session. */
  changePassword(change: PasswordChange, options?: CallOptions): Promise<void>;
  /**
   * Lists the trusted card readers: those on the person's own computers with which logins require no code. The
   * most recently used reader comes first.
   */
  trustedReaders(options?: CallOptions): Promise<readonly TrustedReader[]>;
  /**
   * Forgets a trusted card reader, so that logins with it require a code again.
   * @throws {MhbError} `not-found`
   */
  forgetReader(id: string, options?: CallOptions): Promise<void>;
  /**
   * Removes the link between the account and its certificate. The next certificate with which the person logs
   * in is then bound to the account.
   * @throws {MhbError} `login-failed`, `not-found`
   */
  releaseCertificate(currentPassword: string, options?: CallOptions): Promise<void>;
  /**
   * Suspends the account and ends every session, including this one. Nobody can log in until the account is
   * resumed.
   * @throws {MhbError} `login-failed`
   */
  suspendAccount(currentPassword: string, options?: CallOptions): Promise<void>;
  catalogue(options?: CallOptions): Promise<readonly Category[]>;
  /** Returns the operator's announcements, help and other pages, in both languages. */
  content(options?: CallOptions): Promise<OperatorContent>;
  /**
   * Returns the gateway's address and signing keys, with which the archives that it has issued can be verified.
   */
  issuer(options?: CallOptions): Promise<TrustedIssuer>;
  /**
   * Requests the person's data (資料申請). A retry cannot create a second request, because all attempts of one
   * call use the same idempotency key.
   */
  createRequest(options?: CallOptions): Promise<DataRequest>;
  /** Lists the person's requests, newest first. Expired requests no longer contain sections. */
  listRequests(options?: CallOptions): Promise<readonly DataRequest[]>;
  getRequest(id: string, options?: CallOptions): Promise<DataRequest>;
  /** Yields the request after every change until it has completed, failed, or expired. */
  watchRequest(id: string, options?: CallOptions): AsyncIterable<DataRequest>;
  createArchive(
    requestId: string,
    selection: readonly SectionSelection[],
    options?: CallOptions,
  ): Promise<SealedArchive>;
  downloadArchive(archive: SealedArchive, options?: TransferOptions): Promise<Blob>;
  /**
   * Returns all records of a request, so that they can be read on this page. They are the same records as in
   * the request's archives, in a ZIP without a password. For the transfer, the ZIP is encrypted to a key that
   * the page creates for this call and that cannot be exported.
   * @throws {MhbError} `request-not-ready`, `nothing-selected`, `rendering-too-large`, `download-damaged`
   */
  openRequest(requestId: string, options?: CallOptions): Promise<Blob>;
  /**
   * Stores encrypted files for a SMART Health Link.
   * @throws {MhbError} `quota-reached`, `health-link-too-large`, `health-links-off`
   */
  createHealthLink(link: NewHealthLink, options?: CallOptions): Promise<CreatedHealthLink>;
  /**
   * Lists this person's links, newest first, with the people who have opened them. Links that have ended are
   * included for a week.
   */
  healthLinks(options?: CallOptions): Promise<readonly HealthLinkSummary[]>;
  /** Returns one link. Requires the link's management key or a session. @throws {MhbError} `not-found` */
  healthLink(id: string, options?: ManagementOptions): Promise<HealthLinkSummary>;
  /** Revokes a link, so that nobody can open it anymore. @throws {MhbError} `not-found` */
  revokeHealthLink(id: string, options?: ManagementOptions): Promise<void>;
  /**
   * Lets the gateway fetch the encrypted contents of a link, which can point to any server. @throws the same
   * errors as `fetchEncryptedFiles`
   */
  relayHealthLink(link: RelayedHealthLink, options?: CallOptions): Promise<readonly EncryptedFile[]>;
}

export interface ManagementOptions extends CallOptions {
  /** The link's management key. If omitted, the call uses the session. */
  readonly managementKey?: string;
}
