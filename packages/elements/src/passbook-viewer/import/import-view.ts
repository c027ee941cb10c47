import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { passwordField } from '../../base/field.js';
import * as icons from '../../base/icons.js';
import type { DateStyle } from '../../base/dates.js';
import { whoseForm } from './whose-form.js';
import type { FrameWords } from '../frame/frame.strings.js';
import { fileButton } from './file-button.js';
import type { ImportController } from './import-controller.js';

/**
 * Renders the screens for opening files: the drop area, the password prompt, the question about the owner, and the
 * progress.
 */
export class ImportView {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  readonly #import: ImportController;
  /** Opens files that were dropped or chosen. */
  readonly choose: (files: readonly File[]) => void;
  dragging = false;
  #passwordMissing = false;
  #passwordShown = false;

  constructor(
    host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
    controller: ImportController,
    choose: (files: readonly File[]) => void,
  ) {
    this.#host = host;
    this.#import = controller;
    this.choose = (files) => {
      if (files.length > 0) choose(files);
    };
  }

  get passwordField(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>('#password');
  }

  /** Renders the current step of opening files. Returns `undefined` if no file is being opened. */
  renderProgress(strings: FrameWords, dates: DateStyle): TemplateResult | undefined {
    const { state } = this.#import;
    const cancel = html`<button
      type="button"
      id="cancel"
      @click=${() => {
        this.#import.cancel();
      }}
    >
      ${strings.cancel}
    </button>`;
    switch (state.step) {
      case 'locked':
        return this.#renderPassword(state.fileName, state.wrongPassword, cancel, strings);
      case 'whose':
        return whoseForm(
          {
            question: state.question,
            dates,
            answer: (member) => {
              this.#import.tellWhose(member);
            },
            cancel,
          },
          strings,
        );
      case 'reading':
        return html`<div class="reading">
          <div class="actions"><span class="grow">${strings.reading}</span>${cancel}</div>
          <progress aria-label=${strings.reading} max="1" .value=${state.fraction}></progress>
        </div>`;
      case 'idle':
        return undefined;
    }
  }

  renderDrop(strings: FrameWords): TemplateResult {
    return html`<div part="drop" class="drop">
      ${icons.file()}
      <p class="lead">${strings.dropTitle}</p>
      ${fileButton(strings.choose, 'primary', this.choose)}
      <p class="quiet">${strings.dropFormats}</p>
      <p class="quiet private">${icons.lock()}<span>${strings.dropPrivacy}</span></p>
    </div>`;
  }

  #renderPassword(
    fileName: string,
    wrong: boolean,
    cancel: TemplateResult,
    strings: FrameWords,
  ): TemplateResult {
    const error = this.#passwordMissing ? strings.passwordMissing : wrong ? strings.wrongPassword : undefined;
    return html`<form class="unlock" autocapitalize="characters" novalidate @submit=${this.#unlock}>
      <h3>${icons.lock()}${strings.passwordFor(fileName)}</h3>
      ${passwordField(
        { name: 'password', label: strings.password, hint: strings.passwordRule, error },
        this.#passwordShown,
        (shown) => {
          this.#passwordShown = shown;
          this.#host.requestUpdate();
        },
        strings,
      )}
      <div class="actions"><button type="submit" class="primary">${strings.unlock}</button>${cancel}</div>
    </form>`;
  }

  readonly handleDragOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    this.#drag(true);
  };

  readonly handleDragLeave = (): void => {
    this.#drag(false);
  };

  readonly handleDrop = (event: DragEvent): void => {
    event.preventDefault();
    this.#drag(false);
    this.choose([...(event.dataTransfer?.files ?? [])]);
  };

  #drag(dragging: boolean): void {
    if (dragging === this.dragging) return;
    this.dragging = dragging;
    this.#host.requestUpdate();
  }

  readonly #unlock = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = this.passwordField;
    if (field === null) return;
    this.#passwordMissing = field.value === '';
    this.#host.requestUpdate();
    if (this.#passwordMissing) field.focus();
    else this.#import.unlock(field.value);
  };
}
