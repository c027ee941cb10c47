/**
 * The key of this browser. It is created here and stored in IndexedDB in a form that no script can export.
 * The bridge knows the key by its ID.
 */
export interface BrowserKey {
  readonly id: string;
  readonly privateKey: CryptoKey;
}

const STORE = 'keys';

export async function loadBrowserKey(): Promise<BrowserKey | null> {
  return (await transact<BrowserKey | undefined>('readonly', (store) => store.get('own'))) ?? null;
}

/**
 * Creates the key and registers it with the ticket from the address. Returns `false` if the ticket is no
 * longer valid.
 */
export async function registerBrowser(ticket: string): Promise<boolean> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign'],
  );
  const publicJwk = await crypto.subtle.exportKey('jwk', publicKey);
  const response = await postJson('/ui/admit', { ticket, publicJwk });
  if (!response.ok) return false;
  const { id } = (await response.json()) as { id: string };
  await transact('readwrite', (store) => store.put({ id, privateKey } satisfies BrowserKey, 'own'));
  return true;
}

/** Deletes the key and everything else that this browser stores for the bridge. */
export async function forgetBrowser(): Promise<void> {
  await transact('readwrite', (store) => store.delete('own'));
  localStorage.clear();
}

/**
 * Signs an action of the person and sends it to the bridge. If the bridge does not respond, the returned
 * response has status 0.
 */
export async function postSigned(key: BrowserKey, action: object): Promise<Response> {
  const text = JSON.stringify({ ...action, at: Date.now(), host: location.host });
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    key.privateKey,
    new TextEncoder().encode(text),
  );
  const base64 = btoa(String.fromCharCode(...new Uint8Array(signature)));
  return postJson('/ui/act', {
    browser: key.id,
    text,
    signature: base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
  }).catch(() => Response.error());
}

const postJson = (path: string, body: object) =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

function transact<T>(mode: IDBTransactionMode, action: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('mhb-card-bridge', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => {
      reject(new Error('IndexedDB is not available'));
    };
    opening.onsuccess = () => {
      const request = action(opening.result.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => {
        resolve(request.result as T);
      };
      request.onerror = () => {
        reject(new Error('IndexedDB failed'));
      };
    };
  });
}
