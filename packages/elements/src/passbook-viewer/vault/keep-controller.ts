import { loadModule } from '@mhb-kit/core/load-module';
import { toMhbError, type MhbError } from '@mhb-kit/core/error';
import type { Family } from '@mhb-kit/core/family';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { WorkController } from '../../base/work-controller.js';
import type { FamilyWrite } from '../family/placing.js';
import type { VaultStorage } from './storage.js';
import type { Vault } from './vault.js';

/**
 * The state of the vault: `off` if nothing may be stored on this computer, and `absent` if nothing has been stored
 * yet.
 */
export type KeepState = 'off' | 'absent' | 'locked' | 'open';

export interface KeepOptions {
  /** Checks whether people may store anything on this computer, which is never allowed on a shared computer. */
  readonly allowed: () => boolean;
  /**
   * Shows the stored downloads together with the open downloads. Resolves to the change that adds the open
   * downloads to the vault, or to `undefined` if the vault could not be read.
   */
  readonly show: (
    family: Family,
    content: (hash: string) => Promise<Uint8Array>,
  ) => Promise<FamilyWrite | undefined>;
}

const DATABASE = 'mhb-passbook-vault';

/**
 * Connects the viewer to the vault in the browser. The vault's code is loaded if a vault exists, or when the
 * person creates one.
 */
export class KeepController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: KeepOptions;
  #vault: Vault | undefined;
  #exists = false;
  readonly #work: WorkController;
  #turn: Promise<boolean> = Promise.resolve(true);
  /** The number of changes that are waiting to be stored. */
  #waiting = 0;

  /** Whether the vault has a passkey. `canUsePasskey` tells whether this browser supports passkeys for vaults. */
  hasPasskey = false;
  canUsePasskey = false;

  constructor(host: ReactiveControllerHost, options: KeepOptions) {
    this.#host = host;
    this.#options = options;
    this.#work = new WorkController(host);
    host.addController(this);
  }

  get busy(): boolean {
    return this.#work.isRunning;
  }

  get error(): MhbError | undefined {
    return this.#work.error;
  }

  set error(error: MhbError | undefined) {
    this.#work.error = error;
  }

  get state(): KeepState {
    if (!this.#options.allowed()) return 'off';
    return this.#vault !== undefined ? 'open' : this.#exists ? 'locked' : 'absent';
  }

  /** Whether there are changes that are not yet stored in the open vault. */
  get isSaving(): boolean {
    return this.#waiting > 0 && this.state === 'open';
  }

  hostConnected(): void {
    void this.#look();
  }

  hostDisconnected(): void {
    this.lock();
  }

  /** Creates the vault, or unlocks the existing vault, and stores the open downloads in it. */
  keep(passphrase: string): Promise<boolean> {
    return this.#attempt(async (signal) => {
      const { Vault: kept, storage } = await this.#code();
      const vault = this.#exists
        ? await kept.unlock(storage, passphrase)
        : await kept.create(storage, passphrase);
      this.#exists = true;
      await this.#show(vault, signal);
    });
  }

  /** Unlocks the vault and shows its content. Uses a passkey if `passphrase` is `null`. */
  unlock(passphrase: string | null): Promise<boolean> {
    return this.#attempt(async (signal) => {
      const { Vault: kept, storage } = await this.#code();
      const vault =
        passphrase === null ? await kept.unlockByPasskey(storage) : await kept.unlock(storage, passphrase);
      await this.#show(vault, signal);
    });
  }

  /**
   * Shows the content of a vault, and adds the open downloads to it. If the content cannot be read, the vault
   * stays locked.
   */
  async #show(vault: Vault, signal: AbortSignal): Promise<void> {
    const opened = await this.#options.show(await vault.family(), (hash) => vault.content(hash));
    if (opened === undefined) return;
    await vault.change(opened.change, opened.contents);
    signal.throwIfAborted();
    this.#vault = vault;
  }

  /**
   * Stores a change if a vault is open, once all earlier changes have been stored and `before` is settled.
   * Resolves to whether there was no error.
   */
  async save({ change, contents }: FamilyWrite, before?: Promise<unknown>): Promise<boolean> {
    this.#waiting += 1;
    this.#host.requestUpdate();
    try {
      await before;
      while (this.busy) await this.#turn;
      const vault = this.#vault;
      if (vault === undefined || this.state === 'off') return true;
      return await this.#attempt(() => vault.change(change, contents));
    } finally {
      this.#waiting -= 1;
      this.#host.requestUpdate();
    }
  }

  changePassphrase(current: string, next: string): Promise<boolean> {
    return this.#attempt(async () => this.#vault?.changePassphrase(current, next));
  }

  addPasskey(passphrase: string, name: string): Promise<boolean> {
    return this.#attempt(async () => this.#vault?.addPasskey(passphrase, name));
  }

  /** Permanently deletes all stored data. */
  erase(): Promise<boolean> {
    return this.#attempt(async () => {
      const { storage } = await this.#code();
      await storage.erase();
      this.#vault = undefined;
      this.#exists = false;
    });
  }

  /** Locks the vault by removing its key from memory. The stored data is not deleted. */
  lock(): void {
    this.#vault = undefined;
    this.error = undefined;
  }

  /** Runs one operation at a time. While an operation is running, requests for further operations are ignored. */
  #attempt(work: (signal: AbortSignal) => Promise<unknown>): Promise<boolean> {
    if (this.busy) return Promise.resolve(false);
    this.#turn = this.#work.run(async (signal) => {
      try {
        await work(signal);
        this.hasPasskey = (await this.#vault?.hasPasskey()) ?? this.hasPasskey;
      } catch (thrown) {
        if (toMhbError(thrown).code === 'vault-gone') {
          this.#vault = undefined;
          this.#exists = false;
        }
        throw thrown;
      }
    });
    return this.#turn;
  }

  /** Looks for a vault without creating a database, because nothing may be stored unless the person wants it. */
  async #look(): Promise<void> {
    if (!this.#options.allowed() || typeof indexedDB === 'undefined') return;
    try {
      const databases = await indexedDB.databases();
      if (!databases.some(({ name }) => name === DATABASE)) return;
      const { storage, canUsePasskey } = await this.#code();
      const header = await storage.header();
      this.#exists = header !== undefined;
      this.hasPasskey = header !== undefined && header.passkey !== null;
      this.canUsePasskey = await canUsePasskey();
      this.#host.requestUpdate();
    } catch {
      // A browser that has no storage cannot have a vault.
    }
  }

  async #code(): Promise<{
    readonly Vault: typeof Vault;
    readonly storage: VaultStorage;
    readonly canUsePasskey: () => Promise<boolean>;
  }> {
    const code = await loadModule(import('./code.js'));
    this.canUsePasskey = await code.canUsePasskey();
    return { Vault: code.Vault, storage: code.indexedDbStorage(), canUsePasskey: code.canUsePasskey };
  }
}
