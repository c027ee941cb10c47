import { readFile } from 'node:fs/promises';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { MhbError } from '@mhb-kit/core/error';
import { sessionAssurances, sessionScopes } from '@mhb-kit/core/gateway';
import { passwordPolicies } from '@mhb-kit/core/identity';
import { createNetworks } from '../limits/networks.js';
import { completeLimits } from '../limits/limits.js';
import { catalogueChanges } from '../requests/catalogue-changes.js';
import { assertClosed, type Environment } from './environment-file.js';
import { limitSettings } from './limit-settings.js';
import {
  certificateSettings,
  passkeySettings,
  registrationSettings,
  representationSettings,
} from './login-settings.js';
import { isReachable, trustProxyProblem } from './reachability.js';

/** The configuration of `mhb-gateway`: a JSON file, overridden by the environment. */

const port = Type.Integer({ minimum: 0, maximum: 65_535 });

export const configurationSchema = Type.Object(
  {
    environment: Type.Enum(['development', 'production'], {
      description:
        'In production, the gateway starts only if all settings are safe; see the production guide',
    }),
    dataDirectory: Type.String({
      minLength: 1,
      description: 'The folder for the database, keys and archives',
    }),
    databaseUrl: Type.Optional(
      Type.String({
        pattern: '^postgres(?:ql)?://',
        description: 'This value is secret; set the environment variable instead',
      }),
    ),
    port,
    host: Type.String({ minLength: 1, description: 'The address on which the gateway listens' }),
    allowNetworkHost: Type.Optional(
      Type.Boolean({
        description: 'In production, confirms that only the proxy can reach `host` from the network',
      }),
    ),
    metricsPort: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 65_535,
        description: 'The port on the loopback address at which the gateway offers its metrics',
      }),
    ),
    publicUrl: Type.Optional(
      Type.String({
        pattern: '^https?://[^/]+$',
        description: 'The address at which browsers reach the gateway',
      }),
    ),
    trustProxy: Type.Optional(
      Type.String({ minLength: 1, description: 'Addresses of the proxies in front of the gateway' }),
    ),
    requestsPerMinute: Type.Integer({
      minimum: 1,
      description: 'Number of calls that one network can make per minute',
    }),
    loginsPerMinute: Type.Integer({
      minimum: 1,
      description:
        'How many logins, and other calls that hash a password or send a message, one network can make per minute',
    }),
    limits: Type.Optional(limitSettings),
    minimumAssurance: Type.Enum(sessionAssurances, {
      description: 'The lowest assurance level at which a login is accepted',
    }),
    passwordPolicy: Type.Enum(passwordPolicies, { description: 'The rule for new passwords' }),
    session: Type.Object(
      {
        idleMinutes: Type.Number({
          exclusiveMinimum: 0,
          description: 'Number of minutes without a call after which a session ends',
        }),
        absoluteMinutes: Type.Number({
          exclusiveMinimum: 0,
          description: 'Number of minutes after login at which a session ends, even if it is in use',
        }),
      },
      { additionalProperties: false },
    ),
    trustedReaderDays: Type.Integer({
      minimum: 1,
      description: 'Number of days for which logins with a trusted card reader need no code',
    }),
    rootKey: Type.Optional(
      Type.String({
        pattern: '^[\\w-]{43}$',
        description:
          '32 random bytes in base64url. This value is secret; set the environment variable instead',
      }),
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
          method: Type.Enum(['search', 'everything'], {
            description:
              'Whether to send a separate search for each type of resource (`search`), or to call `Patient/$everything` (`everything`)',
          }),
          token: Type.Optional(
            Type.String({
              minLength: 1,
              description: 'The bearer token. This value is secret; set the environment variable instead',
            }),
          ),
          smart: Type.Optional(
            Type.Object(
              {
                clientId: Type.String({ minLength: 1 }),
                keyFile: Type.String({
                  minLength: 1,
                  description: 'The file that was created by `mhb-gateway fhir-keys`',
                }),
                tokenUrl: Type.Optional(
                  Type.String({
                    pattern: '^https?://',
                    description: 'Default: the address that the FHIR server states',
                  }),
                ),
                scope: Type.Optional(
                  Type.String({
                    minLength: 1,
                    description: 'Default: permission to read all types of resources that the gateway needs',
                  }),
                ),
              },
              { additionalProperties: false, description: 'Uses SMART Backend Services instead of a token' },
            ),
          ),
          identifierSystem: Type.Optional(Type.String({ minLength: 1 })),
          cardNumberSystem: Type.Optional(
            Type.String({
              minLength: 1,
              description: 'The value of `Patient.identifier.system` for card numbers',
            }),
          ),
          householdNumberSystem: Type.Optional(Type.String({ minLength: 1 })),
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
          accessKeyId: Type.Optional(
            Type.String({
              minLength: 1,
              description: 'This value is secret; set the environment variable instead',
            }),
          ),
          secretAccessKey: Type.Optional(Type.String({ minLength: 1 })),
        },
        { additionalProperties: false, description: 'Default: files in the data directory' },
      ),
    ),
    content: Type.Optional(
      Type.Object(
        {
          folder: Type.String({ minLength: 1, description: 'The folder with the operator’s Markdown files' }),
        },
        { additionalProperties: false },
      ),
    ),
    registration: Type.Optional(registrationSettings),
    certificates: Type.Optional(certificateSettings),
    passkeys: Type.Optional(passkeySettings),
    representations: Type.Optional(representationSettings),
    healthLinks: Type.Optional(
      Type.Object(
        {
          share: Type.Optional(
            Type.Boolean({ description: 'Whether people can share records. Default: `true`' }),
          ),
          relay: Type.Optional(
            Type.Boolean({
              description: 'Whether the gateway fetches received links on behalf of pages. Default: `true`',
            }),
          ),
        },
        { additionalProperties: false, description: 'SMART Health Links' },
      ),
    ),
    catalogue: Type.Optional(catalogueChanges),
    elementsFolder: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          'The folder `dist/cdn` of `@mhb-kit/elements`. Default: this folder of the installed package',
      }),
    ),
    embedders: Type.Array(
      Type.Object(
        {
          id: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
          name: Type.String({
            description: 'The name by which people know the website; it appears in the access record',
          }),
          origins: Type.Array(Type.String({ minLength: 1 }), {
            minItems: 1,
            description: 'The origins from which the website’s pages can call the gateway',
          }),
          login: Type.Optional(
            Type.Array(Type.Enum(['direct', 'connect']), {
              minItems: 1,
              description:
                "`direct`: the website asks for the password itself. `connect`: the website opens the gateway's own page. Default: `connect`",
            }),
          ),
          scopes: Type.Optional(
            Type.Array(Type.Enum(sessionScopes), {
              description: 'What the website may request on behalf of a person',
            }),
          ),
          sharedComputers: Type.Optional(
            Type.Boolean({
              description:
                'If `true`, the gateway never remembers the card reader; use this setting for kiosks',
            }),
          ),
          redirectUris: Type.Optional(
            Type.Array(Type.String({ minLength: 1 }), {
              description: 'The exact addresses to which the browser can return after login in connect mode',
            }),
          ),
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

export const configurationDefaults = {
  dataDirectory: '.data/gateway',
  port: 8081,
  host: '127.0.0.1',
  requestsPerMinute: 600,
  loginsPerMinute: 60,
  minimumAssurance: 'card-read-confirmed',
  passwordPolicy: 'asvs',
  session: { idleMinutes: 10, absoluteMinutes: 30 },
  trustedReaderDays: 90,
  records: { kind: 'folder', folder: '.data/records' },
  embedders: [],
  bridges: [],
  logLevel: 'info',
};

/**
 * Environment variables and the settings that they override. A setting within a group is overridden only if the
 * file contains the group.
 */
export const configurationVariables = {
  DATABASE_URL: 'databaseUrl',
  MHB_ALLOW_NETWORK_HOST: 'allowNetworkHost',
  MHB_ENVIRONMENT: 'environment',
  MHB_DATA_DIRECTORY: 'dataDirectory',
  MHB_FHIR_TOKEN: 'records.token',
  MHB_HOST: 'host',
  MHB_LOG_LEVEL: 'logLevel',
  MHB_METRICS_PORT: 'metricsPort',
  MHB_PORT: 'port',
  MHB_PUBLIC_URL: 'publicUrl',
  MHB_REGISTER_AUTHORIZATION: 'registration.register.authorization',
  MHB_ROOT_KEY: 'rootKey',
  MHB_S3_ACCESS_KEY_ID: 'archives.accessKeyId',
  MHB_S3_SECRET_ACCESS_KEY: 'archives.secretAccessKey',
  MHB_SMS_AUTHORIZATION: 'registration.sms.authorization',
  MHB_SMTP_URL: 'registration.smtp.url',
  MHB_TRUST_PROXY: 'trustProxy',
} as const;

type Settings = Record<string, unknown>;

function replaceSetting(settings: Settings, [name = '', ...within]: readonly string[], value: unknown): void {
  if (within.length === 0) {
    settings[name] = value;
    return;
  }
  const group = settings[name];
  if (typeof group === 'object' && group !== null) replaceSetting(group as Settings, within, value);
}

/**
 * Converts a variable's value to the setting's type. A string that cannot be converted remains a string, which the
 * validation then rejects.
 */
function settingOf(setting: string, value: string): unknown {
  if (setting.toLowerCase().endsWith('port') && /^\d+$/.test(value)) return Number(value);
  return setting === 'allowNetworkHost' && /^(?:true|false)$/.test(value) ? value === 'true' : value;
}

/** Returns the default environment, development, but only if nobody else can reach the gateway. */
function impliedEnvironment({ host, publicUrl }: Settings): 'development' {
  if (!isReachable(host, publicUrl)) return 'development';
  throw new MhbError(
    'configuration-invalid',
    'environment is not set, and others could reach the gateway: set it to production, or to development where there are no real data',
  );
}

/** @throws {MhbError} `configuration-invalid`; the message names every wrong setting */
export function parseConfiguration(file: unknown, environment: Environment): Configuration {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) {
    throw new MhbError('configuration-invalid', 'The configuration must be a JSON object');
  }
  const merged: Settings = structuredClone({ ...configurationDefaults, ...file });
  for (const [variable, setting] of Object.entries(configurationVariables)) {
    const value = environment[variable];
    if (value === undefined || value === '') continue;
    replaceSetting(merged, setting.split('.'), settingOf(setting, value));
  }
  merged.environment ??= impliedEnvironment(merged);
  if (Value.Check(configurationSchema, merged)) {
    const problem = merged.trustProxy === undefined ? null : trustProxyProblem(merged.trustProxy);
    if (problem !== null) throw new MhbError('configuration-invalid', problem);
    createNetworks(completeLimits(merged.limits).networks);
    return merged;
  }
  const problems = Value.Errors(configurationSchema, merged)
    .filter(({ keyword }) => keyword !== 'additionalProperties')
    .map(({ instancePath, message, keyword }) => {
      const setting = instancePath.slice(1).replaceAll('/', '.') || 'the configuration';
      return keyword === 'boolean' ? `${setting} is not a setting` : `${setting} ${message}`;
    });
  throw new MhbError('configuration-invalid', [...new Set(problems)].join('; '));
}

/** Reads the configuration from the environment and, if a path is given, from the file. */
export async function loadConfiguration(
  path: string | undefined,
  environment: Environment,
): Promise<Configuration> {
  if (path === undefined) return parseConfiguration({}, environment);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const detail = `The file ${path} cannot be read (${error.code ?? error.name})`;
    throw new MhbError('configuration-invalid', detail, { cause: error });
  });
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new MhbError('configuration-invalid', `The file ${path} is not JSON`, { cause: error });
  }
  const configuration = parseConfiguration(file, environment);
  if (configuration.environment === 'production' && holdsSecret(parseConfiguration(file, NO_VARIABLES)))
    await assertClosed(path);
  return configuration;
}

const NO_VARIABLES: Environment = { MHB_ENVIRONMENT: 'production' };

/** Checks whether the file itself contains a secret. */
const holdsSecret = ({ rootKey, databaseUrl, records, archives, registration }: Configuration): boolean =>
  [
    rootKey,
    databaseUrl === undefined || new URL(databaseUrl).password === '' ? undefined : databaseUrl,
    records.kind === 'fhir' ? records.token : undefined,
    archives?.secretAccessKey,
    registration === undefined || new URL(registration.smtp.url).password === '' ? undefined : 'password',
    registration?.sms.authorization,
  ].some((secret) => secret !== undefined);
