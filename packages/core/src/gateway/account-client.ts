import type { AccountClient, OpenedApplication } from './account-contract.js';
import type { GatewayClientOptions } from './client.js';
import type { CallOptions } from './contract.js';
import type { Challenge } from './login-contract.js';
import { createProofKey } from './proof-key.js';
import { createTransport } from './transport.js';

/** A client for registering, confirming and forgotten passwords. Holds no state. */
export function createAccountClient({ baseUrl, fetch }: GatewayClientOptions): AccountClient {
  const transport = createTransport({
    baseUrl: baseUrl.replace(/\/+$/, ''),
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    proofKey: createProofKey(),
    accessToken: () => null,
  });
  const post = (path: string, body: unknown, { signal }: CallOptions = {}): Promise<Response> =>
    transport({ method: 'POST', path, body, authentication: 'none', signal });

  return {
    async challenge(options) {
      return (await (await post('/v1/challenges', undefined, options)).json()) as Challenge;
    },
    async register(application, options) {
      await post('/v1/registrations', application, options);
    },
    async resendConfirmation(card, options) {
      await post('/v1/registrations/reminders', card, options);
    },
    async openConfirmation(ticket, options) {
      return (await (
        await post('/v1/registrations/openings', { ticket }, options)
      ).json()) as OpenedApplication;
    },
    async confirm(confirmation, options) {
      await post('/v1/registrations/confirmations', confirmation, options);
    },
    async requestPasswordReset(card, options) {
      await post('/v1/password-resets', card, options);
    },
    async choosePassword(choice, options) {
      await post('/v1/password-resets/completions', choice, options);
    },
    async confirmEmail(ticket, options) {
      await post('/v1/email-confirmations', { ticket }, options);
    },
  };
}
