import { readFile } from 'node:fs/promises';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { MhbError } from '@mhb-kit/core/error';

/** The configuration of `mhb-gateway`: a JSON file, and the environment on top of it. */

const port = Type.Integer({ minimum: 0, maximum: 65_535 });

export const configurationSchema = Type.Object(
  {
    environment: Type.Enum(['development', 'production']),
    dataDirectory: Type.String({ minLength: 1, description: 'Database, keys and archives' }),
    databaseUrl: Type.Optional(
      Type.String({ pattern: '^postgres(?:ql)?://', description: 'Better in the environment' }),
    ),
    port,
    host: Type.String({ minLength: 1 }),
    metricsPort: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 65_535, description: 'On the loopback address' }),
    ),
    publicUrl: Type.Optional(
      Type.String({ pattern: '^https?://[^/]+$', description: 'As browsers reach it' }),
    ),
    trustProxy: Type.Optional(
      Type.String({ minLength: 1, description: 'Addresses of the proxies in front' }),
    ),
    requestsPerMinute: Type.Integer({ minimum: 1 }),
    minimumAssurance: Type.Enum(['card-read', 'card-read-confirmed', 'card-read-enrolled', 'certificate']),
    passwordPolicy: Type.Enum(['nhi-legacy', 'asvs']),
    session: Type.Object(
      {
        idleMinutes: Type.Number({ exclusiveMinimum: 0 }),
        absoluteMinutes: Type.Number({ exclusiveMinimum: 0 }),
      },
      { additionalProperties: false },
    ),
    rootKey: Type.Optional(
      Type.String({ pattern: '^[\\w-]{43}$', description: '32 bytes, base64url; better in the environment' }),
    ),
    records: Type.Union([
      Type.Object(
        { kind: Type.Literal('folder'), folder: Type.String({ minLength: 1 }) },
        { additionalProperties: false },
      ),
      Type.Object(
        {
          kind: Type.Literal('fhir'),
          baseUrl: Type.String({ pattern: '^https?://' }),
          method: Type.Enum(['search', 'everything']),
          token: Type.Optional(
            Type.String({ minLength: 1, description: 'Bearer; better in the environment' }),
          ),
          identifierSystem: Type.Optional(Type.String({ minLength: 1 })),
        },
        { additionalProperties: false },
      ),
    ]),
    archives: Type.Optional(
      Type.Object(
        {
          kind: Type.Literal('s3'),
          bucket: Type.String({ minLength: 3 }),
          endpoint: Type.Optional(Type.String({ pattern: '^https?://' })),
          region: Type.Optional(Type.String({ minLength: 1 })),
          prefix: Type.Optional(Type.String({ pattern: '^(?:[\\w.-]+/)*$' })),
          accessKeyId: Type.Optional(Type.String({ minLength: 1, description: 'Better in the environment' })),
          secretAccessKey: Type.Optional(Type.String({ minLength: 1 })),
        },
        { additionalProperties: false, description: 'Default: files in the data directory' },
      ),
    ),
    content: Type.Optional(
      Type.Object(
        { folder: Type.String({ minLength: 1, description: 'Markdown that the operator edits' }) },
        { additionalProperties: false },
      ),
    ),
    registration: Type.Optional(
      Type.Object(
        {
          confirmationUrl: Type.Optional(
            Type.String({ pattern: '^https?://', description: "Default: the gateway's own page" }),
          ),
          mailAdviceDomains: Type.Optional(
            Type.Array(Type.String({ pattern: '^[\\w-]+(?:\\.[\\w-]+)+$' }), {
              description: "Known to lose the service's mail: our own page advises against them",
            }),
          ),
          smtp: Type.Object(
            { url: Type.String({ pattern: '^smtps?://' }), from: Type.String({ minLength: 3 }) },
            { additionalProperties: false },
          ),
          sms: Type.Object(
            { url: Type.String({ pattern: '^https?://' }), authorization: Type.Optional(Type.String()) },
            { additionalProperties: false },
          ),
        },
        { additionalProperties: false },
      ),
    ),
    certificates: Type.Optional(
      Type.Object(
        {
          roots: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
          authorities: Type.Array(
            Type.Object(
              {
                certificate: Type.String({ minLength: 1 }),
                revocationList: Type.Optional(Type.String({ pattern: '^https?://' })),
                responder: Type.Optional(Type.String({ pattern: '^https?://' })),
              },
              { additionalProperties: false },
            ),
            { minItems: 1 },
          ),
          enrolledBridgesOnly: Type.Optional(Type.Boolean()),
          ocsp: Type.Optional(
            Type.Boolean({ description: 'Ask responders before the list of the day; default true' }),
          ),
        },
        { additionalProperties: false, description: 'Login with the Citizen Digital Certificate' },
      ),
    ),
    elementsFolder: Type.Optional(
      Type.String({ minLength: 1, description: 'dist/cdn of @mhb-kit/elements; default: as installed' }),
    ),
    embedders: Type.Array(
      Type.Object(
        {
          id: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
          name: Type.String(),
          origins: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
          login: Type.Optional(Type.Array(Type.Enum(['direct', 'connect']), { minItems: 1 })),
          scopes: Type.Optional(Type.Array(Type.Enum(['requests', 'archives', 'activity', 'account']))),
          redirectUris: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
        },
        { additionalProperties: false },
      ),
    ),
    bridges: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          publicJwk: Type.Object({
            kty: Type.Literal('EC'),
            crv: Type.Literal('P-256'),
            x: Type.String(),
            y: Type.String(),
          }),
        },
        { additionalProperties: false },
      ),
    ),
    logLevel: Type.Enum(['silent', 'error', 'warn', 'info', 'debug']),
  },
  { additionalProperties: false },
);

