import { css } from '../base/css.js';

export const receiveStyles = css`
  .frame,
  .ways,
  .shown {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }

  video {
    width: min(100%, 30rem);
    border-radius: var(--_radius);
    background: #000;
  }

  .shown section {
    border-top: 1px solid var(--_border);
  }

  .shown li {
    margin-block: 0.25rem;
    overflow-wrap: anywhere;
  }

  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 0.25rem 1rem;
    margin: 0;
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;
