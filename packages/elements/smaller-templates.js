import MagicString from 'magic-string';

/** @typedef {{ readonly type: string, readonly start: number, readonly end: number }} Node of a syntax tree (ESTree) */
/** @typedef {Node & { readonly tag: { readonly name: string }, readonly quasi: { readonly quasis: readonly Node[] } }} TaggedTemplate */

/**
 * Rollup plugin: removes white space and comments from Lit's templates and style sheets. Minifiers leave
 * template literals unchanged.
 * @returns {import('rollup').Plugin}
 */
export function smallerTemplates() {
  return {
    name: 'smaller-templates',
    transform(code) {
      if (!/\b(?:html|svg|css)\s*`/.test(code)) return null;
      const text = new MagicString(code);
      for (const { tag, quasi } of taggedTemplates(this.parse(code))) {
        const smaller = tag.name === 'css' ? smallerCss : smallerMarkup;
        for (const { start, end } of quasi.quasis) {
          if (end > start) text.update(start, end, smaller(code.slice(start, end)));
        }
      }
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
  };
}

/** A run of white space is shown as one space, and as none at the end of a tag. @param {string} markup */
const smallerMarkup = (markup) => markup.replaceAll(/\s+/g, ' ').replaceAll(' >', '>');

/** @param {string} css */
const smallerCss = (css) =>
  css
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};]) ?/g, '$1')
    .replaceAll(/([:,]) /g, '$1')
    .replaceAll(' > ', '>')
    .replaceAll(/(?<![\w.])0(?=\.\d)/g, '')
    .replaceAll(';}', '}');

/** @param {Node} node @returns {node is TaggedTemplate} */
const isOurs = (node) =>
  node.type === 'TaggedTemplateExpression' &&
  ['html', 'svg', 'css'].includes(/** @type {TaggedTemplate} */ (node).tag.name);

/** Each of our templates in a syntax tree. @param {Node} node @returns {Generator<TaggedTemplate>} */
function* taggedTemplates(node) {
  if (isOurs(node)) yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string') yield* taggedTemplates(child);
    }
  }
}
