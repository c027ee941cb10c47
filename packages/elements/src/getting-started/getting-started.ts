import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { css } from '../base/css.js';
import type { StringTables } from '../base/locale.js';
import { property } from '../base/decorators.js';
import { MhbElement } from '../base/element.js';
import { notice } from '../base/notice.js';
import { gettingStartedZh, type GettingStartedStrings } from './getting-started.strings.js';

const tables: StringTables<GettingStartedStrings> = {
  'zh-Hant': gettingStartedZh,
  en: async () => (await import('./getting-started.strings.en.js')).gettingStartedEn,
};

/**
 * @summary Explains what a person needs before the first login (新手上路 3 步驟).
 *
 * @tag mhb-getting-started
 * @slot card - Content below step 1, for example a link for card applications.
 * @slot reader - Content below step 2.
 * @slot check - Content below step 3, such as an `<mhb-environment-check>`.
 * @csspart frame - The frame of the component.
 * @csspart step - Each step.
 * @csspart notice - The warning against file sharing.
 */
export class MhbGettingStarted extends MhbElement<GettingStartedStrings> {
  static override styles: CSSResultGroup = [
    MhbElement.styles,
    css`
      .frame {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1.25rem;
      }

      ol {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
        gap: 1rem;
      }

      li {
        display: grid;
        gap: 0.5rem;
        align-content: start;
        padding: 1.1rem;
        border: 1px solid var(--_border);
        border-top: 3px solid var(--_accent);
        border-radius: calc(var(--_radius) * 0.8);
      }

      .number {
        color: var(--_accent);
        font-weight: 600;
      }
    `,
  ];

  /** Address of 環境檢測, if it is on a separate page. */
  @property({ attribute: 'check-href' }) checkHref: string | undefined;

  constructor() {
    super('getting-started', tables);
  }

  protected override render(): TemplateResult {
    const { tag, strings } = this.locale;
    const slots = ['card', 'reader', 'check'];
    return html`<section part="frame" class="frame" lang=${tag} aria-label=${strings.heading}>
      <h2>${strings.heading}</h2>
      <ol>
        ${strings.steps.map(
          ({ title, body }, index) =>
            html`<li part="step">
              <span class="number">${strings.step(index + 1)}</span>
              <h3>${title}</h3>
              <p>${body}</p>
              ${
                slots[index] === 'check' && this.checkHref !== undefined
                  ? html`<a href=${this.checkHref}>${strings.check}</a>`
                  : nothing
              }
              <slot name=${slots[index] ?? nothing}></slot>
            </li>`,
        )}
      </ol>
      ${notice('warning', strings.warning)}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mhb-getting-started': MhbGettingStarted;
  }
}
