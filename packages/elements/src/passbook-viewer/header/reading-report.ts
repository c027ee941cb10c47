import { describeError } from '@mhb-kit/core/error-messages';
import { noteTexts, type ReadingNote, type ReadingReport } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../../base/icons.js';
import { leftOutFiles } from '../family/reports.js';
import type { Shown } from '../parts/shown.js';
import type { HeaderWords } from './header.strings.js';

/**
 * Renders the skipped files, each with the reason, and the irregularities in the files that were read. Renders
 * nothing if there are none.
 */
export function readingReport(
  report: ReadingReport,
  shown: Shown<HeaderWords>,
): TemplateResult | typeof nothing {
  const { strings } = shown;
  const leftOut = leftOutFiles(report);
  const notes = mergeNotes(report.notes.filter(({ code }) => code !== 'file-skipped'));
  if (leftOut.length + notes.length === 0) return nothing;
  const incomplete = leftOut.length > 0;
  return html`<details class="reading-report ${incomplete ? 'warning' : ''}" ?open=${incomplete}>
    <summary>
      ${incomplete ? icons.alert() : icons.info()}<span
        >${incomplete ? strings.leftOut(leftOut.length) : strings.readingNotes}</span
      >
    </summary>
    <ul>
      ${leftOut.map(
        ({ file, leftOut: code }) =>
          html`<li>
            <strong><bdi>${file}</bdi></strong
            >: ${describeError(code ?? 'internal', shown.dates.tag).message}
          </li>`,
      )}
      ${notes.map(({ code, places }) => html`<li>${shown.label(noteTexts[code])}${placesOf(places)}</li>`)}
    </ul>
  </details>`;
}

interface MergedNote {
  readonly code: ReadingNote['code'];
  /** The sections and fields that the notes concern, if any. */
  readonly places: readonly string[];
}

/** Merges the notes of each kind into a single note that lists all places. */
function mergeNotes(notes: readonly ReadingNote[]): readonly MergedNote[] {
  const places = new Map<ReadingNote['code'], Set<string>>();
  for (const { code, section, field } of notes) {
    const known = places.get(code) ?? new Set();
    places.set(code, known);
    const place = field ?? section;
    if (place !== null) known.add(place);
  }
  return [...places].map(([code, found]) => ({ code, places: [...found] }));
}

/** The maximum number of places to name, because a malicious file can contain millions of them. */
const NAMED = 8;

function placesOf(places: readonly string[]): TemplateResult | typeof nothing {
  if (places.length === 0) return nothing;
  const named = places.slice(0, NAMED).map((place) => (place.length > 40 ? `${place.slice(0, 40)}…` : place));
  return html` <span class="quiet"
    >(<bdi>${named.join(', ')}${places.length > NAMED ? ' …' : ''}</bdi>)</span
  >`;
}
