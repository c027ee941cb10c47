import { css } from '../../base/css.js';

/** Styles for paper. */
export const printStyles = css`
  .paper {
    display: grid;
    gap: 1.5rem;
  }

  @media print {
    :host {
      color-scheme: light;
      --_font-size: 10pt;
    }

    .frame {
      padding: 0;
      border: 0;
      background: none;
    }

    nav,
    search,
    .filters,
    header .actions[popover],
    #menu,
    .authenticity,
    .reading-report,
    .comparison > .actions,
    button:not(.tooth),
    .pager,
    .frame > .notice,
    form.birth-year,
    .row > summary::before {
      display: none;
    }

    .book {
      display: block;
    }

    .paper {
      display: block;
    }

    .paper > section + section {
      margin-top: 1.25rem;
    }

    h3,
    h4,
    caption {
      break-after: avoid;
    }

    .cards {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0.5rem;
    }

    .card {
      gap: 0.25rem;
      padding: 0.5rem 0.75rem;
    }

    .mouth {
      overflow: visible;
    }

    .jaws {
      min-width: 0;
    }

    .tooth {
      min-height: 1.75rem;
    }

    .comparison {
      padding: 0;
      border: 0;
      background: none;
    }

    .overview,
    .content {
      gap: 0.75rem;
    }

    .content section {
      gap: 0.35rem;
    }

    .lines li,
    .row > summary {
      min-height: 0;
      padding-block: 0.2rem;
    }

    .card,
    .row > summary,
    tr,
    .chart {
      break-inside: avoid;
    }

    /* If a grid row moves to the next page, the content after it does not move. */
    .paper > .content,
    .paper section,
    .paper > .content > .cards,
    .paper section > .cards,
    .rows,
    .row > .body,
    .row > figure {
      display: block;
    }

    .paper .card {
      margin-bottom: 0.5rem;
    }

    .paper .overview .cards {
      display: grid;
    }

    .comparison:not(:has(.chart)) {
      display: none;
    }

    .row > figure {
      overflow: visible;
    }
  }
`;
