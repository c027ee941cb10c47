import { useWorkers } from '@mhb-kit/elements/passbook-viewer';
import '@mhb-kit/elements/define/passbook-viewer';
import archiveWorker from 'worker-script:archive';
import passbookWorker from 'worker-script:passbook';

/**
 * Scripts that this page may start: its own workers, by blob URLs created here, and the service worker beside
 * it.
 */
const blobAddress = (script) => URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
const scripts = {
  archive: blobAddress(archiveWorker),
  passbook: blobAddress(passbookWorker),
  offline: 'service-worker.js',
};
const policy = globalThis.trustedTypes?.createPolicy('mhb-viewer', {
  createScriptURL: (name) => scripts[name],
});
const scriptAddress = (name) => policy?.createScriptURL(name) ?? scripts[name];

// Classic workers, because a file opened from a disk has no origin, and Chromium starts no module workers
// from its URLs.
useWorkers({
  archive: () => new Worker(scriptAddress('archive')),
  passbook: () => new Worker(scriptAddress('passbook')),
});

/** The page around the viewer: its language, and additional features if the file comes from a web server. */

const translated = [...document.querySelectorAll('[data-en]')].map((element) => ({
  element,
  text: element.textContent,
}));
const languageButton = document.querySelector('#language');

const english = () => document.documentElement.lang === 'en';

function showIn(language) {
  document.documentElement.lang = language;
  for (const { element, text } of translated)
    element.textContent = english() ? element.dataset.en : text.trim();
  languageButton.textContent = english() ? '中文' : 'English';
  languageButton.lang = english() ? 'zh-Hant' : 'en';
}
languageButton.addEventListener('click', () => {
  showIn(english() ? 'zh-Hant' : 'en');
});
showIn(navigator.language.startsWith('zh') ? 'zh-Hant' : 'en');

document.querySelector('#preview').remove();

/** Which hints are about this device; none for a viewer that is already on a home screen. */
function hintsHere() {
  if (location.protocol === 'file:') return ['file'];
  if (matchMedia('(display-mode: standalone)').matches) return [];
  const { userAgent, maxTouchPoints } = navigator;
  // An iPad calls itself a Macintosh, but no Macintosh has a touch screen.
  if (/iPhone|iPad/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1))
    return ['ios'];
  return userAgent.includes('Android') ? ['android'] : [];
}
for (const hint of hintsHere()) document.querySelector(`[data-hint=${hint}]`).hidden = false;

const open = (files) =>
  document
    .querySelector('mhb-passbook-viewer')
    .open(files.map((file) => ({ name: file.name, content: file })));

/** Opened from a disk, there is only this file: no manifest and no service worker. */
if (location.protocol !== 'file:') {
  const installable = () => {
    const manifest = document.createElement('link');
    manifest.rel = 'manifest';
    manifest.href = 'manifest.webmanifest';
    document.head.append(manifest);
  };
  const { serviceWorker } = navigator;
  serviceWorker?.register(scriptAddress('offline')).catch(() => {
    // Private windows do not support it. The page works without it, as long as its server answers.
  });
  // Without its worker, files shared with the installed viewer would go to the server.
  void serviceWorker?.ready.then(installable);

  /** Installed, the viewer takes files from the share sheet: its worker has them, and waits for this page. */
  const shared = new URL(location.href).searchParams.get('shared');
  if (shared !== null) {
    history.replaceState(null, '', location.pathname);
    serviceWorker?.addEventListener('message', ({ data }) => {
      if (data?.mhb === 'shared files' && data.files.length > 0) void open(data.files);
    });
    serviceWorker?.startMessages();
    serviceWorker?.controller?.postMessage({ mhb: 'ready for shared files', id: shared });
  }
}

/** When installed, the system's file manager offers the viewer for ZIP and JSON files. */
globalThis.launchQueue?.setConsumer(async ({ files }) => {
  if (files.length > 0) await open(await Promise.all(files.map((handle) => handle.getFile())));
});
