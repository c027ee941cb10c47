import type { LocalizedText } from '@mhb-kit/core/gateway';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { css } from '../base/css.js';
import type { StringTables } from '../base/locale.js';
import { property, state } from '../base/decorators.js';
import { ContentController } from '../base/content-controller.js';
import { define } from '../base/define.js';
import { MhbElement } from '../base/element.js';
import { notice } from '../base/notice.js';
import { structuredText, textIn } from '../base/structured-text.js';
import { structuredTextStyles } from '../base/structured-text.styles.js';
import type { Answered } from './answers.js';
import { helpZh, type HelpStrings } from './help.strings.js';

const tables: StringTables<HelpStrings> = {
  'zh-Hant': helpZh,
  en: async () => (await import('./help.strings.en.js')).helpEn,
};

/**
 * @summary Shows the phone number, e-mail address, manual, questions and answers, and a sample passbook of
 * an invented person (表單樣本).
 *
 * Shows the pages `help`, `manual`, `questions`, and `sample` if the operator has written them. If there are no
 * questions from the operator, shows our own questions and answers. The viewer is loaded when someone opens the
 * sample.
 *
 * @tag mhb-help
 * @slot - Content that the page adds at the end.
 * @csspart frame - The frame of the component.
 * @csspart part - Each part.
 * @csspart question - Each question with its answer.
 * @csspart notice - Each message.
 */
export class MhbHelp extends MhbElement<HelpStrings> {
  static override styles: CSSResultGroup = [
    MhbElement.styles,
    structuredTextStyles,
    css`
      .frame,
      .part {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.85rem;
      }

      .part {
        padding-top: 1rem;
        border-top: 1px solid var(--_border);
      }

      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 0.35rem 1.25rem;
      }

      @container (max-width: 22rem) {
        dl {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
        }
      }

      dt {
        color: var(--_text-quiet);
      }

      dd {
        font-weight: 600;
      }

      details {
        border-bottom: 1px solid var(--_border);
      }

      summary {
        padding-block: 0.65rem;
        cursor: pointer;
        font-weight: 600;
      }

      details p {
        padding-block-end: 0.85rem;
      }

      .actions button {
        justify-self: start;
      }
    `,
  ];

  /** Phone number that people can call for help, such as `0800-030-598`. */
  @property() telephone: string | undefined;

  /** E-mail address that people can write to for help. */
  @property() email: string | undefined;

  /** Address of the manual, if it is a separate document. */
  @property({ attribute: 'manual-href' }) manualHref: string | undefined;

  @state() private sample: 'closed' | 'opening' | 'open' = 'closed';

  @state() private answers: readonly Answered[] = [];

  #answersIn = '';
  readonly #content = new ContentController(this, () => this.gatewayClient);

  constructor() {
    super('help', tables);
  }

  protected override willUpdate(): void {
    const { tag } = this.locale;
    const isPending = this.gatewayClient !== undefined && this.#content.content === undefined;
    if (tag === this.#answersIn || (isPending && this.#content.error === undefined)) return;
    this.#answersIn = tag;
    if (this.#page('questions') === nothing) void this.#loadAnswers(tag);
  }

  protected override render(): TemplateResult {
    const { tag, strings } = this.locale;
    return html`<section part="frame" class="frame" lang=${tag} aria-label=${strings.heading}>
      <h2>${strings.heading}</h2>
      ${this.#renderContact()} ${this.#renderManual()} ${this.#renderQuestions()} ${this.#renderSample()}
      <slot></slot>
    </section>`;
  }

  #renderContact(): TemplateResult | typeof nothing {
    const { strings } = this.locale;
    const { telephone, email } = this;
    const { error } = this.#content;
    const written = this.#page('help');
    const retry = html`<button type="button" id="retry" @click=${() => this.#content.load()}>
      ${strings.retry}
    </button>`;
    if (written === nothing && telephone === undefined && email === undefined && error === undefined)
      return nothing;
    return html`<div part="part" class="part">
      <h3>${strings.contact}</h3>
      ${
        telephone === undefined && email === undefined
          ? nothing
          : html`<dl>
              ${
                telephone === undefined
                  ? nothing
                  : html`<dt>${strings.telephone}</dt>
                      <dd><a href="tel:${telephone.replaceAll(/[^\d+]/g, '')}">${telephone}</a></dd>`
              }
              ${
                email === undefined
                  ? nothing
                  : html`<dt>${strings.email}</dt>
                      <dd><a href="mailto:${email}">${email}</a></dd>`
              }
            </dl>`
      }
      ${written}
      <div role="alert">${this.errorNotice(error, retry)}</div>
    </div>`;
  }

  #renderManual(): TemplateResult | typeof nothing {
    const { strings } = this.locale;
    const written = this.#page('manual');
    if (written === nothing && this.manualHref === undefined) return nothing;
    return html`<div part="part" class="part">
      <h3>${strings.manual}</h3>
      ${written}
      ${this.manualHref === undefined ? nothing : html`<a href=${this.manualHref}>${strings.manualLink}</a>`}
    </div>`;
  }

