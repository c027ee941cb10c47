import type { StringTables } from '../base/locale.js';
import { toMhbError } from '@mhb-kit/core/error';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from '../base/decorators.js';
import { MhbElement } from '../base/element.js';
import * as icons from '../base/icons.js';
import { notice } from '../base/notice.js';
import { CardController } from '../card/card-controller.js';
import type * as Checks from './checks.js';
import { environmentCheckZh, type EnvironmentCheckStrings } from './environment-check.strings.js';
import { environmentCheckStyles } from './environment-check.styles.js';

const tables: StringTables<EnvironmentCheckStrings> = {
  'zh-Hant': environmentCheckZh,
  en: async () => (await import('./environment-check.strings.en.js')).environmentCheckEn,
};

/**
 * @summary Checks whether this computer is ready, and says what to do if it is not (環境檢測與安裝).
 *
 * Watches the reader while the element is on the page: when a card is inserted, the card's line turns green.
 *
 * @tag mhb-environment-check
 * @csspart frame - The frame of the component.
 * @csspart check - Each line with a check and its result.
 * @csspart notice - The overall result.
 */
export class MhbEnvironmentCheck extends MhbElement<EnvironmentCheckStrings> {
  static override styles: CSSResultGroup = [MhbElement.styles, environmentCheckStyles];

  @state() private service: Checks.ServiceProbe | undefined;

  readonly #card = new CardController(this, () => this.cardProviders);
  #asked: GatewayClient | undefined;
  /** The module with the checks, loaded only when the page has something to check. */
  #checks: typeof Checks | undefined;

  constructor() {
    super('environment-check', tables);
  }

  protected override async scheduleUpdate(): Promise<void> {
    this.#checks ??= await import('./checks.js');
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    const client = this.gatewayClient;
    if (client === this.#asked) return;
    this.#asked = client;
    void this.#askService(client);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { tag, strings } = this.locale;
    if (this.#checks === undefined) return nothing;
    const { isModernBrowser, runChecks } = this.#checks;
    const checks = runChecks(
      {
        secure: isSecureContext,
        modern: isModernBrowser(),
        service: this.service,
        card: this.#card,
      },
      strings,
      this.describeError,
    );
    const done = checks.every((check) => check.state !== 'checking');
    const good = checks.every((check) => check.state === 'good');
    return html`<section part="frame" class="frame" lang=${tag} aria-label=${strings.heading}>
      <div class="title">
        <h2>${strings.heading}</h2>
        <button type="button" id="check-again" @click=${this.#handleCheckAgain}>
          ${icons.refresh()}${strings.checkAgain}
        </button>
      </div>
      <ul>
        ${checks.map((check) => this.#renderCheck(check))}
      </ul>
      <div role="status">
        ${!done ? strings.checking : good ? notice('success', strings.allGood) : notice('warning', strings.notYet)}
      </div>
    </section>`;
  }

  #renderCheck({ id, state: verdict, words, remedy, action }: Checks.Check): TemplateResult {
    const { strings } = this.locale;
    const icon = { good: icons.check(), bad: icons.alert(), waiting: icons.clock(), checking: icons.clock() }[
      verdict
    ];
    const simulated = (id === 'reader' || id === 'card') && this.#card.reader?.simulated === true;
    return html`<li part="check" class=${verdict}>
      ${verdict === 'checking' ? html`<span class="spinner"></span>` : icon}
      <strong>${strings[id]}</strong>
      <span class="badge ${{ good: 'success', bad: 'danger', waiting: '', checking: '' }[verdict]}">
        ${verdict === 'checking' ? strings.checking : strings.states[verdict]}
      </span>
      <p>
        ${words} ${remedy === undefined ? nothing : html`<br />${remedy}`}
        ${simulated ? html`<span class="badge warning">${strings.simulated}</span>` : nothing}
      </p>
      ${id === 'bridge' ? this.#card.help?.() : nothing}
      ${
        action === undefined
          ? nothing
          : html`<button
              type="button"
              @click=${() => (action === 'connect' ? this.#card.connect() : this.#handleCheckAgain())}
            >
              ${action === 'connect' ? strings.connectReader : strings.retry}
            </button>`
      }
    </li>`;
  }

  async #askService(client: GatewayClient | undefined): Promise<void> {
    this.service = client === undefined ? undefined : { state: 'checking' };
    if (client === undefined) return;
    try {
      const { expiresAt } = await client.challenge();
      this.service = { state: 'reached', challengeEndsIn: Date.parse(expiresAt) - Date.now() };
    } catch (thrown) {
      this.service = { state: 'failed', error: toMhbError(thrown) };
    }
  }

  async #handleCheckAgain(): Promise<void> {
    await Promise.all([this.#askService(this.gatewayClient), this.#card.probe()]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-environment-check': MhbEnvironmentCheck;
  }
}
