/**
 * Runs all steps one after another, even if one of them fails, because a shutdown must not stop halfway.
 * @throws the error of the step that failed, or an `AggregateError` if several steps failed
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
