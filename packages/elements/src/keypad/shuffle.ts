/**
 * Returns the items in an unpredictable order (Fisher–Yates). To avoid modulo bias, a random byte at or above the
 * largest multiple of the number of choices is discarded and drawn again.
 */
export function shuffle<T>(
  items: readonly T[],
  randomByte: () => number = () => crypto.getRandomValues(new Uint8Array(1))[0] ?? 0,
): T[] {
  const shuffled = [...items];
  for (let end = shuffled.length - 1; end > 0; end -= 1) {
    const choices = end + 1;
    const fair = 256 - (256 % choices);
    let drawn = randomByte();
    while (drawn >= fair) drawn = randomByte();
    const other = drawn % choices;
    [shuffled[end], shuffled[other]] = [shuffled[other] as T, shuffled[end] as T];
  }
  return shuffled;
}
