/**
 * Code page 950, which is Big5 as Windows in Taiwan writes it. The portal's archives use it for file names, and
 * people can type passwords in it. The platform decodes it. Only assigned rows are accepted, so that the
 * extensions of individual engines make no difference.
 */
const LEADS = { first: 0xa1, last: 0xf9 } as const;

function isTrail(byte: number): boolean {
  return (byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe);
}

/** Returns the decoded string, or undefined if the bytes are not CP950. */
export function decodeCp950(bytes: Uint8Array): string | undefined {
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    at++;
    if (lead < LEADS.first || lead > LEADS.last || !isTrail(bytes[at] ?? 0)) return undefined;
  }
  try {
    const text = new TextDecoder('big5', { fatal: true }).decode(bytes);
    // Engines map unassigned pairs to the private use area. A name that contains such characters must be in
    // another code page.
    return /[\uE000-\uF8FF\uFFFD]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

let pairs: ReadonlyMap<string, readonly [number, number]> | undefined;

/**
 * Returns the encoded bytes, or undefined if a character has no code. The table is built on first use,
 * because few passwords need it.
 */
export function encodeCp950(text: string): Uint8Array | undefined {
  pairs ??= allPairs();
  const bytes: number[] = [];
  for (const character of text) {
    if (character < '\x80') {
      bytes.push(character.charCodeAt(0));
      continue;
    }
    const pair = pairs.get(character);
    if (pair === undefined) return undefined;
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}

/**
 * The two characters for which Windows writes the later of their two codes, because that code belongs to the
 * character used in ordinary text. For all other characters with two codes, Windows writes the first one
 * (Windows code page 950).
 */
const WRITTEN_BY_LATER_CODE: ReadonlySet<string> = new Set(['十', '卅']);

function allPairs(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('big5');
  const found = new Map<string, readonly [number, number]>();
  for (let lead: number = LEADS.first; lead <= LEADS.last; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (!isTrail(trail)) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length !== 1 || character === '\uFFFD') continue;
      if (!found.has(character) || WRITTEN_BY_LATER_CODE.has(character)) found.set(character, [lead, trail]);
    }
  }
  return found;
}
