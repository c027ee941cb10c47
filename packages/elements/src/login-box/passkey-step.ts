import { toMhbError, type MhbError } from '@mhb-kit/core/error';
import type { GatewayClient, PasskeyCalls } from '@mhb-kit/core/gateway';
import { html, type LitElement, type nothing, type TemplateResult } from 'lit';
import { css } from '../base/css.js';
import { AttemptController } from '../base/attempt-controller.js';
import { LocaleController, type StringTables } from '../base/locale.js';
import { addedWords, type Translations } from '../base/translations.js';
import { MhbLoginErrorEvent } from './events.js';
import { passkeyStepZh, type PasskeyStepStrings } from './passkey-step.strings.js';

const tables: StringTables<PasskeyStepStrings> = {
  'zh-Hant': passkeyStepZh,
  en: async () => (await import('./passkey-step.strings.en.js')).passkeyStepEn,
};

/**
 * How long a passkey request can wait in the password field before it is renewed. A challenge is valid for only
 * three minutes. The request is renewed only a few times.
 */
const AUTOFILL_LIFETIME_MS = 150_000;
const AUTOFILL_ROUNDS = 4;

const styles = css`
  .passkey {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }

  .or {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    color: var(--_text-quiet);
  }

  .or::before,
  .or::after {
    flex: 1;
    border-top: 1px solid var(--_border);
    content: '';
  }

  details.others > summary {
    display: flex;
    align-items: center;
    min-height: var(--_target);
    color: var(--_accent);
    cursor: pointer;
    text-decoration: underline;
  }

  details.others > summary::before {
    margin-inline-end: 0.5em;
    content: '▸';
  }

  details.others[open] > summary::before {
    content: '▾';
  }
`;

type ErrorNotice = (error: MhbError | undefined, action: unknown) => TemplateResult | typeof nothing;

/** Checks whether the device is operated by touch. Such a device probably has no card reader. */
const isTelephone = (): boolean => matchMedia('(hover: none) and (pointer: coarse)').matches;

/**
 * Offers passkeys as the first option in `<mhb-login-box>` if the gateway and the browser support them. This
 * module is loaded only if the gateway supports passkeys.
 */
export class PasskeyStep {
  readonly #element: LitElement;
  readonly #errorNotice: ErrorNotice;
  readonly #locale: LocaleController<PasskeyStepStrings>;
  readonly #attempt: AttemptController;
  readonly #translations: () => Translations;
  #calls: PasskeyCalls | undefined;
  #autofill: AbortController | undefined;

  constructor(element: LitElement, translations: () => Translations, errorNotice: ErrorNotice) {
    this.#element = element;
    this.#errorNotice = errorNotice;
    this.#translations = translations;
    this.#locale = new LocaleController(element, tables, () => addedWords(translations(), 'login-box'));
    this.#attempt = new AttemptController(element);
    element.addController({
      hostDisconnected: () => this.stop(),
      // Browsers that can suggest passkeys do so in the field with this autocomplete value.
      hostUpdated: () =>
        element.renderRoot
          .querySelector('#password[autocomplete=current-password]')
          ?.setAttribute('autocomplete', 'current-password webauthn'),
    });
    const { styleSheet } = styles;
    if (styleSheet !== undefined) element.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  /** Resolves once the strings of the current language are loaded. */
  get pending(): Promise<void> | undefined {
    return this.#locale.pending;
  }

  /** Offers a passkey login to this client's gateway if the browser supports passkeys. */
  async start(client: GatewayClient): Promise<void> {
    const calls = await client.passkeys();
    if (await calls.autofillAvailable()) {
      client.onSessionChange((session) => {
        this.stop();
        if (session === null) void this.#offerInField(calls);
      });
      if (client.session === null) void this.#offerInField(calls);
    }
    if (!(await calls.available())) return;
    this.#calls = calls;
    this.#element.requestUpdate();
  }

  /** Cancels the passkey request that is waiting in the password field, for example after a login. */
  stop(): void {
    this.#autofill?.abort();
    this.#autofill = undefined;
  }

  /**
   * Renders the passkey button, followed by the other login methods. On a phone, the other methods are collapsed.
   */
  around(others: TemplateResult): TemplateResult {
    if (this.#calls === undefined) return others;
    const { tag, strings } = this.#locale;
    const { error, isRunning, isBlocked } = this.#attempt;
    return html`<div class="passkey">
        <button
          part="submit"
          type="button"
          id="passkey"
          class="primary submit"
          aria-disabled=${isBlocked}
          @click=${this.#handleClick}
        >
          ${isRunning ? html`<span class="spinner"></span>${strings.passkeyWorking}` : strings.passkey}
        </button>
        <p class="hint">${strings.passkeyHint}</p>
        <div role="alert">${this.#errorNotice(error, this.#attempt.notes(this.#translations(), tag))}</div>
      </div>
      ${
        isTelephone()
          ? html`<details class="others">
              <summary>${strings.otherWays}</summary>
              ${others}
            </details>`
          : html`<p class="or">${strings.orCard}</p>
              ${others}`
      }`;
  }

  readonly #handleClick = async (): Promise<void> => {
    const calls = this.#calls;
    if (calls === undefined || this.#attempt.isBlocked) return;
    // The browser allows only one passkey request at a time.
    this.stop();
    await this.#attempt.run(async (signal) => {
      await calls.logIn({ signal });
    });
    const { error } = this.#attempt;
    if (error !== undefined) this.#element.dispatchEvent(new MhbLoginErrorEvent(error.code));
  };

  async #offerInField(calls: PasskeyCalls): Promise<void> {
    for (let round = 0; round < AUTOFILL_ROUNDS; round += 1) {
      const waiting = new AbortController();
      this.#autofill = waiting;
      const timer = setTimeout(() => waiting.abort(), AUTOFILL_LIFETIME_MS);
      try {
        await calls.logIn({ autofill: true, signal: waiting.signal });
        return;
      } catch (thrown) {
        // If the timer canceled the request, the next request starts. If `stop` canceled it, the attempts end.
        if (!waiting.signal.aborted || this.#autofill !== waiting) {
          const error = toMhbError(thrown);
          if (!['cancelled', 'passkey-not-given'].includes(error.code)) this.#attempt.fail(error);
          return;
        }
      } finally {
        clearTimeout(timer);
      }
    }
  }
}
