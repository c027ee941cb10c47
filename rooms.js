/**
 * The rooms of the house and the one direction of imports. A row says which packages a package may import, or which rooms of
 * its own package a room may import. Rows stand from the bottom up: a row may name rows above it only, so there can be no
 * circle between rooms. `npm run rooms` checks every import against these tables (`.dependency-cruiser.js`), those of types
 * and lazy ones too.
 */

/** @type {Readonly<Record<string, readonly string[]>>} */
export const packages = {
  core: [],
  knowledge: ['core'],
  elements: ['core', 'knowledge'],
  'card-bridge': ['core'],
  gateway: ['core'],
  cli: ['core', 'knowledge'],
  testkit: ['core'],
};

/**
 * By package, its rooms under `src`. A room is a folder with the files directly in it, or a file at the root (`index.ts`).
 *
 * - `name/**` is one room with all the folders in it;
 * - the row `*` is for every folder without a row of its own; such rooms do not import each other;
 * - `*` as what a room may import: every room above.
 *
 * @type {Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>}
 */
export const rooms = {
  core: {
    'error-messages': [],
    'error-messages.ts': ['error-messages'],
    'error.ts': ['error-messages.ts'],
    'encoding.ts': [],
    'web-crypto': [],
    calls: ['error.ts'],
    identity: [],
    'archive/primitives': [],
    'archive/platform': ['archive/primitives'],
    archive: ['error.ts', 'calls', 'archive/primitives', 'archive/platform'],
    manifest: ['error.ts', 'encoding.ts'],
    request: ['identity'],
    card: ['error.ts', 'encoding.ts', 'calls', 'identity'],
    'passbook/**': ['error.ts', 'calls', 'identity', 'manifest'],
    fulfilment: ['error.ts', 'identity', 'request', 'passbook/**'],
    share: ['error.ts', 'encoding.ts', 'identity', 'passbook/**'],
    gateway: ['error.ts', 'encoding.ts', 'identity', 'manifest', 'request', 'card', 'share'],
    'index.ts': ['*'],
  },
  knowledge: {
    '**': [],
  },
  elements: {
    base: [],
    card: ['base'],
    'self-service': ['base', 'card'],
    'passbook-viewer/**': ['base'],
    /** A component: it stands on the shared rooms and on no other component. */
    '*': ['base', 'card', 'self-service'],
    help: ['base', 'passbook-viewer/**'],
    define: ['*'],
    'index.ts': ['*'],
    frameworks: ['base', 'index.ts'],
  },
  'card-bridge': {
    storage: [],
    consent: ['storage'],
    pcsc: [],
    pkcs11: ['consent'],
    server: ['storage', 'consent', 'pcsc', 'pkcs11'],
    window: ['consent'],
    configuration: ['pcsc', 'server'],
    'bridge.ts': ['storage', 'consent', 'pcsc', 'pkcs11', 'server'],
    command: ['storage', 'consent', 'pcsc', 'pkcs11', 'configuration', 'bridge.ts'],
    bin: ['command'],
    'index.ts': ['*'],
  },
  gateway: {
    scheduling: [],
    limits: [],
    storage: [],
    secrets: ['storage'],
    jobs: ['storage'],
    monitoring: ['storage'],
    embedders: ['scheduling', 'storage'],
    audit: ['scheduling', 'storage', 'embedders'],
    register: ['scheduling', 'storage', 'secrets'],
    'records/fhir': ['scheduling', 'register'],
    records: ['scheduling', 'storage', 'register', 'records/fhir'],
    messages: ['scheduling', 'limits', 'storage', 'secrets', 'jobs', 'monitoring', 'audit'],
    accounts: ['scheduling', 'storage', 'secrets'],
    sessions: ['scheduling', 'limits', 'storage', 'secrets', 'embedders', 'messages', 'accounts'],
    'self-service': [
      ...[
        'scheduling',
        'limits',
        'storage',
        'secrets',
        'jobs',
        'monitoring',
        'audit',
        'register',
        'messages',
      ],
      ...['accounts', 'sessions'],
    ],
    passkeys: [
      ...['scheduling', 'limits', 'storage', 'secrets', 'audit', 'accounts', 'sessions', 'self-service'],
    ],
    connect: ['scheduling', 'storage', 'secrets', 'embedders', 'sessions'],
    requests: ['scheduling', 'storage', 'secrets', 'jobs', 'audit', 'accounts'],
    'health-links': ['scheduling', 'limits', 'storage', 'secrets', 'accounts'],
    content: ['scheduling'],
    'pages/browser': [],
    pages: ['pages/browser'],
    http: ['scheduling', 'limits', 'storage', 'secrets', 'monitoring', 'embedders', 'sessions'],
    'http/resources': [
      ...['storage', 'secrets', 'embedders', 'audit', 'accounts', 'sessions', 'self-service', 'connect'],
      ...['passkeys', 'requests', 'health-links', 'content', 'http'],
    ],
    'http/server': [
      ...['scheduling', 'storage', 'secrets', 'embedders', 'self-service', 'connect', 'content', 'pages'],
      ...['health-links', 'http', 'http/resources'],
    ],
    composition: ['*'],
    config: ['*'],
    operation: ['*'],
    bin: ['*'],
    'index.ts': ['*'],
  },
  cli: {
    'terminal.ts': [],
    'texts.ts': ['terminal.ts'],
    'printable.ts': [],
    'output.ts': [],
    'input.ts': ['terminal.ts', 'texts.ts', 'printable.ts'],
    'describe-health.ts': ['terminal.ts', 'texts.ts', 'printable.ts'],
    'describe-passbook.ts': ['terminal.ts', 'texts.ts', 'printable.ts', 'describe-health.ts'],
    'drug-files.ts': [],
    'command-line.ts': ['*'],
    bin: ['command-line.ts'],
    'index.ts': ['terminal.ts', 'command-line.ts'],
  },
  testkit: {
    'passbook-rows': [],
    lives: ['passbook-rows'],
    'lives/oracle': ['lives'],
    'lives/render': ['passbook-rows', 'lives'],
    'lives/score': ['lives', 'lives/oracle', 'lives/render'],
    'lives.ts': ['lives', 'lives/oracle', 'lives/render', 'lives/score'],
    people: ['passbook-rows', 'lives', 'lives/render'],
    card: [],
    servers: ['people'],
    'passbook-fixtures.ts': [],
    'gateway/state': ['people'],
    'gateway/http': ['gateway/state'],
    'gateway/resources': ['gateway/state', 'gateway/http'],
    gateway: ['people', 'gateway/state', 'gateway/http', 'gateway/resources'],
    'index.ts': ['*'],
  },
};
