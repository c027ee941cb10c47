import { spawn, spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '@mhb-kit/testkit/passbook-fixtures';
import { Updater } from '../../packages/card-bridge/dist/update/updater.js';
import { Versions } from '../../packages/card-bridge/dist/update/versions.js';

/**
 * Updates of a person's own installation. Whenever the computer loses its power, the old or the new version starts, and
 * the next attempt succeeds. A list of releases or a package that somebody has changed is never installed.
 */

const PROGRAM = 'mhb-card-bridge';
const INSTALL = fileURLToPath(new URL('update/install.mjs', import.meta.url));
const STEPS = ['clean', 'unpack', 'prove', 'sync', 'place', 'try', 'switch', 'tidy'];

/** @typedef {(below: number) => number} Random */

/** @param {number} seed @returns {Random} */
function randomBelow(seed) {
  const next = seededRandom(seed);
  return (below) => Math.floor(next() * below);
}

/** A package with a program that reports its version. @param {string} folder @param {string} version */
async function packageOf(folder, version) {
  const name = `${PROGRAM}-${version}`;
  const inside = join(folder, name);
  await mkdir(inside, { recursive: true });
  const script = `#!/bin/sh\n. "$(dirname "$(readlink -f "$0")")/part" && echo "$version"\n`;
  await writeFile(join(inside, PROGRAM), script, { mode: 0o755 });
  // The program needs a second file, as the real one needs its bindings.
  await writeFile(join(inside, 'part'), `version=${version}\n`);
  await writeFile(join(inside, 'large'), version.repeat(400_000));
  const archive = join(folder, `${name}.tar.gz`);
  spawnSync('tar', ['-czf', archive, '-C', folder, name]);
  return archive;
}

/** The version that starts at the next login. @param {Versions} versions */
const starts = (versions) =>
  String(spawnSync(versions.program, ['--version'], { encoding: 'utf8' }).stdout).trim();

/** System calls with which an installation changes the folder. Its `tar` uses others. */
const CALLS = ['mkdir', 'rename', 'symlink', 'unlink', 'rmdir', 'fsync'];

/** @typedef {{ step: string } | { call: string, count: number } | { ms: number }} Cut where the power fails */

/**
 * Installs in a process of its own, which is killed with everything that it has started.
 * @param {string} root @param {string} archive @param {Cut | null} cut
 * @returns {Promise<{ ms: number, killed: boolean }>} how long it took
 */
async function installIn(root, archive, cut) {
  const own = [process.execPath, INSTALL, root, PROGRAM, '0.2.0', archive];
  const trace =
    cut !== null && 'call' in cut
      ? [
          ...['strace', '-f', '-qq', '-o', '/dev/null', '-e', `trace=${cut.call}`],
          ...['-e', `inject=${cut.call}:signal=KILL:when=${cut.count}`],
        ]
      : [];
  const [program = '', ...args] = [...trace, ...own, ...(cut !== null && 'step' in cut ? [cut.step] : [])];
  const child = spawn(program, args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // strace counts the calls of each thread by itself.
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
  });
  const exit = once(child, 'exit');
  await once(child, 'message');
  child.send('go');
  const started = performance.now();
  const kill = () => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
  const timer = cut !== null && 'ms' in cut ? setTimeout(kill, cut.ms) : undefined;
  const [code] = await exit;
  clearTimeout(timer);
  kill();
  return { ms: performance.now() - started, killed: code !== 0 };
}

