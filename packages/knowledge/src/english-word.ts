import { loadIn, type LoadPiece } from './pieces.js';

/**
 * Normalizes a text to half-width characters without spaces or a final period, because hospitals write the same
 * Chinese term with different spacing and punctuation.
 */
const fold = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[。.]$/, '');

/**
 * Returns the English translation of a word from the closed lists that passbooks use, such as a severity, a
 * screening result, the stage of a programme or a category of insured people. Returns `null` for any other text,
 * which should be shown unchanged.
 *
 * @example await englishWord('中度') // 'Moderate'
 */
export async function englishWord(
  written: string,
  { load = loadIn('en') }: { readonly load?: LoadPiece } = {},
): Promise<string | null> {
  const words = await load('words');
  const folded = fold(written);
  return Object.hasOwn(words, folded) ? (words[folded] ?? null) : null;
}
