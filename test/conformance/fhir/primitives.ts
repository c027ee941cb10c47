import type { Definitions } from './definitions.js';

/**
 * Whether a JSON value is a lexically correct value of a primitive type, according to the regular expression
 * in the type's definition.
 */

const REGEX = 'http://hl7.org/fhir/StructureDefinition/regex';
const TEXT = /^(?:[\t\r\n]|\P{Cc})*$/u;
const NUMBERS = new Set(['decimal', 'integer', 'positiveInt', 'unsignedInt']);

export class Primitives {
  readonly #definitions: Definitions;
  readonly #patterns = new Map<string, RegExp | null>();

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  isPrimitive(type: string): boolean {
    return this.#definitions.structure(type)?.kind === 'primitive-type';
  }

  /** The problem with the value, or `null`. */
  faultOf(type: string, value: unknown): string | null {
    const wanted = NUMBERS.has(type) ? 'number' : type === 'boolean' ? 'boolean' : 'string';
    if (typeof value !== wanted) return `a ${type} is a JSON ${wanted}`;
    const text = String(value);
    if (text === '') return `a ${type} is not empty`;
    return this.#pattern(type)?.test(text) === false ? `“${text.slice(0, 60)}” is no ${type}` : null;
  }

  #pattern(type: string): RegExp | null {
    const known = this.#patterns.get(type);
    if (known !== undefined) return known;
    const value = this.#definitions
      .structure(type)
      ?.snapshot.element.find(({ id }) => id === `${type}.value`);
    const told = value?.type?.[0]?.extension?.find(({ url }) => url === REGEX)?.['valueString'];
    // JavaScript's \S excludes the ideographic space, which FHIR's regular expressions allow.
    if (type === 'string' || type === 'markdown') return this.#remember(type, TEXT);
    // XHTML is checked as a narrative, and base64 of a megabyte would make its expression run for minutes.
    const isJudged = typeof told === 'string' && !['xhtml', 'base64Binary'].includes(type);
    const pattern = isJudged ? new RegExp(`^(?:${told})$`, 'u') : null;
    return this.#remember(type, pattern);
  }

  #remember(type: string, pattern: RegExp | null): RegExp | null {
    this.#patterns.set(type, pattern);
    return pattern;
  }
}
