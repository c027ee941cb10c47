import { css } from '../../../base/css.js';

export const timelineStyles = css`
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: 0.75rem 1rem;
  }

  @container (max-width: 40rem) {
    .filters {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0.5rem 0.75rem;
    }
  }

  .filters .field {
    font-weight: 600;
  }

  .day > h5 {
    margin-block: 0.5rem 0.15rem;
    color: var(--_text-quiet);
    font-weight: 600;
  }

  /* The heading contains the day; a stay has two. */
  .day .row > summary > .when:not(:has(time ~ time)) {
    display: none;
  }
`;
