import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import type { ContentBlock, ContentInline } from '@mhb-kit/core/gateway';

/**
 * Markdown (CommonMark) converted to structured text: headings, paragraphs, lists, quotes, links and emphasis.
 * Everything else, especially HTML markup, is removed, so that the result can be shown without sanitizing.
 */
export interface StructuredText {
  /** The text of the first level-one heading, or an empty string if there is none. */
  readonly title: string;
  readonly blocks: readonly ContentBlock[];
}

export function readStructuredText(markdown: string): StructuredText {
  const { children } = fromMarkdown(markdown);
  const titleAt = children.findIndex((node) => node.type === 'heading' && node.depth === 1);
  const titleNode = titleAt === -1 ? undefined : children[titleAt];
  return {
    title: titleNode === undefined ? '' : plainText(titleNode).trim(),
    blocks: children.filter((_, index) => index !== titleAt).flatMap(toBlocks),
  };
}

function toBlocks(node: RootContent): readonly ContentBlock[] {
  if (node.type === 'heading') {
    const level = node.depth <= 2 ? 2 : node.depth === 3 ? 3 : 4;
    return [{ kind: 'heading', level, content: toInlines(node.children) }];
  }
  if (node.type === 'paragraph') {
    const content = toInlines(node.children);
    return content.length === 0 ? [] : [{ kind: 'paragraph', content }];
  }
  if (node.type === 'code') {
    return [{ kind: 'paragraph', content: [{ kind: 'text', text: node.value, code: true }] }];
  }
  if (node.type === 'list') {
    const items = node.children.map(({ children }) => children.flatMap(toBlocks));
    return [{ kind: 'list', ordered: node.ordered === true, items }];
  }
  if (node.type === 'blockquote') return [{ kind: 'quote', blocks: node.children.flatMap(toBlocks) }];
  return [];
}

type Marks = Pick<Extract<ContentInline, { kind: 'text' }>, 'strong' | 'emphasis' | 'code'>;

function toInlines(nodes: readonly PhrasingContent[], marks: Marks = {}): readonly ContentInline[] {
  return nodes.flatMap((node): readonly ContentInline[] => {
    if (node.type === 'text') return [{ kind: 'text', text: unwrapped(node.value), ...marks }];
    if (node.type === 'inlineCode') return [{ kind: 'text', text: node.value, ...marks, code: true }];
    if (node.type === 'image') return node.alt ? [{ kind: 'text', text: node.alt, ...marks }] : [];
    if (node.type === 'break') return [{ kind: 'break' }];
    if (node.type === 'strong') return toInlines(node.children, { ...marks, strong: true });
    if (node.type === 'emphasis') return toInlines(node.children, { ...marks, emphasis: true });
    if (!('children' in node)) return [];
    const content = toInlines(node.children, marks);
    return node.type === 'link' && isSafeLink(node.url)
      ? [{ kind: 'link', href: node.url, content }]
      : content;
  });
}

/**
 * Checks whether a link is safe. A URL that a browser would interpret differently does not match, for example one
 * with control characters or with spaces before the scheme, nor does one that leads nowhere, such as `https://:`.
 */
const isSafeLink = (url: string): boolean =>
  /^(?:https?:\/\/|mailto:|tel:)[\u0021-\u007e]+$/i.test(url) && URL.canParse(url);

/** Joins wrapped lines, without a space between Chinese characters. */
const unwrapped = (text: string): string =>
  text
    .replaceAll(
      /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])\n(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])/gu,
      '',
    )
    .replaceAll('\n', ' ');

function plainText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
