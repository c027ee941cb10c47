/**
 * Calls whose work differs with whether there is such a person, and whose answer must not. What they say is one thing;
 * when they say it is the other: only at multiples of this time.
 */
const STEP_MS = 250;

/** Does the work and settles, either way, when the time since the beginning is a multiple of the step. */
export async function evenly<T>(work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  try {
    return await work();
  } finally {
    const spent = performance.now() - begun;
    const rest = Math.ceil(spent / STEP_MS) * STEP_MS - spent;
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
}
