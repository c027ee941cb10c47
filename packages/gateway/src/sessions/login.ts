import { timingSafeEqual } from 'node:crypto';
import type {
  CertificateCredentials,
  LoginCredentials,
  NhiCardCredentials,
  SessionAssurance,
} from '@mhb-kit/core/gateway';
import { MhbError } from '@mhb-kit/core/error';
import { normalizeNationalId } from '@mhb-kit/core/identity';
import type { Accounts, LoginRecord } from '../accounts/accounts.js';
import type { Passwords } from '../accounts/passwords.js';
import { sameName } from '../accounts/same-name.js';
import type { Place } from '../http/embedders.js';
import { isAtLeast, tooLow } from './assurance.js';
import type { CardReadings } from './card-readings.js';
import type { Certificates } from './certificates.js';
import type { IssuedCode, LoginConfirmations, UnconfirmedLogin } from './login-confirmations.js';
import type { LoginThrottle } from './login-throttle.js';
import type { OpenedSession, Sessions } from './sessions.js';

export interface LoginContext {
  /** Thumbprint of the key that the session will be bound to. */
  readonly keyThumbprint: string;
  readonly place: Place;
  readonly network: string;
}

/** Either the person is in, or a code went to the mobile. */
export type LoginOutcome = OpenedSession | IssuedCode;

export interface Logins {
  readonly methods: readonly LoginCredentials['method'][];
  begin(credentials: LoginCredentials, context: LoginContext): Promise<LoginOutcome>;
  /** Goes on with the code. @throws {MhbError} `code-wrong`, `code-expired` */
  confirm(
    confirmation: { readonly handle: string; readonly code: string; readonly rememberReader: boolean },
    keyThumbprint: string,
  ): Promise<OpenedSession>;
}

export interface LoginParts {
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly readings: CardReadings;
  /** `null`: no certificates are accepted here. */
  readonly certificates: Certificates | null;
  /** `null`: no text messages are sent from here. */
  readonly confirmations: LoginConfirmations | null;
  readonly throttle: LoginThrottle;
  readonly sessions: Sessions;
  readonly minimumAssurance: SessionAssurance;
  /** Told when a certificate has come to belong to an account. */
  readonly certificateBound: (accountId: string) => Promise<void>;
  /** Our own origin: where a certificate signs when no page's origin is known. */
  readonly publicUrl: () => string;
}

/**
 * Logins. Whoever is not let in learns nothing about whom: unknown person, other card and wrong password give the same
 * answer after the same work.
 */
export function createLogins(parts: LoginParts): Logins {
  const { accounts, passwords, readings, certificates, confirmations, throttle, sessions } = parts;
  const { minimumAssurance, certificateBound, publicUrl } = parts;

  async function open(login: UnconfirmedLogin): Promise<OpenedSession> {
    const { accountId, keyThumbprint, assurance, embedder, scopes, certificateLookup } = login;
    if (certificateLookup !== null) {
      if (!(await accounts.bindCertificate(accountId, certificateLookup)))
        throw new MhbError('login-failed', 'The certificate belongs to another account');
      await certificateBound(accountId);
    }
    return sessions.open({ accountId, keyThumbprint, assurance, embedder, scopes });
  }

  async function askForCode(login: UnconfirmedLogin): Promise<IssuedCode> {
    const contact = await accounts.contact(login.accountId);
    if (contact === null || confirmations === null) throw tooLow('card-read', minimumAssurance);
    return confirmations.ask(login, contact.mobile);
  }

  async function withCard(
    credentials: NhiCardCredentials,
    { keyThumbprint, place: { origin, embedder, scopes }, network }: LoginContext,
  ): Promise<LoginOutcome> {
    const reading = await readings.accept(credentials, origin);
    const { nationalId, cardNumber, bridge } = reading;
    const attempt = await throttle.attempt({ nationalId, cardNumber, network });
    const account = await accounts.findForLogin(nationalId);
    const cardMatches = timingSafeEqual(
      account?.cardNumberLookup ?? accounts.cardLookup(''),
      accounts.cardLookup(cardNumber),
    );
    const passwordMatches = await passwords.matches(account?.passwordHash ?? null, credentials.password);
    if (account?.status !== 'active' || !cardMatches || !passwordMatches) throw attempt.failed();
    await attempt.succeeded();
    const isKnown =
      reading.assurance === 'card-read' &&
      bridge !== null &&
      (await accounts.knowsBridge(account.id, bridge));
    const assurance = isKnown ? 'card-read-confirmed' : reading.assurance;
    const needsCode = !isAtLeast(assurance, minimumAssurance);
    const login: UnconfirmedLogin = {
      accountId: account.id,
      keyThumbprint,
      assurance: needsCode ? 'card-read-confirmed' : assurance,
      embedder,
      scopes,
      bridgeThumbprint: bridge,
      certificateLookup: null,
    };
    return needsCode ? askForCode(login) : open(login);
  }

  async function withCertificate(
    credentials: CertificateCredentials,
    { keyThumbprint, place: { origin, embedder, scopes }, network }: LoginContext,
  ): Promise<LoginOutcome> {
    if (certificates === null)
      throw new MhbError('login-method-unavailable', 'No certificates are accepted here');
    const nationalId = normalizeNationalId(credentials.nationalId);
    const identity = await certificates.verify({ ...credentials, nationalId }, origin ?? publicUrl());
    const attempt = await throttle.attempt({ nationalId, cardNumber: identity.binding, network });
    const lookup = accounts.certificateLookup(identity.binding);
    const account = await accounts.findForLogin(nationalId);
    const isBound = account !== null && belongs(account, lookup);
    const isFirst = account !== null && account.certificateLookup === null;
    if (account?.status !== 'active' || !(isBound || (isFirst && (await mayBind(account, identity.name)))))
      throw attempt.failed();
    await attempt.succeeded();
    // The certificate holds four digits of the ID: the first time, the mobile of the account confirms whose it is.
    const contact = isBound ? null : await accounts.contact(account.id);
    const login: UnconfirmedLogin = {
      accountId: account.id,
      keyThumbprint,
      assurance: 'certificate',
      embedder,
      scopes,
      bridgeThumbprint: null,
      certificateLookup: isBound ? null : lookup,
    };
    return contact !== null && confirmations !== null ? askForCode(login) : open(login);
  }

  const belongs = ({ certificateLookup }: LoginRecord, lookup: Uint8Array): boolean =>
    certificateLookup !== null && timingSafeEqual(certificateLookup, lookup);

  async function mayBind({ id }: LoginRecord, name: string): Promise<boolean> {
    return sameName((await accounts.person(id)).name, name);
  }

  return {
    methods: certificates === null ? ['nhi-card'] : ['nhi-card', 'certificate'],
    begin: (credentials, context) =>
      credentials.method === 'nhi-card'
        ? withCard(credentials, context)
        : withCertificate(credentials, context),
    async confirm({ handle, code, rememberReader }, keyThumbprint) {
      if (confirmations === null) throw new MhbError('code-expired', 'No codes are sent from here');
      const login = await confirmations.take(handle, code, keyThumbprint);
      if (rememberReader && login.bridgeThumbprint !== null)
        await accounts.rememberBridge(login.accountId, login.bridgeThumbprint);
      return open(login);
    },
  };
}
