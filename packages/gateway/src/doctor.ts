import { access, mkdir, constants } from 'node:fs/promises';
import { createServer } from 'node:net';
import { toMhbError } from '@mhb-kit/core/error';
import type { Configuration } from './config/configuration.js';
import { productionRisks } from './config/production.js';
import { createEmbedders } from './http/embedders.js';
import { loadPageAssets } from './pages/page-assets.js';
import { createFhirClient } from './records/fhir/fhir-client.js';
import { openDatabase } from './storage/open-database.js';

export interface Finding {
  readonly ok: boolean;
  readonly subject: string;
  readonly finding: string;
}

/** Looks at everything the gateway needs, and goes on after what fails. */
export async function examine(configuration: Configuration): Promise<readonly Finding[]> {
  const { dataDirectory, host, port, publicUrl, records, embedders, rootKey } = configuration;
  return [
    check('node', `${process.versions.node}`, nodeIsRecent()),
    await attempt('data directory', async () => {
      await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
      await access(dataDirectory, constants.R_OK | constants.W_OK);
      return 'can be written';
    }),
    await attempt('database', async () => {
      const database = await openDatabase(configuration, () => undefined);
      await database.close();
      return database.kind === 'embedded' ? 'opens alone, and its commits reach the disk' : 'answers';
    }),
    await attempt('port', async () => {
      await tryPort(host, port);
      return `${host}:${port} is free`;
    }),
    await attempt('records', async () => {
      if (records.kind === 'folder') {
        await access(records.folder, constants.R_OK);
        return 'the folder can be read';
      }
      await createFhirClient(records).search('Patient?_count=1', AbortSignal.timeout(30_000));
      return 'the FHIR server answers';
    }),
    await attempt('embedders', () =>
      Promise.resolve(`${createEmbedders(embedders).origins.size} origins registered`),
    ),
    await examinePages(configuration),
    check(
      'public URL',
      publicUrl ?? 'not set: browsers must reach the listening address',
      publicUrl === undefined || isSecure(publicUrl),
    ),
    check(
      'environment',
      [configuration.environment, ...productionRisks(configuration)].join('; '),
      productionRisks(configuration).length === 0,
    ),
    check('root key', rootKey === undefined ? 'kept in the data directory' : 'given', true),
  ];
}

const check = (subject: string, finding: string, ok: boolean): Finding => ({ ok, subject, finding });

/** Without the components nobody can log in on the gateway's own pages, and websites in connect mode send people there. */
async function examinePages({ elementsFolder }: Configuration): Promise<Finding> {
  const { installed } = await loadPageAssets(elementsFolder);
  return check(
    'own pages',
    installed ? '@mhb-kit/elements is installed' : 'npm install @mhb-kit/elements beside the gateway',
    installed,
  );
}

async function attempt(subject: string, work: () => Promise<string>): Promise<Finding> {
  try {
    return check(subject, await work(), true);
  } catch (error) {
    const { code, message } = toMhbError(error);
    const cause = (error as NodeJS.ErrnoException).code;
    return check(subject, code === 'internal' ? (cause ?? message) : `${code}: ${message}`, false);
  }
}

function nodeIsRecent(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 20);
}

function isSecure(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
}

function tryPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => server.close(() => resolve()));
  });
}
