/**
 * The page of the HTTP interface, generated from the OpenAPI document that a gateway serves.
 *
 * @typedef {object} Schema
 * @property {string} [$ref]
 * @property {string | readonly string[]} [type]
 * @property {unknown} [const]
 * @property {readonly unknown[]} [enum]
 * @property {string} [format]
 * @property {string} [pattern]
 * @property {string} [description]
 * @property {Readonly<Record<string, Schema>>} [properties]
 * @property {readonly string[]} [required]
 * @property {Schema} [items]
 * @property {readonly Schema[]} [anyOf]
 *
 * @typedef {{ readonly content?: Readonly<Record<string, { readonly schema?: Schema, readonly examples?: Readonly<Record<string, unknown>> }>>, readonly description?: string }} Content
 *
 * @typedef {object} Operation
 * @property {string} operationId
 * @property {string} [summary]
 * @property {string} [description]
 * @property {readonly string[]} [tags]
 * @property {readonly object[]} [security]
 * @property {readonly { readonly in: string, readonly name: string, readonly required?: boolean, readonly schema?: Schema, readonly description?: string }[]} [parameters]
 * @property {Content} [requestBody]
 * @property {Readonly<Record<string, Content>>} [responses]
 */

const code = (/** @type {unknown} */ value) =>
  `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
const nameOf = (/** @type {string} */ reference) =>
  (reference.split('/').pop() ?? reference).replace(/#$/, '');
const anchor = (/** @type {string} */ name) => name.toLowerCase();
const sentence = (/** @type {string | undefined} */ text) =>
  text === undefined || text.trim() === ''
    ? ''
    : ` ${text.trim().replace(/\s+/g, ' ').replaceAll('<', '\\<').replace(/\.?$/, '.')}`;

/** @param {readonly unknown[]} values */
const oneOf = (values) => (values.length === 1 ? code(values[0]) : `one of ${values.map(code).join(', ')}`);

/** @param {Schema | undefined} schema @returns {string} */
function kindOf(schema) {
  if (schema === undefined) return 'anything';
  const { $ref, type, const: fixed, enum: values, format, pattern, items, anyOf, properties } = schema;
  if ($ref !== undefined) return `[${nameOf($ref)}](#${anchor(nameOf($ref))})`;
  if (fixed !== undefined) return code(fixed);
  if (values !== undefined) return oneOf(values);
  if (anyOf !== undefined) {
    const kinds = anyOf.map(kindOf);
    if (kinds.some((kind) => kind.startsWith('object with'))) return kinds.join('; or ');
    return kinds.join(kinds.some((kind) => kind.includes(' ')) ? ', or ' : ' or ');
  }
  if (type === 'array') {
    const kind = kindOf(items)
      .replace(/^one of/, 'the values')
      .replace(/^(?:string|object|list)\b/, '$&s');
    return `list of ${kind}`;
  }
  if (type === 'object' && properties !== undefined) {
    const members = Object.entries(properties);
    return `object with the ${members.length === 1 ? 'property' : 'properties'} ${members
      .map(([name, each]) => `${code(name)} (${kindOf(each)})`)
      .join(', ')}`;
  }
  const name = typeof type === 'string' ? type : (type ?? ['anything']).join(' or ');
  return [
    name,
    ...(format === undefined ? [] : [`in ${code(format)} format`]),
    ...(pattern === undefined ? [] : [`matching ${code(pattern)}`]),
  ].join(' ');
}

/** @param {Content | undefined} content */
const contentOf = (content) =>
  Object.entries(content?.content ?? {})
    .map(([type, { schema }]) =>
      schema?.$ref === undefined && type !== 'application/json' ? code(type) : kindOf(schema),
    )
    .join(' or ');

/** @param {string} heading @param {Operation} operation */
function operationLines(
  heading,
  { summary, description, security, parameters = [], requestBody, responses = {} },
) {
  return [
    // As code, because the site treats braces at the end of a heading as attributes.
    `### \`${heading}\``,
    '',
    `${[summary, description].map(sentence).join('').trim() || 'No description.'}`,
    '',
    ...(security === undefined || security.length === 0
      ? []
      : [`- Authentication: ${security.flatMap(Object.keys).map(code).join(' or ')}`]),
    ...parameters.map(
      ({ in: place, name, required, schema, description: text }) =>
        `- ${place} ${code(name)}${required === true ? ' (required)' : ''}: ${kindOf(schema)}.${sentence(text)}`,
    ),
    ...(requestBody === undefined ? [] : [`- Body: ${contentOf(requestBody)}`]),
    ...Object.entries(responses).map(([status, answer]) => {
      const codes = Object.values(answer.content ?? {}).flatMap(({ examples = {} }) => Object.keys(examples));
      const kind = contentOf(answer);
      return `- ${status}: ${[kind, ...(codes.length === 0 ? [] : [codes.map(code).join(', ')])].filter((part) => part !== '').join(': ') || 'no body'}`;
    }),
    '',
  ];
}

/** @param {string} name @param {Schema} schema */
function schemaLines(name, schema) {
  const { properties, required = [], description } = schema;
  return [
    `### ${name}`,
    '',
    ...(description === undefined ? [] : [sentence(description).trim(), '']),
    ...(properties === undefined
      ? [`- ${kindOf(schema)}`]
      : Object.entries(properties).map(
          ([field, each]) =>
            `- ${code(field)}${required.includes(field) ? '' : ' (optional)'}: ${kindOf(each)}.${sentence(each.description)}`,
        )),
    '',
  ];
}

/** @param {{ readonly info: { readonly title: string, readonly description?: string }, readonly paths?: object, readonly components?: { readonly schemas?: object } }} document */
export function httpPage({ info, paths = {}, components = {} }) {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(/** @type {Record<string, Operation>} */ (methods)).map(([method, operation]) => ({
      tag: operation.tags?.[0] ?? 'other',
      lines: operationLines(`${method.toUpperCase()} ${path}`, operation),
    })),
  );
  const tags = [...new Set(operations.map(({ tag }) => tag))].sort();
  const schemas = Object.entries(/** @type {Record<string, Schema>} */ (components.schemas ?? {})).sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  return [
    `# ${info.title}`,
    '',
    `${sentence(info.description).trim()}`,
    '',
    'A gateway also serves this reference, as an OpenAPI 3.1 document at `/v1/openapi.json` and as a web page at `/v1/docs`. This page is generated from the document by',
    '`npm run references`.',
    '',
    ...tags.flatMap((tag) => [
      `## ${tag}`,
      '',
      ...operations.filter((each) => each.tag === tag).flatMap(({ lines }) => lines),
    ]),
    '## Schemas',
    '',
    ...schemas.flatMap(([name, schema]) => schemaLines(name, schema)),
  ].join('\n');
}
