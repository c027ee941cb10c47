import { loadModule } from '@mhb-kit/core/load-module';
import { toMhbError, type MhbError } from '@mhb-kit/core/error';
import type { Family } from '@mhb-kit/core/family';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { WorkController } from '../../base/work-controller.js';
import type { FamilyWrite } from '../family/placing.js';
import type { VaultStorage } from './storage.js';
import type { Vault } from './vault.js';

/** `off` if nothing may be stored, `absent` until someone asks for it. */
export type KeepState = 'off' | 'absent' | 'locked' | 'open';

export interface KeepOptions {
  /** Whether the person may store anything here: not on a shared computer. */
  readonly allowed: () => boolean;
  /**
   * Shows the stored downloads together with the open ones. Resolves to the open downloads that have to be
   * stored, or to `undefined` if the vault could not be read.
   */
  readonly show: (
    family: Family,
    content: (hash: string) => Promise<Uint8Array>,
  ) => Promise<FamilyWrite | undefined>;
}

const DATABASE = 'mhb-passbook-vault';

/**
 * Connects the viewer with the browser's vault. Its code is loaded if there is a vault, or when one is
 * requested.
 */
export class KeepController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: KeepOptions;
  #vault: Vault | undefined;
  #exists = false;
  readonly #work: WorkController;
  #turn: Promise<boolean> = Promise.resolve(true);

  /** Whether the open vault can be opened with a passkey, and whether this browser supports any. */
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

  /** Opens the vault and shows its content; without a passphrase, by passkey. */
  unlock(passphrase: string | null): Promise<boolean> {
    return this.#attempt(async (signal) => {
      const { Vault: kept, storage } = await this.#code();
      const vault =
        passphrase === null ? await kept.unlockByPasskey(storage) : await kept.unlock(storage, passphrase);
      await this.#show(vault, signal);
    });
  }

  /** If it cannot be read, it stays locked; otherwise it is shown as stored. */
  async #show(vault: Vault, signal: AbortSignal): Promise<void> {
    const opened = await this.#options.show(await vault.family(), (hash) => vault.content(hash));
    if (opened === undefined) return;
    await vault.change(opened.change, opened.contents);
    signal.throwIfAborted();
    this.#vault = vault;
  }

  /** Stores a change if a vault is open, after earlier ones. Resolves to whether there was no error. */
  async save({ change, contents }: FamilyWrite): Promise<boolean> {
    await this.#turn;
    const vault = this.#vault;
    if (vault === undefined || this.state === 'off') return true;
    return this.#attempt(() => vault.change(change, contents));
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

  /** One operation at a time: further presses in the meantime are ignored. */
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
   * Looks for a vault without creating anything, so that nothing is stored for a person who does not want it.
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
