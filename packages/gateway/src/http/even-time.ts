/**
 * The response time of a call is rounded up to a multiple of this. Used for calls whose work depends on whether a
 * person exists, so that neither the content nor the timing of the response reveals this.
 */
const STEP_MS = 250;

/** Runs a function, and settles when the elapsed time is a multiple of `STEP_MS`. */
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
