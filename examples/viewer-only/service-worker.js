/**
 * Stores the viewer for use without a network, and nothing else. Files that people choose never pass through
 * here. Files that they share with the installed viewer are passed on to its page and never stored.
 */

// The build inserts the hash of the page here, so that a new page is a new version.
const CACHE = 'mhb-viewer-VERSION';
const FILES = ['./', 'manifest.webmanifest', 'icon.svg'];

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  const isOld = (name) => name.startsWith('mhb-viewer-') && name !== CACHE;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

/** The address to which the system sends shared files: `share_target` of the manifest. */
const SHARED = new URL('./shared', self.location.href).href;
/** If a page has not requested its files by then, it no longer exists. */
const WAITING_MS = 60_000;
/**
 * For each page that is being opened with files, the function that it calls when it is ready. @type
 * {Map<string, (page: Client) => void>}
 */
const waiting = new Map();

/** A page reports that it is ready for the files that were shared with it. */
self.addEventListener('message', ({ data, source }) => {
  if (data?.mhb === 'ready for shared files') waiting.get(data.id)?.(source);
});

/**
 * Answers with the page, and passes the files to it once it is open. Nothing of them goes to the server or
 * into a cache.
 */
function receive(event) {
  const id = crypto.randomUUID();
  const page = new Promise((resolve) => {
    waiting.set(id, resolve);
    setTimeout(resolve, WAITING_MS);
  });
  const files = event.request.formData().then((form) => form.getAll('files'));
  event.respondWith(Response.redirect(`./?shared=${id}`, 303));
  event.waitUntil(
    Promise.all([page, files])
      .then(([client, shared]) => client?.postMessage({ mhb: 'shared files', files: shared }))
      .finally(() => waiting.delete(id)),
  );
}

self.addEventListener('fetch', (event) => {
  if (event.request.method === 'POST' && event.request.url === SHARED) receive(event);
  if (event.request.method !== 'GET') return;
  const kept = caches
    .open(CACHE)
    .then((cache) =>
      cache.match(event.request.mode === 'navigate' ? './' : event.request, { ignoreSearch: true }),
    );
  event.respondWith(kept.then((response) => response ?? fetch(event.request)));
});
