/**
 * The upper half of code page 437, which the original IBM PC used and APPNOTE.TXT D.1 defines as the default
 * encoding.
 */
const UPPER_HALF =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ';

export function decodeCp437(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : UPPER_HALF.charAt(byte - 0x80),
  ).join('');
}

/** Returns the encoded bytes, or undefined if a character has no code. */
export function encodeCp437(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (const character of text) {
    const upper = UPPER_HALF.indexOf(character);
    if (character >= '\x80' && upper < 0) return undefined;
    bytes.push(upper < 0 ? character.charCodeAt(0) : upper + 0x80);
  }
  return Uint8Array.from(bytes);
}
