import type { KeyPair } from 'dpop';
import { MhbError } from '../error.js';

/** The data of one login attempt, kept until its response arrives. */
export interface PendingAuthorization {
  readonly state: string;
  readonly codeVerifier: string;
  readonly clientId: string;
  readonly redirectUri: string;
}

/**
 * The data that IndexedDB stores while the person is on the gateway's page: the key pair, which cannot be
 * exported, and the values that the response must match. It is deleted when the person returns. If the person
 * does not return, it is deleted when it expires (if a page of this site is open at that time) or when the next
 * login in connect mode starts.
 */
export interface StoredAuthorization extends PendingAuthorization {
  readonly pair: KeyPair;
  /** Epoch milliseconds. */
  readonly since: number;
}

const DATABASE = 'mhb-connect';
const STORE = 'pending';
/** The maximum duration of a login. */
const LIFETIME_MS = 15 * 60_000;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });

/** Runs `work` with the store. @throws {MhbError} `connect-failed` if the browser provides no storage */
async function within<T>(work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  try {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'state' });
    const database = await done(opening);
    try {
      return await work(database.transaction(STORE, 'readwrite').objectStore(STORE));
    } finally {
      database.close();
    }
  } catch (cause) {
    throw new MhbError(
      'connect-failed',
      'The browser cannot store the data that is needed when the person returns from the gateway',
      { cause },
    );
  }
}

export async function storePendingAuthorization(kept: StoredAuthorization): Promise<void> {
  await within((store) => done(store.put(kept)));
}

/** Removes and returns the data stored for `state`. Returns `null` if there is none or it has expired. */
export function takePendingAuthorization(state: string): Promise<StoredAuthorization | null> {
  return within(async (store) => {
    const kept = (await done(store.get(state))) as StoredAuthorization | undefined;
    await done(store.delete(state));
    return kept === undefined || kept.since + LIFETIME_MS < Date.now() ? null : kept;
  });
}

let nextPurge: ReturnType<typeof setTimeout> | undefined;

/**
 * Deletes expired entries now, and each remaining entry as soon as it expires. Never fails, because nobody
 * could handle the error.
 */
export async function purgePendingAuthorizations(): Promise<void> {
  try {
    const existing = (await indexedDB.databases?.()) ?? [{ name: DATABASE }];
    if (!existing.some(({ name }) => name === DATABASE)) return;
    const oldest = await within(async (store) => {
      const all = (await done(store.getAll())) as readonly StoredAuthorization[];
      const expired = all.filter(({ since }) => since + LIFETIME_MS < Date.now());
      for (const { state } of expired) await done(store.delete(state));
      return Math.min(...all.filter((kept) => !expired.includes(kept)).map(({ since }) => since));
    });
    clearTimeout(nextPurge);
    if (oldest === Infinity) return;
    nextPurge = setTimeout(() => void purgePendingAuthorizations(), oldest + LIFETIME_MS + 1 - Date.now());
  } catch {
    // Ignore the error, because the next login in connect mode tries again.
  }
}
