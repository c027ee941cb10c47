import { randomBytes } from 'node:crypto';
import { drizzle } from 'drizzle-orm/node-postgres';
import { expect, it } from 'vitest';
import { openText } from '../secrets/cipher.js';
import { loadSections, sealOutcomes, type FinishedSection } from './section-store.js';

it('stores the outcomes of a request’s sections in one piece, without their records', async () => {
  const key = randomBytes(32);
  const finished: FinishedSection[] = ['outpatient', 'dental'].map((category) => ({
    category,
    outcome: { status: 'available', recordCount: 2, months: ['2026-01'], byteLength: 9 },
    records: Buffer.from('{"r1":[]}'),
  }));
  const outcomesSealed = sealOutcomes({ id: 'request', key }, finished);
  if (outcomesSealed === null) throw new Error('Not sealed');
  expect(openText(key, outcomesSealed, 'request:request::outcomes')).not.toContain('records"');
  // All outcomes are read from the request itself, so the mock database receives no query.
  const sections = await loadSections(drizzle.mock(), [
    { id: 'request', requestedOn: '2026-01-31', key, outcomesSealed },
  ]);
  expect(sections.get('request')).toEqual(finished.map(({ category, outcome }) => ({ category, outcome })));
});
