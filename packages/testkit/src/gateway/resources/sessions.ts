import { MhbError } from '@mhb-kit/core/error';
import type { CertificateCredentials, NhiCardCredentials, Session } from '@mhb-kit/core/gateway';
import { maskName, normalizeNationalId } from '@mhb-kit/core/identity';
import { empty, json, jsonOf } from '../http/answers.js';
import { code, isBoolean, loginCredentials, read, secret, shape } from '../http/body.js';
import type { Call, Handlers } from '../http/router.js';
import type { Account } from '../state/accounts.js';
import { isAtLeast } from '../state/card-readings.js';
import { tell } from '../state/messages.js';
import { PendingCode } from '../state/pending-code.js';
import { newSecret } from '../state/secrets.js';
import type { OpenSession, SessionGrant } from '../state/sessions.js';
import { DAY, later } from '../state/time.js';
import type { Parts } from './parts.js';

/** A login that still needs a code by SMS, and the data to store with the account once the code is entered. */
interface UnconfirmedLogin extends SessionGrant {
  readonly code: PendingCode;
  readonly bridge: string | null;
  readonly bindsCertificate: boolean;
}

const READER_LIFETIME = 90 * DAY;

function requireActive({ isSuspended }: Account): void {
  if (isSuspended) throw new MhbError('account-suspended', 'The account is suspended');
}

