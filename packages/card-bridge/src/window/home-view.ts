import type { Finding, Overview, OverviewSite } from '../server/overview.js';
import { forgetBrowser, loadBrowserKey, postSigned, type BrowserKey } from './browser-key.js';
import {
  arm,
  breakable,
  button,
  clicked,
  group,
  heading,
  paragraph,
  row,
  show,
  textElement,
  unpaired,
} from './elements.js';
import { language, switchLanguage, words } from './words.js';

/** Interval at which a visible page is refreshed. */
const LOOK_MS = 2000;

/** Checks whether the bridge accepts this browser. */
export async function isKnown(): Promise<boolean> {
  const key = await loadBrowserKey();
  return key !== null && (await postSigned(key, { action: 'overview' })).ok;
}

/**
 * Shows the state of the bridge: what works, which sites may ask, how they recently used a card, and which
 * actions are available. Updates the page for as long as it is open.
 */
export async function showHome(place: HTMLElement, notice = ''): Promise<void> {
  const key = await loadBrowserKey();
  if (key === null) {
    show(place, ...unpaired());
    return;
  }
  place.className = 'home';
  const view = new HomeView(key, notice);
  show(place, ...view.parts);
  await view.follow();
}

class HomeView {
  readonly parts: readonly HTMLElement[];
  readonly #key: BrowserKey;
  readonly #state = group('div', 'state');
  readonly #update = group('div', 'state');
  readonly #readers = group('ul', '');
  readonly #sites = group('ul', '');
  readonly #uses = group('ul', '');
  readonly #computer = group('div', '');
  readonly #footer = textElement('span', 'note', '');
  readonly #toggle = button(words.pause, 'quiet');
  readonly #check = button(words.check, 'quiet');
  /**
   * Everything below the state. It is hidden if the bridge does not respond, because its details are then
   * unknown.
   */
  readonly #details: HTMLElement;
  /**
   * The data that was drawn last, as JSON. If the data has not changed, the page is not drawn again and keeps
   * its focus and scroll position.
   */
  #drawn = '';
  #paused = false;
  #forgotten = false;

