import type { GatewayClient, Representative } from '@mhb-kit/core/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import { AttemptController } from '../base/attempt-controller.js';
import { calendarFor, formatDate } from '../base/dates.js';
import { LocaleController, type StringTables } from '../base/locale.js';
import { addedWords } from '../base/translations.js';
import { whosePassbookEn, whosePassbookZh } from '../base/whose-passbook.strings.js';
import { listState, type AccountPartHost } from './account-part.js';
import {
  accountRepresentativesZh,
  type AccountRepresentativesStrings,
} from './account-representatives.strings.js';

const tables: StringTables<AccountRepresentativesStrings> = {
  'zh-Hant': accountRepresentativesZh,
  en: async () => (await import('./account-representatives.strings.en.js')).accountRepresentativesEn,
};

/**
 * Lists the legal representatives who can read a person's passbook. This code is loaded only if the service
 * records representatives.
 */
export class AccountRepresentatives {
  readonly #host: AccountPartHost;
  readonly #moment: (instant: string) => string;
  readonly #locale: LocaleController<AccountRepresentativesStrings>;
  readonly #list: AttemptController;
  #client: GatewayClient | undefined;
  #representatives: readonly Representative[] | undefined;

  constructor(host: AccountPartHost, moment: (instant: string) => string) {
    this.#host = host;
    this.#moment = moment;
    const { element } = host;
    this.#locale = new LocaleController(element, tables, () => addedWords(host.translations(), 'account'));
    this.#list = new AttemptController(element);
  }

  /**
   * A promise that resolves when the strings of the current language are loaded, or `undefined` if they are loaded
   * already.
   */
  get pending(): Promise<void> | undefined {
    return this.#locale.pending;
  }

  async load(client: GatewayClient): Promise<void> {
    this.forget();
    this.#client = client;
    await this.#list.run(async (signal) => {
      this.#representatives = (await client.representations({ signal })).representedBy;
    });
  }

  /** Deletes all data about the person, for example when the session ends. */
  forget(): void {
    this.#list.forget();
    this.#client = undefined;
    this.#representatives = undefined;
  }

  render(): TemplateResult | typeof nothing {
    const { strings } = this.#locale;
    const client = this.#client;
    if (client === undefined) return nothing;
    return html`<div part="part" class="part">
      <h3 id="representatives">${strings.representatives}</h3>
      <p class="quiet">${strings.representativesHint}</p>
      ${this.#renderList()}
      ${listState(this.#host, this.#list, this.#representatives === undefined, strings, () => this.load(client))}
    </div>`;
  }

  #renderList(): TemplateResult | typeof nothing {
    const { strings } = this.#locale;
    if (this.#representatives === undefined) return nothing;
    if (this.#representatives.length === 0) return html`<p>${strings.noRepresentatives}</p>`;
    return html`<ul class="sessions" aria-labelledby="representatives">
      ${this.#representatives.map((each) => this.#renderOne(each))}
    </ul>`;
  }

  #renderOne({ name, kind, endsOn, lastReadAt, withheld }: Representative): TemplateResult {
    const { strings, tag } = this.#locale;
    const { topics, join } = tag.startsWith('zh') ? whosePassbookZh : whosePassbookEn;
    const until = formatDate(endsOn, calendarFor(undefined, tag));
    const read = lastReadAt === null ? null : this.#moment(lastReadAt);
    const left = withheld.map((topic) => topics[topic]).join(join);
    return html`<li>
      <div>
        <strong>${name}</strong>
        <span class="badge">${strings.kind[kind]}</span>
        <small class="quiet">${strings.representativeTimes(until, read)}</small>
        ${left === '' ? nothing : html`<small class="quiet">${strings.representativeWithout(left)}</small>`}
      </div>
    </li>`;
  }
}
