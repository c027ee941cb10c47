import { css } from '../../base/css.js';

/** Search results. */
export const searchStyles = css`
  mark {
    border-radius: 0.2em;
    background: var(--_warning-soft);
    box-shadow: inset 0 -0.12em var(--_warning);
    color: inherit;
    font-weight: 700;
  }

  .hits .when {
    min-width: 6.2em;
    color: var(--_text-quiet);
  }
`;
