import { css } from '../../base/css.js';

/** Styles of the pages and of the navigation between them. */
export const navigationStyles = css`
  .book {
    display: grid;
    grid-template-columns: minmax(11rem, 15rem) minmax(0, 1fr);
    gap: 2rem;
  }

  /* What gets the focus, or is opened by a link, stays below the bar with the owner of the passbook. */
  .book :is(a, button, details, input, select, summary, [tabindex]) {
    scroll-margin-top: calc(var(--_bar-height, 0px) + 0.5rem);
  }

  search {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 0.35rem 0.85rem;
    align-items: center;
  }

  search label {
    font-weight: 600;
    white-space: nowrap;
  }

  search input {
    flex: 1 1 16rem;
  }

  nav ul {
    display: grid;
    gap: 0.15rem;
    position: sticky;
    top: calc(var(--_bar-height, 0px) + 0.5rem);
  }

  nav button {
    justify-content: space-between;
    width: 100%;
    border-color: transparent;
    background: none;
    font-weight: 500;
    text-align: start;
  }

  nav button[aria-current] {
    border-inline-start: 3px solid var(--_accent);
    background: var(--_accent-soft);
    color: var(--_accent);
    font-weight: 700;
  }

  nav small {
    flex: none;
    color: var(--_text-quiet);
    font-weight: 400;
  }

  nav select {
    display: none;
  }

  @container (max-width: 52rem) {
    .book {
      grid-template-columns: minmax(0, 1fr);
      gap: 1.25rem;
    }

    nav ul {
      display: none;
    }

    nav select {
      display: block;
      font-weight: 600;
    }
  }

  @container (max-width: 40rem) {
    .frame:has(> .book) {
      gap: 0.4rem;
    }

    .book {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      gap: 0.5rem;
      padding-top: 0.4rem;
    }

    nav,
    search {
      grid-column: auto;
      grid-row: 1;
    }

    nav {
      order: -1;
    }

    /* The name of the page has to fit. */
    nav select {
      padding-inline: 0.6rem 0.3rem;
    }

    .book > .content {
      grid-column: 1 / -1;
    }

    search label {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    /* The title is hidden visually, because the list of pages above already shows it. */
    .book:not(.searching) #section-title {
      position: absolute;
      clip-path: inset(50%);
    }
  }

  @media (forced-colors: active) {
    nav button[aria-current] {
      border-color: Highlight;
    }
  }
`;
