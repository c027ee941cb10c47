import { toMhbError, type MhbError } from '@mhb-kit/core/error';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { StringTables } from '../base/locale.js';
import { property, state } from '../base/decorators.js';
import type { CalendarName } from '../base/dates.js';
import { MhbElement } from '../base/element.js';
import { notice, statement } from '../base/notice.js';
import { SessionController } from '../base/session-controller.js';
import type { AccountBody } from './account-body.js';
import { accountZh, type AccountStrings } from './account.strings.js';
import { accountStyles } from './account.styles.js';
import { MhbAccountChangedEvent } from './events.js';

const tables: StringTables<AccountStrings> = {
  'zh-Hant': accountZh,
  en: async () => (await import('./account.strings.en.js')).accountEn,
};

/**
 * @summary Shows a person's own account: 帳號資料異動, 健保卡註冊密碼變更, the trusted readers, the certificate, the
 *   suspension of the account, the list of logins, and the access record.
 *
 * Contact details are partly masked. Changes require the current password. A new e-mail address takes effect after the
 * person opens the link sent to it, and a new mobile number after the person enters the code sent to it.
 *
 * @tag mhb-account
 * @fires {MhbAccountChangedEvent} mhb-account-changed - The person has changed something; `event.change` says what.
 * @csspart frame - The frame of the component.
 * @csspart part - Each part of the account.
 * @csspart field - Each field with its label.
 * @csspart submit - The button of each form.
 * @csspart notice - Each message.
 */
export class MhbAccount extends MhbElement<AccountStrings> {
  static override styles: CSSResultGroup = [MhbElement.styles, accountStyles];

  /** `roc` or `gregorian` years. The default is ROC years in Chinese and Gregorian years in other languages. */
  @property() calendar: CalendarName | undefined;

  /**
   * If set to `passkeys`, shows only the passkeys, for example at a kiosk, or nothing if the gateway accepts no
   * passkeys.
   */
  @property() show: 'all' | 'passkeys' = 'all';

  @state() private announcement = '';
  @state() private failure: MhbError | undefined;

  #body: AccountBody | undefined;
  readonly #session = new SessionController(
    this,
    () => this.gatewayClient,
    (session) => {
      this.#body?.forget();
      if (session !== null) void this.#load();
    },
  );

  constructor() {
    super('account', tables);
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#body?.pending !== undefined) await this.#body.pending;
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const { tag, strings } = this.locale;
    return html`<section part="frame" class="frame" lang=${tag} aria-label=${strings.heading}>
      <h2 tabindex="-1">${strings.heading}</h2>
      ${this.#renderBody()}
      <p role="status" class="visually-hidden">${this.announcement}</p>
    </section>`;
  }

  #renderBody(): TemplateResult {
    const { strings } = this.locale;
    if (this.gatewayClient === undefined)
      return statement('warning', strings.noClient, strings.noClientRemedy);
    if (this.#session.session === null) return this.#body?.farewell ?? notice('info', strings.logInFirst);
    const body = this.#body;
    const error = body === undefined ? this.failure : body.error;
    const isEmpty = body?.isEmpty ?? true;
    const isLoading = body?.isLoading ?? error === undefined;
    const retry = html`<button type="button" id="retry" @click=${this.#load}>${strings.retry}</button>`;
    return html`${this.#session.whose(this.locale.tag)}
      ${
        isEmpty && isLoading
          ? html`<p class="actions"><span class="spinner"></span>${strings.loading}</p>`
          : nothing
      }
      <div role="alert">${this.errorNotice(error, isEmpty ? retry : nothing)}</div>
      ${body?.render()}`;
  }

  /** Loads the data about the person, and the code that shows this data. */
  async #load(): Promise<void> {
    if (this.#body === undefined) {
      this.failure = undefined;
      try {
        const { AccountBody } = await import('./account-body.js');
        this.#body ??= new AccountBody({
          element: this,
          client: () => this.gatewayClient,
          show: () => this.show,
          calendar: () => this.calendar,
          isKiosk: () => this.isKiosk,
          translations: () => this.allTranslations,
          errorNotice: (error, action) => this.errorNotice(error, action),
          announce: (words) => {
            this.announcement = words;
          },
          tellChange: (change) => this.dispatchEvent(new MhbAccountChangedEvent(change)),
        });
      } catch (thrown) {
        this.failure = toMhbError(thrown, 'gateway-unreachable');
        return;
      }
    }
    const client = this.gatewayClient;
    const { session } = this.#session;
    if (client !== undefined && session !== null) await this.#body.load(client, session);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-account': MhbAccount;
  }
}

declare module '../base/component-events.js' {
  interface ComponentEvents {
    'mhb-account': 'mhb-account-changed';
  }
}
