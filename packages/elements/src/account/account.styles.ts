import { css } from '../base/css.js';

export const accountStyles = css`
  .frame,
  .part,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }

  .part {
    padding-top: 1.25rem;
    border-top: 1px solid var(--_border);
  }

  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
    gap: 1.1rem 1.25rem;
    align-items: start;
  }

  .sessions li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: center;
    min-height: calc(var(--_target) + 1rem);
    padding-block: 0.5rem;
    border-bottom: 1px solid var(--_border);
  }

  .sessions li > div {
    flex: 1 1 14rem;
    min-width: 0;
  }

  .sessions small {
    display: block;
  }

  .records {
    overflow-x: auto;
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 0.55rem 0.75rem 0.55rem 0;
    border-bottom: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }

  thead th {
    color: var(--_text-quiet);
    font-size: 0.9em;
  }

  td time {
    white-space: nowrap;
  }

  @container (max-width: 32rem) {
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tbody,
    tr,
    td {
      display: block;
      padding: 0;
      border: 0;
    }

    tr {
      padding-block: 0.6rem;
      border-bottom: 1px solid var(--_border);
    }

    td:nth-child(2) {
      font-weight: 600;
    }

    td:last-child {
      color: var(--_text-quiet);
    }
  }
`;
