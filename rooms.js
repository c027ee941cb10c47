/**
 * The folders of the packages ("rooms") and the imports that are allowed between them. Each row lists the
 * packages that a package may import, or the rooms of its own package that a room may import. A row may name
 * only rows above it, so there can be no circle. `npm run rooms` checks every import against these tables
 * (`.dependency-cruiser.js`), including imports of types and dynamic imports.
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
 * Everything about passbooks: from the parts of a record through reading, views and writing to the worker
 * that does all of it.
 */
const passbook = {
  'passbook/record': ['identity'],
  'passbook/steps': ['error.ts'],
  'passbook/results': ['identity'],
  'passbook/analytes': ['passbook/record', 'passbook/results'],
  'passbook/ingredients': ['passbook/record'],
  'passbook/values': ['identity', 'passbook/record', 'passbook/ingredients'],
  'passbook/sections': ['identity', 'passbook/record', 'passbook/values'],
  'passbook/model': [
    ...['error.ts', 'identity', 'passbook/record', 'passbook/steps', 'passbook/values'],
    'passbook/sections',
  ],
  'passbook/read': [
    ...['error.ts', 'load-module.ts', 'identity', 'manifest', 'passbook/record', 'passbook/steps'],
    ...['passbook/ingredients', 'passbook/values', 'passbook/sections', 'passbook/model'],
  ],
  'passbook/views': [
    ...['load-module.ts', 'identity', 'passbook/record', 'passbook/steps', 'passbook/results'],
    ...['passbook/analytes', 'passbook/ingredients', 'passbook/values', 'passbook/sections'],
    'passbook/model',
  ],
  'passbook/views/glance': [
    ...['identity', 'passbook/record', 'passbook/steps', 'passbook/sections', 'passbook/model'],
    'passbook/views',
  ],
  'passbook/views/search': [
    ...['identity', 'passbook/steps', 'passbook/analytes', 'passbook/ingredients', 'passbook/sections'],
    ...['passbook/model', 'passbook/views'],
  ],
  'passbook/views/all': [
    ...['load-module.ts', 'identity', 'passbook/steps', 'passbook/model', 'passbook/views'],
    ...['passbook/views/glance', 'passbook/views/search'],
  ],
  'passbook/write': [
    ...['load-module.ts', 'identity', 'passbook/record', 'passbook/steps', 'passbook/values'],
    ...['passbook/sections', 'passbook/model', 'passbook/read'],
  ],
  'passbook/fhir': [
    ...['error.ts', 'identity', 'passbook/record', 'passbook/steps', 'passbook/results'],
    ...['passbook/analytes', 'passbook/sections', 'passbook/model', 'passbook/views', 'passbook/write'],
  ],
  'passbook/files': ['passbook/steps', 'passbook/model', 'passbook/write', 'passbook/fhir'],
  'passbook/in-worker': [
    ...['error.ts', 'load-module.ts', 'calls', 'identity', 'passbook/record', 'passbook/steps'],
    ...['passbook/ingredients', 'passbook/sections', 'passbook/model', 'passbook/read'],
    ...['passbook/views', 'passbook/views/search', 'passbook/views/all', 'passbook/fhir'],
    'passbook/files',
  ],
  'passbook/index.ts': ['*'],
};

/** The viewer: the parts of a page, the pages, the book that contains them, and the element around it. */
const view = 'passbook-viewer/view';
const viewer = {
  [view]: [],
  'passbook-viewer/data': ['base', view],
  'passbook-viewer/family': ['base'],
  'passbook-viewer/frame': ['base', 'passbook-viewer/family'],
  'passbook-viewer/parts': ['base', 'passbook-viewer/frame'],
  'passbook-viewer/import': ['base', view, 'passbook-viewer/family', 'passbook-viewer/frame'],
  'passbook-viewer/vault': ['base', 'passbook-viewer/family', 'passbook-viewer/frame'],
  'passbook-viewer/people': ['base', 'passbook-viewer/family', 'passbook-viewer/parts'],
  'passbook-viewer/explain': ['base', 'passbook-viewer/parts'],
  'passbook-viewer/navigation': ['base', 'passbook-viewer/parts'],
  'passbook-viewer/raw': ['base', 'passbook-viewer/parts'],
  'passbook-viewer/export': ['base', view, 'passbook-viewer/frame', 'passbook-viewer/parts'],
  'passbook-viewer/header': [
    ...['base', 'passbook-viewer/family', 'passbook-viewer/parts', 'passbook-viewer/import'],
    'passbook-viewer/vault',
  ],
  'passbook-viewer/print': ['base', 'passbook-viewer/parts', 'passbook-viewer/header'],
  'passbook-viewer/pages/**': [
    ...['base', view, 'passbook-viewer/data', 'passbook-viewer/parts', 'passbook-viewer/navigation'],
  ],
  'passbook-viewer/search': ['base', 'passbook-viewer/parts', 'passbook-viewer/pages/**'],
  'passbook-viewer': ['*'],
};

