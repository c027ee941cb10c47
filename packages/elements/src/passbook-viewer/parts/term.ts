import type { DrugProduct, PartialDate } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';

/** A name in the passbook that people may want to have explained. */
export interface Term {
  /**
   * `field` is the name of a column or value. `word` is a common word, which is translated but not explained.
   */
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
   * The code in the passbook. For a `test` it is the id in the analyte table, for a `programme` the section, for a
   * `field` the key, for a `screening` the id in core. `null` if there is only a name.
   */
  readonly code: string | null;
  /** The name that is shown. */
  readonly name: string;
  /** What is known about a drug from its name. */
  readonly product?: DrugProduct;
  /** The date of the record, if the meaning of a code depends on it. */
  readonly on?: PartialDate | null;
}

/** Explains terms, and translates them into the language of the screen. */
export interface Glossary {
  /** Whether an explanation may exist. */
  readonly canExplain: (term: Term) => boolean;
  /**
   * The term's name in the language of the screen; `null` if the passbook already uses that language, or if
   * no name is known.
   */
  readonly nameOf: (term: Term) => string | null;
  /** Opens the explanation. */
  readonly ask: (term: Term) => void;
}

/** The data needed to show a term. */
export interface TermShown {
  readonly glossary: Glossary;
  readonly strings: { readonly whatIs: (name: string) => string };
}

/** The name of a drug, test, order or diagnosis, with a button that explains it. */
export const term = (what: Term, shown: TermShown): TemplateResult =>
  html`${termName(what, shown)}${explainButton(what, shown)}`;

/**
 * Only the name, for use inside a button: in the language of the screen, followed by the name in the passbook.
 */
export function termName(what: Term, { glossary }: TermShown): TemplateResult {
  const name = glossary.nameOf(what);
  return name === null || name === what.name
    ? html`${what.name}`
    : html`${name} <small class="original quiet" lang="zh-Hant">${what.name}</small>`;
}

/**
 * A word that passbooks often contain, such as a severity or the result of a screening, with its translation
 * in English.
 */
export const word = (written: string, shown: TermShown): TemplateResult =>
  written.length > LONGEST_WORD
    ? html`${written}`
    : termName({ kind: 'word', code: null, name: written.normalize('NFKC') }, shown);

/** Several common words, such as the names of symptoms. */
export const wordList = (written: readonly string[], shown: TermShown): readonly TemplateResult[] =>
  written.map((each, index) => html`${index === 0 ? nothing : '、'}${word(each, shown)}`);

/** A longer string is free text, which has no translation. */
const LONGEST_WORD = 40;

/** The name of a value, with a button that explains it. */
export const fieldName = (key: string, name: string, shown: TermShown): TemplateResult =>
  term({ kind: 'field', code: key, name }, shown);

/** The button that explains a term, for names inside a different control; empty if there is no explanation. */
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
