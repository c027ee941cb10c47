/**
 * Runs all steps in order, one after the other, even if one of them fails, because a shutdown must not stop
 * halfway.
 * @throws the error of the one step that failed, or an `AggregateError` if several failed
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
