import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfiguration as readBridgeConfiguration } from '../../packages/card-bridge/dist/configuration/configuration.js';
import { COMPILER } from '../../build/steps.mjs';
import documentedErrors from '../../docs/reference/errors.data.js';
import { loadConfiguration } from '../../packages/gateway/dist/config/configuration.js';
import { errorTexts } from '@mhb-kit/core/error-messages';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchBrowser, openPage } from '../e2e/browser.js';
import { blocks, documents, inLanguage } from './documentation.js';
import { stayHere } from './shown.js';
import { serve } from './static-server.js';
import { root } from './tarballs.js';

/**
 * Every code block in the documentation and in the READMEs is tested: TypeScript is compiled, HTML is opened
 * with the documented policy, and JSON is read by its program; commands are run by `docs-commands.test.ts`. A
 * block of an unknown kind fails.
 */

const policyBlock = blocks.find(({ title }) => title === 'policy');
const policy = (policyBlock?.code ?? '').replaceAll(/\s+/g, ' ').trim();

describe('the code in the documentation', () => {
  let folder: string;

  beforeAll(() => {
    // Inside the repository, so that packages are found by name.
    mkdirSync(join(root, 'test/adoption/dist'), { recursive: true });
    folder = mkdtempSync(join(root, 'test/adoption/dist/blocks-'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is of known kinds', () => {
    const known = ['ts', 'js', 'html', 'css', 'json', 'sh', 'nginx'];
    // Settings for a machine or a container engine that no test has, and text that other tests compare with its source.
    const notTried = ['ini', 'yaml', 'text'];
    const others = blocks.filter(
      ({ language, title }) => ![...known, ...notTried].includes(language) && title !== 'policy',
    );
    // The README shows the policy in prose; it must be the documented one.
    const unknown = others.filter(({ code }) => !code.includes("require-trusted-types-for 'script'"));
    expect(unknown.map(({ place }) => place)).toEqual([]);
    expect(blocks.length).toBeGreaterThan(40);
  });

  it('names existing files', () => {
    const lost = documents.flatMap((document) =>
      [...readFileSync(join(root, document), 'utf8').matchAll(/^<<< ([^\s{]+)/gm)]
        .map(([, file = '']) => resolve(join(root, document), '..', file))
        .filter((file) => {
          try {
            return readFileSync(file, 'utf8') === '';
          } catch {
            return true;
          }
        }),
    );
    expect(lost).toEqual([]);
  });

  it('compiles', () => {
    const sources = [...inLanguage('ts'), ...inLanguage('js')];
    sources.forEach(({ code, language }, index) => {
      writeFileSync(join(folder, `block-${index}.${language}`), `${code}\nexport {};\n`);
    });
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: '../../../../tsconfig.json',
        compilerOptions: {
          ...{ composite: false, incremental: false, noEmit: true, allowJs: true, checkJs: true },
          ...{ rootDir: root, types: ['node'], noUnusedLocals: false },
        },
        include: ['.'],
        exclude: [],
        references: [],
      }),
    );
    const places = sources.map(({ place, language }, index) => `block-${index}.${language} is ${place}`);
    let said = '';
    try {
      execFileSync(process.execPath, [COMPILER, '-p', folder], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch (error) {
      said = (error as { stdout: string }).stdout;
    }
    expect(said, places.join('\n')).toBe('');
  });

  it('configures its programs', async () => {
    const chromiumPolicy = JSON.parse(
      readFileSync(join(root, 'examples/municipal-kiosk/machine/chromium-policy.json'), 'utf8'),
    ) as object;
    const programs: Readonly<Record<string, (file: string) => unknown>> = {
      'gateway.json': (file) => loadConfiguration(file, {}),
      'card-bridge.json': (file) => readBridgeConfiguration(file),
      'chromium-policy.json': (file) => {
        const names = Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object);
        expect(names.filter((name) => !(name in chromiumPolicy))).toEqual([]);
      },
    };
    for (const { title, code, place } of inLanguage('json')) {
      const file = join(folder, title ?? 'untitled.json');
      writeFileSync(file, code, { mode: 0o600 });
      const program = programs[title ?? ''];
      expect(program, `${place} has no title of a known configuration`).toBeDefined();
      await program?.(file);
    }
  });

  it.skipIf(!existsSync('/usr/sbin/nginx'))('is what nginx understands', () => {
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder};`,
    );
    for (const { code, place } of inLanguage('nginx')) {
      const file = join(folder, 'nginx.conf');
      // Its certificate is the operator's.
      const server = code.replaceAll(/^\s*ssl_certificate.*$| ssl http2(?=;)/gm, '');
      writeFileSync(
        file,
        `pid ${folder}/pid; events {} http { access_log off; ${paths.join(' ')} ${server} }`,
      );
      const { stderr } = spawnSync('/usr/sbin/nginx', ['-t', '-e', `${folder}/error.log`, '-c', file]);
      expect(stderr.toString(), place).toContain('test is successful');
    }
  });

  it('lists every error of the code, with what to do, in both languages', () => {
    const table = documentedErrors.load();
    expect(table.map(({ code }) => code).sort()).toEqual(Object.keys(errorTexts).sort());
    for (const { code, english, chinese } of table) {
      for (const text of [english.message, english.remedy])
        expect(text, code).toMatch(/^[\p{ASCII}–—’“”…]+[.!?]$/u);
      for (const text of [chinese.message, chinese.remedy]) expect(text, code).toMatch(/\p{Script=Han}/u);
    }
  });

  it('links to existing headings', () => {
    const slug = (heading: string): string =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w\s-]/g, '')
        .trim()
        .replaceAll(/\s+/g, '-');
    const lost = documents.flatMap((document) =>
      [...readFileSync(join(root, document), 'utf8').matchAll(/\]\(([^):]*\.md)?#([\w-]+)\)/g)]
        .filter(([, file, anchor]) => {
          const target =
            file === undefined ? join(root, document) : resolve(join(root, document), '..', file);
          const headings = readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm);
          return ![...headings].some(([, heading = '']) => slug(heading) === anchor);
        })
        .map(([link]) => `${document}: ${link}`),
    );
    expect(lost).toEqual([]);
  });

  it('styles only existing properties and parts', () => {
    const manifest = readFileSync(join(root, 'packages/elements/dist/custom-elements.json'), 'utf8');
    const tokens = readFileSync(join(root, 'packages/elements/src/base/tokens.styles.ts'), 'utf8');
    const lost = inLanguage('css').flatMap(({ code, place }) => [
      ...[...code.matchAll(/(--mhb-[\w-]+)/g)]
        .filter(([, name = '']) => !tokens.includes(name) && !manifest.includes(name))
        .map(([, name]) => `${place}: ${name ?? ''}`),
      ...[...code.matchAll(/::part\((\w+)\)/g)]
        .filter(([, name = '']) => !manifest.includes(`"name": "${name}"`))
        .map(([, name]) => `${place}: ${name ?? ''}`),
    ]);
    expect(lost).toEqual([]);
  });
});

describe.skipIf(browserMissing !== null)('the pages in the documentation', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('work with the documented policy, without a violation', async () => {
    expect(policy).toContain('trusted-types');
    const pages = new Map(inLanguage('html').map(({ code }, index) => [`${index}.html`, code]));
    expect(pages.size).toBeGreaterThan(3);
    const site = await serve(
      { '/': pages, '/mhb/': join(root, 'packages/elements/dist/cdn') },
      { 'content-security-policy': policy },
    );
    const opened = await openPage(browser, 'about:blank');
    await stayHere(opened.page);
    for (const [name] of pages) {
      await opened.page.goto(`${site.url}/${name}`);
      await opened.page.waitForFunction(() =>
        document.querySelector(':defined:is(mhb-provider, mhb-passbook-viewer)'),
      );
      const unknown = await opened.page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => element.localName.startsWith('mhb-') && !element.matches(':defined'))
          .map(({ localName }) => localName),
      );
      expect(unknown).toEqual([]);
    }
    expect(opened.complaints).toEqual([]);
    await opened.page.context().close();
    await site.close();
  });
});
