import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchBrowser, openPage } from '../../e2e/browser.js';
import { blocks } from '../documentation.js';
import { startRegistry } from '../registry.js';
import { writeRelease } from '../release.js';
import { expectLoginBox, expectPassbook, openDownload, stayHere } from '../shown.js';
import { serve } from '../static-server.js';
import { root } from '../tarballs.js';

/**
 * A stranger with an empty folder, a release, and the documentation builds three widgets in a hospital's
 * colors under the guide's policy. Every step takes its text from the documentation and prints how long the
 * computer needs for it.
 */

const LIMIT = 10 * 60_000;
const blockOf = (document: string, language: string): string =>
  blocks.find((one) => one.document === document && one.language === language)?.code ?? '';

describe.skipIf(browserMissing !== null)('a stranger', () => {
  let folder: string;
  let browser: Browser;
  let release: ReturnType<typeof writeRelease>;
  let registry: Awaited<ReturnType<typeof startRegistry>>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mhb-stranger-'));
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

  const www = (): string => join(folder, 'www');

  /** Not synchronous, because the registry answers from this process. */
  async function run(line: string): Promise<{ status: number; output: string }> {
    const child = spawn('bash', ['-c', line.replaceAll('/srv/www', www())], {
      cwd: folder,
      // A global installation does not read the project's `.npmrc`.
      env: {
        ...process.env,
        npm_config_prefix: join(folder, 'global'),
        'npm_config_@mhb-kit:registry': registry.url,
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    const status = await new Promise<number>((resolve) => child.once('close', resolve));
    return { status, output };
  }

  it('has three widgets in own colors under a strict policy within ten minutes', async () => {
    const began = Date.now();
    let last = began;
    const steps: string[] = [];
    const done = (step: string): void => {
      const now = Date.now();
      steps.push(`${String(((now - last) / 1000).toFixed(1)).padStart(6)} s  ${step}`);
      last = now;
    };
    mkdirSync(www());
    registry.useIn(folder);

    for (const line of blockOf('docs/start/plain-html.md', 'sh').trim().split('\n')) {
      const { status, output } = await run(line);
      expect(status, `${line}\n${output}`).toBe(0);
      done(line);
    }
    const page = readFileSync(join(root, 'test/adoption/projects/plain-html/index.html'), 'utf8');
    const sheet = '<link rel="stylesheet" href="/site.css" />';
    writeFileSync(join(www(), 'index.html'), page.replace('</head>', `  ${sheet}\n  </head>`));
    done('plain-html.md: the page');
    writeFileSync(
      join(www(), 'site.css'),
      blockOf('docs/guides/theming.md', 'css').replace('#8a3b12', '#0b5d3b'),
    );
    done('theming.md: one color, in a style sheet of the site');
    const policy = blockOf('docs/guides/content-security-policy.md', 'txt').trim().replaceAll('\n', ' ');
    const site = await serve({ '/': www() }, { 'content-security-policy': policy });
    done('content-security-policy.md: the header');

    const { page: shown, complaints } = await openPage(browser, 'about:blank');
    await stayHere(shown);
    await shown.goto(site.url);
    await expectLoginBox(shown);
    await openDownload(shown);
    await expectPassbook(shown);
    const colour = shown.locator('mhb-login-box [part=submit]');
    expect(await colour.evaluate((button) => getComputedStyle(button).backgroundColor)).toBe(
      'rgb(11, 93, 59)',
    );
    for (const name of ['mhb-login-box', 'mhb-request-table', 'mhb-passbook-viewer'])
      expect((await shown.locator(name).boundingBox())?.height, name).toBeGreaterThan(50);
    expect(complaints).toEqual([]);
    await shown.context().close();
    done('the page in Chromium: three widgets, the color, a passbook opened, nothing in the console');

    const [install = '', check = ''] = blockOf('docs/guides/check-your-page.md', 'sh').split('\n');
    expect(await run(install)).toMatchObject({ status: 0 });
    done(install);
    const command = check.replace(/https:\S+/, site.url).replace(/^mhb/, join(folder, 'global/bin/mhb'));
    const checked = await run(`${command} --json --lang en`);
    const { findings } = JSON.parse(checked.output) as { findings: readonly { code: string }[] };
    // The gateway of the example exists only in the documentation.
    expect(findings.map(({ code }) => code)).toEqual(['gateway-unreachable']);
    await site.close();
    done('check-your-page.md: mhb check names the gateway, which does not exist, and nothing else');

    console.log([...steps, `${((Date.now() - began) / 1000).toFixed(1)} s in all`].join('\n'));
    expect(Date.now() - began).toBeLessThan(LIMIT);
  });
});
