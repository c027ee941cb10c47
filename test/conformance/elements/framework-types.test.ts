import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

/**
 * The manifest's description of each component, used as in a page of React or Vue: every property and every
 * event.
 */

interface Declaration {
  readonly tagName?: string;
  readonly events?: readonly { readonly name: string; readonly type: { readonly text: string } }[];
  readonly members?: readonly {
    readonly kind: string;
    readonly name: string;
    readonly attribute?: string;
    readonly readonly?: boolean;
  }[];
}

const manifest = JSON.parse(
  readFileSync(new URL('../../../packages/elements/dist/custom-elements.json', import.meta.url), 'utf8'),
) as { readonly modules: readonly { readonly declarations?: readonly Declaration[] }[] };

const components = manifest.modules
  .flatMap(({ declarations }) => declarations ?? [])
  .flatMap(({ tagName, events = [], members = [] }) =>
    tagName === undefined
      ? []
      : [
          {
            tag: tagName,
            events,
            attributes: members.filter(
              // Every element already has `hidden`.
              ({ kind, name, attribute }) => kind === 'field' && attribute !== undefined && name !== 'hidden',
            ),
          },
        ],
  );
const eventTypes = [...new Set(components.flatMap(({ events }) => events.map(({ type }) => type.text)))].join(
  ', ',
);

/** The compiler's messages for a module next to the package, which does not need to exist on disk. */
function complaints(name: string, source: string): string[] {
  const file = fileURLToPath(new URL(`../../../packages/elements/${name}`, import.meta.url));
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.readFile = (path) => (path === file ? source : readFile(path));
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

it('names every component', () => {
  expect(components.length).toBeGreaterThanOrEqual(14);
});

it('lets React 19 set all properties and listen to all events', () => {
  const elements = components.map(({ tag, events, attributes }) => {
    const listeners = events.map(
      ({ name, type }) => `on${name}={(event) => { const heard: ${type.text} = event; void heard; }}`,
    );
    const settings = attributes.map(({ name }) => `${name}={undefined}`);
    return `<${tag} lang="en" hidden ${[...settings, ...listeners].join(' ')}></${tag}>`;
  });
  const source = `
    import type { ${eventTypes} } from '@mhb-kit/elements';
    import type {} from '@mhb-kit/elements/jsx';
    export const page = <>${elements.join('\n')}</>;
    // @ts-expect-error a number is no address
    export const wrong = <mhb-provider gateway={7} />;
    // @ts-expect-error there is no such event in it
    export const deaf = <mhb-login-box onmhb-login={(event) => event.archive} />;
    // @ts-expect-error there is no such component
    export const absent = <mhb-absent />;
  `;
  expect(complaints('sample.tsx', source)).toEqual([]);
});

it('lets Vue 3 do the same', () => {
  const pascal = (name: string): string =>
    name.replaceAll(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());
  const samples = components.map(({ tag, events, attributes }) => {
    const listeners = events.map(
      ({ name, type }) => `on${pascal(name)}: (event: ${type.text}) => void event`,
    );
    const settings = attributes.map(({ name }) => `${name}: undefined`);
    return `const ${pascal(tag)}: PropsOf<'${tag}'> = { ${[...settings, ...listeners].join(', ')} }; void ${pascal(tag)};`;
  });
  const source = `
    import type { GlobalComponents } from 'vue';
    import type { ${eventTypes} } from '@mhb-kit/elements';
    import type {} from '@mhb-kit/elements/vue';
    type PropsOf<T extends keyof GlobalComponents> = InstanceType<GlobalComponents[T]>['$props'];
    ${samples.join('\n')}
    // @ts-expect-error a number is no address
    export const wrong: PropsOf<'mhb-provider'> = { gateway: 7 };
  `;
  expect(complaints('sample.ts', source)).toEqual([]);
});

/** Nothing else of the package is imported, so that nothing else can have brought the types. */
it('gives the types of tags and events to code that only imports what registers a component', () => {
  const source = `
    import '@mhb-kit/elements/define/login-box';
    const box = document.querySelector('mhb-login-box')!;
    box.clientId = 'hospital';
    box.addEventListener('mhb-login', ({ session }) => session.person.name);
    // @ts-expect-error there is no such property
    box.clientIdentifier = 'hospital';
  `;
  expect(complaints('sample.ts', source)).toEqual([]);
});

it('gives the types of JSX and templates without an import of the components', () => {
  const react = `
    import '@mhb-kit/elements/define/login-box';
    import type {} from '@mhb-kit/elements/jsx';
    export const page = <mhb-login-box clientId="hospital" onmhb-login={(event) => event.session.person.name} />;
  `;
  expect(complaints('sample.tsx', react)).toEqual([]);
  const vue = `
    import type { GlobalComponents } from 'vue';
    import type {} from '@mhb-kit/elements/vue';
    export const settings: InstanceType<GlobalComponents['mhb-login-box']>['$props'] = { clientId: 'hospital' };
  `;
  expect(complaints('sample.ts', vue)).toEqual([]);
});
