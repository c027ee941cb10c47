/**
 * The result of repairing content that JSON forbids but that occurs in real files. The repair keeps every
 * character of every string.
 */
export interface RepairedJson {
  readonly text: string;
  /** Whether raw control characters inside strings were escaped. */
  readonly controlCharacters: boolean;
  /** Whether commas before a closing bracket were removed. */
  readonly trailingCommas: boolean;
}

const code = (character: string): number => character.charCodeAt(0);
const QUOTE = code('"');
const BACKSLASH = code('\\');
const COMMA = code(',');
const CLOSING = new Set(['}', ']'].map(code));
const BLANKS = new Set([' ', '\t', '\n', '\r'].map(code));
const FIRST_PRINTABLE = 0x20;

/**
 * Escapes raw control characters inside strings (audiograms in reports contain tabs for alignment), and removes
 * commas before `}` and `]`. Control characters outside strings stay, because they can be tabs that format the
 * file. Reads the text only once.
 */
export function repairJson(text: string): RepairedJson {
  const parts: string[] = [];
  let copied = 0;
  let inString = false;
  /** The position of a comma after which there has been only white space, or -1. */
  let comma = -1;
  let controlCharacters = false;
  let trailingCommas = false;
  const replace = (at: number, length: number, by: string): void => {
    parts.push(text.slice(copied, at), by);
    copied = at + length;
  };

  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (inString) {
      if (unit < FIRST_PRINTABLE) {
        replace(at, 1, `\\u${unit.toString(16).padStart(4, '0')}`);
        controlCharacters = true;
      } else if (unit === QUOTE) inString = false;
      else if (unit === BACKSLASH) {
        // A backslash before a raw control character does not escape it, so both are text.
        if (text.charCodeAt(at + 1) < FIRST_PRINTABLE) replace(at, 1, '\\\\');
        else at += 1;
      }
    } else if (unit === QUOTE) {
      inString = true;
      comma = -1;
    } else if (unit === COMMA) comma = at;
    else if (CLOSING.has(unit) && comma >= 0) {
      replace(comma, 1, '');
      comma = -1;
      trailingCommas = true;
    } else if (!BLANKS.has(unit)) comma = -1;
  }
  parts.push(text.slice(copied));
  return { text: parts.join(''), controlCharacters, trailingCommas };
}
