import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatRocCompact, taipeiDate } from '@mhb-kit/core/identity';
import { lin } from '@mhb-kit/testkit';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServices } from '../../../examples/services.mjs';
import { logIn, openInViewer, request, unlock } from '../../../examples/journey.mjs';
import { freePort } from '../../free-port.mjs';
import { createDisk, leaveOnDisk, type Disk } from './disk.js';
import { kioskMissing, startDisplay, startKiosk, type Display, type Kiosk, type Session } from './machine.js';
import { createPrintQueue, type PrintQueue } from './print-queue.js';
import { commandLine, tracesInFile, tracesInFiles, tracesInMemory, type Trace } from './traces.js';

/**
 * A kiosk's computer, and a person who leaves it in every possible way. The next person must find nothing:
 * not on the page, with the back button, in storage, files, downloads or the print queue, nor in the memory
 * of a process.
 */

const missing = kioskMissing();

/** Her personal data, from the card, her memory, and her records. */
const words = [lin.nationalId, lin.card.cardNumber, lin.password, 'Penicillin', '蕁麻疹'];

describe.skipIf(missing !== null)(`a kiosk${missing === null ? '' : ` (${missing})`}`, () => {
  let folder: string;
  let services: Awaited<ReturnType<typeof startServices>>;
  let display: Display;
  let disk: Disk;
  let queue: PrintQueue;
  let kiosk: Kiosk;
  /** The kiosk's memory file system, according to its units. */
  let profile: string;
  let spool: string;
  let stick: string;
  let session: Session;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mhb-kiosk-'));
    const helper = await freePort();
    services = await startServices({
      dataDirectory: join(folder, 'services'),
      portalPort: 0,
      gatewayPort: 0,
      kiosk: { port: 0, helper: `http://127.0.0.1:${helper}`, idleSeconds: 15, warningSeconds: 2 },
    });
    display = await startDisplay();
    disk = createDisk(folder);
    startMemory();
    stick = join(folder, 'stick');
    queue = createPrintQueue(join(disk.folder, 'print'), spool);
    await queue.start();
    kiosk = startKiosk({
      site: `${services.kiosk?.url ?? ''}/`,
      folder: join(disk.folder, 'kiosk'),
      profile,
      stick,
      port: helper,
      display: display.name,
      printSocket: queue.socket,
      silenceMs: 15_000,
    });
    session = await kiosk.session();
  });

  afterAll(async () => {
    await session?.detach().catch(() => undefined);
    await kiosk?.powerCut();
    await queue?.stop();
    display?.stop();
    disk?.remove();
    await services?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const startMemory = (): void => {
    profile = disk.memory('run');
    spool = disk.memory('spool');
  };

  const card = (id: string): Promise<Response> =>
    fetch(`${services.portal.url}/demo/cards`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ insert: id }),
    });

  const inMemory = (which: (pid: number) => boolean): Trace[] =>
    kiosk
      .processes()
      .filter(which)
      .flatMap((pid) => tracesInMemory(pid, words));
  const isRenderer = (pid: number): boolean => commandLine(pid).includes('--type=renderer');

  /** She logs in, requests, opens and reads. */
  const readPassbook = async (page: Page): Promise<void> => {
    await card(lin.card.cardNumber);
    await page.locator('[data-show=enter]').click();
    await logIn(page, lin);
    await request(page);
    await openInViewer(page);
    await unlock(page, lin.nationalId);
    await page.locator('mhb-passbook-viewer').getByText('Penicillin').first().waitFor();
  };

  const expectNothing = async (page: Page): Promise<void> => {
    await page.locator('#welcome').waitFor();
    const left = await page.evaluate(async () => ({
      history: history.length,
      text: document.documentElement.outerHTML,
      cookies: document.cookie,
      local: localStorage.length + sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    expect(words.filter((word) => left.text.includes(word))).toEqual([]);
    expect({ ...left, text: '' }).toEqual({
      ...{ history: 1, text: '', cookies: '', local: 0, databases: 0, caches: 0, workers: 0 },
    });
    expect(await page.goBack()).toBeNull();
    expect(await page.locator('#welcome').isVisible()).toBe(true);
    expect(queue.waiting()).toEqual([]);
    expect(readdirSync(profile).filter((name) => name === 'Downloads')).toEqual([]);
    const traces = [
      ...tracesInFiles(profile, words),
      ...tracesInFiles(spool, words),
      ...inMemory(() => true),
    ];
    expect(traces).toEqual([]);
    expectNothingOnDisk();
  };

  /** The disk as seen by somebody who removes it from the machine, including deleted files. */
  const expectNothingOnDisk = (): void => {
    const control = `deleted ${randomUUID()}`;
    leaveOnDisk(disk, control);
    disk.flush();
    expect(tracesInFile(disk.image, [...words, control])).toEqual([{ where: disk.image, word: control }]);
  };

  const ways: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
    'presses finish': (page) => page.locator('#finish').click(),
    'logs out': (page) => page.locator('mhb-login-box #log-out').click(),
    'walks away': () => Promise.resolve(),
    'pulls the card': () => card('none'),
    'crashes the page': () => {
      for (const pid of kiosk.processes()) {
        if (isRenderer(pid)) process.kill(pid, 'SIGKILL');
      }
      return Promise.resolve();
    },
    'crashes the browser': () => {
      for (const pid of kiosk.processes()) {
        if (/chromium .*--kiosk/.test(commandLine(pid))) process.kill(pid, 'SIGKILL');
      }
      return Promise.resolve();
    },
    'has the power cut': async () => {
      await Promise.all([kiosk.powerCut(), queue.stop()]);
      disk.cut();
      // Before anything can be cleaned up.
      expectNothingOnDisk();
      startMemory();
      await queue.start();
      kiosk.powerOn();
    },
  };

  it.each(Object.keys(ways))('shows the next person nothing when the one before %s', async (way) => {
    const { page, id } = session;
    await readPassbook(page);
    // She prints while the printer has no paper; she takes the file with her.
    await page.locator('mhb-passbook-viewer #print').click();
    await page.locator('mhb-passbook-viewer #print-dialog [type=submit]').click();
    await expect.poll(() => queue.waiting().length).toBeGreaterThan(0);
    await page.locator('[data-goto=data]').click();
    await page.locator('mhb-request-table #download').click();
    await page.locator('#stick').getByText('已存到隨身碟').waitFor();
    expect(readdirSync(stick)).toEqual([`健康存摺_${formatRocCompact(taipeiDate(new Date()))}.zip`]);
    // The search must find her while she is there, because otherwise it would prove nothing afterwards.
    expect(new Set(inMemory(isRenderer).map(({ word }) => word))).toEqual(new Set(words));

    await ways[way]?.(page);
    session = await kiosk.session(id);
    await expectNothing(session.page);
  });
});
