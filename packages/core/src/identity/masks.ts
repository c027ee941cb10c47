/** An ID number with every hidden character as `*`: files write asterisks, circles, and an X for each at the end. */
function visible(mask: string): string {
  const text = mask.trim().toUpperCase().replace(/[＊○]/g, '*');
  let end = text.length;
  while (text.charAt(end - 1) === 'X') end -= 1;
  return text.slice(0, end) + '*'.repeat(text.length - end);
}

/**
 * Whether two masked ID numbers can be one: where both show a character, it is the same; unknown fits everybody. That they
 * fit proves nothing: a thousand numbers fit a mask with four hidden digits.
 */
export function masksFit(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true;
  const [left, right] = [visible(one), visible(other)];
  return [...left].every((character, index) => {
    const beside = right[index] ?? '*';
    return character === beside || character === '*' || beside === '*';
  });
}

/** How many characters of a masked number can be read. */
export const shownCharacters = (mask: string): number => visible(mask).replaceAll('*', '').length;
