import type { MhbError } from '@mhb-kit/core/error';
import type { ErrorText } from '@mhb-kit/core/error-messages';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { createRef, ref, type Ref } from 'lit/directives/ref.js';
import type { FrameWords } from '../frame/frame.strings.js';
import { isGuessable } from './guessable-passphrase.js';
import type { KeepController } from './keep-controller.js';
import { keepDialog, SHORTEST_PASSPHRASE, unlockForm, type KeepQuestion } from './keep-dialog.js';

export interface KeepQuestionsOptions {
  readonly describe: (error: MhbError) => ErrorText;
  /** Announces a completed action to screen readers. */
  readonly announce: (words: string) => void;
  /** Closes the passbook and locks the vault. */
  readonly lock: () => void;
}

/** Asks the person about storing a passbook, and acts on the answers. */
export class KeepQuestions {
  readonly #host: ReactiveControllerHost;
  readonly #keep: KeepController;
  readonly #options: KeepQuestionsOptions;
  readonly #dialog: Ref<HTMLDialogElement> = createRef();
  #question: KeepQuestion = 'keep';
  /** Whether the dialog is open. If it is open, errors are shown in the dialog, otherwise on the page. */
  #asked = false;
  #problem: 'short' | 'guessable' | 'differ' | undefined;

  constructor(host: ReactiveControllerHost, keep: KeepController, options: KeepQuestionsOptions) {
    this.#host = host;
    this.#keep = keep;
    this.#options = options;
  }

  ask(question: KeepQuestion): void {
    this.#question = question;
    this.#problem = undefined;
    this.#asked = true;
    this.#host.requestUpdate();
    if (this.#dialog.value?.open === false) this.#dialog.value.showModal();
  }

  render(strings: FrameWords): TemplateResult | typeof nothing {
    if (this.#keep.state === 'off') return nothing;
    return html`<dialog
      id="keep"
      aria-labelledby="keep-title"
      ${ref(this.#dialog)}
      @close=${() => {
        this.#asked = false;
        this.#keep.error = undefined;
        this.#host.requestUpdate();
      }}
    >
      ${keepDialog(
        {
          keep: this.#keep,
          question: this.#question,
          ask: (question) => {
            this.ask(question);
          },
          error: this.#errorWords(strings),
          submit: (event) => {
            event.preventDefault();
            void this.#answer(event.currentTarget as HTMLFormElement, strings);
          },
          lock: this.#options.lock,
          close: () => {
            this.#dialog.value?.close();
          },
        },
        strings,
      )}
    </dialog>`;
  }

  /** Renders the form with which people unlock the stored data. */
  renderUnlock(strings: FrameWords): TemplateResult | typeof nothing {
    if (this.#keep.state !== 'locked') return nothing;
    const { error } = this.#keep;
    return unlockForm(
      this.#keep,
      {
        error: error === undefined || this.#asked ? undefined : this.#options.describe(error).message,
        submit: (event) => {
          event.preventDefault();
          const field = (event.currentTarget as HTMLFormElement).querySelector('input');
          void this.#keep.unlock(field?.value ?? '').then((done) => {
            if (!done) field?.select();
          });
        },
        byPasskey: () => void this.#keep.unlock(null),
        erase: () => {
          this.ask('erase');
        },
      },
      strings,
    );
  }

  #errorWords(strings: FrameWords): string | undefined {
    if (this.#problem === 'short') return strings.passphraseRule(SHORTEST_PASSPHRASE);
    if (this.#problem === 'guessable') return strings.passphraseGuessable;
    if (this.#problem === 'differ') return strings.passphrasesDiffer;
    const { error } = this.#keep;
    if (error === undefined || !this.#asked) return undefined;
    const { message, remedy } = this.#options.describe(error);
    return `${message} ${remedy}`;
  }

  async #answer(form: HTMLFormElement, strings: FrameWords): Promise<void> {
    const valueOf = (name: string): string => form.querySelector<HTMLInputElement>(`#${name}`)?.value ?? '';
    const current = valueOf('current-passphrase');
    const chosen = valueOf('new-passphrase');
    const question = this.#question;
    const choosing = form.querySelector('#new-passphrase') !== null;
    this.#problem = choosing ? problemWith(chosen, valueOf('again-passphrase')) : undefined;
    this.#host.requestUpdate();
    if (this.#problem !== undefined) return;
    const answers: Record<KeepQuestion, () => Promise<boolean>> = {
      keep: () => this.#keep.keep(choosing ? chosen : current),
      change: () => this.#keep.changePassphrase(current, chosen),
      passkey: () => this.#keep.addPasskey(current, strings.heading),
      erase: () => this.#keep.erase(),
      manage: () => Promise.resolve(true),
    };
    if (!(await answers[question]())) return;
    form.reset();
    this.#options.announce(strings.keepDone[question]);
    this.#dialog.value?.close();
  }
}

function problemWith(chosen: string, again: string): 'short' | 'guessable' | 'differ' | undefined {
  if ([...chosen].length < SHORTEST_PASSPHRASE) return 'short';
  if (isGuessable(chosen)) return 'guessable';
  return chosen === again ? undefined : 'differ';
}
