import type { Announcement } from '@mhb-kit/core/gateway';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { css } from '../base/css.js';
import type { StringTables } from '../base/locale.js';
import { property } from '../base/decorators.js';
import { ContentController } from '../base/content-controller.js';
import { calendarFor, time, type CalendarName } from '../base/dates.js';
import { MhbElement } from '../base/element.js';
import { structuredText, textIn } from '../base/structured-text.js';
import { structuredTextStyles } from '../base/structured-text.styles.js';
import { announcementsZh, type AnnouncementsStrings } from './announcements.strings.js';

const tables: StringTables<AnnouncementsStrings> = {
  'zh-Hant': announcementsZh,
  en: async () => (await import('./announcements.strings.en.js')).announcementsEn,
};

/**
 * @summary Shows the operator's announcements (公告事項), important ones first.
 *
 * The gateway provides the text in both languages. Important announcements are expanded, and
 * people can expand the others.
 *
 * @tag mhb-announcements
 * @csspart frame - The frame of the component.
 * @csspart announcement - Each announcement.
 * @csspart notice - The message that is shown if announcements cannot be loaded.
 */
export class MhbAnnouncements extends MhbElement<AnnouncementsStrings> {
  static override styles: CSSResultGroup = [
    MhbElement.styles,
    structuredTextStyles,
    css`
      .frame {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.75rem;
      }

      details {
        border-top: 1px solid var(--_border);
      }

      summary {
        padding-block: 0.75rem;
        cursor: pointer;
      }

      summary strong {
        margin-inline: 0.35em;
      }

      details .text {
        padding-block-end: 1rem;
      }
    `,
  ];

  /** The maximum number of announcements. */
  @property({ type: Number }) limit = 5;

  /** `roc` or `gregorian` years. The default is ROC years in Chinese and Gregorian years in other languages. */
  @property() calendar: CalendarName | undefined;

  readonly #content = new ContentController(this, () => this.gatewayClient);

  constructor() {
    super('announcements', tables);
  }

  protected override render(): TemplateResult {
    const { tag, strings } = this.locale;
    return html`<section part="frame" class="frame" lang=${tag} aria-label=${strings.heading}>
      <h2>${strings.heading}</h2>
      ${this.#renderBody()}
    </section>`;
  }

  #renderBody(): TemplateResult | TemplateResult[] {
    const { strings } = this.locale;
    const { content, error } = this.#content;
    if (error !== undefined) {
      const retry = html`<button type="button" id="retry" @click=${() => this.#content.load()}>
        ${strings.retry}
      </button>`;
      return html`<div role="alert">${this.errorNotice(error, retry)}</div>`;
    }
    if (content === undefined && this.gatewayClient !== undefined)
      return html`<p class="actions"><span class="spinner"></span>${strings.loading}</p>`;
    const announcements = (content?.announcements ?? []).slice(0, this.limit);
    if (announcements.length === 0) return html`<p class="quiet">${strings.none}</p>`;
    return announcements.map((each) => this.#renderOne(each));
  }

  #renderOne({ publishedOn, important, text }: Announcement): TemplateResult {
    const { tag, strings } = this.locale;
    const { language, title, blocks } = textIn(text, tag);
    return html`<details part="announcement" lang=${language} ?open=${important}>
      <summary>
        <span class="quiet">${time(publishedOn, calendarFor(this.calendar, tag))}</span>
        ${important ? html`<span class="badge warning">${strings.important}</span>` : nothing}
        <strong>${title}</strong>
      </summary>
      ${structuredText(blocks)}
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-announcements': MhbAnnouncements;
  }
}
