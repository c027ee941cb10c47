import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The built-in languages of every component; zh-Hant is the original and the default. */
export type BuiltInLocale = 'zh-Hant' | 'en';

/** The strings of one component. English is loaded only by pages that need it. */
export interface StringTables<Strings extends object> {
  readonly 'zh-Hant': Strings;
  readonly en: Strings | (() => Promise<Strings>);
}

/** The loaded English strings, shared by all elements on the page. */
const fetched = new WeakMap<StringTables<object>, object>();

/** A language added by the page. It may be incomplete; missing strings are shown in English. */
export type AddedTables<Strings extends object> = Readonly<Record<string, Partial<Strings> | undefined>>;

/**
 * Selects Chinese or English, for content that exists only in these two languages, according to a language
 * tag.
 */
export const builtInLocale = (tag: string): BuiltInLocale => (tag.startsWith('zh') ? 'zh-Hant' : 'en');

const DEFAULT_LOCALE: BuiltInLocale = 'zh-Hant';
/** The language that people are most likely to understand if their own language is not available. */
const BRIDGE_LOCALE: BuiltInLocale = 'en';

interface Tag {
  readonly language: string;
  readonly script: string | undefined;
}

/** Parsed tags, cached because a page has few tags but looks them up for every string. */
const looked = new Map<string, Tag | undefined>();

function likely(tag: string): Tag | undefined {
  if (!looked.has(tag)) looked.set(tag, look(tag));
  return looked.get(tag);
}

function look(tag: string): Tag | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return { language, script };
  } catch {
    // A `lang` attribute may contain anything.
    return undefined;
  }
}

/** The best available language: same language and script, then same language, then English. */
export function matchLocale(wanted: string, available: readonly string[]): string {
  const tag = wanted === '' ? undefined : likely(wanted);
  if (tag === undefined) return DEFAULT_LOCALE;
  const sameLanguage = available.filter((candidate) => likely(candidate)?.language === tag.language);
  return (
    sameLanguage.find((candidate) => likely(candidate)?.script === tag.script) ??
    sameLanguage[0] ??
    BRIDGE_LOCALE
  );
}

/** The element and its ancestors, across shadow roots. */
function* outward(element: Element): Generator<Element> {
  let current: Node | null = element;
  while (current !== null) {
    if (current instanceof Element) yield current;
    current =
      current instanceof ShadowRoot
        ? current.host
        : ((current as Element).assignedSlot ?? current.parentNode);
  }
}

/**
 * The language that the page declares at this position: the nearest `lang`, on the element itself or an
 * ancestor.
 */
function declaredLanguage(element: Element): string {
  for (const ancestor of outward(element)) {
    const lang = ancestor.getAttribute('lang');
    if (lang !== null) return lang;
  }
  return '';
}

/**
 * Provides an element's strings in the language declared at its position in the page, and re-renders the
 * element when that language changes. Each element is independent: two elements on one page may use different
 * languages, and nothing is registered globally.
 */
export class LocaleController<Strings extends object> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #tables: StringTables<Strings>;
  readonly #added: () => AddedTables<Strings>;
  #observer: MutationObserver | undefined;
  #lang = '';

  constructor(
    host: ReactiveControllerHost & Element,
    tables: StringTables<Strings>,
    added: () => AddedTables<Strings>,
  ) {
    this.#host = host;
    this.#tables = tables;
    this.#added = added;
    host.addController(this);
  }

  /** The language tag of the strings in use, suitable for a `lang` attribute. */
  get tag(): string {
    const added = Object.keys(this.#added());
    return matchLocale(this.#lang, [DEFAULT_LOCALE, BRIDGE_LOCALE, ...added]);
  }

  get strings(): Strings {
    const tag = this.tag;
    const words =
      tag === DEFAULT_LOCALE ? this.#tables['zh-Hant'] : (this.#english ?? this.#tables['zh-Hant']);
    const added = this.#added()[tag];
    return added === undefined ? words : { ...words, ...added };
  }

  /** Waits until the strings of the current language are loaded; `undefined` if they already are. */
  get pending(): Promise<void> | undefined {
    const { en } = this.#tables;
    if (this.tag === DEFAULT_LOCALE || this.#english !== undefined || typeof en !== 'function')
      return undefined;
    return en().then(
      (words) => {
        fetched.set(this.#tables, words);
      },
      // If English cannot be loaded, Chinese is shown.
      () => undefined,
    );
  }

  get #english(): Strings | undefined {
    const { en } = this.#tables;
    return typeof en === 'function' ? (fetched.get(this.#tables) as Strings | undefined) : en;
  }

  hostConnected(): void {
    this.#lang = declaredLanguage(this.#host);
    this.#observer = new MutationObserver(() => {
      const lang = declaredLanguage(this.#host);
      if (lang === this.#lang) return;
      this.#lang = lang;
      this.#host.requestUpdate();
    });
    for (const root of rootsOf(this.#host)) {
      this.#observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }
}

/** The roots of all trees that contain the element: its own tree and those of its hosts. */
function rootsOf(element: Element): Node[] {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? [root, ...rootsOf(root.host)] : [root];
}
