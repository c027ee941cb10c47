import { html, nothing, type TemplateResult } from 'lit';
import { notice } from '../base/notice.js';
import type { Change, Occasion, RecoveryHost } from './recovery-host.js';
import type { RecoveryStepsStrings } from './recovery-steps.strings.js';

/** Renders the pages of `<mhb-account-recovery>`. */

export interface PageParts {
  readonly strings: RecoveryStepsStrings;
  /** Renders the button 回登入頁. */
  readonly back: (isMain?: boolean) => TemplateResult;
  /** The button 重新選擇. */
  readonly chooseAgain: TemplateResult;
}

/** The situations, sorted by how often people need them. */
const choices: readonly Occasion[] = [
  'card',
  'mobile',
  'letter',
  'national-id',
  'certificate',
  'suspend',
  'resume',
  'counter',
];

export const choicePage = (
  { strings, back }: PageParts,
  takesCertificates: boolean,
  choose: (occasion: Occasion) => unknown,
): TemplateResult =>
  html`<div class="step">
    <h3 tabindex="-1">${strings.choose}</h3>
    <ul class="choices">
      ${choices
        .filter((occasion) => takesCertificates || occasion !== 'certificate')
        .map(
          (occasion) =>
            html`<li>
              <button part="choice" type="button" id="choose-${occasion}" @click=${() => choose(occasion)}>
                <strong>${strings.occasions[occasion]}</strong>
                <span>${strings.occasionHints[occasion]}</span>
              </button>
            </li>`,
        )}
    </ul>
    <div class="actions">${back()}</div>
  </div>`;

/** Renders the heading of a step. If there are two steps, the heading includes the step number. */
export const stepHeading = (
  strings: RecoveryStepsStrings,
  occasion: Occasion,
  step?: number,
  heading = strings.occasions[occasion],
): TemplateResult =>
  html`<div>
    <h3 tabindex="-1">${heading}</h3>
    ${step === undefined ? nothing : html`<p class="quiet">${strings.stepOf(step, 2)}</p>`}
  </div>`;

const inOrder = (steps: readonly string[]): TemplateResult =>
  html`<ol class="next">
    ${steps.map((each) => html`<li><span>${each}</span></li>`)}
  </ol>`;

const ways = ({ back, chooseAgain }: PageParts): TemplateResult =>
  html`<div class="actions">${back(true)}${chooseAgain}</div>`;

export const postedPage = (parts: PageParts): TemplateResult => {
  const { strings } = parts;
  return html`<div class="step">
    ${notice(
      'success',
      html`<h3 tabindex="-1">${strings.posted}</h3>
        <span>${strings.postedTold}</span>`,
    )}
    ${inOrder(strings.postedNext)} ${ways(parts)}
  </div>`;
};

export const certificatePage = (parts: PageParts): TemplateResult => {
  const { strings } = parts;
  return html`<div class="step">
    ${stepHeading(strings, 'certificate')}
    <p>${strings.certificateIntro}</p>
    ${inOrder(strings.certificateNext)}
    <p class="quiet">${strings.certificateElse}</p>
    ${ways(parts)}
  </div>`;
};

export const counterPage = (parts: PageParts): TemplateResult => {
  const { strings } = parts;
  return html`<div class="step">
    <h3 tabindex="-1">${strings.counterHeading}</h3>
    <p>${strings.counterIntro}</p>
    <ul class="bring">
      ${strings.bring.map((each) => html`<li>${each}</li>`)}
    </ul>
    <p class="quiet">${strings.counterProxy}</p>
    ${ways(parts)}
  </div>`;
};

export const donePage = (parts: PageParts, change: Change): TemplateResult => {
  const { strings } = parts;
  return html`<div class="step">
    ${notice(
      'success',
      html`<h3 tabindex="-1">${strings.done[change]}</h3>
        <span>${strings.told}</span>`,
    )}
    ${change === 'resumed' ? nothing : html`<p>${strings.loggedOut}</p>`}
    <p>${strings.next[change]}</p>
    ${ways(parts)}
  </div>`;
};

/**
 * The data and handlers for the second of two steps, in which the person enters the code from the text message.
 */
export interface CodeForm {
  readonly occasion: Occasion;
  readonly mobile: string;
  /** The state of the card reader. It is shown if the card has to be read again. */
  readonly reader: unknown;
  readonly field: TemplateResult;
  readonly renderSubmit: RecoveryHost['renderSubmit'];
  readonly confirm: (event: SubmitEvent) => Promise<void>;
  readonly sendAgain: (event: Event) => Promise<void>;
  readonly changeData: () => Promise<void>;
  readonly handleInput: (event: Event) => void;
}

export const codeForm = (
  { occasion, mobile, reader, field, renderSubmit, ...handle }: CodeForm,
  strings: RecoveryStepsStrings,
): TemplateResult =>
  html`<form class="step" id="code-form" novalidate @submit=${handle.confirm} @input=${handle.handleInput}>
    ${stepHeading(strings, occasion, 2, strings.codeHeading)}
    <p>${strings.codeSent(mobile)}</p>
    ${reader}
    <div class="code-field">${field}</div>
    <p class="hint">${strings.noSms}</p>
    ${renderSubmit(
      strings.confirm,
      html`<button type="button" class="link" id="send-again" @click=${handle.sendAgain}>
          ${strings.sendAgain}
        </button>
        <button type="button" class="link" id="change" @click=${handle.changeData}>
          ${strings.changeData}
        </button>`,
    )}
  </form>`;
