import { html, nothing, type TemplateResult } from 'lit';
import type { FieldStrings } from './field.strings.js';

/** A one-line field with a label. The field is uncontrolled: only the input element stores its value. */
export interface Field {
  /** The id and name of the input element. */
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'tel' | 'email' | 'password';
  /** The `autocomplete` value for password managers and browsers (WHATWG HTML, autofill). */
  readonly autocomplete?: string;
  readonly inputMode?: 'numeric' | 'tel' | 'email';
  readonly maxLength?: number;
  readonly required?: boolean;
  /** The rule for valid values, which is always shown. */
  readonly hint?: string;
  /** A suggestion for improving a value that is already valid. */
  readonly advice?: string | undefined;
  readonly error?: string | undefined;
}

/** Renders a field. Screen readers announce the hint, advice and error together with the field. */
export function field(
  options: Field,
  strings: Pick<FieldStrings, 'required'>,
  beside: unknown = nothing,
): TemplateResult {
  const { name, label, type = 'text', required = false, hint, advice, error } = options;
  const described = [
    hint === undefined ? '' : `${name}-hint`,
    advice === undefined ? '' : `${name}-advice`,
    error === undefined ? '' : `${name}-error`,
  ];
  const input = html`<input
    id=${name}
    name=${name}
    type=${type}
    autocomplete=${options.autocomplete ?? 'off'}
    autocapitalize="none"
    spellcheck="false"
    inputmode=${options.inputMode ?? nothing}
    maxlength=${options.maxLength ?? nothing}
    aria-required=${required || nothing}
    aria-invalid=${error !== undefined}
    aria-describedby=${described.filter((id) => id !== '').join(' ') || nothing}
  />`;
  return html`<div class="field" part="field">
    <label for=${name}
      >${label}${required ? html`<span class="required" title=${strings.required} aria-hidden="true">*</span>` : nothing}</label
    >
    ${hint === undefined ? nothing : html`<p class="hint" id="${name}-hint">${hint}</p>`}
    ${beside === nothing ? input : html`<div class="beside">${input}${beside}</div>`}
    ${advice === undefined ? nothing : html`<p class="field-advice" id="${name}-advice">${advice}</p>`}
    ${error === undefined ? nothing : html`<p class="field-error" id="${name}-error">${error}</p>`}
  </div>`;
}

/** Renders a field for a secret, with a button that makes the secret visible. */
export function passwordField(
  options: Omit<Field, 'type'>,
  shown: boolean,
  show: (shown: boolean) => void,
  strings: FieldStrings,
): TemplateResult {
  const toggle = html`<button
    type="button"
    aria-pressed=${shown}
    @click=${() => {
      show(!shown);
    }}
  >
    ${shown ? strings.hidePassword : strings.showPassword}
  </button>`;
  return field({ ...options, type: shown ? 'text' : 'password' }, strings, toggle);
}
