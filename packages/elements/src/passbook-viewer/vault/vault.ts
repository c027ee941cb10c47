import { MhbError } from '@mhb-kit/core/error';
import { contentsOf, emptyFamily, type Family, type FamilyChange } from '@mhb-kit/core/family';
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
 * A vault holds the downloads of a person and of the people they care for. It is stored in the browser at the
 * person's request.
 *
 * A random data key encrypts every file. The data key is itself encrypted with a passphrase and optionally also
 * with a passkey, so that adding a download encrypts only that download.
 *
 * When the passphrase changes, the data key changes too, and everything is encrypted again. If someone has copied
 * the browser's storage and learns the former passphrase, they cannot read anything that is stored later.
 */

interface IndexEntry {
  readonly id: string;
  /** The SHA-256 hash of the content, so that the same file is stored only once. */
  readonly hash: string;
}

/**
 * The encrypted index of a vault. It contains the family, and the names under which the encrypted files are
 * stored.
 */
interface Index {
  readonly family: Family;
  readonly files: readonly IndexEntry[];
}

/**
 * The former format of an index. It lists the files of only one person, because at that time a vault could not
 * contain the files of several people.
 */
type FormerIndex = readonly (IndexEntry & { readonly name: string })[];

const FORMER_MEMBER = 'former';
const KEY_PLACE = 'key';
const INDEX_PLACE = 'index';
/**
 * The maximum number of attempts to write. Two tabs that write at the same time need few attempts; if more are
 * needed, there is a different problem.
 */
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
   * Creates the vault of this browser, which can have only one vault.
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
      index: await seal(
        key,
        `${id} ${INDEX_PLACE}`,
        encoded({ family: emptyFamily, files: [] } satisfies Index),
      ),
    };
    raw.fill(0);
    if (!(await storage.write(header, new Map(), null)))
      throw new MhbError('vault-exists', 'A vault exists already');
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
   * Returns the stored family.
   *
   * @throws MhbError `vault-damaged`, `vault-gone`, `vault-unavailable`
   */
  async family(): Promise<Family> {
    return (await this.#index(await this.#header())).family;
  }

  /**
   * Returns the content of a stored file, given the hash of the content.
   *
   * @throws MhbError `vault-damaged`, `vault-gone`, `vault-unavailable`
   */
  async content(hash: string): Promise<Uint8Array> {
    const { files } = await this.#index(await this.#header());
    const entry = files.find((each) => each.hash === hash);
    if (entry === undefined) throw new MhbError('vault-damaged', 'A file is not listed');
    return decompress(await this.#opened(entry.id));
  }

  /** Decrypts a file. The result is still compressed. */
  async #opened(id: string): Promise<Uint8Array<ArrayBuffer>> {
    const entry = await this.#storage.entry(id);
    if (entry === undefined) throw new MhbError('vault-damaged', 'A file is missing');
    return unseal(this.#key, `${this.#id} ${id}`, entry);
  }

  /**
   * Applies a change to the stored family in one transaction. Encrypts new contents, and deletes contents that no
   * longer belong to anyone. Changes that another tab has made in the meantime are preserved.
   *
   * @param contents The files that the change adds, by hash
   * @throws MhbError `vault-storage-full`, `vault-gone`, `vault-damaged`, `vault-unavailable`
   */
  async change(change: FamilyChange, contents: ReadonlyMap<string, Uint8Array>): Promise<void> {
    /** The encrypted files by hash. They are kept so that a second attempt does not have to encrypt them again. */
    const sealed = new Map<string, { readonly id: string; readonly entry: Sealed }>();
    for (let tries = 0; tries < TRIES; tries += 1) {
      const header = await this.#header();
      const { family: before, files } = await this.#index(header);
      const family = change(before);
      const wanted = contentsOf(family);
      const known = new Set(files.map(({ hash }) => hash));
      const added: IndexEntry[] = [];
      const entries = new Map<string, Sealed>();
      for (const [hash, bytes] of contents) {
        if (known.has(hash) || !wanted.has(hash)) continue;
        const made = sealed.get(hash) ?? (await this.#sealedFile(bytes.slice()));
        sealed.set(hash, made);
        entries.set(made.id, made.entry);
        added.push({ id: made.id, hash });
      }
      const kept = files.filter(({ hash }) => wanted.has(hash));
      const erased = files.filter(({ hash }) => !wanted.has(hash)).map(({ id }) => id);
      const index = await this.#sealedIndex({ family, files: [...kept, ...added] });
      if (await this.#write(header, { index }, entries, erased)) return;
    }
    throw new MhbError(
      'vault-unavailable',
      'Another tab changed the vault during every attempt to write to it',
    );
  }

  /**
   * Replaces this vault with a new one that contains the same files but has a new data key and no passkey.
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
      for (const each of index.files) {
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
        index: await seal(
          key,
          `${id} ${INDEX_PLACE}`,
          encoded({ family: index.family, files: renamed } satisfies Index),
        ),
      };
      if (!(await this.#storage.replace(header, entries, former))) continue;
      this.#id = id;
      this.#key = key;
      return;
    }
    throw new MhbError(
      'vault-unavailable',
      'Another tab changed the vault during every attempt to write to it',
    );
  }

  /** Resolves to whether the vault can also be unlocked with a passkey. */
  async hasPasskey(): Promise<boolean> {
    return (await this.#header()).passkey !== null;
  }

  /**
   * Creates a passkey that can also decrypt the data key.
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
    throw new MhbError(
      'vault-unavailable',
      'Another tab changed the vault during every attempt to write to it',
    );
  }

  async #header(): Promise<VaultHeader> {
    const header = await headerOf(this.#storage);
    if (header.id !== this.#id) throw new MhbError('vault-gone', 'Another vault has replaced this one');
    return header;
  }

  async #index({ index }: VaultHeader): Promise<Index> {
    const text = await unseal(this.#key, `${this.#id} ${INDEX_PLACE}`, index);
    const read = JSON.parse(new TextDecoder().decode(text)) as Index | FormerIndex;
    return 'family' in read ? read : { family: familyOfOne(read), files: read };
  }

  /**
   * Encrypts a file under a random name, because a hash as its name would reveal the content to someone who reads
   * the disk.
   */
  async #sealedFile(
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<{ readonly id: string; readonly entry: Sealed }> {
    const id = crypto.randomUUID();
    return { id, entry: await seal(this.#key, `${this.#id} ${id}`, await compress(bytes)) };
  }

  #sealedIndex(index: Index): Promise<Sealed> {
    return seal(this.#key, `${this.#id} ${INDEX_PLACE}`, encoded(index));
  }

  #write(
    header: VaultHeader,
    changed: Partial<VaultHeader>,
    entries: ReadonlyMap<string, Sealed> = new Map(),
    erased: readonly string[] = [],
  ): Promise<boolean> {
    return this.#storage.write(
      { ...header, ...changed, revision: header.revision + 1 },
      entries,
      header.revision,
      erased,
    );
  }
}

async function headerOf(storage: VaultStorage): Promise<VaultHeader> {
  const header = await storage.header();
  if (header === undefined) throw new MhbError('vault-gone', 'The vault does not exist');
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

/** Converts an index in the former format, in which all files belong to one person. */
function familyOfOne(files: FormerIndex): Family {
  if (files.length === 0) return emptyFamily;
  const evidence = { mask: null, number: null, signed: null, numberDiffers: false };
  const named = files.map(({ name, hash }) => ({ name, hash }));
  return {
    members: [{ id: FORMER_MEMBER, name: '' }],
    downloads: [{ id: FORMER_MEMBER, member: FORMER_MEMBER, evidence, files: named }],
  };
}
