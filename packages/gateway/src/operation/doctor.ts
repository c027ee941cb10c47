import { access, mkdir, constants } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { MhbError } from '@mhb-kit/core/error';
import { describeError } from '@mhb-kit/core/error-messages';
import { countUnbound } from '../accounts/bound-rows.js';
import { systemClock } from '../scheduling/clock.js';
import type { Configuration } from '../config/configuration.js';
import { optionsOf } from '../config/gateway-options.js';
import { isPrivate, productionRisks } from '../config/production.js';
import { openContentFolder } from '../content/content-folder.js';
import { createEmbedders, type Embedder } from '../embedders/embedders.js';
import { completeLimits, guessesTogether } from '../limits/limits.js';
import { loadPageAssets } from '../pages/page-assets.js';
import { describeTrial, tryServer } from '../records/fhir/try-server.js';
import { accessOf } from '../records/fhir-access.js';
import { createEmbedderRegistry } from '../embedders/embedder-registry.js';
import { operatorError } from './operator-error.js';
import { verifyTrail } from './verify-trail.js';
import { passkeyPolicy } from '../passkeys/policy.js';
import { createImportedRegister } from '../register/imported-register.js';
import { deriveGatewayKeys, loadRootKey } from '../secrets/gateway-keys.js';
import { pinnedCertificates } from '../sessions/pinned-certificates.js';
import { openDatabase } from '../storage/open-database.js';
import { isPrivateFolder } from '../storage/private-folder.js';
import { assertRootKey, hasTables } from '../secrets/root-key.js';
import {
  isGateway,
  sendTrials,
  type Recipients,
  tryBucket,
  tryPublicUrl,
  trySms,
  trySmtp,
} from './examine-services.js';

export interface Finding {
  readonly ok: boolean;
  readonly subject: string;
  readonly finding: string;
}

/**
 * Checks everything that the gateway needs, and continues even after a failed check.
 * @param recipients the people to whom real messages are sent; by default, no message is sent
 */
