import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Other people's programs, in a cache outside the repository. They are downloaded from their registries when they are
 * needed, in the versions and with the hashes listed next to this file. Their install scripts do not run.
 */

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const cache = process.env['MHB_INTEROP_CACHE'] ?? join(homedir(), '.cache', 'mhb-kit', 'interop');

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with status ${status}.`);
}

/** A folder of the cache. It is filled again after the files that describe its content have changed. */
function cached(name: string, saysContent: readonly string[], fill: (folder: string) => void): string {
  const folder = join(cache, name);
  const hash = createHash('sha256');
  for (const file of saysContent) hash.update(readFileSync(here(file)));
  const mark = join(folder, 'fetched');
  const wanted = hash.digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  fill(folder);
  writeFileSync(mark, wanted);
  return folder;
}

/** A folder with the packages of `programs/package.json` and our scripts that call them. */
export function npmPrograms(): string {
  const folder = cached('npm', ['programs/package.json', 'programs/package-lock.json'], (empty) => {
    cpSync(here('programs'), empty, { recursive: true });
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], empty);
  });
  for (const script of ['summary.mjs', 'page.mjs']) cpSync(here(`programs/${script}`), join(folder, script));
  return folder;
}

/** HAPI’s validator or server: a folder of the cache with the archives in `lib`, or `null` without Java or Maven. */
export function hapiArchives(program: 'validator' | 'server'): string | null {
  if (['java', 'mvn'].some((command) => spawnSync(command, ['-version']).status !== 0)) return null;
  const pom = `hapi/${program}/pom.xml`;
  const hashes = `hapi/${program}/jars.sha256`;
  return cached(`hapi-${program}`, [pom, hashes], (empty) => {
    cpSync(here(pom), join(empty, 'pom.xml'));
    const goal = [
      '-B',
      '-q',
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      '-DoutputDirectory=lib',
    ];
    run('mvn', goal, empty);
    for (const line of readFileSync(here(hashes), 'utf8').trim().split('\n')) {
      const [wanted, name = ''] = line.split(/\s+/);
      const jar = readFileSync(join(empty, 'lib', name));
      if (createHash('sha256').update(jar).digest('hex') !== wanted) {
        throw new Error(`${name} is not the one that is pinned in ${hashes}.`);
      }
    }
  });
}

export const judgeSource = here('hapi/validator/Judge.java');
export const serverSource = here('hapi/server/HapiServer.java');
