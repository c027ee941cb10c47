import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { Agent, request } from 'node:http';
import { isNationalId } from '@mhb-kit/core/identity';

const agent = new Agent({ keepAlive: true });

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

/**
 * A session of a person at low cost, so that the server is measured: proofs with Node's own crypto, calls
 * with its own HTTP client.
 * @param {string} url @param {number} index
 */
export async function openSession(url, index) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const encode = (/** @type {object} */ value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = encode({ typ: 'dpop+jwt', alg: 'ES256', jwk: publicKey.export({ format: 'jwk' }) });
  /** @type {string | undefined} */
  let nonce;
  /** @type {string | undefined} */
  let accessToken;

  /**
   * Headers of one call. @param {string} target @param {string} path @param {string} [method] @returns
   * {Record<string, string>}
   */
  function headers(target, path, method = 'GET') {
    const ath =
      accessToken === undefined ? {} : { ath: createHash('sha256').update(accessToken).digest('base64url') };
    const claims = {
      jti: randomUUID(),
      htm: method,
      htu: target + path,
      iat: Math.floor(Date.now() / 1_000),
    };
    const signed = `${head}.${encode({ ...claims, nonce, ...ath })}`;
    const mark = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return {
      DPoP: `${signed}.${mark.toString('base64url')}`,
      ...(accessToken === undefined ? {} : { Authorization: `DPoP ${accessToken}` }),
    };
  }

  /**
   * @param {string} method @param {string} path @param {object} [body] @param {Record<string, string>} [more]
   * @returns {Promise<{ status: number, text: string }>}
   */
  const call = (method, path, body, more) =>
    new Promise((resolve, reject) => {
      const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
      const calling = request(
        url + path,
        { agent, method, headers: { ...headers(url, path, method), ...json, ...more } },
        (response) => {
          const given = response.headers['dpop-nonce'];
          if (typeof given === 'string') nonce = given;
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (piece) => (text += piece));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        },
      );
      calling.on('error', reject);
      calling.end(body === undefined ? undefined : JSON.stringify(body));
    });
  /**
   * The answers of the calls below, all in one type.
   * @param {Parameters<typeof call>} given
   * @returns {Promise<{ nonce: string, accessToken: string, id: string, byteLength: number, categories: readonly { id: string }[] }>}
   */
  const json = async (...given) => {
    const { status, text } = await call(...given);
    if (status >= 300) throw new Error(`${given[0]} ${given[1]}: ${status} ${text}`);
    return JSON.parse(text);
  };

  // The first answer refuses, and contains the nonce.
  await call('POST', '/v1/sessions', {});
  const { nonce: challenge } = await json('POST', '/v1/challenges');
  const credentials = { method: 'nhi-card', ...personOf(index), nonce: challenge, attestation: null };
  ({ accessToken } = await json('POST', '/v1/sessions', credentials));

  return {
    headers,
    /** @returns {Promise<readonly { id: string }[]>} */
    catalogue: async () => (await json('GET', '/v1/catalogue')).categories,
    /** Creates a request and waits, with its events, until it is completed; returns its id. */
    async completeRequest() {
      const { id } = await json('POST', '/v1/requests', undefined, { 'Idempotency-Key': randomUUID() });
      const { text } = await call('GET', `/v1/requests/${id}/events`);
      if (!text.includes('"status":"completed"')) throw new Error(`Not completed: ${text}`);
      return id;
    },
    /** @param {string} id @param {readonly { category: string }[]} selection @returns {Promise<{ id: string, byteLength: number }>} */
    seal: (id, selection) => json('POST', `/v1/requests/${id}/archives`, { selection }),
  };
}

/** @typedef {Awaited<ReturnType<typeof openSession>>} Visitor */

/**
 * Runs jobs with limited concurrency. @template T @param {readonly T[]} items @param {number} lanes @param
 * {(item: T) => Promise<unknown>} work
 */
export async function inLanes(items, lanes, work) {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
}