  constructor(key: BrowserKey, notice: string) {
    this.#key = key;
    const other = button(words.language, 'quiet');
    other.onclick = switchLanguage;
    this.#toggle.onclick = () => void this.#act({ action: 'pause', paused: !this.#paused });
    this.#check.onclick = () => void this.#examine();
    const browser = button(words.addBrowser, 'quiet');
    browser.onclick = () => void this.#addBrowser();
    const forget = button(words.forget, 'danger');
    forget.onclick = () => void this.#forget();
    this.#state.setAttribute('role', 'status');
    this.#details = group(
      'div',
      'details',
      section(words.readers, this.#readers),
      section(words.sites, this.#sites),
      section(words.uses, this.#uses),
      section(words.computer, this.#computer, row(this.#check, browser, forget)),
      group('footer', '', this.#footer),
    );
    for (const part of [this.#state, this.#update, this.#details]) part.hidden = true;
    this.parts = [
      group('header', '', heading(words.title), other),
      ...(notice === '' ? [] : [textElement('h2', '', notice)]),
      this.#state,
      this.#update,
      this.#details,
    ];
  }

  async follow() {
    while (!this.#forgotten) {
      if (document.visibilityState === 'visible') await this.#look();
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  async #look() {
    const overview = await this.#ask<Overview>({ action: 'overview' });
    const drawn = JSON.stringify(overview);
    if (this.#forgotten || drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#draw(overview);
  }

  /**
   * Returns the bridge's response, or `null` if there is none. There is none if the bridge is not running (it
   * might start again later), or if it no longer knows this browser.
   */
  async #ask<T>(action: object): Promise<T | null> {
    const response = await postSigned(this.#key, action);
    if (response.status === 403) this.#end(...unpaired());
    return response.ok ? ((await response.json().catch(() => null)) as T | null) : null;
  }

  #end(...parts: readonly HTMLElement[]) {
    this.#forgotten = true;
    const place = document.querySelector('main');
    if (place !== null) show(place, ...parts);
  }

  #draw(overview: Overview | null) {
    this.#paused = overview?.paused === true;
    this.#toggle.textContent = this.#paused ? words.resume : words.pause;
    const good = overview?.service === 'running' && !overview.paused && overview.readers.length > 0;
    this.#state.className = good ? 'state' : 'state bad';
    const sentence = textElement('span', '', stateOf(overview));
    this.#state.replaceChildren(sentence, ...(overview === null ? [] : [this.#toggle]));
    this.#state.hidden = false;
    this.#details.hidden = overview === null;
    if (overview === null) {
      this.#update.hidden = true;
      show(this.#computer);
      return;
    }
    this.#check.hidden = !overview.canCheck;
    this.#offer(overview.update);
    fill(this.#readers, words.noReaders, overview.readers, ({ label, state }) => [
      described(label, words.readerState[state]),
    ]);
    fill(this.#sites, words.noSites, overview.sites, (site) => this.#site(site));
    fill(this.#uses, words.noUses, overview.uses, ({ origin, op, code, at }) => [
      described(origin, `${words.useOf[op]} · ${code === 'ok' ? words.useOk : words.useRefused}`),
      textElement('time', 'note', time(at)),
    ]);
    this.#footer.textContent = `${words.version(overview.version)} · ${words.knownBrowsers(overview.browsers)}`;
  }

  #offer(version: string | null) {
    this.#update.hidden = version === null;
    if (version !== null) this.#offerUpdate(words.updateThere(version));
  }

  #offerUpdate(sentence: string) {
    this.#update.classList.toggle('bad', sentence === words.updateFailed);
    const update = button(words.update, 'quiet');
    update.onclick = () => void this.#install();
    show(this.#update, textElement('span', '', sentence), update);
  }

  async #install() {
    this.#update.classList.remove('bad');
    show(this.#update, textElement('span', '', words.updating));
    if ((await this.#ask({ action: 'update' })) === null) this.#offerUpdate(words.updateFailed);
  }

  #site({ origin, consent, allowedUntil, own }: OverviewSite): HTMLElement[] {
    const note =
      consent === 'enrolled'
        ? words.siteEnrolled
        : allowedUntil === null
          ? words.siteAsks
          : words.siteAllowed(time(allowedUntil));
    const parts: HTMLElement[] = [described(origin, note)];
    const offer = (label: string, action: string) => {
      const one = button(label, 'quiet');
      one.setAttribute('aria-label', `${label} ${origin}`);
      one.onclick = () => void this.#act({ action, site: origin });
      parts.push(one);
    };
    if (allowedUntil !== null) offer(words.withdraw, 'withdraw');
    if (own) offer(words.remove, 'remove-site');
    return parts;
  }

  async #act(action: object) {
    await this.#ask(action);
    await this.#look();
  }

  async #examine() {
    show(this.#computer, paragraph(words.checking));
    this.#check.disabled = true;
    const answer = await this.#ask<{ findings: readonly Finding[] }>({ action: 'check', language });
    this.#check.disabled = false;
    if (answer === null) {
      show(this.#computer);
      return;
    }
    const { findings } = answer;
    const list = group(
      'ul',
      '',
      ...findings.map(({ subject, ok, finding, remedy }) =>
        group(
          'li',
          '',
          described(`${ok ? words.fine : words.lacking} · ${subject}`, [finding, remedy].join('\n').trim()),
        ),
      ),
    );
    show(this.#computer, ...(findings.every(({ ok }) => ok) ? [paragraph(words.allFound)] : []), list);
  }

  async #addBrowser() {
    const answer = await this.#ask<{ link: string }>({ action: 'browser-link' });
    if (answer !== null)
      show(this.#computer, paragraph(words.addBrowserHow), textElement('p', 'link', answer.link));
  }

  async #forget() {
    const yes = button(words.forgetYes, 'danger');
    const no = button(words.cancel, 'quiet');
    show(this.#computer, paragraph(words.forgetWhat), row(no, yes));
    void arm(yes);
    if ((await clicked(yes, no)) === no) {
      show(this.#computer);
      return;
    }
    if ((await this.#ask({ action: 'forget-everything' })) === null) return;
    this.#forgotten = true;
    await forgetBrowser();
    this.#end(heading(words.forgotten));
  }
}

function stateOf(overview: Overview | null): string {
  if (overview === null) return words.lost;
  if (overview.paused) return words.paused;
  if (overview.service !== 'running') {
    const sentence = overview.service === 'missing' ? words.serviceMissing : words.serviceStopped;
    return overview.canCheck ? `${sentence}${words.checkShowsHow}` : sentence;
  }
  return overview.readers.length === 0 ? words.noReader : words.ready;
}

const section = (title: string, ...children: readonly Node[]): HTMLElement =>
  group('section', '', textElement('h2', '', title), ...children);

const described = (name: string, note: string): HTMLElement =>
  group('div', '', breakable(textElement('div', 'name', name)), textElement('div', 'note', note));

const time = (at: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' }).format(at);

function fill<T>(
  list: HTMLElement,
  empty: string,
  items: readonly T[],
  draw: (item: T) => readonly HTMLElement[],
) {
  list.replaceChildren(
    ...(items.length === 0 ? [textElement('li', 'note', empty)] : []),
    ...items.map((item) => group('li', '', ...draw(item))),
  );
}
