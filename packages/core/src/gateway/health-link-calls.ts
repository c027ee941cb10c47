import type { GatewayClient, ManagementOptions } from './contract.js';
import type { AnswerOf, Operation } from './operations.js';
import type { Call, Transport } from './transport.js';

type HealthLinkCalls = Pick<
  GatewayClient,
  'createHealthLink' | 'healthLinks' | 'healthLink' | 'revokeHealthLink' | 'relayHealthLink'
>;

/**
 * The time limit for creating a link, which includes encryption and an upload over a possibly slow connection.
 */
const UPLOAD_LIMIT_MS = 120_000;
/** The time limit for opening a link through the gateway, which has to wait for another server. */
const RELAY_LIMIT_MS = 60_000;

/** Creates the calls for sharing data by link and for opening received links. */
export function createHealthLinkCalls(
  call: Transport,
  json: <O extends Operation>(call: Call<O>) => Promise<AnswerOf<O>>,
): HealthLinkCalls {
  return {
    createHealthLink: (body, { signal } = {}) =>
      json({ operation: 'POST /v1/health-links', body, signal, timeLimitMs: UPLOAD_LIMIT_MS }),
    async healthLinks({ signal } = {}) {
      const { healthLinks } = await json({ operation: 'GET /v1/health-links', signal });
      return healthLinks;
    },
    healthLink: (id, options = {}) =>
      json({ operation: 'GET /v1/health-links/{id}', id, ...managing(options) }),
    async revokeHealthLink(id, options = {}) {
      await call({ operation: 'DELETE /v1/health-links/{id}', id, ...managing(options) });
    },
    async relayHealthLink(body, { signal } = {}) {
      const { files } = await json({
        operation: 'POST /v1/health-link-relays',
        body,
        authentication: 'none',
        timeLimitMs: RELAY_LIMIT_MS,
        signal,
      });
      return files;
    },
  };
}

const managing = ({ signal, managementKey }: ManagementOptions) =>
  managementKey === undefined
    ? { signal }
    : { signal, authentication: 'none' as const, headers: { 'Management-Key': managementKey } };
