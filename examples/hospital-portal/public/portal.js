/** The code that a hospital's web team writes: the address of the gateway and the language of the page. */

const settings = await (await fetch('/settings.json')).json();
for (const provider of document.querySelectorAll('#suite, #receiving'))
  provider.setAttribute('gateway', settings.gateway);
// Operations that need card and password are done on the gateway's own pages, not on this one.
document.querySelector('#recovery').href = new URL('/account-recovery', settings.gateway).href;
document.querySelector('#account').href = new URL('/account', settings.gateway).href;
// The card bridge answers the gateway's page, so the check of the reader is there, too.
document.querySelector('#start').checkHref = new URL('/environment-check', settings.gateway).href;

// --- language of the page: the components follow <html lang>
const translated = [...document.querySelectorAll('[data-en], [data-en-label]')].map((element) => ({
  element,
  text: element.textContent,
  label: element.getAttribute('aria-label'),
}));
const languageButton = document.querySelector('#language');

const english = () => document.documentElement.lang === 'en';

function showIn(language) {
  document.documentElement.lang = language;
  for (const { element, text, label } of translated) {
    if (element.dataset.en !== undefined) element.textContent = english() ? element.dataset.en : text;
    if (label !== null) element.setAttribute('aria-label', english() ? element.dataset.enLabel : label);
  }
  languageButton.textContent = english() ? '中文' : 'English';
  languageButton.lang = english() ? 'zh-Hant' : 'en';
}
languageButton.addEventListener('click', async () => {
  showIn(english() ? 'zh-Hant' : 'en');
  await showTray();
});
if (new URLSearchParams(location.search).get('lang') === 'en') showIn('en');

// --- the demonstration's card tray: only where the reader is simulated
async function showTray() {
  const response = await fetch('/demo/cards');
  if (!response.ok) return;
  const { cards, inserted } = await response.json();
  const tray = document.querySelector('#tray');
  document.querySelector('#tray-cards').replaceChildren(
    ...cards.map(({ id, label }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = english() ? label.en : label.zh;
      button.setAttribute('aria-pressed', String(id === inserted));
      button.addEventListener('click', async () => {
        await fetch('/demo/cards', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ insert: id }),
        });
        await showTray();
        document.querySelector(`#tray-cards button[aria-pressed='true']`)?.focus();
      });
      return button;
    }),
  );
  tray.hidden = false;
}
await showTray();
