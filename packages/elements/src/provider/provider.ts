import { ContextProvider } from '@lit/context';
import { bridgeProvider, type CardProvider } from '@mhb-kit/core/card';
import { createGatewayClient, type GatewayClient } from '@mhb-kit/core/gateway';
import { css, html, LitElement, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { MhbOpenArchiveEvent } from '../base/open-archive-event.js';
import { providedContext, type Provided } from '../base/provided.js';
import { SessionController } from '../base/session-controller.js';
import type { Translations } from '../base/translations.js';

/**
 * @summary Gives the components inside it the gateway, the card reader, the language and the theme.
 *
 * Draws nothing. Several on one page know nothing of one another.
 *
 * @tag mhb-provider
 * @slot - The page, with our components anywhere in it.
 */
export class MhbProvider extends LitElement {
  static override styles: CSSResultGroup = css`
    :host {
      display: contents;
    }

    :host([theme='light']) {
      color-scheme: light;
    }

    :host([theme='dark']) {
      color-scheme: dark;
    }

    :host([theme='auto']) {
      color-scheme: light dark;
    }
  `;

  /** Address of the gateway, as `https://passbook.example.tw`. */
  @property() gateway: string | undefined;

  /** `light`, `dark`, or `auto` for the person's system setting; without it the page's own `color-scheme` holds. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;

  /** A client of one's own instead of one for `gateway`. */
  @property({ attribute: false }) client: GatewayClient | undefined;

  /** Ways to reach a card reader, best first; the card bridge by default. */
  @property({ attribute: false }) cards: readonly CardProvider[] = [bridgeProvider()];

  /** Further languages or other wordings for everything inside. */
  @property({ attribute: false }) translations: Translations = {};

  readonly #context = new ContextProvider(this, { context: providedContext, initialValue: this.#provided() });
  #ownClient: GatewayClient | undefined;
  /** The viewer that shows what was downloaded, and in whose session that was. */
  #filled:
    { readonly viewer: HTMLElementTagNameMap['mhb-passbook-viewer']; readonly sessionId: string } | undefined;

  constructor() {
    super();
    new SessionController(
      this,
      () => this.client ?? this.#ownClient,
      (session) => {
        if (this.#filled === undefined || session?.id === this.#filled.sessionId) return;
        this.#filled.viewer.close();
        this.#filled = undefined;
      },
    );
    this.addEventListener('mhb-open-archive', this.#handleOpenArchive);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('gateway')) {
      this.#ownClient =
        this.gateway === undefined
          ? undefined
          : createGatewayClient({ baseUrl: new URL(this.gateway, document.baseURI).href });
    }
    this.#context.setValue(this.#provided());
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #provided(): Provided {
    return { client: this.client ?? this.#ownClient, cards: this.cards, translations: this.translations };
  }

  /** An archive that was downloaded inside goes to the viewer inside, where there is one, until the session ends. */
  readonly #handleOpenArchive = (event: MhbOpenArchiveEvent): void => {
    const viewer = this.querySelector('mhb-passbook-viewer');
    if (viewer === null || event.defaultPrevented) return;
    event.preventDefault();
    const session = this.#provided().client?.session;
    if (session) this.#filled = { viewer, sessionId: session.id };
    void viewer.open([{ name: event.fileName, content: event.archive }]);
    viewer.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-provider': MhbProvider;
  }
}
