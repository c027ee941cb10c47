import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchBrowser, openPage } from '../../e2e/browser.js';
import { freePort } from '../../free-port.mjs';
import { nodeFolder } from '../../node-version.mjs';
import { startRegistry } from '../registry.js';
import { writeRelease } from '../release.js';
import { expectLoginBox, expectPassbook, largeFile, openDownload, stayHere } from '../shown.js';
import { serve } from '../static-server.js';
import { root } from '../tarballs.js';

/**
 * New projects as created by the frameworks' tools, with our packages installed from a registry that has a release:
 * types checked, built for production, rendered on the server where the framework does that, opened in Chromium. The
 * console stays empty, events arrive with their types, the workers are found, and nothing on the page moves.
 */
const POLICY = "default-src 'self'; connect-src 'self' https: ws://127.0.0.1:*";
/** These frameworks need a newer Node than we do. */
const NEWER_NODE = ['nuxt'];

describe.skipIf(browserMissing !== null)('a fresh project', () => {
  let folder: string;
  let browser: Browser;
  let release: ReturnType<typeof writeRelease>;
  let registry: Awaited<ReturnType<typeof startRegistry>>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mhb-adoption-'));
    release = writeRelease();
    registry = await startRegistry(release.folder);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await registry?.close();
    release?.remove();
    rmSync(folder, { recursive: true });
  });

  const environment = (name: string): NodeJS.ProcessEnv => ({
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    NUXT_TELEMETRY_DISABLED: '1',
    ...(NEWER_NODE.includes(name)
      ? { PATH: `${nodeFolder('24')}${delimiter}${process.env['PATH'] ?? ''}` }
      : {}),
  });

  /** Copies a project, installs and builds it; returns its folder. */
  const build = async (name: string): Promise<string> => {
    const project = join(folder, name);
    cpSync(join(root, 'test/adoption/projects', name), project, { recursive: true });
    registry.useIn(project);
    // Not synchronous, because the registry answers from this process.
    const npm = async (...args: string[]): Promise<string> => {
      const child = spawn('npm', args, { cwd: project, env: environment(name) });
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => (output += text));
      const status = await new Promise((resolve) => child.once('close', resolve));
      expect(status, `npm ${args.join(' ')}\n${output}`).toBe(0);
      return output;
    };
    await npm('install', '--no-audit', '--no-fund', '--prefer-offline', '@mhb-kit/elements');
    const said = await npm('run', 'build');
    // Node's warning about the exports of tslib names the file that imports it.
    const ours = said
      .split('\n')
      .filter((line) => /warn/i.test(line) && /mhb/i.test(line) && !line.includes('DEP0155'));
    expect(ours).toEqual([]);
    return project;
  };

  const expectWorking = async (url: string): Promise<Page> => {
    const { page, complaints } = await openPage(browser, 'about:blank');
    await stayHere(page);
    await page.addInitScript(() => {
      const moved: unknown[] = [];
      Object.assign(globalThis, { moved });
      new PerformanceObserver((list) => {
        // Something that moves inside a component has no node here.
        for (const entry of list.getEntries())
          for (const { node } of (entry as unknown as { sources: { node?: Element }[] }).sources)
            if (node instanceof Element) moved.push(node.localName);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(url);
    await expectLoginBox(page);
    expect(await page.evaluate('globalThis.moved')).toEqual([]);
    const isWorking = page.waitForEvent('worker');
    await openDownload(page, largeFile());
    await expectPassbook(page);
    await isWorking;
    // The framework has received the typed event and rendered again.
    await page
      .locator('output')
      .getByText(/^\d+ visits$/)
      .waitFor();
    expect(complaints).toEqual([]);
    return page;
  };

  it.each(['vite-react', 'vite-vue', 'angular'])('%s', async (name) => {
    // Angular writes styles for its own components into the page.
    const policy = name === 'angular' ? `${POLICY}; style-src 'self' 'unsafe-inline'` : POLICY;
    const site = await serve({ '/': join(await build(name), 'dist') }, { 'content-security-policy': policy });
    await (await expectWorking(site.url)).context().close();
    await site.close();
  });

  it('svelte, rendered when it is built', async () => {
    const output = join(await build('svelte'), 'build');
    expect(readFileSync(join(output, 'index.html'), 'utf8')).toContain('<mhb-login-box>');
    const site = await serve({ '/': output });
    await (await expectWorking(site.url)).context().close();
    await site.close();
  });

  it.each([
    ['next', ['npx', 'next', 'start', '-H', '127.0.0.1', '-p']],
    ['nuxt', ['node', '.output/server/index.mjs']],
  ] as const)('%s, rendered on the server', async (name, [program, ...args]) => {
    const project = await build(name);
    const port = await freePort();
    const server = spawn(program, name === 'next' ? [...args, String(port)] : args, {
      cwd: project,
      stdio: 'ignore',
      detached: true,
      env: { ...environment(name), NITRO_PORT: String(port), NITRO_HOST: '127.0.0.1' },
    });
    try {
      const url = `http://127.0.0.1:${port}/`;
      const html = await firstAnswer(url);
      expect(html).toMatch(/<mhb-provider gateway="https:\/\/gateway\.example\.tw"><mhb-login-box>/);
      await (await expectWorking(url)).context().close();
    } finally {
      stopGroup(server);
    }
  });

  it('a page of ASP.NET Web Forms, which is one form and has old styles', async () => {
    const { stdout } = spawnSync('ls', [join(release.folder, 'cdn/elements')], { encoding: 'utf8' });
    const site = await serve(
      {
        '/': join(root, 'test/adoption/projects/webforms'),
        '/mhb/': join(release.folder, 'cdn/elements', stdout.trim()),
      },
      { 'content-security-policy': POLICY },
    );
    const page = await expectWorking(site.url);
    // The keystroke that logs in must not submit the surrounding form.
    await page.locator('mhb-login-box #password').fill('secret');
    await page.locator('mhb-login-box #password').press('Enter');
    await page.locator('mhb-passbook-viewer').getByText('Diclofenac').first().waitFor();
    expect(site.asked.filter((path) => path.includes('Default.aspx'))).toEqual([]);
    expect(new URL(page.url()).pathname).toBe('/');
    await page.context().close();
    await site.close();
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
