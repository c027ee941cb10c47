import { Agent, request as httpRequest } from 'node:http';
import { inLanes } from './visitors.mjs';

const agent = new Agent({ keepAlive: true });

/**
 * One GET whose body is read completely. @param {string} url @param {Record<string, string>} headers @returns
 * {Promise<number>}
 */
export const get = (url, headers) =>
  new Promise((resolve, reject) => {
    httpRequest(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${response.statusCode}`));
      let bytes = 0;
      response.on('data', (/** @type {Buffer} */ chunk) => (bytes += chunk.length));
      response.on('end', () => resolve(bytes));
    })
      .on('error', reject)
      .end();
  });

/**
 * Requests a server's list of requests a number of times, 16 in parallel. Proofs are created in advance.
 * @param {{ url: string, usage: () => Promise<{ cpuMs: number }> }} server
 * @param {import('./visitors.mjs').Visitor} session
 * @param {number} count
 * @returns {Promise<{ cpu: number, wall: number }>} processor time of the server and elapsed time, in
 *   milliseconds per call
 */
export async function measureLists(server, session, count) {
  const calls = [];
  for (let index = 0; index < count; index += 1) calls.push(session.headers(server.url, '/v1/requests'));
  const before = await server.usage();
  const begun = performance.now();
  await inLanes(calls, 16, (headers) => get(`${server.url}/v1/requests`, headers));
  const wall = performance.now() - begun;
  const after = await server.usage();
  return { cpu: (after.cpuMs - before.cpuMs) / count, wall: wall / count };
}
