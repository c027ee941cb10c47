import { css } from './css.js';

/** Styles of buttons, fields, notices and badges. All components share them. */
export const controlStyles = css`
  button,
  .file-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: var(--_target);
    min-width: var(--_target);
    padding: 0.4em 1.1em;
    border: 1px solid var(--_border-strong);
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    text-align: center;
    cursor: pointer;
  }

  button:hover:not(:disabled, [aria-disabled='true']),
  .file-button:hover {
    background: var(--_accent-soft);
  }

  button.primary,
  .file-button.primary {
    border-color: transparent;
    background: var(--_button-background);
    color: var(--_button-text);
  }

  button.primary:hover:not(:disabled, [aria-disabled='true']),
  .file-button.primary:hover {
    background: color-mix(in oklab, var(--_button-background) 86%, var(--_ink));
  }

  button:disabled,
  button[aria-disabled='true'] {
    border-color: var(--_border);
    background: var(--_surface-sunken);
    color: var(--_text-quiet);
    cursor: not-allowed;
  }

  button.link {
    min-width: 0;
    padding-inline: 0.25em;
    border-color: transparent;
    background: none;
    font-weight: 500;
    text-align: start;
    text-decoration: underline;
  }

  a,
  button.link {
    color: var(--_accent);
    text-underline-offset: 0.25em;
  }

  button.icon {
    padding: 0;
  }

  input:is([type='password'], [type='text'], [type='search'], [type='tel'], [type='email']),
  select {
    width: 100%;
    min-height: var(--_target);
    padding: 0.4em 0.8em;
    border: 1px solid var(--_input-border);
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_input-background);
    color: var(--_text);
    font: inherit;
  }

  input[aria-invalid='true'] {
    border-color: var(--_danger);
    border-width: 2px;
  }

  input:is([type='checkbox'], [type='radio']) {
    flex: none;
    width: 1.35em;
    height: 1.35em;
    margin: 0;
    accent-color: var(--_accent);
  }

  label.choice {
    display: inline-flex;
    align-items: center;
    gap: 0.6em;
    min-height: 2.25rem;
    cursor: pointer;
  }

  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.35em;
  }

  .field > label {
    font-weight: 600;
  }

  .required {
    margin-inline-start: 0.25em;
    color: var(--_danger);
  }

  .hint {
    color: var(--_text-quiet);
    font-size: 0.9em;
  }

  .field-advice {
    color: var(--_warning);
  }

  .field-error {
    color: var(--_danger);
    font-weight: 600;
  }

  .beside {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .beside input {
    flex: 1 1 11rem;
    min-width: 0;
  }

  .beside button {
    padding-inline: 0.75em;
    font-weight: 500;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem;
  }

  .notice {
    display: flex;
    gap: 0.75em;
    padding: 0.85em 1em;
    border: 1px solid var(--_border);
    border-inline-start: 0.3em solid var(--_text-quiet);
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_surface-sunken);
  }

  .notice > svg {
    margin-top: 0.2em;
  }

  .notice > div {
    display: grid;
    flex: 1;
    gap: 0.25em;
    min-width: 0;
  }

  .notice button {
    justify-self: start;
    margin-top: 0.5em;
  }

  .notice code {
    color: var(--_text-quiet);
    font-size: 0.85em;
  }

  .notice.danger {
    border-inline-start-color: var(--_danger);
    background: var(--_danger-soft);
  }

  .notice.danger > svg {
    color: var(--_danger);
  }

  .notice.warning {
    border-inline-start-color: var(--_warning);
    background: var(--_warning-soft);
  }

  .notice.warning > svg {
    color: var(--_warning);
  }

  .notice.success {
    border-inline-start-color: var(--_success);
    background: var(--_success-soft);
  }

  .notice.success > svg {
    color: var(--_success);
  }

  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    padding: 0.1em 0.65em;
    border: 1px solid currentcolor;
    border-radius: 99rem;
    color: var(--_text-quiet);
    max-width: 100%;
    font-size: 0.875em;
    font-weight: 600;
    word-break: keep-all;
  }

  .badge.success {
    color: var(--_success);
  }

  .badge.warning {
    color: var(--_warning);
  }

  .badge.danger {
    color: var(--_danger);
  }

  .spinner {
    flex: none;
    width: 1.1em;
    height: 1.1em;
    border: 0.18em solid currentcolor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  @media (forced-colors: active) {
    .frame,
    .notice {
      border-color: CanvasText;
    }

    button:disabled,
    button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
