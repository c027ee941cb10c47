/**
 * Fills the database up to a number of stored requests, four per person, over the seven days that are kept:
 * one row each in the tables of requests, sections and archives, and an audit entry. Their contents belong to
 * nobody and cannot be opened; measurements use other rows in the same tables.
 * @param {Awaited<ReturnType<typeof import('./postgres.mjs').startPostgres>>} postgres @param {number} count
 */
export async function fillTo({ query }, count) {
  const { rows } = await query('SELECT count(*)::int AS stored FROM data_request');
  const stored = rows[0].stored;
  const days = (
    await query(
      "SELECT to_char((now() AT TIME ZONE 'Asia/Taipei')::date - d, 'YYYYMMDD') AS day FROM generate_series(0, 6) d",
    )
  ).rows;
  for (const { day } of days) {
    for (const table of ['request_section', 'archive'])
      await query(
        `CREATE TABLE IF NOT EXISTS ${table}_${day} PARTITION OF ${table} FOR VALUES IN ('${day}')`,
      );
  }
  const id = (/** @type {string} */ kind, /** @type {string} */ n) => `md5('${kind}' || ${n})::uuid`;
  const bytes = (/** @type {string} */ n, /** @type {number} */ times) =>
    `decode(repeat(md5(${n}::text), ${times}), 'hex')`;
  const day = `(now() AT TIME ZONE 'Asia/Taipei')::date - (n % 7)`;
  const numbers = `generate_series(${stored}, ${count - 1}) n`;
  await query(
    `INSERT INTO account (id, national_id_lookup, national_id_sealed, name_sealed, card_number_lookup, password_hash, status, created_at)
     SELECT ${id('account', 'n')}, ${bytes('n', 2)}, ${bytes('n', 3)}, ${bytes('n', 3)}, ${bytes('n', 2)}, 'none', 'active', now()
     FROM generate_series(${Math.floor(stored / 4)}, ${Math.floor((count - 1) / 4)}) n ON CONFLICT DO NOTHING`,
  );
  await query(
    `INSERT INTO data_request (id, account_id, idempotency_key, status, requested_at, requested_on, wrapped_key, outcomes_sealed)
     SELECT ${id('request', 'n')}, ${id('account', '(n / 4)')}, md5(n::text), 'completed', now() - interval '1 day' * (n % 7),
       ${day}, ${bytes('n', 4)}, ${bytes('n', 60)} FROM ${numbers}`,
  );
  await Promise.all([
    query(
      `INSERT INTO request_section (requested_on, request_id, category, position, finished, outcome_sealed, records_sealed)
     SELECT ${day}, ${id('request', 'n')}, 'outpatient', 0, true, ${bytes('n', 4)}, ${bytes('n', 12)} FROM ${numbers}`,
    ),
    query(
      `INSERT INTO archive (requested_on, id, request_id, selection_lookup, blob_key, byte_length, sha256, created_at)
     SELECT ${day}, ${id('archive', 'n')}, ${id('request', 'n')}, ${bytes('n', 2)}, 'none', 15000, md5(n::text), now() FROM ${numbers}`,
    ),
    query(
      `INSERT INTO audit (at, account_id, action, subject, sequence, hash)
     SELECT now(), ${id('account', '(n / 4)')}, 'records.fetch', ${id('request', 'n')}::text, -1 - n, ${bytes('n', 2)} FROM ${numbers}`,
    ),
  ]);
  await query('ANALYZE');
  await query('CHECKPOINT');
}
