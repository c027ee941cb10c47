/** The demonstration's outbox, and what to type for its invented people. */

const words = {
  zh: {
    mail: '信件',
    sms: '簡訊',
    to: '寄至',
    nationalId: '身分證號',
    password: '密碼',
    birthDate: '出生日期',
    householdNumber: '戶號',
    registeredAddress: '戶籍鄉鎮里鄰',
    mobile: '行動電話',
    email: 'E-Mail',
  },
  en: {
    mail: 'Mail',
    sms: 'Text message',
    to: 'to',
    nationalId: 'ID number',
    password: 'Password',
    birthDate: 'Date of birth',
    householdNumber: 'Household number',
    registeredAddress: 'Registered address',
    mobile: 'Mobile',
    email: 'E-mail',
  },
};
const find = (selector) => document.querySelector(selector);
const english = () => document.documentElement.lang === 'en';
const own = () => words[english() ? 'en' : 'zh'];

/** An element with text and children. */
function make(name, content = [], more = {}) {
  const element = Object.assign(document.createElement(name), more);
  element.append(...[content].flat());
  return element;
}

/** Paragraphs of a message, with its links. */
const paragraphs = (text) =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) =>
      make('p', /^https?:\/\/\S+$/.test(line) ? make('a', line, { href: line, target: '_blank' }) : line),
    );

function showMessages(messages) {
  find('#empty').hidden = messages.length > 0;
  find('#messages').replaceChildren(
    ...messages.map(({ channel, to, subject, text }) =>
      make('li', [
        make('h3', subject ?? own()[channel]),
        make('p', `${own()[channel]} ${own().to} ${to}`, { className: 'to' }),
        ...paragraphs(text),
      ]),
    ),
  );
}

function showPeople(people) {
  find('#people').replaceChildren(
    ...people.map(({ name, story, ...person }) =>
      make('li', [
        make('h3', name),
        make('p', english() ? story.en : story['zh-Hant'], { className: 'story' }),
        make(
          'dl',
          Object.entries(person).flatMap(([field, value]) => [make('dt', own()[field]), make('dd', value)]),
        ),
      ]),
    ),
  );
}

const load = async (path) => (await fetch(path)).json();
const { people, pin } = await load('/demo/people');
find('#certificate').hidden = pin === null;
find('#pin').textContent = pin;
let messages = [];
async function look() {
  const now = await load('/demo/messages').catch(() => messages);
  if (JSON.stringify(now) === JSON.stringify(messages)) return;
  messages = now;
  showMessages(messages);
}

const translated = [...document.querySelectorAll('[data-en]')].map((element) => [
  element,
  element.textContent,
]);
const title = document.title;
function showIn(language) {
  document.documentElement.lang = language;
  for (const [element, text] of translated) element.textContent = english() ? element.dataset.en : text;
  document.title = english() ? 'Demonstration: people and messages' : title;
  find('#language').textContent = english() ? '中文' : 'English';
  find('#language').lang = english() ? 'zh-Hant' : 'en';
  showPeople(people);
  showMessages(messages);
}
find('#language').addEventListener('click', () => showIn(english() ? 'zh-Hant' : 'en'));
showIn(new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh-Hant');

const EVERY_MS = 2_000;
await look();
setInterval(() => void look(), EVERY_MS);
