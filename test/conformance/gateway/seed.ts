import { seededRandom } from '@mhb-kit/testkit/passbook-fixtures';

/** Numbers from 0 to 1 for tests that interrupt at random moments; `MHB_SEED` repeats a run's moments. */
export function randomMoments(): { readonly seed: number; readonly random: () => number } {
  const seed = Number(process.env.MHB_SEED ?? Date.now() % 1_000_000);
  return { seed, random: seededRandom(seed) };
}
