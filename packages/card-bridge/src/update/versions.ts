import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdir, open, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { MhbError } from '@mhb-kit/core/error';
import { readJson, writeJson } from '../storage/private-file.js';

/**
 * The installed versions of one person, side by side in `versions/1.2.3/…`. The link `current` points to one
 * of them and is changed atomically, so that it always points to a complete version.
 */
export class Versions {
  readonly root: string;
  /** The program's path relative to the folder of its version. */
  readonly #program: string;

  constructor(root: string, program: string) {
    this.root = root;
    this.#program = program;
  }

  /** Path of the program that will run at the next start. */
  get program(): string {
    return join(this.root, 'current', this.#program);
  }

  async current(): Promise<string | null> {
    return readlink(join(this.root, 'current')).then(basename, () => null);
  }

  /**
   * Unpacks a version, checks that it starts, and makes it the current one.
   * @param archive a `.tar.gz` with one folder, which the caller has verified
   * @param onStep called before each step
   * @throws {MhbError} `update-failed` if the version cannot be unpacked or does not start; the current
   *   version then stays
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
   * Copies a program folder as a new version and makes that version the current one.
   * @param into a folder inside the version; by default the version's own folder
   */
  async installCopy(version: string, folder: string, into = ''): Promise<void> {
    const incoming = join(this.root, 'incoming');
    await rm(incoming, { recursive: true, force: true });
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    await cp(folder, join(incoming, version, into), { recursive: true });
    // Remove the quarantine attribute, so that macOS does not ask again when launchd starts the copy. The
    // person has already agreed to open the program.
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
   * Counts a start of a new version. After too many unsuccessful starts, reverts to the previous version.
   * @returns true if the previous version is current again; this process should then end so that the previous
   *   version can start
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

  /** Ends the trial, because the running version works. */
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

/** A new version that has not yet proved that it works. */
interface Trial {
  readonly version: string;
  readonly previous: string;
  readonly starts: number;
}

/**
 * Maximum number of starts on trial. A working version succeeds on its first start; the second start is
 * allowed in case the machine was at fault.
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

/** Writes a folder's content to disk, which must happen before the folder is renamed. */
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
