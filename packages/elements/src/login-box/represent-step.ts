import { toMhbError, type MhbError } from '@mhb-kit/core/error';
import type { GatewayClient, Representation, Session } from '@mhb-kit/core/gateway';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { calendarFor, formatDate } from '../base/dates.js';
import { LocaleController, type StringTables } from '../base/locale.js';
import { addedWords, type Translations } from '../base/translations.js';
import { representStepZh, type RepresentStepStrings } from './represent-step.strings.js';

const tables: StringTables<RepresentStepStrings> = {
  'zh-Hant': representStepZh,
  en: async () => (await import('./represent-step.strings.en.js')).representStepEn,
};

/**
 * Lets legal representatives choose which passbook to read: their own, or the passbook of a person whom they
 * represent.
 */
export class RepresentStep {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #locale: LocaleController<RepresentStepStrings>;
  readonly #announce: (words: string) => void;
  #represents: readonly Representation[] = [];
  #error: MhbError | undefined;
  #isChanging = false;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    translations: () => Translations,
    announce: (words: string) => void,
  ) {
    this.#host = host;
    this.#announce = announce;
    this.#locale = new LocaleController(host, tables, () => addedWords(translations(), 'login-box'));
  }

  /** Resolves once the strings of the current language are loaded. */
  get pending(): Promise<void> | undefined {
    return this.#locale.pending;
  }

  async load(client: GatewayClient): Promise<void> {
    await this.#locale.pending;
    const { represents } = await client.representations();
    this.#represents = represents;
    this.#host.requestUpdate();
  }

  forget(): void {
    this.#represents = [];
    this.#error = undefined;
  }

  render(
    client: GatewayClient,
    { representation }: Session,
    errorNotice: (error: MhbError | undefined) => unknown,
  ): TemplateResult | typeof nothing {
    const { strings } = this.#locale;
    if (representation === undefined && this.#represents.length === 0) return nothing;
    return html`<div class="represent" role="group" aria-label=${strings.choose}>
      ${
        representation === undefined
          ? html`<p>${strings.choose}</p>
              ${this.#represents.map((each) => this.#renderChoice(client, each))}`
          : html`<button
              type="button"
              id="own"
              aria-disabled=${this.#isChanging}
              @click=${() => void this.#change(client, () => client.stopRepresenting())}
            >
              ${strings.back}
            </button>`
      }
      <div role="alert">${errorNotice(this.#error)}</div>
    </div>`;
  }

  #renderChoice(client: GatewayClient, { id, kind, endsOn, person }: Representation): TemplateResult {
    const { strings, tag } = this.#locale;
    const day = formatDate(endsOn, calendarFor(undefined, tag));
    const words = kind === 'parent' ? strings.ofParent : strings.ofGuardian;
    return html`<button
      type="button"
      class="person"
      aria-disabled=${this.#isChanging}
      @click=${() => void this.#change(client, () => client.represent(id))}
    >
      ${words(person.name, day)}
    </button>`;
  }

  async #change(client: GatewayClient, work: () => Promise<unknown>): Promise<void> {
    if (this.#isChanging) return;
    this.#isChanging = true;
    this.#error = undefined;
    this.#host.requestUpdate();
    try {
      await work();
      this.#announce(this.#locale.strings.changed(client.session?.person.name ?? ''));
    } catch (thrown) {
      this.#error = toMhbError(thrown);
    }
    this.#isChanging = false;
    this.#host.requestUpdate();
  }
}
