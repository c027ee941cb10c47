import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The built-in languages of every component. zh-Hant is the original language and the default. */
export type BuiltInLocale = 'zh-Hant' | 'en';

/** The strings of one component. Only pages that need English load the English strings. */
export interface StringTables<Strings extends object> {
  readonly 'zh-Hant': Strings;
  readonly en: Strings | (() => Promise<Strings>);
}

/** The English strings that have been loaded, by table. All elements on the page share them. */
const fetched = new WeakMap<StringTables<object>, object>();

/** The strings of languages that the page adds. They may be incomplete; missing strings are shown in English. */
export type AddedTables<Strings extends object> = Readonly<Record<string, Partial<Strings> | undefined>>;

/**
 * Selects Chinese or English for a language tag. It is used for content that exists only in these two languages.
 */
export const builtInLocale = (tag: string): BuiltInLocale => (tag.startsWith('zh') ? 'zh-Hant' : 'en');

const DEFAULT_LOCALE: BuiltInLocale = 'zh-Hant';
/** The language that people are most likely to understand if their own language is not available. */
const BRIDGE_LOCALE: BuiltInLocale = 'en';

interface Tag {
  readonly language: string;
  readonly script: string | undefined;
}

/**
 * The tags that have been parsed. They are cached because a page has few tags but looks them up for every string.
 */
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
    // This is reached if the tag is invalid, because a `lang` attribute can contain anything.
    return undefined;
  }
}

/**
 * Returns the best available language: one with the same language and script, then one with the same language,
 * then English. If `wanted` is empty or invalid, it is Chinese.
 */
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

/** Yields the element and its ancestors, across shadow roots. */
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
 * Returns the language that the page declares for an element: the nearest `lang` attribute, on the element itself
 * or on an ancestor.
 */
function declaredLanguage(element: Element): string {
  for (const ancestor of outward(element)) {
    const lang = ancestor.getAttribute('lang');
    if (lang !== null) return lang;
  }
  return '';
}

/**
 * Provides an element's strings in the language that the page declares for the element, and renders the element
 * again when that language changes. Elements are independent of each other: two elements on one page can have
 * different languages, and nothing is registered globally.
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

  /** The language tag of the strings in use. It is suitable for a `lang` attribute. */
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

  /**
   * A promise that resolves when the strings of the current language are loaded, or `undefined` if they are loaded
   * already.
   */
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

/**
 * Returns the roots of all trees that contain the element: the tree of the element itself and those of its shadow
 * hosts.
 */
function rootsOf(element: Element): Node[] {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? [root, ...rootsOf(root.host)] : [root];
}
