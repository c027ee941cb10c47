import { createHash } from 'node:crypto';
import { html, type Markup } from '../../pages/page.js';

/** The part of an OpenAPI 3.1 document that the page shows. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly description?: string; readonly version: string };
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
  readonly examples?: readonly unknown[];
  readonly patternProperties?: Readonly<Record<string, Schema>>;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly description?: string;
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
    readonly schema?: Schema;
    readonly description?: string;
  }[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
}

const style = `
:root { color-scheme: light dark; }
body { font: 16px/1.6 system-ui, sans-serif; margin: 2rem auto; max-width: 56rem; padding: 0 1rem; }
h2 { margin-top: 3rem; } h3 { margin-bottom: 0; overflow-wrap: anywhere; } code { font-size: .95em; }
section { border-top: 1px solid GrayText; padding-bottom: 1rem; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1.5rem; } dd { margin: 0; }
ul { padding-left: 1.25rem; } pre { overflow-x: auto; padding: .5rem 1rem; border: 1px solid GrayText; } .note { color: GrayText; } nav ul { columns: 18rem; }
`;

/**
 * The content security policy, which allows this page only its style sheet: no scripts, no other files, and no
 * frames.
 */
export const apiPagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Renders the OpenAPI document as a readable page. */
export function apiPage(document: ApiDocument): string {
  const { info, paths = {}, components = {} } = document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation: operation as Operation,
    })),
  );
  const tags = [...new Set(operations.map(({ operation }) => tagOf(operation)))];
  const schemas = Object.entries(components.schemas ?? {}) as [string, Schema][];
  const body = html`<h1>${info.title}</h1>
    <p>${info.description ?? ''}</p>
    <p>The same for programs: <a href="/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
    <nav aria-label="Operations">
      <ul>
        ${operations.map(({ name }) => html`<li><a href="#${anchor(name)}">${name}</a></li>`)}
      </ul>
    </nav>
    ${tags.map(
      (tag) =>
        html`<h2>${tag}</h2>
          ${operations
            .filter(({ operation }) => tagOf(operation) === tag)
            .map(({ name, operation }) => operationSection(name, operation))}`,
    )}
    <h2>Shapes</h2>
    ${schemas.map(
      ([name, schema]) =>
        html`<section id="${name}">
          <h3>${name}</h3>
          ${schemaMarkup(schema)}
        </section>`,
    )}`;
  const head = html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${info.title}</title>`;
  return `<!doctype html>\n<html lang="en">\n<head>\n${head.markup}\n<style>${style}</style>\n</head>\n<body>\n<main>${body.markup}</main>\n</body>\n</html>\n`;
}

const tagOf = ({ tags }: Operation): string => tags?.[0] ?? 'other';
const anchor = (name: string): string => name.replaceAll(/\W+/g, '-');

function operationSection(name: string, operation: Operation): Markup {
  const {
    summary = '',
    description = '',
    security = [],
    parameters = [],
    requestBody,
    responses = {},
  } = operation;
  return html`<section id="${anchor(name)}">
    <h3><code>${name}</code></h3>
    <p>${summary}. ${description}${security.length > 0 ? ' Needs a session.' : ''}</p>
    <dl>
      ${parameters.map(
        (parameter) =>
          html`<dt><code>${parameter.name}</code> <span class="note">${parameter.in}</span></dt>
            <dd>
              ${parameter.required === true ? '' : 'optional; '}${typeMarkup(parameter.schema ?? {})}
              ${parameter.description ?? parameter.schema?.description ?? ''}
            </dd>`,
      )}
      ${contents(requestBody).map(
        (schema) =>
          html`<dt>body</dt>
            <dd>${schema}</dd>`,
      )}
      ${Object.entries(responses).map(
        ([status, response]) =>
          html`<dt>${status}</dt>
            <dd>
              ${contents(response)}
              ${response.description === 'Default Response' ? '' : (response.description ?? '')}
            </dd>`,
      )}
    </dl>
  </section>`;
}

const contents = (body: Content | undefined): readonly Markup[] =>
  Object.entries(body?.content ?? {}).map(
    ([type, { schema = {} }]) => html`${typeMarkup(schema)} <span class="note">${type}</span>`,
  );

/** Renders a type on one line. `schemaMarkup` renders types that have members. */
function typeMarkup(schema: Schema): Markup {
  const { $ref, type, format, pattern, items, anyOf } = schema;
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1) ?? '';
    return html`<a href="#${name}">${name}</a>`;
  }
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.enum !== undefined && schema.enum.length <= 20) {
    return html`<code>${schema.enum.map((value) => JSON.stringify(value)).join(' | ')}</code>`;
  }
  if (anyOf !== undefined) {
    return html`${anyOf.map((each, index) => html`${index === 0 ? '' : ' or '}${typeMarkup(each)}`)}`;
  }
  if (items !== undefined) return html`list of ${typeMarkup(items)}`;
  if (schema.properties !== undefined) return schemaMarkup(schema);
  const words = [type === undefined ? 'anything' : String(type), format, pattern].filter(
    (each) => each !== undefined,
  );
  return html`<code>${words.join(' ')}</code>`;
}

function schemaMarkup(schema: Schema): Markup {
  const { properties, required = [], description = '', examples = [] } = schema;
  const shown = examples.map((each) => html`<pre>${JSON.stringify(each, null, 2)}</pre>`);
  if (properties === undefined)
    return html`<p>${description} ${typeMarkup(schema)}</p>
      ${shown}`;
  return html`<p>${description}</p>
    <ul>
      ${Object.entries(properties).map(
        ([name, member]) =>
          html`<li>
            <code>${name}</code>${required.includes(name) ? '' : ' (optional)'}: ${typeMarkup(member)}
            ${member.description ?? ''}
          </li>`,
      )}
    </ul>
    ${shown}`;
}
