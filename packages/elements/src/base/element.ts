import type { CardProvider } from '@mhb-kit/core/card';
import type { MhbError } from '@mhb-kit/core/error';
import type { ErrorText } from '@mhb-kit/core/error-messages';
import type { AccountClient, GatewayClient } from '@mhb-kit/core/gateway';
import { html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from './decorators.js';
import { controlStyles } from './controls.styles.js';
import { registerUnit } from './css.js';
import { ErrorWords, type ErrorRoom } from './error-words.js';
import { hostStyles } from './host.styles.js';
import { LocaleController, type StringTables } from './locale.js';
import { notice } from './notice.js';
import { ProvidedController } from './provided.js';
import { tokens } from './tokens.styles.js';
import { addedWords, type Translations } from './translations.js';

/**
 * The base class of the visible components. It provides styles and tokens, the language, and the values that a
 * surrounding provider supplies. To use a component without a provider, or to override a value of the provider,
 * set the property of the component.
 */
export abstract class MhbElement<Strings extends object> extends LitElement {
  static override styles: CSSResultGroup = [tokens, hostStyles, controlStyles];

  /**
   * The color theme: `light`, `dark`, or `auto` to follow the person's system. If it is not set, the page's
   * `color-scheme` applies.
   */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;

  /** The client for the gateway. Defaults to the provider's client. */
  @property({ attribute: false }) client: GatewayClient | undefined;

  /** The ways to reach a card reader, starting with the best one. Defaults to those of the provider. */
  @property({ attribute: false }) cards: readonly CardProvider[] | undefined;

  /** Strings in additional languages or with different wording, by language tag and component. */
  @property({ attribute: false }) translations: Translations | undefined;

  protected readonly locale: LocaleController<Strings>;
  readonly #provided = new ProvidedController(this);
  readonly #errorWords: ErrorWords;

  /** @param errorRooms the groups of errors that the component can show */
  constructor(
    component: keyof Translations[string],
    tables: StringTables<Strings>,
    errorRooms: readonly ErrorRoom[] = ['gateway', 'card'],
  ) {
    super();
    this.locale = new LocaleController(this, tables, () => addedWords(this.allTranslations, component));
    this.#errorWords = new ErrorWords(errorRooms, () => {
      this.requestUpdate();
    });
  }

  protected get gatewayClient(): GatewayClient | undefined {
    return this.client ?? this.#provided.value?.client;
  }

  /** The provider's client for operations that do not require a login. */
  protected get providedAccounts(): AccountClient | undefined {
    return this.#provided.value?.accounts;
  }

  protected get cardProviders(): readonly CardProvider[] {
    return this.cards ?? this.#provided.value?.cards ?? [];
  }

  protected get allTranslations(): Translations {
    return this.translations ?? this.#provided.value?.translations ?? {};
  }

  /** Whether the page runs on a shared computer, according to the provider. */
  protected get isKiosk(): boolean {
    return this.#provided.value?.kiosk ?? false;
  }

  /**
   * Returns the message for an error and the next step, in the language of this element. Both are empty while they
   * are being loaded.
   */
  protected readonly describeError = (error: MhbError): ErrorText =>
    this.#errorWords.describe(error, this.locale.tag, this.allTranslations);

  /**
   * Renders an error message with the next step and, in small print, the error code for support. Put the result
   * into an element with `role="alert"`.
   */
  protected errorNotice(
    error: MhbError | undefined,
    action: unknown = nothing,
  ): TemplateResult | typeof nothing {
    if (error === undefined) return nothing;
    const { message, remedy } = this.describeError(error);
    if (message === '') return nothing;
    const support = this.locale.tag.startsWith('zh') ? '客服代碼：' : 'For support: ';
    return notice(
      'danger',
      html`<strong>${message}</strong><span>${remedy}</span><small>${support}<code>${error.code}</code></small
        >${action}`,
    );
  }

  override connectedCallback(): void {
    registerUnit();
    super.connectedCallback();
    void this.#awaitProvider();
    // These words in the user agent identify browsers that are built into other apps.
    if (/Line\/|FBA|Instagram|; wv/.test(navigator.userAgent))
      void import('./way-out.js').then(({ sayWayOut }) => sayWayOut(this, this.locale));
  }

  /** Rendering waits until the strings of the current language have been loaded. */
  protected override async scheduleUpdate(): Promise<void> {
    const { pending } = this.locale;
    if (pending !== undefined) await pending;
    await super.scheduleUpdate();
  }

  /**
   * Connects the element to a provider that is defined later, because scripts can load in any order. Such a
   * provider has missed the element's first request.
   */
  async #awaitProvider(): Promise<void> {
    if (this.closest('mhb-provider:not(:defined)') === null) return;
    await customElements.whenDefined('mhb-provider');
    if (this.isConnected && this.#provided.value === undefined) this.#provided.hostConnected();
  }
}
