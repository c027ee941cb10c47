import { css } from '../base/css.js';

export const requestTableStyles = css`
  .frame,
  .step {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }

  .step {
    gap: 0.9rem;
    padding-top: 1.25rem;
    border-top: 1px solid var(--_border);
  }

  .reading {
    display: grid;
    gap: 0.6rem;
    justify-items: start;
  }

  .reading > .primary {
    min-height: calc(var(--_target) + 0.75rem);
    padding-inline: 1.75rem;
    font-size: 1.15em;
  }

  .reading > progress,
  .reading > [role='alert'],
  .reading > [role='status'] {
    width: 100%;
  }

  .choosing > summary {
    min-height: var(--_target);
    padding-block: 0.5rem;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }

  .title {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    justify-content: space-between;
  }

  .progress {
    display: grid;
    gap: 0.5rem;
    padding: 1rem;
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_accent-soft);
  }

  .progress .title {
    align-items: start;
  }

  .progress .title > * {
    flex: 1 1 14rem;
  }

  .progress .title > button {
    flex: none;
  }

  .summary {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
  }

  .summary p {
    flex: 1 1 20rem;
  }

  .badge svg {
    width: 1.1em;
    height: 1.1em;
  }

  .empty {
    padding: 2rem 1rem;
    border: 1px dashed var(--_border-strong);
    border-radius: calc(var(--_radius) * 0.8);
    color: var(--_text-quiet);
    text-align: center;
  }

  .all {
    width: 100%;
    padding: 0.35rem 0.9rem;
    border-radius: calc(var(--_radius) * 0.8);
    background: var(--_surface-sunken);
    font-weight: 600;
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }

  thead th {
    padding: 0.6rem 0.75rem;
    border-bottom: 2px solid var(--_border-strong);
    color: var(--_text-quiet);
    font-size: 0.9em;
    font-weight: 600;
    text-align: start;
    white-space: nowrap;
  }

  tbody th,
  tbody td {
    padding: 0.65rem 0.75rem;
    border-bottom: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }

  tbody th {
    font-weight: 600;
  }

  th.class {
    border-inline-end: 1px solid var(--_border);
    background: var(--_surface-sunken);
    white-space: nowrap;
  }

  td.tick {
    width: 3.25rem;
    text-align: center;
  }

  td.tick label,
  td.tick .choice {
    justify-content: center;
    width: 100%;
    min-height: 1.75rem;
  }

  tr.unavailable th.name,
  tr.unavailable td {
    color: var(--_text-quiet);
  }

  tr.ticked th.name,
  tr.ticked td {
    background: var(--_accent-soft);
  }

  td.window,
  td.status {
    white-space: nowrap;
  }

  td.status small {
    margin-inline-start: 0.5em;
    color: var(--_text-quiet);
  }

  .triangle {
    color: var(--_accent);
  }

  .modes,
  .months {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25rem;
    font-weight: 400;
  }

  .months {
    gap: 0 0.9rem;
    padding-inline-start: 0.9rem;
    border-inline-start: 2px solid var(--_border);
  }

  .bar {
    display: grid;
    gap: 0.75rem;
    position: sticky;
    bottom: 0;
    padding-block: 0.9rem;
    border-top: 1px solid var(--_border);
    background: var(--_surface);
  }

  .bar .actions > .count {
    flex: 1 1 8rem;
    color: var(--_text-quiet);
  }

  .bar [role='alert'] {
    color: var(--_danger);
    font-weight: 600;
  }

  .history li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: center;
    min-height: calc(var(--_target) + 0.75rem);
    border-bottom: 1px solid var(--_border);
  }

  .history time {
    min-width: 6.5em;
    font-weight: 600;
  }

  .history .grow {
    flex: 1;
  }

  /* Two dates in English words beside the names would be wider than the table. */
  @container (max-width: 64rem) {
    td.window {
      white-space: normal;
    }
  }

  @container (max-width: 50rem) {
    /* On a phone it would cover the content it refers to. */
    .bar {
      position: static;
    }

    table,
    tbody,
    tr,
    tbody th,
    tbody td {
      display: block;
      border: 0;
    }

    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tr {
      display: grid;
      grid-template-columns: 2.5rem 1fr auto;
      align-items: start;
      border-bottom: 1px solid var(--_border);
    }

    tr.ticked {
      background: var(--_accent-soft);
    }

    tbody th,
    tbody td {
      padding: 0.6rem 0.4rem;
    }

    th.class {
      grid-column: 1 / -1;
      border: 0;
      padding: 0.4rem 0.75rem;
    }

    td.tick {
      grid-column: 1;
      width: auto;
    }

    th.name {
      grid-column: 2 / -1;
    }

    td.window {
      grid-column: 2;
      padding-top: 0;
    }

    td.status {
      grid-column: 3;
      padding-top: 0;
      text-align: end;
    }

    td.status small {
      display: block;
      margin: 0;
    }
  }

  /* Beside the status, dates would be broken into single letters and digits. */
  @container (max-width: 20rem) {
    th.class,
    td.status {
      white-space: normal;
    }

    td.window,
    td.status {
      grid-column: 2 / -1;
      text-align: start;
    }
  }

  @media print {
    .bar,
    .history,
    button {
      display: none;
    }
  }
`;
