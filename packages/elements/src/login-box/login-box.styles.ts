import { css } from 'lit';

export const loginBoxStyles = css`
  :host {
    max-width: 30rem;
  }

  .frame,
  [role='tabpanel'],
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }

  [role='tablist'] {
    display: flex;
    gap: 0.25rem;
    border-bottom: 1px solid var(--_border);
  }

  [role='tab'] {
    flex: 1;
    padding-inline: 0.25em;
    border-color: transparent;
    border-end-start-radius: 0;
    border-end-end-radius: 0;
    border-bottom: 3px solid transparent;
    background: none;
    color: var(--_text-quiet);
  }

  [role='tab'][aria-selected='true'] {
    border-bottom-color: var(--_accent);
    color: var(--_accent);
  }

  .reader {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.25rem 0.85rem;
    align-items: center;
    padding: 0.85rem 1rem;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_surface-sunken);
  }

  .reader > svg {
    width: 2rem;
    height: 2rem;
    color: var(--_text-quiet);
  }

  .reader.present > svg {
    color: var(--_accent);
  }

  .reader.ready {
    border-color: color-mix(in oklab, var(--_success) 45%, var(--_paper));
    background: var(--_success-soft);
  }

  .reader.ready > svg {
    color: var(--_success);
  }

  .reader p {
    display: flex;
    min-width: 0;
    flex-wrap: wrap;
    gap: 0.25rem 0.6rem;
    align-items: center;
    font-weight: 600;
  }

  .reader small {
    grid-column: 2;
    color: var(--_text-quiet);
    font-size: 0.875em;
  }

  .reader button {
    grid-column: 2;
    justify-self: start;
    margin-top: 0.5rem;
  }

  .password {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .password input {
    flex: 1 1 11rem;
    min-width: 0;
  }

  .password button {
    padding-inline: 0.75em;
    font-weight: 500;
  }

  .field-error {
    color: var(--_danger);
    font-weight: 600;
  }

  button.submit {
    width: 100%;
    font-size: 1.06em;
  }

  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25rem;
    justify-content: space-between;
  }

  .links a {
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
    color: var(--_accent);
    text-underline-offset: 0.25em;
  }

  .identity {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 0.25rem 1rem;
    align-items: center;
  }

  .identity > svg {
    width: 2.5rem;
    height: 2.5rem;
    color: var(--_accent);
  }

  .identity strong {
    display: block;
    font-size: 1.15em;
  }

  @container (max-width: 24rem) {
    .identity {
      grid-template-columns: auto 1fr;
    }

    .identity button {
      grid-column: 1 / -1;
    }
  }
`;
