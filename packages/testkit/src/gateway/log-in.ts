import type { GatewayClient, Session } from '@mhb-kit/core/gateway';
import type { InventedPerson } from '../people/index.js';

/**
 * Logs a person in with card and password, as the login box does, but without a card reader. This is for tests
 * that start with the person logged in.
 * @throws {MhbError} if the login fails
 * @throws {Error} if the gateway requires a code
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
    throw new Error('The gateway requires a code; set minimumAssurance to card-read, or use confirmLogin');
  return answer.session;
}
