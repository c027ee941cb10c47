import type { Explanation, Language } from '@mhb-kit/knowledge';
import type { ReactiveController, ReactiveElement, TemplateResult } from 'lit';
import type { Glossary, Term } from '../parts/term.js';
import type { Shown } from '../parts/shown.js';
import type { Asked } from './asked.js';
import { explainDialog } from './explain-dialog.js';
import type { ExplainWords } from './explain.strings.js';
import { subjectsOfTerm } from './subjects-of-term.js';

/** `Amlodipine + Valsartan 5 mg + 160 mg` */
function ingredientNames({ product }: Term): string | null {
  if (product === undefined || product.ingredients.length === 0) return null;
  const names = product.ingredients.map(({ name }) => name.en.charAt(0).toUpperCase() + name.en.slice(1));
  return [names.join(' + '), product.strength].filter((part) => part !== null).join(' ');
}

/**
 * Explains terms and names them in the language of the screen. Knowledge is fetched when a term is asked for, and in other languages
 * than Chinese when one is shown; by kind and language, so that no request tells which.
 */
export class ExplainController implements ReactiveController, Glossary {
  readonly #host: ReactiveElement;
  readonly #language: () => Language;
  /** Names by language and term; `null` where knowledge has none, `undefined` while it is looked up. */
  readonly #names = new Map<string, string | null | undefined>();
  #asked: Asked | undefined;

  constructor(host: ReactiveElement, language: () => Language) {
    this.#host = host;
    this.#language = language;
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
    return subjectsOfTerm(term).length > 0;
  }

  nameOf(term: Term): string | null {
    const language = this.#language();
    // Names of tests are core's, in both languages; what has no Chinese in it needs no other name.
    if (language === 'zh-Hant' || term.kind === 'test' || !/\p{Script=Han}/u.test(term.name)) return null;
    if (term.kind === 'drug') return ingredientNames(term);
    const key = JSON.stringify([language, term.kind, term.code, term.name]);
    if (!this.#names.has(key)) {
      this.#names.set(key, undefined);
      void this.#name(term, language, key);
    }
    return this.#names.get(key) ?? null;
  }

  readonly ask = (term: Term): void => {
    const asked: Asked = { term, found: undefined };
    this.#show(asked);
    void this.#find(term, this.#language()).then(
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

  render(shown: Shown<ExplainWords>): TemplateResult {
    return explainDialog(this.#asked, this.close, shown);
  }

  async #name(term: Term, language: Language, key: string): Promise<void> {
    try {
      const found = await this.#find(term, language);
      this.#names.set(key, found.map(({ name }) => name).join(' + ') || null);
      if (found.length > 0) this.#host.requestUpdate();
    } catch {
      // The passbook's own name stays, and a later drawing asks again.
      this.#names.delete(key);
    }
  }

  async #find(term: Term, language: Language): Promise<readonly Explanation[]> {
    const { describe } = await import('@mhb-kit/knowledge');
    const found = await Promise.all(subjectsOfTerm(term).map((subject) => describe(subject, { language })));
    return found.filter((explanation) => explanation !== null);
  }

  #show(asked: Asked | undefined): void {
    this.#asked = this.#host.isConnected ? asked : undefined;
    this.#host.requestUpdate();
  }
}
