import { css } from '../base/css.js';

export const loginBoxStyles = css`
  :host {
    max-width: 30rem;
  }

  .frame,
  #panel,
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
    border-radius: var(--_radius) var(--_radius) 0 0;
    border-bottom: 3px solid transparent;
    background: none;
    color: var(--_text-quiet);
  }

  [role='tab'][aria-selected='true'] {
    border-bottom-color: var(--_accent);
    color: var(--_accent);
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

  #start-again {
    justify-self: start;
  }

  .links a {
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
  }

  .represent {
    display: grid;
    gap: 0.5rem;
  }

  .represent .person {
    text-align: start;
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