/**
 * The rooms under `src` of each package. A room is a folder with the files directly in it, or a file at the
 * root (`index.ts`).
 *
 * - `name/**` is one room with all the folders in it;
 * - the row `*` is for every folder without a row of its own; such rooms do not import each other;
 * - `*` among the rooms that a room may import: every room above.
 *
 * @type {Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>}
 */
export const rooms = {
  core: {
    'error-messages': [],
    'error-messages.ts': ['error-messages'],
    'error.ts': ['error-messages.ts'],
    'encoding.ts': [],
    'load-module.ts': ['error.ts'],
    'web-crypto': [],
    'page-check': [],
    calls: ['error.ts'],
    identity: [],
    'archive/primitives': [],
    'archive/platform': ['archive/primitives'],
    archive: ['error.ts', 'calls', 'archive/primitives', 'archive/platform'],
    manifest: ['error.ts', 'encoding.ts'],
    request: ['identity'],
    card: ['error.ts', 'encoding.ts', 'load-module.ts', 'calls', 'identity'],
    ...passbook,
    fulfilment: ['error.ts', 'identity', 'request', 'passbook/index.ts'],
    family: ['identity', 'manifest', 'request', 'passbook/index.ts'],
    share: ['error.ts', 'encoding.ts', 'identity', 'passbook/index.ts'],
    gateway: [
      ...['error.ts', 'encoding.ts', 'load-module.ts', 'calls', 'identity', 'manifest', 'request', 'card'],
      'share',
    ],
    'index.ts': ['*'],
  },
  knowledge: {
    entry: [],
    /** A kind of thing that is explained, with its texts. */
    '*': ['entry'],
    'pieces.ts': ['*'],
    'find.ts': ['*'],
    'describe.ts': ['*'],
    'explain.ts': ['*'],
    'fhir-terms.ts': ['*'],
    'english-word.ts': ['pieces.ts'],
    'categories.ts': ['entry'],
    'goals.ts': ['*'],
    'index.ts': ['*'],
  },
  elements: {
    base: [],
    card: ['base'],
    'self-service': ['base', 'card'],
    ...viewer,
    /** A component: it uses the shared rooms and no other component. */
    '*': ['base', 'card', 'self-service'],
    help: ['base', 'passbook-viewer'],
    'index.ts': ['*'],
    /** What registers a component also gives the types of all. */
    define: ['*', 'index.ts'],
    /** The scripts for pages without a bundler. */
    'script-tag': ['base', view, 'define'],
    frameworks: ['base', 'index.ts'],
  },
  'card-bridge': {
    installation: [],
    storage: [],
    consent: ['storage'],
    pcsc: ['installation'],
    pkcs11: ['installation', 'consent'],
    update: ['installation', 'storage'],
    server: ['installation', 'storage', 'consent', 'pcsc', 'pkcs11'],
    window: ['consent', 'server'],
    configuration: ['consent', 'pcsc', 'server'],
    'bridge.ts': ['installation', 'storage', 'consent', 'pcsc', 'pkcs11', 'server'],
    command: [
      ...['installation', 'storage', 'consent', 'pcsc', 'pkcs11', 'update', 'server'],
      ...['configuration', 'bridge.ts'],
    ],
    bin: ['installation', 'pcsc', 'pkcs11', 'command'],
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
    representations: [
      ...['scheduling', 'storage', 'secrets', 'messages', 'audit', 'accounts', 'sessions', 'self-service'],
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
      ...['passkeys', 'representations', 'requests', 'health-links', 'content', 'http'],
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
    'exit-codes.ts': [],
    'commands.ts': ['terminal.ts'],
    'completion.ts': ['terminal.ts', 'commands.ts'],
    'manual.ts': ['terminal.ts', 'commands.ts'],
    'program.ts': ['terminal.ts', 'commands.ts'],
    'convert.ts': ['terminal.ts', 'texts.ts', 'printable.ts', 'output.ts', 'describe-passbook.ts'],
    'verify.strings.ts': ['terminal.ts'],
    'verify.ts': ['terminal.ts', 'printable.ts', 'input.ts', 'exit-codes.ts', 'verify.strings.ts'],
    check: ['terminal.ts', 'printable.ts', 'exit-codes.ts'],
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
