import { timingSafeEqual } from 'node:crypto';
import type {
  CertificateCredentials,
  CodeConfirmation,
  LoginCredentials,
  NhiCardCredentials,
  PasskeyCredentials,
  SessionAssurance,
} from '@mhb-kit/core/gateway';
import { MhbError } from '@mhb-kit/core/error';
import { normalizeNationalId } from '@mhb-kit/core/identity';
import type { Accounts, LoginRecord } from '../accounts/accounts.js';
import type { Passwords } from '../accounts/passwords.js';
import { sameName } from '../accounts/same-name.js';
import type { TrustedReaders } from '../accounts/trusted-readers.js';
import type { Place } from '../embedders/embedders.js';
import type { Network } from '../limits/networks.js';
import { isAtLeast, tooLow } from './assurance.js';
import type { CardReadings } from './card-readings.js';
import type { Certificates } from './certificates.js';
import type { Caller } from './challenges.js';
import type { IssuedCode, LoginConfirmations, UnconfirmedLogin } from './login-confirmations.js';
import type { LoginThrottle } from './login-throttle.js';
import type { UsedReaders } from './used-readers.js';
import type { OpenedSession, Sessions } from './sessions.js';
import type { Queries } from '../storage/database.js';

export interface LoginContext {
  /** The thumbprint of the key that the session will be bound to. */
  readonly keyThumbprint: string;
  readonly place: Place;
  readonly network: Network;
  /** Waits until it is the login's turn; returns immediately for an enrolled reader. */
  readonly admit: () => Promise<void>;
}

/** The outcome of a login: either the person is logged in, or a code was sent to the mobile number. */
export type LoginOutcome = OpenedSession | IssuedCode;

export interface Logins {
  readonly methods: readonly LoginCredentials['method'][];
  begin(credentials: LoginCredentials, context: LoginContext): Promise<LoginOutcome>;
  /**
   * Completes a login with the code from the text message.
   * @throws {MhbError} `code-wrong`, `code-expired`
   */
  confirm(confirmation: CodeConfirmation, keyThumbprint: string): Promise<OpenedSession>;
}

/** Logins by passkey. */
export interface PasskeyLogins {
  /**
   * Calls `enter` for the holder of the passkey, within a transaction during which neither the passkey nor the
   * account can become invalid.
   * @throws {MhbError} `login-method-unavailable`, `challenge-expired`, `passkey-refused`, `account-suspended`
   */
  use<T>(
    credential: PasskeyCredentials['credential'],
    caller: Caller,
    enter: (
      holder: {
        readonly accountId: string;
        readonly passkeyId: string;
        readonly assurance: SessionAssurance;
      },
      queries: Queries,
    ) => Promise<T>,
  ): Promise<T>;
}

export interface LoginParts {
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly readers: TrustedReaders;
  readonly readings: CardReadings;
  /** `null` if the gateway accepts no certificates. */
  readonly certificates: Certificates | null;
  /** `null` if the gateway accepts no passkeys. */
  readonly passkeys: PasskeyLogins | null;
  /** `null` if the gateway sends no text messages. */
  readonly confirmations: LoginConfirmations | null;
  readonly throttle: LoginThrottle;
  readonly usedReaders: Pick<UsedReaders, 'note'>;
  readonly sessions: Sessions;
  readonly minimumAssurance: SessionAssurance;
  /** Called when a certificate has been bound to an account. */
  readonly certificateBound: (accountId: string) => Promise<void>;
  /** Returns the gateway's own origin, which must be signed if the page's origin is not known. */
  readonly publicUrl: () => string;
}

/**
 * Creates the functions for logging in. A failed login reveals nothing about the person: an unknown person,
 * another card and a wrong password all get the same response after the same amount of work.
 */
