import { ContextConsumer } from '@lit/context';
import type { CardProvider } from '@mhb-kit/core/card';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import { LitElement, type CSSResultGroup } from 'lit';
import { property } from 'lit/decorators.js';
import { controlStyles } from './controls.styles.js';
import { loadErrorWords } from './error-words.js';
import { hostStyles } from './host.styles.js';
import { LocaleController, type AddedTables, type StringTables } from './locale.js';
import { providedContext } from './provided.js';
import { tokens } from './tokens.styles.js';
import type { Translations } from './translations.js';

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
  readonly #provided = new ContextConsumer(this, { context: providedContext, subscribe: true });

  constructor(component: keyof Translations[string], tables: StringTables<Strings>) {
    super();
    this.locale = new LocaleController(this, tables, () => this.#added(component));
  }

  protected get gatewayClient(): GatewayClient | undefined {
    return this.client ?? this.#provided.value?.client;
  }

  protected get cardProviders(): readonly CardProvider[] {
    return this.cards ?? this.#provided.value?.cards ?? [];
  }

  protected get allTranslations(): Translations {
    return this.translations ?? this.#provided.value?.translations ?? {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#awaitProvider();
    void loadErrorWords().then(() => {
      this.requestUpdate();
    });
  }

  /** Scripts load in any order: a provider that is defined after this element has not heard its request. */
  async #awaitProvider(): Promise<void> {
    if (this.closest('mhb-provider:not(:defined)') === null) return;
    await customElements.whenDefined('mhb-provider');
    if (this.isConnected && this.#provided.value === undefined) this.#provided.hostConnected();
  }

  #added(component: keyof Translations[string]): AddedTables<Strings> {
    const entries = Object.entries(this.allTranslations).map(([tag, words]) => [tag, words[component]]);
    return Object.fromEntries(entries) as AddedTables<Strings>;
  }
}
