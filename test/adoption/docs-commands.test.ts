import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseConfiguration as parseGatewayConfiguration } from '../../packages/gateway/dist/config/configuration.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocks, documents, inLanguage } from './documentation.js';
import { downloadedArchive, PASSWORD } from './shown.js';
import { packAll, root } from './tarballs.js';

/**
 * Runs every shell line in the documentation as its reader would, on a "machine" that is one folder per
 * document: files that the document mentions are in `/etc`, `/srv` or the home folder, its configurations
 * have been written, and the programs are ours. Commands that a test must not run are listed below with the
 * reason.
 */

const NOT_RUN: Readonly<Record<string, string>> = {
  'apt-get': 'changes the machine, and needs a mirror of Debian',
  docker: 'needs a container engine; `test/conformance/gateway/deploy.test.ts` reads its files',
  adduser: 'changes the machine',
  useradd: 'changes the machine',
  su: 'needs a PostgreSQL of the machine; `test/conformance/gateway` runs on one of its own',
  "echo 'DATABASE_URL=postgres:///mhb?host=/run/postgresql'": 'needs a PostgreSQL of the machine',
  udevadm: 'needs a machine that systemd has booted',
  loginctl: 'needs a machine that systemd has booted',
  systemctl: 'needs a machine that systemd has booted; its units are verified below',
  'mhb knowledge':
    'needs the official files; `packages/cli/src/drug-files.test.ts` runs it on files of their shape',
  'mhb check': 'looks at a page of the reader; `test/e2e/page-check.test.ts` runs it on pages that are there',
  'npm start': 'is run by `npm start -- --check`',
  'npm test': 'runs this',
  'npm run': 'has been run before anything here can be',
  'npm install': 'the packages are in no registry yet; `npm run test:adoption` installs their tarballs',
};

/** The output of long-running programs when they are ready. */
const READY = /"ready"|listens at/;
const PROMPT = 'Password for ';

const programs: Readonly<Record<string, string>> = {
  mhb: 'packages/cli/dist/bin/mhb.js',
  'mhb-gateway': 'packages/gateway/dist/bin/mhb-gateway.js',
  'mhb-card-bridge': 'packages/card-bridge/dist/bin/mhb-card-bridge.js',
};
const machine = join(root, 'examples/municipal-kiosk/machine');
const linesOf = (code: string): readonly string[] =>
  code
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) =>
      line
        .replace(/\s+#.*$/, '')
        .replace(/^npx /, '')
        .trim(),
    )
    .filter((line) => line !== '');

/** A folder that represents a reader's machine. */
class Machine {
  readonly folder = mkdtempSync(join(tmpdir(), 'mhb-reader-'));
  readonly #environment: NodeJS.ProcessEnv;

