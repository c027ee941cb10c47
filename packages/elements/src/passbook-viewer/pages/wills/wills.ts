import { type AdvanceDirective, listAdvanceDirectives } from '@mhb-kit/core/passbook';
import { html, type TemplateResult } from 'lit';
import { day, rawButton, type Shown } from '../../parts/shown.js';
import { word } from '../../parts/term.js';
import { page } from '../page.js';
import { willsWords } from './wills.strings.js';

/**
 * Renders the page for organ donation and palliative care. The page shows the text of each declaration, but does
 * not interpret its code.
 */
export const wills = (list: readonly AdvanceDirective[], shown: Shown): TemplateResult =>
  html`<ul class="lines">
    ${list.map(
      (directive) =>
        html`<li>
          <strong class="grow">${directive.text === null ? '—' : word(directive.text, shown)}</strong>
          <span class="quiet">${shown.strings.recordedOn} ${day(directive.recordedOn, shown)}</span>
          ${rawButton(directive, shown)}
        </li>`,
    )}
  </ul>`;

export const willsPage = page({
  id: 'wills',
  words: willsWords,
  load: ({ passbook }) => listAdvanceDirectives(passbook),
  render: (list, _context, shown) => wills(list, shown),
});
