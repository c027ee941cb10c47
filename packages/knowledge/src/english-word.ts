import { loadIn, type LoadPiece } from './pieces.js';

/**
 * Normalizes the spelling: half-width characters, no spaces and no final period, because hospitals punctuate
 * Chinese words differently.
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
