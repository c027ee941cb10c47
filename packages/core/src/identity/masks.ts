/**
 * Replaces every hidden character of a masked ID number with `*`. In files, the hidden characters at the end
 * are asterisks, circles or the letter X.
 */
function visible(mask: string): string {
  const text = mask.trim().toUpperCase().replace(/[＊○]/g, '*');
  let end = text.length;
  while (text.charAt(end - 1) === 'X') end -= 1;
  return text.slice(0, end) + '*'.repeat(text.length - end);
}

/**
 * Checks whether two masked ID numbers can be the same number: every character that is visible in both must be
 * equal. An unknown number matches any other number. A match proves nothing, because a thousand numbers match a
 * mask with four hidden digits.
 */
export function masksFit(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true;
  const [left, right] = [visible(one), visible(other)];
  return [...left].every((character, index) => {
    const beside = right[index] ?? '*';
    return character === beside || character === '*' || beside === '*';
  });
}

/** Returns how many characters of a masked ID number are visible. */
export const shownCharacters = (mask: string): number => visible(mask).replaceAll('*', '').length;
