/**
 * Runs every step in this order, one after the other, also when one fails: what shuts a program down must not stop halfway.
 * @throws the error of the one step that failed, or an `AggregateError` of several
 */
export async function runAll(steps: Iterable<() => unknown>): Promise<void> {
  const errors: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateError(errors, `${errors.length} steps failed`);
}
