import { css } from '../base/css.js';

export const selfServiceStyles = css`
  :host {
    max-width: 44rem;
  }

  .frame,
  form,
  .step {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }

  fieldset {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
    gap: 1.1rem 1.25rem;
    align-items: start;
    padding-top: 1.25rem;
    border-top: 1px solid var(--_border);
  }

  legend {
    float: left;
    width: 100%;
    grid-column: 1 / -1;
    padding: 0;
    font-weight: 700;
  }

  .wide {
    grid-column: 1 / -1;
  }

  dl {
    display: grid;
    grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr);
    gap: 0.45rem 1.25rem;
  }

  dt {
    color: var(--_text-quiet);
  }

  dd {
    font-weight: 600;
  }

  .next {
    display: grid;
    gap: 0.9rem;
    counter-reset: step;
  }

  .next li {
    display: grid;
    grid-template-columns: 2rem minmax(0, 1fr);
    gap: 0.75rem;
    align-items: start;
    counter-increment: step;
  }

  .next li::before {
    display: grid;
    place-items: center;
    height: 2rem;
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_accent);
    content: counter(step);
    font-weight: 700;
  }

  .code-field {
    max-width: 17rem;
  }

  .actions a {
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
  }

  @container (max-width: 26rem) {
    dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }

    dd + dt {
      margin-top: 0.6rem;
    }

    .actions button {
      flex: 1 1 100%;
    }
  }
`;
