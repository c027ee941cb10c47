import { sectionOf, type AnyRecord, type RawRow, type SearchResult } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { day, paged, rawButton, type Paging, type Shown } from '../parts/shown.js';
import type { SearchWords } from './search.strings.js';

/** Few enough to be drawn within a frame, with every key that is pressed. */
const HITS_A_PAGE = 15;
/** Characters shown on either side of the first hit in a long text. */
const CONTEXT = 40;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** What was found, each record with the words that it was found by. */
export function searchHits(
  query: string,
  { total, records }: SearchResult,
  paging: Paging,
  shown: Shown<SearchWords>,
): TemplateResult {
  const { strings } = shown;
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  return html`<p role="status">${strings.found(total)}</p>
    ${total > records.length ? html`<p class="quiet">${strings.foundNewest(records.length)}</p>` : nothing}
    ${paged(
      records,
      paging,
      shown,
      (visible) =>
        html`<ul class="lines hits">
          ${visible.map((record) => hit(record, words, shown))}
        </ul>`,
      HITS_A_PAGE,
    )}`;
}

function hit(record: AnyRecord, words: readonly string[], shown: Shown): TemplateResult {
  const section = sectionOf(record.section);
  return html`<li>
    <span class="when">${day(record.date, shown)}</span>
    <span class="badge">
      ${section === undefined ? shown.strings.unknownSection(record.section) : shown.label(section.label)}
    </span>
    <span class="grow"
      >${passages(record.raw, words).map((text) => html`<span>${marked(text, words)}</span> `)}</span
    >
    ${rawButton(record, shown)}
  </li>`;
}

/** The texts of a record that hold a word of the query, each once. */
function passages(row: RawRow, words: readonly string[]): string[] {
  const texts = Object.values(row).flatMap((value) =>
    typeof value === 'string' ? [value] : value.flatMap((inner) => passages(inner, words)),
  );
  const hits = new Set<string>();
  for (const text of new Set(texts)) {
    const folded = fold(text);
    if (words.some((word) => folded.includes(word))) hits.add(text);
    if (hits.size === PASSAGES) break;
  }
  return [...hits];
}

const PASSAGES = 3;

/** A passage with its hits marked, cut to their surroundings where it is long. */
export function marked(text: string, words: readonly string[]): TemplateResult[] {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ');
  const folded = plain.toLowerCase();
  // Lower case of a few letters is longer; positions would then be wrong, and no mark is better than a wrong one.
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
    // The rest of a report is one click away.
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
