import type { Explanation, Language, OfficialDrugs } from '@mhb-kit/knowledge';
import type { ReactiveController, ReactiveElement, TemplateResult } from 'lit';
import type { Glossary, Term } from '../parts/term.js';
import type { Shown } from '../parts/shown.js';
import type { Asked } from './asked.js';
import { explainDialog } from './explain-dialog.js';
import { explainWords, type ExplainWords } from './explain.strings.js';
import { subjectsOfTerm } from './subjects-of-term.js';

/** Returns the names of a drug's ingredients and its strength, such as `Amlodipine + Valsartan 5 mg + 160 mg`. */
function ingredientNames({ product }: Term): string | null {
  if (product === undefined || product.ingredients.length === 0) return null;
  const names = product.ingredients.map(({ name }) => name.en.charAt(0).toUpperCase() + name.en.slice(1));
  return [names.join(' + '), product.strength].filter((part) => part !== null).join(' ');
}

export interface ExplainOptions {
  readonly language: () => Language;
  /** The operator's explanations, which replace those of the `knowledge` package. */
  readonly officialDrugs: () => OfficialDrugs | undefined;
}

const ownNames: ReadonlySet<Term['kind']> = new Set(['test', 'programme', 'field']);

async function englishOf(written: string): Promise<string | null> {
  const { englishWord } = await import('@mhb-kit/knowledge');
  return englishWord(written);
}

/**
 * Explains terms, and translates them into the language of the screen. If that language is Chinese, explanations
 * are loaded when a person asks for one. In other languages, they are loaded as soon as a term is shown, because
 * they contain its translation. All explanations of one kind and language are loaded together, so that no request
 * reveals the term.
 */
export class ExplainController implements ReactiveController, Glossary {
  readonly #host: ReactiveElement;
  readonly #options: ExplainOptions;
  /**
   * The names of terms by language and term: `null` if a term has no name in the language, `undefined` while the
   * name is being looked up.
   */
  readonly #names = new Map<string, string | null | undefined>();
  readonly #naming = new Set<Promise<void>>();
  #asked: Asked | undefined;

  constructor(host: ReactiveElement, options: ExplainOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    const dialog = this.#host.renderRoot.querySelector<HTMLDialogElement>('#explain');
    if (this.#asked === undefined) dialog?.close();
    else if (dialog?.open === false) dialog.showModal();
  }

  hostDisconnected(): void {
    this.#asked = undefined;
  }

  canExplain(term: Term): boolean {
    return subjectsOfTerm(term, this.#options.officialDrugs()).length > 0;
  }

  nameOf(term: Term): string | null {
    const language = this.#options.language();
    // We provide the names of tests and fields in both languages. A name without Chinese characters needs no
    // translation.
    if (language === 'zh-Hant' || ownNames.has(term.kind) || !/\p{Script=Han}/u.test(term.name)) return null;
    if (term.kind === 'drug') return ingredientNames(term) ?? this.#officialName(term);
    const key = JSON.stringify([language, term.kind, term.code, term.name, term.on]);
    if (!this.#names.has(key)) {
      this.#names.set(key, undefined);
      const naming = this.#name(term, language, key).finally(() => this.#naming.delete(naming));
      this.#naming.add(naming);
    }
    return this.#names.get(key) ?? null;
  }

  readonly ask = (term: Term): void => {
    const asked: Asked = { term, found: undefined };
    this.#show(asked);
    void this.#find(term, this.#options.language()).then(
      (found) => {
        if (this.#asked === asked) this.#show({ term, found });
      },
      () => {
        if (this.#asked === asked) this.#show({ term, found: null });
      },
    );
  };

  readonly close = (): void => {
    if (this.#asked !== undefined) this.#show(undefined);
  };

  /** Resolves when the names that the last rendering needed are loaded. */
  async settled(): Promise<void> {
    await Promise.all(this.#naming);
  }

  /** Closes the dialog, and clears the names. */
  forget(): void {
    this.close();
    this.#names.clear();
  }

  render(shown: Shown<ExplainWords>): TemplateResult {
    return explainDialog(this.#asked, this.close, shown);
  }

  async #name(term: Term, language: Language, key: string): Promise<void> {
    try {
      const name = term.kind === 'word' ? await englishOf(term.name) : await this.#nameIn(language, term);
      // The names were cleared in the meantime.
      if (!this.#names.has(key)) return;
      this.#names.set(key, name);
      if (name !== null) this.#host.requestUpdate();
    } catch {
      // The name from the passbook is shown, and a later rendering tries again.
      this.#names.delete(key);
    }
  }

  #officialName({ code }: Term): string | null {
    const { drugs = {} } = this.#options.officialDrugs() ?? {};
    return code !== null && Object.hasOwn(drugs, code) ? (drugs[code]?.english ?? null) : null;
  }

  async #nameIn(language: Language, term: Term): Promise<string | null> {
    const found = await this.#find(term, language);
    return (
      found
        .map(({ name, isOfKind }) => (isOfKind ? explainWords[language].ofKind(name) : name))
        .join(' + ') || null
    );
  }

  async #find(term: Term, language: Language): Promise<readonly Explanation[]> {
    const { describe } = await import('@mhb-kit/knowledge');
    const officialDrugs = this.#options.officialDrugs();
    const options = { language, ...(officialDrugs === undefined ? {} : { officialDrugs }) };
    const found = await Promise.all(
      subjectsOfTerm(term, officialDrugs).map((subject) => describe(subject, options)),
    );
    return found.filter((explanation) => explanation !== null);
  }

  #show(asked: Asked | undefined): void {
    this.#asked = this.#host.isConnected ? asked : undefined;
    this.#host.requestUpdate();
  }
}
