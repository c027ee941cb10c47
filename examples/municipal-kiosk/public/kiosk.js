/** The kiosk's page: selects the screen, saves files, and removes everything about a person. */

const settings = await (await fetch('/settings.json')).json();
const find = (selector) => document.querySelector(selector);
const root = document.documentElement;
const suite = find('#suite');
const guard = find('mhb-idle-guard');
const keys = find('#keys');
const parts = [...document.querySelectorAll('[data-part]')];

guard.idleSeconds = settings.idleSeconds;
guard.warningSeconds = settings.warningSeconds;
suite.setAttribute('gateway', settings.gateway);

// --- language
function speak(language) {
  root.lang = language;
  for (const button of [find('#chinese'), find('#english')])
    button.setAttribute('aria-pressed', String(button.lang === language));
}
find('#chinese').addEventListener('click', () => speak('zh-Hant'));
find('#english').addEventListener('click', () => speak('en'));

// --- screens
let shown = 'welcome';
/** Nothing is shown any longer: the components have been removed. */
let ending = false;

function show(name) {
  shown = name;
  for (const screen of document.querySelectorAll('[data-screen]')) screen.hidden = screen.id !== name;
  find('#finish').hidden = name === 'welcome';
  keys.hidden = true;
  say('', '');
}

/** Says what happened, below the header, where it is visible regardless of what is shown. */
function say(chinese, english) {
  find('#stick').textContent = root.lang === 'en' ? english : chinese;
}

// The keypad is shown when something has to be typed, and hidden for reading.
const focused = (tree = document) => {
  const active = tree.activeElement;
  return active?.shadowRoot?.activeElement ? focused(active.shadowRoot) : active;
};
const TYPED_INTO = 'input:not([type=checkbox], [type=radio], [type=file])';
for (const sign of ['focusin', 'pointerup', 'keyup']) {
  addEventListener(sign, () => {
    if (focused()?.matches(TYPED_INTO)) keys.hidden = false;
    // A step in which nothing is typed begins at its heading.
    else if (focused()?.matches('h2, h3, h4')) keys.hidden = true;
  });
}
for (const button of document.querySelectorAll('[data-show]')) {
  button.addEventListener('click', () => {
    const { show: name } = button.dataset;
    // The login box's own links; the provider shows the components that they lead to.
    wanted = name === 'phone' ? 'phone' : 'data';
    const asked = {
      enter: 'mhb-show-login',
      phone: 'mhb-show-login',
      register: 'mhb-register',
      recover: 'mhb-recover-account',
    }[name];
    show(asked === undefined ? name : 'enter');
    if (asked !== undefined)
      find('mhb-login-box').dispatchEvent(new Event(asked, { bubbles: true, cancelable: true }));
    if (name === 'activate') find('#link').focus();
  });
}

find('#link-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const written = find('#link').value.trim();
  const activation = document.createElement('mhb-activation');
  activation.ticket = written.split('#ticket=').at(-1);
  // The form keeps its input, so that a mistake can be corrected.
  find('#activate mhb-activation')?.remove();
  find('#activate').append(activation);
});

/** Shows the first screen after a login: the request, or how to log in by phone from now on. */
let wanted = 'data';
let hasPassbook = false;

/** Shows one part, and the ways to the others: reading and sharing only if a passbook is open. */
function go(part) {
  for (const each of parts) each.hidden = each.id !== part;
  find('#parts').hidden = false;
  for (const button of document.querySelectorAll('[data-goto]')) {
    const { goto } = button.dataset;
    button.hidden = !hasPassbook && (goto === 'read' || goto === 'share');
    button.setAttribute('aria-pressed', String(goto === part));
  }
  // Reading and sharing have their own buttons; the login box only says who is logged in.
  find('mhb-login-box').hidden = part === 'read' || part === 'share';
  keys.hidden = true;
  find('main:not([hidden])').scrollTop = 0;
}
for (const button of document.querySelectorAll('[data-goto]'))
  button.addEventListener('click', () => go(button.dataset.goto));

