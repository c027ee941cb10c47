import type { DrugProduct, PartialDate } from '@mhb-kit/core/passbook';
import { html, nothing, type TemplateResult } from 'lit';

/** A name in the passbook for which a person might want an explanation. */
export interface Term {
  /**
   * `field` is the name of a column or value. `word` is a common word, which the viewer translates but does not
   * explain.
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
   * The code in the passbook, or `null` if there is only a name. For some kinds, the code has a different meaning.
   * It is the ID in the analyte table for a `test`, the section key for a `programme`, the field key for a
   * `field`, and the ID in the core package for a `screening`.
   */
  readonly code: string | null;
  /** The name as the passbook states it. */
  readonly name: string;
  /** The information about a drug that is derived from its name. */
  readonly product?: DrugProduct;
  /** The date of the record. Set if the meaning of the code depends on it. */
  readonly on?: PartialDate | null;
}

/** Explains terms, and translates them into the language of the screen. */
export interface Glossary {
  /** Checks whether an explanation of the term might exist. */
  readonly canExplain: (term: Term) => boolean;
  /**
   * Returns the term's name in the language of the screen, or `null` if the passbook already uses that language or
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

/** Renders the name of a term, such as a drug, test, order or diagnosis, with a button that explains it. */
export const term = (what: Term, shown: TermShown): TemplateResult =>
  html`${termName(what, shown)}${explainButton(what, shown)}`;

/**
 * Renders only the name of a term, for use inside a button. If the name is translated into the language of the
 * screen, the name from the passbook follows.
 */
export function termName(what: Term, { glossary }: TermShown): TemplateResult {
  const name = glossary.nameOf(what);
  return name === null || name === what.name
    ? html`${what.name}`
    : html`${name} <small class="original quiet" lang="zh-Hant">${what.name}</small>`;
}

/**
 * Renders a word that passbooks often contain, such as a severity or a screening result, with its English
 * translation if the screen is in English.
 */
export const word = (written: string, shown: TermShown): TemplateResult =>
  written.length > LONGEST_WORD
    ? html`${written}`
    : termName({ kind: 'word', code: null, name: written.normalize('NFKC') }, shown);

/** Renders a list of common words, such as the names of symptoms. */
export const wordList = (written: readonly string[], shown: TermShown): readonly TemplateResult[] =>
  written.map((each, index) => html`${index === 0 ? nothing : '、'}${word(each, shown)}`);

/** The maximum length of a common word. A longer string is free text, which has no translation. */
const LONGEST_WORD = 40;

/** Renders the name of a field, with a button that explains it. */
export const fieldName = (key: string, name: string, shown: TermShown): TemplateResult =>
  term({ kind: 'field', code: key, name }, shown);

/**
 * Renders the button that explains a term whose name is inside a different control. Renders nothing if there is no
 * explanation.
 */
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
