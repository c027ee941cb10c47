import { css } from '../../../base/css.js';

export const allergiesStyles = css`
  .card.allergy {
    border-inline-start: 0.3em solid var(--_danger);
    background: var(--_danger-soft);
  }

  .card.allergy strong {
    display: flex;
    gap: 0.5em;
    align-items: center;
    font-size: 1.1em;
  }

  .card.allergy strong svg {
    color: var(--_danger);
  }
`;