export type Configuration = Static<typeof configurationSchema>;

const defaults = {
  environment: 'development',
  dataDirectory: '.data/gateway',
  port: 8081,
  host: '127.0.0.1',
  requestsPerMinute: 600,
  minimumAssurance: 'card-read-confirmed',
  passwordPolicy: 'nhi-legacy',
  session: { idleMinutes: 10, absoluteMinutes: 30 },
  records: { kind: 'folder', folder: '.data/records' },
  embedders: [],
  bridges: [],
  logLevel: 'info',
};

/** Environment variables, and the settings that they replace: a setting of a group only where the file has the group. */
const variables = {
  DATABASE_URL: 'databaseUrl',
  MHB_ENVIRONMENT: 'environment',
  MHB_DATA_DIRECTORY: 'dataDirectory',
  MHB_FHIR_TOKEN: 'records.token',
  MHB_HOST: 'host',
  MHB_LOG_LEVEL: 'logLevel',
  MHB_METRICS_PORT: 'metricsPort',
  MHB_PORT: 'port',
  MHB_PUBLIC_URL: 'publicUrl',
  MHB_ROOT_KEY: 'rootKey',
  MHB_S3_ACCESS_KEY_ID: 'archives.accessKeyId',
  MHB_S3_SECRET_ACCESS_KEY: 'archives.secretAccessKey',
  MHB_SMS_AUTHORIZATION: 'registration.sms.authorization',
  MHB_SMTP_URL: 'registration.smtp.url',
  MHB_TRUST_PROXY: 'trustProxy',
} as const;

export type Environment = Readonly<Record<string, string | undefined>>;

type Settings = Record<string, unknown>;

function replaceSetting(settings: Settings, [name = '', ...within]: readonly string[], value: unknown): void {
  if (within.length === 0) {
    settings[name] = value;
    return;
  }
  const group = settings[name];
  if (typeof group === 'object' && group !== null) replaceSetting(group as Settings, within, value);
}

/** @throws {MhbError} `configuration-invalid`, naming every setting that is wrong */
export function parseConfiguration(file: unknown, environment: Environment): Configuration {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) {
    throw new MhbError('configuration-invalid', 'The configuration must be a JSON object');
  }
  const merged: Settings = structuredClone({ ...defaults, ...file });
  for (const [variable, setting] of Object.entries(variables)) {
    const value = environment[variable];
    if (value === undefined || value === '') continue;
    const isPort = setting.toLowerCase().endsWith('port') && /^\d+$/.test(value);
    replaceSetting(merged, setting.split('.'), isPort ? Number(value) : value);
  }
  if (Value.Check(configurationSchema, merged)) return merged;
  const problems = Value.Errors(configurationSchema, merged)
    .filter(({ keyword }) => keyword !== 'additionalProperties')
    .map(({ instancePath, message, keyword }) => {
      const setting = instancePath.slice(1).replaceAll('/', '.') || 'the configuration';
      return keyword === 'boolean' ? `${setting} is not a setting` : `${setting} ${message}`;
    });
  throw new MhbError('configuration-invalid', [...new Set(problems)].join('; '));
}

/** Reads the file, if one is named, and the environment. */
export async function loadConfiguration(
  path: string | undefined,
  environment: Environment,
): Promise<Configuration> {
  if (path === undefined) return parseConfiguration({}, environment);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new MhbError('configuration-invalid', `The file ${path} cannot be read`, { cause: error });
  });
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new MhbError('configuration-invalid', `The file ${path} is not JSON`, { cause: error });
  }
  return parseConfiguration(file, environment);
}
