import { loadModule } from '@mhb-kit/core/load-module';
import { toMhbError, type MhbError } from '@mhb-kit/core/error';
import type { Family } from '@mhb-kit/core/family';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { WorkController } from '../../base/work-controller.js';
import type { FamilyWrite } from '../family/placing.js';
import type { VaultStorage } from './storage.js';
import type { Vault } from './vault.js';

/** `off` if nothing may be stored here; `absent` if nothing is stored yet. */
export type KeepState = 'off' | 'absent' | 'locked' | 'open';

export interface KeepOptions {
  /** Whether people can store anything here; never on a shared computer. */
  readonly allowed: () => boolean;
  /**
   * Shows the stored downloads together with the open downloads. Resolves to the open downloads that are not yet
   * stored, or to `undefined` if the vault could not be read.
   */
  readonly show: (
    family: Family,
    content: (hash: string) => Promise<Uint8Array>,
  ) => Promise<FamilyWrite | undefined>;
}

const DATABASE = 'mhb-passbook-vault';

/**
 * Connects the viewer with the vault in the browser. The vault's code is loaded if there is a vault, or when the
 * person creates one.
 */
export class KeepController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: KeepOptions;
  #vault: Vault | undefined;
  #exists = false;
  readonly #work: WorkController;
  #turn: Promise<boolean> = Promise.resolve(true);
  /** Number of changes that are not stored yet. */
  #waiting = 0;

  /** Whether the open vault has a passkey; `canUsePasskey`: whether this browser supports passkeys for vaults. */
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

  /** Whether the open vault does not contain everything yet that it should. */
  get isSaving(): boolean {
    return this.#waiting > 0 && this.state === 'open';
  }

  hostConnected(): void {
    void this.#look();
  }

  hostDisconnected(): void {
    this.lock();
  }

  /** Creates the vault, or opens the existing one, and stores the open downloads. */
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

  /** Opens the vault and shows its content; if no passphrase is given, the vault is opened with a passkey. */
  unlock(passphrase: string | null): Promise<boolean> {
    return this.#attempt(async (signal) => {
      const { Vault: kept, storage } = await this.#code();
      const vault =
        passphrase === null ? await kept.unlockByPasskey(storage) : await kept.unlock(storage, passphrase);
      await this.#show(vault, signal);
    });
  }

  /** Shows the content of a vault. If the content cannot be read, the vault stays locked. */
  async #show(vault: Vault, signal: AbortSignal): Promise<void> {
    const opened = await this.#options.show(await vault.family(), (hash) => vault.content(hash));
    if (opened === undefined) return;
    await vault.change(opened.change, opened.contents);
    signal.throwIfAborted();
    this.#vault = vault;
  }

  /**
   * Stores a change if a vault is open, after earlier ones and after `before`. Resolves to whether there was
   * no error.
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

  /** Deletes everything stored, permanently. */
  erase(): Promise<boolean> {
    return this.#attempt(async () => {
      const { storage } = await this.#code();
      await storage.erase();
      this.#vault = undefined;
      this.#exists = false;
    });
  }

  /** Removes the key from memory; the stored data stays. */
  lock(): void {
    this.#vault = undefined;
    this.error = undefined;
  }

  /** Runs one operation at a time: anything the person presses in the meantime is ignored. */
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

  /**
   * Looks for a vault without creating a database, so that nothing is stored unless the person wants it.
   */
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
      // A browser without storage has no vault.
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
