/** The viewer as a page embeds it, with the passbook of an invented person. `?lang=en` shows it in English. */
document.documentElement.lang = new URLSearchParams(location.search).get('lang') ?? 'zh-Hant';

const viewer = document.querySelector('mhb-passbook-viewer');
const [response] = await Promise.all([
  fetch('passbook.json'),
  customElements.whenDefined('mhb-passbook-viewer'),
]);
// An open passbook takes the focus, which would scroll the surrounding page down to the frame.
viewer.inert = true;
await viewer.open([{ name: 'passbook.json', content: await response.blob() }]);
viewer.inert = false;
