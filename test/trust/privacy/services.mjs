import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createBridge, loadDeviceKey, virtualPcscPort } from '@mhb-kit/card-bridge';
import { compareApplicant, createGateway, pinnedCertificates } from '@mhb-kit/gateway';
import { virtualNhiCard } from '@mhb-kit/testkit/card';
import { pino } from 'pino';
import S3rver from 's3rver';
import { startPortal } from '../../../examples/hospital-portal/server.mjs';
import { marked, markedVisit } from './marked-person.mjs';

/**
 * Gateway, bridge and portal in a separate process, so that everything they write can be observed: `fork(…, [options as
 * JSON])`, with `{folder, databaseUrl?, bucket, authorities, bridgeJwk, origin}`. With `bucket`, archives are stored in a
 * bucket instead of a folder. Everything that can fail does so once, with the person's data in the error, because mail
 * servers and record systems write such errors.
 *
 * @typedef {{ url: string, portalUrl: string } | { message: import('@mhb-kit/gateway').Message }
 *   | { metrics: string } | { erased: readonly string[] }} Told
 */

const { folder, databaseUrl, bucket, authorities, bridgeJwk, origin } = JSON.parse(process.argv[2] ?? '{}');
const tell = (/** @type {Told} */ told) => process.send?.(told);
const logger = pino({ level: 'trace' });
const DAY = 86_400_000;
let clockOffset = 0;
await mkdir(folder, { recursive: true });

const settings = { gateway: '' };
const portal = await startPortal({ port: 0, settings, tray: null });
const bridgeFolder = join(folder, 'card-bridge');
const { publicJwk } = await loadDeviceKey(bridgeFolder);

/** @returns {Promise<NonNullable<import('@mhb-kit/gateway').GatewayOptions['archives']>>} */
async function startBucket() {
  const s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 'bucket'),
    configureBuckets: [{ name: 'archives', configs: [] }],
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (await s3.run());
  const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  return { bucket: 'archives', endpoint: `http://127.0.0.1:${port}`, ...keys };
}
const certificates = await pinnedCertificates(
  authorities,
  join(folder, 'lists'),
  () => new Date(Date.now() + clockOffset),
);

let failedMails = 0;
let failedTexts = 0;
let failedFetches = 0;
const gateway = createGateway({
  dataDirectory: join(folder, 'gateway'),
  ...(databaseUrl === undefined ? {} : { databaseUrl }),
  ...(bucket ? { archives: await startBucket() } : {}),
  certificates,
  port: 0,
  logger,
  clock: () => new Date(Date.now() + clockOffset),
  requestsPerMinute: 100_000,
  loginsPerMinute: 100_000,
  limits: { requestsPerDay: 1_000_000, archivesPerRequest: 1_000_000 },
  embedders: [
    { id: 'mingde', name: 'A hospital portal', origins: [portal.url], redirectUris: [`${portal.url}/`] },
    {
      id: 'own',
      name: 'A page of our own',
      origins: [origin],
      login: ['direct'],
      scopes: ['requests', 'archives', 'activity', 'account'],
    },
  ],
  bridges: [
    { name: 'test', publicJwk: bridgeJwk },
    { name: 'reader', publicJwk },
  ],
  registration: {
    register: {
      async verifyApplicant(applicant) {
        return compareApplicant({ ...marked, cardNumber: marked.card.cardNumber }, applicant);
      },
      async contactOnRecord() {
        return { email: marked.alternateEmail, mobile: null, postalAddress: null };
      },
    },
    confirmationUrl: `${origin}/confirm`,
    sender: {
      async send(message) {
        if (message.channel === 'mail' && failedMails++ === 0) {
          throw Object.assign(new Error(`550 5.1.1 <${message.to}>: mailbox of ${marked.name} unknown`), {
            rejected: [message.to],
            response: message.text,
          });
        }
        if (message.channel === 'sms' && failedTexts++ === 0) {
          throw new Error(`the provider refused ${message.to}: ${message.text}`);
        }
        tell({ message });
      },
    },
  },
  recordSource: {
    async records({ category, nationalId, window }) {
      if (category.id === 'allergy' && failedFetches++ < 2) {
        throw Object.assign(new Error(`404 for Patient?identifier=${nationalId}`), {
          patient: { nationalId },
        });
      }
      return category.id === 'outpatient'
        ? { r1: [markedVisit((window?.end ?? '').replaceAll('-', ''))] }
        : {};
    },
  },
});
await gateway.start();
settings.gateway = gateway.url;
const bridge = await createBridge({
  pcsc: virtualPcscPort({ 'Virtual reader': virtualNhiCard({ ...marked, ...marked.card }) }),
  dataDir: bridgeFolder,
  origins: [{ origin: gateway.url, consent: 'enrolled' }],
  logger,
});
await bridge.start();

process.on('message', async (/** @type {'metrics' | 'expire' | 'stop'} */ wish) => {
  if (wish === 'metrics') tell({ metrics: await gateway.metrics() });
  if (wish === 'expire') {
    clockOffset = 9 * DAY;
    tell({ erased: await gateway.eraseExpired() });
  }
  if (wish === 'stop') {
    await bridge.stop();
    await gateway.stop();
    await portal.stop();
    process.disconnect();
  }
});
// Ends with the process that started it.
process.once('disconnect', () => process.exit());
tell({ url: gateway.url, portalUrl: portal.url });
