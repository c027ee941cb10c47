import type { ContentBlock, ContentInline, ContentText, LocalizedText } from '@mhb-kit/core/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import { builtInLocale } from './locale.js';

/** Returns the operator's text in Chinese if the element's language is Chinese, and otherwise in English. */
export function textIn(text: LocalizedText, tag: string): ContentText {
  return text[builtInLocale(tag)];
}

/**
 * Renders paragraphs, lists, and links as elements. Omits unknown kinds of content, which a newer gateway might
 * send.
 */
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
      // Our gateway allows only these kinds of addresses, but other implementations of the gateway might allow
      // more.
      return /^(?:https?|mailto|tel):/i.test(each.href)
        ? html`<a href=${each.href} rel="noopener noreferrer">${each.content.map(inline)}</a>`
        : each.content.map(inline);
    case 'break':
      return html`<br />`;
    default:
      return nothing;
  }
}
