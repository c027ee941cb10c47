import type { FastifyRequest } from 'fastify';
import { MhbError } from '@mhb-kit/core/error';
import type { SessionScope } from '@mhb-kit/core/gateway';
import type { Caller } from '../sessions/challenges.js';
import type { Proofs } from '../sessions/proofs.js';
import type { ActiveSession, OpenedSession, Sessions } from '../sessions/sessions.js';
import type { CallPace } from './call-pace.js';
import type { Embedders } from '../embedders/embedders.js';

export interface Authentication {
  /** Verifies the proof of a login, and returns the thumbprint of its key. */
  proofOfLogin(request: FastifyRequest): Promise<string>;
  /**
   * Identifies a caller who requests or uses a challenge. @throws {MhbError} `proof-refused`,
   * `proof-nonce-required`
   */
  caller(request: FastifyRequest): Promise<Caller>;
  /**
   * Returns the session of a request, identified by its token and the proof bound to it.
   * @param scope What the session must be allowed to do; `null` requires no particular scope.
   * @param encryptionKey Thumbprint of the key in the body with which the response is encrypted; the proof must
   * contain it.
   * @throws {MhbError} `not-signed-in`, `proof-refused`, `session-expired`, `token-expired`, `scope-missing`
   */
  session(
    request: FastifyRequest,
    scope: SessionScope | null,
    encryptionKey?: string,
  ): Promise<ActiveSession>;
  /** Like `session`, but also accepts an expired token, so that people can always log out. */
  leaving(request: FastifyRequest): Promise<ActiveSession>;
  renewal(request: FastifyRequest): Promise<OpenedSession>;
}

/**
 * @param publicUrl returns the origin that browsers use, regardless of the proxy
 * @param representationCounts returns whether a representation is still valid; called for every call in a
 * representative's session
 */
export function createAuthentication(
  proofs: Proofs,
  sessions: Sessions,
  embedders: Embedders,
  publicUrl: () => string,
  callPace: Pick<CallPace, 'opened'>,
  representationCounts: (representationId: string) => Promise<boolean>,
): Authentication {
  const expectation = (request: FastifyRequest): { method: string; url: string } => ({
    method: request.method,
    url: `${publicUrl()}${request.url.split('?', 1)[0]}`,
  });
  const proofOf = ({ headers: { dpop } }: FastifyRequest): string | undefined =>
    typeof dpop === 'string' ? dpop : undefined;

  async function present(
    request: FastifyRequest,
    encryptionKey?: string,
  ): Promise<{ accessToken: string; thumbprint: string }> {
    const accessToken = /^DPoP ([\w-]{43})$/i.exec(request.headers.authorization ?? '')?.[1];
    if (accessToken === undefined) throw new MhbError('not-signed-in', 'No access token of type DPoP');
    const thumbprint = await proofs.verify(proofOf(request), {
      ...expectation(request),
      accessToken,
      ...(encryptionKey === undefined ? {} : { encryptionKey }),
    });
    return { accessToken, thumbprint };
  }

  async function resume(
    request: FastifyRequest,
    stale: boolean,
    encryptionKey?: string,
  ): Promise<ActiveSession> {
    const { accessToken, thumbprint } = await present(request, encryptionKey);
    const session = await sessions.resume(accessToken, thumbprint, stale);
    requireItsWebsite(request, session);
    await requireRepresentation(session);
    callPace.opened(request.headers.authorization ?? '');
    return session;
  }

  /** Throws if a page of another website uses the session, even if that page has the session's key. */
  function requireItsWebsite({ headers: { origin } }: FastifyRequest, { embedder }: ActiveSession): void {
    if (origin !== undefined && (embedders.ofOrigin(origin)?.id ?? null) !== embedder)
      throw new MhbError('session-expired', 'The session belongs to another website');
  }

  async function requireRepresentation({ representationId }: ActiveSession): Promise<void> {
    if (representationId !== null && !(await representationCounts(representationId)))
      throw new MhbError('session-expired', 'The representation has ended');
  }

  const proofOfLogin = (request: FastifyRequest): Promise<string> =>
    proofs.verify(proofOf(request), expectation(request));

  return {
    proofOfLogin,
    caller: async (request) => ({
      keyThumbprint: await proofOfLogin(request),
      origin: request.headers.origin ?? publicUrl(),
    }),
    async session(request, scope, encryptionKey) {
      const session = await resume(request, false, encryptionKey);
      if (scope !== null && !session.scopes.includes(scope)) {
        throw new MhbError('scope-missing', 'The session does not have the required scope', {
          details: { scope },
        });
      }
      return session;
    },
    leaving: (request) => resume(request, true),
    async renewal(request) {
      const { accessToken, thumbprint } = await present(request);
      const session = await sessions.resume(accessToken, thumbprint, true);
      requireItsWebsite(request, session);
      await requireRepresentation(session);
      return sessions.renew(accessToken, thumbprint);
    },
  };
}
