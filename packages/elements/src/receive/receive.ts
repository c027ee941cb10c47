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
 * @summary Where a clinician receives what a patient shares: scans or pastes a SMART Health Link, sees the summary, and takes it
 * over by a press.
 *
 * Links of the gateway, and of `hosts`, are fetched by the page; others by the gateway's relay, so that the page's policy stays
 * narrow. A link behind `#` in the page's own address is opened at once, and taken out of the address.
 *
 * @tag mhb-receive
 * @fires {MhbReceiveEvent} mhb-receive - The clinician takes over what is shown: `event.received`, FHIR resources.
 * @slot viewer - An `<mhb-passbook-viewer>` for passbooks that come along with a link.
 * @csspart frame - The box.
 * @csspart field - Each field with its label.
 * @csspart summary - What was received.
 * @csspart take - The button that takes it over.
 * @csspart notice - Each message.
 */
export class MhbReceive extends MhbElement<ReceiveStrings> {
  /** Who receives, as the patient will read it: the hospital, the department. */
  @property() recipient = '';

  /** Origins that the page's policy lets it fetch from, with blanks between them. */
  @property() hosts = '';

  /** Issuers of SMART Health Cards that the page trusts. Default: none, so that nothing is verified. */
  @property({ attribute: false }) issuers: readonly CardIssuer[] = [];

  @state() private error: MhbError | undefined;
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

  /** Opens a link, as if it had been scanned. Resolves to whether there is something to see. */
  async open(link: string): Promise<boolean> {
    await this.#load();
    return (await this.#body?.open(link)) ?? false;
  }

  /** Forgets what was received. */
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
        recipient: () => this.recipient,
        hosts: () => this.hosts.split(/\s+/).filter((host) => host !== ''),
        issuers: () => this.issuers,
        translations: () => this.allTranslations,
        errorNotice: (error) => this.errorNotice(error),
        tag: () => this.locale.tag,
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