/** The operations for challenges, logins and sessions. */
export function sessionOperations(parts: Parts) {
  const { clock, accounts, activity, attempts, authentication, embedders, readings, sessions } = parts;
  const { minimumAssurance, send, service } = parts;
  const unconfirmed = new Map<string, UnconfirmedLogin>();

  function open(grant: SessionGrant, bindsCertificate: boolean): OpenSession {
    const { account } = grant;
    if (bindsCertificate) {
      account.certificate = true;
      activity.record('certificate.bind', account, null);
      tell(send, account.contact, 'certificate');
    }
    const session = sessions.open(grant);
    activity.record('session.open', account, session);
    return session;
  }

  const opened = (session: OpenSession): Response =>
    json<'POST /v1/sessions'>(201, sessions.openedView(session), { Location: '/v1/sessions/current' });

  function askForCode(
    grant: SessionGrant,
    known: Pick<UnconfirmedLogin, 'bridge' | 'bindsCertificate'>,
  ): Response {
    const { contact } = grant.account;
    if (contact === null)
      throw new MhbError('assurance-too-low', 'The operator requires a stronger proof of identity', {
        details: { assurance: 'card-read', minimumAssurance },
      });
    const pending = new PendingCode(clock);
    const handle = newSecret();
    unconfirmed.set(handle, { ...grant, ...known, code: pending });
    send({ channel: 'sms', to: contact.mobile, purpose: 'code', secret: pending.code });
    return json<'POST /v1/sessions'>(202, {
      handle,
      mobile: contact.mobile.slice(-3),
      expiresAt: pending.expiresAt.toISOString(),
    });
  }

  async function logInWithCard(call: Call, credentials: NhiCardCredentials): Promise<Response> {
    const { embedder, scopes } = embedders.directPlace(call.headers.get('Origin'));
    const caller = await authentication.caller(call);
    const { key } = caller;
    const reading = await readings.accept(credentials, caller);
    const { nationalId, cardNumber, bridge } = reading;
    const attempt = attempts.begin(nationalId, cardNumber);
    const account = accounts.find(nationalId);
    if (account?.cardNumber !== cardNumber || account.password !== credentials.password)
      throw attempt.failed();
    attempt.succeeded();
    requireActive(account);
    const known = bridge === null ? undefined : account.readers.get(bridge);
    const isKnown = reading.assurance === 'card-read' && known !== undefined && known.expiresAt > clock();
    if (isKnown) known.lastUsedAt = clock();
    const assurance = isKnown ? 'card-read-confirmed' : reading.assurance;
    const grant = { account, key, assurance, embedder, scopes };
    return isAtLeast(assurance, minimumAssurance)
      ? opened(open(grant, false))
      : askForCode(
          { ...grant, assurance: 'card-read-confirmed' },
          { bridge: reading.assurance === 'card-read' ? bridge : null, bindsCertificate: false },
        );
  }

  /** Every signature is accepted, because there is no authority to verify certificates. */
  async function logInWithCertificate(call: Call, credentials: CertificateCredentials): Promise<Response> {
    if (!service.loginMethods.includes('certificate'))
      throw new MhbError('login-method-unavailable', 'No certificates are accepted here');
    const { embedder, scopes } = embedders.directPlace(call.headers.get('Origin'));
    const caller = await authentication.caller(call);
    const { key } = caller;
    readings.consume(credentials.nonce, caller);
    const nationalId = normalizeNationalId(credentials.nationalId);
    const attempt = attempts.begin(nationalId, `certificate:${nationalId}`);
    const account = accounts.find(nationalId);
    if (account === undefined) throw attempt.failed();
    attempt.succeeded();
    requireActive(account);
    const grant = { account, key, assurance: 'certificate', embedder, scopes } as const;
    // The certificate contains only four digits of the ID. At the first login, a code sent to the mobile number
    // confirms that the certificate belongs to this person.
    return account.certificate || account.contact === null
      ? opened(open(grant, !account.certificate))
      : askForCode(grant, { bridge: null, bindsCertificate: true });
  }

  return {
    'POST /v1/challenges': async (call) =>
      json<'POST /v1/challenges'>(201, readings.challenge(await authentication.caller(call))),

    'POST /v1/sessions': (call) => {
      const credentials = read<'POST /v1/sessions'>(call, loginCredentials);
      if (credentials.method === 'passkey')
        throw new MhbError('login-method-unavailable', 'No passkeys are accepted here');
      return credentials.method === 'certificate'
        ? logInWithCertificate(call, credentials)
        : logInWithCard(call, credentials);
    },

    'POST /v1/sessions/confirmations': async (call) => {
      const confirmation = read<'POST /v1/sessions/confirmations'>(
        call,
        shape({ handle: secret, code, rememberReader: isBoolean }),
      );
      embedders.directPlace(call.headers.get('Origin'));
      const key = await authentication.proofOfLogin(call);
      const login = unconfirmed.get(confirmation.handle);
      if (login?.key !== key) throw new MhbError('code-expired', 'No such login');
      login.code.check(confirmation.code);
      unconfirmed.delete(confirmation.handle);
      if (confirmation.rememberReader && login.bridge !== null) {
        const now = clock();
        const times = { addedAt: now, lastUsedAt: now, expiresAt: later(now, READER_LIFETIME) };
        login.account.readers.set(login.bridge, { id: crypto.randomUUID(), ...times });
      }
      return opened(open(login, login.bindsCertificate));
    },

    'GET /v1/sessions': async (call) => {
      const current = await authentication.session(call, 'activity');
      return json<'GET /v1/sessions'>(200, {
        sessions: sessions.list(current.account).map((session) => ({
          id: session.id,
          current: session === current,
          assurance: session.assurance,
          passkey: false,
          representative:
            session.representation === undefined
              ? null
              : maskName(session.representation.representative.name),
          embedder: embedders.nameOf(session.embedder),
          openedAt: session.openedAt.toISOString(),
          lastUsedAt: session.lastUsedAt.toISOString(),
        })),
      });
    },

    'DELETE /v1/sessions': async (call) => {
      const session = await authentication.session(call, 'activity');
      sessions.closeAll(session.account);
      activity.record('session.close', session.account, session, 'all');
      return empty(204);
    },

    'GET /v1/sessions/current': async (call) =>
      jsonOf<Session>(200, sessions.view(await authentication.session(call, null))),

    'POST /v1/sessions/current/tokens': async (call) =>
      json<'POST /v1/sessions/current/tokens'>(201, sessions.openedView(await authentication.renewal(call))),

    'DELETE /v1/sessions/current': async (call) => {
      const session = await authentication.leaving(call);
      sessions.close(session.id);
      activity.record('session.close', session.account, session);
      return empty(204);
    },

    'DELETE /v1/sessions/{id}': async (call) => {
      const session = await authentication.session(call, 'activity');
      if (!sessions.list(session.account).some(({ id }) => id === call.id))
        throw new MhbError('not-found', 'This person has no such session');
      sessions.close(call.id);
      activity.record('session.close', session.account, session, call.id);
      return empty(204);
    },
  } satisfies Handlers;
}
