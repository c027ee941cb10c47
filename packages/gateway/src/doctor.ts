import { access, mkdir, constants } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { MhbError } from '@mhb-kit/core/error';
import { systemClock } from './clock.js';
import type { Configuration } from './config/configuration.js';
import { isPrivate, productionRisks } from './config/production.js';
import { openContentFolder } from './content/content-folder.js';
import { createEmbedders, type Embedder } from './http/embedders.js';
import { loadPageAssets } from './pages/page-assets.js';
import { createFhirClient } from './records/fhir/fhir-client.js';
import { createEmbedderRegistry } from './operation/embedder-registry.js';
import { operatorError } from './operation/operator-error.js';
import { deriveGatewayKeys, loadRootKey } from './secrets/gateway-keys.js';
import { pinnedCertificates } from './sessions/pinned-certificates.js';
import { openDatabase } from './storage/open-database.js';
import { assertRootKey } from './storage/root-key.js';
import { openS3Blobs } from './storage/s3-blob-store.js';

export interface Finding {
  readonly ok: boolean;
  readonly subject: string;
  readonly finding: string;
}

/** Looks at everything the gateway needs, and goes on after what fails. */
export async function examine(configuration: Configuration): Promise<readonly Finding[]> {
  const { dataDirectory, host, port, publicUrl, records, archives, certificates, content } = configuration;
  const risks = productionRisks(configuration);
  return [
    check('node', process.versions.node, nodeIsRecent()),
    await attempt('data directory', async () => {
      await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
      await access(dataDirectory, constants.R_OK | constants.W_OK);
      return 'can be written';
    }),
    ...(await examineDatabase(configuration)),
    await attempt('port', async () => {
      await tryPort(host, port);
      return `${host}:${port} is free`;
    }),
    await attempt('records', async () => {
      if (records.kind === 'folder') {
        await access(records.folder, constants.R_OK | constants.X_OK);
        return 'the folder can be read';
      }
      await createFhirClient(records).search('Patient?_count=1', AbortSignal.timeout(30_000));
      return 'the FHIR server answers';
    }),
    ...(archives === undefined
      ? []
      : [
          await attempt('archives', async () => {
            await (await openS3Blobs(archives)).days();
            return 'the bucket can be listed';
          }),
        ]),
    ...(certificates === undefined
      ? []
      : [
          await attempt('certificates', async () => {
            const { authorities } = await pinnedCertificates(certificates, join(dataDirectory, 'revocation'));
            return `${authorities.intermediates.length} authorities are known`;
          }),
        ]),
    ...(content === undefined
      ? []
      : [
          await attempt('content', async () => {
            const problems = await openContentFolder(content.folder, systemClock).problems();
            if (problems.length > 0) throw new MhbError('configuration-invalid', problems.join('; '));
            return 'every page can be shown';
          }),
        ]),
    await examinePages(configuration),
    check(
      'public URL',
      publicUrl ?? 'not set: browsers must reach the listening address',
      publicUrl === undefined || isPrivate(publicUrl),
    ),
    check('environment', [configuration.environment, ...risks].join('; '), risks.length === 0),
  ];
}

/** The database, and what is in it if there was a start before: who is registered, and under which key. */
async function examineDatabase(configuration: Configuration): Promise<readonly Finding[]> {
  const { dataDirectory, embedders, rootKey } = configuration;
  let registered: readonly Embedder[] = [];
  const findings = [
    await attempt('database', async () => {
      const database = await openDatabase(configuration, () => undefined);
      try {
        const { rows } = (await database.queries.execute(
          sql`SELECT to_regclass('root_key') IS NOT NULL AS made`,
        )) as { readonly rows: readonly { readonly made: boolean }[] };
        if (rows[0]?.made === true) {
          const key =
            rootKey === undefined ? await loadRootKey(dataDirectory) : Buffer.from(rootKey, 'base64url');
          await assertRootKey(database, deriveGatewayKeys(key));
          registered = await createEmbedderRegistry(database).list();
        }
      } finally {
        await database.close();
      }
      return database.kind === 'embedded' ? 'opens alone, and its commits reach the disk' : 'answers';
    }),
    check('root key', rootKey === undefined ? 'kept in the data directory' : 'given', true),
  ];
  const origins = await attempt('embedders', () =>
    Promise.resolve(`${createEmbedders([...embedders, ...registered]).origins.size} origins registered`),
  );
  return [...findings, origins];
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
  } catch (thrown) {
    const { code, message, cause } = operatorError(thrown);
    return check(subject, code === 'internal' ? String(cause) : `${code}: ${message}`, false);
  }
}

function nodeIsRecent(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 20);
}

function tryPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => server.close(() => resolve()));
  });
}
