import { toMhbError, type MhbError } from '@mhb-kit/core/error';
import type { CardIssuer } from '@mhb-kit/core/share';
import { html, type TemplateResult } from 'lit';
import { property, state } from '../base/decorators.js';
import { MhbElement } from '../base/element.js';
import type { StringTables } from '../base/locale.js';
import type { ReceiveBody } from './receive-body.js';
import { receiveZh, type ReceiveStrings } from './receive.strings.js';

const tables: StringTables<ReceiveStrings> = {
  'zh-Hant': receiveZh,
  en: async () => (await import('./receive.strings.en.js')).receiveEn,
};

/**
 * @summary Receives data that a patient shares with a clinician. Scans a SMART Health Link or accepts a pasted one,
 * shows the summary, and passes the data to the page when the clinician presses a button.
 *
 * The page fetches links that point to the gateway or to `hosts`. The gateway fetches all other links, so that the
 * page's policy can stay strict. A link after `#` in the address of the page is opened immediately and removed from
 * the address.
 *
 * @tag mhb-receive
 * @fires {MhbReceiveEvent} mhb-receive - The clinician has accepted the data; `event.received` contains it.
 * @slot viewer - An `<mhb-passbook-viewer>` for passbooks that are part of a link.
 * @csspart frame - The frame of the component.
 * @csspart field - Each field with its label.
 * @csspart summary - The received data.
 * @csspart take - The button that accepts the data.
 * @csspart notice - Each message.
 */
export class MhbReceive extends MhbElement<ReceiveStrings> {
  /** The name of the recipient that the patient will see, such as the name of the hospital and department. */
  @property() recipient = '';

  /** Origins from which the page's security policy allows fetching data, separated by spaces. */
  @property() hosts = '';

  /**
   * Issuers of SMART Health Cards that the page trusts. The default is an empty list, so that no card counts as
   * verified.
   */
  @property({ attribute: false }) issuers: readonly CardIssuer[] = [];

  @state() private error: MhbError | undefined;
  /**
   * The code for input and for the received content, which is loaded immediately. Until it is loaded, only the
   * heading is shown.
   */
  #body: ReceiveBody | undefined;

  constructor() {
    super('receive', tables, ['share', 'gateway', 'passbook']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#body?.close();
  }

  /** Opens a link as if it had been scanned. Resolves to whether there is data to show. */
  async open(link: string): Promise<boolean> {
    await this.#load();
    return (await this.#body?.open(link)) ?? false;
  }

  /** Removes the received data from memory. */
  close(): void {
    this.#body?.close();
  }

  async #load(): Promise<void> {
    if (this.#body !== undefined) return;
    try {
      const { ReceiveBody } = await import('./receive-body.js');
      if (this.#body !== undefined) return;
      this.#body = new ReceiveBody(this, {
        client: () => this.gatewayClient,
        translations: () => this.allTranslations,
        errorNotice: (error) => this.errorNotice(error),
      });
      this.error = undefined;
      await this.#body.ready();
    } catch (thrown) {
      this.error = toMhbError(thrown, 'gateway-unreachable');
    }
    this.requestUpdate();
    if (this.isConnected) await this.#body?.openAddress();
  }

  protected override render(): TemplateResult {
    const { tag, strings } = this.locale;
    return html`<section part="frame" class="frame" lang=${tag} aria-label=${strings.heading}>
      <h2>${strings.heading}</h2>
      <div role="alert">${this.errorNotice(this.error)}</div>
      ${this.#body?.render()}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-receive': MhbReceive;
  }
}

declare module '../base/component-events.js' {
  interface ComponentEvents {
    'mhb-receive': 'mhb-receive';
  }
}
