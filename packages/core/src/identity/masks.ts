/**
 * An ID number with every hidden character as `*`. Files have an asterisk, a circle or an X in place of
 * each hidden character at the end.
 */
function visible(mask: string): string {
  const text = mask.trim().toUpperCase().replace(/[＊○]/g, '*');
  let end = text.length;
  while (text.charAt(end - 1) === 'X') end -= 1;
  return text.slice(0, end) + '*'.repeat(text.length - end);
}

/**
 * Whether two masked ID numbers can be the same: every character that both show is equal. An unknown number
 * matches any other. A match proves nothing, because a thousand numbers match a mask with four hidden
 * digits.
 */
export function masksFit(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true;
  const [left, right] = [visible(one), visible(other)];
  return [...left].every((character, index) => {
    const beside = right[index] ?? '*';
    return character === beside || character === '*' || beside === '*';
  });
}

/** How many characters of a masked number are visible. */
export const shownCharacters = (mask: string): number => visible(mask).replaceAll('*', '').length;
