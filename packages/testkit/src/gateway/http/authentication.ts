import { MhbError } from '@mhb-kit/core/error';
import type { SessionScope } from '@mhb-kit/core/gateway';
import type { Caller } from '../state/card-readings.js';
import type { Embedders } from '../state/embedders.js';
import type { Proofs } from '../state/proofs.js';
import type { OpenSession, Sessions } from '../state/sessions.js';
import type { Call } from './router.js';

/**
 * Returns the origin of the page that runs this gateway. That origin counts as the gateway's own, and calls from
 * the page name no origin.
 */
const pageOrigin = (): string | null => globalThis.location?.origin ?? null;

/** Identifies the caller, by a proof when logging in and by a proof and a token afterward. */
export class Authentication {
  readonly #proofs: Proofs;
  readonly #sessions: Sessions;
  readonly #embedders: Embedders;

  constructor(proofs: Proofs, sessions: Sessions, embedders: Embedders) {
    this.#proofs = proofs;
    this.#sessions = sessions;
    this.#embedders = embedders;
  }

  /** Returns the thumbprint of the key that a new session will be bound to. */
  proofOfLogin({ headers, method, url }: Call): Promise<string> {
    return this.#proofs.verify(headers.get('DPoP'), { method, url });
  }

  /** Returns the caller that requests or uses a challenge. */
  async caller(call: Call): Promise<Caller> {
    const key = await this.proofOfLogin(call);
    return { key, origin: call.headers.get('Origin') ?? pageOrigin() ?? this.#embedders.ownOrigin };
  }

  /**
   * @param scope The scope that the session must have; `null` if no particular scope is needed.
   * @param encryptionKey The thumbprint of the key in the body to which the response is encrypted; the proof must
   *   contain the thumbprint.
   * @throws {MhbError} `not-signed-in`, `proof-refused`, `session-expired`, `token-expired`, `scope-missing`
   */
  async session(call: Call, scope: SessionScope | null, encryptionKey?: string): Promise<OpenSession> {
    const { token, key } = await this.#present(call, encryptionKey);
    const session = this.#ofItsWebsite(call, this.#sessions.resume(token, key));
    if (scope !== null && !session.scopes.includes(scope))
      throw new MhbError('scope-missing', 'The session does not have the required scope', {
        details: { scope },
      });
    return session;
  }

  /** Returns the session of a call that logs out. A token that has to be renewed is also accepted. */
  async leaving(call: Call): Promise<OpenSession> {
    const { token, key } = await this.#present(call);
    return this.#ofItsWebsite(call, this.#sessions.resume(token, key, true));
  }

  async renewal(call: Call): Promise<OpenSession> {
    const { token, key } = await this.#present(call);
    this.#ofItsWebsite(call, this.#sessions.resume(token, key, true));
    return this.#sessions.renew(token, key);
  }

  async #present(
    { headers, method, url }: Call,
    encryptionKey?: string,
  ): Promise<{ readonly token: string; readonly key: string }> {
    const token = /^DPoP ([\w-]{43})$/i.exec(headers.get('Authorization') ?? '')?.[1];
    if (token === undefined) throw new MhbError('not-signed-in', 'No access token of type DPoP');
    const key = await this.#proofs.verify(headers.get('DPoP'), {
      method,
      url,
      accessToken: token,
      ...(encryptionKey === undefined ? {} : { encryptionKey }),
    });
    return { token, key };
  }

  #ofItsWebsite({ headers }: Call, session: OpenSession): OpenSession {
    const origin = headers.get('Origin');
    if (origin !== null && (this.#embedders.ofOrigin(origin)?.id ?? null) !== session.embedder)
      throw new MhbError('session-expired', 'The session belongs to another website');
    return session;
  }
}