  constructor() {
    const bin = this.at('bin');
    mkdirSync(bin);
    for (const [name, script] of Object.entries(programs)) {
      const text = `#!/bin/sh\nexec "${process.execPath}" "${join(root, script)}" "$@"\n`;
      writeFileSync(join(bin, name), text, { mode: 0o755 });
    }
    for (const folder of [
      'work',
      'home',
      'srv/records',
      'srv/www',
      'usr/local/bin',
      'var/lib',
      'var/backups',
      'etc/systemd/system',
      'etc/udev/rules.d',
    ])
      mkdirSync(this.at(folder), { recursive: true });
    this.#environment = {
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
      HOME: this.at('home'),
      LANG: 'C.UTF-8',
      MHB_ROOT_KEY: randomBytes(32).toString('base64url'),
      MHB_PORT: '0',
    };
  }

  at(path: string): string {
    return join(this.folder, path);
  }

  /**
   * Paths such as `/etc/…` in the document are mapped into this folder, and system users that it creates are
   * mapped to the current user.
   */
  here(text: string): string {
    return text
      .replaceAll('/opt/mhb-kiosk', machine)
      .replaceAll('/opt/mhb-gateway/node_modules/@mhb-kit/gateway', join(root, 'packages/gateway'))
      .replaceAll('/opt/mhb-gateway/node_modules/.bin', this.at('bin'))
      .replaceAll(/runuser -u mhb-gateway -- | -[go] mhb-gateway\b/g, '')
      .replaceAll(/(?<![\w.])\/(etc|media|srv|usr\/local|var\/lib|var\/backups)\//g, `${this.folder}/$1/`);
  }

  /**
   * Runs a line in a terminal, because it may ask for a password. Long-running programs are stopped as soon
   * as they are ready.
   */
  async run(line: string): Promise<{ status: number | null; output: string }> {
    const asks = /^mhb (?!--)/.test(line);
    const child = spawn('bash', ['-c', asks ? `script -qec '${line}' /dev/null` : this.here(line)], {
      cwd: this.at('work'),
      env: this.#environment,
    });
    let output = '';
    let answered = 0;
    let isStopping = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (more: string) => {
        output += more;
        for (const asked = output.split(PROMPT).length - 1; answered < asked; answered += 1)
          child.stdin.write(`${PASSWORD}\n`);
        // A second signal would kill them immediately.
        if (READY.test(output) && !isStopping) isStopping = child.kill('SIGTERM');
      });
    }
    const [status] = (await once(child, 'close')) as [number | null];
    return { status, output };
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(this.at(path)), { recursive: true });
    // Some contain secrets and are rejected if everyone can read them.
    writeFileSync(this.at(path), this.here(text), { mode: 0o600 });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A configuration from a document, or from the guide that it refers to. */
const configuration = (document: string, title: string): string =>
  (
    blocks.find((block) => block.document === document && block.title === title) ??
    blocks.find((block) => block.document === 'docs/guides/production.md' && block.title === title) ??
    blocks.find((block) => block.title === title)
  )?.code ?? '';

