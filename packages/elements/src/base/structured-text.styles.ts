import { css } from './css.js';

export const structuredTextStyles = css`
  .text {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }

  .text :is(ul, ol) {
    display: grid;
    gap: 0.4rem;
    padding-inline-start: 1.5em;
    list-style: disc;
  }

  .text ol {
    list-style: decimal;
  }

  blockquote {
    margin: 0;
    padding-inline-start: 1em;
    border-inline-start: 0.25em solid var(--_border-strong);
  }
`;
