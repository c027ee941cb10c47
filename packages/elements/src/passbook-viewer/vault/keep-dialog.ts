import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../../base/icons.js';
import type { FrameWords } from '../frame/frame.strings.js';
import type { KeepController } from './keep-controller.js';

/**
 * The minimum length of a passphrase. A passphrase protects years of records from anyone who has the disk, so it
 * must be longer than an everyday password.
 */
export const SHORTEST_PASSPHRASE = 10;

/** The question that the dialog asks. */
export type KeepQuestion = 'keep' | 'manage' | 'change' | 'passkey' | 'erase';

export interface KeepDialog {
  readonly keep: KeepController;
  readonly question: KeepQuestion;
  readonly ask: (question: KeepQuestion) => void;
  /** The text of the error message; `undefined` if there is no error. */
  readonly error: string | undefined;
  readonly submit: (event: SubmitEvent) => void;
  readonly lock: () => void;
  readonly close: () => void;
}

/** Renders the dialog that explains what storing a passbook in the browser means, and how to erase it again. */
export function keepDialog(dialog: KeepDialog, strings: FrameWords): TemplateResult {
  const { keep, question, error, submit, close } = dialog;
  return html`<form class="sheet" novalidate @submit=${submit}>
    <div class="title">
      <h3 id="keep-title">${strings.keepTitles[question]}</h3>
      <button type="button" class="icon" aria-label=${strings.closeDialog} @click=${close}>
        ${icons.close()}
      </button>
    </div>
    ${questionOf(dialog, strings)}
    <p class="field-error" role="alert">${error ?? nothing}</p>
    ${
      question === 'manage'
        ? nothing
        : html`<div class="actions">
            <button
              type="submit"
              class=${question === 'erase' ? 'danger' : 'primary'}
              aria-disabled=${keep.busy}
            >
              ${keep.busy ? html`<span class="spinner"></span>` : nothing}${strings.keepActions[question]}
            </button>
            ${
              keep.state === 'open'
                ? html`<button
                    type="button"
                    @click=${() => {
                      dialog.ask('manage');
                    }}
                  >
                    ${strings.cancel}
                  </button>`
                : nothing
            }
          </div>`
    }
  </form>`;
}

function questionOf({ keep, question, ask, lock }: KeepDialog, strings: FrameWords): unknown {
  const passphrase = (name: string, label: string, autocomplete: string, hint?: string): TemplateResult =>
    html`<div class="field">
      <label for=${name}>${label}</label>
      ${hint === undefined ? nothing : html`<p class="quiet" id="${name}-hint">${hint}</p>`}
      <input
        id=${name}
        name=${name}
        type="password"
        autocomplete=${autocomplete}
        aria-describedby=${hint === undefined ? nothing : `${name}-hint`}
      />
    </div>`;
  const current = (): TemplateResult =>
    passphrase('current-passphrase', strings.currentPassphrase, 'current-password');
  const chosen = (): TemplateResult =>
    html`${passphrase('new-passphrase', strings.newPassphrase, 'new-password', strings.passphraseRule(SHORTEST_PASSPHRASE))}
    ${passphrase('again-passphrase', strings.passphraseAgain, 'new-password')}`;
  const step = (to: KeepQuestion): TemplateResult =>
    html`<button
      type="button"
      @click=${() => {
        ask(to);
      }}
    >
      ${strings.keepTitles[to]}
    </button>`;
  switch (question) {
    case 'keep':
      return html`<p>${strings.keepMeaning}</p>
        ${
          keep.state === 'locked'
            ? html`<p>${strings.keepLocked}</p>
                ${current()}`
            : chosen()
        }`;
    case 'change':
      return html`${keep.hasPasskey ? html`<p>${strings.passkeyLapses}</p>` : nothing}${current()}${chosen()}`;
    case 'passkey':
      return html`<p>${strings.passkeyMeaning}</p>
        ${current()}`;
    case 'erase':
      return html`<p>${strings.eraseMeaning}</p>`;
    case 'manage':
      return html`<p>${strings.keptMeaning}</p>
        <div class="choices">
          <button type="button" class="primary" @click=${lock}>${icons.lock()}${strings.lockVault}</button>
          ${step('change')} ${keep.hasPasskey || !keep.canUsePasskey ? nothing : step('passkey')}
          ${step('erase')}
        </div>`;
  }
}

/** Renders the notice above the drop area if a passbook is already stored. */
export function unlockForm(
  keep: KeepController,
  {
    error,
    submit,
    byPasskey,
    erase,
  }: {
    readonly error: string | undefined;
    readonly submit: (event: SubmitEvent) => void;
    readonly byPasskey: () => void;
    readonly erase: () => void;
  },
  strings: FrameWords,
): TemplateResult {
  return html`<form class="unlock kept" novalidate @submit=${submit}>
    <h3>${icons.lock()}${strings.keptHere}</h3>
    <div class="field">
      <label for="vault-passphrase">${strings.currentPassphrase}</label>
      <input
        id="vault-passphrase"
        type="password"
        autocomplete="current-password"
        aria-invalid=${error !== undefined}
        aria-describedby="vault-error"
      />
      <p class="field-error" id="vault-error" role="alert">${error ?? nothing}</p>
    </div>
    <div class="actions">
      <button type="submit" class="primary" aria-disabled=${keep.busy}>
        ${keep.busy ? html`<span class="spinner"></span>` : nothing}${strings.unlock}
      </button>
      ${
        keep.hasPasskey && keep.canUsePasskey
          ? html`<button type="button" id="by-passkey" @click=${byPasskey}>${strings.byPasskey}</button>`
          : nothing
      }
      <button type="button" class="link" id="forget-vault" @click=${erase}>
        ${strings.keepTitles.erase}
      </button>
    </div>
  </form>`;
}
