/** The checker's findings about a resource. */

export type Rule =
  | 'binding'
  | 'cardinality'
  | 'code'
  | 'display'
  | 'fixed'
  | 'invariant'
  | 'json'
  | 'length'
  | 'narrative'
  | 'pattern'
  | 'primitive'
  | 'profile'
  | 'reference'
  | 'slicing'
  | 'type'
  | 'unknown-element';

export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly rule: Rule;
  /**
   * As in FHIRPath, starting with the resource that was checked: `Bundle.entry[3].resource.code.coding[0]`.
   */
  readonly path: string;
  readonly message: string;
  /** Canonical URL of the definition. */
  readonly profile: string;
}

/** How often something could not be checked because the packages do not contain it, by its URL. */
export type NotChecked = Map<string, number>;

/** Stops a check that only needs to know whether there is any error. */
export class FirstError extends Error {}

/** Collects findings about one resource and one definition, each once. */
export class Findings {
  readonly #profile: string;
  readonly #endsAtFirst: boolean;
  readonly #all = new Map<string, Finding>();

  constructor(profile: string, { endsAtFirst = false } = {}) {
    this.#profile = profile;
    this.#endsAtFirst = endsAtFirst;
  }

  add(rule: Rule, path: string, message: string, severity: Finding['severity'] = 'error'): void {
    this.take({ severity, rule, path, message, profile: this.#profile });
  }

  take(finding: Finding): void {
    if (this.#endsAtFirst && finding.severity === 'error') throw new FirstError();
    const key = `${finding.severity} ${finding.rule} ${finding.path} ${finding.message}`;
    if (!this.#all.has(key)) this.#all.set(key, finding);
  }

  get all(): readonly Finding[] {
    return [...this.#all.values()];
  }

  get hasErrors(): boolean {
    return this.all.some(({ severity }) => severity === 'error');
  }
}
