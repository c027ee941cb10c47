import type { DrugProduct, PartialDate } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';

/** A name of the passbook that people may want explained. */
export interface Term {
  /** `field`: what a column or a value is called; `word`: a word of a closed list, which is named and not explained. */
  readonly kind:
    | 'drug'
    | 'test'
    | 'order'
    | 'diagnosis'
    | 'tooth'
    | 'vaccine'
    | 'screening'
    | 'programme'
    | 'field'
    | 'word';
  /**
   * As the passbook or the table of analytes (`test`) has it, of a `programme` its section, of a `field` its key, of a `screening` core's id; `null` where there is
   * only a name.
   */
  readonly code: string | null;
  /** As it is shown. */
  readonly name: string;
  /** What the name of a drug tells. */
  readonly product?: DrugProduct;
  /** The day of the record, where the meaning of a code depends on it. */
  readonly on?: PartialDate | null;
}

/** Explains terms, and names them in the language of the screen. */
export interface Glossary {
  /** Whether anything may be known of it. */
  readonly canExplain: (term: Term) => boolean;
  /** Its name in the language of the screen; `null` where that is the passbook's own, or none is known. */
  readonly nameOf: (term: Term) => string | null;
  /** Opens what is known of it. */
  readonly ask: (term: Term) => void;
}

/** What a term needs to be shown. */
export interface TermShown {
  readonly glossary: Glossary;
  readonly strings: { readonly whatIs: (name: string) => string };
}

/** The name of a drug, test, order or diagnosis, wherever one is shown, and a button that explains it. */
export const term = (what: Term, shown: TermShown): TemplateResult =>
  html`${termName(what, shown)}${explainButton(what, shown)}`;

/** The name alone, for what is pressed itself: in the language of the screen, the passbook's own beside it. */
export function termName(what: Term, { glossary }: TermShown): TemplateResult {
  const name = glossary.nameOf(what);
  return name === null || name === what.name
    ? html`${what.name}`
    : html`${name} <small class="original quiet" lang="zh-Hant">${what.name}</small>`;
}

/** A word that passbooks write again and again, as a severity or the result of a screening: in English with its English. */
export const word = (written: string, shown: TermShown): TemplateResult =>
  written.length > LONGEST_WORD
    ? html`${written}`
    : termName({ kind: 'word', code: null, name: written.normalize('NFKC') }, shown);

/** Several of them, as symptoms. */
export const wordList = (written: readonly string[], shown: TermShown): readonly TemplateResult[] =>
  written.map((each, index) => html`${index === 0 ? nothing : '、'}${word(each, shown)}`);

/** What is longer is a text that somebody wrote. */
const LONGEST_WORD = 40;

/** What a value is called, to be explained where something is known of it. */
export const fieldName = (key: string, name: string, shown: TermShown): TemplateResult =>
  term({ kind: 'field', code: key, name }, shown);

/** The button that explains a term, for names that stand within something that is pressed itself; nothing where nothing is known. */
export function explainButton(what: Term, { glossary, strings }: TermShown): TemplateResult | typeof nothing {
  if (!glossary.canExplain(what)) return nothing;
  return html`<button
    type="button"
    class="what"
    aria-label=${strings.whatIs(glossary.nameOf(what) ?? what.name)}
    @click=${() => {
      glossary.ask(what);
    }}
  >
    ?
  </button>`;
}
