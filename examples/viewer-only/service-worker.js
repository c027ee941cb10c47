/** Keeps the viewer, and nothing else: files that people open never come by here. */

// The build puts the hash of the page here, so that a new page is a new version.
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

self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return;
  const kept = caches
    .open(CACHE)
    .then((cache) =>
      cache.match(event.request.mode === 'navigate' ? './' : event.request, { ignoreSearch: true }),
    );
  event.respondWith(kept.then((response) => response ?? fetch(event.request)));
});
