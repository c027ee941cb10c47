import { css } from '../../base/css.js';

/** Styles of the choices for exporting and printing. */
export const exportStyles = css`
  label.format {
    align-items: start;
    padding-block: 0.4rem;
  }

  label.format strong {
    display: block;
  }

  label.format input {
    margin-top: 0.2em;
  }

  .sections {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
  }
`;
