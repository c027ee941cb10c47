import type { StringTables } from '../base/locale.js';
import { loadModule } from '@mhb-kit/core/calls';
import { html, type TemplateResult } from 'lit';
import { SelfServiceElement } from '../self-service/self-service-element.js';
import { MhbAccountRecoveredEvent } from '../self-service/events.js';
import { accountRecoveryZh, type AccountRecoveryStrings } from './account-recovery.strings.js';
import type { RecoverySteps } from './recovery-steps.js';

const tables: StringTables<AccountRecoveryStrings> = {
  'zh-Hant': accountRecoveryZh,
  en: async () => (await import('./account-recovery.strings.en.js')).accountRecoveryEn,
};

/**
 * @summary 換卡、換手機或恢復帳號: for people who can no longer log in as they used to. A new card, a changed ID number, a
 * lost telephone (by a code in a letter), a renewed certificate, a suspended account, and suspending one at once.
 *
 * Asks what has happened first, then for no more than that takes, and says what comes next; what it cannot do, it sends to a
 * member of staff, with what to bring. Its steps are fetched when it is first shown. What was typed is dropped when it is
 * hidden, and at a kiosk when the card is pulled.
 *
 * @tag mhb-account-recovery
 * @fires {MhbAccountRecoveredEvent} mhb-account-recovered - What was asked for is done; `event.change` says what it was.
 * @fires {MhbShowLoginEvent} mhb-show-login - 回登入頁 was pressed; prevent its default when the page takes over.
 * @csspart frame - The box.
 * @csspart choice - Each of the events to choose from.
 * @csspart reader - The state of reader and card.
 * @csspart field - Each field with its label.
 * @csspart submit - The button that goes on.
 * @csspart notice - Each message.
 */
export class MhbAccountRecovery extends SelfServiceElement<AccountRecoveryStrings> {
  #steps: RecoverySteps | undefined;

  constructor() {
    super('account-recovery', tables);
  }

  protected get heading(): string {
    return this.locale.strings.heading;
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.#steps?.pending;
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    super.willUpdate();
    if (this.#steps !== undefined) this.#steps.update(this.hidden);
    else if (!this.hidden && !this.attempt.isRunning && this.attempt.error === undefined) void this.#fetch();
  }

  protected renderBody(): TemplateResult {
    if (this.#steps !== undefined) return this.#steps.render();
    return html`<form @submit=${this.#fetch}>${this.renderSubmit(this.locale.strings.retry)}</form>`;
  }

  readonly #fetch = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    await this.attempt.run(async () => {
      const { RecoverySteps } = await loadModule(import('./recovery-steps.js'));
      this.#steps = new RecoverySteps({
        element: this,
        client: () => this.accountClient,
        gateway: () => this.gatewayClient,
        card: this.card,
        attempt: this.attempt,
        cardRead: () => this.cardRead,
        forgetCard: () => {
          this.cardRead = undefined;
        },
        isKiosk: () => this.isKiosk,
        translations: () => this.allTranslations,
        renderCard: (problem) => this.renderCard(problem),
        renderReader: () => this.renderReader(),
        renderField: (form, options) => this.renderField(form, options),
        renderSubmit: (label, beside) => this.renderSubmit(label, beside),
        renderBack: (isMain) => this.renderBack(isMain),
        showStep: (change, announcement) => this.showStep(change, announcement),
        tell: (change) => this.dispatchEvent(new MhbAccountRecoveredEvent(change)),
      });
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-account-recovery': MhbAccountRecovery;
  }
}

declare module '../base/component-events.js' {
  interface ComponentEvents {
    'mhb-account-recovery': 'mhb-account-recovered' | 'mhb-show-login';
  }
}