export function createLogins(parts: LoginParts): Logins {
  const { accounts, passwords, readers, readings, certificates, passkeys, confirmations, throttle } = parts;
  const { sessions, usedReaders, minimumAssurance, certificateBound, publicUrl } = parts;

  async function open(login: UnconfirmedLogin): Promise<OpenedSession> {
    const { accountId, keyThumbprint, assurance, embedder, scopes } = login;
    const { bridgeThumbprint, certificateLookup } = login;
    if (certificateLookup !== null) {
      if (!(await accounts.bindCertificate(accountId, certificateLookup)))
        throw new MhbError('login-failed', 'The certificate belongs to another account');
      await certificateBound(accountId);
    }
    if (bridgeThumbprint !== null) await usedReaders.note(accountId, bridgeThumbprint);
    return sessions.open({ accountId, keyThumbprint, assurance, embedder, scopes });
  }

  async function askForCode(login: UnconfirmedLogin): Promise<IssuedCode> {
    const contact = await accounts.contact(login.accountId);
    if (contact === null || confirmations === null) throw tooLow('card-read', minimumAssurance);
    return confirmations.ask(login, contact.mobile);
  }

  async function withCard(
    credentials: NhiCardCredentials,
    { keyThumbprint, place: { origin, embedder, scopes, sharedComputers }, network, admit }: LoginContext,
  ): Promise<LoginOutcome> {
    const reading = await readings.accept(credentials, { keyThumbprint, origin: origin ?? publicUrl() });
    const { nationalId, cardNumber, bridge } = reading;
    if (reading.assurance !== 'card-read-enrolled') await admit();
    const found = await accounts.findForLogin(nationalId);
    const from = await throttle.originOf(reading, found?.id ?? null, network);
    const account = await throttle.guess({ nationalId, cardNumber, origin: from }, async () => {
      const cardMatches = timingSafeEqual(
        found?.cardNumberLookup ?? accounts.cardLookup(''),
        accounts.cardLookup(cardNumber),
      );
      const passwordMatches = await passwords.matches(found?.passwordHash ?? null, credentials.password);
      return cardMatches && passwordMatches ? found : null;
    });
    requireActive(account);
    const isKnown =
      reading.assurance === 'card-read' &&
      bridge !== null &&
      !sharedComputers &&
      (await readers.trusts(account.id, bridge));
    const assurance = isKnown ? 'card-read-confirmed' : reading.assurance;
    const needsCode = !isAtLeast(assurance, minimumAssurance);
    const login: UnconfirmedLogin = {
      accountId: account.id,
      keyThumbprint,
      assurance: needsCode ? 'card-read-confirmed' : assurance,
      embedder,
      scopes,
      // A card reader that several people use is never bound to one person.
      bridgeThumbprint: sharedComputers || reading.assurance === 'card-read-enrolled' ? null : bridge,
      certificateLookup: null,
    };
    return needsCode ? askForCode(login) : open(login);
  }

  async function withCertificate(
    credentials: CertificateCredentials,
    { keyThumbprint, place: { origin, embedder, scopes }, network, admit }: LoginContext,
  ): Promise<LoginOutcome> {
    if (certificates === null)
      throw new MhbError('login-method-unavailable', 'No certificates are accepted here');
    await admit();
    const nationalId = normalizeNationalId(credentials.nationalId);
    const identity = await certificates.verify(
      { ...credentials, nationalId },
      { keyThumbprint, origin: origin ?? publicUrl() },
    );
    const lookup = accounts.certificateLookup(identity.binding);
    const account = await throttle.guess(
      { nationalId, cardNumber: identity.binding, origin: { kind: 'certificate', network } },
      async () => {
        const found = await accounts.findForLogin(nationalId);
        if (found === null || belongs(found, lookup)) return found;
        return found.certificateLookup === null && (await mayBind(found, identity.name)) ? found : null;
      },
    );
    const isBound = belongs(account, lookup);
    requireActive(account);
    // The certificate contains only four digits of the ID, so at the first login a code sent to the account's
    // mobile number confirms that the certificate belongs to this person.
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

  async function withPasskey(
    { credential }: PasskeyCredentials,
    { keyThumbprint, place: { origin, embedder, scopes }, admit }: LoginContext,
  ): Promise<OpenedSession> {
    if (passkeys === null) throw new MhbError('login-method-unavailable', 'No passkeys are accepted here');
    await admit();
    const caller = { keyThumbprint, origin: origin ?? publicUrl() };
    return passkeys.use(credential, caller, async (holder, queries) => {
      if (!isAtLeast(holder.assurance, minimumAssurance)) throw tooLow(holder.assurance, minimumAssurance);
      return sessions.open({ ...holder, keyThumbprint, embedder, scopes }, queries);
    });
  }

  /**
   * Must be called only after the right card and password, or the certificate, so that nobody else learns the
   * account's status.
   */
  function requireActive({ status }: LoginRecord): void {
    if (status !== 'active') throw new MhbError('account-suspended', 'The account is suspended');
  }

  const belongs = ({ certificateLookup }: LoginRecord, lookup: Uint8Array): boolean =>
    certificateLookup !== null && timingSafeEqual(certificateLookup, lookup);

  async function mayBind({ id }: LoginRecord, name: string): Promise<boolean> {
    return sameName((await accounts.person(id)).name, name);
  }

  return {
    methods: certificates === null ? ['nhi-card'] : ['nhi-card', 'certificate'],
    begin(credentials, context) {
      if (credentials.method === 'nhi-card') return withCard(credentials, context);
      return credentials.method === 'certificate'
        ? withCertificate(credentials, context)
        : withPasskey(credentials, context);
    },
    async confirm({ handle, code, rememberReader }, keyThumbprint) {
      if (confirmations === null) throw new MhbError('code-expired', 'This gateway sends no codes');
      const login = await confirmations.take(handle, code, keyThumbprint);
      if (rememberReader && login.bridgeThumbprint !== null)
        await readers.remember(login.accountId, login.bridgeThumbprint);
      return open(login);
    },
  };
}
