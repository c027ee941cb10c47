import type { LitElement, ReactiveController } from 'lit';

export type Values<Name extends string> = Readonly<Record<Name, string>>;

/** The rule by which a field is read and validated. */
export interface FieldRule<Name extends string, Problem extends string> {
  /**
   * Converts the typed text to a value. By default, leading and trailing spaces are removed, except in a field
   * whose name contains `password`.
   */
  readonly read?: (typed: string) => string;
  /** Returns the name of an error message, or `undefined` if the value is valid. */
  readonly wrong: (value: string, all: Values<Name>) => Problem | undefined;
}

/**
 * Validates the visible fields of forms. A field that is not empty is validated when it loses the focus, and all
 * fields are validated when the form is submitted. The controller stores errors by name, so that they are shown in
 * the current language. It does not store values.
 */
export class FormController<Name extends string, Problem extends string> implements ReactiveController {
  readonly #host: LitElement;
  readonly #rules: Readonly<Record<Name, FieldRule<Name, Problem>>>;
  #problems: ReadonlyMap<Name, Problem> = new Map();

  constructor(host: LitElement, rules: Readonly<Record<Name, FieldRule<Name, Problem>>>) {
    this.#host = host;
    this.#rules = rules;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#problems = new Map();
  }

  problem(name: Name): Problem | undefined {
    return this.#problems.get(name);
  }

  /** Handles the form's `change` event. */
  readonly handleChange = (event: Event): void => {
    const { name, value, form } = event.target as HTMLInputElement;
    if (form === null || !this.#knows(name) || value === '') return;
    this.#set(name, this.#rules[name].wrong(this.#read(form, name), this.values(form)));
  };

  /** Handles the form's `input` event by removing the error from a field that the person is correcting. */
  readonly handleInput = (event: Event): void => {
    const { name } = event.target as HTMLInputElement;
    if (this.#knows(name) && this.#problems.has(name)) this.#set(name, undefined);
    else this.#host.requestUpdate();
  };

  /**
   * Returns the values of the form if all of them are valid. Otherwise, moves the focus to the first invalid field
   * and returns `undefined`.
   */
  check(form: HTMLFormElement): Values<Name> | undefined {
    const values = this.values(form);
    const names = this.#names.filter((name) => fieldOf(form, name) !== undefined);
    this.#problems = new Map();
    for (const name of names) this.#set(name, this.#rules[name].wrong(values[name], values));
    this.#host.requestUpdate();
    const first = names.find((name) => this.#problems.has(name));
    if (first === undefined) return values;
    fieldOf(form, first)?.focus();
    return undefined;
  }

  /** Returns the current values of the form. */
  values(form: HTMLFormElement): Values<Name> {
    return Object.fromEntries(this.#names.map((name) => [name, this.#read(form, name)])) as Values<Name>;
  }

  get #names(): Name[] {
    return Object.keys(this.#rules) as Name[];
  }

  #knows(name: string): name is Name {
    return Object.hasOwn(this.#rules, name);
  }

  #read(form: HTMLFormElement, name: Name): string {
    const typed = fieldOf(form, name)?.value ?? '';
    const { read } = this.#rules[name];
    if (read !== undefined) return read(typed);
    return /password/i.test(name) ? typed : typed.trim();
  }

  #set(name: Name, problem: Problem | undefined): void {
    const problems = new Map(this.#problems);
    if (problem === undefined) problems.delete(name);
    else problems.set(name, problem);
    this.#problems = problems;
    this.#host.requestUpdate();
  }
}

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | undefined {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement ? found : undefined;
}
