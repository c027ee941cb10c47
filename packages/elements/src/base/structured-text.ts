import type { ContentBlock, ContentInline, ContentText, LocalizedText } from '@mhb-kit/core/gateway';
import { html, nothing, type TemplateResult } from 'lit';

/** The operator's text in the language of the place, else in the one that comes closest. */
export function textIn(text: LocalizedText, tag: string): ContentText {
  return tag.startsWith('zh') ? text['zh-Hant'] : text.en;
}

/** Paragraphs, lists and links as elements; what is of a newer kind than we know is left out. */
export const structuredText = (blocks: readonly ContentBlock[]): TemplateResult =>
  html`<div class="text">${blocks.map(block)}</div>`;

function block(each: ContentBlock): unknown {
  switch (each.kind) {
    case 'heading':
      return html`<h4>${each.content.map(inline)}</h4>`;
    case 'paragraph':
      return html`<p>${each.content.map(inline)}</p>`;
    case 'list': {
      const items = each.items.map((item) => html`<li>${item.map(block)}</li>`);
      return each.ordered
        ? html`<ol>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
    case 'quote':
      return html`<blockquote>${each.blocks.map(block)}</blockquote>`;
    default:
      return nothing;
  }
}

function inline(each: ContentInline): unknown {
  switch (each.kind) {
    case 'text': {
      const { text } = each;
      if (each.code) return html`<code>${text}</code>`;
      const words = each.emphasis ? html`<em>${text}</em>` : text;
      return each.strong ? html`<strong>${words}</strong>` : words;
    }
    case 'link':
      // The gateway lets no other kinds of address through; this is so that a gateway of somebody else's does not either.
      return /^(?:https?|mailto|tel):/i.test(each.href)
        ? html`<a href=${each.href} rel="noopener noreferrer">${each.content.map(inline)}</a>`
        : each.content.map(inline);
    case 'break':
      return html`<br />`;
    default:
      return nothing;
  }
}
