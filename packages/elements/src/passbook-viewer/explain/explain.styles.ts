import { css } from '../../base/css.js';

/** Styles of the button next to a term and of the dialog that explains the term. */
export const explainStyles = css`
  button.what {
    min-width: 1.5rem;
    min-height: 1.5rem;
    margin-inline-start: 0.35em;
    padding: 0;
    border: 1px solid var(--_border-strong, currentcolor);
    border-radius: 50%;
    background: none;
    color: inherit;
    font-size: 0.8rem;
    font-weight: 600;
    line-height: 1;
    vertical-align: middle;
  }

  .with-what {
    display: flex;
    align-items: flex-start;
    gap: 0.25rem;
  }

  .with-what > details {
    flex: 1;
    min-width: 0;
  }

  .with-what > .what {
    margin-top: 0.65rem;
  }

  .terms span {
    margin-inline-end: 0.75rem;
    white-space: nowrap;
  }

  .original {
    font-weight: normal;
  }

  .explanation + .explanation {
    margin-top: 1rem;
    padding-top: 1rem;
    border-top: 1px solid var(--_border);
  }

  .explanation p {
    margin-block: 0.6rem;
  }

  .explanation .ask {
    display: flex;
    gap: 0.5rem;
  }

  .paper button.what {
    display: none;
  }

  @media print {
    button.what {
      display: none;
    }
  }
`;
