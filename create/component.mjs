import { addFile, addLine, camel, pascal, words } from './files.mjs';

/**
 * Creates a component: its class, its strings in both languages, its test, its story and its registration.
 * Everything else that needs a list of components reads the folder `define`: sizes, the strict policy, the
 * tests for every component.
 * @param {string} name as in `mhb-<name>`
 */
export async function createComponent(name) {
  const folder = `packages/elements/src/${name}`;
  const type = `Mhb${pascal(name)}`;
  const strings = `${camel(name)}Strings`;
  const touched = [
    await addFile(`${folder}/${name}.strings.ts`, stringsOf(name)),
    await addFile(
      `${folder}/${name}.strings.en.ts`,
      `import type { ${pascal(strings)} } from './${name}.strings.js';

      export const ${camel(name)}En: ${pascal(strings)} = {
        heading: '${words(name)}',
      };
      `,
    ),
    await addFile(`${folder}/${name}.ts`, classOf(name)),
    await addFile(`${folder}/${name}.test.ts`, testOf(name)),
    await addFile(
      `packages/elements/src/define/${name}.ts`,
      `import { define } from '../base/define.js';
      import { ${type} } from '../${name}/${name}.js';

      define('mhb-${name}', ${type});
      `,
    ),
    await addLine(
      'packages/elements/src/define/all.ts',
      `import './${name}.js';`,
      /^import '\.\/(?!provider)/,
    ),
    await addLine(
      'packages/elements/src/index.ts',
      `export { ${type} } from './${name}/${name}.js';`,
      /^export \{ Mhb\w+ \} from '\.\/([\w-]+)\/\1\.js';/,
    ),
    await addFile(`stories/${name}.stories.ts`, storyOf(name)),
  ];
  return {
    touched,
    next: [
      `${folder}/${name}.ts: write the contents, document @slot, @fires, @csspart and @cssprop, and add the events to ComponentEvents`,
      `${folder}/${name}.strings.ts and ${name}.strings.en.ts: write the texts in both languages`,
      `${folder}/${name}.test.ts: test what only this component does; other tests cover what every component does`,
    ],
  };
}

const stringsOf = (/** @type {string} */ name) => `export const ${camel(name)}Zh = {
  heading: '${words(name)}',
};

export type ${pascal(name)}Strings = typeof ${camel(name)}Zh;

declare module '../base/translations.js' {
  interface Translation {
    readonly '${name}'?: Partial<${pascal(name)}Strings>;
  }
}
`;

const classOf = (
  /** @type {string} */ name,
) => `import { css, html, type CSSResultGroup, type TemplateResult } from 'lit';
import { MhbElement } from '../base/element.js';
import type { StringTables } from '../base/locale.js';
import { ${camel(name)}Zh, type ${pascal(name)}Strings } from './${name}.strings.js';

const tables: StringTables<${pascal(name)}Strings> = {
  'zh-Hant': ${camel(name)}Zh,
  en: async () => (await import('./${name}.strings.en.js')).${camel(name)}En,
};

/**
 * @summary ${words(name)}.
 *
 * @tag mhb-${name}
 * @csspart frame - The box.
 */
export class Mhb${pascal(name)} extends MhbElement<${pascal(name)}Strings> {
  static override styles: CSSResultGroup = [
    MhbElement.styles,
    css\`
      .frame {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1.25rem;
      }
    \`,
  ];

  constructor() {
    super('${name}', tables);
  }

  protected override render(): TemplateResult {
    const { tag, strings } = this.locale;
    return html\`<section part="frame" class="frame" lang=\${tag} aria-label=\${strings.heading}>
      <h2>\${strings.heading}</h2>
    </section>\`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-${name}': Mhb${pascal(name)};
  }
}
`;

const testOf = (/** @type {string} */ name) => `import { expect, fixture, html } from '@open-wc/testing';
import '@mhb-kit/elements/define/${name}';
import type { Mhb${pascal(name)} } from '@mhb-kit/elements/${name}';
import { words } from '../../test/harness.js';

describe('<mhb-${name}>', () => {
  it('says what it is', async () => {
    const element = await fixture<Mhb${pascal(name)}>(html\`<mhb-${name} lang="en"></mhb-${name}>\`);
    expect(words(element)).to.contain('${words(name)}');
  });
});
`;

const storyOf = (
  /** @type {string} */ name,
) => `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { service, stage } from './stage.js';

const meta: Meta = { title: '${words(name)}', component: 'mhb-${name}' };
export default meta;

export const AtFirst: StoryObj = {
  render: () => stage(service().client, [], html\`<mhb-${name}></mhb-${name}>\`),
};
`;
