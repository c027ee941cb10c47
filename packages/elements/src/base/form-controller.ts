import type { LitElement, ReactiveController } from 'lit';

export type Values<Name extends string> = Readonly<Record<Name, string>>;

/** How one field is read and judged. */
export interface FieldRule<Name extends string, Problem extends string> {
  /** What was typed, in the form that counts. Default: without spaces around it; as it is where the name says password. */
  readonly read?: (typed: string) => string;
  /** What is wrong with it, by the name of its words; `undefined` when nothing is. */
  readonly wrong: (value: string, all: Values<Name>) => Problem | undefined;
}

/**
 * Judges forms field by field (only those of its fields that are on show): one that was filled in when it is left, all of them when the form is sent. What is wrong is
 * kept by name, so that it is said in the language of the moment. Nothing typed is kept here.
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

  /** For the form's `change`. */
  readonly handleChange = (event: Event): void => {
    const { name, value, form } = event.target as HTMLInputElement;
    if (form === null || !this.#knows(name) || value === '') return;
    this.#set(name, this.#rules[name].wrong(this.#read(form, name), this.values(form)));
  };

  /** For the form's `input`: what was wrong is being mended. */
  readonly handleInput = (event: Event): void => {
    const { name } = event.target as HTMLInputElement;
    if (this.#knows(name) && this.#problems.has(name)) this.#set(name, undefined);
    else this.#host.requestUpdate();
  };

  /** What the form holds, if all is right with it; otherwise the first field that is not gets the focus. */
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

  /** What the form holds at the moment. */
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
