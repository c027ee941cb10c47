import { readFileSync } from 'node:fs';

/** The parts of a custom-elements manifest that are shown. */
interface Item {
  readonly name?: string;
  readonly description?: string;
  readonly attribute?: string;
  readonly type?: { readonly text: string };
}

interface Declaration {
  readonly tagName?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly members?: readonly (Item & { readonly kind: string })[];
  readonly events?: readonly Item[];
  readonly slots?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssProperties?: readonly Item[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

const manifest = new URL('../../packages/elements/dist/custom-elements.json', import.meta.url);

const rowOf = ({ name = '', attribute = name, type, description }: Item) => ({
  /** The key of its text in other languages. */
  key: name || '(default)',
  name: attribute === name ? name || '(default)' : `${name} / ${attribute}`,
  type: type?.text,
  description,
  text: [type?.text, description].filter((part) => part !== undefined && part !== '').join(' · '),
});

function tablesOf({ members = [], events, slots, cssParts, cssProperties }: Declaration) {
  const tables: readonly [string, readonly Item[] | undefined][] = [
    ['property / attribute', members.filter(({ kind }) => kind === 'field')],
    ['method', members.filter(({ kind }) => kind === 'method')],
    ['event', events],
    ['slot', slots],
    ['part', cssParts],
    ['custom property', cssProperties],
  ];
  return tables
    .map(([title, items = []]) => ({ title, rows: items.map(rowOf) }))
    .filter(({ rows }) => rows.length > 0);
}

export default {
  load() {
    const { modules } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
    return modules
      .flatMap(({ declarations = [] }) => declarations)
      .filter(({ tagName }) => tagName !== undefined)
      .map((declaration) => ({
        tag: declaration.tagName ?? '',
        summary: declaration.summary ?? '',
        description: declaration.description ?? '',
        tables: tablesOf(declaration),
      }))
      .sort((one, other) => one.tag.localeCompare(other.tag));
  },
};
