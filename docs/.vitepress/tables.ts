interface Token {
  readonly type: string;
  readonly children: readonly Token[] | null;
  readonly content: string;
  attrSet(name: string, value: string): void;
}

interface Markdown {
  readonly core: {
    readonly ruler: {
      push(name: string, rule: (state: { readonly tokens: readonly Token[] }) => void): void;
    };
  };
  readonly renderer: {
    readonly rules: {
      table_open?: (
        tokens: never,
        index: number,
        options: object,
        environment: object,
        self: { renderToken(tokens: never, index: number, options: object): string },
      ) => string;
    };
  };
}

/** A table with fewer columns is readable on a phone as it is. */
const WIDE = 3;

const textOf = ({ children, content }: Token): string =>
  children?.map((child) => textOf(child)).join('') ?? content;

/** Marks the tables between the tokens `from` and `to`: the head names the cells below it. */
function labelCells(tokens: readonly Token[], open: number, close: number): void {
  const labels: string[] = [];
  let column = 0;
  for (let at = open; at < close; at += 1) {
    const token = tokens[at];
    const inside = tokens[at + 1];
    if (token?.type === 'tr_open') column = 0;
    if (token?.type === 'th_open' && inside !== undefined) labels.push(textOf(inside));
    if (token?.type === 'td_open') {
      token.attrSet('data-label', labels[column] ?? '');
      column += 1;
    }
  }
  if (labels.length >= WIDE) tokens[open]?.attrSet('class', 'cards');
  tokens[open]?.attrSet('tabindex', '0');
}

/**
 * Names the column in each cell of a table (`data-label`). On a phone, a wide table then shows each row as a
 * card, with the name of the column in front of each cell (site.css).
 */
export function namedCells(markdown: Markdown): void {
  markdown.core.ruler.push('named-cells', ({ tokens }) => {
    for (const [open, { type }] of tokens.entries())
      if (type === 'table_open')
        labelCells(
          tokens,
          open,
          tokens.findIndex((each, at) => at > open && each.type === 'table_close'),
        );
  });
  markdown.renderer.rules.table_open = (tokens, index, options, _environment, self) =>
    self.renderToken(tokens, index, options);
}
