import { generateKeyPairSync, sign } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * `node person.mjs LINK ACTION …`: what a person does in the window of the bridge, from a browser that the link of
 * `mhb-card-bridge pair` registers. `update` waits until another version answers. Prints each answer as a line of JSON.
 */

const [link = '', ...actions] = process.argv.slice(2);
const { host, hash } = new URL(link);
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** @param {string} path @param {object} body */
const post = (path, body) =>
  fetch(`http://${host}${path}`, {
    method: 'POST',
    headers: { origin: `http://${host}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const admitted = await post('/ui/admit', {
  ticket: hash.slice(1),
  publicJwk: publicKey.export({ format: 'jwk' }),
});
if (!admitted.ok) throw new Error(`The link is not accepted: ${admitted.status}`);
const { id: browser } = /** @type {{ id: string }} */ (await admitted.json());

/** @param {string} action */
async function act(action) {
  const text = JSON.stringify({ action, language: 'en', at: Date.now(), host });
  const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  const answer = await post('/ui/act', { browser, text, signature: signature.toString('base64url') });
  return {
    status: answer.status,
    .../** @type {Record<string, unknown>} */ (await answer.json().catch(() => ({}))),
  };
}

for (const action of actions) {
  if (action !== 'update') {
    console.log(JSON.stringify({ action, ...(await act(action)) }));
    continue;
  }
  const { version } = await act('overview');
  // The list of releases may not have been fetched yet.
  let offered = null;
  for (let attempt = 0; attempt < 50 && typeof offered !== 'string'; attempt++) {
    offered = (await act('overview')).update;
    await delay(200);
  }
  const started = performance.now();
  const answer = await act('update');
  let running = version;
  for (let attempt = 0; attempt < 300 && running === version; attempt++) {
    await delay(200);
    running = (await act('overview').catch(() => ({ version }))).version ?? version;
  }
  const seconds = Math.round(performance.now() - started) / 1000;
  console.log(JSON.stringify({ action, offered, ...answer, before: version, after: running, seconds }));
}
