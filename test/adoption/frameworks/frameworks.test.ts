import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchBrowser, openPage } from '../../e2e/browser.js';
import { freePort } from '../../free-port.mjs';
import { expectLoginBox, expectPassbook, openDownload, stayHere } from '../shown.js';
import { serve } from '../static-server.js';
import { packAll, root } from '../tarballs.js';

/**
 * New projects as created by the frameworks' tools, with our packages installed from tarballs: types checked,
 * built for production, opened in Chromium.
 */
describe.skipIf(browserMissing !== null)('a fresh project', () => {
  let folder: string;
  let browser: Browser;
  let tarballs: ReturnType<typeof packAll>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mhb-adoption-'));
    tarballs = packAll(['core', 'elements']);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    tarballs?.remove();
    rmSync(folder, { recursive: true });
  });

  /** Copies a project, installs and builds it; returns its folder. */
  const build = (name: string): string => {
    const project = join(folder, name);
    cpSync(join(root, 'test/adoption/projects', name), project, { recursive: true });
    const npm = (...args: string[]): void => {
      const { status, stdout, stderr } = spawnSync('npm', args, {
        cwd: project,
        encoding: 'utf8',
        env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
      });
      expect(status, `npm ${args.join(' ')}\n${stdout}\n${stderr}`).toBe(0);
    };
    npm('install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs.all.map(({ file }) => file));
    npm('run', 'build');
    return project;
  };

  const expectWorking = async (url: string): Promise<void> => {
    const { page, complaints } = await openPage(browser, 'about:blank');
    await stayHere(page);
    await page.goto(url);
    await expectLoginBox(page);
    await openDownload(page);
    await expectPassbook(page);
    // The framework has received the typed event and rendered again.
    await page
      .locator('output')
      .getByText(/^\d+ visits$/)
      .waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  };

  it.each(['vite-react', 'vite-vue'])('%s', async (name) => {
    const site = await serve(
      { '/': join(build(name), 'dist') },
      { 'content-security-policy': "default-src 'self'; connect-src 'self' https: ws://127.0.0.1:*" },
    );
    await expectWorking(site.url);
    await site.close();
  });

  it('next, rendered on the server', async () => {
    const project = build('next');
    const port = await freePort();
    const server = spawn('npx', ['next', 'start', '-H', '127.0.0.1', '-p', String(port)], {
      cwd: project,
      stdio: 'ignore',
      detached: true,
    });
    try {
      const url = `http://127.0.0.1:${port}/`;
      const html = await firstAnswer(url);
      expect(html).toContain('<mhb-provider gateway="https://gateway.example.tw"><mhb-login-box>');
      await expectWorking(url);
    } finally {
      stopGroup(server);
    }
  });
});

async function firstAnswer(url: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const response = await fetch(url).catch(() => null);
    if (response !== null) {
      expect(response.status).toBe(200);
      return response.text();
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`No answer from ${url}`);
}

/** `npx` starts a child process; the process group is ours. */
function stopGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}
