import type { KeyPair } from 'dpop';
import type { PendingConnect } from './connect-flow.js';

/**
 * What waits in IndexedDB while the whole page is away at the gateway: the key pair, which stays unexportable there, and
 * what its answer must fit. Taken out at the return; whatever nobody came back for is forgotten.
 */
export interface KeptConnect extends PendingConnect {
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

async function within<T>(work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'state' });
  const database = await done(opening);
  try {
    return await work(database.transaction(STORE, 'readwrite').objectStore(STORE));
  } finally {
    database.close();
  }
}

export async function keepConnect(kept: KeptConnect): Promise<void> {
  await within((store) => done(store.put(kept)));
}

/** Takes out what was kept for a state; `null` when there is none, or it is too old. */
export function takeConnect(state: string): Promise<KeptConnect | null> {
  return within(async (store) => {
    const kept = (await done(store.get(state))) as KeptConnect | undefined;
    await done(store.delete(state));
    return kept === undefined || kept.since + LIFETIME_MS < Date.now() ? null : kept;
  });
}

/** Forgets what nobody came back for. */
export function forgetConnect(now: Date): Promise<void> {
  return within(async (store) => {
    const all = (await done(store.getAll())) as readonly KeptConnect[];
    for (const { state, since } of all) {
      if (since + LIFETIME_MS < now.getTime()) await done(store.delete(state));
    }
  });
}
