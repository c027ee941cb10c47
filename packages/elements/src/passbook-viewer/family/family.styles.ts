import { css } from '../../base/css.js';

/** Styles of the line that always shows whose passbook is open, and of the dialog that lists all owners. */
export const familyStyles = css`
  .whose-bar {
    position: sticky;
    top: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    padding-block: 0.35rem;
    border-bottom: 1px solid var(--_border);
    background: var(--_surface);
  }

  @container (max-width: 40rem) {
    .whose-bar {
      padding-block: 0;
    }
  }

  .whose-bar strong,
  .whose-bar select {
    flex: 0 1 auto;
    min-width: 0;
    max-width: 100%;
    font-weight: 700;
  }

  .whose-note {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem 0.6em;
    align-items: baseline;
  }

  details.whose-note {
    display: block;
  }

  .whose-note summary {
    cursor: pointer;
  }

  .whose .facts,
  .whose-note ul {
    display: grid;
    gap: 0.25rem;
  }

  .whose fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }

  .whose small,
  .member small {
    display: block;
    color: var(--_text-quiet);
  }

  .whose small.against {
    display: flex;
    gap: 0.35em;
    color: var(--_warning);
    font-weight: 600;
  }

  .member {
    display: grid;
    gap: 0.6rem;
    padding-top: 0.75rem;
    border-top: 1px solid var(--_border);
  }

  .member li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    justify-content: space-between;
  }

  .member bdi {
    flex: 1 1 12rem;
    overflow-wrap: anywhere;
  }

  @media print {
    .whose-bar select,
    .whose-bar button,
    .whose-note {
      display: none;
    }
  }
`;
