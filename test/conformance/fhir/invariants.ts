import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import type { Codes } from './codes.js';
import type { Constraint, JsonObject } from './definitions.js';
import { codingsOf } from './slices.js';

/** The input of a rule: the element, its resource, and the targets of references. */
export interface Subject {
  readonly value: unknown;
  /** Type of the element, or its path in base R4 if the type has no name. */
  readonly base: string;
  readonly resource: JsonObject;
  readonly root: JsonObject;
  readonly resolve: (reference: string) => JsonObject | undefined;
}

type Evaluate = (value: unknown, environment: Readonly<Record<string, unknown>>) => readonly unknown[];

/**
 * Rules that every element or resource repeats and that the checker implements itself, because evaluating
 * them thousands of times takes most of the time.
 */
const JUDGED_ELSEWHERE = new Set(['ele-1', 'ext-1', 'txt-1', 'txt-2']);

/** Rules of FHIRPath. */
export class Invariants {
  readonly #compiled = new Map<string, Evaluate>();
  readonly #judged = new Map<string, boolean>();
  readonly #codes: Codes;
  #resolve: Subject['resolve'] = () => undefined;

  constructor(codes: Codes) {
    this.#codes = codes;
  }

  holds({ key, expression }: Constraint, subject: Subject): boolean {
    if (expression === undefined || JUDGED_ELSEWHERE.has(key)) return true;
    const depends = /%|resolve\(|conformsTo/.test(expression) || subject.value === subject.resource;
    if (depends) return this.#evaluate(expression, subject);
    // The same code or reference occurs hundreds of times in a bundle.
    const same = `${subject.base}\n${expression}\n${JSON.stringify(subject.value)}`;
    const known = this.#judged.get(same);
    if (known !== undefined) return known;
    const holds = this.#evaluate(expression, subject);
    this.#judged.set(same, holds);
    return holds;
  }

  #evaluate(expression: string, subject: Subject): boolean {
    this.#resolve = subject.resolve;
    const environment = { resource: subject.resource, rootResource: subject.root };
    const result = this.#compile(expression, subject)(subject.value, environment);
    // A rule without a result is not satisfied, and a single value that is not a boolean counts as true.
    return result.length === 1 && result[0] !== false;
  }

  #compile(expression: string, { base, value, resource }: Subject): Evaluate {
    const path = value === resource ? expression : { base, expression };
    const key = JSON.stringify(path);
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    const evaluate = fhirpath.compile(path, r4, {
      traceFn: () => undefined,
      userInvocationTable: {
        resolve: { fn: (references: unknown) => this.#resolveAll(references), arity: { 0: [] } },
        memberOf: {
          fn: (values: unknown, url: unknown) => [this.#isMember(values, String(url))],
          arity: { 1: ['String'] },
        },
      },
    });
    this.#compiled.set(key, evaluate);
    return evaluate;
  }

  /** A code counts as a member unless it is known not to be one. */
  #isMember(values: unknown, url: string): boolean {
    const codings = Array.isArray(values) ? values.flatMap(codingsOf) : [];
    return codings.some((coding) => this.#codes.inValueSet(url, coding) !== 'out');
  }

  #resolveAll(references: unknown): readonly JsonObject[] {
    if (!Array.isArray(references)) return [];
    return references.flatMap((each: unknown) => {
      const reference = typeof each === 'string' ? each : (each as { reference?: string }).reference;
      const found = reference === undefined ? undefined : this.#resolve(reference);
      return found === undefined ? [] : [found];
    });
  }
}
