import { css } from '../../../base/css.js';

export const overviewStyles = css`
  @container (min-width: 52rem) {
    .results {
      display: grid;
      /* The name and the text share the remaining width, so that neither becomes a column of single letters. */
      grid-template-columns: minmax(8rem, 1.4fr) auto minmax(8rem, 1.2fr) minmax(9rem, 1.5fr) auto;
      column-gap: 1rem;
    }

    .results > li {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
    }
  }

  .visit-card,
  .visit-card .beside > div,
  .visit-card section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.15rem;
    align-content: start;
  }

  .visit-card .beside {
    display: flex;
    gap: 1rem;
    align-items: start;
  }

  .visit-card .code {
    display: flex;
    flex: none;
    gap: 0.3cm;
    align-items: center;
    width: 8.2cm;
    font-size: 0.85em;
  }

  .visit-card .code svg {
    flex: none;
    width: 3.4cm;
    height: 3.4cm;
    /* The viewer's drawings have lines, but a module of a QR code must not. */
    stroke: none;
  }

  .visit-card .code p {
    margin: 0;
  }

  .visit-card .beside > div:first-child {
    flex: 1;
    gap: inherit;
  }

  .visit-card {
    gap: 0.4rem;
    font-size: 0.82em;
    line-height: 1.3;
  }

  .visit-card.dense {
    gap: 0.2rem;
    font-size: 0.73em;
    line-height: 1.15;
  }

  .visit-card :is(th, td) {
    min-width: 0;
    padding: 0 0.5rem 0 0;
  }

  .visit-card :is(time, td small) {
    white-space: nowrap;
  }

  .visit-card .halves {
    display: grid;
    grid-template-columns: minmax(0, 2.1fr) minmax(0, 1fr);
    gap: 1rem;
  }

  .visit-card .halves td small {
    display: block;
  }

  /* In one paragraph, because separate lines would not fit on the page. */
  .visit-card .notes p {
    display: inline;
  }

  .visit-card .lines li {
    min-height: 0;
    padding-block: 0;
  }

  @media print {
    /* The viewer's header shows the owner; a single page needs no other heading. */
    .content:has(> .visit-card) > h3 {
      display: none;
    }

    .frame:has(.visit-card) {
      gap: 0.5rem;
    }

    .frame:has(.visit-card) .disclaimer {
      padding-top: 0.25rem;
      font-size: 0.75em;
    }

    .paper .visit-card section,
    .paper .visit-card .halves {
      display: grid;
    }
  }
`;
