import type { MhbError } from '@mhb-kit/core/error';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { AttemptController } from '../base/attempt-controller.js';
import { passwordField } from '../base/field.js';
import type { Translations } from '../base/translations.js';
import type { FormStrings } from '../self-service/form.strings.js';
import type { Problem } from '../self-service/rules.js';
import type { MhbAccountChangedEvent } from './events.js';

/** Helpers shared by the parts of the account page. */

/** The interface through which a part of the account page uses the element. */
export interface AccountPartHost {
  readonly element: LitElement;
  readonly client: () => GatewayClient | undefined;
  readonly isKiosk: () => boolean;
  readonly translations: () => Translations;
  readonly errorNotice: (error: MhbError | undefined, action: unknown) => TemplateResult | typeof nothing;
  /** Announces a message to screen readers. */
  readonly announce: (words: string) => void;
  /** Informs the page about a change that the person has made. */
  readonly tellChange: (change: MhbAccountChangedEvent['change']) => void;
}

/** Renders the message that replaces a list while the list is loading, or if loading has failed. */
export function listState(
  host: AccountPartHost,
  { error, isRunning }: AttemptController,
  isMissing: boolean,
  words: { readonly loading: string; readonly retry: string },
  load: () => Promise<unknown>,
): TemplateResult {
  const again = isMissing
    ? html`<button type="button" class="again" @click=${load}>${words.retry}</button>`
    : nothing;
  return html`${
      isMissing && isRunning
        ? html`<p class="actions"><span class="spinner"></span>${words.loading}</p>`
        : nothing
    }
    <div role="alert">${host.errorNotice(error, again)}</div>`;
}

interface Words {
  readonly tag: string;
  readonly strings: FormStrings;
}

/** Renders the end of a form: the button, further elements, and the error message. */
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
    <div role="alert">${host.errorNotice(error, attempt.notes(host.translations(), tag))}</div>`;
}

/** The password field in which a person confirms a change, with a button that makes the password visible. */
export class PasswordConfirmation {
  readonly #host: AccountPartHost;
  readonly #name: string;
  #isShown = false;

  constructor(host: AccountPartHost, name: string) {
    this.#host = host;
    this.#name = name;
  }

  /** Makes sure that the password is hidden when the field is shown next time. */
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

/** Moves the focus to an element after the next rendering. */
export async function focusOn(element: LitElement, selector: string): Promise<void> {
  element.requestUpdate();
  await element.updateComplete;
  element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}
