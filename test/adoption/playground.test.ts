import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTemplate } from '@angular/compiler';
import { parse as parseHtml } from 'parse5';
import type { Browser, Page } from 'playwright-core';
import { compile as compileSvelte } from 'svelte/compiler';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileScript, compileTemplate, parse as parseVue } from 'vue/compiler-sfc';
import { COMPILER } from '../../build/steps.mjs';
import { contrast, mix, parseColour } from '../../stories/playground/colour.js';
import {
  describeComponent,
  needsProvider,
  type Control,
  type Manifest,
} from '../../stories/playground/manifest.js';
import { pageScript, snippet, type Setting, type Shown } from '../../stories/playground/snippets.js';
import { files, states } from '../../stories/playground/states.js';
import { themeCss, themeOf } from '../../stories/playground/theme.js';
import { browserMissing, launchBrowser, openPage } from '../e2e/browser.js';
import { STRICT_POLICY } from '../e2e/viewer-page.js';
import { stayHere } from './shown.js';
import { serve, type StaticServer } from './static-server.js';
import { root } from './tarballs.js';

/** The playground: its snippets are compiled by each framework's own compiler and run, and its themes are measured. */

const cdn = join(root, 'packages/elements/dist/cdn');
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const manifest = JSON.parse(
  readFileSync(join(root, 'packages/elements/dist/custom-elements.json'), 'utf8'),
) as Manifest;
const tags = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .flatMap(({ tagName }) => (tagName === undefined ? [] : [tagName]));

/** A value that is not the default, with characters that markup must escape. */
const other = ({ kind, choices, property, attribute }: Control): Setting => ({
  property,
  attribute,
  value:
    kind === 'boolean'
      ? true
      : kind === 'number'
        ? 7
        : kind === 'choice'
          ? (choices.at(-1) ?? '')
          : 'https://a.example.tw/?a=1&b="{2}"',
});
const shownOf = (tag: string, isChanged: boolean): Shown => {
  const { controls, events } = describeComponent(manifest, tag);
  return { tag, events, provider: needsProvider(tag), settings: isChanged ? controls.map(other) : [] };
};
const everything = tags.flatMap((tag) => [shownOf(tag, false), shownOf(tag, true)]);
const css = themeCss({ brand: '#8a3b12', radius: 0.25 });

