import { css } from '../base/css.js';

export const recoveryStepsStyles = css`
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
    gap: 0.75rem;
    list-style: none;
  }

  .choices button {
    display: grid;
    justify-items: start;
    justify-content: start;
    align-content: start;
    gap: 0.15em;
    width: 100%;
    height: 100%;
    padding: 0.8em 1em;
    font-weight: 400;
    text-align: start;
  }

  .choices strong {
    color: var(--_accent);
  }

  .choices span {
    color: var(--_text-quiet);
    font-size: 0.9em;
  }

  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
    gap: 1.1rem 1.25rem;
    align-items: start;
  }

  /* Side by side even on a narrow page; only the main button is full width. */
  .actions .link {
    flex: 0 0 auto;
  }

  .bring {
    display: grid;
    gap: 0.4rem;
    padding-inline-start: 1.5em;
    list-style: disc;
  }
`;
