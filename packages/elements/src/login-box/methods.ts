import type { LoginCredentials } from '@mhb-kit/core/gateway';
import { html, type TemplateResult } from 'lit';
import { field, passwordField } from '../base/field.js';
import type { LoginBoxStrings } from './login-box.strings.js';

/** The login methods for which the form has fields. */
export type Method = Exclude<LoginCredentials['method'], 'passkey'>;

export const METHODS: readonly Method[] = ['nhi-card', 'certificate'];

export interface MethodTabs {
  /** The login methods among which the person can choose. */
  readonly methods: readonly Method[];
  readonly chosen: Method;
  /**
   * Chooses a method, and returns the method that is shown afterward. While a login is in progress, this is still
   * the previous method.
   */
  readonly choose: (method: Method) => Method;
}

export function methodTabs(
  { methods, chosen, choose }: MethodTabs,
  strings: LoginBoxStrings,
): TemplateResult {
  const labels: Record<Method, string> = { 'nhi-card': strings.nhiCard, certificate: strings.certificate };
  const handleKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const shown = choose(
      methods[(methods.indexOf(chosen) + step + methods.length) % methods.length] ?? chosen,
    );
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#tab-${shown}`)?.focus();
  };
  return html`<div role="tablist" aria-label=${strings.methods} @keydown=${handleKey}>
    ${methods.map(
      (method) =>
        html`<button
          part="tab"
          type="button"
          role="tab"
          id="tab-${method}"
          aria-controls="panel"
          aria-selected=${chosen === method}
          tabindex=${chosen === method ? 0 : -1}
          @click=${() => choose(method)}
        >
          ${labels[method]}
        </button>`,
    )}
  </div>`;
}

export interface MethodFields {
  readonly isKiosk: boolean;
  readonly isPasswordShown: boolean;
  readonly showPassword: (shown: boolean) => void;
  /** The error message; `undefined` if there is no problem. */
  readonly problem: (name: 'password' | 'nationalId') => string | undefined;
}

/** Renders the fields that must be filled in addition to inserting the card. */
export function methodFields(
  method: Method,
  { isKiosk, isPasswordShown, showPassword, problem }: MethodFields,
  strings: LoginBoxStrings,
): TemplateResult {
  if (method === 'certificate')
    return field(
      {
        name: 'nationalId',
        label: strings.nationalId,
        autocomplete: isKiosk ? 'off' : 'username',
        maxLength: 12,
        error: problem('nationalId'),
      },
      strings,
    );
  const password = passwordField(
    {
      name: 'password',
      label: strings.password,
      autocomplete: isKiosk ? 'off' : 'current-password',
      maxLength: 64,
      error: problem('password'),
    },
    isPasswordShown,
    showPassword,
    strings,
  );
  return html`<input type="text" name="username" autocomplete="username" hidden /> ${password}`;
}