/** @param {import('./run.mjs').FaultRun} options */
async function powerFails({ cases, seed, report }) {
  const random = randomBelow(seed);
  const work = await mkdtemp(join(tmpdir(), 'mhb-update-'));
  /** @type {string[]} */
  const failures = [];
  const counts = { old: 0, new: 0 };
  try {
    const [first, second] = [await packageOf(work, '0.1.0'), await packageOf(work, '0.2.0')];
    const installed = join(work, 'installed');
    await new Versions(installed, PROGRAM).install('0.1.0', await readFile(first));
    const root = join(work, 'own');
    const fresh = async () => {
      await rm(root, { recursive: true, force: true });
      await cp(installed, root, { recursive: true, verbatimSymlinks: true });
      return new Versions(root, PROGRAM);
    };
    /** @param {Cut} cut */
    const attempt = async (cut) => {
      const versions = await fresh();
      const { killed } = await installIn(root, second, cut);
      const after = starts(versions);
      if (after === '0.1.0') counts.old++;
      else if (after === '0.2.0') counts.new++;
      else failures.push(`${JSON.stringify(cut)}: “${after}” starts`);
      // Sometimes the power fails again during the next attempt.
      if (random(4) === 0) await installIn(root, second, { ms: random(Math.ceil(whole)) });
      await installIn(root, second, null);
      if (starts(versions) !== '0.2.0') failures.push(`${JSON.stringify(cut)}: the next attempt fails`);
      return killed;
    };
    await fresh();
    const { ms: whole } = await installIn(root, second, null);
    for (const step of STEPS) await attempt({ step });
    let calls = 0;
    if (spawnSync('strace', ['-V']).status === 0)
      for (const call of CALLS) for (let count = 1; await attempt({ call, count }); count++) calls++;
    else report('strace is not installed: the power fails at steps and at random times only');
    for (let index = 0; index < cases; index++) await attempt({ ms: (random(1000) / 1000) * whole * 1.2 });
    report(`cut before ${STEPS.length} steps, ${calls} system calls, and at ${cases} random times`);
    report(`an update takes ${whole.toFixed(0)} ms; after the cut, old ${counts.old} and new ${counts.new}`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return failures;
}

const part = (/** @type {object} */ value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** @param {Random} random @param {Buffer} bytes */
function changed(random, bytes) {
  const at = 1 + random(bytes.length - 1);
  const copy = Buffer.from(bytes);
  copy.writeUInt8((copy.readUInt8(at) + 1 + random(255)) % 256, at);
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  const more = Buffer.from([random(256)]);
  const ways = [copy, head, [bytes, more], [head, tail.subarray(1)], [tail, head], [head, more, tail]];
  const way = ways[random(ways.length)] ?? copy;
  const other = Array.isArray(way) ? Buffer.concat(way) : way;
  // Space around a list is not part of it.
  return other.toString('latin1').trim() === bytes.toString('latin1').trim() ? copy : other;
}

/** @param {import('./run.mjs').FaultRun} options */
async function somebodyTampers({ cases, seed, report }) {
  const random = randomBelow(seed);
  const work = await mkdtemp(join(tmpdir(), 'mhb-update-'));
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const stranger = generateKeyPairSync('ed25519').privateKey;
  const key = { x: String(publicKey.export({ format: 'jwk' })['x']) };
  const [first, second] = [await packageOf(work, '0.1.0'), await packageOf(work, '0.2.0')];
  const archive = await readFile(second);
  const name = `${PROGRAM}-0.2.0-linux-x64.tar.gz`;
  const listOf = (version = '0.2.0', by = privateKey, more = {}) => {
    const file = {
      ...{ target: 'linux-x64', name, size: archive.length },
      ...{ sha256: createHash('sha256').update(archive).digest('hex'), ...more },
    };
    const header = part({ alg: 'EdDSA', typ: 'mhb-card-bridge-releases+jwt' });
    const text = `${header}.${part({ product: PROGRAM, version, files: [file] })}`;
    return Buffer.from(`${text}.${sign(null, Buffer.from(text), by).toString('base64url')}`);
  };
  /**
   * Each returns the server's answer, which must not lead to an update. @type {readonly (() => [Buffer,
   * Buffer])[]}
   */
  const attacks = [
    () => [changed(random, listOf()), archive],
    () => [listOf(), changed(random, archive)],
    () => [listOf('0.2.0', stranger), archive],
    // Signed, but not newer, or for another system.
    () => [listOf(`0.${random(2)}.0`), archive],
    () => [listOf('0.2.0', privateKey, { target: 'windows-x64' }), archive],
    // The list of another package.
    () => [
      listOf('0.2.0', privateKey, { sha256: createHash('sha256').update('other').digest('hex') }),
      archive,
    ],
  ];
  let served = /** @type {[Buffer, Buffer]} */ ([listOf(), archive]);
  const server = createServer(({ url }, response) => {
    response.end(url === '/releases.jws' ? served[0] : url === `/${name}` ? served[1] : '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const versions = new Versions(join(work, 'own'), PROGRAM);
  const failures = [];
  let refused = 0;
  const attempt = async () => {
    const updater = new Updater({
      url: `http://127.0.0.1:${port}/`,
      key,
      running: { version: '0.1.0', target: 'linux-x64', kind: '.tar.gz' },
      apply: (version, bytes) => versions.install(version, bytes),
    });
    await updater.look();
    await updater.install();
  };
  try {
    await versions.install('0.1.0', await readFile(first));
    for (let index = 0; index < cases; index++) {
      served = /** @type {() => [Buffer, Buffer]} */ (attacks[index % attacks.length])();
      const code = await attempt().then(
        () => 'no update',
        (error) => error.code,
      );
      if (code === 'update-not-trusted') refused++;
      else if (code !== 'no update') failures.push(`attack ${index % attacks.length} ends with ${code}`);
      if ((await versions.current()) !== '0.1.0') {
        failures.push(`attack ${index % attacks.length} was installed`);
        break;
      }
    }
    if (starts(versions) !== '0.1.0') failures.push('the installed version does not start any more');
    served = [listOf(), archive];
    await attempt();
    if (starts(versions) !== '0.2.0') failures.push('the genuine update is not installed');
    report(`${refused} refused, ${cases - refused} not newer or for another system; then the genuine one`);
  } finally {
    server.close();
    await rm(work, { recursive: true, force: true });
  }
  return failures;
}

/** @type {import('./run.mjs').Fault[]} */
export const faults = [
  { name: 'update power', cases: 100, run: powerFails },
  { name: 'update tampering', cases: 1000, run: somebodyTampers },
];
