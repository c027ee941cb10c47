/**
 * The page of settings, generated from the schema that validates the gateway's configuration. The purpose of
 * a setting is written only in the schema's `description`.
 *
 * @typedef {object} Schema
 * @property {string} [type]
 * @property {unknown} [const]
 * @property {readonly unknown[]} [enum]
 * @property {string} [pattern]
 * @property {string} [description]
 * @property {number} [minimum]
 * @property {number} [exclusiveMinimum]
 * @property {number} [maximum]
 * @property {number} [minLength]
 * @property {Readonly<Record<string, Schema>>} [properties]
 * @property {Schema} [additionalProperties]
 * @property {Readonly<Record<string, Schema>>} [patternProperties]
 * @property {readonly string[]} [required]
 * @property {Schema} [items]
 * @property {readonly Schema[]} [anyOf]
 *
 * @typedef {{ readonly defaults: object, readonly variables: Readonly<Record<string, string>> }} Facts
 *   further data about settings
 */

const code = (/** @type {unknown} */ value) =>
  `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

/** The allowed values, in a few words. @param {Schema} schema @returns {string} */
function kindOf({
  type,
  const: fixed,
  enum: values,
  pattern,
  minimum,
  exclusiveMinimum,
  maximum,
  items,
  anyOf,
}) {
  if (fixed !== undefined) return code(fixed);
  if (values !== undefined) return oneOf(values);
  if (anyOf !== undefined)
    return anyOf.every(({ const: each }) => each !== undefined)
      ? oneOf(anyOf.map((each) => each.const))
      : 'one of these forms';
  const range = [
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(exclusiveMinimum === undefined ? [] : [`more than ${exclusiveMinimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
    ...(pattern === undefined ? [] : [`matching ${code(pattern)}`]),
  ];
  const name =
    type === 'array'
      ? `list of ${items === undefined ? 'anything' : plural(kindOf(items))}`
      : (type ?? 'anything');
  return [name, ...range].join(', ').replace(', matching', ' matching');
}

/** @param {readonly unknown[]} values */
const oneOf = (values) => (values.length === 1 ? code(values[0]) : `one of ${values.map(code).join(', ')}`);

const plural = (/** @type {string} */ kind) =>
  kind.replace(/^one of/, 'the values').replace(/^(?:string|object)\b/, '$&s');

/**
 * A setting and its nested settings.
 * @param {string} path @param {Schema} schema @param {Facts & { readonly isRequired: boolean }} known
 * @returns {string[]}
 */
function linesOf(path, schema, { isRequired, defaults, variables }) {
  const value = path
    .split('.')
    .reduce(
      (/** @type {unknown} */ at, name) => /** @type {Record<string, unknown>} */ (at ?? {})[name],
      defaults,
    );
  const variable = Object.entries(variables).find(([, setting]) => setting === path)?.[0];
  const facts = [
    kindOf(schema),
    ...(isRequired && value === undefined ? ['required'] : []),
    ...(value === undefined || typeof value === 'object' ? [] : [`default ${code(value)}`]),
    ...(variable === undefined ? [] : [`environment variable ${code(variable)}`]),
  ];
  const text = schema.description === undefined ? '' : ` ${schema.description.replace(/\.?$/, '.')}`;
  return [`- ${code(path)}: ${facts.join('; ')}.${text}`, ...insideOf(path, schema, { defaults, variables })];
}

/** @param {string} path @param {Schema} schema @param {Facts} facts @returns {string[]} */
function insideOf(
  path,
  { properties = {}, required = [], items, anyOf = [], additionalProperties, patternProperties = {} },
  facts,
) {
  const any = [additionalProperties, ...Object.values(patternProperties)].find(
    (each) => typeof each === 'object',
  );
  return [
    ...Object.entries(properties).flatMap(([name, schema]) =>
      linesOf(`${path}.${name}`, schema, { ...facts, isRequired: required.includes(name) }),
    ),
    ...(any === undefined ? [] : linesOf(`${path}.*`, any, { ...facts, isRequired: false })),
    ...(items === undefined ? [] : insideOf(`${path}[]`, items, facts)),
    ...anyOf.flatMap((form) => insideOf(path, form, facts)),
  ];
}

/** @param {Facts & { readonly schema: Schema }} source */
export function settingsPage({ schema, defaults, variables }) {
  const { properties = {}, required = [] } = schema;
  const sections = Object.entries(properties).map(([name, setting]) =>
    [
      `## ${name}`,
      '',
      ...linesOf(name, setting, { isRequired: required.includes(name), defaults, variables }),
    ].join('\n'),
  );
  return [
    '# Settings of the gateway',
    '',
    'This page lists every setting of `mhb-gateway`, in the order in which the schema defines them. `group.setting` means a setting',
    'inside a group, and `[]` stands for each entry of a list. An environment variable overrides the setting in the file. The page',
    'is generated from the schema in `packages/gateway/src/config/configuration.ts` by `npm run references`.',
    '',
    sections.join('\n\n'),
    '',
  ].join('\n');
}
