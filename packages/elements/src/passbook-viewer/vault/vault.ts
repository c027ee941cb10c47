import { MhbError } from '@mhb-kit/core/error';
import type { PassbookFile } from '@mhb-kit/core/passbook';
import { makePasskey, usePasskey } from './passkey.js';
import {
  compress,
  COST,
  decompress,
  importKey,
  newDataKey,
  passphraseKey,
  prfKey,
  random,
  SALT_BYTES,
  seal,
  unseal,
} from './seal.js';
import type { PasskeyLock, PassphraseLock, Sealed, VaultHeader, VaultStorage } from './storage.js';

/**
 * A person's downloads, kept in the browser because they asked for it. A random data key seals every file as it came;
 * a passphrase, and a passkey if they like, each seal the data key, so that each download adds itself only. With the
 * passphrase the data key changes, and everything is sealed again: whoever has copied the browser's storage and learns the
 * former passphrase reads nothing that was kept later.
 */

interface IndexEntry {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the content, by which the same file is kept once. */
  readonly hash: string;
}

const KEY_PLACE = 'key';
const INDEX_PLACE = 'index';
/** Two tabs that keep at once take turns; more than this is no two tabs. */
const TRIES = 5;

export class Vault {
  readonly #storage: VaultStorage;
  #id: string;
  #key: CryptoKey;

  private constructor(storage: VaultStorage, id: string, key: CryptoKey) {
    this.#storage = storage;
    this.#id = id;
    this.#key = key;
  }

  /**
   * Makes the browser's vault. There can be one only.
   *
   * @param cost scrypt's N; lower it in tests only
   * @throws MhbError `vault-exists`, `vault-storage-full`, `vault-unavailable`
   */
  static async create(storage: VaultStorage, passphrase: string, cost = COST): Promise<Vault> {
    const id = crypto.randomUUID();
    const raw = newDataKey();
    const key = await importKey(raw);
    const header: VaultHeader = {
      version: 1,
      id,
      revision: 1,
      passphrase: await lockBy(passphrase, cost, id, raw),
      passkey: null,
      index: await seal(key, `${id} ${INDEX_PLACE}`, encoded([])),
    };
    raw.fill(0);
    if (!(await storage.write(header, new Map(), null)))
      throw new MhbError('vault-exists', 'There is a vault');
    return new Vault(storage, id, key);
  }

  /** @throws MhbError `vault-wrong-passphrase`, `vault-gone`, `vault-unavailable` */
  static async unlock(storage: VaultStorage, passphrase: string): Promise<Vault> {
    const { id, passphrase: lock } = await headerOf(storage);
    const raw = await rawKey(passphrase, id, lock);
    const key = await importKey(raw);
    raw.fill(0);
    return new Vault(storage, id, key);
  }

  /** @throws MhbError `vault-passkey-refused`, `vault-damaged`, `vault-gone`, `vault-unavailable` */
  static async unlockByPasskey(storage: VaultStorage): Promise<Vault> {
    const { id, passkey } = await headerOf(storage);
    if (passkey === null) throw new MhbError('vault-passkey-refused', 'The vault has no passkey');
    const by = await prfKey(await usePasskey(passkey), passkey.salt);
    const raw = await unseal(by, `${id} ${KEY_PLACE}`, passkey.key);
    const key = await importKey(raw);
    raw.fill(0);
    return new Vault(storage, id, key);
  }

