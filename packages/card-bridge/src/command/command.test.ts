import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { bridgeProvider } from '@mhb-kit/core/card';
import { virtualNhiCard } from '@mhb-kit/testkit/card';
import { pcscdMissing, startPcscd } from '@mhb-kit/testkit/pcscd';
import { freePort } from '../../../../test/free-port.mjs';
import { basic, holder, NONCE, ORIGIN, readersWhen, webSocketOf } from '../../test/fixture.js';
import { Grants } from '../consent/grants.js';

/**
 * The tests run `mhb-card-bridge` as a separate process, as a person would, and check its output and exit
 * code.
 */

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = join(PACKAGE, 'dist/bin/mhb-card-bridge.js');
const folder = mkdtempSync(join(tmpdir(), 'mhb-command-'));
const config = join(folder, 'config.json');
const data = join(folder, 'data');
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  rmSync(data, { recursive: true, force: true });
  rmSync(config, { force: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Run {
  readonly language?: 'zh_TW.UTF-8' | 'en_GB.UTF-8';
  readonly environment?: Record<string, string>;
  readonly program?: string;
}

/** No PC/SC service listens at this address. */
const NOWHERE = { PCSCLITE_CSOCK_NAME: join(folder, 'nowhere.comm') };

const environmentOf = ({ language = 'en_GB.UTF-8', environment = NOWHERE }: Run) => ({
  ...process.env,
  LC_ALL: language,
  XDG_CONFIG_HOME: join(folder, 'xdg'),
  ...environment,
});

async function command(args: readonly string[], run: Run = {}) {
  const all = [run.program ?? PROGRAM, '--config', config, '--data', data, ...args];
  const child = spawn(process.execPath, all, { env: environmentOf(run), stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { status, stdout, stderr };
}

const configure = (settings: object) => {
  writeFileSync(config, JSON.stringify({ origins: [{ origin: ORIGIN, consent: 'enrolled' }], ...settings }));
};

/** Starts `mhb-card-bridge run` and keeps it running until the test ends. */
async function running(run: Run = {}) {
  const port = await freePort();
  configure({ ports: [port], logLevel: 'debug' });
  const child = spawn(process.execPath, [PROGRAM, '--config', config, '--data', data, 'run'], {
    env: environmentOf(run),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (more: string) => (log += more));
  ends.push(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    ...{ child, port, ended, log: () => log, said: String((await lines.next()).value) },
  };
}

describe('run', () => {
  it.each([
    ['zh_TW.UTF-8', '設定內容不正確。'],
    ['en_GB.UTF-8', 'The configuration is not valid.'],
  ] as const)('ends with an explanation if there is no configuration: %s', async (language, sentence) => {
    const { status, stderr, stdout } = await command(['run'], { language });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).toContain(`(configuration-invalid: ${config}: ENOENT)`);
    expect(stderr).not.toContain('    at ');
  });

  it('names the invalid setting', async () => {
    configure({ ports: ['17788'] });
    const { status, stderr } = await command(['run']);
    expect(status).toBe(1);
    expect(stderr).toContain('ports[0]: expected 1 … 65535');
  });

  it('serves allowed sites until it is stopped, even without PC/SC, and one site at a given port', async () => {
    const { port, said, child, ended } = await running();
    expect(said).toBe(`The card bridge listens at http://127.0.0.1:${port}`);
    const health = (origin: string) => fetch(`http://127.0.0.1:${port}/v1/health`, { headers: { origin } });
    expect((await health(ORIGIN)).status).toBe(200);
    expect((await health('https://evil.example')).status).toBe(403);
    const { status, stderr } = await command(['run'], { language: 'zh_TW.UTF-8' });
    expect(status).toBe(1);
    expect(stderr).toContain('port-in-use');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});

it('runs once, no matter how many things start it at the same moment, and can be stopped', async () => {
  const ports = [await freePort(), await freePort()];
  configure({ ports });
  const args = [PROGRAM, '--config', config, '--data', data, 'run', '--unless-running'];
  const children = [1, 2, 3, 4].map(() => {
    const child = spawn(process.execPath, args, {
      env: environmentOf({}),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return { output: text(child.stdout), ended: once(child, 'exit') };
  });
  // Wait until all processes but one have exited on their own.
  let left = children.length;
  await new Promise<void>((resolve) => {
    for (const { ended } of children)
      void ended.then(() => {
        left -= 1;
        if (left === 1) resolve();
      });
  });
  expect(await command(['stop'])).toMatchObject({ status: 0 });
  expect(await Promise.all(children.map(({ ended }) => ended))).toEqual(children.map(() => [0, null]));
  const outputs = await Promise.all(children.map(({ output }) => output));
  expect(outputs.filter((output) => output.includes('listens at'))).toHaveLength(1);
  expect(await command(['stop'])).toMatchObject({ status: 0 });
});

describe('doctor', () => {
  it.each([
    [
      'zh_TW.UTF-8',
      ['缺少  設定檔: 沒有這個檔案', '缺少  PC/SC 服務: 沒有回應', '    → 請執行：apt install pcscd'],
    ],
    [
      'en_GB.UTF-8',
      ['MISSING  Configuration: not found', 'MISSING  PC/SC service: does not respond', 'systemctl enable'],
    ],
  ] as const)('reports what is missing and how to correct it: %s', async (language, sentences) => {
    const { status, stdout } = await command(['doctor'], { language });
    expect(status).toBe(1);
    for (const sentence of sentences) expect(stdout).toContain(sentence);
  });

  /** Copies the program to a separate folder without the given bindings, as if they could not be built. */
  const without = (...absent: string[]): string => {
    const place = mkdtempSync(join(folder, 'without-'));
    const modules = join(place, 'node_modules');
    cpSync(join(PACKAGE, 'dist'), join(modules, '@mhb-kit/card-bridge/dist'), { recursive: true });
    cpSync(join(PACKAGE, 'package.json'), join(modules, '@mhb-kit/card-bridge/package.json'));
    const from = createRequire(join(PACKAGE, 'package.json'));
    const { dependencies, optionalDependencies } = from('./package.json') as Record<string, object>;
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (absent.includes(name)) continue;
      const found = (from.resolve.paths(name) ?? []).map((path) => join(path, name)).find(existsSync);
      if (found === undefined) continue;
      mkdirSync(dirname(join(modules, name)), { recursive: true });
      symlinkSync(found, join(modules, name));
    }
    return join(modules, '@mhb-kit/card-bridge/dist/bin/mhb-card-bridge.js');
  };

  it('explains that a binding that could not be compiled does not matter if the other one works', async () => {
    const { stdout } = await command(['doctor'], { program: without('pcsclite') });
    expect(stdout).toContain('ok  PC/SC binding pcsclite: does not load; the other driver is used');
    expect(stdout).toContain('apt install libpcsclite-dev');
    expect(stdout).toContain('ok  PC/SC binding pcsc-mini: loads');
  });

  it('T20 reports that no reader can be used if there is no binding, but still runs the bridge', async () => {
    const program = without('pcsclite', 'pcsc-mini', 'graphene-pk11');
    configure({ pkcs11Module: '/usr/lib/softhsm/libsofthsm2.so' });
    const chinese = await command(['doctor'], { program, language: 'zh_TW.UTF-8' });
    expect(chinese.status).toBe(1);
    expect(chinese.stdout).toContain('缺少  PC/SC 連接模組 pcsclite: 無法載入，所以連不到這台電腦的讀卡機');
    expect(chinese.stdout).toContain('npm rebuild pcsclite');
    expect(chinese.stdout).toContain('缺少  憑證卡（PKCS#11）: 模組無法使用');
    const port = await freePort();
    configure({ ports: [port] });
    const child = spawn(process.execPath, [program, '--config', config, '--data', data, 'run'], {
      env: environmentOf({}),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    const session = await bridgeProvider({ ports: [port], WebSocket: webSocketOf(ORIGIN) }).open({});
    await expect(session.readNhi({})).rejects.toMatchObject({ code: 'middleware-missing' });
    await session.close();
    child.kill('SIGTERM');
    await ended;
  });

  it('prints a report without private data', async () => {
    configure({ ports: [17_788, 17_789] });
    const { status, stdout } = await command(['doctor', '--report'], { language: 'zh_TW.UTF-8' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^- mhb-card-bridge: \d+\.\d+\.\d+\n- Node: 2/);
    expect(stdout).toContain('- PC/SC by pcsc-mini: stopped');
    for (const personal of [hostname(), userInfo().homedir, folder, ORIGIN, 'portal']) {
      expect(stdout).not.toContain(personal);
    }
  });
});

describe('pair, list and revoke', () => {
  it('report that no bridge has run', async () => {
    const { status, stderr } = await command(['pair'], { language: 'zh_TW.UTF-8' });
    expect(status).toBe(1);
    expect(stderr).toContain('bridge-not-installed');
    expect(await command(['list'])).toMatchObject({
      status: 0,
      stdout: 'No site may read a card without asking you.\n0 browsers are paired.\n',
    });
  });

  it('register one browser, list permissions, and withdraw them', async () => {
    const { port } = await running();
    const { status, stdout } = await command(['pair'], { language: 'zh_TW.UTF-8' });
    expect(status).toBe(0);
    expect(stdout).toContain('請在十分鐘內');
    const link = new URL(stdout.trim().split('\n').at(-1) ?? '');
    expect(link.origin).toBe(`http://127.0.0.1:${port}`);
    const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
    const publicJwk = await crypto.subtle.exportKey('jwk', keys.publicKey);
    const admit = () =>
      fetch(`${link.origin}/ui/admit`, {
        method: 'POST',
        headers: { origin: link.origin, 'content-type': 'application/json' },
        body: JSON.stringify({ ticket: link.hash.slice(1), publicJwk }),
      });
    expect([(await admit()).status, (await admit()).status]).toEqual([200, 403]);

    const grants = new Grants(data);
    await grants.add(ORIGIN);
    await grants.add('https://other.example.tw');
    expect((await command(['list'], { language: 'zh_TW.UTF-8' })).stdout).toMatch(
      /^https:\/\/portal\.example\.tw {2}到 \d{4}-[^\n]+ 為止\nhttps:\/\/other[^\n]+\n已配對 1 個瀏覽器。\n$/,
    );
    expect((await command(['revoke', ORIGIN])).stdout).toBe('1 permission withdrawn.\n');
    expect((await command(['revoke', '--browsers'])).stdout).toBe(
      '1 permission withdrawn.\n1 browser forgotten.\n',
    );
    expect(await grants.list()).toEqual([]);
    expect((await command(['list'])).stdout).toContain('0 browsers are paired.');
  });
});

it('enrol always prints the same public key, and nothing secret', async () => {
  const [first, second] = [await command(['enrol', 'kiosk-1']), await command(['enrol', 'kiosk-1'])];
  expect(first).toMatchObject({ status: 0, stderr: '', stdout: second.stdout });
  expect(JSON.parse(first.stdout)).toEqual({
    name: 'kiosk-1',
    publicJwk: { kty: 'EC', crv: 'P-256', x: expect.any(String) as string, y: expect.any(String) as string },
  });
});

it('self-test reports that the program works', async () => {
  expect(await command(['self-test'])).toMatchObject({ status: 0 });
});

it('install-service writes a unit that systemd accepts', async () => {
  const { status, stdout } = await command(['install-service'], { language: 'zh_TW.UTF-8' });
  const unit = join(folder, 'xdg/systemd/user/mhb-card-bridge.service');
  expect(status).toBe(0);
  expect(stdout).toContain(`已寫入 ${unit}`);
  expect(readFileSync(unit, 'utf8')).toContain(`"${PROGRAM}" "--config" "${config}"`);
  const verified = spawnSync('systemd-analyze', ['--user', 'verify', unit], { encoding: 'utf8' });
  if (verified.error === undefined) expect(`${verified.stdout}${verified.stderr}`).not.toContain(unit);
});

it('rejects an unknown command', async () => {
  expect(await command(['read'])).toMatchObject({ status: 1, stdout: '' });
});

const missing = pcscdMissing();
describe.skipIf(missing !== null)(`with a reader${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  it('reports no problem, names nobody in the log, and logs how the card answered but not its data', async () => {
    const pcscd = await startPcscd();
    ends.push(() => pcscd.stop());
    const { environment } = pcscd;
    const { port, log, child, ended } = await running({ environment });
    await pcscd.slots[0].insert(virtualNhiCard(holder, { behaviour: 't0' }));
    const session = await bridgeProvider({ ports: [port], WebSocket: webSocketOf(ORIGIN) }).open({});
    await readersWhen(session, ([reader]) => reader?.state === 'present');
    expect((await session.readNhi({ nonce: NONCE })).basic).toEqual(basic);
    await session.close();
    child.kill('SIGTERM');
    await ended;

    const doctor = await command(['doctor', '--card'], { environment });
    expect(doctor.stdout).not.toContain('MISSING');
    expect(doctor.status).toBe(0);
    expect(doctor.stdout).toContain('GET RESPONSE → 57 bytes, 9000');
    const report = await command(['doctor', '--report', '--card'], { environment });
    expect(report.stdout).toMatch(
      /- Card: in Virtual PCD 00 00: ok; SELECT → 0 bytes, 9000 in \d+ ms, GET DATA → 0 bytes, 6139/,
    );

    expect(log()).toContain('"op":"nhi.read","code":"ok"');
    const personal = [...Object.values(holder), NONCE, Buffer.from(holder.nationalId).toString('hex')];
    for (const value of personal.map(String).filter((one) => one.length > 1)) {
      for (const said of [log(), doctor.stdout, report.stdout]) expect(said).not.toContain(value);
    }
  });
});