document.addEventListener('mhb-login', () => {
  show('enter');
  hasPassbook = false;
  go(wanted);
});
// A file asks for its password in the viewer.
document.addEventListener('mhb-open-archive', () => {
  hasPassbook = true;
  go('read');
  find('mhb-passbook-viewer').focus();
});
document.addEventListener('mhb-passbook-open', () => {
  hasPassbook = true;
  if (find('#read').hidden) go('read');
  keys.hidden = true;
});
document.addEventListener('mhb-passbook-close', () => {
  hasPassbook = false;
  if (!ending && !find('#parts').hidden) go('data');
});
document.addEventListener('mhb-show-login', () => show('enter'));

// --- files are saved to the stick, with a message; the browser itself saves nothing
const words = {
  201: ['已存到隨身碟，可以拔出。', 'Saved; the stick may be pulled.'],
  409: ['請插入隨身碟，再按一次。', 'Plug in a stick and press again.'],
  507: ['隨身碟已滿。', 'The stick is full.'],
  0: ['無法存到隨身碟，請洽服務人員。', 'It could not be saved; please ask the staff.'],
};

/** Also shows the helper that this page is alive. */
const STICK_MS = 5_000;
async function lookForStick() {
  const answer = await fetch(`${settings.helper}/v1/stick`).catch(() => undefined);
  const { present = false, removable = false } = (await answer?.json()) ?? {};
  root.dataset.stick = String(present);
  askBack({ stick: left.stick && present });
  return { present, removable };
}
setInterval(lookForStick, STICK_MS);

// --- asks the previous person to take their card and stick until both are gone
const left = { card: false, stick: false };

function askBack(change) {
  if (ending) return;
  Object.assign(left, change);
  find('#take-back').hidden = !left.card && !left.stick;
  for (const each of document.querySelectorAll('[data-left]')) each.hidden = !left[each.dataset.left];
}

async function askCardBack() {
  await customElements.whenDefined('mhb-provider');
  const [provider] = suite.cards;
  if ((await provider.probe({})).state !== 'ready') return;
  const session = await provider.open({});
  const hasCard = (readers) => readers.some(({ card }) => card !== null);
  askBack({ card: hasCard(await session.readers()) });
  session.on('readers', (readers) => {
    askBack({ card: left.card && hasCard(readers) });
    if (!left.card) void session.close();
  });
}

const { present, removable } = await lookForStick();
// At a trial, the simulated card is always there, and the stick is a folder.
const isAfterPerson = location.search === '?ended';
if (removable || isAfterPerson) {
  askBack({ stick: present && removable });
  askCardBack().catch(() => undefined);
}

async function saveToStick(file, name) {
  const answer = await fetch(`${settings.helper}/v1/stick/${encodeURIComponent(name)}`, {
    method: 'PUT',
    body: file,
  }).catch(() => ({ status: 0 }));
  say(...(words[answer.status] ?? words[0]));
}

document.addEventListener('mhb-download', (event) => {
  event.preventDefault();
  void saveToStick(event.archive, event.fileName);
});
document.addEventListener('mhb-passbook-export', (event) => {
  event.preventDefault();
  void saveToStick(event.file, event.fileName);
});

// --- the end: nothing stays on the screen, and the browser is replaced by an empty one
const LOGOUT_MS = 1_000;

function leave() {
  if (ending) return;
  ending = true;
  find('#finish').hidden = true;
  say('', '');
  find('#goodbye').hidden = false;
  // After this turn, in which the components still log out.
  setTimeout(() => suite.remove());
  setTimeout(async () => {
    await fetch(`${settings.helper}/v1/end`, { method: 'POST' }).catch(() => undefined);
    // Without a helper (a trial in an ordinary browser), a new page is the best option.
    location.replace('/?ended');
  }, LOGOUT_MS);
}

find('#finish').addEventListener('click', () => {
  void guard.end('person');
});
document.addEventListener('mhb-session-end', leave);
document.addEventListener('mhb-logout', leave);

// The guard watches sessions and passbooks. A partly filled form has no session, but contains somebody's
// data.
let lastSign = Date.now();
for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])
  addEventListener(sign, () => (lastSign = Date.now()), { passive: true });
setInterval(() => {
  const idle = (Date.now() - lastSign) / 1_000;
  const limit = settings.idleSeconds + settings.warningSeconds;
  if (shown !== 'welcome' && parts.every(({ hidden }) => hidden) && idle > limit) void guard.end('idle');
}, 1_000);

// A page restored from the browser's cache is reloaded.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});
