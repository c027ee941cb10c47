import { foldText, type RawRow } from '@mhb-kit/core/passbook';
import { html, type TemplateResult } from 'lit';

/** The number of characters to show on either side of the first hit in a long string. */
const CONTEXT = 40;

/** Returns the distinct strings in a record that contain a word of the query, up to a maximum number. */
export function passages(row: RawRow, words: readonly string[]): string[] {
  const texts = Object.values(row).flatMap((value) =>
    typeof value === 'string' ? [value] : value.flatMap((inner) => passages(inner, words)),
  );
  const hits = new Set<string>();
  for (const text of new Set(texts)) {
    const folded = foldText(text);
    if (words.some((word) => folded.includes(word))) hits.add(text);
    if (hits.size === PASSAGES) break;
  }
  return [...hits];
}

const PASSAGES = 3;

/** Renders a passage with its hits marked. A long passage is shortened to the text around the first hit. */
export function marked(text: string, words: readonly string[]): TemplateResult[] {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ');
  const folded = foldText(plain);
  // A few letters become longer when they are converted to lower case. In that case, the positions would be wrong,
  // so nothing is marked.
  if (folded.length !== plain.length) return [html`${plain}`];
  const spans = words
    .flatMap((word) =>
      positionsOf(folded, word).map((start): [number, number] => [start, start + word.length]),
    )
    .sort(([a], [b]) => a - b);
  const [first] = spans;
  const from = Math.max(0, (first?.[0] ?? 0) - CONTEXT);
  const pieces: TemplateResult[] = [html`${from > 0 ? '…' : ''}`];
  let at = from;
  for (const [start, end] of spans) {
    if (start < at) continue;
    // Hits that are far away from the previous hit are not shown. The full report is one click away.
    if (start - at > 2 * CONTEXT) break;
    pieces.push(html`${plain.slice(at, start)}<mark>${plain.slice(start, end)}</mark>`);
    at = end;
  }
  const rest = plain.slice(at);
  pieces.push(html`${rest.length > CONTEXT ? `${rest.slice(0, CONTEXT)}…` : rest}`);
  return pieces;
}

function positionsOf(text: string, word: string): number[] {
  const positions: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) positions.push(at);
  return positions;
}
