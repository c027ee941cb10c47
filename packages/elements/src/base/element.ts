import type { CardProvider } from '@mhb-kit/core/card';
import type { MhbError } from '@mhb-kit/core/error';
import type { ErrorText } from '@mhb-kit/core/error-messages';
import type { AccountClient, GatewayClient } from '@mhb-kit/core/gateway';
import { html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from './decorators.js';
import { controlStyles } from './controls.styles.js';
import { ErrorWords, type ErrorRoom } from './error-words.js';
import { hostStyles } from './host.styles.js';
import { LocaleController, type StringTables } from './locale.js';
import { notice } from './notice.js';
import { ProvidedController } from './provided.js';
import { tokens } from './tokens.styles.js';
import { addedWords, type Translations } from './translations.js';

/**
 * What the visible components share: styles and tokens, the language of their place, and what a provider around them
 * gives. Set a property to do without a provider or to differ from it.
 */
export abstract class MhbElement<Strings extends object> extends LitElement {
  static override styles: CSSResultGroup = [tokens, hostStyles, controlStyles];

  /** `light`, `dark`, or `auto` for the person's system setting; without it the page's own `color-scheme` holds. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;

  /** The gateway's client; without it the provider's. */
  @property({ attribute: false }) client: GatewayClient | undefined;

  /** Ways to reach a card reader, best first; without them the provider's. */
  @property({ attribute: false }) cards: readonly CardProvider[] | undefined;

  /** Further languages or other wordings, by language tag and component. */
  @property({ attribute: false }) translations: Translations | undefined;

  protected readonly locale: LocaleController<Strings>;
  readonly #provided = new ProvidedController(this);
  readonly #errorWords: ErrorWords;

  /** @param errorRooms where the failures that the component can show come from */
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

  /** The provider's client for what is done without a session. */
  protected get providedAccounts(): AccountClient | undefined {
    return this.#provided.value?.accounts;
  }

  protected get cardProviders(): readonly CardProvider[] {
    return this.cards ?? this.#provided.value?.cards ?? [];
  }

  protected get allTranslations(): Translations {
    return this.translations ?? this.#provided.value?.translations ?? {};
  }

  /** Whether the provider says that this is a shared computer. */
  protected get isKiosk(): boolean {
    return this.#provided.value?.kiosk ?? false;
  }

  /** The words of an error in the language of this element; both empty while they are being fetched. */
  protected readonly describeError = (error: MhbError): ErrorText =>
    this.#errorWords.describe(error, this.locale.tag, this.allTranslations);

  /** An error in words with the next step; the code is for the telephone, small. Pair with `role="alert"` around it. */
  protected errorNotice(
    error: MhbError | undefined,
    action: unknown = nothing,
  ): TemplateResult | typeof nothing {
    if (error === undefined) return nothing;
    const { message, remedy } = this.describeError(error);
    if (message === '') return nothing;
    return notice(
      'danger',
      html`<strong>${message}</strong><span>${remedy}</span><code>${error.code}</code>${action}`,
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#awaitProvider();
  }

  /** Nothing is shown in a language before its words are there. */
  protected override async scheduleUpdate(): Promise<void> {
    const { pending } = this.locale;
    if (pending !== undefined) await pending;
    await super.scheduleUpdate();
  }

  /** Scripts load in any order: a provider that is defined after this element has not heard its request. */
  async #awaitProvider(): Promise<void> {
    if (this.closest('mhb-provider:not(:defined)') === null) return;
    await customElements.whenDefined('mhb-provider');
    if (this.isConnected && this.#provided.value === undefined) this.#provided.hostConnected();
  }
}
