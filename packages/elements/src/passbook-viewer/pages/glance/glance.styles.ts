import { css } from '../../../base/css.js';

export const glanceStyles = css`
  /* Cards have very different heights; columns leave no gaps between them. */
  .glance {
    columns: 2 22rem;
    column-gap: 0.85rem;
  }

  .glance > .card {
    gap: 0.4rem;
    margin-block-end: 0.85rem;
    break-inside: avoid;
  }

  .glance > .card.urgent {
    border-inline-start: 4px solid var(--_danger);
  }

  .glance li {
    padding-block: 0.3rem;
    line-height: 1.5;
  }

  .glance li + li {
    border-top: 1px solid var(--_border);
  }

  .glance li > button.link {
    float: inline-end;
  }

  .glance .card > p.quiet {
    font-size: 0.9em;
  }
`;
