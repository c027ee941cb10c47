import { describeFinding, describeNote, type Finding, type NoteCode } from '@mhb-kit/core/page-check';
import { panelStyle } from './panel.styles.js';
import { panelWords, type PanelLanguage } from './panel.strings.js';

/** The content of an element, as text or as a node. */
type Child = string | Node;

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

const button = (text: string, act: () => void): HTMLButtonElement => {
  const made = element('button', { type: 'button' }, text);
  made.addEventListener('click', act);
  return made;
};

/**
 * A panel in a corner of the page. It is in a shadow root, so that the styles of the page and of the panel do not
 * affect each other.
 */
export class Panel {
  readonly #host = element('div', { id: 'mhb-check' });
  readonly #root = this.#host.attachShadow({ mode: 'open' });
  readonly #again: () => void;
  #language: PanelLanguage;
  #found: { readonly findings: readonly Finding[]; readonly notes: readonly NoteCode[] } | null = null;

  constructor(language: PanelLanguage, again: () => void) {
    this.#language = language;
    this.#again = again;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(panelStyle);
    this.#root.adoptedStyleSheets = [sheet];
    document.body.append(this.#host);
    this.#draw();
  }

  show(findings: readonly Finding[], notes: readonly NoteCode[]): void {
    this.#found = { findings, notes };
    this.#draw();
  }

  #draw(): void {
    const words = panelWords[this.#language];
    const status = element('p', { role: 'status' });
    const other = this.#language === 'en' ? 'zh-Hant' : 'en';
    const switchLanguage = button(words.otherLanguage, () => {
      this.#language = other;
      this.#draw();
      this.#root.querySelector('button')?.focus();
    });
    switchLanguage.lang = other;
    const panel = element(
      'section',
      { 'aria-label': words.title, lang: this.#language, tabindex: '-1' },
      element(
        'header',
        {},
        element('h2', {}, words.title),
        switchLanguage,
        button(words.again, () => {
          this.#found = null;
          this.#draw();
          this.#root.querySelector('section')?.focus();
          this.#again();
        }),
        button(words.close, () => {
          this.#host.remove();
        }),
      ),
      status,
      ...this.#list(),
    );
    this.#root.replaceChildren(panel);
    // The text is set only after the panel is on the page, because screen readers announce only changes to an
    // existing live region.
    status.textContent = this.#found === null ? words.looking : words.summary(this.#found.findings.length);
  }

  #list(): readonly Node[] {
    if (this.#found === null) return [];
    const { findings, notes } = this.#found;
    const words = panelWords[this.#language];
    const items = findings.map(({ code, severity, where }) => {
      const { message, remedy } = describeFinding(code, this.#language);
      return element(
        'li',
        { class: severity },
        element('strong', {}, `${words[severity]}${words.colon}${message}`),
        ...(where === null ? [] : [element('code', {}, where)]),
        element('span', {}, remedy),
        element('small', {}, code),
      );
    });
    return [
      ...(items.length === 0 ? [] : [element('ol', {}, ...items)]),
      ...(notes.length === 0
        ? []
        : [
            element(
              'details',
              {},
              element('summary', {}, words.unchecked),
              element(
                'ul',
                {},
                ...notes.map((note) => element('li', {}, describeNote(note, this.#language))),
              ),
            ),
          ]),
      element('p', { class: 'quiet' }, words.remove),
    ];
  }
}
