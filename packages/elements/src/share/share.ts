import { MhbError, toMhbError } from '@mhb-kit/core/error';
import type { Passbook } from '@mhb-kit/core/passbook';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { CalendarName } from '../base/dates.js';
import { property, state } from '../base/decorators.js';
import { MhbElement } from '../base/element.js';
import type { StringTables } from '../base/locale.js';
import { notice, statement } from '../base/notice.js';
import { SessionController } from '../base/session-controller.js';
import type { MhbVisitCardEvent } from '../base/visit-card-event.js';
import type { ShareBody } from './share-body.js';
import { shareZh, type ShareStrings } from './share.strings.js';
import { shareStyles } from './share.styles.js';

const tables: StringTables<ShareStrings> = {
  'zh-Hant': shareZh,
  en: async () => (await import('./share.strings.en.js')).shareEn,
};

/**
 * Names of events that a viewer fires. A passbook that is open in a viewer inside the same provider can be shared.
 */
const OPENED = 'mhb-passbook-open';
const CLOSED = 'mhb-passbook-close';
const VISIT_CARD = 'mhb-visit-card';

/**
 * @summary Shares a summary or chosen sections with a clinician. Shows a SMART Health Link with an expiry date, and
 *   optionally a passcode, as a QR code, and lists who has opened the link.
 *
 * The data is encrypted in the page. The gateway stores only encrypted data; the key is only in the QR code.
 * While the code is shown, a viewer inside the same `<mhb-provider>` also prints it on its visit card.
 *
 * @tag mhb-share
 * @fires {MhbShareEvent} mhb-share - The person has created a link; the event does not contain the link itself.
 * @csspart frame - The frame of the component.
 * @csspart form - The choice of what to share, and how.
 * @csspart field - Each field with its label.
 * @csspart qr - The QR code.
 * @csspart submit - The button that creates the QR code.
 * @csspart notice - Each message.
 */
export class MhbShare extends MhbElement<ShareStrings> {
  static override styles: CSSResultGroup = [MhbElement.styles, shareStyles];

  /** The passbook to share. Defaults to the passbook that is open in a viewer inside the same `<mhb-provider>`. */
  @property({ attribute: false }) passbook: Passbook | undefined;

  /**
   * Address of a page that opens links. With it, people can open the QR code with any camera. Without it, the QR
   * code contains only the link.
   */
  @property() viewer = '';

  /** The calendar for years, `roc` or `gregorian`. The default is `roc` in Chinese and `gregorian` otherwise. */
  @property() calendar: CalendarName | undefined;

  /** Returns the current time. Replaced only in tests and stories. */
  @property({ attribute: false }) clock: () => Date = () => new Date();

  @state() private isOff = false;
  @state() private error: MhbError | undefined;

  readonly #session = new SessionController(
    this,
    () => this.gatewayClient,
    () => {
      this.#body?.forget();
      this.isOff = false;
      if (this.#session.session !== null) void this.#askService();
    },
  );
  /** The form and the QR code. This code is loaded when someone has logged in. */
  #body: ShareBody | undefined;
  #around: Element | null = null;

  constructor() {
    super('share', tables, ['gateway', 'share', 'passbook']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#around = this.closest('mhb-provider');
    this.#around?.addEventListener(OPENED, this.#follow);
    this.#around?.addEventListener(CLOSED, this.#follow);
    this.#around?.addEventListener(VISIT_CARD, this.#addToCard);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#around?.removeEventListener(OPENED, this.#follow);
    this.#around?.removeEventListener(CLOSED, this.#follow);
    this.#around?.removeEventListener(VISIT_CARD, this.#addToCard);
    this.#body?.forget();
  }

  readonly #follow = (event: Event): void => {
    this.passbook = (event as Event & { readonly passbook?: Passbook }).passbook;
    if (this.passbook === undefined) this.#body?.forget();
  };

  readonly #addToCard = (event: Event): void => {
    const code = this.#body?.codeForPaper();
    if (code !== undefined) (event as MhbVisitCardEvent).add(code);
  };

  async #askService(): Promise<void> {
    try {
      const { ShareBody } = await import('./share-body.js');
      this.#body ??= new ShareBody(this, {
        client: () => this.gatewayClient,
        passbook: () => this.passbook,
        viewer: () => this.viewer,
        calendar: () => this.calendar,
        now: () => this.clock(),
        isKiosk: () => this.isKiosk,
        translations: () => this.allTranslations,
        errorNotice: (error) => this.errorNotice(error),
        tag: () => this.locale.tag,
      });
      await this.#body.ready();
      this.isOff = (await this.gatewayClient?.service())?.healthLinks === false;
      this.error = undefined;
    } catch (thrown) {
      this.error = toMhbError(thrown, 'gateway-unreachable');
    }
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { tag, strings } = this.locale;
    return html`<section part="frame" class="frame" lang=${tag} aria-label=${strings.heading}>
      <h2>${strings.heading}</h2>
      ${this.#session.whose(tag)}
      <div role="alert">${this.errorNotice(this.isOff ? new MhbError('health-links-off') : this.error)}</div>
      ${this.isOff ? nothing : this.#renderInside()}
    </section>`;
  }

  #renderInside(): unknown {
    const { strings } = this.locale;
    if (this.gatewayClient === undefined)
      return statement('warning', strings.noClient, strings.noClientRemedy);
    if (this.#session.session === null) return notice('info', strings.logInFirst);
    if (this.#body === undefined)
      return this.error === undefined
        ? html`<p class="actions"><span class="spinner"></span>${strings.loading}</p>`
        : nothing;
    return [this.passbook === undefined ? notice('info', strings.openFirst) : nothing, this.#body.render()];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-share': MhbShare;
  }
}

declare module '../base/component-events.js' {
  interface ComponentEvents {
    'mhb-share': 'mhb-share';
  }
}
