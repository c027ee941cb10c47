import buildValidators from '@fastify/ajv-compiler';
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import type { FastifySchemaCompiler } from 'fastify';
import type { FastifyRouteSchemaDef, FastifyValidationResult } from 'fastify/types/schema.js';

/*
 * By default, fastify compiles the schemas of all routes at startup. These compilers compile a schema when it is first
 * needed, and only once for all routes that have the same schema. Most schemas describe errors that rarely occur or calls
 * that a process never receives, and compiling all of them would add a third of a second to each start.
 */

type BuildValidators = ReturnType<typeof buildValidators>;
type NamedSchemas = Parameters<BuildValidators>[0];
/** The types of the library name a schema, but its function takes a route. */
type Route = Parameters<ReturnType<BuildValidators>>[0] & FastifyRouteSchemaDef<unknown>;
type BuildSerializers = ReturnType<typeof SerializerSelector>;

/**
 * Compiles the checks of what a call contains. In the schemas, the names of headers must be in lower case.
 * @param namedSchemas the schemas that others refer to by `$ref`; called when the first schema is compiled
 */
export function lazyValidators(
  namedSchemas: () => Readonly<Record<string, unknown>>,
): FastifySchemaCompiler<unknown> {
  const options = { customOptions: { removeAdditional: false, coerceTypes: false } };
  let compileOne: ReturnType<BuildValidators> | undefined;
  const compile = onceForEachSchema((route: FastifyRouteSchemaDef<unknown>) => {
    compileOne ??= buildValidators()(namedSchemas() as NamedSchemas, options);
    return compileOne(route as Route);
  });
  return (route) => {
    const validate: FastifyValidationResult = (content) => {
      const compiled = compile(route);
      const isValid = compiled(content) as boolean;
      validate.errors = compiled.errors ?? null;
      return isValid;
    };
    return validate;
  };
}

/** Compiles the functions that write responses. */
export function lazySerializers(): BuildSerializers {
  const build = SerializerSelector();
  return (namedSchemas, options) => {
    const compile = onceForEachSchema(build(namedSchemas, options));
    return (route) => (body) => compile(route)(body);
  };
}

/** Keeps the result for each schema. */
function onceForEachSchema<R extends { readonly schema?: unknown }, F>(
  compile: (route: R) => F,
): (route: R) => F {
  const byRoute = new WeakMap<R, F>();
  const bySchema = new Map<string, F>();
  return (route) => {
    const known = byRoute.get(route);
    if (known !== undefined) return known;
    const key = JSON.stringify(route.schema);
    const compiled = bySchema.get(key) ?? compile(route);
    bySchema.set(key, compiled);
    byRoute.set(route, compiled);
    return compiled;
  };
}
