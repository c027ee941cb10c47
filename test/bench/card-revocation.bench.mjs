import { randomBytes } from 'node:crypto';
import { parseCertificate, revocationLists } from '@mhb-kit/core/card/verify-cdc';
import { createTestPki } from '@mhb-kit/testkit/authority';

/**
 * Reading a revocation list as long as MOICA's in a process that serves logins: how long it takes, and the
 * maximum delay of a login during it.
 */

/** MOICA-G2's complete list of 2026-08-03. */
const REVOKED = 362_022;
/** The delay that a person does not notice. */
const ALLOWED_PAUSE_MS = 100;
/** Once a day, and with the first login after a start. */
const ALLOWED_MS = 1_000;
const ROUNDS = 5;

/** DER: tag, length in four bytes, contents. @param {number} tag @param {...Buffer} parts */
function der(tag, ...parts) {
  const body = Buffer.concat(parts);
  if (body.length < 128) return Buffer.concat([Buffer.of(tag, body.length), body]);
  const length = Buffer.alloc(5, 0x84);
  length.writeUInt32BE(body.length, 1);
  return Buffer.concat([Buffer.of(tag), length, body]);
}
/** @param {number} ms */
const utcTime = (ms) =>
  der(
    0x17,
    Buffer.from(
      new Date(ms)
        .toISOString()
        .replace(/[-:T]|\.\d+/g, '')
        .slice(2),
    ),
  );
const SHA256_WITH_RSA = der(0x30, Buffer.from('06092a864886f70d01010b0500', 'hex'));
/** Reason "superseded", as an extension of an entry. */
const REASON = der(0x30, der(0x30, Buffer.from('0603551d1504030a0104', 'hex')));

/** @param {import('@mhb-kit/testkit/authority').TestAuthority} authority */
async function longList({ certificate, privateKey }) {
  const now = Date.now();
  const revokedAt = utcTime(now);
  const entries = Array.from({ length: REVOKED }, () => {
    const serial = randomBytes(16);
    serial[0] = 1;
    return der(0x30, der(0x02, serial), revokedAt, REASON);
  });
  const issuer = Buffer.from(parseCertificate(certificate).subject.toSchema().toBER());
  const times = [utcTime(now - 3_600_000), utcTime(now + 86_400_000)];
  const tbs = der(
    0x30,
    ...[der(0x02, Buffer.of(1)), SHA256_WITH_RSA, issuer, ...times],
    der(0x30, Buffer.concat(entries)),
  );
  const signature = Buffer.from(
    await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, Uint8Array.from(tbs)),
  );
  return der(0x30, tbs, SHA256_WITH_RSA, der(0x03, Buffer.of(0), signature));
}

/** @type {import('./run.mjs').Bench[]} */
export const benches = [
  {
    name: 'card-revocation',
    async run() {
      const pki = await createTestPki();
      const [, authority] = pki.generations;
      const list = await longList(authority);
      const authorities = { roots: pki.roots, intermediates: [authority.certificate] };
      const took = [];
      const pauses = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const lists = revocationLists({ authorities, download: () => Promise.resolve(list) });
        let longest = 0;
        let last = performance.now();
        const watch = setInterval(() => {
          const now = performance.now();
          longest = Math.max(longest, now - last);
          last = now;
        }, 1);
        const started = performance.now();
        const [outcome] = await lists.refresh();
        took.push(performance.now() - started);
        clearInterval(watch);
        pauses.push(longest);
        if (outcome?.size !== REVOKED) throw new Error(`${outcome?.outcome}: ${outcome?.size} entries`);
      }
      return [
        {
          name: `Load a revocation list (${(list.length / 1e6).toFixed(0)} MB, ${REVOKED.toLocaleString('en')} entries)`,
          ours: took,
          limit: ALLOWED_MS,
          unit: 'ms',
        },
        {
          name: 'Longest delay of a login while the list is loaded',
          ours: pauses,
          statistic: 'worst',
          limit: ALLOWED_PAUSE_MS,
          unit: 'ms',
        },
      ];
    },
  },
];
