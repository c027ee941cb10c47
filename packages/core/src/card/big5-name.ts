import type { NhiBasic } from './contract.js';

/**
 * Stands for a character that has no agreed meaning. This is the geta mark, which printers commonly use as a
 * placeholder.
 */
export const UNKNOWN_CHARACTER = '〓';

/** Full-width space, used as padding. */
const IDEOGRAPHIC_SPACE = '\u3000';

/**
 * Decodes a name field of an NHI card. The field is in Big5, padded with NUL or spaces, and cut after its
 * last byte, even in the middle of a character.
 *
 * Only codes on which Node (ICU) and browsers (WHATWG) agree are passed to the platform's decoder. In the
 * user-defined zones (造字), Node shows blanks, and browsers show a wrong character that looks right, so this
 * function replaces these codes with `〓`. If a field is filled to its last byte, the name may have been cut, and
 * `quality` says so.
 */
export function decodeBig5Name(field: Uint8Array): {
  readonly name: string;
  readonly quality: NhiBasic['nameQuality'];
} {
  const end = field.indexOf(0);
  const bytes = end < 0 ? field : field.subarray(0, end);
  const characters: string[] = [];
  let lastCut = false;
  for (let index = 0; index < bytes.length;) {
    const [lead = 0, trail] = bytes.subarray(index, index + 2);
    if (lead < 0x80) {
      characters.push(lead < 0x20 || lead === 0x7f ? UNKNOWN_CHARACTER : String.fromCharCode(lead));
      index += 1;
    } else if (trail === undefined) {
      lastCut = true;
      break;
    } else {
      characters.push(decodePair(lead, trail));
      index += isLead(lead) && isTrail(trail) ? 2 : 1;
    }
  }
  const text = characters.join('');
  const name = text.trim();
  const full = end < 0 && !/[ \u3000]$/.test(text);
  return {
    name,
    quality: name.includes(UNKNOWN_CHARACTER) ? 'user-defined-chars' : lastCut || full ? 'truncated' : 'ok',
  };
}

const decoder = new TextDecoder('big5');

const isLead = (byte: number): boolean => byte >= 0x81 && byte <= 0xfe;
const isTrail = (byte: number): boolean => (byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe);

/**
 * Decodes one pair of bytes. The standard zones of Big5 are A140–A3BF, A440–C67E, and C940–F9FD. A comparison
 * of all two-byte codes showed that Node 20 and Chromium decode the codes in these zones alike, but that they
 * differ in 6,251 other codes.
 */
function decodePair(lead: number, trail: number): string {
  const code = (lead << 8) | trail;
  const standard =
    isTrail(trail) &&
    ((code >= 0xa140 && code <= 0xa3bf) ||
      (code >= 0xa440 && code <= 0xc67e) ||
      (code >= 0xc940 && code <= 0xf9fd));
  if (!standard) return UNKNOWN_CHARACTER;
  if (code === 0xa140) return IDEOGRAPHIC_SPACE;
  const character = decoder.decode(Uint8Array.of(lead, trail));
  return character.includes('\ufffd') ? UNKNOWN_CHARACTER : character;
}
