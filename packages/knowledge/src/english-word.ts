import { loadIn, type LoadPiece } from './pieces.js';

/**
 * Normalizes the text (half-width characters, no spaces, no final period), because hospitals do not all write
 * the same Chinese term with the same spacing and punctuation.
 */
const fold = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[。.]$/, '');

/**
 * English for a word from the closed lists that passbooks use, such as a severity, the result of a screening,
 * the stage of a programme or a category of the insured; `null` for any other text, which should be shown
 * unchanged.
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
