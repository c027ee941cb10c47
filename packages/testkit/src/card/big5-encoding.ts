/**
 * Encodes text in Big5, using the inverse of the platform's decoder. Throws for a character that Big5 does
 * not have.
 */
export function encodeBig5(text: string): Uint8Array {
  codes ??= buildCodes();
  const table = codes;
  return Uint8Array.from(
    [...text].flatMap((character) => {
      if (character < '\u0080') return [character.charCodeAt(0)];
      const code = table.get(character);
      if (code === undefined)
        throw new RangeError(`Big5 has no code for U+${character.codePointAt(0)?.toString(16)}`);
      return [code >> 8, code & 0xff];
    }),
  );
}

let codes: ReadonlyMap<string, number> | null = null;

/**
 * Returns the codes of the standard symbols and of the two levels of hanzi. If a character has two codes, the
 * first is used.
 */
function buildCodes(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('big5');
  const table = new Map<string, number>();
  for (let lead = 0xa1; lead <= 0xf9; lead++) {
    if (lead === 0xc7 || lead === 0xc8) continue;
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if ((trail > 0x7e && trail < 0xa1) || (lead === 0xc6 && trail > 0x7e)) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (!table.has(character)) table.set(character, (lead << 8) | trail);
    }
  }
  return table;
}
