import type { CodeRequest, GatewayClient } from '@mhb-kit/core/gateway';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { formatTime } from '../base/dates.js';
import { field } from '../base/field.js';
import { LocaleController, type StringTables } from '../base/locale.js';
import { addedWords, type Translations } from '../base/translations.js';
import { codeStepZh, type CodeStepStrings } from './code-step.strings.js';

const tables: StringTables<CodeStepStrings> = {
  'zh-Hant': codeStepZh,
  en: async () => (await import('./code-step.strings.en.js')).codeStepEn,
};

/**
 * The step of `<mhb-login-box>` in which a person enters a code. It is loaded when a login first requires a
 * code, because most logins require none.
 */
export class CodeStep {
  readonly #element: LitElement;
  readonly #locale: LocaleController<CodeStepStrings>;

  constructor(element: LitElement, translations: () => Translations) {
    this.#element = element;
    this.#locale = new LocaleController(element, tables, () => addedWords(translations(), 'login-box'));
  }

  /** Resolves once the strings of the current language are loaded. */
  get pending(): Promise<void> | undefined {
    return this.#locale.pending;
  }

  /** Returns the announcement that the code has been sent. */
  sent({ mobile }: CodeRequest): string {
    return this.#locale.strings.codeSent(mobile);
  }

  render({ mobile, expiresAt }: CodeRequest, isKiosk: boolean, isWrong: boolean): TemplateResult {
    const { tag, strings } = this.#locale;
    return html`<h3>${strings.codeHeading}</h3>
      <p>${strings.codeSent(mobile)}</p>
      ${field(
        {
          name: 'code',
          label: strings.code,
          hint: strings.codeUntil(formatTime(new Date(expiresAt), tag)),
          autocomplete: 'one-time-code',
          inputMode: 'numeric',
          maxLength: 6,
          error: isWrong ? strings.codeProblem : undefined,
        },
        strings,
      )}
      ${
        isKiosk
          ? nothing
          : html`<label class="choice">
              <input type="checkbox" name="remember" />${strings.rememberReader}
            </label>`
      }
      <p class="hint">${strings.lostMobile}</p>`;
  }

  /**
   * Sends the code to the gateway, together with the person's choice whether to trust the card reader from now on.
   *
   * @throws {MhbError} the errors of `confirmLogin`
   */
  async confirm(
    client: GatewayClient,
    { handle }: CodeRequest,
    code: string,
    signal: AbortSignal,
  ): Promise<void> {
    const remember = this.#element.renderRoot.querySelector<HTMLInputElement>('[name=remember]');
    await client.confirmLogin({ handle, code, rememberReader: remember?.checked ?? false }, { signal });
  }
}