  #renderQuestions(): TemplateResult | typeof nothing {
    const { strings } = this.locale;
    const written = this.#page('questions');
    if (written === nothing && this.answers.length === 0) return nothing;
    return html`<div part="part" class="part">
      <h3>${strings.questions}</h3>
      ${
        written === nothing
          ? html`<div>
              ${this.answers.map(
                ({ question, answer }) =>
                  html`<details part="question">
                    <summary>${question}</summary>
                    <p>${answer}</p>
                  </details>`,
              )}
            </div>`
          : written
      }
    </div>`;
  }

  #renderSample(): TemplateResult {
    const { strings } = this.locale;
    const isOpen = this.sample === 'open';
    const written = this.#page('sample');
    return html`<div part="part" class="part">
      <h3>${strings.sample}</h3>
      ${written === nothing ? html`<p>${strings.sampleHint}</p>` : written}
      <div class="actions">
        <button
          type="button"
          id="sample"
          aria-expanded=${isOpen}
          aria-disabled=${this.sample === 'opening'}
          @click=${this.#handleSample}
        >
          ${
            this.sample === 'opening'
              ? html`<span class="spinner"></span>${strings.openingSample}`
              : isOpen
                ? strings.closeSample
                : strings.openSample
          }
        </button>
      </div>
      ${
        isOpen
          ? html`${notice('info', strings.sampleIsInvented)}
              <mhb-passbook-viewer .translations=${this.allTranslations}></mhb-passbook-viewer>`
          : nothing
      }
    </div>`;
  }

  /** Renders a page that the operator has written. */
  #page(name: string): TemplateResult | typeof nothing {
    const pages: Readonly<Partial<Record<string, LocalizedText>>> = this.#content.content?.pages ?? {};
    const page = pages[name];
    if (page === undefined) return nothing;
    const { language, blocks } = textIn(page, this.locale.tag);
    return html`<div lang=${language}>${structuredText(blocks)}</div>`;
  }

  async #loadAnswers(tag: string): Promise<void> {
    try {
      const answers = tag.startsWith('zh')
        ? (await import('./answers.js')).answersZh
        : (await import('./answers.en.js')).answersEn;
      if (this.#answersIn === tag) this.answers = answers;
    } catch {
      // Clearing the language makes the next rendering load the answers again.
      this.#answersIn = '';
    }
  }

  async #handleSample(): Promise<void> {
    if (this.sample !== 'closed') {
      this.sample = this.sample === 'open' ? 'closed' : this.sample;
      return;
    }
    this.sample = 'opening';
    try {
      const [{ samplePassbook }] = await Promise.all([import('./sample-passbook.js'), defineViewer()]);
      this.sample = 'open';
      await this.updateComplete;
      await this.renderRoot
        .querySelector('mhb-passbook-viewer')
        ?.open([{ name: '健康存摺.json', content: new Blob([JSON.stringify(samplePassbook)]) }]);
    } catch {
      // If loading fails, the person can press the button again.
      this.sample = 'closed';
    }
  }
}

async function defineViewer(): Promise<void> {
  const { MhbPassbookViewer } = await import('../passbook-viewer/passbook-viewer.js');
  define('mhb-passbook-viewer', MhbPassbookViewer);
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-help': MhbHelp;
  }
}
