import { css } from '../../base/css.js';

/** Styles of the raw fields of a record. */
export const rawStyles = css`
  .raw-fields {
    display: grid;
    margin-block: 0.75rem;
    border-top: 1px solid var(--_border);
  }

  .raw-fields > div {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 0 1rem;
    padding-block: 0.35rem;
    border-bottom: 1px solid var(--_border);
  }

  .raw-fields code {
    font-size: 0.8em;
  }

  .source span {
    display: block;
  }
`;