  /**
   * Every file that is kept, as it came.
   *
   * @throws MhbError `vault-damaged`, `vault-gone`, `vault-unavailable`
   */
  async files(): Promise<PassbookFile[]> {
    const files: PassbookFile[] = [];
    for (const { id, name } of await this.#index(await this.#header())) {
      files.push({ name, bytes: await decompress(await this.#opened(id)) });
    }
    return files;
  }

  /** A file as it was sealed: compressed. */
  async #opened(id: string): Promise<Uint8Array<ArrayBuffer>> {
    const entry = await this.#storage.entry(id);
    if (entry === undefined) throw new MhbError('vault-damaged', 'A file is missing');
    return unseal(this.#key, `${this.#id} ${id}`, entry);
  }

  /**
   * Keeps files beside those that are there; one that is there already is not kept again. All or nothing. Resolves to how
   * many were new.
   *
   * @throws MhbError `vault-storage-full`, `vault-gone`, `vault-damaged`, `vault-unavailable`
   */
  async add(files: readonly PassbookFile[]): Promise<number> {
    const incoming = await Promise.all(
      files.map(async ({ name, bytes }) => ({
        name,
        bytes: bytes.slice(),
        hash: await hashOf(bytes.slice()),
      })),
    );
    /** By hash, so that a second try seals nothing twice. */
    const sealed = new Map<string, { readonly id: string; readonly entry: Sealed }>();
    for (let tries = 0; tries < TRIES; tries += 1) {
      const header = await this.#header();
      const index = await this.#index(header);
      const known = new Set(index.map(({ hash }) => hash));
      const added: IndexEntry[] = [];
      const entries = new Map<string, Sealed>();
      for (const { name, hash, bytes } of incoming) {
        if (known.has(hash)) continue;
        known.add(hash);
        const made = sealed.get(hash) ?? (await this.#sealedFile(bytes));
        sealed.set(hash, made);
        entries.set(made.id, made.entry);
        added.push({ id: made.id, name, hash });
      }
      if (added.length === 0) return 0;
      const changed = { index: await this.#sealedIndex([...index, ...added]) };
      if (await this.#write(header, changed, entries)) return added.length;
    }
    throw new MhbError('vault-unavailable', 'Another tab keeps changing the vault');
  }

  /**
   * Makes a new vault of the same files, with a new data key and without a passkey, in the place of this one.
   *
   * @throws MhbError `vault-wrong-passphrase`, `vault-gone`, `vault-damaged`, `vault-storage-full`, `vault-unavailable`
   */
  async changePassphrase(current: string, next: string, cost = COST): Promise<void> {
    (await rawKey(current, this.#id, (await this.#header()).passphrase)).fill(0);
    const id = crypto.randomUUID();
    const raw = newDataKey();
    const key = await importKey(raw);
    const passphrase = await lockBy(next, cost, id, raw);
    raw.fill(0);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const former = await this.#header();
      const index = await this.#index(former);
      const entries = new Map<string, Sealed>();
      const renamed: IndexEntry[] = [];
      for (const each of index) {
        const newId = crypto.randomUUID();
        entries.set(newId, await seal(key, `${id} ${newId}`, await this.#opened(each.id)));
        renamed.push({ ...each, id: newId });
      }
      const header: VaultHeader = {
        version: 1,
        id,
        revision: 1,
        passphrase,
        passkey: null,
        index: await seal(key, `${id} ${INDEX_PLACE}`, encoded(renamed)),
      };
      if (!(await this.#storage.replace(header, entries, former))) continue;
      this.#id = id;
      this.#key = key;
      return;
    }
    throw new MhbError('vault-unavailable', 'Another tab keeps changing the vault');
  }

  /** Whether a passkey opens it, too. */
  async hasPasskey(): Promise<boolean> {
    return (await this.#header()).passkey !== null;
  }

  /**
   * Lets a passkey bring out the data key, which until then only the passphrase does.
   *
   * @throws MhbError `vault-wrong-passphrase`, `vault-passkey-refused`, `vault-gone`, `vault-unavailable`
   */
  async addPasskey(passphrase: string, name: string): Promise<void> {
    const raw = await rawKey(passphrase, this.#id, (await this.#header()).passphrase);
    try {
      const { credentialId, salt, secret } = await makePasskey(name);
      const key = await seal(await prfKey(secret, salt), `${this.#id} ${KEY_PLACE}`, raw);
      const passkey: PasskeyLock = { credentialId, salt, key };
      for (let tries = 0; tries < TRIES; tries += 1)
        if (await this.#write(await this.#header(), { passkey })) return;
    } finally {
      raw.fill(0);
    }
    throw new MhbError('vault-unavailable', 'Another tab keeps changing the vault');
  }

  async #header(): Promise<VaultHeader> {
    const header = await headerOf(this.#storage);
    if (header.id !== this.#id) throw new MhbError('vault-gone', 'Another vault is there');
    return header;
  }

  async #index({ index }: VaultHeader): Promise<readonly IndexEntry[]> {
    const text = await unseal(this.#key, `${this.#id} ${INDEX_PLACE}`, index);
    return JSON.parse(new TextDecoder().decode(text)) as readonly IndexEntry[];
  }

  /** Under a name that tells nothing: its hash would name the content to a reader of the disk. */
  async #sealedFile(
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<{ readonly id: string; readonly entry: Sealed }> {
    const id = crypto.randomUUID();
    return { id, entry: await seal(this.#key, `${this.#id} ${id}`, await compress(bytes)) };
  }

  #sealedIndex(index: readonly IndexEntry[]): Promise<Sealed> {
    return seal(this.#key, `${this.#id} ${INDEX_PLACE}`, encoded(index));
  }

  #write(
    header: VaultHeader,
    changed: Partial<VaultHeader>,
    entries: ReadonlyMap<string, Sealed> = new Map(),
  ): Promise<boolean> {
    return this.#storage.write(
      { ...header, ...changed, revision: header.revision + 1 },
      entries,
      header.revision,
    );
  }
}

async function headerOf(storage: VaultStorage): Promise<VaultHeader> {
  const header = await storage.header();
  if (header === undefined) throw new MhbError('vault-gone', 'There is no vault');
  return header;
}

async function lockBy(
  passphrase: string,
  cost: number,
  id: string,
  raw: Uint8Array<ArrayBuffer>,
): Promise<PassphraseLock> {
  const salt = random(SALT_BYTES);
  const by = await passphraseKey(passphrase, { salt, cost });
  return { kdf: 'scrypt', salt, cost, key: await seal(by, `${id} ${KEY_PLACE}`, raw) };
}

async function rawKey(
  passphrase: string,
  id: string,
  lock: PassphraseLock,
): Promise<Uint8Array<ArrayBuffer>> {
  const by = await passphraseKey(passphrase, lock);
  try {
    return await unseal(by, `${id} ${KEY_PLACE}`, lock.key);
  } catch (cause) {
    throw new MhbError('vault-wrong-passphrase', 'The passphrase does not open the vault', { cause });
  }
}

const encoded = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

const hashOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
