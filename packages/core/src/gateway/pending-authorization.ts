import type { KeyPair } from 'dpop';
import { MhbError } from '../error.js';

/** What belongs to one attempt, until its answer comes. */
export interface PendingAuthorization {
  readonly state: string;
  readonly codeVerifier: string;
  readonly clientId: string;
  readonly redirectUri: string;
}

/**
 * What waits in IndexedDB while the whole page is away at the gateway: the key pair, which stays unexportable there, and
 * what its answer must fit. Taken out at the return. What nobody came back for is deleted when its time is over if a page of
 * the site is open then, and otherwise when the next one starts.
 */
export interface StoredAuthorization extends PendingAuthorization {
  readonly pair: KeyPair;
  /** Epoch milliseconds. */
  readonly since: number;
}

const DATABASE = 'mhb-connect';
const STORE = 'pending';
/** As long as somebody may take to log in. */
const LIFETIME_MS = 15 * 60_000;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });

/** @throws {MhbError} `connect-failed` where the browser gives no storage */
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
    throw new MhbError('connect-failed', 'The browser keeps nothing for the return', { cause });
  }
}

export async function storePendingAuthorization(kept: StoredAuthorization): Promise<void> {
  await within((store) => done(store.put(kept)));
}

/** Takes out what was kept for a state; `null` when there is none, or it is too old. */
export function takePendingAuthorization(state: string): Promise<StoredAuthorization | null> {
  return within(async (store) => {
    const kept = (await done(store.get(state))) as StoredAuthorization | undefined;
    await done(store.delete(state));
    return kept === undefined || kept.since + LIFETIME_MS < Date.now() ? null : kept;
  });
}

let nextPurge: ReturnType<typeof setTimeout> | undefined;

/** Deletes what is too old now, and what is not as soon as it is. Never fails: there is nobody to tell. */
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
    // Tried again with the next connect.
  }
}
