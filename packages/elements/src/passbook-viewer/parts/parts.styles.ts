import { css } from '../../base/css.js';

/** Styles of the cards, rows, lines and name-value pairs that pages consist of. */
export const partsStyles = css`
  .content,
  .content section,
  .overview {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.85rem;
    align-content: start;
  }

  .overview,
  .content {
    gap: 1.75rem;
  }

  .content {
    gap: 1rem;
  }

  #section-title {
    font-size: 1.25em;
  }

  /* In WebKit, a long option widens the page around the list. */
  select {
    contain: paint;
  }

  .empty {
    padding: 1.25rem 1rem;
    border: 1px dashed var(--_border);
    border-radius: calc(var(--_radius) * 0.8);
    color: var(--_text-quiet);
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
    gap: 0.85rem;
  }

  .card {
    display: grid;
    gap: 0.6rem;
    align-content: start;
    padding: 1rem;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.8);
  }

  .card > button.raw {
    justify-self: start;
  }

  form.birth-year {
    display: grid;
    gap: 0.5rem;
    max-width: 32rem;
    padding: 0.75rem 1rem;
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_surface-sunken);
  }

  .warn {
    color: var(--_warning);
    font-weight: 600;
  }

  .pairs {
    display: grid;
    gap: 0.35rem 1rem;
  }

  .pairs > div {
    display: grid;
    grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr);
    gap: 0 1rem;
  }

  .pairs dd {
    grid-column: 2;
  }

  dt {
    color: var(--_text-quiet);
  }

  .pre {
    white-space: pre-wrap;
  }

  .lines li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15rem 1rem;
    align-items: center;
    min-height: 2.75rem;
    padding-block: 0.35rem;
    border-bottom: 1px solid var(--_border);
  }

  .lines .grow {
    flex: 1 1 12rem;
  }

  .rows {
    display: grid;
    border-top: 1px solid var(--_border);
  }

  .row {
    border-bottom: 1px solid var(--_border);
  }

  .row > summary {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15rem 1rem;
    align-items: center;
    min-height: var(--_target);
    padding: 0.5rem 0.25rem;
    list-style: none;
    cursor: pointer;
  }

  .row > summary::-webkit-details-marker {
    display: none;
  }

  .row > summary::before {
    flex: none;
    width: 0.5em;
    height: 0.5em;
    border: solid var(--_text-quiet);
    border-width: 0 2px 2px 0;
    rotate: -45deg;
    content: '';
  }

  .row[open] > summary::before {
    rotate: 45deg;
  }

  .row > summary:hover {
    background: var(--_surface-sunken);
  }

  .row .grow {
    flex: 1 1 10rem;
  }

  .row small,
  td small,
  dd small {
    color: var(--_text-quiet);
    font-size: 0.9em;
  }

  .row .when {
    min-width: 6.2em;
    color: var(--_text-quiet);
  }

  .row > .body,
  .row > figure {
    display: grid;
    gap: 1rem;
    position: relative;
    padding: 0.5rem 0.25rem 1.25rem 1.5rem;
    overflow-x: auto;
  }

  button.raw {
    min-height: 1.75rem;
    padding-block: 0;
    font-size: 0.9em;
    white-space: nowrap;
  }

  .pager {
    justify-content: center;
  }

  .kinds button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    font-weight: 600;
  }

  .nowrap {
    white-space: nowrap;
  }

  .lines :is(small.unit, small.quiet),
  .rows :is(small.unit, small.quiet) {
    display: inline;
  }

  .lines small:not(.unit, .quiet),
  small.rule {
    display: block;
    color: var(--_text-quiet);
    font-size: 0.9em;
    font-weight: 400;
  }

  /* When a cell is copied, the button beside it is not. */
  .raw,
  .badge {
    user-select: none;
  }

  @container (max-width: 30rem) {
    .pairs > div,
    .raw-fields > div {
      grid-template-columns: minmax(0, 1fr);
    }

    .pairs dd {
      grid-column: 1;
    }

    .row > .body,
    .row > figure {
      padding-inline-start: 0.25rem;
    }
  }
`;
