import type { MhbError } from '@mhb-kit/core/error';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { AttemptController } from '../base/attempt-controller.js';
import { passwordField } from '../base/field.js';
import type { Translations } from '../base/translations.js';
import type { FormStrings } from '../self-service/form.strings.js';
import type { Problem } from '../self-service/rules.js';
import type { MhbAccountChangedEvent } from './events.js';

/** What the parts of the account's page have in common. */

/** What a part needs of the element that it stands in. */
export interface AccountPartHost {
  readonly element: LitElement;
  readonly client: () => GatewayClient | undefined;
  readonly isKiosk: () => boolean;
  readonly translations: () => Translations;
  readonly errorNotice: (error: MhbError | undefined, action: unknown) => TemplateResult | typeof nothing;
  /** Has words read out. */
  readonly announce: (words: string) => void;
  /** Tells the page what the person has changed. */
  readonly tellChange: (change: MhbAccountChangedEvent['change']) => void;
}

interface Words {
  readonly tag: string;
  readonly strings: FormStrings;
}

/** The end of a form: its button, what stands beside it, and what went wrong. */
export function formEnd(
  host: AccountPartHost,
  attempt: AttemptController,
  label: string,
  { tag, strings }: Words,
  beside: unknown = nothing,
): TemplateResult {
  const { error, isRunning, isBlocked } = attempt;
  return html`<div class="actions">
      <button part="submit" type="submit" class="primary" aria-disabled=${isBlocked}>
        ${isRunning ? html`<span class="spinner"></span>${strings.working}` : label}
      </button>
      ${beside}
    </div>
    <div role="alert">${host.errorNotice(error, attempt.notes(strings, tag))}</div>`;
}

/** The field for the password by which a person confirms a change; whether it is shown is the field's own affair. */
export class PasswordConfirmation {
  readonly #host: AccountPartHost;
  readonly #name: string;
  #isShown = false;

  constructor(host: AccountPartHost, name: string) {
    this.#host = host;
    this.#name = name;
  }

  /** Hides what is typed next. */
  hide(): void {
    this.#isShown = false;
  }

  render(label: string, problem: Problem | undefined, strings: FormStrings): TemplateResult {
    return passwordField(
      {
        name: this.#name,
        label,
        autocomplete: this.#host.isKiosk() ? 'off' : 'current-password',
        maxLength: 64,
        required: true,
        error: problem === undefined ? undefined : strings.problems[problem],
      },
      this.#isShown,
      (shown) => {
        this.#isShown = shown;
        this.#host.element.requestUpdate();
      },
      strings,
    );
  }
}

/** Moves the focus to what the next drawing shows. */
export async function focusOn(element: LitElement, selector: string): Promise<void> {
  element.requestUpdate();
  await element.updateComplete;
  element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}
