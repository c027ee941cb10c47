import type { FastifyRequest } from 'fastify';
import { MhbError } from '@mhb-kit/core/error';
import type { Proofs } from '../sessions/proofs.js';
import type { ActiveSession, Sessions } from '../sessions/sessions.js';

export interface Authentication {
  /** The key thumbprint of a login's proof. */
  proofOfLogin(request: FastifyRequest): Promise<string>;
  /** The session of a request, by its token and the proof bound to it. */
  session(request: FastifyRequest): Promise<ActiveSession>;
}

/** `publicUrl` gives the origin that browsers use, behind whatever proxy. */
export function createAuthentication(
  proofs: Proofs,
  sessions: Sessions,
  publicUrl: () => string,
): Authentication {
  const expectation = (request: FastifyRequest): { method: string; url: string } => ({
    method: request.method,
    url: `${publicUrl()}${request.url.split('?', 1)[0]}`,
  });
  const proofOf = ({ headers: { dpop } }: FastifyRequest): string | undefined =>
    typeof dpop === 'string' ? dpop : undefined;

  return {
    proofOfLogin: (request) => proofs.verify(proofOf(request), expectation(request)),
    async session(request) {
      const accessToken = /^DPoP ([\w-]{43})$/i.exec(request.headers.authorization ?? '')?.[1];
      if (accessToken === undefined) throw new MhbError('not-signed-in', 'No access token of type DPoP');
      const thumbprint = await proofs.verify(proofOf(request), { ...expectation(request), accessToken });
      return sessions.resume(accessToken, thumbprint);
    },
  };
}
