import { css } from '../base/css.js';

export const shareStyles = css`
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }

  form,
  .result,
  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }

  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: 0.5rem;
    padding: 0;
    font-weight: 600;
  }

  .choice {
    display: flex;
    gap: 0.6em;
    align-items: flex-start;
    min-height: var(--_target);
    padding-block: 0.4em;
  }

  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
  }

  .qr {
    display: block;
    width: min(100%, 24rem);
    height: auto;
    border: 1px solid var(--_border);
    stroke: none;
  }

  .passcode {
    font-size: 2rem;
    font-weight: 700;
    letter-spacing: 0.15em;
    font-variant-numeric: tabular-nums;
  }

  ul {
    display: grid;
    gap: 0.75rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    padding-block: 0.75rem;
    border-top: 1px solid var(--_border);
  }

  li ol {
    margin: 0.25rem 0 0;
    padding-inline-start: 1.25rem;
  }
`;
