import { Compile } from 'typebox/schema';
import { expect } from 'vitest';

/** HTTP exchanges, and the OpenAPI document that they must match. */

export interface DescribedOperation {
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
  }[];
  readonly operationId: string;
  readonly requestBody?: {
    readonly content: Record<string, { readonly schema: { readonly $ref?: string } }>;
  };
  readonly responses: Record<
    string,
    { readonly content?: Record<string, { readonly schema?: object; readonly examples?: object }> }
  >;
}

export interface ApiDocument {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, DescribedOperation>>;
  readonly components: { readonly schemas: Record<string, { readonly examples?: readonly unknown[] }> };
}

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly request: Request;
  readonly requestBody: unknown;
  readonly response: Response;
}

export async function loadApiDocument(gatewayUrl: string): Promise<ApiDocument> {
  return (await (await fetch(`${gatewayUrl}/v1/openapi.json`)).json()) as ApiDocument;
}

/** A fetch that records requests and responses in `exchanges`. */
export function recording(exchanges: Exchange[], send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const response = await send(input, init);
    const requestBody: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    exchanges.push({
      method: request.method,
      path: new URL(request.url).pathname,
      request,
      requestBody,
      response: response.clone(),
    });
    return response;
  };
}

export function matches({ components }: ApiDocument, schema: object, value: unknown): boolean {
  return Compile({ ...schema, components }).Check(value);
}

/**
 * Expects path, headers, body, status and answer of an exchange to match the description; returns its
 * operation: `GET /v1/requests/{id}`.
 */
export async function expectAsDescribed(document: ApiDocument, exchange: Exchange): Promise<string> {
  const { request, requestBody, response } = exchange;
  const [template, operation] = operationOf(document, exchange);
  const name = `${exchange.method} ${template}`;
  const label = `${name} ${response.status}`;
  const parameters = (place: string) => (operation.parameters ?? []).filter((each) => each.in === place);
  for (const { name: header, required } of parameters('header'))
    if (required === true) expect(request.headers.has(header), label).toBe(true);
  const described = parameters('query').map((each) => each.name);
  for (const parameter of new URL(request.url).searchParams.keys())
    expect(described, label).toContain(parameter);
  const body = operation.requestBody?.content['application/json'];
  expect(requestBody === undefined, label).toBe(body === undefined);
  if (body !== undefined) expect(matches(document, body.schema, requestBody), label).toBe(true);
  const answer = operation.responses[response.status];
  expect(answer, label).toBeDefined();
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
  if (type.endsWith('json')) {
    const schema = answer?.content?.['application/json']?.schema ?? answer?.content?.[type]?.schema;
    if (schema === undefined) throw new Error(`${label}: no body is described`);
    expect(matches(document, schema, await response.json()), label).toBe(true);
  }
  return name;
}

/** The operation of an exchange, by the template of its path; one without parameters takes precedence. */
function operationOf(
  { paths }: ApiDocument,
  { method, path }: Exchange,
): readonly [string, DescribedOperation] {
  const found = Object.entries(paths)
    .sort(([one], [other]) => Number(one.includes('{')) - Number(other.includes('{')))
    .find(([template]) => new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path));
  const operation = found?.[1][method.toLowerCase()];
  if (found === undefined || operation === undefined) throw new Error(`${method} ${path} is not described`);
  return [found[0], operation];
}
