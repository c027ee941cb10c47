import { css } from '../base/css.js';

export const environmentCheckStyles = css`
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }

  .title {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    justify-content: space-between;
  }

  li {
    display: grid;
    grid-template-columns: 1.75rem minmax(min-content, 1fr) minmax(min-content, auto);
    gap: 0.1rem 0.75rem;
    align-items: center;
    padding-block: 0.75rem;
    border-bottom: 1px solid var(--_border);
  }

  li > svg {
    width: 1.6rem;
    height: 1.6rem;
    color: var(--_text-quiet);
  }

  li.good > svg {
    color: var(--_success);
  }

  li.bad > svg {
    color: var(--_danger);
  }

  li strong,
  li .badge {
    overflow-wrap: normal;
  }

  li p {
    grid-column: 2 / -1;
  }

  li button {
    grid-column: 2 / -1;
    justify-self: start;
    margin-top: 0.35rem;
  }

  li.waiting p {
    color: var(--_text-quiet);
  }
`;
