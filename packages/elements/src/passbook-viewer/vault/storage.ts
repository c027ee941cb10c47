import { MhbError } from '@mhb-kit/core/error';

/**
 * Data encrypted with AES-256-GCM, which consists of a 96-bit nonce, and the ciphertext with its authentication
 * tag.
 */
export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/**
 * The data that is needed to decrypt the data key with a passphrase. It consists of the parameters for deriving a
 * key from the passphrase, and the data key encrypted with the derived key.
 */
export interface PassphraseLock {
  readonly kdf: 'scrypt';
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly cost: number;
  readonly key: Sealed;
}

export interface PasskeyLock {
  readonly credentialId: Uint8Array<ArrayBuffer>;
  /** The input for the passkey's pseudo-random function. */
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly key: Sealed;
}

/**
 * The data that the browser stores in addition to the encrypted files. It does not reveal to whom the files
 * belong.
 */
export interface VaultHeader {
  readonly version: 1;
  readonly id: string;
  /** Incremented with every change, so that two tabs never overwrite each other's changes. */
  readonly revision: number;
  readonly passphrase: PassphraseLock;
  readonly passkey: PasskeyLock | null;
  /** The encrypted list of files. */
  readonly index: Sealed;
}

/** The storage of a vault. The browser's implementation uses IndexedDB. */
export interface VaultStorage {
  header(): Promise<VaultHeader | undefined>;
  entry(id: string): Promise<Sealed | undefined>;
  /**
   * Writes the header and new entries, and deletes other entries, in one transaction. This happens only if the
   * stored header belongs to the same vault and its revision is the expected one. `expected` is `null` if nothing
   * is stored. Resolves to whether the data was written.
   */
  write(
    header: VaultHeader,
    entries: ReadonlyMap<string, Sealed>,
    expected: number | null,
    erased?: readonly string[],
  ): Promise<boolean>;
  /**
   * Replaces a whole vault with a new one in one transaction, if the former vault has not changed. Resolves to
   * whether the vault was replaced.
   */
  replace(header: VaultHeader, entries: ReadonlyMap<string, Sealed>, former: VaultHeader): Promise<boolean>;
  erase(): Promise<void>;
}

const DATABASE = 'mhb-passbook-vault';
const HEADERS = 'headers';
const ENTRIES = 'entries';
const ONLY = 'vault';

/**
 * Creates a storage in IndexedDB, which can hold one vault per origin. The database is open only while it is used,
 * so that a forgotten tab never delays the deletion of the database.
 */
export function indexedDbStorage(factory: IDBFactory = indexedDB): VaultStorage {
  const inTransaction = async <T>(
    mode: IDBTransactionMode,
    work: (transaction: IDBTransaction) => Promise<T>,
  ): Promise<T> => {
    const database = await opened(factory);
    try {
      const transaction = database.transaction([HEADERS, ENTRIES], mode, { durability: 'strict' });
      const done = new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => {
          resolve();
        };
        transaction.onabort = () => {
          reject(storageError(transaction.error));
        };
      });
      const [result] = await Promise.all([work(transaction), done]);
      return result;
    } catch (thrown) {
      throw thrown instanceof MhbError ? thrown : storageError(thrown);
    } finally {
      database.close();
    }
  };
  const headerIn = (transaction: IDBTransaction): Promise<VaultHeader | undefined> =>
    answered<VaultHeader | undefined>(transaction.objectStore(HEADERS).get(ONLY));
  return {
    header: () => inTransaction('readonly', headerIn),
    entry: (id) =>
      inTransaction('readonly', (transaction) =>
        answered<Sealed | undefined>(transaction.objectStore(ENTRIES).get(id)),
      ),
    write: (header, entries, expected, erased = []) =>
      inTransaction('readwrite', async (transaction) => {
        const there = await headerIn(transaction);
        if ((there?.revision ?? null) !== expected || (there !== undefined && there.id !== header.id))
          return false;
        // The requests are queued rather than awaited. If one of them fails, the whole transaction is aborted.
        for (const [id, entry] of entries) transaction.objectStore(ENTRIES).put(entry, id);
        for (const id of erased) transaction.objectStore(ENTRIES).delete(id);
        transaction.objectStore(HEADERS).put(header, ONLY);
        return true;
      }),
    replace: (header, entries, former) =>
      inTransaction('readwrite', async (transaction) => {
        const there = await headerIn(transaction);
        if (there?.id !== former.id || there.revision !== former.revision) return false;
        transaction.objectStore(ENTRIES).clear();
        for (const [id, entry] of entries) transaction.objectStore(ENTRIES).put(entry, id);
        transaction.objectStore(HEADERS).put(header, ONLY);
        return true;
      }),
    async erase() {
      // The header is deleted first. The rest is unreadable without the encrypted key in the header, even if the
      // browser deletes the rest only later.
      await inTransaction('readwrite', async (transaction) => {
        transaction.objectStore(HEADERS).clear();
        await answered(transaction.objectStore(ENTRIES).clear());
      });
      await answered(factory.deleteDatabase(DATABASE)).catch((thrown: unknown) => {
        throw storageError(thrown);
      });
    },
  };
}

function opened(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(HEADERS);
      request.result.createObjectStore(ENTRIES);
    };
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => {
        database.close();
      };
      resolve(database);
    };
    request.onerror = () => {
      reject(storageError(request.error));
    };
  });
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(storageError(request.error));
    };
  });
}

function storageError(thrown: unknown): MhbError {
  const isFull = thrown instanceof DOMException && thrown.name === 'QuotaExceededError';
  return new MhbError(
    isFull ? 'vault-storage-full' : 'vault-unavailable',
    'The browser could not store the vault',
    {
      cause: thrown,
    },
  );
}
