import type { StringTables } from '../base/locale.js';
import { loadModule } from '@mhb-kit/core/load-module';
import { html, type TemplateResult } from 'lit';
import { serviceKnown } from '../base/service-controller.js';
import { SelfServiceElement } from '../self-service/self-service-element.js';
import { MhbAccountRecoveredEvent } from '../self-service/events.js';
import { accountRecoveryZh, type AccountRecoveryStrings } from './account-recovery.strings.js';
import type { RecoverySteps } from './recovery-steps.js';

const tables: StringTables<AccountRecoveryStrings> = {
  'zh-Hant': accountRecoveryZh,
  en: async () => (await import('./account-recovery.strings.en.js')).accountRecoveryEn,
};

/**
 * @summary 換卡、換手機或恢復帳號: for people who can no longer log in as before. It covers a new card, a changed ID number, a
 *   lost phone (with a code sent by letter), a renewed certificate, and a suspended account, and can suspend
 *   an account immediately.
 *
 * The component asks what has happened, then asks for exactly what is required in this case, and explains the next
 * step. If it cannot help, it refers people to staff and says what to bring. The steps are loaded when the
 * component is first shown. Input is deleted when the component is hidden and, at a kiosk, when the card is
 * removed.
 *
 * @tag mhb-account-recovery
 * @fires {MhbAccountRecoveredEvent} mhb-account-recovered - The change is complete; `event.change` says which one.
 * @fires {MhbShowLoginEvent} mhb-show-login - 回登入頁 was pressed; call `preventDefault()` if the page handles it.
 * @csspart frame - The frame of the component.
 * @csspart choice - Each option for what has happened.
 * @csspart reader - The state of the reader and the card.
 * @csspart field - Each field with its label.
 * @csspart submit - The button that continues.
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
      await serviceKnown(this.gatewayClient);
      this.#steps = new RecoverySteps({
        element: this,
        client: () => this.accountClient,
        service: () => this.service.info,
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
