import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdir, open, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { MhbError } from '@mhb-kit/core/error';
import { readJson, writeJson } from '../storage/private-file.js';

/**
 * The versions of a person's own installation, side by side: `versions/1.2.3/…`, and `current`, a link to one
 * of them that is changed atomically. At every moment, `current` is a complete version.
 */
export class Versions {
  readonly root: string;
  /** The program's path in its version's folder. */
  readonly #program: string;

  constructor(root: string, program: string) {
    this.root = root;
    this.#program = program;
  }

  /** The program that will run at the next start. */
  get program(): string {
    return join(this.root, 'current', this.#program);
  }

  async current(): Promise<string | null> {
    return readlink(join(this.root, 'current')).then(basename, () => null);
  }

  /**
   * Unpacks a version, checks that it starts, and makes it the current one.
   * @param archive a `.tar.gz` with one folder, verified by the caller
   * @param onStep called before each step
   * @throws {MhbError} `update-failed` if it cannot be unpacked or does not start; the current version is
   *   kept
   */
  async install(
    version: string,
    archive: Uint8Array,
    onStep: (step: InstallStep) => void = () => undefined,
  ): Promise<void> {
    const incoming = join(this.root, 'incoming');
    onStep('clean');
    await rm(incoming, { recursive: true, force: true });
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    onStep('unpack');
    await unpack(archive, incoming);
    const [folder = ''] = await readdir(incoming);
    await this.#settle(version, join(incoming, folder), onStep);
  }

  /**
   * Copies the version in a folder and makes the copy the current one.
   * @param into a folder inside the version; by default the version itself
   */
  async installCopy(version: string, folder: string, into = ''): Promise<void> {
    const incoming = join(this.root, 'incoming');
    await rm(incoming, { recursive: true, force: true });
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    await cp(folder, join(incoming, version, into), { recursive: true });
    // The person has already opened the program, so macOS does not have to ask again when launchd starts
    // the copy.
    if (process.platform === 'darwin')
      spawnSync('xattr', ['-dr', 'com.apple.quarantine', incoming], { stdio: 'ignore' });
    await this.#settle(version, join(incoming, version), () => undefined);
  }

  async #settle(version: string, folder: string, onStep: (step: InstallStep) => void) {
    const previous = await this.current();
    onStep('prove');
    const { status } = spawnSync(join(folder, this.#program), ['self-test'], {
      stdio: 'ignore',
      timeout: PROOF_MS,
    });
    if (status !== 0) throw new MhbError('update-failed', `Version ${version} does not start`);
    onStep('sync');
    await syncAll(folder);
    onStep('place');
    const place = join(this.root, 'versions', version);
    if (previous !== version) {
      await mkdir(dirname(place), { recursive: true });
      await rm(place, { recursive: true, force: true });
      await rename(folder, place);
      await sync(dirname(place));
    }
    onStep('try');
    if (previous !== null && previous !== version)
      await writeJson(this.#trialPath, { version, previous, starts: 0 } satisfies Trial);
    onStep('switch');
    await this.#switchTo(version);
    onStep('tidy');
    for (const other of await readdir(join(this.root, 'versions')))
      if (other !== version && other !== previous)
        await rm(join(this.root, 'versions', other), { recursive: true, force: true });
    await rm(join(this.root, 'incoming'), { recursive: true, force: true });
  }

  /**
   * Counts a start of a new version. After several unsuccessful starts, reverts to the previous version.
   * @returns true if the previous version is the current one again, and this process should end so that it
   * can start
   */
  async startedOnTrial(version: string): Promise<boolean> {
    const trial = await readJson<Trial | null>(this.#trialPath, null);
    if (trial?.version !== version) return false;
    if (trial.starts < MAX_STARTS) {
      await writeJson(this.#trialPath, { ...trial, starts: trial.starts + 1 } satisfies Trial);
      return false;
    }
    await this.#switchTo(trial.previous);
    await rm(this.#trialPath, { force: true });
    return true;
  }

  /** The running version works, so it is kept. */
  async passedTrial(): Promise<void> {
    await rm(this.#trialPath, { force: true });
  }

  get #trialPath(): string {
    return join(this.root, 'trial.json');
  }

  async #switchTo(version: string) {
    const next = join(this.root, 'current.next');
    await rm(next, { force: true });
    await symlink(join('versions', version), next);
    await rename(next, join(this.root, 'current'));
    await sync(this.root);
  }
}

export type InstallStep = 'clean' | 'unpack' | 'prove' | 'sync' | 'place' | 'try' | 'switch' | 'tidy';

/** A version that has not been confirmed to work yet. */
interface Trial {
  readonly version: string;
  readonly previous: string;
  readonly starts: number;
}

/**
 * A working version succeeds on its first start; a second start is allowed in case the machine was at fault.
 */
const MAX_STARTS = 2;
const PROOF_MS = 30_000;

async function unpack(archive: Uint8Array, folder: string) {
  let tar: Buffer;
  try {
    tar = gunzipSync(archive);
  } catch (cause) {
    throw new MhbError('update-failed', 'The package cannot be unpacked', { cause });
  }
  const child = spawn('tar', ['-xf', '-', '-C', folder, '--no-same-owner'], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(tar);
  const [said, status] = await Promise.all([
    text(child.stderr),
    new Promise((resolve) => {
      child.once('error', resolve);
      child.once('close', resolve);
    }),
  ]);
  if (status !== 0) throw new MhbError('update-failed', `The package cannot be unpacked: ${said}`);
}

/** The target of a rename is synced to disk before the rename. */
async function syncAll(folder: string) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() || entry.isDirectory()) await sync(join(entry.parentPath, entry.name));
  await sync(folder);
}

async function sync(path: string) {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
