/**
 * For calls whose work depends on whether a person exists, although the response must not reveal this. Neither
 * its content nor its timing may differ between the two cases, so responses are sent only at multiples of this
 * time.
 */
const STEP_MS = 250;

/** Does the work, and settles when the elapsed time is a multiple of the step. */
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
