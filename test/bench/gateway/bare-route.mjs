import { createHash } from 'node:crypto';
import Fastify from 'fastify';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose';
import pg from 'pg';
import { serveParent } from './processes.mjs';

/**
 * The peer of the list: a hand-written fastify route on `pg` that returns the same from the same tables. It
 * verifies the proof (without our nonce), marks it as used, finds the session, reads requests and sections
 * and records the call, each with one statement. It decrypts nothing, derives no keys and handles no errors.
 */
const { databaseUrl } = JSON.parse(process.argv[2] ?? '{}');
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
const app = Fastify();
const section = {
  type: 'object',
  properties: {
    category: { type: 'string' },
    status: { type: 'string' },
    window: { type: ['object', 'null'], properties: { start: { type: 'string' }, end: { type: 'string' } } },
    recordCount: { type: 'integer' },
    months: { type: 'array', items: { type: 'string' } },
  },
};
const request = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    status: { type: 'string' },
    progress: { type: 'number' },
    requestedAt: { type: 'string' },
    requestedOn: { type: 'string' },
    availableUntil: { type: 'string' },
    sections: { type: 'array', items: section },
  },
};
const response = { 200: { type: 'object', properties: { requests: { type: 'array', items: request } } } };
const sha256 = (/** @type {string} */ text) => createHash('sha256').update(text).digest();
let url = '';

app.get('/v1/requests', { schema: { response } }, async ({ headers }) => {
  const token = (headers.authorization ?? '').slice('DPoP '.length);
  const { payload, protectedHeader } = await jwtVerify(String(headers.dpop), EmbeddedJWK, {
    typ: 'dpop+jwt',
    algorithms: ['ES256'],
  });
  const { htm, htu, ath, jti } = payload;
  if (htm !== 'GET' || htu !== `${url}/v1/requests` || ath !== sha256(token).toString('base64url'))
    throw new Error();
  const thumbprint = await calculateJwkThumbprint(/** @type {any} */ (protectedHeader.jwk));
  const used = await pool.query('INSERT INTO used_proof VALUES ($1, now()) ON CONFLICT DO NOTHING', [
    sha256(`${thumbprint}:${jti}`),
  ]);
  const { rows: sessions } = await pool.query('SELECT * FROM session WHERE token_hash = $1', [sha256(token)]);
  if (used.rowCount !== 1 || sessions[0]?.key_thumbprint !== thumbprint) throw new Error();
  const { rows } = await pool.query(
    'SELECT * FROM data_request WHERE account_id = $1 ORDER BY requested_at DESC LIMIT 50',
    [sessions[0].account_id],
  );
  const { rows: sections } = await pool.query(
    `SELECT request_id, category, outcome_sealed FROM request_section
     WHERE requested_on = ANY ($1) AND request_id = ANY ($2) ORDER BY position`,
    [rows.map(({ requested_on }) => requested_on), rows.map(({ id }) => id)],
  );
  await pool.query('INSERT INTO audit (at, account_id, session_id, action) VALUES (now(), $1, $2, $3)', [
    sessions[0].account_id,
    sessions[0].id,
    'request.list',
  ]);
  return {
    requests: rows.map((row) => ({
      id: row.id,
      status: row.status,
      progress: 1,
      requestedAt: row.requested_at.toISOString(),
      requestedOn: '2026-03-05',
      availableUntil: '2026-03-12',
      sections: sections
        .filter(({ request_id }) => request_id === row.id)
        .map(({ category }) => ({
          category,
          status: 'available',
          window: { start: '2025-03-01', end: '2026-03-03' },
          recordCount: 17,
          months: ['2026-02'],
        })),
    })),
  };
});
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
serveParent(url, () => app.close());