describe('the snippets of the playground', () => {
  it('exist for every component', () => {
    expect(tags.length).toBeGreaterThan(15);
    expect(describeComponent(manifest, 'mhb-login-box').controls.map(({ attribute }) => attribute)).toContain(
      'client-id',
    );
  });

  it('are HTML without an error', () => {
    for (const shown of everything) {
      const errors: string[] = [];
      parseHtml(snippet('html', shown, css), {
        sourceCodeLocationInfo: true,
        onParseError: ({ code }: { readonly code: string }) => errors.push(code),
      } as Parameters<typeof parseHtml>[1]);
      expect(errors, shown.tag).toEqual([]);
    }
  });

  it('have correct types in React', () => {
    // Where React's types are those that the components extend; the root has the version of another package.
    const folder = mkdtempSync(join(root, 'packages/elements/dist/react-'));
    everything.forEach((shown, index) => {
      writeFileSync(join(folder, `${index}.tsx`), snippet('react', shown));
    });
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          ...{ target: 'es2022', module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx' },
          ...{ lib: ['es2023', 'dom', 'dom.iterable'], types: [], strict: true, noEmit: true },
          skipLibCheck: true,
        },
        include: ['.'],
        exclude: [],
        references: [],
      }),
    );
    let said = '';
    try {
      execFileSync(process.execPath, [COMPILER, '-p', folder], { cwd: root, encoding: 'utf8' });
    } catch (error) {
      said = (error as { stdout: string }).stdout;
    }
    rmSync(folder, { recursive: true });
    expect(said).toBe('');
  });

  it('compile in Vue', () => {
    for (const shown of everything) {
      const { descriptor, errors } = parseVue(snippet('vue', shown, css));
      expect(errors, shown.tag).toEqual([]);
      expect(compileScript(descriptor, { id: 'a' }).content).toContain(shown.tag.replace('mhb-', ''));
      const { errors: wrong, code } = compileTemplate({
        source: descriptor.template?.content ?? '',
        filename: 'a.vue',
        id: 'a',
        compilerOptions: { isCustomElement: (name) => name.startsWith('mhb-') },
      });
      expect(wrong, shown.tag).toEqual([]);
      expect(code).toContain(`_createElementVNode("${shown.tag}"`.replace(/^.*\(/, ''));
    }
  });

  it('compile in Angular', () => {
    for (const shown of everything) {
      const source = snippet('angular', shown, css);
      const template = /template: `([^`]*)`/.exec(source)?.[1] ?? '';
      const { errors, nodes } = parseTemplate(template, 'a.html');
      expect(errors, source).toBe(null);
      expect(JSON.stringify(nodes.map((node) => ('name' in node ? node.name : '')))).toMatch(/mhb-/);
    }
  });

  it('compile in Svelte, without a warning', () => {
    for (const shown of everything) {
      const { js, warnings } = compileSvelte(snippet('svelte', shown, css), { generate: 'client' });
      expect(
        warnings.map(({ message }) => message),
        shown.tag,
      ).toEqual([]);
      expect(js.code).toContain(shown.tag);
    }
  });

  it('have a name in Chinese for every story', () => {
    const folder = join(root, 'stories');
    const stories = Object.fromEntries(
      readdirSync(folder)
        .filter((name) => name.endsWith('.stories.ts'))
        .map((name) => [
          name.replace('.stories.ts', ''),
          [...readFileSync(join(folder, name), 'utf8').matchAll(/^export const (\w+)/gm)].map(
            ([, each]) => each,
          ),
        ]),
    );
    expect(
      Object.fromEntries(Object.entries(states).map(([name, each]) => [name, Object.keys(each)])),
    ).toEqual(stories);
    expect(Object.keys(files).sort()).toEqual(Object.keys(stories).sort());
  });
});

/** Hues around the circle, from nearly black to nearly white, and the extremes. */
const brands = [
  ...['#000000', '#ffffff', '#808080', '#ffff00', '#0000ff', '#00ff00', '#ff0000', '#8a3b12', '#0b5f73'],
  ...Array.from(
    { length: 216 },
    (_, index) =>
      `#${[index % 6, Math.floor(index / 6) % 6, Math.floor(index / 36)]
        .map((part) => (part * 51).toString(16).padStart(2, '0'))
        .join('')}`,
  ),
];

describe('the themes of the playground', () => {
  it('keep the contrast of WCAG 2.2 AA, regardless of the brand color', () => {
    for (const brand of brands) {
      const { light, dark } = themeOf(brand);
      for (const { name, ratio } of [...light.pairs, ...dark.pairs])
        expect(ratio, `${brand}: ${name}`).toBeGreaterThanOrEqual(
          ['border', 'focus-sunken'].includes(name) ? 3 : 4.5,
        );
    }
    // Known values: black on white, and the darkest gray that fails on white.
    expect(contrast(parseColour('#000000'), parseColour('#ffffff'))).toBe(21);
    expect(contrast(parseColour('#767676'), parseColour('#ffffff'))).toBeCloseTo(4.54, 2);
    expect(contrast(parseColour('#777777'), parseColour('#ffffff'))).toBeCloseTo(4.48, 2);
  });

  it('keep the color of a brand that has enough contrast', () => {
    expect(themeOf('#0b5f73').light.accent).toBe('#0b5f73');
    expect(themeOf('#ffff00').light.accent).not.toBe('#ffff00');
  });
});

describe.skipIf(browserMissing !== null)('the playground in Chromium', () => {
  let folder: string;
  let browser: Browser;
  let site: StaticServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mhb-playground-'));
    await build({
      configFile: join(root, 'stories/playground/vite.config.ts'),
      build: { outDir: folder, emptyOutDir: false },
    });
    site = await serve({ '/': folder });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const violations = async (page: Page, where: string): Promise<readonly string[]> => {
    await page.evaluate(axe);
    return page.evaluate(async (scope) => {
      const { violations: found } = await (
        globalThis as unknown as {
          axe: {
            run: (
              where: string,
              options: object,
            ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        }
      ).axe.run(scope, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    }, where);
  };

  it('its HTML runs under a strict policy', async () => {
    const chosen = everything.filter(({ tag }) => tag !== 'mhb-provider');
    const pages = await serve(
      {
        '/': new Map<string, string>([
          ...chosen.flatMap((shown, index): [string, string][] => [
            [`${index}/index.html`, snippet('html', shown, css).replace('/page.js', `/${index}/page.js`)],
            [`${index}/page.js`, pageScript(shown)],
          ]),
          ['theme.css', css],
        ]),
        '/mhb/': cdn,
      },
      {
        'content-security-policy': STRICT_POLICY.replace(
          "connect-src 'none'",
          "connect-src 'self' https://gateway.example.tw ws://127.0.0.1:*",
        ),
      },
    );
    const { page, complaints } = await openPage(browser, 'about:blank');
    await stayHere(page);
    const logged: string[] = [];
    // The browser itself reports a bridge or gateway that is not there, at any time and as an error.
    page.on('console', (message) => {
      if (message.type() === 'log') logged.push(message.text());
    });
    for (const [index, { tag, settings, events }] of chosen.entries()) {
      await page.goto(`${pages.url}/${index}/`);
      await page.waitForFunction((name) => customElements.get(name) !== undefined, tag);
      const values = await page.evaluate(
        ([name, wanted]) => {
          const element = document.querySelector(name) as unknown as Record<string, unknown>;
          return wanted.map((property) => element[property]);
        },
        [tag, settings.map(({ property }) => property)] as const,
      );
      expect(values, tag).toEqual(settings.map(({ value }) => value));
      expect(
        await page
          .locator(tag)
          .evaluate((element) => getComputedStyle(element).getPropertyValue('--mhb-radius')),
        tag,
      ).toBe(needsProvider(tag) || tag === 'mhb-passbook-viewer' ? '0.25rem' : '');
      const [event] = events;
      if (event === undefined) continue;
      logged.length = 0;
      await page.locator(tag).evaluate((element, name) => element.dispatchEvent(new Event(name)), event);
      expect(logged.length, `${tag} ${event}`).toBe(1);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
    await pages.close();
  });

  it('mixes colors as the browser does', async () => {
    const page = await browser.newPage();
    const share = 0.1;
    for (const brand of ['#8a3b12', '#ffff00', '#0000ff', '#ff00cc']) {
      const drawn = await page.evaluate(
        ([colour]) => {
          const context = new OffscreenCanvas(1, 1).getContext('2d');
          if (context === null) throw new Error('No canvas');
          context.fillStyle = `color-mix(in oklab, ${colour} 10%, #12191d)`;
          context.fillRect(0, 0, 1, 1);
          return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
        },
        [brand] as const,
      );
      const computed = mix(parseColour(brand), share, parseColour('#12191d')).map((part) => part * 255);
      for (const [index, part] of drawn.entries())
        expect(Math.abs(part - (computed[index] ?? 0)), brand).toBeLessThanOrEqual(1);
    }
    await page.close();
  });

  it('shows states, properties, events, code and themes, in both languages', async () => {
    const pictures = process.env['MHB_SCREENSHOTS'];
    for (const [width, lang] of [
      [1280, 'zh-Hant'],
      [390, 'en'],
    ] as const) {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      const failures: string[] = [];
      page.on('pageerror', (error) => failures.push(error.message));
      await page.goto(`${site.url}/?lang=${lang}&component=login-box&state=LogsIn`);
      await page.locator('mhb-login-box #log-out').waitFor();
      await page.locator('#heard', { hasText: 'mhb-login' }).waitFor();
      await page.locator('#set-mode').selectOption('connect');
      await page.locator('#set-client-id').fill('mingde');
      await page.locator('#brand').fill('#ffcc00');
      await page.getByRole('button', { name: 'Svelte' }).click();
      expect(await page.locator('#code').innerText()).toContain('mode="connect" client-id="mingde"');
      expect(await page.locator('#sheet').innerText()).toContain(themeOf('#ffcc00').light.accent);
      expect(
        await page
          .locator('mhb-login-box')
          .evaluate((box) => (box as unknown as { clientId: string }).clientId),
      ).toBe('mingde');
      for (const scheme of ['light', 'dark']) {
        await page.locator('#scheme').selectOption(scheme);
        expect(await violations(page, 'body'), `${lang}, ${scheme}`).toEqual([]);
        if (pictures !== undefined)
          await page.screenshot({
            path: join(pictures, `playground-${width}-${scheme}.png`),
            fullPage: true,
          });
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(failures).toEqual([]);
      await context.close();
    }
  });

  it('opens every state', async () => {
    const page = await browser.newPage();
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));
    await page.goto(`${site.url}/?lang=en`);
    for (const [file, each] of Object.entries(states))
      for (const name of Object.keys(each)) {
        await page.locator('#component').selectOption(file);
        await page.locator('#state').selectOption(name);
        await page
          .locator(`.canvas [data-story='${file}-${name}'] :defined`)
          .first()
          .waitFor({ state: 'attached' });
      }
    expect(failures).toEqual([]);
    await page.close();
  });
});