describe('the commands in the documentation', () => {
  let tarballs: ReturnType<typeof packAll>;
  let archive: Buffer;

  beforeAll(async () => {
    tarballs = packAll(['elements']);
    archive = await downloadedArchive();
  });

  afterAll(() => {
    tarballs.remove();
  });

  const prepare = async (document: string): Promise<Machine> => {
    const reader = new Machine();
    for (const name of ['passbook.zip', 'older.zip', 'newer.zip'])
      writeFileSync(reader.at(`work/${name}`), archive);
    const bridge = JSON.parse(configuration(document, 'card-bridge.json')) as object;
    reader.write('home/.config/mhb-card-bridge/config.json', JSON.stringify(bridge));
    // The placeholder of a key that only a machine can create.
    const { publicJwk } = JSON.parse((await reader.run('mhb-card-bridge enrol')).output) as {
      publicJwk: { x: string; y: string };
    };
    reader.write(
      'work/gateway.json',
      configuration(document, 'gateway.json').replace(
        '"x": "…", "y": "…"',
        `"x": "${publicJwk.x}", "y": "${publicJwk.y}"`,
      ),
    );
    return reader;
  };

  const withCommands = documents.filter((document) =>
    inLanguage('sh').some((block) => block.document === document),
  );

  it.each(withCommands)('of %s do what they should', async (document) => {
    const reader = await prepare(document);
    try {
      for (const { code, place } of inLanguage('sh').filter((block) => block.document === document)) {
        for (const line of linesOf(code)) {
          const where = `${place}: ${line}`;
          const [program = '', what = '', ...rest] = line.split(/\s+/);
          const reason = NOT_RUN[program] ?? NOT_RUN[`${program} ${what}`];
          if (reason !== undefined) {
            expectNamesToExist(program, [what, ...rest], reader, where);
            continue;
          }
          if (line.startsWith('npm pack ')) {
            for (const { file } of tarballs.all.filter(({ name }) => rest.concat(what).includes(name)))
              copyFileSync(file, reader.at(`work/${basename(file)}`));
            continue;
          }
          const { status, output } = await reader.run(line);
          // A doctor reports that the servers in the guide do not exist, with its exit code.
          const fine = / doctor$/.test(line) ? [0, 1] : [0];
          expect(fine, `${where}\n${output}`).toContain(status);
          await expectOutcome(line, output, reader);
        }
      }
      verifyUnits(reader);
    } finally {
      reader.remove();
    }
  });

  async function expectOutcome(line: string, output: string, reader: Machine): Promise<void> {
    if (line.includes(' enrol ')) {
      const { bridges } = parseGatewayConfiguration({ bridges: [JSON.parse(output) as object] }, {});
      expect(bridges.map(({ name }) => name)).toEqual([line.split(' ').at(-1)]);
    }
    if (line.includes(' embedder add ')) {
      const id = line.split(' ').at(line.split(' ').indexOf('add') + 1) ?? '';
      const list = await reader.run('mhb-gateway --config gateway.json embedder list');
      expect(list.output).toContain(id);
    }
    const [, written] = /^mhb .* -o (\S+)/.exec(line) ?? [];
    if (written?.endsWith('.json') === true) JSON.parse(readFileSync(reader.at(`work/${written}`), 'utf8'));
    else if (written !== undefined) expect(existsSync(reader.at(`work/${written}`))).toBe(true);
    if (/mhb-gateway .*--config .* doctor$/.test(line)) {
      const failed = [...output.matchAll(/^FAIL ([^:]+):/gm)].map(([, subject]) => subject);
      expect(failed, output).toEqual(['e-mail', 'text messages', 'public URL']);
    }
    if (line.startsWith('mhb open')) expect(output).toContain('K22301****');
  }

  /** Lines that are not run are at least checked for misspelled names. */
  function expectNamesToExist(
    program: string,
    words: readonly string[],
    reader: Machine,
    where: string,
  ): void {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
    const [what = '', ...rest] = words;
    if (program === 'npm' && what === 'install') {
      const packages = readdirSync(join(root, 'packages')).map((name) => `@mhb-kit/${name}`);
      for (const name of rest.filter((word) => !/^[-/]/.test(word))) expect(packages, where).toContain(name);
    } else if (program === 'npm') {
      expect(scripts, where).toHaveProperty([what === 'run' ? (rest[0] ?? '') : what]);
    } else if (program === 'systemctl') {
      for (const unit of words.filter((word) => /^(?:mhb|var)-/.test(word))) {
        const places = ['etc/systemd/system', 'home/.config/systemd/user'];
        expect(
          places.some((place) => existsSync(reader.at(`${place}/${unit}`))),
          where,
        ).toBe(true);
      }
    }
  }

  /** Checks with systemd each unit that the document's commands have installed. */
  function verifyUnits(reader: Machine): void {
    const folder = reader.at('etc/systemd/system');
    const installed = existsSync('/usr/bin/systemd-analyze') ? readdirSync(folder) : [];
    // A folder has settings for a unit of the system, which systemd does not verify by itself.
    for (const unit of installed.filter((name) => !name.endsWith('.d'))) {
      const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', join(folder, unit)], {
        encoding: 'utf8',
      });
      // A unit is not wrong because node, xinit or the kiosk's user are missing on this machine.
      const complaints = stderr
        .split('\n')
        .filter((line) => line.includes(unit) && !line.includes('is not executable'));
      expect(complaints).toEqual([]);
    }
    if (!existsSync(reader.at('etc/mhb-kiosk'))) return;
    const site = /https:\/\/kiosk\.example\.tw/;
    expect(readFileSync(reader.at('etc/mhb-kiosk/kiosk.json'), 'utf8')).toMatch(site);
    expect(readFileSync(reader.at('etc/chromium/policies/managed/mhb-kiosk.json'), 'utf8')).toMatch(site);
  }

  it('are all run, or have a reason that is still valid', () => {
    const lines = inLanguage('sh').flatMap(({ code }) => linesOf(code));
    const unused = Object.keys(NOT_RUN).filter(
      (name) => !lines.some((line) => line.startsWith(`${name} `) || line === name),
    );
    expect(unused).toEqual([]);
  });
});
