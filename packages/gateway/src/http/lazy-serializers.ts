import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';

type Build = ReturnType<typeof SerializerSelector>;

/**
 * Compiles each serializer when it is first needed, and only once for all routes with the same response. Most
 * serializers are for errors that rarely occur, and compiling all of them would add a fifth of a second to each
 * start.
 */
export function lazySerializers(): Build {
  const build = SerializerSelector();
  return (namedSchemas, options) => {
    const compile = build(namedSchemas, options);
    const compiled = new Map<string, ReturnType<typeof compile>>();
    return (route) => {
      const key = JSON.stringify(route.schema);
      return (body) => {
        let serialize = compiled.get(key);
        if (serialize === undefined) {
          serialize = compile(route);
          compiled.set(key, serialize);
        }
        return serialize(body);
      };
    };
  };
}
