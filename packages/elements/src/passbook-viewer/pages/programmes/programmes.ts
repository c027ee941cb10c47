import { sectionOf, type AnyProgramme, listProgrammes } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';
import { nestedTable } from '../../parts/fields.js';
import { day, pair, rawButton, type Shown } from '../../parts/shown.js';
import { fieldName, term } from '../../parts/term.js';
import { page } from '../page.js';
import { programmesWords, type ProgrammesWords } from './programmes.strings.js';

/** Returns the name of a programme, such as 糖尿病追蹤資料. */
function programmeName({ section }: AnyProgramme, { label }: Shown): string {
  const known = sectionOf(section);
  return known === undefined ? section : label(known.label);
}

/** Renders the programme's name as a term that can be explained. */
export const programmeTerm = (programme: AnyProgramme, shown: Shown): TemplateResult =>
  term({ kind: 'programme', code: programme.section, name: programmeName(programme, shown) }, shown);

/**
 * Renders the page for care programmes, which lists each programme with all its visits, beginning with current
 * programmes.
 */
function programmes(list: readonly AnyProgramme[], shown: Shown<ProgrammesWords>): TemplateResult {
  const { strings } = shown;
  return html`${list.map(
    (programme) =>
      html`<article class="card">
        <div class="title">
          <h4>${programmeTerm(programme, shown)}</h4>
          ${
            programme.period.end === null
              ? html`<span class="badge success">${strings.programmeOpen}</span>`
              : html`<span class="badge">${strings.programmeClosed}</span>`
          }
        </div>
        <dl class="pairs">
          ${pair(strings.facility, programme.organization ?? '—')}
          ${pair(fieldName(`${programme.section}.1`, strings.enrolledOn, shown), day(programme.period.start, shown))}
          ${programme.period.end === null ? nothing : pair(fieldName(`${programme.section}.3`, strings.closedOn, shown), day(programme.period.end, shown))}
        </dl>
        ${nestedTable(programme, shown)} ${rawButton(programme, shown)}
      </article>`,
  )}`;
}

export const programmesPage = page({
  id: 'programmes',
  words: programmesWords,
  load: ({ passbook }) => listProgrammes(passbook),
  render: (list, _context, shown) => programmes(list, shown),
});
