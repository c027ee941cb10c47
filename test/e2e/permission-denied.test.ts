import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maskName } from '@mhb-kit/core/identity';
import { lin } from '@mhb-kit/testkit';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBridge, virtualPcscPort, type Bridge } from '@mhb-kit/card-bridge';
import { createDevelopmentOutbox, createGateway, type Gateway } from '@mhb-kit/gateway';
import { inventedRecords } from '../../examples/invented-records.mjs';
import { logIn } from '../../examples/journey.mjs';
import { cardOf } from '../../examples/services.mjs';
import { freePort } from '../free-port.mjs';
import { browserExecutable, browserMissing } from './browser.js';

/**
 * The gateway's own page, over https, to which every hospital sends people to log in, in a Chromium that does
 * not let it connect to this machine: it is treated as a public address and the bridge as a local one, and
 * the local-network permission is denied.
 */

const missing =
  browserMissing ?? (spawnSync('openssl', ['version']).status === 0 ? null : 'openssl is not installed');
const HOST = 'gateway.test';

describe.skipIf(missing !== null)(
  `without the local-network permission${missing === null ? '' : ` (${missing})`}`,
  () => {
    let folder = '';
    let gateway: Gateway;
    let bridge: Bridge;
    let browser: Browser;
    let origin = '';
    let gatewayPort = 0;
    let close = () => undefined as unknown;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'mhb-denied-'));
      const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
      spawnSync('openssl', [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
        ...['-days', '1', '-subj', `/CN=${HOST}`, '-keyout', key, '-out', cert],
      ]);
      // The operator's proxy: TLS in front of the gateway.
      const front = createServer(
        { key: readFileSync(key), cert: readFileSync(cert) },
        (incoming, response) => {
          const { method, url, headers } = incoming;
          const outgoing = request(
            new URL(url ?? '/', `http://127.0.0.1:${gatewayPort}`),
            { method, headers },
            (answer) => {
              response.writeHead(answer.statusCode ?? 502, answer.headers);
              answer.pipe(response);
            },
          );
          outgoing.on('error', () => response.destroy());
          incoming.pipe(outgoing);
        },
      );
      await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
      close = () => {
        front.closeAllConnections();
        front.close();
      };
      const { port } = front.address() as AddressInfo;
      origin = `https://${HOST}:${port}`;
      gatewayPort = await freePort();
      gateway = createGateway({
        dataDirectory: join(folder, 'gateway'),
        port: gatewayPort,
        publicUrl: origin,
        embedders: [],
        recordSource: inventedRecords(),
        minimumAssurance: 'card-read',
        registration: { sender: createDevelopmentOutbox() },
      });
      await gateway.start();
      const { nationalId, name, card: nhiCard, password } = lin;
      await gateway.activateAccount({ nationalId, name, cardNumber: nhiCard.cardNumber, password });
      bridge = await createBridge({
        pcsc: virtualPcscPort({ 'Simulated reader': cardOf(lin) }),
        dataDir: join(folder, 'bridge'),
        origins: [{ origin, consent: 'enrolled' }],
      });
      await bridge.start();
      browser = await chromium.launch({
        executablePath: browserExecutable,
        args: [
          ...['--no-sandbox', '--disable-dev-shm-usage', `--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
          `--ip-address-space-overrides=127.0.0.1:${port}=public`,
        ],
      });
    });

    afterAll(async () => {
      await browser?.close();
      close();
      await bridge?.stop();
      await gateway?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    it('the person can still log in, through the window of the bridge', async () => {
      const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-TW' });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(`${origin}/account`);
      const box = page.locator('mhb-login-box');
      // In headless mode, Chromium denies the permission as soon as the page requests it.
      await box.getByRole('button', { name: '連接讀卡機' }).click();
      await box.getByRole('button', { name: '再試一次' }).click();
      const denied = () =>
        page.evaluate(async () => {
          const name = 'loopback-network' as PermissionName;
          return (await navigator.permissions.query({ name })).state;
        });
      expect(await denied()).toBe('denied');
      const opened = context.waitForEvent('page');
      await box.getByRole('button', { name: '連接讀卡機' }).click();
      // At the first possible port of a bridge; it finds ours by itself.
      expect((await opened).url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1\/popup$/);
      await logIn(page, lin);
      expect(await box.locator('.identity').innerText()).toContain(maskName(lin.name));
      expect(await denied()).toBe('denied');
    });
  },
);
