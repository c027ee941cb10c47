import type { Explanation } from '@mhb-kit/knowledge';
import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../../base/icons.js';
import { formatDate } from '../../base/dates.js';
import type { Shown } from '../parts/shown.js';
import type { Asked } from './asked.js';
import type { ExplainWords } from './explain.strings.js';

/** Renders the dialog that explains a term. The dialog is empty if no explanation was requested. */
export function explainDialog(
  asked: Asked | undefined,
  close: () => void,
  shown: Shown<ExplainWords>,
): TemplateResult {
  return html`<dialog id="explain" aria-labelledby="explain-title" @close=${close}>
    ${asked === undefined ? nothing : content(asked, shown)}
  </dialog>`;
}

function content({ term, found }: Asked, shown: Shown<ExplainWords>): TemplateResult {
  const { strings } = shown;
  const [first] = found ?? [];
  return html`<form method="dialog" class="title">
      <h3 id="explain-title">
        ${first === undefined ? term.name : first.isOfKind ? strings.ofKind(first.name) : asHeading(first.name)}
      </h3>
      <button type="submit" class="icon" aria-label=${strings.closeDialog}>${icons.close()}</button>
    </form>
    ${first === undefined || first.name === term.name ? nothing : html`<p class="quiet">${strings.explainedAs(term.name)}</p>`}
    <div role="status">
      ${
        found === undefined
          ? html`<p>${strings.explaining}</p>`
          : found === null
            ? html`<p>${strings.explainFailed}</p>`
            : found.length === 0
              ? html`<p>${strings.explainNone}</p>`
              : found.map((each, index) => explanation(each, index > 0, term.name, shown))
      }
    </div>`;
}

/** Capitalizes a name for use as a heading, except names such as “eGFR” and “pH”. */
const asHeading = (name: string): string => name.replace(/^[a-z](?=[a-z])/, (first) => first.toUpperCase());

function explanation(
  { subject, name, official, text, ask, sources, written }: Explanation,
  titled: boolean,
  shownAs: string,
  { strings, dates }: Shown<ExplainWords>,
): TemplateResult {
  return html`<article class="explanation">
    ${titled ? html`<h4>${name}</h4>` : nothing}
    ${official === null || official === shownAs ? nothing : html`<p class="quiet">${official}</p>`}
    <p>${text}</p>
    <p class="ask">${icons.info()}<span>${ask}</span></p>
    <details ?open=${subject.kind === 'product'}>
      <summary>${strings.explainSources}</summary>
      <ul>
        ${sources.map(({ title, publisher, url }) => html`<li>${publisher}: ${title} <small>${url}</small></li>`)}
      </ul>
      <p class="quiet">${strings.explainWritten(formatDate(written, dates))} ${strings.explainGeneral}</p>
    </details>
  </article>`;
}
