import { generateKeyPair, generateProof } from 'dpop';
import { createGatewayClient } from '@mhb-kit/core/gateway';
import { isNationalId } from '@mhb-kit/core/identity';

/** @param {number} index */
function nationalIdOf(index) {
  const start = `A1${String(index).padStart(7, '0')}`;
  return start + ([...'0123456789'].find((last) => isNationalId(start + last)) ?? '');
}

/** The person that `gateway.mjs` enrolled under a number. @param {number} index */
export const personOf = (index) => ({
  nationalId: nationalIdOf(index),
  cardNumber: String(index).padStart(12, '0'),
  password: 'secret88',
});

/** @param {string} url @param {number} index */
export async function logIn(url, index) {
  const client = createGatewayClient({ baseUrl: url });
  const { nonce } = await client.challenge();
  await client.login({ method: 'nhi-card', ...personOf(index), nonce, attestation: null });
  return client;
}

/**
 * A session whose token and key are at hand, to make proofs beforehand.
 * @param {string} url @param {number} index
 */
export async function openSession(url, index) {
  const keys = await generateKeyPair('ES256');
  const send = async (
    /** @type {string} */ path,
    /** @type {string | undefined} */ nonce,
    /** @type {object} */ body,
  ) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        DPoP: await generateProof(keys, `${url}${path}`, 'POST', nonce),
      },
      body: JSON.stringify(body),
    });
  const { nonce } = await (await fetch(`${url}/v1/challenges`, { method: 'POST' })).json();
  const credentials = { method: 'nhi-card', ...personOf(index), nonce, attestation: null };
  const refused = await send('/v1/sessions', undefined, credentials);
  const proofNonce = refused.headers.get('dpop-nonce') ?? undefined;
  const { nonce: again } = await (await fetch(`${url}/v1/challenges`, { method: 'POST' })).json();
  const answer = await (await send('/v1/sessions', proofNonce, { ...credentials, nonce: again })).json();
  const accessToken = answer.accessToken;
  return {
    /** Headers of a call, good for one. @param {string} target @param {string} path */
    headers: async (target, path) => ({
      Authorization: `DPoP ${accessToken}`,
      DPoP: await generateProof(keys, `${target}${path}`, 'GET', proofNonce, accessToken),
    }),
  };
}

/** Runs jobs, so many at a time. @template T @param {readonly T[]} items @param {number} lanes @param {(item: T) => Promise<unknown>} work */
export async function inLanes(items, lanes, work) {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
}
