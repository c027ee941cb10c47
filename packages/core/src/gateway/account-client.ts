import { loadedOnCall } from '../load-module.js';
import type { AccountClient } from './account-contract.js';
import { withoutTrailingSlashes } from './base-url.js';
import type { GatewayClientOptions } from './client.js';
import { createProofKey } from './proof-key.js';
import { createTransport } from './transport.js';

/**
 * Creates a client for registration, confirmation and forgotten passwords. Its only state is the key to which a
 * challenge is bound. The calls are loaded when the first of them is made, because most people only log in.
 */
export function createAccountClient({ baseUrl, fetch }: GatewayClientOptions): AccountClient {
  const transport = createTransport({
    baseUrl: withoutTrailingSlashes(baseUrl),
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    proofKey: createProofKey(),
    accessToken: () => null,
  });
  return loadedOnCall(
    async () => (await import('./registration-calls.js')).createRegistrationCalls(transport),
    [
      'challenge',
      'register',
      'resendConfirmation',
      'openConfirmation',
      'confirm',
      'requestPasswordReset',
      'choosePassword',
      'confirmEmail',
      'beginRecovery',
      'confirmRecovery',
      'requestMobileRecovery',
      'openMobileRecovery',
      'confirmMobileRecovery',
      'suspend',
    ],
  );
}
