/** The code that a page needs to show the same as the playground, for each framework. */

export const frameworks = ['html', 'react', 'vue', 'angular', 'svelte'] as const;
export type Framework = (typeof frameworks)[number];

/** A value that was changed in the playground. */
export interface Setting {
  /** The property, such as `clientId`. */
  readonly property: string;
  /** Its attribute, such as `client-id`. */
  readonly attribute: string;
  readonly value: string | number | boolean;
}

export interface Shown {
  /** Such as `mhb-login-box`. */
  readonly tag: string;
  readonly settings: readonly Setting[];
  /** The names of its events; the snippet listens to the first. */
  readonly events: readonly string[];
  /** Whether it needs a provider with a gateway around it. */
  readonly provider: boolean;
}

const GATEWAY = 'https://gateway.example.tw';

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('{', '&#123;');

const attributesOf = (settings: readonly Setting[]): string =>
  settings
    .map(({ attribute, value }) =>
      value === true ? ` ${attribute}` : value === false ? '' : ` ${attribute}="${escaped(String(value))}"`,
    )
    .join('');

const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

/** The component, with the provider around it if it needs one. @param more an event listener, as the framework writes it */
const markup = ({ tag, settings, provider }: Shown, more = ''): string => {
  const element = `<${tag}${attributesOf(settings)}${more}></${tag}>`;
  return provider ? `<mhb-provider gateway="${GATEWAY}">\n  ${element}\n</mhb-provider>` : element;
};

const imports = ({ tag, provider }: Shown): string =>
  [...(provider ? ['provider'] : []), tag.replace('mhb-', '')]
    .map((name) => `import '@mhb-kit/elements/define/${name}';`)
    .join('\n');

const jsxAttributes = (settings: readonly Setting[]): string =>
  settings
    .map(({ attribute, value }) =>
      typeof value === 'string'
        ? ` ${attribute}=${JSON.stringify(value)}`
        : ` ${attribute}={${String(value)}}`,
    )
    .join('');

/** JSX takes a string with a quotation mark or a backslash only as an expression. */
const jsx = (shown: Shown): string => {
  const { tag, settings, events, provider } = shown;
  const [event] = events;
  const plain = settings.map((setting) =>
    typeof setting.value === 'string' && /["\\&{<]/.test(setting.value)
      ? ` ${setting.attribute}={${JSON.stringify(setting.value)}}`
      : jsxAttributes([setting]),
  );
  const listener = event === undefined ? '' : ` on${event}={(event) => console.log(event)}`;
  const element = `<${tag}${plain.join('')}${listener}></${tag}>`;
  return provider ? `<mhb-provider gateway="${GATEWAY}">\n  ${element}\n</mhb-provider>` : element;
};

/** @param css the style sheet of a theme, if one was chosen */
const writers: Readonly<Record<Framework, (shown: Shown, css: string) => string>> = {
  html: (shown, css) => {
    const [event] = shown.events;
    const style = css === '' ? '' : `    <link rel="stylesheet" href="/theme.css" />\n`;
    const script = event === undefined ? '' : `    <script type="module" src="/page.js"></script>\n`;
    return `<!doctype html>
<html lang="zh-Hant">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>健康存摺</title>
${style}    <script type="module" src="/mhb/mhb-elements.min.js"></script>
${script}  </head>
  <body>
${indented(markup(shown), '    ')}
  </body>
</html>
`;
  },
  react: (
    shown,
    css,
  ) => `${css === '' ? '' : "import './theme.css';\n"}import type {} from '@mhb-kit/elements';
import type {} from '@mhb-kit/elements/jsx';
${imports(shown)}

export function Passbook() {
  return (
${indented(jsx(shown), '    ')}
  );
}
`,
  vue: (shown, css) => {
    const [event] = shown.events;
    const handler = event === undefined ? '' : '\n\nfunction heard(event: Event) {\n  console.log(event);\n}';
    return `<script setup lang="ts">
${imports(shown)}${handler}
</script>

<template>
${indented(markup(shown, event === undefined ? '' : ` @${event}="heard"`), '  ')}
</template>
${css === '' ? '' : `\n<style>\n${css}</style>\n`}`;
  },
  angular: (shown, css) => {
    const [event] = shown.events;
    return `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
${imports(shown)}

@Component({
  selector: 'app-passbook',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
${indented(markup(shown, event === undefined ? '' : ` (${event})="heard($event)"`), '    ')}
  \`,${css === '' ? '' : `\n  encapsulation: ViewEncapsulation.None,\n  styles: \`\n${indented(css, '    ')}  \`,`}
})
export class Passbook {${event === undefined ? '' : '\n  heard(event: Event) {\n    console.log(event);\n  }\n'}}
`.replace(
      'CUSTOM_ELEMENTS_SCHEMA }',
      css === '' ? 'CUSTOM_ELEMENTS_SCHEMA }' : 'CUSTOM_ELEMENTS_SCHEMA, ViewEncapsulation }',
    );
  },
  svelte: (shown, css) => {
    const [event] = shown.events;
    const script = css === '' ? '' : "  import './theme.css';\n";
    return `<script lang="ts">
${script}${indented(imports(shown), '  ')}
</script>

${markup(shown, event === undefined ? '' : ` on${event}={(event: Event) => console.log(event)}`)}
`;
  },
};

/** The file that contains the component. */
export const snippet = (framework: Framework, shown: Shown, css = ''): string =>
  writers[framework](shown, css);

/**
 * The script next to the HTML page, because a strict policy allows none in it; empty if the component has no
 * events.
 */
export const pageScript = ({ tag, events: [event] }: Shown): string =>
  event === undefined
    ? ''
    : `document.querySelector('${tag}').addEventListener('${event}', (event) => {\n  console.log(event);\n});\n`;
