import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfiguration as readBridgeConfiguration } from '../../packages/card-bridge/dist/configuration.js';
import { loadConfiguration } from '../../packages/gateway/dist/config/configuration.js';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, launchBrowser, openPage } from '../e2e/browser.js';
import { stayHere } from './shown.js';
import { serve } from './static-server.js';
import { root } from './tarballs.js';

/**
 * Every block of code in the documentation and in the READMEs, tried as what it is: TypeScript compiled, HTML opened under the
 * documented policy, JSON read by the program that it is for, commands asked whether they exist. A block of a kind that is not
 * known here fails.
 */

interface Block {
  readonly place: string;
  readonly language: string;
  /** `[gateway.json]` after the language. */
  readonly title: string | undefined;
  readonly code: string;
}

const FENCE = /^```(\w*)[ \t]*(?:\[(.+?)\])?[^\n]*\n([\s\S]*?)^```$/gm;

const documents = [
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('.md') && !file.includes('node_modules') && !file.startsWith('reference/api'),
    )
    .map((file) => `docs/${file}`),
  ...['core', 'elements', 'cli', 'testkit', 'gateway', 'card-bridge'].map(
    (name) => `packages/${name}/README.md`,
  ),
  'README.md',
];

const blocks: readonly Block[] = documents.flatMap((document) => {
  const text = readFileSync(join(root, document), 'utf8');
  return [...text.matchAll(FENCE)].map(([, language = '', title, code = ''], index) => ({
    place: `${document}#${index + 1}`,
    language,
    title,
    code,
  }));
});
const inLanguage = (language: string): readonly Block[] =>
  blocks.filter((block) => block.language === language);

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

  it('is of kinds that are tried', () => {
    const known = ['ts', 'js', 'html', 'css', 'json', 'sh'];
    const others = blocks.filter(({ language, title }) => !known.includes(language) && title !== 'policy');
    // The README shows the policy in prose; it must be the documented one.
    const unknown = others.filter(({ code }) => !code.includes("require-trusted-types-for 'script'"));
    expect(unknown.map(({ place }) => place)).toEqual([]);
    expect(blocks.length).toBeGreaterThan(40);
  });

  it('names files that are there where it shows them whole', () => {
    const lost = documents.flatMap((document) =>
      [...readFileSync(join(root, document), 'utf8').matchAll(/^<<< (\S+)$/gm)]
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
      execFileSync('npx', ['tsc', '-p', folder], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch (error) {
      said = (error as { stdout: string }).stdout;
    }
    expect(said, places.join('\n')).toBe('');
  });

  it('configures the programs that it is for', async () => {
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
      writeFileSync(file, code);
      const program = programs[title ?? ''];
      expect(program, `${place} has no title of a known configuration`).toBeDefined();
      await program?.(file);
    }
  });

  it('styles by properties and parts that exist', () => {
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

  /** What a line may be, and how it is tried. `null`: a tool of the system, named here so that a slip is seen. */
  const commands: Readonly<Record<string, ((words: readonly string[]) => void) | null>> = {
    npm: ([what = '', ...rest]) => {
      const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object })
        .scripts;
      if (what === 'start' || what === 'test') expect(scripts).toHaveProperty([what]);
      else if (what === 'run') expect(scripts).toHaveProperty([rest[0] ?? '']);
      else {
        expect(['install', 'pack']).toContain(what);
        const names = readdirSync(join(root, 'packages')).map((name) => `@mhb-kit/${name}`);
        for (const name of rest.filter((word) => !word.startsWith('-'))) expect(names).toContain(name);
      }
    },
    npx: ([program = '', ...rest]) => {
      commands[program]?.(rest);
    },
    mhb: (words) => {
      asksHelp('packages/cli/dist/bin/mhb.js', words);
    },
    'mhb-gateway': (words) => {
      asksHelp('packages/gateway/dist/bin/mhb-gateway.js', words);
    },
    'mhb-card-bridge': (words) => {
      asksHelp('packages/card-bridge/dist/bin/mhb-card-bridge.js', words);
    },
    install: (words) => {
      const source = words.find((word) => word.startsWith('/opt/mhb-kiosk/'));
      const file = source?.replace('/opt/mhb-kiosk/', 'examples/municipal-kiosk/machine/');
      expect(readFileSync(join(root, file ?? ''), 'utf8')).not.toBe('');
    },
    systemctl: (words) => {
      const unit = words.find((word) => word.startsWith('mhb-'));
      if (unit !== undefined) readFileSync(join(root, 'examples/municipal-kiosk/machine', unit), 'utf8');
    },
    'apt-get': null,
    adduser: null,
    loginctl: null,
    tar: null,
    cp: null,
  };

  /** The program knows the command and each option. */
  function asksHelp(script: string, words: readonly string[]): void {
    const names: string[] = [];
    let help = execHelp(script, names);
    for (const word of words) {
      if (word.startsWith('-'))
        expect(help, `${word} of ${script} ${names.join(' ')}`).toMatch(
          new RegExp(`(^|[ ,])${word}\\b`, 'm'),
        );
      else if (new RegExp(`^  ${word}[ \\n]`, 'm').test(help)) {
        names.push(word);
        help = `${help}${execHelp(script, names)}`;
      }
    }
    if (words.some((word) => !word.startsWith('-')))
      expect(names, `${script} ${words.join(' ')}`).not.toEqual([]);
  }

  const helps = new Map<string, string>();
  const execHelp = (script: string, names: readonly string[]): string => {
    const command = [join(root, script), ...names, '--help'];
    const help =
      helps.get(command.join(' ')) ?? execFileSync(process.execPath, command, { encoding: 'utf8' });
    helps.set(command.join(' '), help);
    return help;
  };

  it('gives commands that exist', () => {
    for (const { code, place } of inLanguage('sh')) {
      for (const line of code.split('\n').filter((each) => each.trim() !== '')) {
        const [program = '', ...words] = line
          .replace(/\s+#.*$/, '')
          .trim()
          .split(/\s+/);
        expect(Object.keys(commands), `${place}: ${line}`).toContain(program);
        commands[program]?.(words);
      }
    }
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

  it('come to life under the documented policy, which complains of nothing', async () => {
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
