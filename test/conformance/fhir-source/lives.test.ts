import { expect, test } from 'vitest';
import { makeLife, precisionOf, recallOf, Tally } from '@mhb-kit/testkit/lives';
import { scoreAtHospitals } from '../../truth/hospital.mjs';

/** `npm run truth -- --fhir` does this with a hundred lives. */
test('lives come back from hospitals’ FHIR servers with the same truth', async () => {
  const whole = new Tally();
  for (const number of [2, 13, 25, 29]) {
    const tally = await scoreAtHospitals(makeLife(`7/${number}`));
    expect(tally.failures, `life 7/${number}`).toEqual([]);
    whole.add(tally);
  }
  // Each of these cells had cases.
  for (const cell of ['drugs in use', 'position', 'abnormal now', 'visits', 'vaccinations'] as const) {
    const count = whole.counts.get(cell) ?? { right: 0, wrong: 0, missed: 0 };
    expect([cell, count.right > 0, precisionOf(count), recallOf(count)]).toEqual([cell, true, 1, 1]);
  }
});
