import { MhbError } from '@mhb-kit/core/error';
import type { OperatorKey } from '../installation/operator-key.js';
import { checkFile, newerFile, readReleases, type ReleasedFile } from './releases.js';

export interface UpdaterOptions {
  /** URL of the folder that contains `releases.jws`, with a trailing slash. */
  readonly url: string;
  readonly key: OperatorKey;
  readonly running: { readonly version: string; readonly target: string; readonly kind: string };
  /** Replaces the running program with a verified package. */
  readonly apply: (version: string, bytes: Uint8Array) => Promise<void>;
  readonly fetch?: typeof globalThis.fetch;
}

const LIST_MS = 15_000;
const PACKAGE_MS = 600_000;

/** Checks for newer versions on the operator's server. Never installs a version unless the person agrees. */
export class Updater {
  readonly #options: UpdaterOptions;
  #found: { readonly version: string; readonly file: ReleasedFile } | null = null;

  constructor(options: UpdaterOptions) {
    this.#options = options;
  }

  get available(): string | null {
    return this.#found?.version ?? null;
  }

  /** @throws {MhbError} `update-not-trusted`, `gateway-unreachable` */
  async look(): Promise<void> {
    const { key, running } = this.#options;
    const list = await this.#get('releases.jws', LIST_MS);
    const releases = readReleases(Buffer.from(list).toString('utf8'), key);
    const file = newerFile(releases, running);
    this.#found = file === null ? null : { version: releases.version, file };
  }

  /** @throws {MhbError} `update-not-trusted`, `update-failed`, `gateway-unreachable` */
  async install(): Promise<void> {
    if (this.#found === null) return;
    const { version, file } = this.#found;
    const bytes = await this.#get(file.name, PACKAGE_MS);
    checkFile(bytes, file);
    await this.#options.apply(version, bytes);
    this.#found = null;
  }

  async #get(name: string, limitMs: number): Promise<Uint8Array> {
    const { url, fetch = globalThis.fetch } = this.#options;
    try {
      const response = await fetch(new URL(name, url), { signal: AbortSignal.timeout(limitMs) });
      if (!response.ok) throw new Error(`Status ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    } catch (cause) {
      throw new MhbError('gateway-unreachable', `${name} cannot be fetched`, { retriable: true, cause });
    }
  }
}