export async function examine(
  configuration: Configuration,
  recipients: Recipients = {},
): Promise<readonly Finding[]> {
  const { mailTo, textTo } = recipients;
  const { dataDirectory, host, port, publicUrl, records, archives, certificates, content, registration } =
    configuration;
  const { passkeys, minimumAssurance } = configuration;
  const risks = productionRisks(configuration);
  return [
    check('node', process.versions.node, nodeIsRecent()),
    await attempt('data directory', async () => {
      await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
      await access(dataDirectory, constants.R_OK | constants.W_OK);
      if (!(await isPrivateFolder(dataDirectory)))
        throw new MhbError('data-folder-not-private', `other users can read it: chmod 700 ${dataDirectory}`);
      return 'writable, and not accessible to other users';
    }),
    ...(await examineDatabase(configuration)),
    await attempt('port', () => tryPort(host, port)),
    await attempt('records', async () => {
      if (records.kind === 'folder') {
        await access(records.folder, constants.R_OK | constants.X_OK);
        return 'the folder can be read';
      }
      const { ok, text } = describeTrial(await tryServer(accessOf(records), AbortSignal.timeout(120_000)));
      if (!ok) throw new MhbError('service-unavailable', text);
      return text;
    }),
    ...(registration === undefined
      ? []
      : [
          await examineRegister(configuration),
          await attempt('e-mail', () => trySmtp(registration.smtp)),
          await attempt('text messages', () => trySms(registration.sms)),
          ...(mailTo === undefined && textTo === undefined
            ? []
            : [
                await attempt('messages', async () =>
                  (await sendTrials(registration, recipients)).join('; '),
                ),
              ]),
        ]),
    ...(archives === undefined ? [] : [await attempt('archives', () => tryBucket(archives))]),
    ...(certificates === undefined
      ? []
      : [
          await attempt('certificates', async () => {
            const { authorities } = await pinnedCertificates(certificates, join(dataDirectory, 'revocation'));
            return `${authorities.intermediates.length} authorities are known`;
          }),
        ]),
    ...(passkeys === undefined
      ? []
      : [
          await attempt('passkeys', async () => {
            if (registration === undefined)
              throw new MhbError('configuration-invalid', 'registration must be set');
            const policy = passkeyPolicy(passkeys, publicUrl, minimumAssurance);
            return `for ${policy.rpId}, on ${[...policy.origins].join(', ')}; enrolled from ${policy.enrolFrom}`;
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
    examineLimits(configuration),
    examineHealthLinks(configuration),
    publicUrl?.startsWith('https:') === true
      ? await attempt('public URL', () => tryPublicUrl(publicUrl))
      : check(
          'public URL',
          publicUrl ?? 'not set: browsers must reach the listening address',
          publicUrl === undefined || isPrivate(publicUrl),
        ),
    check('environment', [configuration.environment, ...risks].join('; '), risks.length === 0),
  ];
}

/** Checks the register that verifies the identity of applicants. Without a register, people cannot register. */
async function examineRegister(configuration: Configuration): Promise<Finding> {
  const register = configuration.registration?.register;
  if (register === undefined)
    return check(
      'register',
      'registration.register is not set: nothing confirms the identity of applicants',
      false,
    );
  return attempt('register', async () => {
    if (register.kind === 'records') return 'the source of records confirms identities';
    if (register.kind === 'imported') {
      const people = await countImported(configuration);
      if (people === 0)
        throw new MhbError('configuration-invalid', 'mhb-gateway register import has not been run');
      return `${people} people were imported`;
    }
    // Nobody has this number, because its check digit is wrong.
    const nobody = {
      nationalId: 'A100000000',
      cardNumber: '000000000000',
      householdNumber: '0',
      birthDate: '1912-01-01',
      name: 'doctor',
      registeredAddress: null,
    };
    const options = await optionsOf(configuration);
    const asked = options.registration?.register;
    if (typeof asked !== 'object') throw new MhbError('configuration-invalid', 'No endpoint');
    const answer = await asked.verifyApplicant(nobody, AbortSignal.timeout(30_000));
    if (answer !== 'no-match')
      throw new MhbError('configuration-invalid', `it answers ${answer} about an ID number that nobody has`);
    return 'the endpoint answers';
  });
}

async function countImported(configuration: Configuration): Promise<number> {
  const { dataDirectory, rootKey } = configuration;
  const key = rootKey === undefined ? await loadRootKey(dataDirectory) : Buffer.from(rootKey, 'base64url');
  const database = await openDatabase(configuration, () => undefined);
  try {
    return await createImportedRegister(database, deriveGatewayKeys(key)).count();
  } finally {
    await database.close();
  }
}

/**
 * Checks the database. If a gateway has ever started on it, also counts the accounts and checks whether the root
 * key fits.
 */
async function examineDatabase(configuration: Configuration): Promise<readonly Finding[]> {
  const { dataDirectory, embedders, rootKey } = configuration;
  let registered: readonly Embedder[] = [];
  let trail: Finding | null = null;
  let bindings: Finding | null = null;
  const findings = [
    await attempt('database', async () => {
      const database = await openDatabase(configuration, () => undefined);
      try {
        if (await hasTables(database)) {
          const key =
            rootKey === undefined ? await loadRootKey(dataDirectory) : Buffer.from(rootKey, 'base64url');
          await assertRootKey(database, deriveGatewayKeys(key));
          registered = await createEmbedderRegistry(database).list();
          const bound = await countUnbound(database, deriveGatewayKeys(key).rowMacs, dataDirectory);
          if (bound !== null)
            bindings = check(
              'accounts',
              bound.unbound === 0
                ? `${bound.accounts}, unchanged`
                : `${bound.unbound} of ${bound.accounts} were changed in the database, and are rejected`,
              bound.unbound === 0,
            );
          trail = await attempt('audit trail', async () => {
            const { entries, faults } = await verifyTrail(database, configuration);
            if (faults.length > 0) throw new MhbError('audit-trail-broken', faults.join('; '));
            return `${entries} entries, unchanged`;
          });
        }
      } finally {
        await database.close();
      }
      return database.kind === 'embedded'
        ? 'opened by this process only; commits are written to disk'
        : 'answers';
    }),
    check('root key', rootKey === undefined ? 'kept in the data directory' : 'given', true),
  ];
  const origins = await attempt('embedders', () =>
    Promise.resolve(`${createEmbedders([...embedders, ...registered]).origins.size} origins registered`),
  );
  return [...findings, ...[bindings, trail].filter((each) => each !== null), origins];
}

const check = (subject: string, finding: string, ok: boolean): Finding => ({ ok, subject, finding });

/** Reports the limits against guessing, and the number of configured networks with separate allowances. */
function examineLimits({ limits }: Configuration): Finding {
  const { guessesPerDay, networks } = completeLimits(limits);
  return check(
    'limits',
    `${guessesTogether(guessesPerDay)} wrong passwords a day are compared for one account; ${networks.length} networks have separate allowances`,
    true,
  );
}

/**
 * The maximum length of the origin: a manifest's address "SHALL NOT exceed 128 characters", including its path.
 */
const LONGEST_ORIGIN = 128 - '/v1/manifests/'.length - 43;

function examineHealthLinks({ healthLinks = {}, publicUrl = '', limits }: Configuration): Finding {
  const { share = true, relay = true } = healthLinks;
  const fits = publicUrl.length <= LONGEST_ORIGIN;
  const { days } = completeLimits(limits).healthLinks;
  return check(
    'health links',
    [
      share ? `people share by link, for at most ${days} days` : 'people do not share by link',
      ...(share && !fits ? [`publicUrl must have at most ${LONGEST_ORIGIN} characters`] : []),
      relay ? 'the relay fetches links of others from the public Internet' : 'there is no relay',
    ].join('; '),
    !share || fits,
  );
}

/**
 * Checks whether the components are installed. Without them, nobody can log in on the gateway's own pages, to
 * which websites in connect mode send people.
 */
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
    const finding =
      code === 'internal' ? String(cause) : `${code}: ${message}. ${describeError(code, 'en').remedy}`;
    return check(subject, finding, false);
  }
}

function nodeIsRecent(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 20);
}

async function tryPort(host: string, port: number): Promise<string> {
  try {
    await new Promise<void>((resolve, reject) => {
      const server = createServer();
      server.once('error', reject);
      server.listen(port, host, () => server.close(() => resolve()));
    });
  } catch (error) {
    // It is not a problem if the gateway itself is using the port.
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || !(await isGateway(host, port))) throw error;
    return `a gateway is running at ${host}:${port}`;
  }
  return `${host}:${port} is free`;
}
