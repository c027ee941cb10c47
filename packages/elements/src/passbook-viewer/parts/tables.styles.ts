import { css } from '../../base/css.js';

/**
 * Styles of the viewer's tables. A table that is wider than the page can be scrolled sideways. It is never
 * compressed so far that a column holds only single characters.
 */
export const tableStyles = css`
  .scroll {
    /* Visually hidden content is positioned absolutely, and would otherwise widen the page. */
    position: relative;
    overflow-x: auto;
    /*
     * A shadow at the side where more content can be scrolled to; at the end, a background that moves with
     * the table covers it.
     */
    background:
      linear-gradient(to right, var(--_paper) 40%, transparent) left / 2rem 100% no-repeat local,
      linear-gradient(to left, var(--_paper) 40%, transparent) right / 2rem 100% no-repeat local,
      linear-gradient(to right, var(--_border), transparent) left / 0.75rem 100% no-repeat scroll,
      linear-gradient(to left, var(--_border), transparent) right / 0.75rem 100% no-repeat scroll;
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }

  caption {
    padding-block: 0.35rem;
    color: var(--_text-quiet);
    font-weight: 600;
    text-align: start;
  }

  th,
  td {
    padding: 0.5rem 0.65rem;
    border-bottom: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }

  thead th {
    color: var(--_text-quiet);
    font-size: 0.9em;
    font-weight: 600;
    white-space: nowrap;
  }

  :is(td, th) time,
  td .badge,
  td.amount,
  td.points,
  td.number,
  td.days {
    white-space: nowrap;
  }

  /*
   * Chinese text may break after every character: without a minimum width, columns shrink to one character
   * per line.
   */
  tbody :is(th, td) {
    min-width: 6em;
  }

  /* The name of a drug in Latin letters is not broken within a word. */
  tbody th {
    min-width: 8em;
    overflow-wrap: break-word;
  }

  tbody :is(td, th):is(.number, .amount, .points, .days, .spoken) {
    min-width: 0;
  }

  td.text {
    min-width: 8em;
    white-space: pre-wrap;
  }

  tr.nested > td {
    padding-inline-start: 1.5rem;
    background: var(--_surface-sunken);
  }

  td.number,
  th.number {
    text-align: end;
  }

  tbody th {
    font-weight: 600;
  }

  tbody th :is(time, small) {
    font-weight: 400;
  }

  /* The row header stays visible while the columns are scrolled. */
  .side-by-side tbody th {
    position: sticky;
    inset-inline-start: 0;
    max-width: 9em;
    background: var(--_paper);
  }

  /* When copied as text, a cell stays a cell instead of becoming a paragraph. */
  td[data-title] > div {
    display: contents;
  }

  /* On a phone each row is a card: its header, then each cell beside its heading. */
  @media screen {
    @container (max-width: 40rem) {
      .scroll {
        overflow-x: visible;
        background: none;
      }

      table,
      caption,
      tbody,
      tbody :is(tr, th, td) {
        display: block;
        min-width: 0;
        max-width: none;
      }

      /* Each cell has its heading beside it, also for screen readers. */
      thead {
        display: none;
      }

      tbody > tr {
        display: flex;
        flex-direction: column;
        padding-block: 0.6rem;
        border-bottom: 1px solid var(--_border);
      }

      tbody th {
        order: -1;
      }

      tbody th time {
        font-weight: 600;
      }

      tbody :is(th, td, td.number) {
        padding: 0.1rem 0;
        border: 0;
        text-align: start;
      }

      tbody td[data-title] {
        display: grid;
        grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr);
        gap: 0 1rem;
      }

      td[data-title] > div {
        display: block;
      }

      td[data-title]::before {
        color: var(--_text-quiet);
        content: attr(data-title);
      }

      td[data-title]:has(> div:empty) {
        display: none;
      }

      tbody th {
        font-size: 1.05em;
      }

      tr.nested {
        margin-bottom: 0.6rem;
      }

      tr.nested > td {
        padding: 0.25rem 0.75rem;
      }

      .side-by-side tbody th {
        position: static;
      }
    }
  }

  @media print {
    th,
    td {
      padding: 0.2rem 0.4rem;
    }

    thead {
      display: table-header-group;
    }

    .scroll {
      overflow: visible;
      background: none;
    }

    .side-by-side tbody th {
      position: static;
    }
  }
`;
