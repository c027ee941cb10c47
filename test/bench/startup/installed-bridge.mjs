import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../build/prepare.mjs';
import { run } from '../../../build/package/archive.mjs';
import { baseOf } from '../../../build/package/registry.mjs';
import { targets } from '../../../build/package/targets.mjs';
import { readJson } from '../../trust/lock-file.mjs';

/** The card bridge as people install it, as a package and with npm, and a start of either. */

const ORIGIN = 'https://passbook.example.tw';
const LINUX = 'linux-x64';

/**
 * Makes the packages of systems. @param {readonly string[]} systems @param {string} out
 * @returns {{ target: string, name: string, size: number }[]}
 */
export function makePackages(systems, out) {
  const options = systems.flatMap((name) => ['--target', name]);
  run(process.execPath, [
    join(root, 'build/package/package.mjs'),
    ...options,
    '--origin',
    ORIGIN,
    '--out',
    out,
  ]);
  return JSON.parse(readFileSync(join(out, 'releases.json'), 'utf8')).files;
}

/**
 * Installs the Linux tarball of `makePackages`. @param {string} out @param {string} folder
 * @returns {string[]} the command that starts it
 */
export function unpackProgram(out, folder) {
  mkdirSync(folder, { recursive: true });
  const tarball = readdirSync(out).find((name) => name.endsWith('.tar.gz') && name.includes(LINUX));
  run('tar', ['-xzf', join(out, tarball ?? ''), '-C', folder, '--strip-components=1']);
  return [join(folder, 'mhb-card-bridge')];
}

/**
 * Installs the npm packages with npm, for the version of Node that is in the packages.
 * @param {string} folder @returns {string[]} the command that starts it
 */
export function installWithNpm(folder) {
  const target = targets[LINUX];
  if (target === undefined) throw new Error(`No target ${LINUX}`);
  const base = baseOf(target);
  const node = join(base, target.program);
  mkdirSync(folder, { recursive: true });
  const workspaces = ['core', 'card-bridge'].flatMap((name) => ['-w', `packages/${name}`]);
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder, ...workspaces], {
    cwd: root,
  });
  const tarballs = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  const { allowScripts } = readJson('package.json');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, allowScripts }));
  // npm itself also runs with that Node, which compiles the bindings for it.
  const { stdout } = spawnSync('npm', ['root', '-g'], { encoding: 'utf8' });
  const npm = join(stdout.trim(), 'npm/bin/npm-cli.js');
  const files = tarballs.map((name) => `./${name}`);
  run(node, [npm, 'install', '--silent', '--prefer-offline', '--no-audit', '--no-fund', ...files], {
    cwd: folder,
    env: { ...process.env, PATH: `${join(base, 'bin')}:${process.env['PATH']}`, npm_config_nodedir: base },
  });
  return [node, join(folder, 'node_modules/@mhb-kit/card-bridge/dist/bin/mhb-card-bridge.js')];
}

/**
 * Starts a bridge, until it answers an allowed page; the memory is that of all its processes.
 * @param {readonly string[]} command @param {string} folder an empty one @param {number} port a free one
 * @returns {Promise<{ ms: number, megabytes: number }>}
 */
export async function startInstalled([program = '', ...args], folder, port) {
  mkdirSync(folder, { recursive: true });
  const config = join(folder, 'config.json');
  writeFileSync(
    config,
    JSON.stringify({ origins: [{ origin: ORIGIN, consent: 'ask' }], ports: [port], logLevel: 'silent' }),
  );
  const own = ['--config', config, '--data', join(folder, 'data'), '--policy', join(folder, 'policy.json')];
  const started = performance.now();
  const bridge = spawn(program, [...args, ...own, 'run'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => bridge.once('exit', resolve));
  try {
    // It prints its address as soon as it listens.
    await Promise.race([
      new Promise((resolve) => bridge.stdout.once('data', resolve)),
      ended.then(() => Promise.reject(new Error(`${program} ended at once`))),
    ]);
    const answer = await fetch(`http://127.0.0.1:${port}/v1/health`, { headers: { origin: ORIGIN } });
    const ms = performance.now() - started;
    if (answer.status !== 200) throw new Error(`${program} answers ${answer.status}`);
    const processes = [bridge.pid ?? 0, ...childrenOf(bridge.pid ?? 0)];
    return { ms, megabytes: processes.reduce((sum, pid) => sum + memoryOf(pid), 0) };
  } finally {
    bridge.kill();
    await ended;
  }
}

/** @param {number} pid */
const childrenOf = (pid) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

/** What a process keeps in memory, in megabytes. @param {number} pid */
const memoryOf = (pid) =>
  (Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024) / 1e6;
