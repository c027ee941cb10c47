import { css } from '../base/css.js';

export const readerPanelStyles = css`
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

  .reader :is(small, button, dl) {
    grid-column: 2;
  }

  .reader small {
    color: var(--_text-quiet);
    font-size: 0.875em;
  }

  .reader .code {
    color: var(--_text);
    font-size: 1.25em;
    letter-spacing: 0.12em;
  }

  .reader button {
    justify-self: start;
    margin-top: 0.5rem;
  }
`;
