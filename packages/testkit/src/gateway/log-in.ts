import type { GatewayClient, Session } from '@mhb-kit/core/gateway';
import type { InventedPerson } from '../people/index.js';

/**
 * Logs a person in with card and password, for a test that begins there: what the login box does, without a reader.
 * @throws {MhbError} what the login is refused with
 * @throws {Error} when the gateway asks for a code
 */
export async function logIn(
  client: GatewayClient,
  person: Pick<InventedPerson, 'nationalId' | 'password' | 'card'>,
): Promise<Session> {
  const { nonce } = await client.challenge();
  const { nationalId, password, card } = person;
  const { cardNumber } = card;
  const answer = await client.login({
    method: 'nhi-card',
    nationalId,
    cardNumber,
    password,
    nonce,
    attestation: null,
  });
  if (answer.status === 'code-required')
    throw new Error('The gateway asks for a code: set minimumAssurance to card-read, or use confirmLogin');
  return answer.session;
}
