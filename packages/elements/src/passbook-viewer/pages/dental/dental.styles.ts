import { css } from '../../../base/css.js';

export const dentalStyles = css`
  .mouth {
    position: relative;
    display: grid;
    gap: 0.75rem;
    max-width: 46rem;
    padding: 0.75rem;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.8);
    overflow-x: auto;
  }

  .sides {
    display: flex;
    justify-content: space-between;
    color: var(--_text-quiet);
    font-size: 0.9em;
  }

  .jaws,
  .jaw {
    display: grid;
    gap: 0.2rem;
  }

  .jaws {
    gap: 0.5rem;
    min-width: 36rem;
  }

  .jaws.milk {
    width: 62.5%;
    min-width: 23rem;
    margin-inline: auto;
  }

  .jaw {
    grid-template-columns: repeat(16, 1fr);
  }

  .milk .jaw {
    grid-template-columns: repeat(10, 1fr);
  }

  /* The center line. */
  .jaw > :nth-child(8),
  .milk .jaw > :nth-child(5) {
    margin-inline-end: 0.3rem;
  }

  .milk .jaw > :nth-child(8) {
    margin-inline-end: 0;
  }

  .tooth {
    display: grid;
    place-content: center;
    justify-items: center;
    min-width: 0;
    min-height: 3rem;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: 0.35rem 0.35rem 0.9rem 0.9rem;
    background: var(--_surface);
    color: var(--_text-quiet);
    font-size: 0.95em;
    font-weight: 500;
    line-height: 1.15;
  }

  .lower .tooth {
    border-radius: 0.9rem 0.9rem 0.35rem 0.35rem;
  }

  .tooth.treated {
    border: 2px solid var(--_accent);
    background: var(--_accent-soft);
    color: var(--_text);
    font-weight: 700;
  }

  .tooth.treated[aria-pressed='true'] {
    background: var(--_button-background);
    color: var(--_button-text);
  }

  .tooth small {
    color: inherit;
    font-weight: 500;
  }
`;
