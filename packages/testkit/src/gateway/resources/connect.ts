import { MhbError } from '@mhb-kit/core/error';
import type { SessionAssurance, SessionScope } from '@mhb-kit/core/gateway';
import { json } from '../http/answers.js';
import { read, secret, shape, text } from '../http/body.js';
import type { Handlers } from '../http/router.js';
import type { Account } from '../state/accounts.js';
import type { Embedder } from '../state/embedders.js';
import { sha256Base64url } from '../state/hashes.js';
import { newSecret } from '../state/secrets.js';
import { later, MINUTE } from '../state/time.js';
import type { Parts } from './parts.js';

const CODE_LIFETIME = MINUTE;

/** A website's request in connect mode (RFC 6749 §4.1, RFC 7636, RFC 9449 §10). */
interface Authorization {
  readonly embedder: Required<Embedder>;
  readonly redirectUri: string;
  readonly scopes: readonly SessionScope[];
  readonly state: string;
  readonly codeChallenge: string;
  readonly key: string;
}

interface IssuedCode extends Authorization {
  readonly account: Account;
  readonly assurance: SessionAssurance;
  readonly expiresAt: Date;
  sessionId: string | null;
}

/** Responds to requests in connect mode. `allow` does what the gateway's own page does when the person agrees. */
export interface Connect {
  /** Issues a code and returns the redirect address. @throws {MhbError} `connect-failed` */
  allow(query: string, account: Account, assurance: SessionAssurance): string;
  /**
   * Returns the redirect address for a person who does not agree.
   * @throws {MhbError} `connect-failed`
   */
  refuse(query: string): string;
  readonly codes: ReadonlyMap<string, IssuedCode>;
}

export function createConnect({ clock, embedders, origin }: Parts): Connect {
  const codes = new Map<string, IssuedCode>();

  function readAuthorization(query: string): Authorization {
    const parameters = new URLSearchParams(query);
    const one = (name: string): string => {
      const [value, ...more] = parameters.getAll(name);
      if (value === undefined || more.length > 0)
        throw new MhbError('connect-failed', `Not exactly one ${name}`);
      return value;
    };
    const embedder = embedders.find(one('client_id'));
    const redirectUri = one('redirect_uri');
    if (embedder?.login.includes('connect') !== true || !embedder.redirectUris.includes(redirectUri))
      throw new MhbError('connect-failed', 'The website or its redirect URI is not registered');
    const words = one('scope').split(' ');
    const scopes = embedder.scopes.filter((scope) => words.includes(scope));
    if (
      one('response_type') !== 'code' ||
      one('code_challenge_method') !== 'S256' ||
      scopes.length !== new Set(words).size
    )
      throw new MhbError('connect-failed', 'This gateway does not support this authorization request');
    return {
      embedder,
      redirectUri,
      scopes,
      state: one('state'),
      codeChallenge: one('code_challenge'),
      key: one('dpop_jkt'),
    };
  }

  /** Returns the redirect address with the response, which names its issuer (RFC 9207). */
  function answerAddress(
    { redirectUri, state }: Authorization,
    answer: Readonly<Record<string, string>>,
  ): string {
    const address = new URL(redirectUri);
    for (const [name, value] of Object.entries({ ...answer, state, iss: origin }))
      address.searchParams.set(name, value);
    return address.href;
  }

  return {
    codes,
    allow(query, account, assurance) {
      const authorization = readAuthorization(query);
      const code = newSecret();
      const expiresAt = later(clock(), CODE_LIFETIME);
      codes.set(code, { ...authorization, account, assurance, expiresAt, sessionId: null });
      return answerAddress(authorization, { code });
    },
    refuse: (query) => answerAddress(readAuthorization(query), { error: 'access_denied' }),
  };
}

export function connectOperations(parts: Parts, { allow, codes }: Connect) {
  const { clock, activity, authentication, embedders, origin, sessions } = parts;
  return {
    'POST /v1/connect/codes': async (call) => {
      const { query } = read<'POST /v1/connect/codes'>(call, shape({ query: text(2048) }));
      const session = await authentication.session(call, 'account');
      if (session.embedder !== null || call.headers.get('Origin') !== origin)
        throw new MhbError('scope-missing', "Only the gateway's own page can grant a request");
      const location = allow(query, session.account, session.assurance);
      activity.record('connect.grant', session.account, session);
      sessions.close(session.id);
      return json<'POST /v1/connect/codes'>(201, { location });
    },

    'POST /v1/connect/tokens': async (call) => {
      const redemption = read<'POST /v1/connect/tokens'>(
        call,
        shape({ clientId: text(64), redirectUri: text(2048), code: secret, codeVerifier: text(128) }),
      );
      const { clientId, redirectUri, code, codeVerifier } = redemption;
      const key = await authentication.proofOfLogin(call);
      const failed = new MhbError('connect-failed', 'The code is not valid');
      const website = call.headers.get('Origin');
      if (website !== null && embedders.ofOrigin(website)?.id !== clientId) throw failed;
      const issued = codes.get(code);
      if (issued === undefined) throw failed;
      // A second use of the code means that it was stolen, so the session that was opened with it ends.
      if (issued.sessionId !== null) {
        sessions.close(issued.sessionId);
        throw failed;
      }
      const isRight =
        issued.expiresAt > clock() &&
        issued.embedder.id === clientId &&
        issued.redirectUri === redirectUri &&
        issued.key === key &&
        issued.codeChallenge === (await sha256Base64url(codeVerifier));
      if (!isRight) throw failed;
      const { account, assurance, embedder, scopes } = issued;
      const session = sessions.open({ account, assurance, embedder: embedder.id, scopes, key });
      issued.sessionId = session.id;
      activity.record('session.open', account, session);
      return json<'POST /v1/connect/tokens'>(201, sessions.openedView(session), {
        Location: '/v1/sessions/current',
      });
    },
  } satisfies Handlers;
}
