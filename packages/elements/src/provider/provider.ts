import { bridgeProvider, type CardProvider } from '@mhb-kit/core/card';
import {
  createAccountClient,
  createGatewayClient,
  type AccountClient,
  type GatewayClient,
} from '@mhb-kit/core/gateway';
import { html, LitElement, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { css } from '../base/css.js';
import { property } from '../base/decorators.js';
import type { MhbOpenArchiveEvent } from '../base/open-archive-event.js';
import { ProvidedSource, type Provided } from '../base/provided.js';
import { SessionController } from '../base/session-controller.js';
import type { Translations } from '../base/translations.js';

/**
 * The component that opens after each event. The events are fired by the links 首次申請密碼, 忘記密碼, 換卡、換手機或恢復帳號 and 回登入頁.
 */
const entrances = {
  'mhb-register': 'mhb-registration',
  'mhb-forgot-password': 'mhb-password-reset',
  'mhb-recover-account': 'mhb-account-recovery',
  'mhb-show-login': 'mhb-login-box',
} as const;

/**
 * @summary Provides the components inside it with the gateway, the card reader, the language, and the theme.
 *
 * The provider itself shows nothing. Several providers on one page are independent of each other. If a provider
 * contains an `<mhb-registration hidden>`, `<mhb-password-reset hidden>` or `<mhb-account-recovery hidden>` in
 * addition to the login box, it shows the one that the person needs, and the login box afterward.
 *
 * @tag mhb-provider
 * @slot - The page, with components anywhere in it.
 */
export class MhbProvider extends LitElement {
  static override styles: CSSResultGroup = css`
    :host {
      display: contents;
    }

    :host([kiosk]) {
      --mhb-target-size: var(--mhb-kiosk-target-size, 3.5rem);
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

  /** Address of the gateway, such as `https://passbook.example.tw`. */
  @property() gateway: string | undefined;

  /**
   * The color scheme: `light`, `dark`, or `auto`, which follows the person's system. If it is not set, the page's
   * `color-scheme` applies.
   */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;

  /**
   * Whether this is a shared computer. If it is, nothing is stored on it, and everything that people touch is
   * larger.
   */
  @property({ type: Boolean, reflect: true }) kiosk = false;

  /** Your own client, which replaces the client that the provider creates for `gateway`. */
  @property({ attribute: false }) client: GatewayClient | undefined;

  /** Your own client for registration, activation, and resetting passwords. */
  @property({ attribute: false }) accounts: AccountClient | undefined;

  #ownCards: readonly CardProvider[] = [bridgeProvider()];

  /** The ways to reach a card reader, in order of preference. The default is the card bridge. */
  @property({ attribute: false }) cards: readonly CardProvider[] = this.#ownCards;

  /**
   * The URL of the folder from which people can download the card bridge if they do not have it. `npm run package`
   * creates this folder.
   */
  @property({ attribute: 'bridge-downloads' }) bridgeDownloads: string | undefined;

  /** Additional languages, or different wording, for all components inside the provider. */
  @property({ attribute: false }) translations: Translations = {};

  readonly #source = new ProvidedSource(this, this.#provided());
  #ownClient: GatewayClient | undefined;
  #ownAccounts: AccountClient | undefined;
  /** The viewer that shows a downloaded archive, and the ID of the session to which the archive belongs. */
  #filled:
    { readonly viewer: HTMLElementTagNameMap['mhb-passbook-viewer']; readonly sessionId: string } | undefined;

  constructor() {
    super();
    new SessionController(
      this,
      () => this.activeClient,
      (session) => {
        if (this.#filled === undefined || session?.id === this.#filled.sessionId) return;
        this.#filled.viewer.close();
        this.#filled = undefined;
      },
    );
    this.addEventListener('mhb-open-archive', this.#handleOpenArchive);
    for (const [event, tag] of Object.entries(entrances)) {
      this.addEventListener(event, (asked) => {
        this.#enter(asked, tag);
      });
    }
  }

  /**
   * The client that the components inside the provider use. This is `client` or, if it is not set, the client
   * created for `gateway`.
   */
  get activeClient(): GatewayClient | undefined {
    return this.client ?? this.#ownClient;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('gateway')) {
      const baseUrl = this.gateway === undefined ? undefined : new URL(this.gateway, document.baseURI).href;
      this.#ownClient = baseUrl === undefined ? undefined : createGatewayClient({ baseUrl });
      this.#ownAccounts = baseUrl === undefined ? undefined : createAccountClient({ baseUrl });
    }
    if (changed.has('bridgeDownloads') && this.cards === this.#ownCards) {
      const { bridgeDownloads: downloads } = this;
      this.cards = this.#ownCards = [bridgeProvider(downloads === undefined ? {} : { downloads })];
    }
    this.#source.set(this.#provided());
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #provided(): Provided {
    return {
      client: this.activeClient,
      accounts: this.accounts ?? this.#ownAccounts,
      cards: this.cards,
      translations: this.translations,
      kiosk: this.kiosk,
    };
  }

  /**
   * If the page contains the requested component, shows it and hides the other components for logging in or
   * registering.
   */
  #enter(asked: Event, tag: string): void {
    const wanted = this.querySelector<HTMLElement>(tag);
    if (wanted === null || asked.defaultPrevented) return;
    asked.preventDefault();
    for (const other of this.querySelectorAll<HTMLElement>(Object.values(entrances).join())) {
      other.hidden = other !== wanted;
    }
    wanted.focus();
  }

  /**
   * Opens an archive in the viewer inside this provider, if there is one. The provider closes the viewer when the
   * session ends.
   */
  readonly #handleOpenArchive = (event: MhbOpenArchiveEvent): void => {
    const viewer = this.querySelector('mhb-passbook-viewer');
    if (viewer === null || event.defaultPrevented) return;
    event.preventDefault();
    const session = this.activeClient?.session;
    if (session) this.#filled = { viewer, sessionId: session.id };
    const { fileName: name, archive: content, person } = event;
    void viewer.open([{ name, content, ...(person === null ? {} : { person }) }]);
    viewer.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-provider': MhbProvider;
  }
}
