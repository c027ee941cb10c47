import { UcumLhcUtils } from '@lhncbc/ucum-lhc';
import type { CodeSystem, Concept, ConceptSet, Definitions } from './definitions.js';

/** Whether codes are in a code system or a value set; `unknown` if the packages do not contain the system. */
export type Membership = 'in' | 'out' | 'unknown';

export interface Coding {
  readonly system?: string;
  readonly code?: string;
  readonly display?: string;
}

const UCUM = 'http://unitsofmeasure.org';

interface IndexedCode {
  readonly concept: Concept;
  readonly parents: readonly string[];
}

export class Codes {
  readonly #definitions: Definitions;
  readonly #indexes = new Map<string, ReadonlyMap<string, IndexedCode>>();
  readonly #ucum = UcumLhcUtils.getInstance();
  readonly #units = new Map<string, boolean>();

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  /** Whether the code exists. */
  inSystem(system: string, code: string): Membership {
    if (system === UCUM) return this.#isUnit(code) ? 'in' : 'out';
    const codes = this.#definitions.codeSystem(system);
    if (codes === undefined) return 'unknown';
    if (this.#index(codes).has(code)) return 'in';
    return codes.content === 'complete' ? 'out' : 'unknown';
  }

  /** Whether a code system gives this display to the code. True if unknown. */
  isDisplayOf({ system = '', code = '', display }: Coding): boolean {
    const codes = this.#definitions.codeSystem(system);
    const concept = codes === undefined ? undefined : this.#index(codes).get(code)?.concept;
    if (concept?.display === undefined || display === undefined) return true;
    const plain = (words: string): string => words.replace(/\s+/g, ' ').trim().toLowerCase();
    return [concept.display, ...(concept.designation ?? []).map(({ value }) => value)].some(
      (words) => plain(words) === plain(display),
    );
  }

  /**
   * Whether the value set contains the code. The `code` of an element without system is looked up in all its
   * systems.
   */
  inValueSet(url: string, coding: Coding): Membership {
    const valueSet = this.#definitions.valueSet(url);
    if (valueSet?.compose === undefined) return 'unknown';
    const excluded = anyOf((valueSet.compose.exclude ?? []).map((set) => this.#inConceptSet(set, coding)));
    if (excluded === 'in') return 'out';
    const included = anyOf(valueSet.compose.include.map((set) => this.#inConceptSet(set, coding)));
    return included === 'in' && excluded === 'unknown' ? 'unknown' : included;
  }

  #inConceptSet(set: ConceptSet, coding: Coding): Membership {
    return allOf([
      ...(set.system === undefined ? [] : [this.#inPartOfSystem(set, set.system, coding)]),
      ...(set.valueSet ?? []).map((url) => this.inValueSet(url, coding)),
    ]);
  }

  #inPartOfSystem(set: ConceptSet, included: string, { system, code = '' }: Coding): Membership {
    if (system !== undefined && system !== included) return 'out';
    if (set.concept !== undefined) return set.concept.some((each) => each.code === code) ? 'in' : 'out';
    return allOf([
      this.inSystem(included, code),
      ...(set.filter ?? []).map(({ property, op, value }): Membership => {
        const codes = this.#definitions.codeSystem(included);
        if (property !== 'concept' || !['is-a', 'descendent-of'].includes(op) || codes === undefined) {
          return 'unknown';
        }
        if (op === 'is-a' && code === value) return 'in';
        return this.#ancestors(codes, code).has(value) ? 'in' : 'out';
      }),
    ]);
  }

  #ancestors(codes: CodeSystem, code: string): ReadonlySet<string> {
    const index = this.#index(codes);
    const found = new Set<string>();
    const visit = (one: string): void => {
      for (const parent of index.get(one)?.parents ?? []) {
        if (found.has(parent)) continue;
        found.add(parent);
        visit(parent);
      }
    };
    visit(code);
    return found;
  }

  #index(codes: CodeSystem): ReadonlyMap<string, IndexedCode> {
    const known = this.#indexes.get(codes.url);
    if (known !== undefined) return known;
    const index = new Map<string, IndexedCode>();
    const visit = (concepts: readonly Concept[], parent: readonly string[]): void => {
      for (const concept of concepts) {
        const told = parentProperties(concept);
        index.set(concept.code, { concept, parents: [...parent, ...told] });
        visit(concept.concept ?? [], [concept.code]);
      }
    };
    visit(codes.concept ?? [], []);
    this.#indexes.set(codes.url, index);
    return index;
  }

  #isUnit(code: string): boolean {
    const known = this.#units.get(code);
    if (known !== undefined) return known;
    const isUnit = this.#ucum.validateUnitString(code).status === 'valid';
    this.#units.set(code, isUnit);
    return isUnit;
  }
}

/** Some code systems are flat lists in which properties name each concept's parents. */
function parentProperties(concept: Concept): readonly string[] {
  const { property = [] } = concept as { property?: readonly { code: string; valueCode?: string }[] };
  return property.flatMap(({ code, valueCode }) =>
    (code === 'subsumedBy' || code === 'parent') && valueCode !== undefined ? [valueCode] : [],
  );
}

function anyOf(memberships: readonly Membership[]): Membership {
  if (memberships.includes('in')) return 'in';
  return memberships.includes('unknown') ? 'unknown' : 'out';
}

function allOf(memberships: readonly Membership[]): Membership {
  if (memberships.includes('out')) return 'out';
  return memberships.includes('unknown') ? 'unknown' : 'in';
}
